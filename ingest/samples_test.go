package ingest

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"soi/index/schema"
	"soi/testdata"
)

// sampleGold is what the writer of a sample meant to be read from it; see
// testdata/README.md. An empty value is meant to stay unknown.
type sampleGold struct {
	File        string       `json:"file"`
	ID          string       `json:"id"` // of a record
	Title       string       `json:"title"`
	Published   string       `json:"published"`
	Year        int          `json:"year"`
	Province    string       `json:"province"`
	ProvinceNow string       `json:"province_now"`
	Level       schema.Level `json:"level"`
	Codes       []string     `json:"codes"`
	Plenums     []string     `json:"plenums"`
	OwnNumber   string       `json:"own_number"`
}

// The sample reports come out as their writer meant them.
func TestSamples(t *testing.T) {
	documents := readSamples(t)
	data, err := os.ReadFile("../testdata/golden/samples.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for line := range strings.Lines(string(data)) {
		var g sampleGold
		if err := json.Unmarshal([]byte(line), &g); err != nil {
			t.Fatal(err)
		}
		name := g.File
		if g.ID != "" {
			name += "#" + g.ID
		}
		d := documents[name]
		if d == nil {
			t.Errorf("%s is not read", name)
			continue
		}
		compared++
		t.Run(name, func(t *testing.T) { compareSample(t, d, g) })
	}
	if compared != len(documents) {
		t.Errorf("%d documents are read, %d have gold", len(documents), compared)
	}
}

// readSamples reads the samples by file name, records by file name and id.
func readSamples(t *testing.T) map[string]*schema.Document {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, testdata.Samples); err != nil {
		t.Fatal(err)
	}
	documents := map[string]*schema.Document{}
	for entry, err := range Walk(context.Background(), []string{dir}, Options{}) {
		if err != nil {
			t.Error(err)
			continue
		}
		if d := entry.Document; d != nil {
			name := filepath.Base(d.Path)
			if d.Source.Record != "" {
				name += "#" + d.ID
			}
			documents[name] = d
		}
	}
	return documents
}

func compareSample(t *testing.T, d *schema.Document, g sampleGold) {
	for _, tt := range []struct{ name, got, want string }{
		{"title", plain(d.TitleText()), plain(g.Title)},
		{"published", d.Published, g.Published},
		{"province", d.Province, g.Province},
		{"province_now", d.ProvinceNow, g.ProvinceNow},
		{"level", string(d.Level), string(g.Level)},
	} {
		if tt.got != tt.want {
			t.Errorf("%s = %q, want %q", tt.name, tt.got, tt.want)
		}
	}
	if d.Year != g.Year {
		t.Errorf("year = %d, want %d", d.Year, g.Year)
	}
	var codes []string
	for _, r := range d.References {
		if r.Code != "" && d.Says(r.Span()) && !slices.Contains(codes, r.Code) {
			codes = append(codes, r.Code)
		}
	}
	for _, want := range g.Codes {
		if !slices.Contains(codes, want) {
			t.Errorf("%s is not found", want)
		}
	}
	for _, got := range codes {
		if !slices.Contains(g.Codes, got) && !slices.Contains(g.Plenums, got) && got != g.OwnNumber {
			t.Errorf("%s is found and should not be", got)
		}
	}
}

// plain is a title as it is compared: NFC, nothing invisible, single blanks.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFC.String(s))
	return strings.Join(strings.Fields(s), " ")
}
