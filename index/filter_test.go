package index_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"soi/index"
	"soi/index/schema"
)

func TestFilterErrors(t *testing.T) {
	ix := rulesCorpus(t)
	for _, tt := range []struct {
		req   schema.Request
		field schema.Field
		value string
		near  string
	}{
		{schema.Request{Filter: schema.Filter{Province: []string{"Bắc Giangg"}}}, "province", "Bắc Giangg", "Bắc Giang"},
		{schema.Request{Filter: schema.Filter{ProvinceNow: []string{"Quảng Nêm"}}}, "province_now", "Quảng Nêm", "Quảng Nam"},
		{schema.Request{Filter: schema.Filter{Directive: []string{"KL"}}}, "directive", "KL", ""},
		{schema.Request{Filter: schema.Filter{Level: []schema.Level{"làng"}}}, "level", "làng", ""},
		{schema.Request{Filter: schema.Filter{Kind: []schema.Kind{"thơ"}}}, "kind", "thơ", ""},
		{schema.Request{Filter: schema.Filter{From: "2021-13-01"}}, "published", "2021-13-01", ""},
	} {
		_, err := ix.Search(context.Background(), tt.req)
		var filterErr *schema.FilterError
		if !errors.As(err, &filterErr) {
			t.Errorf("%+v: %v, want a FilterError", tt.req, err)
			continue
		}
		if want := (schema.FilterError{Field: tt.field, Value: tt.value, Near: tt.near}); *filterErr != want {
			t.Errorf("%+v: %+v, want %+v", tt.req, *filterErr, want)
		}
	}
}

// metadataCorpus has a former and a present province, two directives under
// one code, and documents without values.
func metadataCorpus(t *testing.T) *index.Index {
	doc := func(id, province, now, published string, level schema.Level, identities ...string) *schema.Document {
		d := text(id, "Báo cáo", "Kết quả thực hiện.")
		d.Province, d.ProvinceNow, d.Level = province, now, level
		if published != "" {
			dated(published, d)
		}
		for _, identity := range identities {
			d.References = append(d.References, schema.Reference{Identity: identity})
		}
		d.Site, d.Kind = "bao"+id+".vn", schema.KindNews
		return d
	}
	return corpus(t,
		doc("a", "Bắc Giang", "Bắc Ninh", "2022-03-01", schema.LevelProvince, "21-KL/TW@XIII"),
		doc("b", "Bắc Ninh", "Bắc Ninh", "2025-09-01", schema.LevelCommune, "21-KL/TW@XIII", "05-CT/TW"),
		doc("c", "Đà Nẵng", "Đà Nẵng", "2013-01-01", schema.LevelDistrict, "21-KL/TW@XI"),
		doc("d", "", "", "", ""),
	)
}

// A filter typed in the query that nothing is known of ends no search: it is
// put right, or left out.
func TestUnknownFiltersTyped(t *testing.T) {
	ix := metadataCorpus(t)
	for _, tt := range []struct{ query, want, notes string }{
		{"năm:2025..2022 kết quả", "a b", "filter_mended năm:2025..2022, năm:2022..2025"},
		{"năm:2025-2022", "a b", "filter_mended năm:2025-2022, năm:2022..2025"},
		{"kết quả năm:xưa", "a b c d", "filter_dropped năm:xưa, year, xưa"},
		{"tỉnh:Atlantis kết quả", "a b c d", "filter_dropped tỉnh:Atlantis, province, Atlantis"},
		{`tỉnh:Atlantis tỉnh:"Bắc Ninh@"`, "b", "filter_dropped tỉnh:Atlantis, province, Atlantis; apart Bắc Ninh, Bắc Giang"},
		{`tỉnh:"Bắc Giangg"`, "a", `filter_mended tỉnh:"Bắc Giangg", tỉnh:"Bắc Giang"`},
		{"mã:xyz", "a b c d", "filter_dropped mã:xyz, directive, xyz"},
		{"cấp:làng quả", "a b c d", "filter_dropped cấp:làng, level, làng"},
		{"không OR tỉnh:Atlantis OR năm:2013", "c", "filter_dropped tỉnh:Atlantis, province, Atlantis"},
		{"quả -tỉnh:Atlantis", "a b c d", "filter_dropped tỉnh:Atlantis, province, Atlantis"},
		{"quả -(tỉnh:Atlantis OR năm:2013)", "a b d", "filter_dropped tỉnh:Atlantis, province, Atlantis"},
		{"mã:xyz cấp:làng", "a b c d", "filter_dropped mã:xyz, directive, xyz; filter_dropped cấp:làng, level, làng"},
	} {
		r := search(t, ix, schema.Request{Query: tt.query})
		got := ids(r)
		slices.Sort(got)
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s finds %s, want %s", tt.query, s, tt.want)
		}
		var said []string
		for _, n := range r.Notes {
			said = append(said, string(n.Kind)+" "+strings.Join(n.Args, ", "))
		}
		if s := strings.Join(said, "; "); s != tt.notes {
			t.Errorf("%s: notes %s, want %s", tt.query, s, tt.notes)
		}
	}
}

