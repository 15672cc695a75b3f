package index_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"soi/index/schema"
)

// The cells of a column sum up to the documents of its directive, and each
// cell is what the facets count: of the province under the directive, and of
// the directive under the province.
func TestCoverageAgreesWithFacets(t *testing.T) {
	ctx := context.Background()
	for seed := range uint64(3) {
		ix, docs := randomIndex(t, rand.New(rand.NewPCG(seed, 7)))
		for _, now := range []bool{false, true} {
			c, err := ix.Coverage(ctx, schema.CoverageRequest{Directives: []string{"21-KL/TW", "05-CT/TW", "107-KH/TU"}, Now: now})
			if err != nil {
				t.Fatal(err)
			}
			if len(c.Directives) != 4 {
				t.Fatalf("columns %v, want 4", c.Directives)
			}
			for i, d := range c.Directives {
				only := schema.Filter{Directive: []string{d.Filter}}
				found := search(t, ix, schema.Request{Filter: only, Facets: true, Facet: []schema.Field{schema.FieldProvince, schema.FieldProvinceNow}})
				sum, placed := 0, 0
				for _, row := range c.Rows {
					cell := row.Cells[i]
					sum += cell.Documents
					field := schema.FieldProvince
					if now {
						field = schema.FieldProvinceNow
					}
					if row.Province == "" {
						continue
					}
					placed += cell.Documents
					if n := countOf(found.Facet(field), row.Province); n != cell.Documents {
						t.Errorf("%s in %s: %d, the facet of provinces says %d", d.Identity, row.Province, cell.Documents, n)
					}
					if want := firstOf(docs, row.Province, d.Identity, now); cell.First != want {
						t.Errorf("%s in %s: first %q, want %q", d.Identity, row.Province, cell.First, want)
					}
				}
				if sum != found.Total || sum != d.Documents {
					t.Errorf("%s: the cells sum up to %d, a search finds %d, the registry says %d", d.Identity, sum, found.Total, d.Documents)
				}
				counted := 0
				for _, v := range found.Facet(schema.FieldProvince).Values {
					counted += v.Count
				}
				if !now && counted != placed {
					t.Errorf("%s: the cells of provinces sum up to %d, their facet to %d", d.Identity, placed, counted)
				}
			}
		}
	}
}

// firstOf is the earliest date of a province's documents on a directive.
func firstOf(docs map[string]*schema.Document, province, identity string, now bool) string {
	first := ""
	for _, d := range docs {
		in := d.Province
		if now {
			in = d.ProvinceNow
		}
		for _, r := range d.References {
			if in == province && r.Identity == identity && d.Published != "" && (first == "" || d.Published < first) {
				first = d.Published
			}
		}
	}
	return first
}

func TestCoverage(t *testing.T) {
	gone := cites(report("c", "Hà Tây", "2007-01-01", "Theo 01-KL/TW."), "01-KL/TW", named("01-KL/TW@X"))
	gone.ProvinceNow = "Hà Nội"
	ix := corpus(t, gone,
		cites(report("a", "Bắc Giang", "2022-03-01", "Theo 21-KL/TW."), "21-KL/TW", named("21-KL/TW@XIII")),
		cites(report("b", "", "", "Theo 21-KL/TW."), "21-KL/TW", named("21-KL/TW@XIII")),
		cites(report("d", "Bắc Giang", "", "Theo 107-KH/TU."), "107-KH/TU", named("107-KH/TU@bac-giang")),
	)
	for _, tt := range []struct {
		req     schema.CoverageRequest
		rows    int
		columns string
	}{
		{schema.CoverageRequest{}, 65, "21-KL/TW@XIII 01-KL/TW@X"},          // 63, one that was gone before, and none
		{schema.CoverageRequest{Now: true}, 36, "21-KL/TW@XIII 01-KL/TW@X"}, // 34, Bắc Giang, which report takes for one of today, and none
		{schema.CoverageRequest{Columns: 1}, 64, "21-KL/TW@XIII"},
		{schema.CoverageRequest{Directives: []string{"107 - kh/tu"}}, 64, "107-KH/TU@bac-giang"},
		{schema.CoverageRequest{Directives: []string{"21-KL/TW", "21-kl/tw@xiii"}}, 64, "21-KL/TW@XIII"}, // once
		{schema.CoverageRequest{Directives: []string{"99-NQ/TW"}}, 64, "99-NQ/TW"},                       // asked for, and in no document
	} {
		c, err := ix.Coverage(context.Background(), tt.req)
		if err != nil {
			t.Fatal(err)
		}
		var columns []string
		for _, d := range c.Directives {
			columns = append(columns, d.Identity)
		}
		if len(c.Rows) != tt.rows || strings.Join(columns, " ") != tt.columns {
			t.Errorf("%+v: %d rows of %q, want %d of %q", tt.req, len(c.Rows), columns, tt.rows, tt.columns)
		}
		if last := c.Rows[len(c.Rows)-1]; last.Province != "" {
			t.Errorf("%+v: the last row is %s, want that of no province", tt.req, last.Province)
		}
	}
	var unknown *schema.FilterError
	if _, err := ix.Coverage(context.Background(), schema.CoverageRequest{Directives: []string{"kết luận"}}); !errors.As(err, &unknown) {
		t.Errorf("no code: %v, want a FilterError", err)
	}
}
