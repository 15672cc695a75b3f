package main

import (
	"fmt"
	"math"
	"testing"
)

func TestMeasure(t *testing.T) {
	second := 1 / math.Log2(3) // discount of rank 2
	for _, tt := range []struct {
		name              string
		ranking, relevant []string
		ndcg, mrr, recall float64
	}{
		{"first", []string{"a", "b"}, []string{"a"}, 1, 1, 1},
		{"second", []string{"b", "a"}, []string{"a"}, second, 0.5, 1},
		{"none", []string{"b", "c"}, []string{"a"}, 0, 0, 0},
		{"one of two", []string{"a", "c"}, []string{"a", "b"}, 1 / (1 + second), 1, 0.5},
		{"both", []string{"b", "a"}, []string{"a", "b"}, 1, 1, 1},
		{"eleventh", []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a"}, []string{"a"}, 0, 0, 0},
		{"given twice", []string{"a", "a"}, []string{"a", "b"}, 1 / (1 + second), 1, 0.5},
		{"judged twice", []string{"a"}, []string{"a", "a"}, 1, 1, 1},
		{"empty ranking", nil, []string{"a"}, 0, 0, 0},
	} {
		got := measure(tt.ranking, tt.relevant)
		if !near(got.NDCG, tt.ndcg) || !near(got.MRR, tt.mrr) || !near(got.Recall, tt.recall) {
			t.Errorf("%s: measure(%v, %v) = %+v, want ndcg %v, mrr %v, recall %v",
				tt.name, tt.ranking, tt.relevant, got, tt.ndcg, tt.mrr, tt.recall)
		}
	}
}

func TestMean(t *testing.T) {
	got := mean([]relevance{{1, 1, 1, 1}, {1, 0, 0, 0.5}})
	if want := (relevance{2, 0.5, 0.5, 0.75}); got != want {
		t.Errorf("mean = %+v, want %+v", got, want)
	}
	if got := mean(nil); got != (relevance{}) {
		t.Errorf("mean of nothing = %+v", got)
	}
}

func TestRelevanceAgainst(t *testing.T) {
	outcome := func(id string, ndcg float64) queryOutcome { return queryOutcome{ID: id, NDCG: ndcg} }
	before := relevanceRun{[]queryOutcome{outcome("a", 1), outcome("b", 0.5), outcome("c", 0.5), outcome("d", 0.2), outcome("gone", 1)}}
	after := relevanceRun{[]queryOutcome{outcome("a", 0.4), outcome("b", 0.6), outcome("c", 0.5), outcome("d", 1), outcome("new", 1)}}
	d := after.against(before)
	got := ""
	for _, c := range d.Gains {
		got += fmt.Sprintf("%s%+.1f ", c.After.ID, c.by())
	}
	for _, c := range d.Losses {
		got += fmt.Sprintf("%s%+.1f ", c.After.ID, c.by())
	}
	if got += fmt.Sprint(d.Same, d.Apart); got != "d+0.8 b+0.1 a-0.6 1 2" {
		t.Errorf("against: %s", got)
	}
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-12 }
