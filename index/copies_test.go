package index_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"soi/index"
	"soi/index/schema"
)

// hearing is a report of our own writing, long enough to be compared; number
// tells one from another.
func hearing(id, title string, number int) *schema.Document {
	return text(id, title, fmt.Sprintf("Chi bộ %d tổ chức hội nghị lấy ý kiến nhân dân về việc tự soi, tự sửa của đảng viên. "+
		"Mỗi đảng viên ghi một trang nhật ký, cuối tháng đọc trước chi bộ; việc nào chưa làm được thì nói rõ vì sao và khi nào làm xong. "+
		"Có %d ý kiến góp ý trực tiếp, phần lớn về nền nếp sinh hoạt và thái độ tiếp dân; các ý kiến được trả lời ngay tại hội nghị.", number, 10*number+7))
}

// republished is a corpus with one report on three pages, one on two, and two
// that stand alone.
func republished(t testing.TB) *index.Index {
	t.Helper()
	docs := []*schema.Document{
		hearing("a1", "Chi bộ Một lấy ý kiến", 1), hearing("a2", "Lấy ý kiến ở Chi bộ Một", 1), hearing("a3", "Chi bộ Một: nghe dân nói", 1),
		hearing("b1", "Chi bộ Hai lấy ý kiến", 2), hearing("b2", "Nghe dân ở Chi bộ Hai", 2),
		hearing("c", "Chi bộ Ba lấy ý kiến", 3), hearing("d", "Chi bộ Bốn lấy ý kiến", 4),
	}
	for i, d := range docs {
		d.Published = fmt.Sprintf("2022-11-%02d", 20-i)
		d.Site = []string{"bao.example", "trang.example"}[i%2]
	}
	return corpus(t, docs...)
}

// folds tells hits with their copies: "a1+a2,a3 b1+b2 c d".
func folds(r schema.Results) string {
	var all []string
	for _, h := range r.Hits {
		one := h.ID
		for i, c := range h.Copies {
			one += []string{"+", ","}[min(i, 1)] + c.ID
		}
		all = append(all, one)
	}
	return strings.Join(all, " ")
}

// A report on several pages is one hit that tells the others. Totals and
// facets count documents all the same.
func TestCopiesFolded(t *testing.T) {
	ix := republished(t)
	for _, tt := range []struct {
		req    schema.Request
		want   string
		total  int
		folded int
	}{
		{schema.Request{Query: "nhật ký"}, "a1+a3,a2 b1+b2 c d", 7, 3},
		{schema.Request{Query: "nghe OR nhật"}, "a3+a2,a1 b2+b1 c d", 7, 3}, // the one with the word in its title stands for the others
		{schema.Request{Query: "nhật ký", Unfold: true}, "a1 a2 a3 b1 b2 c d", 7, 0},
		{schema.Request{Query: "nhật ký", Sort: schema.SortOldest}, "d c b2+b1 a3+a2,a1", 7, 3},
		{schema.Request{Query: "nhật ký", Sort: schema.SortNewest}, "a1+a3,a2 b1+b2 c d", 7, 3},
		{schema.Request{Query: "nhật ký", Filter: schema.Filter{Site: []string{"trang.example"}}}, "a2 b1 c", 3, 0}, // only what passes counts
		{schema.Request{Query: "hai"}, "b1+b2", 2, 1},
		{schema.Request{}, "a1+a3,a2 b1+b2 c d", 7, 3},
	} {
		tt.req.Facets = true
		tt.req.Facet = []schema.Field{schema.FieldSite}
		r := search(t, ix, tt.req)
		if got := folds(r); got != tt.want || r.Total != tt.total || r.Folded != tt.folded {
			t.Errorf("%q %s: %s, total %d, folded %d; want %s, %d, %d", tt.req.Query, tt.req.Sort, got, r.Total, r.Folded, tt.want, tt.total, tt.folded)
		}
		n := 0
		for _, v := range r.Facets[0].Values {
			if len(tt.req.Filter.Site) == 0 || v.Selected {
				n += v.Count
			}
		}
		if n != r.Total {
			t.Errorf("%q: the facet counts %d documents, the total is %d", tt.req.Query, n, r.Total)
		}
	}
}

