package testdata

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"soi/analyzer/legacy"
	"soi/index/schema"
)

// gold is what a person reads in one sample. Nil means that the sample does
// not tell.
type gold struct {
	File        string            `json:"file"`
	ID          string            `json:"id"` // of a JSONL record
	Title       string            `json:"title"`
	Published   *string           `json:"published"`
	Year        *int              `json:"year"`
	Province    *string           `json:"province"`
	ProvinceNow *string           `json:"province_now"`
	Level       *string           `json:"level"`
	Codes       []string          `json:"codes"`      // directives of the article part
	Short       []string          `json:"short"`      // those of Codes that only a short form names
	Plenums     []string          `json:"plenums"`    // resolutions named by their plenum
	OwnNumber   string            `json:"own_number"` // the document's own number
	Terms       map[string]string `json:"terms"`      // congress terms that the text makes certain
}

// name tells the sample in messages and in relevance/queries.txt.
func (g gold) name() string {
	if g.ID == "" {
		return g.File
	}
	return g.File + "#" + g.ID
}

func readGold(t *testing.T) []gold {
	t.Helper()
	b, err := os.ReadFile("golden/samples.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var all []gold
	for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		d := json.NewDecoder(strings.NewReader(line))
		d.DisallowUnknownFields()
		var g gold
		if err := d.Decode(&g); err != nil {
			t.Fatalf("golden/samples.jsonl:%d: %v", i+1, err)
		}
		all = append(all, g)
	}
	return all
}

// sampleTexts returns the decoded text of every sample by its name, in the
// Unicode form of the file. The text of a JSONL record is its title and body.
func sampleTexts(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	err := fs.WalkDir(Samples, "samples", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := Samples.ReadFile(p)
		if err != nil {
			return err
		}
		if path.Ext(p) == ".jsonl" {
			return addRecords(texts, path.Base(p), raw)
		}
		texts[path.Base(p)], err = decode(raw)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

func addRecords(texts map[string]string, file string, raw []byte) error {
	lines := bufio.NewScanner(bytes.NewReader(raw))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var r struct{ ID, Title, Body, Note string }
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if r.Note != Mark {
			return fmt.Errorf("%s#%s: note is %q, want the mark", file, r.ID, r.Note)
		}
		texts[file+"#"+r.ID] = r.Title + "\n\n" + r.Body
	}
	return lines.Err()
}

// decode knows the encodings of the samples and no others.
func decode(raw []byte) (string, error) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		out, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(raw)
		return string(out), err
	case bytes.Contains(raw, []byte("charset=windows-1258")):
		out, err := charmap.Windows1258.NewDecoder().Bytes(raw)
		return norm.NFC.String(string(out)), err // its tone marks stand apart by nature
	case !utf8.Valid(raw):
		raw = bytes.ReplaceAll(raw, []byte("&shy;"), []byte("\xad"))
		text, _, ok := legacy.Bytes(raw)
		if !ok {
			return "", errors.New("not in UTF-8 and in no legacy encoding")
		}
		return text, nil
	}
	text, _, _ := legacy.Repair(string(raw))
	return text, nil
}

var (
	zeroWidth = regexp.MustCompile("[\u200b\u200d\ufeff]")
	spaces    = regexp.MustCompile("[\\s\u00a0]+")
)

// plain is text in NFC, without zero-width characters and with every run of
// white space as one blank: the form that gold values are compared in.
func plain(text string) string {
	return spaces.ReplaceAllString(zeroWidth.ReplaceAllString(norm.NFC.String(text), ""), " ")
}

func TestEverySampleHasItsGold(t *testing.T) {
	texts := sampleTexts(t)
	seen := map[string]bool{}
	for _, g := range readGold(t) {
		text, ok := texts[g.name()]
		if !ok || seen[g.name()] {
			t.Errorf("golden/samples.jsonl: %s is no sample, or stands there twice", g.name())
			continue
		}
		seen[g.name()] = true
		if !strings.Contains(plain(text), plain(g.Title)) {
			t.Errorf("%s: the text has no title %q", g.name(), g.Title)
		}
		for _, code := range g.Codes {
			number, _, _ := strings.Cut(strings.ReplaceAll(code, "/", "-"), "-")
			if !regexp.MustCompile(`(?:^|\D)` + number + `(?:\D|$)`).MatchString(plain(text)) {
				t.Errorf("%s: the text has no number of %s", g.name(), code)
			}
		}
	}
	for name := range texts {
		if !seen[name] {
			t.Errorf("%s has no line in golden/samples.jsonl", name)
		}
	}
}

func TestEverySampleCarriesTheMark(t *testing.T) {
	for name, text := range sampleTexts(t) {
		if !strings.Contains(plain(text), Mark) {
			t.Errorf("%s lacks the line %q", name, Mark)
		}
	}
}

func TestGoldAgreesWithItself(t *testing.T) {
	code := regexp.MustCompile(`^\d{2,5}(/\d{4})?[-/][\p{L}\d]+(-\p{L}+|/\p{L}+)?$`)
	for _, g := range readGold(t) {
		if (g.Published == nil) != (g.Year == nil) ||
			g.Year != nil && !strings.HasPrefix(*g.Published, fmt.Sprint(*g.Year, "-")) {
			t.Errorf("%s: year and published do not agree", g.name())
		}
		if (g.Province == nil) != (g.ProvinceNow == nil) {
			t.Errorf("%s: province and province_now do not agree", g.name())
		}
		for i, c := range g.Codes {
			if !code.MatchString(c) || slices.Contains(g.Codes[:i], c) {
				t.Errorf("%s: %q is no code in display form, or stands there twice", g.name(), c)
			}
		}
		for _, c := range g.Short {
			if !slices.Contains(g.Codes, c) {
				t.Errorf("%s: short form %s is not among the codes", g.name(), c)
			}
		}
		for c := range g.Terms {
			if !slices.Contains(g.Codes, c) {
				t.Errorf("%s: %s with a term is not among the codes", g.name(), c)
			}
		}
	}
}

