package index_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"soi/index/schema"
)

// in gives a document its provinces.
func in(province, now string, d *schema.Document) *schema.Document {
	d.Province, d.ProvinceNow = province, now
	return d
}

// A search for a province of today finds the reports of those that it was made
// of, and says so; the values of the facet ask for each alone, so that what
// they count is what choosing them finds.
func TestProvinceThroughTime(t *testing.T) {
	ix := corpus(t,
		in("Đà Nẵng", "Đà Nẵng", text("a", "Một", "Tin về biển.")),
		in("Quảng Nam", "Đà Nẵng", text("b", "Hai", "Tin về biển.")),
		in("Quảng Nam", "Đà Nẵng", text("c", "Ba", "Tin về núi.")),
		in("Hưng Yên", "Hưng Yên", text("d", "Bốn", "Tin về sông.")), // Thái Bình, now part of it, has no report
		in("Kon Tum", "Quảng Ngãi", text("e", "Năm", "Tin về rừng.")),
		in("Hà Tây", "Hà Nội", text("f", "Sáu", "Tin về lụa.")), // before August 2008
	)
	for _, tt := range []struct{ province, query, want, notes, selected string }{
		{"Đà Nẵng", "", "a b c", "former Đà Nẵng, Quảng Nam", "Quảng Nam, Đà Nẵng"},
		{"da-nang", "biển", "a b", "former Đà Nẵng, Quảng Nam", "Quảng Nam, Đà Nẵng"},
		{"", `tỉnh:"Đà Nẵng"`, "a b c", "former Đà Nẵng, Quảng Nam", "Quảng Nam, Đà Nẵng"},
		{"", `biển (tỉnh:"Đà Nẵng" OR rừng)`, "a b", "former Đà Nẵng, Quảng Nam", ""}, // inside of the query
		{"Đà Nẵng@", "", "a", "apart Đà Nẵng, Quảng Nam", "Đà Nẵng"},
		{" da-nang@ ", "", "a", "apart Đà Nẵng, Quảng Nam", "Đà Nẵng"},
		{"Quảng Nam", "", "b c", "", "Quảng Nam"},
		{"Hưng Yên", "", "d", "", "Hưng Yên"},
		{"Hưng Yên@", "", "d", "", "Hưng Yên"},
		{"Quảng Ngãi", "", "e", "former Quảng Ngãi, Kon Tum", "Kon Tum"}, // only former reports
		{"Thái Bình", "", "", "merged Thái Bình, Hưng Yên", ""},
		{"Hà Nội", "", "f", "former Hà Nội, Hà Tây", "Hà Tây"},
		{"ha tay", "", "f", "", "Hà Tây"},
	} {
		req := schema.Request{Query: tt.query, Facets: true}
		if tt.province != "" {
			req.Filter.Province = []string{tt.province}
		}
		r := search(t, ix, req)
		var selected []string
		for _, v := range r.Facet(schema.FieldProvince).Values {
			if v.Selected {
				selected = append(selected, v.Label)
			}
		}
		slices.Sort(selected)
		got := strings.Join([]string{found(r), notes(r), strings.Join(selected, ", ")}, " | ")
		if want := strings.Join([]string{tt.want, tt.notes, tt.selected}, " | "); got != want {
			t.Errorf("%s %s: %s, want %s", tt.province, tt.query, got, want)
		}
	}
	all := search(t, ix, schema.Request{Facets: true})
	for _, v := range all.Facet(schema.FieldProvince).Values {
		r := search(t, ix, schema.Request{Filter: schema.Filter{Province: []string{v.Value}}})
		if r.Total != v.Count {
			t.Errorf("choosing %s (%s) finds %d, the facet counts %d", v.Value, v.Label, r.Total, v.Count)
		}
	}
	now := search(t, ix, schema.Request{Filter: schema.Filter{ProvinceNow: []string{"Đà Nẵng"}}})
	if got := fmt.Sprint(found(now), notes(now)); got != "a b c" {
		t.Errorf("of today: %s", got)
	}
}