// Of more copies than are listed, those published first are, whatever their
// ids; those of no known date come last.
func TestCopiesEarliest(t *testing.T) {
	const copies, listed = 28, 20
	var docs []*schema.Document
	var want []string
	for i := range copies {
		d := hearing(fmt.Sprintf("%02d", i), "Lấy ý kiến", 1)
		if i%10 != 9 {
			d.Published = fmt.Sprintf("2022-11-%02d", 30-i)
			want = slices.Insert(want, 0, d.ID)
		}
		docs = append(docs, d)
	}
	want = slices.DeleteFunc(want, func(id string) bool { return id == "00" })[:listed] // it stands for them
	ix := corpus(t, docs...)
	hits := search(t, ix, schema.Request{Query: "nhật ký"}).Hits
	similar, err := ix.Similar(t.Context(), "00", 5)
	if err != nil || len(hits) != 1 || hits[0].ID != "00" {
		t.Fatalf("%d hits, error %v; want one, 00", len(hits), err)
	}
	for what, found := range map[string][]schema.Copy{"a hit": hits[0].Copies, "a document": similar.Copies} {
		var got []string
		for _, c := range found {
			got = append(got, c.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("of %s %v are told, want %v", what, got, want)
		}
	}
	if more := copies - 1 - listed; hits[0].MoreCopies != more || similar.MoreCopies != more {
		t.Errorf("%d and %d more, want %d", hits[0].MoreCopies, similar.MoreCopies, more)
	}
}

// Pages hold each report once, whether they go by offset or by cursor.
func TestCopiesPaged(t *testing.T) {
	ix := republished(t)
	for _, sort := range []schema.Sort{schema.SortScore, schema.SortNewest, schema.SortOldest} {
		for _, query := range []string{"nhật ký", "ý", ""} {
			req := schema.Request{Query: query, Sort: sort, Limit: 50}
			want := folds(search(t, ix, req))
			req.Limit = 1
			var byOffset, byCursor []string
			for req.Offset = 0; req.Offset < 6; req.Offset++ {
				byOffset = append(byOffset, folds(search(t, ix, req)))
			}
			req.Offset = 0
			for {
				r := search(t, ix, req)
				byCursor = append(byCursor, folds(r))
				if req.Cursor = r.Next; r.Next == "" {
					break
				}
			}
			if got := strings.TrimSpace(strings.Join(byOffset, " ")); got != want {
				t.Errorf("%q %s by offset: %s, want %s", query, sort, got, want)
			}
			if got := strings.Join(byCursor, " "); got != want {
				t.Errorf("%q %s by cursor: %s, want %s", query, sort, got, want)
			}
		}
	}
}

// Whatever documents are copies, and in whichever segments, all pages together
// hold each document that matches once: as a hit, or as the copy of one.
func TestCopiesPagedRandom(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	dir := t.TempDir()
	for range 4 {
		w, err := index.OpenWriter(t.Context(), dir, index.WriterOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for range 80 { // 320 documents, more than are ranked twice
			n := r.IntN(150)
			d := hearing(fmt.Sprintf("%03d", r.IntN(1000)), []string{"Nghe dân nói", "Lấy ý kiến"}[r.IntN(2)], n)
			d.Published = fmt.Sprintf("2022-11-%02d", 1+r.IntN(28))
			d.Site = []string{"bao.example", "trang.example", "tin.example"}[r.IntN(3)]
			var twice *index.DuplicateError
			if err := w.Put(t.Context(), d); err != nil && !errors.As(err, &twice) {
				t.Fatal(err)
			}
		}
		if _, err := w.Commit(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	ix, err := index.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	for _, req := range []schema.Request{
		{}, {Query: "nhật ký"}, {Query: "nghe"}, {Query: "nghe OR chi bộ", Sort: schema.SortOldest}, {Query: "ý kiến", Sort: schema.SortNewest},
		{Query: "hội nghị", Filter: schema.Filter{Site: []string{"bao.example", "tin.example"}}},
	} {
		req.Limit, req.Unfold = 1000, true
		all := search(t, ix, req)
		want := ids(all)
		slices.Sort(want)
		req.Unfold = false
		for _, limit := range []int{1, 7, 1000} {
			req.Limit = limit
			byCursor, folded := pagesByCursor(t, ix, req)
			byOffset := pagesByOffset(t, ix, req)
			if !slices.Equal(byCursor, byOffset) {
				t.Errorf("%q by %d: cursor and offset give other pages", req.Query, limit)
			}
			var got []string
			for _, h := range byCursor {
				got = append(got, strings.FieldsFunc(h, func(r rune) bool { return r == '+' || r == ',' })...)
			}
			slices.Sort(got)
			if !slices.Equal(got, want) || folded == 0 || len(byCursor) != all.Total-folded {
				t.Errorf("%q by %d: %d hits and copies on %d lines, want %d on %d", req.Query, limit, len(got), len(byCursor), len(want), all.Total-folded)
			}
		}
	}
}

func pagesByCursor(t *testing.T, ix *index.Index, req schema.Request) (hits []string, folded int) {
	t.Helper()
	for {
		r := search(t, ix, req)
		hits = append(hits, strings.Fields(folds(r))...)
		if req.Cursor = r.Next; r.Next == "" {
			return hits, r.Folded
		}
	}
}

func pagesByOffset(t *testing.T, ix *index.Index, req schema.Request) (hits []string) {
	t.Helper()
	for {
		r := search(t, ix, req)
		if len(r.Hits) == 0 {
			return hits
		}
		hits = append(hits, strings.Fields(folds(r))...)
		req.Offset += len(r.Hits)
	}
}

// The sample reports: one district's on two sites, shortened and retitled, is
// one report; two provinces' that share their boilerplate are two.
func TestSampleCopies(t *testing.T) {
	ix := samples(t)
	r := search(t, ix, schema.Request{Query: `"góc nhắc"`})
	if got := folds(r); got != "hai-phong-an-lao-2022-cong-huyen+hai-phong-an-lao-2022-trang-tin" &&
		got != "hai-phong-an-lao-2022-trang-tin+hai-phong-an-lao-2022-cong-huyen" {
		t.Errorf("found %s, want the two pages of An Lão as one", got)
	}
	r = search(t, ix, schema.Request{Query: `"sắp xếp còn cơ học"`})
	got := ids(r)
	slices.Sort(got)
	if len(got) != 2 || !strings.HasPrefix(got[0], "bac-lieu") || !strings.HasPrefix(got[1], "soc-trang") {
		t.Errorf("found %s, want the reports of Bạc Liêu and Sóc Trăng", folds(r))
	}
	if all := search(t, ix, schema.Request{Limit: 1}); all.Folded != 1 {
		t.Errorf("%d of the samples are copies, want 1", all.Folded)
	}
}

// Groups follow updates and removals, and stay as they are where nothing
// changes.
func TestCopiesUpdated(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	step := func(what, want string, change func(w *index.Writer) error) {
		t.Helper()
		w, err := index.OpenWriter(ctx, dir, index.WriterOptions{})
		if err != nil {
			t.Fatal(err)
		}
		defer w.Close()
		if err := change(w); err != nil {
			t.Fatal(what, err)
		}
		if _, err := w.Commit(ctx); err != nil {
			t.Fatal(what, err)
		}
		ix, err := index.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer ix.Close()
		if got := folds(search(t, ix, schema.Request{Query: "nhật ký", Sort: schema.SortNewest})); got != want {
			t.Errorf("%s: %s, want %s", what, got, want)
		}
	}
	puts := func(docs ...*schema.Document) func(w *index.Writer) error {
		return func(w *index.Writer) error {
			for _, d := range docs {
				if err := w.Put(ctx, d); err != nil {
					return err
				}
			}
			return nil
		}
	}
	removes := func(ids ...string) func(w *index.Writer) error {
		return func(w *index.Writer) error {
			_, err := w.Remove(ctx, ids...)
			return err
		}
	}
	step("one", "a", puts(hearing("a", "Một", 1)))
	step("its copy, and another", "a+b c", puts(hearing("b", "Một lần nữa", 1), hearing("c", "Hai", 2)))
	step("a third", "a+b,d c", puts(hearing("d", "Một", 1)))
	step("the first goes", "b+d c", removes("a"))
	step("another number", "b c d", puts(hearing("d", "Một", 3)))
	step("as it was", "b+d c", puts(hearing("d", "Một", 1)))
	step("no change", "b+d c", puts(hearing("d", "Một", 1)))
	step("all but one go", "d", removes("b", "c"))
	step("a copy again", "d+e", puts(hearing("e", "Một", 1)))
}

// Reports from two known places are never one, whatever their texts.
func TestCopiesElsewhere(t *testing.T) {
	a, b, c := hearing("a", "Một", 1), hearing("b", "Một", 1), hearing("c", "Một", 1)
	a.Province, b.Province = "Bắc Giang", "Bắc Ninh"
	if got := folds(search(t, corpus(t, a, b, c), schema.Request{Query: "nhật ký"})); got != "a+c b" {
		t.Errorf("found %s, want a+c b: c, of no known place, joins the first", got)
	}
}

// Reports of two known times are never one, whatever their texts: by the title,
// or by the days they were published on, where the turn of a year is none.
func TestCopiesAtAnotherTime(t *testing.T) {
	titled := func(id, title, published string, year int) *schema.Document {
		d := hearing(id, title, 1)
		d.Published, d.Year = published, year
		return d
	}
	for _, tt := range []struct {
		why  string
		docs []*schema.Document
		want string
	}{
		{"years in titles", []*schema.Document{titled("a", "Báo cáo năm 2022", "", 0), titled("b", "Báo cáo năm 2023", "", 0)}, "a b"},
		{"quarters in titles", []*schema.Document{titled("a", "Báo cáo quý I", "", 0), titled("b", "Báo cáo quý II", "", 0)}, "a b"},
		{"one title without", []*schema.Document{titled("a", "Báo cáo năm 2022", "", 0), titled("b", "Nghe dân nói", "", 0)}, "a+b"},
		{"published far apart", []*schema.Document{titled("a", "Một", "2022-06-30", 2022), titled("b", "Một", "2023-06-30", 2023)}, "b a"},
		{"published near the turn of a year", []*schema.Document{titled("a", "Một", "2022-12-30", 2022), titled("b", "Một", "2023-01-02", 2023)}, "b+a"},
		{"years", []*schema.Document{titled("a", "Một", "", 2022), titled("b", "Một", "", 2023)}, "a b"},
	} {
		if got := folds(search(t, corpus(t, tt.docs...), schema.Request{Query: "nhật ký", Sort: schema.SortNewest})); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.why, got, tt.want)
		}
	}
}
