package index

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2/analysis"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"soi/analyzer"
	"soi/index/internal/postings"
)

// fieldTexts have what tokenizers differ at.
var fieldTexts = []string{
	"",
	"Tự soi, tự sửa; hoà – hòa, kỹ – kĩ, Uỷ ban, UỶ BAN",
	"Kết luận số 21-KL/TW ngày 25/10/2021; TP.HCM, COVID-19, 2.365,50 m², dangcongsan.vn",
	"a\xffb \u0300\u0301 Đường Ðường",
	strings.Repeat("một hai ba ", 10_000), // many times
}

// The terms of the fields are those of the analyzers that read queries.
func TestFieldsAgreeWithAnalyzers(t *testing.T) {
	m, err := newMapping()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range fieldTexts {
		exact := &textField{name: fieldBody, parts: []string{text}}
		folded := &foldedField{textField: exact, name: fieldBodyFolded}
		exact.Analyze()
		folded.Analyze()
		for _, f := range []struct {
			field    bleveindex.Field
			analyzer string
		}{{exact, analyzer.Vi}, {folded, analyzer.ViFolded}} {
			tokens := m.AnalyzerNamed(f.analyzer).Analyze([]byte(text))
			for _, token := range tokens {
				token.Start, token.End = 0, 0 // not kept
			}
			want := analysis.TokenFrequency(tokens, nil, f.field.Options())
			made := f.field.AnalyzedTokenFrequencies()
			if f.field == exact {
				made = unpacked(made)
			}
			if got, want := dump(made), dump(want); got != want {
				t.Errorf("%s of %.40q:\ngot  %.400s\nwant %.400s", f.analyzer, text, got, want)
			}
		}
		if length := exact.terms[postings.LengthTerm]; exact.length > 0 && postings.Occurrences(uint64(length.Frequency())) != uint64(exact.length) {
			t.Errorf("%.40q: length %d, want %d", text, length.Frequency()/2, exact.length)
		}
	}
}

// dump prints terms as hòa×2@2,3.
func dump(terms bleveindex.TokenFrequencies) string {
	var all []string
	for key, term := range terms {
		s := fmt.Sprintf("%s=%s×%d@", key, term.Term, term.Frequency())
		for _, l := range term.Locations {
			s += fmt.Sprintf("%d,", l.Position)
		}
		all = append(all, s)
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

// unpacked are packed terms as Bleve has them: with a location for each
// occurrence.
func unpacked(terms bleveindex.TokenFrequencies) bleveindex.TokenFrequencies {
	all := bleveindex.TokenFrequencies{}
	for key, packed := range terms {
		if key == postings.LengthTerm {
			continue
		}
		term := &bleveindex.TokenFreq{Term: packed.Term}
		for _, position := range positions(packed) {
			term.Locations = append(term.Locations, &bleveindex.TokenLocation{Position: position})
		}
		term.SetFrequency(len(term.Locations))
		if postings.Occurrences(uint64(packed.Frequency())) != uint64(len(term.Locations)) {
			term.SetFrequency(-1)
		}
		all[key] = term
	}
	return all
}

// positions are those of a packed term.
func positions(term *bleveindex.TokenFreq) []int {
	if len(term.Locations) == 0 {
		return []int{term.Frequency() / 2}
	}
	l := term.Locations[0]
	all := []int{l.Position}
	for _, next := range []int{l.Start, l.End} {
		if next > 0 {
			all = append(all, all[len(all)-1]+next-1)
		}
	}
	for _, next := range l.ArrayPositions {
		all = append(all, all[len(all)-1]+int(next))
	}
	return all
}

func TestParts(t *testing.T) {
	f := &textField{name: fieldBody, parts: []string{"tự soi", "", "tự sửa"}}
	f.Analyze()
	want := "soi=soi×1@2, sửa=sửa×1@104, tự=tự×2@1,103,"
	if got := dump(unpacked(f.terms)); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Of too many distinct terms some are left out, which is told once; those
// that are in are counted on.
func TestMaxTerms(t *testing.T) {
	var b strings.Builder
	for i := range MaxTerms + 10 {
		fmt.Fprintf(&b, "%s ", letters(i))
	}
	told := 0
	f := &textField{name: fieldBody, parts: []string{b.String(), letters(0)}, cut: func() { told++ }}
	f.Analyze()
	if len(f.terms) != MaxTerms+1 || told != 1 {
		t.Errorf("%d terms, told %d times", len(f.terms), told)
	}
	if n := len(positions(f.terms[letters(0)])); n != 2 {
		t.Errorf("the first term is counted %d times", n)
	}
}

// letters writes n in letters that are no Vietnamese syllable.
func letters(n int) string {
	word := []byte("zzzzz")
	for i := len(word) - 1; n > 0; i, n = i-1, n/20 {
		word[i] = "zwjfbcdghklmnpqrstvx"[n%20]
	}
	return string(word)
}

func TestBleveDocument(t *testing.T) {
	var got []string
	newBleveDocument(full(), []byte("record"), nil).VisitFields(func(f bleveindex.Field) {
		o := f.Options()
		got = append(got, fmt.Sprintf("%s=%s indexed:%t stored:%t values:%t", f.Name(), f.Value(), o.IsIndexed(), o.IsStored(), o.IncludeDocValues()))
	})
	want := []string{
		"title= indexed:true stored:false values:false",
		"title_folded= indexed:true stored:false values:false",
		"body= indexed:true stored:false values:false",
		"body_folded= indexed:true stored:false values:false",
		"province=Bắc Giang indexed:true stored:false values:true",
		"province_now=Bắc Ninh indexed:true stored:false values:true",
		"directive=21-KL/TW@XIII indexed:true stored:false values:true",
		"directive=05-CT/TW@XII indexed:true stored:false values:true",
		"year=2022 indexed:true stored:false values:true",
		"level=huyen indexed:true stored:false values:true",
		"kind=bao_cao indexed:true stored:false values:true",
		"site=example.vn indexed:true stored:false values:true",
		"published=2022-02-03 indexed:true stored:false values:true",
		"district=Lục Ngạn\tBắc Giang indexed:true stored:false values:false",
		"path=/kho/báo-cáo.html indexed:true stored:false values:false",
		"record=record indexed:false stored:true values:false",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
