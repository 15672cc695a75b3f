package main

import (
	"path/filepath"
	"testing"

	"soi/index"
	"soi/testdata/shared"
)

// TestRelevanceFloors holds nDCG@10 on judged questions, with their marks and
// without. Plain BM25 over exact words, and over folded ones without marks,
// has .905 and .890 on ALQAC 2022, .925 and .905 on UIT's regulations and wiki,
// .693 and .672 on web questions, whose titles are the questions themselves.
func TestRelevanceFloors(t *testing.T) {
	for _, tt := range []struct {
		set              string
		noTitle          bool
		marked, stripped float64
	}{
		{"alqac2022", false, 0.945, 0.945},
		{"uit-reg-wiki", false, 0.940, 0.931},
		{"vi-webqa-mailong25", true, 0.705, 0.705},
	} {
		folder := "data/relevance/" + tt.set + "/"
		dir := filepath.Join(t.TempDir(), "index")
		mustIndex(t, dir, shared.Path(t, folder+"corpus.jsonl.gz"))
		ix, err := index.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer ix.Close()
		queries, err := readJudgedQueries(shared.Path(t, folder+"queries.jsonl.gz"))
		if err != nil {
			t.Fatal(err)
		}
		for strip, least := range map[bool]float64{false: tt.marked, true: tt.stripped} {
			run, err := evaluate(t.Context(), ix, queries, relevanceOptions{Strip: strip, NoTitle: tt.noTitle})
			if err != nil {
				t.Fatal(err)
			}
			got := run.mean().NDCG
			t.Logf("%s, marks taken off %t: nDCG@10 %.4f", tt.set, strip, got)
			if got < least {
				t.Errorf("%s, marks taken off %t: nDCG@10 %.4f, want %.3f", tt.set, strip, got, least)
			}
		}
	}
}
