package clean

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"soi/index/schema"
	"soi/testdata/shared"
)

// goldReport is what people read out of one of the shared reports.
type goldReport struct {
	File, Title string
	Published   string
	Year        int
	Boilerplate []struct {
		Start int    `json:"byte_start"`
		End   int    `json:"byte_end"`
		What  string `json:"what"`
	}
	text string
}

func goldReports(t *testing.T) []goldReport {
	t.Helper()
	gold, err := os.ReadFile(shared.Path(t, "seeds/gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var reports []goldReport
	for line := range strings.Lines(string(gold)) {
		var g goldReport
		if err := json.Unmarshal([]byte(line), &g); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(shared.Path(t, "seeds/"+filepath.Base(g.File)))
		if err != nil {
			t.Fatal(err)
		}
		g.text = string(text)
		reports = append(reports, g)
	}
	return reports
}

func TestSharedTitlesAndDates(t *testing.T) {
	for _, g := range goldReports(t) {
		d := documentOf(g.text)
		Date(d)
		if got := d.TitleText(); got != g.Title {
			t.Errorf("%s: title %q, want %q", g.File, got, g.Title)
		}
		if d.Published != g.Published || d.Year != g.Year {
			t.Errorf("%s: published %q in %d, want %q in %d", g.File, d.Published, d.Year, g.Published, g.Year)
		}
		if (d.Published == "") != (d.NotBefore != "") {
			t.Errorf("%s: published %q and not before %q", g.File, d.Published, d.NotBefore)
		}
	}
}

// The page noise that people marked is left out of title, body and captions,
// 95 of 100 bytes at least; and nothing else is but date lines.
func TestSharedNoise(t *testing.T) {
	for _, g := range goldReports(t) {
		parts := Split(g.text)
		spans := append(slices.Concat(parts.Body, parts.Captions), parts.Title)
		marked := make([]bool, len(g.text))
		total, left := 0, 0
		for _, b := range g.Boilerplate {
			noise := !strings.Contains(b.What, "caption")
			for i := b.Start; i < b.End; i++ {
				marked[i] = noise
			}
			if noise {
				total += b.End - b.Start
				left += overlap(spans, schema.Span{Start: b.Start, End: b.End})
			}
		}
		if left*20 > total {
			t.Errorf("%s: %d of %d bytes of noise are left", g.File, left, total)
		}
		for _, l := range lines(g.text) {
			_, isDate := readStamp(l.Of(g.text))
			if !marked[l.Start] && !isDate && overlap(spans, l.Span) < l.Len() {
				t.Errorf("%s: lost %q", g.File, l.Of(g.text))
			}
		}
	}
}

// overlap counts the bytes of b that the spans cover.
func overlap(spans []schema.Span, b schema.Span) int {
	n := 0
	for _, s := range spans {
		n += max(0, min(s.End, b.End)-max(s.Start, b.Start))
	}
	return n
}

// Each row of the vectors: file, line of the title, date.
func TestSharedMetadata(t *testing.T) {
	for _, f := range shared.Rows(t, "vectors/metadata.tsv") {
		text, err := os.ReadFile(shared.Path(t, "seeds/"+f[0]))
		if err != nil {
			t.Fatal(err)
		}
		d := documentOf(string(text))
		Date(d)
		line := strings.Count(string(text[:d.Title.Start]), "\n")
		if want := f[1]; want != string(rune('0'+line)) || d.Published != f[2] {
			t.Errorf("%s: title in line %d, published %q; want %s, %q", f[0], line, d.Published, want, f[2])
		}
		if strings.Contains(f[8], "latest dated event") && !strings.Contains(f[8], d.NotBefore) {
			t.Errorf("%s: not before %q; %s", f[0], d.NotBefore, f[8])
		}
	}
}
