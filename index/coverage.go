package index

import (
	"context"
	"fmt"
	"slices"

	"soi/analyzer/cite"
	gazetteer "soi/analyzer/place"
	"soi/index/schema"
)

// usualColumns is how many directives a coverage has when none are named.
const usualColumns = 8

// Coverage tells which provinces' documents refer to which directives. Every
// province of the gazetteer has a row, with or without documents. A code
// stands for all its directives, each a column; one that no document refers to
// is an empty column. The error wraps a *schema.FilterError if a directive
// named is no code.
func (ix *Index) Coverage(ctx context.Context, req schema.CoverageRequest) (schema.Coverage, error) {
	v, release := ix.acquire()
	defer release()
	r, err := v.registry(ctx)
	if err != nil {
		return schema.Coverage{}, fmt.Errorf("coverage: %w", err)
	}
	columns, err := r.columns(req)
	if err != nil {
		return schema.Coverage{}, fmt.Errorf("coverage: %w", err)
	}
	c := schema.Coverage{Now: req.Now}
	tallies := make([]tally, len(columns))
	for i, e := range columns {
		c.Directives = append(c.Directives, e.Directive)
		tallies[i] = e.provinces
		if req.Now {
			tallies[i] = e.provincesNow
		}
	}
	for _, province := range append(provinceRows(tallies, req.Now), "") {
		row := schema.CoverageRow{Province: province, Cells: make([]schema.CoverageCell, len(tallies))}
		for i, t := range tallies {
			row.Cells[i] = t.cell(province)
		}
		c.Rows = append(c.Rows, row)
	}
	return c, nil
}

// columns are the directives of a coverage, each once.
func (r *registry) columns(req schema.CoverageRequest) ([]*entry, error) {
	if len(req.Directives) == 0 {
		return r.mostCited(req.Columns), nil
	}
	var all []*entry
	for _, typed := range req.Directives {
		matched := r.matching(typed)
		if len(matched) == 0 {
			ref, tail, ok := cite.ParseCode(typed)
			if !ok {
				return nil, &schema.FilterError{Field: schema.FieldDirective, Value: typed}
			}
			matched = []*entry{newEntry(cite.JoinIdentity(ref.Code, tail))}
			matched[0].settle()
			matched[0].setApart(nil)
		}
		for _, e := range matched {
			if !slices.ContainsFunc(all, func(have *entry) bool { return have.Identity == e.Identity }) {
				all = append(all, e)
			}
		}
	}
	return all, nil
}

// mostCited are the central directives with the most documents, at most n.
func (r *registry) mostCited(n int) []*entry {
	if n <= 0 {
		n = usualColumns
	}
	var all []*entry
	for _, d := range r.list {
		if d.Level == schema.LevelCentral && len(all) < n {
			all = append(all, r.entries[d.Identity])
		}
	}
	return all
}

// provinceRows are the provinces of the gazetteer, and those that only
// documents name, in Vietnamese order.
func provinceRows(tallies []tally, now bool) []string {
	var names []string
	listed := map[string]bool{"": true}
	for _, p := range gazetteer.Provinces() { // in that order
		if !now || p.Until == "" {
			names = append(names, p.Name)
			listed[p.Name] = true
		}
	}
	known := len(names)
	for _, t := range tallies {
		for name := range t {
			if !listed[name] {
				names = append(names, name)
				listed[name] = true
			}
		}
	}
	if len(names) > known {
		slices.SortStableFunc(names, gazetteer.CompareNames)
	}
	return names
}
