package directive

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"soi/analyzer/cite"
	"soi/index/schema"
	"soi/testdata/shared"
)

// goldDocument is a hand-labelled document of ../shared/seeds/gold.jsonl.
type goldDocument struct {
	File       string
	Province   string
	Directives []goldDirective
}

type goldDirective struct {
	Raw       string
	Canonical string // without leading zeros; "" where the text does not tell
	Type      string
	Date      string
	Kind      string // code and number are scored; words, title and anaphora have no number
	Start     int    `json:"byte_start"`
	End       int    `json:"byte_end"`
}

func readGold(t *testing.T) []goldDocument {
	t.Helper()
	file, err := os.Open(shared.Path(t, "seeds/gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var docs []goldDocument
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var d goldDocument
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, d)
	}
	if lines.Err() != nil || len(docs) == 0 {
		t.Fatalf("gold.jsonl: %d documents, %v", len(docs), lines.Err())
	}
	return docs
}

// TestGold compares the references of real reports with their labels: right
// is one that overlaps a label and has its key, type and date.
func TestGold(t *testing.T) {
	found, right, wanted := 0, 0, 0
	for _, gold := range readGold(t) {
		text, err := os.ReadFile(shared.Path(t, "seeds/"+gold.File))
		if err != nil {
			t.Fatal(err)
		}
		d := schema.Document{Text: string(text), Province: gold.Province}
		Resolve(&d)
		taken := map[int]bool{}
		for _, want := range gold.Directives {
			if want.Kind != "code" && want.Kind != "number" {
				continue
			}
			wanted++
			if i, ok := match(d.References, want); ok {
				taken[i] = true
				right++
				if got := d.References[i]; got.Type != want.Type || got.Date != want.Date || got.Raw != want.Raw {
					t.Errorf("%s: %q: got %q, %s of %s; want %s of %s", gold.File, want.Raw, got.Raw, got.Type, got.Date, want.Type, want.Date)
				}
			} else {
				t.Errorf("%s: %q (%s at %d) is not found", gold.File, want.Raw, want.Canonical, want.Start)
			}
		}
		for i, r := range d.References {
			if r.Kind != schema.RefCode && r.Kind != schema.RefNumber {
				continue
			}
			found++
			if !taken[i] {
				t.Errorf("%s: %q (%s at %d) is no reference", gold.File, r.Raw, r.Code, r.Start)
			}
		}
	}
	t.Logf("%d labels, %d references, %d right: precision %.3f, recall %.3f",
		wanted, found, right, float64(right)/float64(found), float64(right)/float64(wanted))
	if precision, recall := float64(right)/float64(found), float64(right)/float64(wanted); precision < 0.98 || recall < 0.98 {
		t.Errorf("precision %.3f and recall %.3f, want 0.98 of each", precision, recall)
	}
}

// match finds the reference that overlaps a label and has its key.
func match(refs []schema.Reference, want goldDirective) (int, bool) {
	for i, r := range refs {
		if r.Start < want.End && want.Start < r.End && r.Key == cite.Key(want.Canonical) {
			return i, true
		}
	}
	return 0, false
}
