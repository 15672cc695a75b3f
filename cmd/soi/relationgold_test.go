package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"soi/index/schema"
	"soi/testdata/shared"
)

// A goldRelation is a relation that a person has read in its document.
type goldRelation struct {
	ID     string              `json:"id"`
	Corpus string              `json:"corpus"`
	Kind   schema.RelationKind `json:"kind"`
	From   string              `json:"from"` // "" for the document itself
	To     string              `json:"to"`
	Span   schema.Span         `json:"span"`
	Right  bool                `json:"right"` // the words there state it
}

// key tells relations apart; a document states each once.
func (r goldRelation) key() string {
	return strings.Join([]string{r.ID, string(r.Kind), r.From, r.To}, "\t")
}

func readGoldRelations(t *testing.T, corpus string) map[string]goldRelation {
	t.Helper()
	data, err := os.ReadFile("../../testdata/gold/relations.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	labels := map[string]goldRelation{}
	for line := range bytes.Lines(data) {
		var r goldRelation
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if r.Corpus == corpus {
			labels[r.key()] = r
		}
	}
	if len(labels) == 0 {
		t.Fatalf("no labels of %s", corpus)
	}
	return labels
}

// TestLabelledRelations holds the relations that are found against those read
// by hand. Those of party-2k are all labelled, so one without a label has to be
// read and labelled; of news-20k only the documents with labels are looked at.
func TestLabelledRelations(t *testing.T) {
	for _, tt := range []struct {
		corpus string
		whole  bool
	}{{"party-2k", true}, {"news-20k", false}} {
		labels := readGoldRelations(t, tt.corpus)
		records := shared.Path(t, "data/corpora/"+tt.corpus+".jsonl.gz")
		if !tt.whole {
			records = labelledRecords(t, tt.corpus, labels)
		}
		found := foundRelations(t, records)
		between, own := relationScore{}, relationScore{}
		for key, d := range found {
			label, ok := labels[key]
			if !ok {
				if tt.whole {
					t.Errorf("%s is not labelled: read %q", key, d)
				}
				continue
			}
			if d == "" {
				t.Errorf("%s has no evidence", key)
			}
			between.add(label, true)
			own.add(label, false)
		}
		for key, label := range labels {
			if _, ok := found[key]; label.Right && !ok {
				between.miss(label, true)
				own.miss(label, false)
			}
		}
		between.check(t, tt.corpus+", between directives")
		own.check(t, tt.corpus+", from a document to a directive")
	}
}

// A relationScore counts relations of one sort.
type relationScore struct{ right, wrong, missed int }

func (s *relationScore) add(label goldRelation, between bool) {
	switch {
	case between != (label.From != ""):
	case label.Right:
		s.right++
	default:
		s.wrong++
	}
}

func (s *relationScore) miss(label goldRelation, between bool) {
	if between == (label.From != "") {
		s.missed++
	}
}

// check demands 95 of 100 relations right, and 95 of 100 that once were found.
func (s *relationScore) check(t *testing.T, name string) {
	t.Helper()
	precision, around := share(s.right, s.right+s.wrong)
	recall, _ := share(s.right, s.right+s.missed)
	if precision == nil || recall == nil {
		t.Errorf("%s: nothing was compared", name)
		return
	}
	t.Logf("%s: %d of %d right, %.3f %.3f; %d of the labelled missed", name, s.right, s.right+s.wrong, *precision, *around, s.missed)
	if *precision < 0.95 || *recall < 0.95 {
		t.Errorf("%s: precision %.3f and recall %.3f, want 0.95 of each", name, *precision, *recall)
	}
}

// foundRelations extracts all records and gives the words that state each
// relation.
func foundRelations(t *testing.T, records string) map[string]string {
	t.Helper()
	a := newApp(testStreams(io.Discard, io.Discard), nil)
	found := map[string]string{}
	if err := a.eachDocument(context.Background(), []string{records}, func(d *schema.Document) {
		for _, r := range d.Relations {
			found[goldRelation{ID: d.ID, Kind: r.Kind, From: r.From, To: r.To}.key()] = r.Evidence.Of(d.Text)
		}
	}); err != nil {
		t.Fatal(err)
	}
	return found
}

// labelledRecords copies the records that have labels into a file of their own.
func labelledRecords(t *testing.T, corpus string, labels map[string]goldRelation) string {
	t.Helper()
	ids := map[string]bool{}
	for _, label := range labels {
		ids[label.ID] = true
	}
	var kept bytes.Buffer
	for line := range shared.Lines(t, corpus) {
		var record struct{ ID string }
		if err := json.Unmarshal(line, &record); err != nil {
			t.Fatal(err)
		}
		if ids[record.ID] {
			kept.Write(line)
			kept.WriteByte('\n')
		}
	}
	copied := filepath.Join(t.TempDir(), "records.jsonl")
	if err := os.WriteFile(copied, kept.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return copied
}
