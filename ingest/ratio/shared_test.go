package ratio_test

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"soi/index/schema"
	"soi/ingest"
	"soi/testdata/shared"
)

// A quantity is one that a person read in a report and worked out.
type quantity struct {
	Raw     string   `json:"raw"`
	Part    float64  `json:"part"`
	Whole   float64  `json:"whole"`
	Percent *float64 `json:"stated_percent"`
	Holds   *bool    `json:"holds"`
}

// The quotients with a percentage of the shared real reports are found and
// worked out as a person did, and no others.
func TestGold(t *testing.T) {
	file, err := os.Open(shared.Path(t, "seeds/gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	checked := 0
	lines := bufio.NewScanner(file)
	for lines.Buffer(nil, 1<<20); lines.Scan(); {
		var gold struct {
			File       string     `json:"file"`
			Quantities []quantity `json:"quantities"`
		}
		if err := json.Unmarshal(lines.Bytes(), &gold); err != nil {
			t.Fatal(err)
		}
		wanted := map[string]quantity{}
		for _, q := range gold.Quantities {
			if q.Percent != nil && q.Holds != nil && strings.Contains(q.Raw, "/") {
				wanted[strings.Fields(q.Raw)[0]] = q
			}
		}
		checked += len(wanted)
		for e, err := range ingest.Walk(t.Context(), []string{shared.Path(t, "seeds/"+gold.File)}, ingest.Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			compare(t, gold.File, e.Document, wanted)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	const labelled = 4
	if checked != labelled {
		t.Errorf("%d labelled quotients with a percentage, want %d", checked, labelled)
	}
}

func compare(t *testing.T, name string, d *schema.Document, wanted map[string]quantity) {
	t.Helper()
	for _, r := range d.Ratios {
		raw := r.Quotient.Of(d.Text)
		want, ok := wanted[raw]
		if !ok {
			t.Errorf("%s: %s is no labelled ratio", name, raw)
			continue
		}
		delete(wanted, raw)
		if r.Part != want.Part || r.Whole != want.Whole || r.Percent != *want.Percent || r.Holds != *want.Holds {
			t.Errorf("%s: %s: got %+v, want %+v, holds %v", name, raw, r, want, *want.Holds)
		}
	}
	for raw := range wanted {
		t.Errorf("%s: %s is not found", name, raw)
	}
}
