package acronym

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"soi/analyzer/viet"
	"soi/index/schema"
	"soi/testdata/shared"
)

// A label is a line of testdata/gold/acronyms.jsonl.
type label struct {
	ID          string
	Half        string
	Definitions []struct {
		Short     string
		ShortSpan schema.Span `json:"short_span"`
		LongSpan  schema.Span `json:"long_span"`
	}
}

func readLabels(t *testing.T) []label {
	t.Helper()
	f, err := os.Open("../../testdata/gold/acronyms.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var labels []label
	for d := json.NewDecoder(f); d.More(); {
		var l label
		if err := d.Decode(&l); err != nil {
			t.Fatal(err)
		}
		labels = append(labels, l)
	}
	return labels
}

// readCorpus returns the documents of a corpus as the labels count them.
func readCorpus(t testing.TB, corpus string) map[string]*schema.Document {
	t.Helper()
	documents := map[string]*schema.Document{}
	for a := range shared.Articles(t, corpus) {
		title := norm.NFC.String(a.Title)
		text := title + "\n\n" + norm.NFC.String(a.Body)
		documents[a.ID] = &schema.Document{
			ID: a.ID, Text: text, Title: schema.Span{End: len(title)},
			Body: []schema.Span{{Start: len(title) + 2, End: len(text)}},
		}
	}
	return documents
}

// A score counts definitions of labelled documents.
type score struct{ labelled, found, right, rightShort int }

func (s score) precision() float64 { return float64(s.right) / float64(s.found) }
func (s score) recall() float64    { return float64(s.right) / float64(s.labelled) }

func (s score) String() string {
	return fmt.Sprintf("%d labelled, %d found, precision %.3f, recall %.3f; by the short form alone precision %.3f, recall %.3f",
		s.labelled, s.found, s.precision(), s.recall(), float64(s.rightShort)/float64(s.found), float64(s.rightShort)/float64(s.labelled))
}

// Definitions are right if short and long form both are, byte for byte. Find
// gives a pair once: so labels that say a pair again are dropped first. What
// is demanded is demanded of all 60 documents; what is wrong in the held half
// is not shown, so that no rule is made on it.
func TestLabelledDefinitions(t *testing.T) {
	documents := readCorpus(t, "party-2k")
	scores := map[string]*score{"dev": {}, "held": {}}
	for _, l := range readLabels(t) {
		d := documents[l.ID]
		if d == nil {
			t.Fatalf("%s is not in the corpus", l.ID)
		}
		Find(d)
		report := func(string, ...any) {}
		if l.Half == "dev" {
			report = t.Logf
		}
		scores[l.Half].add(d, l, report)
	}
	var both score
	for _, half := range []string{"dev", "held"} {
		s := *scores[half]
		t.Logf("%s: %v", half, s)
		both = score{both.labelled + s.labelled, both.found + s.found, both.right + s.right, both.rightShort + s.rightShort}
	}
	t.Logf("both: %v", both)
	if both.precision() < 0.95 || both.recall() < 0.85 {
		t.Errorf("precision %.3f, want 0.95; recall %.3f, want 0.85", both.precision(), both.recall())
	}
}

// add counts what was found in d against its labels.
func (s *score) add(d *schema.Document, l label, report func(string, ...any)) {
	want := map[schema.Span]schema.Span{} // long form by short form
	said := map[string]bool{}
	for _, def := range l.Definitions {
		pair := def.Short
		for _, word := range strings.Fields(def.LongSpan.Of(d.Text)) {
			pair += " " + viet.Key(word)
		}
		if !said[pair] {
			want[def.ShortSpan] = def.LongSpan
		}
		said[pair] = true
	}
	s.labelled += len(want)
	s.found += len(d.Acronyms)
	for _, a := range d.Acronyms {
		long, ok := want[a.ShortSpan]
		delete(want, a.ShortSpan)
		if ok {
			s.rightShort++
		}
		if ok && long == a.LongSpan {
			s.right++
			continue
		}
		report("%s: wrong: %s = %q (%s), labelled %q", l.ID, a.Short, a.Long, a.Kind, long.Of(d.Text))
	}
	for short, long := range want {
		report("%s: missed: %s = %q", l.ID, short.Of(d.Text), strings.TrimSpace(long.Of(d.Text)))
	}
}
