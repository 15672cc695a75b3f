package index_test

import (
	"testing"

	"soi/index/schema"
)

// Where one identity is part of another, each has a value that finds its own
// documents and no more: in facets, in the registry, on its page.
func TestFiltersAreExact(t *testing.T) {
	ix := corpus(t,
		referring("a", "37-QĐ/TW@quy-dinh"),
		referring("b", "37-QĐ/TW@XIII:quy-dinh", "64-KH/HU@quang-nam"),
		referring("c", "37-QĐ/TW@XIII:quy-dinh", "64-KH/HU@quang-nam/tien-phuoc"),
		referring("d", "37-QĐ/TW", "12966/BTC@2017"), // one that nothing typed is read as
	)
	r := search(t, ix, schema.Request{Facets: true})
	for _, v := range r.Facet(schema.FieldDirective).Values {
		only := search(t, ix, schema.Request{Filter: schema.Filter{Directive: []string{v.Value}}, Facets: true})
		if only.Total != v.Count {
			t.Errorf("the facet counts %d of %s, choosing it finds %d", v.Count, v.Value, only.Total)
		}
		if d := directive(t, ix, v.Value); d.Filter != v.Value || d.Documents != v.Count {
			t.Errorf("%s is %s with %d documents, want %d", v.Value, d.Filter, d.Documents, v.Count)
		}
	}
	if n := len(r.Facet(schema.FieldDirective).Values); n != 6 {
		t.Errorf("%d directives, want 6", n)
	}
}
