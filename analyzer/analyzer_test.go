package analyzer

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	"golang.org/x/text/unicode/norm"

	"soi/analyzer/token"
	"soi/analyzer/viet"
)

// sentence is the one whose way doc.go follows.
const sentence = "Ðảng uỷ xã học KỸ KL 21 – KL/TW, ngày 25/10/2021 ở TP.HCM"

// named returns the analyzer that Bleve knows under name.
func named(t testing.TB, name string) analysis.Analyzer {
	t.Helper()
	a := bleve.NewIndexMapping().AnalyzerNamed(name)
	if a == nil {
		t.Fatalf("Bleve knows no analyzer %q", name)
	}
	return a
}

// stream writes tokens as position:term, one after the other.
func stream(tokens analysis.TokenStream) string {
	var b strings.Builder
	for _, t := range tokens {
		fmt.Fprintf(&b, " %d:%s", t.Position, t.Term)
	}
	return strings.TrimPrefix(b.String(), " ")
}

func TestSentence(t *testing.T) {
	for _, tt := range []struct{ name, want string }{
		{Vi, "1:đảng 2:ủy 3:xã 4:học 5:kĩ 6:kl 7:21-kl/tw 7:21 8:/kl 9:/tw 10:ngày " +
			"11:2021-10-25 11:25 12:10 13:2021 14:ở 15:tp.hcm 15:tphcm 15:tp 16:hcm"},
		{ViFolded, "1:dang 2:uy 3:xa 4:hoc 5:ki 6:kl 7:21-kl/tw 7:21 8:/kl 9:/tw 10:ngay " +
			"11:2021-10-25 11:25 12:10 13:2021 14:o 15:tp.hcm 15:tphcm 15:tp 16:hcm"},
		{ViQuery, "1:đảng 2:ủy 3:xã 4:học 5:kĩ 6:kl 6:/kl 7:21-kl/tw 7:21 8:/kl 9:/tw 10:ngày " +
			"11:2021-10-25 11:25 12:10 13:2021 14:ở 15:tp.hcm 15:tphcm 15:tp 15:/tp 16:hcm 16:/hcm"},
		{ViFoldedQuery, "1:dang 2:uy 3:xa 4:hoc 5:ki 6:kl 6:/kl 7:21-kl/tw 7:21 8:/kl 9:/tw 10:ngay " +
			"11:2021-10-25 11:25 12:10 13:2021 14:o 15:tp.hcm 15:tphcm 15:tp 15:/tp 16:hcm 16:/hcm"},
	} {
		if got := stream(named(t, tt.name).Analyze([]byte(sentence))); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// TestSameTokens demands of the two analyzers the same places, and of the
// folded one the folded terms.
func TestSameTokens(t *testing.T) {
	text := []byte(sentence + " Nghị định 30/2020/NĐ-CP, ô-tô, COVID-19, soi.vn " + norm.NFD.String("hoà thuận"))
	exact, folded := named(t, Vi).Analyze(text), named(t, ViFolded).Analyze(text)
	if len(exact) != len(folded) {
		t.Fatalf("%d exact tokens, %d folded", len(exact), len(folded))
	}
	for i, e := range exact {
		f := *folded[i]
		if want := viet.Fold(string(e.Term), viet.ASCII); string(f.Term) != want {
			t.Errorf("%s is folded to %s, want %s", e.Term, f.Term, want)
		}
		f.Term = e.Term
		if fmt.Sprint(&f) != fmt.Sprint(e) {
			t.Errorf("%v is folded at another place: %v", e, &f)
		}
	}
}

// newIndex holds texts in memory under their places 0, 1, 2, in a mapping
// with nothing of Soi but the analyzers.
func newIndex(t *testing.T, analyzer string, texts ...string) bleve.Index {
	t.Helper()
	m := mapping.NewIndexMapping()
	m.DefaultAnalyzer = analyzer
	index, err := bleve.NewMemOnly(m)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { index.Close() })
	for i, text := range texts {
		if err := index.Index(fmt.Sprint(i), map[string]string{"body": text}); err != nil {
			t.Fatal(err)
		}
	}
	return index
}

// marked searches and writes what was found, document:words.
func marked(t *testing.T, index bleve.Index, texts []string, q query.Query) string {
	t.Helper()
	request := bleve.NewSearchRequest(q)
	request.IncludeLocations = true
	request.SortBy([]string{"_id"})
	result, err := index.Search(request)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, hit := range result.Hits {
		var n int
		fmt.Sscan(hit.ID, &n)
		found = append(found, hit.ID+":"+words(texts[n], hit.Locations["body"]))
	}
	return strings.Join(found, "; ")
}

// words are the pieces of text at the locations, in the text's order.
func words(text string, terms search.TermLocationMap) string {
	at := map[int]int{}
	for _, locations := range terms {
		for _, l := range locations {
			at[int(l.Start)] = max(at[int(l.Start)], int(l.End))
		}
	}
	var pieces []string
	for start := range len(text) {
		if end, ok := at[start]; ok {
			pieces = append(pieces, text[start:end])
		}
	}
	return strings.Join(pieces, "|")
}

// TestBleve searches through Bleve itself: what is found, and which bytes of
// the text are marked.
func TestBleve(t *testing.T) {
	texts := []string{
		"Ðảng uỷ xã “tự soi”, tự sửa",
		norm.NFD.String("Đảng ủy phường tự soi, tự sửa"),
		"Kết luận số 21 – KL/TW về xây dựng Đảng",
		"Đ\u200Bảng bộ ở TP.HCM mua ô-tô",
	}
	nfd := norm.NFD.String
	for _, tt := range []struct{ analyzer, phrase, want string }{
		{Vi, "tự soi, tự sửa", "0:tự|soi|tự|sửa; 1:" + nfd("tự|soi|tự|sửa")},
		{Vi, "Đảng ủy", "0:Ðảng|uỷ; 1:" + nfd("Đảng|ủy")},
		{Vi, "tu soi", ""},
		{ViFolded, "tu soi tu sua", "0:tự|soi|tự|sửa; 1:" + nfd("tự|soi|tự|sửa")},
		{Vi, "21-KL/TW", "2:21 – KL/TW|KL|TW"},
		{Vi, "KL TW", ""}, // words, not letters of a code
		{ViFolded, "dang bo", "3:Đ\u200Bảng|bộ"},
		{Vi, "tphcm", "3:TP.HCM"},
		{Vi, "ôtô", "3:ô-tô"},
	} {
		q := bleve.NewMatchPhraseQuery(tt.phrase)
		q.SetField("body")
		index := newIndex(t, tt.analyzer, texts...)
		if got := marked(t, index, texts, q); got != tt.want {
			t.Errorf("%s %q\n got %s\nwant %s", tt.analyzer, tt.phrase, got, tt.want)
		}
	}
}

// TestQueryNamesCode asks for a code in words, as one does in plain Bleve:
// with the analyzer of the index nothing is found, with that of queries it is.
func TestQueryNamesCode(t *testing.T) {
	texts := []string{"Kết luận số 21 – KL/TW", "Ông Tư tự soi", "Kế hoạch 107-KH/TU"}
	for _, tt := range []struct{ index, query, ask, phrase, match string }{
		{Vi, Vi, "KL TW", "", ""},
		{Vi, ViQuery, "KL TW", "0:KL|TW", "0:KL|TW"},
		{Vi, ViQuery, "21 KL TW", "0:21|KL|TW", "0:21|KL|TW"},
		{Vi, ViQuery, "21-KL/TW", "0:21 – KL/TW|KL|TW", "0:21 – KL/TW|KL|TW"},
		{Vi, ViQuery, "KL 21", "", "0:21|KL"}, // not in this order
		{Vi, ViQuery, "TW", "0:TW", "0:TW"},
		{ViFolded, ViFolded, "TU", "1:Tư|tự", "1:Tư|tự"},
		{ViFolded, ViFoldedQuery, "TU", "1:Tư|tự; 2:TU", "1:Tư|tự; 2:TU"},
		{ViFolded, ViFoldedQuery, "tu", "1:Tư|tự", "1:Tư|tự"}, // a word without marks
	} {
		index := newIndex(t, tt.index, texts...)
		phrase := bleve.NewMatchPhraseQuery(tt.ask)
		phrase.Analyzer = tt.query
		phrase.SetField("body")
		match := bleve.NewMatchQuery(tt.ask)
		match.Analyzer = tt.query
		match.SetField("body")
		if got := marked(t, index, texts, phrase); got != tt.phrase {
			t.Errorf("%s phrase %q\n got %s\nwant %s", tt.query, tt.ask, got, tt.phrase)
		}
		if got := marked(t, index, texts, match); got != tt.match {
			t.Errorf("%s match %q\n got %s\nwant %s", tt.query, tt.ask, got, tt.match)
		}
	}
}

func TestHostileText(t *testing.T) {
	for _, text := range []string{"", "\xff", "a\xff\u0301", strings.Repeat("\u0301", 1000)} {
		for _, name := range []string{Vi, ViFolded, ViQuery, ViFoldedQuery} {
			for _, tok := range named(t, name).Analyze([]byte(text)) {
				if len(tok.Term) == 0 {
					t.Errorf("%s gives an empty term for %+q", name, text)
				}
			}
		}
	}
}

// TestVersion keeps Version and the rules together: whoever changes the terms
// that a text gives changes Version in the same commit, and indexes built
// before are refused instead of answering wrongly.
func TestVersion(t *testing.T) {
	number, _, _ := strings.Cut(Version, "-")
	want := fmt.Sprintf("%s-%x", number, rules(t)[:4])
	if Version != want {
		t.Errorf("Version is %q, but the rules and tables are those of %q: "+
			"if terms are meant to change, set Version to it", Version, want)
	}
}

// rules is a hash of all that decides on terms: the folded forms of all code
// points, the tables, and the tokens of some sentences.
func rules(t *testing.T) []byte {
	h := sha256.New()
	var all strings.Builder
	for r := rune(0); r <= unicode.MaxRune; r++ {
		all.WriteString(string(r) + "\n")
	}
	for _, level := range []viet.Level{viet.Exact, viet.Toneless, viet.ASCII} {
		h.Write([]byte(viet.Fold(all.String(), level)))
	}
	for _, table := range []string{"viet/syllables.txt", "cite/types.txt", "cite/issuers.txt"} {
		hashTable(t, h, table)
	}
	for _, s := range []string{
		sentence,
		"hoà bình, kỹ luật, thuỷ lợi, quý giá, cuả, đắk lắk",
		"30/2020/NĐ-CP, 1600/QĐ-TTg, ２１－ＫＬ/ＴＷ, 41/2024/QH15, 05 –CT/TW, 29-NQ/T.Ư, 1014/UBND-NC, 64-CP",
		"30.2020/NĐ-CP, 30/2020/NĐCP, 18_NQ/TW, 05.CT/TW, 21  -  KL/TW, 30.2020, 5.CT/TW, 05_CT_TW, 12/CTCP",
		"ngày 13-8, 10/2021, 25.10.2021, 2021-10-25, ngày 2 tháng 9 năm 2021, tới 8/10, quý 1/2024, tháng 7-2025, ngày 3.2",
		"1.000.000,5; 90,16%; 10.6; 05; 1.2.3; 2.365/2.623; 2021-2025; 10²; m²",
		"TW4, BCH TƯ, ĐẦU TƯ, NGÃ TƯ SỞ, BAN TƯ, GS.TS, COVID-19, H5N1, PM2.5, ô-tô, a@soi.vn, soi.vn",
	} {
		for tok := range token.Tokens(s, viet.Exact) {
			fmt.Fprintf(h, "%s %d %d %d %d\n", tok.Entry(), tok.Start, tok.End, tok.Position, tok.Kind)
		}
	}
	return h.Sum(nil)
}

// hashTable writes the entries of a table to h, without its comments.
func hashTable(t *testing.T, h hash.Hash, name string) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if !strings.HasPrefix(line, "#") {
			fmt.Fprintln(h, strings.Fields(line))
		}
	}
}