func TestSamplesCoverTheGround(t *testing.T) {
	all := readGold(t)
	provinces, central, years, levels := map[string]bool{}, map[string]bool{}, map[int]bool{}, map[string]bool{}
	undated, unplaced, merged, after := 0, 0, 0, 0
	for _, g := range all {
		if g.Level != nil {
			levels[*g.Level] = true
		}
		for _, c := range g.Codes {
			if strings.HasSuffix(c, "/TW") {
				central[c] = true
			}
		}
		if g.Published == nil {
			undated++
		} else {
			years[*g.Year] = true
			if *g.Published >= "2025-07-01" {
				after++
			}
		}
		if g.Province == nil {
			unplaced++
		} else {
			provinces[*g.Province] = true
			if *g.Province != *g.ProvinceNow {
				merged++
			}
		}
	}
	for _, c := range []struct {
		what      string
		have, min int
	}{
		{"documents", len(all), 48},
		{"provinces", len(provinces), 14},
		{"directives of the centre", len(central), 10},
		{"reports of provinces that were merged", merged, 14},
		{"reports from after the merger", after, 8},
		{"reports without a date", undated, 3},
		{"reports without a province", unplaced, 5},
	} {
		if c.have < c.min {
			t.Errorf("%s: %d, want at least %d", c.what, c.have, c.min)
		}
	}
	for _, level := range schema.Levels {
		if !levels[string(level)] {
			t.Errorf("no sample of level %s", level)
		}
	}
	for year := 2021; year <= 2026; year++ {
		if !years[year] {
			t.Errorf("no sample of %d", year)
		}
	}
}

// The peculiar bytes of some samples are easily lost: an editor or a format
// conversion would turn them into ordinary ones without a word.
func TestPeculiarBytesArePresent(t *testing.T) {
	has := func(pattern string) func(string) bool { return regexp.MustCompile(pattern).MatchString }
	texts := sampleTexts(t)
	for _, c := range []struct {
		what string
		is   func(text string) bool
		want []string
	}{
		{"decomposed (NFD)", func(s string) bool { return !norm.NFC.IsNormalString(s) },
			[]string{"lang-son-xa-thong-nhat-2024.txt", "quang-nam-xa-dai-hong-2023.txt", "tra-vinh-cang-long-2022.txt"}},
		{"Eth for Đ", has("\u00d0"),
			[]string{"hai-duong-thanh-mien-144-2024.txt", "lang-son-xa-thong-nhat-2024.txt", "tien-giang-chau-thanh-2024.txt"}},
		{"zero-width characters", has("[\u200b\u200d\ufeff]"), []string{"phu-yen-tuy-an-2023.txt"}},
		{"no-break blanks", has("\u00a0"), []string{"phu-yen-tuy-an-2023.txt"}},
		{"new tone placement", has(`(?:oà|oá|uỷ)(?:\P{L}|$)`),
			[]string{"bac-kan-cho-don-2007.html", "can-tho-ninh-kieu-2024.txt", "ha-nam-kim-bang-2008.txt",
				"hai-duong-thanh-mien-144-2024.txt", "hoa-binh-uy-ban-kiem-tra-2022.txt"}},
	} {
		var got []string
		for name, text := range texts {
			if c.is(text) {
				got = append(got, name)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

// The samples in old encodings hold the bytes of those, not of UTF-8.
func TestOldEncodingsArePresent(t *testing.T) {
	for _, tt := range []struct{ file, bytes string }{
		{"ha-nam-kim-bang-2008.txt", "HUY\xd6N U\xfb KIM B\xb6NG"},
		{"long-an-can-giuoc-2007.txt", "Ca\xe0n Giuo\xe4c"},
		{"quang-binh-le-thuy-2012.txt", "Lêò ThuÒy"},
		{"kon-tum-dak-ha-2022.html", "Ä\u0090áº¯k HÃ\u00a0"},
		{"bac-kan-cho-don-2007.html", "B\xbeC K\xb9N"},
		{"bac-kan-cho-don-2007.html", "&shy;\xeec l\xb5"},
	} {
		raw, err := Samples.ReadFile("samples/" + tt.file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(raw, []byte(tt.bytes)) {
			t.Errorf("%s lacks the bytes %q", tt.file, tt.bytes)
		}
	}
}

func TestREADMENamesEverySample(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for name := range sampleTexts(t) {
		file, id, _ := strings.Cut(name, "#")
		if !bytes.Contains(readme, []byte("`"+file+"`")) || id != "" && !bytes.Contains(readme, []byte("`"+id+"`")) {
			t.Errorf("README.md does not name %s", name)
		}
	}
}

func TestQueriesWantSamples(t *testing.T) {
	b, err := os.ReadFile("relevance/queries.txt")
	if err != nil {
		t.Fatal(err)
	}
	texts := sampleTexts(t)
	wants := 0
	for line := range strings.Lines(string(b)) {
		target, ok := strings.CutPrefix(line, "want ")
		if !ok {
			continue
		}
		wants++
		if name := strings.TrimSpace(target); texts[name] == "" {
			t.Errorf("relevance/queries.txt wants %s, which is no sample", name)
		}
	}
	if wants < 25 {
		t.Errorf("relevance/queries.txt wants %d samples, want at least 25", wants)
	}
}
