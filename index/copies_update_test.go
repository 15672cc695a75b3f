package index_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"soi/index"
	"soi/index/internal/copies"
	"soi/index/schema"
)

// run writes documents into the index in dir, after it removed others.
func run(t testing.TB, dir string, removed []string, docs ...*schema.Document) {
	t.Helper()
	w, err := index.OpenWriter(t.Context(), dir, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if len(removed) > 0 {
		if _, err := w.Remove(t.Context(), removed...); err != nil {
			t.Fatal(err)
		}
	}
	for _, d := range docs {
		if err := w.Put(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// grouped gives the groups of the index in dir, "a+b c".
func grouped(t *testing.T, dir string) string {
	t.Helper()
	ix, err := index.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	return folds(search(t, ix, schema.Request{Query: "nhật ký", Sort: schema.SortNewest, Limit: 100}))
}

// Who leaves a group that was named after it takes nothing of it along: the
// group that it founds elsewhere is another one.
func TestCopiesFounderLeaves(t *testing.T) {
	first := []*schema.Document{hearing("a", "Một", 1), hearing("b", "Một", 1), hearing("c", "Một", 1)}
	t.Run("rewritten", func(t *testing.T) {
		dir := t.TempDir()
		run(t, dir, nil, first...)
		run(t, dir, nil, hearing("a", "Hai", 2), hearing("d", "Hai", 2))
		if got := grouped(t, dir); got != "a+d b+c" {
			t.Errorf("%s, want a+d b+c", got)
		}
	})
	t.Run("removed", func(t *testing.T) {
		dir := t.TempDir()
		run(t, dir, nil, first...)
		run(t, dir, []string{"a"})
		run(t, dir, nil, hearing("a", "Hai", 2))
		run(t, dir, nil, hearing("d", "Hai", 2))
		if got := grouped(t, dir); got != "a+d b+c" {
			t.Errorf("%s, want a+d b+c", got)
		}
	})
}

// However documents are rewritten and removed, a group holds copies only, and
// all that a rebuild would find.
func TestCopiesUpdatedRandom(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	dir := t.TempDir()
	now := map[string]*schema.Document{}
	for step := range 25 {
		var removed []string
		var docs []*schema.Document
		for n := range 8 {
			id := string(rune('a' + n))
			switch random.IntN(4) {
			case 0:
				if now[id] != nil {
					removed = append(removed, id)
					delete(now, id)
				}
			case 1:
				now[id] = hearing(id, "Lấy ý kiến", 1+random.IntN(3))
				docs = append(docs, now[id])
			}
		}
		run(t, dir, removed, docs...)
		got := grouped(t, dir)
		for _, group := range strings.Fields(got) {
			members := strings.FieldsFunc(group, func(r rune) bool { return r == '+' || r == ',' })
			for _, other := range members[1:] {
				if !copies.Same(body(now[members[0]]), body(now[other])) {
					t.Fatalf("step %d: %s and %s are no copies, in %s", step, members[0], other, got)
				}
			}
		}
		rebuilt := t.TempDir()
		run(t, rebuilt, nil, sorted(now)...)
		if want := grouped(t, rebuilt); got != want {
			t.Fatalf("step %d: %s, a rebuild gives %s", step, got, want)
		}
	}
}

func body(d *schema.Document) *copies.Text {
	var parts []string
	for _, span := range d.Body {
		parts = append(parts, span.Of(d.Text))
	}
	return copies.New(parts)
}

func sorted(docs map[string]*schema.Document) []*schema.Document {
	var all []*schema.Document
	for n := range 26 {
		if d := docs[fmt.Sprintf("%c", 'a'+n)]; d != nil {
			all = append(all, d)
		}
	}
	return all
}
