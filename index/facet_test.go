package index_test

import (
	"context"
	"testing"

	"soi/index/schema"
)

// The fields to count can be named; a facet ignores its own filter.
func TestFacetFields(t *testing.T) {
	ix := metadataCorpus(t)
	req := schema.Request{
		Facets: true,
		Facet:  []schema.Field{schema.FieldProvinceNow, schema.FieldKind, schema.FieldSite},
		Filter: schema.Filter{ProvinceNow: []string{"Bắc Ninh"}},
	}
	r := search(t, ix, req)
	if len(r.Facets) != 3 || r.Facets[0].Field != schema.FieldProvinceNow {
		t.Fatalf("facets %+v, want those named", r.Facets)
	}
	now, kind := r.Facets[0].Values, r.Facets[1].Values
	if len(now) != 2 || now[0].Value != "Bắc Ninh" || now[0].Count != 2 || now[1].Count != 1 {
		t.Errorf("provinces now %+v, want Bắc Ninh 2 and Đà Nẵng 1", now)
	}
	if len(kind) != 1 || kind[0].Count != 2 {
		t.Errorf("kinds %+v, want news 2", kind)
	}
	req.Facet = []schema.Field{schema.FieldTitle}
	if _, err := ix.Search(context.Background(), req); err == nil {
		t.Error("a facet of titles is counted")
	}
}
