package main

import (
	"context"
	"os"
	"strconv"
	"strings"

	"soi/index"
	"soi/index/schema"
	"soi/ingest"
)

func buildSoi(ctx context.Context, dir string, docs documents) error {
	w, err := index.OpenWriter(ctx, dir, index.WriterOptions{IngestVersion: ingest.Version})
	if err != nil {
		return err
	}
	defer w.Close()
	for d, err := range docs {
		if err != nil {
			return err
		}
		if err := w.Put(ctx, d); err != nil {
			return err
		}
	}
	_, err = w.Commit(ctx)
	return err
}

type soi struct{ *index.Index }

func openSoi(_ context.Context, dir string) (answerer, error) {
	ix, err := index.Open(dir)
	return soi{ix}, err
}

func (s soi) peak() int64 { return peakMemory(os.Getpid()) }

func (s soi) answer(ctx context.Context, q question) (answer, error) {
	r, err := s.Search(ctx, q.request())
	a := answer{Total: r.Total}
	for _, h := range r.Hits {
		a.Marks += len(h.Snippet.Text)
	}
	if len(r.Hits) > 0 {
		a.Top = r.Hits[0].ID
	}
	for _, f := range r.Facets {
		a.Facets += len(f.Values)
	}
	return a, err
}

// request is the question as it is put to Soi.
func (q question) request() schema.Request {
	r := schema.Request{Facets: true}
	for _, f := range facetFields {
		r.Facet = append(r.Facet, schema.Field(f))
	}
	switch q.Join {
	case and:
		r.Query = strings.Join(q.Words, " ")
	case or:
		r.Query = strings.Join(q.Words, " OR ")
	case phrase:
		r.Query = `"` + strings.Join(q.Words, " ") + `"`
	}
	r.Filter.Province = q.Filters["province"]
	for _, l := range q.Filters["level"] {
		r.Filter.Level = append(r.Filter.Level, schema.Level(l))
	}
	for _, y := range q.Filters["year"] {
		if n, err := strconv.Atoi(y); err == nil {
			r.Filter.Year = append(r.Filter.Year, schema.YearRange{From: n, To: n})
		}
	}
	return r
}