// A filter in the text of the query is told apart from one beside it.
func TestTypedFilters(t *testing.T) {
	ix := metadataCorpus(t)
	for _, tt := range []struct{ query, typed, values string }{
		{"cấp:xã báo cáo năm:2025", "level xã 0-9, year 2025 20-29", "xa typed, tinh given"},
		{"năm:2025..2022", "year 2022..2025 0-15", "tinh given"},
		{"tỉnh:Atlantis báo", "", "tinh given"},
		{"cấp:tỉnh", "level tỉnh 0-12", "tinh given"}, // beside it too
		{"tỉnh:Bắc Giang báo", "province Bắc Giang 0-18", "tinh given"},
		{"báo OR cấp:xã", "", "tinh given"}, // not all of the query
	} {
		r := search(t, ix, schema.Request{Query: tt.query, Facets: true, Filter: schema.Filter{Level: []schema.Level{"tinh"}}})
		var typed, values []string
		for _, f := range r.Typed {
			typed = append(typed, fmt.Sprintf("%s %s %d-%d", f.Field, f.Value, f.Start, f.End))
		}
		if got := strings.Join(typed, ", "); got != tt.typed {
			t.Errorf("%s: typed %s, want %s", tt.query, got, tt.typed)
		}
		for _, v := range r.Facet(schema.FieldLevel).Values {
			switch {
			case v.Typed:
				values = append(values, v.Value+" typed")
			case v.Selected:
				values = append(values, v.Value+" given")
			}
		}
		slices.Sort(values)
		want := strings.Split(tt.values, ", ")
		slices.Sort(want)
		if !slices.Equal(values, want) {
			t.Errorf("%s: values %s, want %s", tt.query, values, want)
		}
	}
}

// A filter typed in the query and one given beside it answer alike.
func TestFilters(t *testing.T) {
	ix := metadataCorpus(t)
	for _, tt := range []struct {
		filter      schema.Filter
		query, want string
		notes       string
	}{
		{schema.Filter{Province: []string{"Bắc Giang"}}, `tỉnh:"Bắc Giang"`, "a", ""},
		{schema.Filter{Province: []string{"Bắc Ninh@"}}, `tỉnh:"Bắc Ninh@"`, "b", "apart Bắc Ninh, Bắc Giang"},
		{schema.Filter{Province: []string{"bac ninh", "TP. Đà Nẵng"}}, `tỉnh:bac-ninh tỉnh:"TP. Đà Nẵng"`, "a b c", "former Bắc Ninh, Bắc Giang"},
		{schema.Filter{Province: []string{"Quảng Nam"}}, "tỉnh:Quảng Nam", "", "merged Quảng Nam, Đà Nẵng"},
		{schema.Filter{ProvinceNow: []string{"Bắc Ninh"}}, "", "a b", ""},
		{schema.Filter{Directive: []string{"21-KL/TW"}}, "mã:21-KL/TW", "a b c", "identities 21-KL/TW, 21-KL/TW@XI, 21-KL/TW@XIII"},
		{schema.Filter{Directive: []string{"21-KL/TW@XIII"}}, "mã:21-KL/TW@XIII", "a b", ""},
		{schema.Filter{Directive: []string{"99-KL/TW"}}, "mã:99-KL/TW", "", ""}, // a code that no document names
		{schema.Filter{Year: []schema.YearRange{{From: 2022, To: 2024}}}, "năm:2022..2024", "a", ""},
		{schema.Filter{Year: []schema.YearRange{{From: 2022}}}, "năm:2022..", "a b", ""},
		{schema.Filter{Year: []schema.YearRange{{To: 2013}, {From: 2025, To: 2025}}}, "năm:..2013 năm:2025", "b c", ""},
		{schema.Filter{Level: []schema.Level{"xa"}}, "cấp:xã", "b", ""},
		{schema.Filter{Level: []schema.Level{"tỉnh", "huyện"}}, "cap:tinh cap:huyen", "a c", ""},
		{schema.Filter{Province: []string{"Bắc Giang"}, Level: []schema.Level{"xa"}}, `tỉnh:"Bắc Giang" cấp:xã`, "", ""},
		{schema.Filter{From: "2022-03-01", To: "2022-03-01"}, "", "a", ""},
		{schema.Filter{To: "2022-12-31"}, "", "a c", ""}, // without a date: out
		{schema.Filter{Site: []string{"WWW.baob.vn"}}, "", "b", ""},
		{schema.Filter{Kind: []schema.Kind{schema.KindNews}}, "", "a b c d", ""},
	} {
		requests := []schema.Request{{Filter: tt.filter}}
		if tt.query != "" {
			requests = append(requests, schema.Request{Query: tt.query}, schema.Request{Query: "báo cáo " + tt.query})
		}
		for _, req := range requests {
			r := search(t, ix, req)
			if found(r) != tt.want || notes(r) != tt.notes {
				t.Errorf("%q %+v finds %s with notes %q, want %s, %q", req.Query, req.Filter, found(r), notes(r), tt.want, tt.notes)
			}
		}
	}
	for _, tt := range []struct{ query, want string }{
		{"-tỉnh:bac-ninh", "c d"},
		{"tỉnh:bac-giang OR năm:2013", "a c"},
		{"báo (tỉnh:bac-ninh OR cấp:tỉnh)", "a b"},
		{"-mã:21-KL/TW@XIII báo", "c d"},
		{"tỉnh:quang-nam OR cấp:tỉnh", "a"}, // a value that no document has
		{"báo tỉnh:Bắc Giang cáo", "a"},     // without quotes
		{"tỉnh:TP. Đà Nẵng, báo", "c"},
		{"tỉnh:Bà Rịa - Vũng Tàu báo", ""},
	} {
		if r := search(t, ix, schema.Request{Query: tt.query}); found(r) != tt.want {
			t.Errorf("%s finds %s, want %s", tt.query, found(r), tt.want)
		}
	}
}

