package ingest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"soi/analyzer/cite"
	"soi/index/schema"
	"soi/testdata/shared"
)

// gold is what a person found in one of the shared real reports.
type gold struct {
	File       string       `json:"file"`
	Title      string       `json:"title"`
	Published  string       `json:"published"`
	Year       int          `json:"year"`
	Province   string       `json:"province"`
	Level      schema.Level `json:"level"`
	Directives []struct {
		Raw       string `json:"raw"`
		Canonical string `json:"canonical"`
		Kind      string `json:"kind"`
		Start     int    `json:"byte_start"`
		End       int    `json:"byte_end"`
	} `json:"directives"`
}

func readGold(t *testing.T) []gold {
	t.Helper()
	data, err := os.ReadFile(shared.Path(t, "seeds/gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var all []gold
	for line := range strings.Lines(string(data)) {
		var g gold
		if err := json.Unmarshal([]byte(line), &g); err != nil {
			t.Fatal(err)
		}
		all = append(all, g)
	}
	return all
}

// readOne reads the only document of a file and fails on any error.
func readOne(t *testing.T, path string) *schema.Document {
	t.Helper()
	var d *schema.Document
	for read, err := range Walk(t.Context(), []string{path}, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		if d != nil {
			t.Fatalf("%s has more than one document", path)
		}
		d = read.Document
	}
	if d == nil {
		t.Fatalf("%s has no document", path)
	}
	return d
}

// The real reports come out as a person labelled them.
func TestSeeds(t *testing.T) {
	all := readGold(t)
	for _, g := range all {
		t.Run(g.File, func(t *testing.T) {
			d := readOne(t, shared.Path(t, "seeds/"+g.File))
			for _, tt := range []struct{ name, got, want string }{
				{"title", d.TitleText(), g.Title},
				{"published", d.Published, g.Published},
				{"province", d.Province, g.Province},
				{"level", string(d.Level), string(g.Level)},
			} {
				if tt.got != tt.want {
					t.Errorf("%s = %q, want %q", tt.name, tt.got, tt.want)
				}
			}
			if d.Year != g.Year {
				t.Errorf("year = %d, want %d", d.Year, g.Year)
			}
			checkCodes(t, d, g)
			checkSpans(t, d)
		})
	}
	if len(all) != 5 {
		t.Errorf("gold has %d reports, want 5", len(all))
	}
}

// checkCodes demands every reference that gold scores, at its place.
func checkCodes(t *testing.T, d *schema.Document, g gold) {
	t.Helper()
	for _, want := range g.Directives {
		if want.Kind != "code" {
			continue
		}
		found := false
		for _, r := range d.References {
			found = found || r.Key == cite.Key(want.Canonical) && r.Start < want.End && r.End > want.Start
		}
		if !found {
			t.Errorf("reference %s, %q at %d, is missing", want.Canonical, want.Raw, want.Start)
		}
	}
}

// The short form without a code is resolved through its type and date.
func TestSeedShortForm(t *testing.T) {
	path := shared.Path(t, "seeds")
	files, err := filepath.Glob(filepath.Join(path, "003_*.txt"))
	if err != nil || len(files) != 1 {
		t.Fatalf("files of seed 003: %q, %v", files, err)
	}
	const raw = "Kết luận số 21 ngày 25/10/2021 của Ban Chấp hành Trung ương"
	d := readOne(t, files[0])
	at := strings.Index(d.Text, raw)
	if at < 0 {
		t.Fatalf("the text does not hold %q", raw)
	}
	for _, r := range d.References {
		if r.Start < at+len(raw) && r.End > at && r.Identity == "21-KL/TW@XIII" {
			return
		}
	}
	t.Errorf("no reference to 21-KL/TW@XIII in %q", raw)
}
