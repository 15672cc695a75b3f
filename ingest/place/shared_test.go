package place

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

func readShared(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(shared.Path(t, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// wantReport is what people read out of one of the shared reports.
type wantReport struct {
	File, Title, Published string
	Year                   int
	Province, District     string
	Commune                string
	Level                  schema.Level
	Boilerplate            []struct {
		Start int `json:"byte_start"`
		End   int `json:"byte_end"`
	}
	text string
}

func wantReports(t *testing.T) []wantReport {
	t.Helper()
	var reports []wantReport
	for line := range strings.Lines(readShared(t, "seeds/gold.jsonl")) {
		var r wantReport
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		r.text = readShared(t, "seeds/"+filepath.Base(r.File))
		reports = append(reports, r)
	}
	return reports
}

// document is the report with its title and, as its body, all that people
// did not mark as noise.
func (r wantReport) document() *schema.Document {
	start := strings.Index(r.text, r.Title)
	d := &schema.Document{
		Text: r.text, Title: schema.Span{Start: start, End: start + len(r.Title)},
		Published: r.Published, Year: r.Year,
	}
	at := d.Title.End
	for _, b := range r.Boilerplate {
		if b.Start > at {
			d.Body = append(d.Body, schema.Span{Start: at, End: b.Start})
		}
		at = max(at, b.End)
	}
	return d
}

func TestSharedReports(t *testing.T) {
	for _, want := range wantReports(t) {
		d := want.document()
		Locate(d)
		if d.Province != want.Province || d.District != want.District || d.Commune != want.Commune || d.Level != want.Level {
			t.Errorf("%s: province %q, district %q, commune %q, level %q; want %q, %q, %q, %q", want.File,
				d.Province, d.District, d.Commune, d.Level, want.Province, want.District, want.Commune, want.Level)
		}
		checkEvidence(t, d)
	}
}

// Each row of the vectors: text, province.
func TestSharedPlaces(t *testing.T) {
	for _, f := range shared.Rows(t, "vectors/place.tsv") {
		d := &schema.Document{Text: f[0], Body: []schema.Span{{Start: 0, End: len(f[0])}}}
		Locate(d)
		if d.Province != f[1] {
			t.Errorf("%q: province %q, want %q: %s", f[0], d.Province, f[1], f[2])
		}
	}
}

// Each row of the vectors: file, …, level, province then and now, district,
// commune. The district of a row is one that the report names; it is the
// report's own if the report is of a district or a commune.
func TestSharedMetadata(t *testing.T) {
	documents := map[string]*schema.Document{}
	for _, r := range wantReports(t) {
		documents[filepath.Base(r.File)] = r.document()
	}
	for _, f := range shared.Rows(t, "vectors/metadata.tsv") {
		d := documents[f[0]]
		Locate(d)
		if string(d.Level) != f[3] || d.Province != f[4] || d.ProvinceNow != f[5] || d.Commune != f[7] {
			t.Errorf("%s: level %q, province %q, now %q, commune %q; want %q", f[0], d.Level, d.Province, d.ProvinceNow, d.Commune, f[3:8])
		}
		named := scan(d.Text, schema.Span{Start: 0, End: len(d.Text)}, true)
		if f[6] != "" && !slices.ContainsFunc(named, func(m mention) bool { return len(m.districts) > 0 && m.districts[0].Name == f[6] }) {
			t.Errorf("%s: the district %s is not found", f[0], f[6])
		}
		if own := d.Level == schema.LevelDistrict || d.Level == schema.LevelCommune; own && d.District != f[6] {
			t.Errorf("%s: district %q, want %q", f[0], d.District, f[6])
		}
	}
}