func TestFacetLabels(t *testing.T) {
	r := search(t, metadataCorpus(t), schema.Request{Facets: true, Filter: schema.Filter{Directive: []string{"05-CT/TW"}}})
	var got []string
	for _, v := range r.Facet(schema.FieldDirective).Values {
		got = append(got, fmt.Sprintf("%s=%d %t", v.Label, v.Count, v.Selected))
	}
	want := []string{"21-KL/TW@XIII=2 false", "05-CT/TW=1 true", "21-KL/TW@XI=1 false"}
	if !slices.Equal(got, want) {
		t.Errorf("labels %v, want %v", got, want)
	}
}

func TestFacetOther(t *testing.T) {
	var docs []*schema.Document
	for i := range 30 {
		d := text(fmt.Sprint(i), "Báo cáo", "Kết quả.")
		d.References = []schema.Reference{{Identity: fmt.Sprintf("%02d-KL/TW", i+1)}, {Identity: fmt.Sprintf("%02d-KL/TW", i%3+1)}}
		docs = append(docs, d)
	}
	ix := corpus(t, docs...)
	r := search(t, ix, schema.Request{Facets: true, Filter: schema.Filter{Directive: []string{"30-KL/TW"}}})
	f := r.Facet(schema.FieldDirective)
	if n := len(f.Values); n != 21 {
		t.Errorf("%d values, want 20 and the selected one", n)
	}
	if f.Values[0].Count != 10 || f.Other != 0 {
		t.Errorf("first count %d, other %d; want 10 and none: each document has a listed value", f.Values[0].Count, f.Other)
	}
	if f.Left != 9 {
		t.Errorf("%d values left out, want 9", f.Left)
	}
	if last := f.Values[20]; last.Value != "30-KL/TW" || !last.Selected {
		t.Errorf("last value %+v, want the selected one", last)
	}
	for _, tt := range []struct{ values, listed, left int }{{0, 20, 10}, {3, 3, 27}, {30, 30, 0}, {200, 30, 0}, {-1, 30, 0}} {
		r := search(t, ix, schema.Request{Facets: true, Values: tt.values})
		f := r.Facet(schema.FieldDirective)
		if len(f.Values) != tt.listed || f.Left != tt.left {
			t.Errorf("of %d: %d listed, %d left out, want %d, %d", tt.values, len(f.Values), f.Left, tt.listed, tt.left)
		}
	}
}

// Of a field with one value a document at most, those with other values are
// the documents of the values that are left out.
func TestFacetOtherOfOneValue(t *testing.T) {
	var docs []*schema.Document
	for i, province := range []string{"Bắc Giang", "Bắc Giang", "Bắc Giang", "Bắc Giang", "Hà Nội", "Hà Nội", "Hà Nội", "Lai Châu", "Lai Châu", ""} {
		d := text(fmt.Sprint(i), "Báo cáo", "Kết quả.")
		d.Province = province
		docs = append(docs, d)
	}
	ix := corpus(t, docs...)
	for _, tt := range []struct {
		provinces                   []string
		values, listed, left, other int
	}{
		{nil, 1, 1, 2, 5},
		{nil, 2, 2, 1, 2},
		{nil, 3, 3, 0, 0},
		{[]string{"Lai Châu"}, 1, 2, 1, 3}, // what its own filter keeps out counts
	} {
		r := search(t, ix, schema.Request{Facets: true, Values: tt.values, Filter: schema.Filter{Province: tt.provinces}})
		f := r.Facet(schema.FieldProvince)
		if len(f.Values) != tt.listed || f.Left != tt.left || f.Other != tt.other {
			t.Errorf("%v of %d: %d listed, %d left out with %d documents; want %d, %d, %d",
				tt.provinces, tt.values, len(f.Values), f.Left, f.Other, tt.listed, tt.left, tt.other)
		}
	}
}
