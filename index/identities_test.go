package index_test

import (
	"fmt"
	"slices"
	"testing"

	"soi/index/schema"
)

// A directive whose term is not known can be chosen apart from those of its
// code whose term is known, by the value that its facet gives.
func TestTermUnknown(t *testing.T) {
	doc := func(id string, identities ...string) *schema.Document {
		d := text(id, "Báo cáo", "Kết quả.")
		for _, identity := range identities {
			d.References = append(d.References, schema.Reference{Identity: identity})
		}
		return d
	}
	ix := corpus(t, doc("a", "21-KL/TW@XIII"), doc("b", "21-KL/TW"), doc("c", "21-KL/TW", "22-QĐ/TW"), doc("d", "21-KL/TW@XI"))
	for _, tt := range []struct{ typed, want, notes string }{
		{"21-KL/TW", "a b c d", "identities 21-KL/TW, 21-KL/TW@, 21-KL/TW@XI, 21-KL/TW@XIII"},
		{"21-KL/TW@", "b c", ""},
		{"21 - kl/tw@", "b c", ""},
		{"21-KL/TW@XIII", "a", ""},
		{"22-QĐ/TW@", "c", ""},
		{"23-QĐ/TW@", "", ""},
	} {
		for _, req := range []schema.Request{
			{Filter: schema.Filter{Directive: []string{tt.typed}}}, {Query: `mã:"` + tt.typed + `"`}, {Query: "mã:" + tt.typed + " báo"},
		} {
			if r := search(t, ix, req); found(r) != tt.want || notes(r) != tt.notes {
				t.Errorf("%q %v finds %q with %q, want %q with %q", req.Query, req.Filter.Directive, found(r), notes(r), tt.want, tt.notes)
			}
		}
	}
	var got []string
	r := search(t, ix, schema.Request{Facets: true, Filter: schema.Filter{Directive: []string{"21-KL/TW@"}}})
	for _, v := range r.Facet(schema.FieldDirective).Values {
		got = append(got, fmt.Sprintf("%s %s=%d %t", v.Value, v.Label, v.Count, v.Selected))
	}
	want := []string{
		"21-KL/TW@ 21-KL/TW@=2 true", "21-KL/TW@XI 21-KL/TW@XI=1 false", "21-KL/TW@XIII 21-KL/TW@XIII=1 false",
		"22-QĐ/TW 22-QĐ/TW=1 false", // nothing to be taken for
	}
	if !slices.Equal(got, want) {
		t.Errorf("facet %q, want %q", got, want)
	}
}
