package index_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"soi/index"
	"soi/index/schema"
	"soi/ingest"
	"soi/testdata/shared"
)

// seeds indexes the five real reports; ids are changed to their numbers.
func seeds(t *testing.T) *index.Index {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(shared.Path(t, "seeds"), "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var docs []*schema.Document
	for entry, err := range ingest.Walk(context.Background(), files, ingest.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		d := entry.Document
		if d == nil {
			continue // the end of a file
		}
		d.ID = d.Path[strings.LastIndexByte(d.Path, '/')+1:][:3]
		docs = append(docs, d)
	}
	if len(docs) != 5 {
		t.Fatalf("%d seeds, want 5", len(docs))
	}
	return corpus(t, docs...)
}

// Every way to type the slogan puts the report that is about it first, with
// the words marked.
func TestSeedsSlogan(t *testing.T) {
	ix := seeds(t)
	for _, tt := range []struct{ query, marked string }{
		{"tự soi, tự sửa", "tự soi tự sửa"},
		{`"tự soi, tự sửa"`, "tự soi, tự sửa"},
		{"“tự soi, tự sửa”", "tự soi, tự sửa"},
		{"tu soi tu sua", "tự soi tự sửa"},
		{"TỰ SOI TỰ SỬA", "tự soi tự sửa"},
		{norm.NFD.String("tự soi, tự sửa"), "tự soi tự sửa"},
		{"tư soi", "tự soi"},
	} {
		r := search(t, ix, schema.Request{Query: tt.query})
		if len(r.Hits) == 0 || r.Hits[0].ID != "000" {
			t.Errorf("%s finds %v, want 000 first", tt.query, ids(r))
			continue
		}
		s := r.Hits[0].Snippet
		var marks []string
		for _, span := range s.Spans {
			marks = append(marks, strings.ToLower(span.Of(s.Text)))
		}
		if got := strings.Join(marks, " "); !strings.Contains(got, tt.marked) {
			t.Errorf("%s marks %q in %q, want %q", tt.query, got, s.Text, tt.marked)
		}
		d, matches, err := ix.Document(context.Background(), "000", schema.Request{Query: tt.query})
		if err != nil || len(matches.Spans) == 0 {
			t.Errorf("%s: document 000 has %d marks (%v)", tt.query, len(matches.Spans), err)
		}
		for _, span := range matches.Spans {
			if strings.TrimSpace(span.Of(d.Text)) == "" {
				t.Errorf("%s marks nothing at %v of document 000", tt.query, span)
			}
		}
	}
}

func TestSeedsFilters(t *testing.T) {
	ix := seeds(t)
	for _, tt := range []struct {
		filter schema.Filter
		query  string // the same, typed
		want   string
	}{
		{schema.Filter{Directive: []string{"21-KL/TW"}}, "mã:21-KL/TW", "000 001 002 003"},
		{schema.Filter{Directive: []string{"21 - KL/TW"}}, "ma:21 - KL/TW", "000 001 002 003"},
		{schema.Filter{Directive: []string{"21-kl/tw"}}, `code:"21-kl/tw"`, "000 001 002 003"},
		{schema.Filter{Province: []string{"Bắc Giang"}}, `tỉnh:"Bắc Giang"`, "001"},
		{schema.Filter{Province: []string{"bac-giang"}}, "tinh:bac-giang", "001"},
	} {
		for _, req := range []schema.Request{{Filter: tt.filter}, {Query: tt.query}} {
			r := search(t, ix, req)
			got := ids(r)
			slices.Sort(got)
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("%+v finds %s, want %s", req, s, tt.want)
			}
		}
	}
}

// Facets of an empty query count every seed once a value.
func TestSeedsFacets(t *testing.T) {
	ix := seeds(t)
	r := search(t, ix, schema.Request{Facets: true})
	if r.Total != 5 {
		t.Fatalf("total %d, want 5", r.Total)
	}
	want := map[schema.Field]map[string]int{}
	for _, f := range r.Facets {
		want[f.Field] = map[string]int{}
	}
	for _, h := range r.Hits {
		count := func(f schema.Field, v string) {
			if v != "" {
				want[f][v]++
			}
		}
		count(schema.FieldProvince, h.Province)
		count(schema.FieldLevel, string(h.Level))
		for _, id := range h.Directives {
			count(schema.FieldDirective, id)
		}
	}
	for _, f := range []schema.Field{schema.FieldProvince, schema.FieldLevel, schema.FieldDirective} {
		for _, v := range r.Facet(f).Values {
			if v.Count != want[f][v.Value] || v.Count > 5 {
				t.Errorf("%s %s: count %d, want %d", f, v.Value, v.Count, want[f][v.Value])
			}
		}
	}
	for _, d := range r.Facet(schema.FieldDirective).Values {
		if d.Value == "21-KL/TW@XIII" && (d.Count != 4 || d.Label != "21-KL/TW") {
			t.Errorf("directive %+v, want it in 4, without its term", d)
		}
	}
}
