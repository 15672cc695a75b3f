package index

import (
	"cmp"
	"slices"

	"soi/analyzer/cite"
	gazetteer "soi/analyzer/place"
	"soi/index/internal/column"
	"soi/index/schema"
)

// facetFields are the fields that are counted, in the order of the answer.
var facetFields = []string{fieldProvince, fieldDirective, fieldYear, fieldLevel}

// mostValues is the number of values a facet lists besides the selected ones;
// all there are of years and levels.
const mostValues = 20

// A tally takes what matches the text of a query through the filters, once
// for the hits and for every facet: a document that only one filter keeps out
// still counts for the facet of that filter's field.
type tally struct {
	columns map[string]*column.Column
	filters []filter
	matched int      // documents that match the text
	hits    []uint32 // those that pass all filters
	aside   map[string][]uint32
}

func newTally(columns map[string]*column.Column, filters []filter) *tally {
	return &tally{columns: columns, filters: filters, aside: map[string][]uint32{}}
}

// add takes a document and reports whether it passes all filters.
func (t *tally) add(document uint32) bool {
	t.matched++
	failed := ""
	for _, f := range t.filters {
		if t.columns[f.field].Has(document, f.set) {
			continue
		}
		if failed != "" {
			return false
		}
		failed = f.field
	}
	if failed != "" {
		if slices.Contains(facetFields, failed) {
			t.aside[failed] = append(t.aside[failed], document)
		}
		return false
	}
	t.hits = append(t.hits, document)
	return true
}

// facets counts the values.
func (t *tally) facets() []schema.Facet {
	var facets []schema.Facet
	for _, field := range facetFields {
		facets = append(facets, t.facet(field))
	}
	return facets
}

func (t *tally) facet(field string) schema.Facet {
	c := t.columns[field]
	selected := make(column.Set, len(c.Values()))
	for _, f := range t.filters {
		if f.field == field {
			selected = f.set
		}
	}
	counts := c.Count(t.hits)
	for i, n := range c.Count(t.aside[field]) {
		counts[i] += n
	}
	listed, ordinals := choose(field, counts, selected)
	facet := schema.Facet{Field: schema.Field(field), Other: c.Outside(t.hits, listed) + c.Outside(t.aside[field], listed)}
	for _, o := range ordinals {
		v := c.Values()[o]
		facet.Values = append(facet.Values, schema.FacetValue{Value: v, Label: v, Count: counts[o], Selected: selected[o]})
	}
	arrange(&facet, c)
	return facet
}

// choose picks the values to list: the most frequent, and all selected ones.
func choose(field string, counts []int, selected column.Set) (listed column.Set, ordinals []int) {
	most := mostValues
	if field == fieldYear || field == fieldLevel {
		most = len(counts)
	}
	listed = make(column.Set, len(counts))
	for _, o := range column.Most(counts, most) {
		listed[o] = true
		ordinals = append(ordinals, o)
	}
	for o, is := range selected {
		if is && !listed[o] {
			listed[o] = true
			ordinals = append(ordinals, o)
		}
	}
	return listed, ordinals
}

// arrange puts the values of a facet in the order of its kind and names them:
// the newest year first, levels from the top of the state downwards, others
// by count.
func arrange(f *schema.Facet, c *column.Column) {
	var order func(a, b schema.FacetValue) int
	switch f.Field {
	case schema.FieldYear:
		order = func(a, b schema.FacetValue) int { return cmp.Compare(b.Value, a.Value) }
	case schema.FieldLevel:
		order = func(a, b schema.FacetValue) int {
			return slices.Index(schema.Levels, schema.Level(a.Value)) - slices.Index(schema.Levels, schema.Level(b.Value))
		}
		for i, v := range f.Values {
			f.Values[i].Label = levelLabels[schema.Level(v.Value)]
		}
	case schema.FieldProvince:
		order = func(a, b schema.FacetValue) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), gazetteer.CompareNames(a.Value, b.Value))
		}
	default:
		order = func(a, b schema.FacetValue) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
		}
		label(f.Values, c.Values())
	}
	slices.SortStableFunc(f.Values, order)
}

// levelLabels are the names of the levels in Vietnamese.
var levelLabels = map[schema.Level]string{
	schema.LevelCentral:  "Trung ương",
	schema.LevelProvince: "Tỉnh",
	schema.LevelDistrict: "Huyện",
	schema.LevelCommune:  "Xã",
	schema.LevelOther:    "Khác",
}

// label names directives by their code alone where all, the identities of the
// collection, hold no other of that code.
func label(values []schema.FacetValue, all []string) {
	holders := map[string]int{}
	for _, identity := range all {
		code, _ := cite.ParseIdentity(identity)
		holders[cite.Key(code)]++
	}
	for i, v := range values {
		if code, _ := cite.ParseIdentity(v.Value); holders[cite.Key(code)] == 1 {
			values[i].Label = code
		}
	}
}
