package index_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"soi/index"
	"soi/index/schema"
)

// similar tells the documents like one, with what they have in common.
func similar(t *testing.T, ix *index.Index, id string, limit int) (hits []string, r schema.Similar) {
	t.Helper()
	r, err := ix.Similar(t.Context(), id, limit)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range r.Hits {
		hits = append(hits, h.ID)
	}
	return hits, r
}

// Reports of neighbours in nearly the same words are similar; a document
// itself and its copies are not, and of others' copies there is one.
func TestSimilar(t *testing.T) {
	ix := republished(t)
	hits, r := similar(t, ix, "a2", 5)
	var copies []string
	for _, c := range r.Copies {
		copies = append(copies, c.ID)
	}
	if !slices.Equal(copies, []string{"a3", "a1"}) {
		t.Errorf("copies %s, want a3 a1, the earliest first", copies)
	}
	slices.Sort(hits)
	if !slices.Equal(hits, []string{"b1", "c", "d"}) && !slices.Equal(hits, []string{"b2", "c", "d"}) {
		t.Errorf("similar %s, want c, d and one of b1 and b2", hits)
	}
	for _, h := range r.Hits {
		if !slices.ContainsFunc(h.Why, func(r schema.Reason) bool { return r.Kind == schema.ReasonNearly }) {
			t.Errorf("%s says %v, want that it is nearly the same", h.ID, h.Why)
		}
	}
	if hits, _ := similar(t, ix, "a2", 1); len(hits) != 1 {
		t.Errorf("%d documents, want 1", len(hits))
	}
	if _, err := ix.Similar(t.Context(), "gone", 5); !errors.Is(err, schema.ErrNotFound) {
		t.Errorf("a document that is not there: %v", err)
	}
}

// The sample reports: the report of a neighbour on the same boilerplate comes
// first and says what both say; the same directive is named.
func TestSimilarSamples(t *testing.T) {
	ix := samples(t)
	all := search(t, ix, schema.Request{Query: `"sắp xếp còn cơ học"`, Filter: schema.Filter{Province: []string{"Sóc Trăng"}}})
	hits, r := similar(t, ix, all.Hits[0].ID, 5)
	if len(hits) == 0 || !strings.HasPrefix(hits[0], "bac-lieu") {
		t.Fatalf("similar to the report of Sóc Trăng: %s, want Bạc Liêu first", hits)
	}
	var kinds []schema.ReasonKind
	for _, w := range r.Hits[0].Why {
		kinds = append(kinds, w.Kind)
		if w.Kind == schema.ReasonDirectives && (len(w.Args) == 0 || r.Labels.Of(w.Args[0]) == "") {
			t.Errorf("the same directives are %q", w.Args)
		}
	}
	if !slices.Contains(kinds, schema.ReasonDirectives) || !slices.Contains(kinds, schema.ReasonShared) {
		t.Errorf("reasons %v, want the same directives and what both say", kinds)
	}
	if r.Hits[0].Score < 0.3 || !slices.IsSortedFunc(r.Hits, func(a, b schema.Hit) int { return -compareScores(a, b) }) {
		t.Errorf("scores are out of order: %v", r.Hits)
	}
	lone := similarTo(t, ix, "cong-ty-det-lam-giang")
	if slices.ContainsFunc(lone, func(id string) bool { return strings.HasPrefix(id, "cong-ty-det-lam-giang") }) {
		t.Error("a document is similar to itself")
	}
}

func compareScores(a, b schema.Hit) int {
	switch {
	case a.Score < b.Score:
		return -1
	case a.Score > b.Score:
		return 1
	}
	return 0
}

// similarTo gives the documents like the sample whose id begins so.
func similarTo(t *testing.T, ix *index.Index, prefix string) []string {
	t.Helper()
	for _, h := range search(t, ix, schema.Request{Limit: 1000}).Hits {
		if strings.HasPrefix(h.ID, prefix) {
			hits, _ := similar(t, ix, h.ID, 5)
			return hits
		}
	}
	t.Fatalf("no sample %s", prefix)
	return nil
}
