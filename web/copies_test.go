package web

import (
	"context"
	"net/http"
	"testing"

	"soi/index/schema"
)

// copied finds three documents, two of them copies of the first unless they
// are to be by themselves.
type copied struct{ fake }

func (c *copied) Search(_ context.Context, req schema.Request) (schema.Results, error) {
	r := schema.Results{Query: req.Query, Total: 32, Folded: 12, Hits: []schema.Hit{{ID: "a", Title: "Tự soi", MoreCopies: 10, Copies: []schema.Copy{
		{ID: "b", Title: "Tự <soi>", URL: "https://bao.example/b", Published: "2022-11-05"},
		{ID: "c", Site: "trang.example"},
	}}, {ID: "d", Title: "Tự sửa"}}}
	if req.Unfold {
		r.Folded, r.Hits = 0, r.Hits[1:]
	}
	return r, nil
}

func TestCopiesFolded(t *testing.T) {
	h := Handler(&copied{}, Options{})
	s := get(t, h, "/search?q=soi&page=2&lang=vi")
	same(t, "count", s.texts(".copies summary"), []string{"+12 bản đăng lại"})
	same(t, "copies", s.texts(".copies li"), []string{"Tự <soi> bao.example05/11/2022", "Tài liệu không có tiêu đề trang.examplekhông rõ ngày"})
	same(t, "addresses", s.attrs(".copies li a", "href"), []string{"/doc/b?q=soi&page=2&lang=vi", "/doc/c?q=soi&page=2&lang=vi"})
	same(t, "rest", s.texts(".copies .rest"), []string{"và 10 bản nữa"})
	same(t, "unfold", s.attrs(".folded a", "href"), []string{"/search?q=soi&copies=1&lang=vi"})
	same(t, "link", s.texts(".folded a"), []string{"Hiện riêng 12 bản đăng lại"})
	same(t, "pages, which results fill", s.texts(".pages li"), []string{"1", "2"})

	s = get(t, h, "/search?q=soi&copies=1&lang=en")
	same(t, "fold", s.attrs(".folded a", "href"), []string{"/search?q=soi&lang=en"})
	same(t, "link", s.texts(".folded a"), []string{"Fold copies of a report"})
	same(t, "hidden", s.attrs("#find input[name=copies]", "value"), []string{"1"})
	same(t, "pages, which documents fill", s.texts(".pages li"), []string{"1", "2", "3"})

	if s := get(t, h, "/search?q=soi&copies=yes"); s.code != http.StatusBadRequest {
		t.Errorf("copies=yes is answered with %d", s.code)
	}
}
