package web

import (
	"context"
	"errors"
	"log/slog"
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

// alike has copies and similar reports of every document.
type alike struct{ fake }

func (a *alike) Similar(context.Context, string, int) (schema.Similar, error) {
	return schema.Similar{
		Copies: []schema.Copy{{ID: "b", Title: "Tự soi", URL: "https://bao.example/b", Published: "2022-11-05"}}, MoreCopies: 3,
		Hits: []schema.Hit{{ID: "c", Title: "Góc nhắc", Province: "Hòa Bình", Published: "2022-11-05", Why: []schema.Reason{
			{Kind: schema.ReasonNearly},
			{Kind: schema.ReasonDirectives, Args: []string{"21-KL/TW@XIII", "05-CT/TW"}},
			{Kind: schema.ReasonShared, Args: []string{"góc nhắc", "<b>An Lão"}},
		}}},
	}, nil
}

func TestSimilar(t *testing.T) {
	s := get(t, Handler(&alike{fake{documents: sampleDocuments()}}, Options{}), "/doc/sample-00?q=soi&lang=vi")
	same(t, "copies", s.texts(".copies li"), []string{"Tự soi bao.example05/11/2022"})
	same(t, "address", s.attrs(".copies li a", "href"), []string{"/doc/b?q=soi&lang=vi"})
	same(t, "rest", s.texts(".copies .rest"), []string{"và 3 bản nữa"})
	same(t, "similar", s.texts(".like .title"), []string{"Góc nhắc"})
	same(t, "address", s.attrs(".like .title a", "href"), []string{"/doc/c?lang=vi"})
	same(t, "why", s.texts(".like .why"), []string{"gần như cùng một bài; cùng nhắc đến 21-KL/TW (XIII), 05-CT/TW; cùng nói đến “góc nhắc”, “<b>An Lão”"})
}

// lonely has none, or does not know.
type lonely struct{ fake }

func (l *lonely) Similar(context.Context, string, int) (schema.Similar, error) {
	return schema.Similar{}, errors.New("disk on fire")
}

// The page of a document does without its likes where there are none.
func TestNoneSimilar(t *testing.T) {
	quiet := Options{Log: slog.New(slog.DiscardHandler)}
	s := get(t, Handler(&lonely{fake{documents: sampleDocuments()}}, quiet), "/doc/sample-00")
	if s.code != http.StatusOK || len(s.all(".others-like")) != 0 {
		t.Errorf("status %d, %d lists of similar documents", s.code, len(s.all(".others-like")))
	}
}
