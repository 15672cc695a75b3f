package web

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"soi/index/schema"
)

// Directive counts, and takes the chain that the test gives.
func (f *fake) Directive(ctx context.Context, code string) (schema.DirectiveDetail, error) {
	var d schema.DirectiveDetail
	all, err := f.Directives(ctx)
	if err != nil {
		return d, err
	}
	var matched []schema.Directive
	for _, one := range all {
		if one.Filter == code || one.Identity == code || one.Code == code {
			matched = append(matched, one)
		}
	}
	switch len(matched) {
	case 0:
		return d, fmt.Errorf("directive %q: %w", code, schema.ErrNotFound)
	case 1:
		d.Directive = matched[0]
	default:
		d.Code, d.Others = code, matched
		return d, nil
	}
	for _, one := range all {
		if one.Code == d.Code && one.Identity != d.Identity {
			d.Others = append(d.Others, one)
		}
	}
	d.Provinces, d.Years, d.Levels = f.voices(d.Identity, schema.FieldProvince), f.voices(d.Identity, schema.FieldYear), f.voices(d.Identity, schema.FieldLevel)
	d.Dates, d.Titles = f.said[d.Identity].Dates, f.said[d.Identity].Titles
	d.Title, d.Chain, d.Edges = f.said[d.Identity].Title, f.said[d.Identity].Chain, f.said[d.Identity].Edges
	if d.Chain == nil {
		d.Chain = []schema.Branch{{Directive: d.Directive, Asked: true}}
	}
	return d, nil
}

// voices counts the documents that refer to a directive by a field.
func (f *fake) voices(identity string, field schema.Field) []schema.Voice {
	counts := map[string]int{}
	for _, d := range f.documents {
		if slices.Contains(d.Directives(), identity) {
			counts[strings.Join(valuesOf(&d, field), "")]++
		}
	}
	var all []schema.Voice
	for value, n := range counts {
		all = append(all, schema.Voice{Value: value, Documents: n})
	}
	slices.SortFunc(all, func(a, b schema.Voice) int {
		return cmp.Or(cmp.Compare(b.Documents, a.Documents), cmp.Compare(a.Value, b.Value))
	})
	return all
}

// Steps gives the chains that the test gives.
func (f *fake) Steps(_ context.Context, identities []string) ([]schema.Branch, error) {
	var all []schema.Branch
	for _, identity := range identities {
		all = append(all, f.said[identity].Chain...)
	}
	return all, f.err
}

// Coverage has the provinces that documents name.
func (f *fake) Coverage(ctx context.Context, req schema.CoverageRequest) (schema.Coverage, error) {
	c := schema.Coverage{Now: req.Now}
	all, err := f.Directives(ctx)
	if err != nil {
		return c, err
	}
	for _, d := range all {
		if len(req.Directives) == 0 && len(c.Directives) < 8 || slices.Contains(req.Directives, d.Code) || slices.Contains(req.Directives, d.Identity) {
			c.Directives = append(c.Directives, d)
		}
	}
	for _, code := range req.Directives {
		if !strings.Contains(code, "/") {
			return c, fmt.Errorf("coverage: %w", &schema.FilterError{Field: schema.FieldDirective, Value: code})
		}
	}
	in := func(d *schema.Document) string {
		if req.Now {
			return d.ProvinceNow
		}
		return d.Province
	}
	var names []string
	for _, d := range f.documents {
		if name := in(&d); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, name := range append(names, "") {
		row := schema.CoverageRow{Province: name, Cells: make([]schema.CoverageCell, len(c.Directives))}
		for i := range c.Directives {
			for _, d := range f.documents {
				if in(&d) == name && slices.Contains(d.Directives(), c.Directives[i].Identity) {
					row.Cells[i].Documents++
					row.Cells[i].First = cmp.Or(min(row.Cells[i].First, d.Published), d.Published)
				}
			}
		}
		c.Rows = append(c.Rows, row)
	}
	return c, nil
}
