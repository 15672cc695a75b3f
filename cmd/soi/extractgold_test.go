package main

import (
	"context"
	"io"
	"testing"

	"soi/testdata/shared"
)

// TestLabelledArticles holds what extraction reaches on the articles that were
// labelled by hand, a little below the figures of the day. Rules were made on
// half "dev" only; "held" tells what they are worth elsewhere.
func TestLabelledArticles(t *testing.T) {
	for _, tt := range []struct {
		half string
		want map[string]floor
	}{
		{"dev", map[string]floor{
			fieldReferences: {precision: 0.98, recall: 0.98}, // 108 of 108 found, none wrong
			fieldIdentities: {precision: 0.98, recall: 0.95}, // 41 of 41
			"province":      {precision: 0.97, recall: 0.97}, // 35 of 35, none invented
		}},
		{"held", map[string]floor{
			fieldReferences: {precision: 0.97, recall: 0.96}, // 101 of 103 found, 1 wrong
			fieldIdentities: {precision: 0.97, recall: 0.91}, // 33 of 35, none wrong
			"province":      {precision: 0.97, recall: 0.93}, // 30 of 31, none invented
		}},
	} {
		got := scores(compareArticles(t, "references.jsonl", tt.half).outcomes)
		for field, want := range tt.want {
			want.check(t, tt.half+" "+field, got[field])
		}
	}
}

// TestLabelledPlaces does so for whose doing an article tells of and where. News
// is no report of a body, so this is harder than reports are. No article has a
// line with its date, and nothing may be taken for one.
func TestLabelledPlaces(t *testing.T) {
	for _, tt := range []struct {
		half string
		want map[string]floor
	}{
		{"dev", map[string]floor{
			"level":    {precision: 0.80, recall: 0.80}, // 21 of 26, 5 wrong or invented
			"province": {precision: 0.94, recall: 0.94}, // 17 of 18, 1 invented
			"district": {precision: 0.74, recall: 0.97}, // 6 of 6, 2 invented
			"commune":  {precision: 0.97, recall: 0.33}, // 1 of 3, none wrong
		}},
		{"held", map[string]floor{
			"level":    {precision: 0.66, recall: 0.63}, // 26 of 41, 13 wrong or invented
			"province": {precision: 0.97, recall: 0.96}, // 28 of 29, none wrong
			"district": {precision: 0.97, recall: 0.72}, // 8 of 11, none wrong
			"commune":  {precision: 0.19, recall: 0.97}, // 1 of 1, 4 invented
		}},
	} {
		got := scores(compareArticles(t, "places.jsonl", tt.half).outcomes)
		for field, want := range tt.want {
			want.check(t, tt.half+" "+field, got[field])
		}
		if dates := got["published"]; dates.Found > 0 {
			t.Errorf("%s: %d dates were found in articles that have none", tt.half, dates.Found)
		}
	}
}

// compareArticles extracts the articles of the Party corpus that a half of a file
// of labels names, and compares.
func compareArticles(t *testing.T, labels, half string) *comparison {
	t.Helper()
	a := newApp(testStreams(io.Discard, io.Discard), nil)
	opts := evalExtractOptions{
		Gold: "../../testdata/gold/" + labels, Half: half, Documents: shared.Path(t, "data/corpora/party-2k.jsonl.gz"),
	}
	gold, err := readGold(opts.Gold, opts.Half)
	if err != nil {
		t.Fatal(err)
	}
	documents, err := a.labelledDocuments(context.Background(), gold, opts)
	if err != nil {
		t.Fatal(err)
	}
	compared := newComparison()
	for _, g := range gold {
		if documents[g.name()] == nil {
			t.Fatalf("%s is not in the corpus", g.name())
		}
		compared.add(g, documents[g.name()])
	}
	return compared
}

// A floor is what a score must reach.
type floor struct{ precision, recall float64 }

func (f floor) check(t *testing.T, name string, got score) {
	t.Helper()
	if got.Precision == nil || got.Recall == nil {
		t.Errorf("%s: nothing was compared", name)
		return
	}
	t.Logf("%s: precision %.3f (%d of %d), recall %.3f (of %d)", name, *got.Precision, got.Right, got.Found, *got.Recall, got.Gold)
	if *got.Precision < f.precision || *got.Recall < f.recall {
		t.Errorf("%s: precision %.3f and recall %.3f, want %.2f and %.2f", name, *got.Precision, *got.Recall, f.precision, f.recall)
	}
}
