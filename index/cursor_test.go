package index_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"soi/index/schema"
)

// Page after page by cursor gives every hit once, in the order of one large
// page, past the hits that are ranked twice.
func TestCursor(t *testing.T) {
	var docs []*schema.Document
	for i := range 450 {
		d := text(fmt.Sprintf("d%03d", i), "Báo cáo", strings.Repeat("chi bộ tự soi tự sửa ", 1+i%5)+strings.Repeat("việc khác ", i%11))
		if i%3 > 0 {
			d.Year = 2015 + i%9
			d.Published = fmt.Sprintf("%d-0%d-11", d.Year, 1+i%7)
		}
		docs = append(docs, d)
	}
	ix := corpus(t, docs...)
	for _, tt := range []struct {
		query string
		sort  schema.Sort
	}{
		{"tự soi", ""}, {"tự", schema.SortScore}, {"", ""}, {`"tự sửa" OR khác`, ""},
		{"tự soi", schema.SortNewest}, {"tự soi", schema.SortOldest},
	} {
		want := ids(search(t, ix, schema.Request{Query: tt.query, Sort: tt.sort, Limit: 1000}))
		for _, limit := range []int{7, 100, 225, 449, 450} {
			var got []string
			for req := (schema.Request{Query: tt.query, Sort: tt.sort, Limit: limit, Snippet: -1}); ; {
				r := search(t, ix, req)
				got = append(got, ids(r)...)
				if req.Cursor = r.Next; r.Next == "" || len(got) > len(want) {
					break
				}
			}
			if len(want) != 450 || !slices.Equal(got, want) {
				t.Errorf("%q by %q in pages of %d: %d hits, want %d in the same order", tt.query, tt.sort, limit, len(got), len(want))
			}
		}
	}
}

// The pages of a search that is held are those of one generation: what is
// written and refreshed meanwhile is in none of them.
func TestCursorHeld(t *testing.T) {
	var docs []*schema.Document
	for i := range 30 {
		docs = append(docs, text(fmt.Sprintf("d%02d", i), "Báo cáo", strings.Repeat("tự soi ", 1+i%7)))
	}
	ix := corpus(t, docs...)
	dir := ix.Info().Dir
	want := ids(search(t, ix, schema.Request{Query: "soi", Limit: 30}))
	held, release := ix.Hold()
	var got []string
	for req := (schema.Request{Query: "soi", Limit: 7}); len(got) < 40; {
		r, err := held(context.Background(), req)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, ids(r)...)
		if req.Cursor = r.Next; r.Next == "" {
			break
		}
		put(t, dir, text(fmt.Sprint("new", len(got)), "Mới", "soi soi soi"))
		put(t, dir, text(want[len(want)-1], "Khác", "không còn"))
		if changed, err := ix.Refresh(context.Background()); !changed || err != nil {
			t.Fatal(changed, err)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("held pages have\n%v, want\n%v", got, want)
	}
	release()
	if n := search(t, ix, schema.Request{Query: "soi"}).Total; n != 33 {
		t.Errorf("%d hits after all, want 33", n) // 29 old and 4 new
	}
}

func TestCursorRefused(t *testing.T) {
	ix := corpus(t, text("a", "Một", "tự soi"), text("b", "Hai", "tự soi"))
	next := search(t, ix, schema.Request{Query: "soi", Limit: 1}).Next
	for _, tt := range []struct {
		cursor string
		sort   schema.Sort
	}{
		{"x", ""}, {"????", ""}, {next, schema.SortNewest}, {next[:8], ""}, {strings.Repeat("A", 40), ""},
	} {
		if _, err := ix.Search(context.Background(), schema.Request{Query: "soi", Cursor: tt.cursor, Sort: tt.sort}); !errors.Is(err, schema.ErrCursor) {
			t.Errorf("cursor %q by %q: %v", tt.cursor, tt.sort, err)
		}
	}
}

// A cursor keeps its place when the document it points at is gone.
func TestCursorOfGone(t *testing.T) {
	first := corpus(t, text("a", "Một", "soi"), text("b", "Một", "soi"), text("c", "Một", "soi"))
	second := corpus(t, text("a", "Một", "soi"), text("c", "Một", "soi"), text("d", "Một", "soi"))
	for _, sort := range []schema.Sort{schema.SortNewest, schema.SortOldest} {
		next := search(t, first, schema.Request{Sort: sort, Limit: 2}).Next
		if got := ids(search(t, second, schema.Request{Sort: sort, Cursor: next})); !slices.Equal(got, []string{"c", "d"}) {
			t.Errorf("%s: after b come %v, want c and d", sort, got)
		}
	}
}
