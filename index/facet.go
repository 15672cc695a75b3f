package index

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	gazetteer "soi/analyzer/place"
	"soi/index/internal/column"
	"soi/index/schema"
)

// facetFields are the fields that are counted where the request names none.
var facetFields = []schema.Field{schema.FieldProvince, schema.FieldDirective, schema.FieldYear, schema.FieldLevel}

// usualValues is the number of values that a facet lists besides the selected
// ones where the request does not say; all there are of years and levels.
const usualValues = 20

// facets counts the values of the fields that the request names.
func (s *answer) facets() []schema.Facet {
	fields := s.req.Facet
	if len(fields) == 0 {
		fields = facetFields
	}
	facets := make([]schema.Facet, len(fields))
	var each sync.WaitGroup
	for i, field := range fields {
		each.Go(func() { facets[i] = s.facet(field) })
	}
	each.Wait()
	return facets
}

func (s *answer) facet(field schema.Field) schema.Facet {
	c := s.columns[string(field)]
	selected, given := allowed(c, field, s.filters), allowed(c, field, s.given)
	counts := s.found.Count(c)
	most := cmp.Or(s.req.Values, usualValues)
	if most < 0 || field == schema.FieldYear || field == schema.FieldLevel {
		most = len(counts)
	}
	listed, ordinals := choose(counts, selected, most)
	facet := schema.Facet{Field: field, Left: left(counts, listed)}
	if facet.Left > 0 {
		facet.Other = s.found.Outside(c, counts, listed)
	}
	for _, o := range ordinals {
		v := schema.FacetValue{Value: c.Values()[o], Label: c.Values()[o], Count: counts[o], Selected: selected[o], Typed: selected[o] && !given[o]}
		if field == schema.FieldDirective {
			v.Label = s.label(v.Value)
			if strings.Contains(v.Label, "@") {
				v.Value = v.Label // asks for this directive alone
			}
		}
		facet.Values = append(facet.Values, v)
	}
	arrange(&facet)
	if field == schema.FieldProvince {
		s.setApart(facet.Values)
	}
	return facet
}

// allowed are the values of a field that its filter, if there is one, lets
// through.
func allowed(c *column.Column, field schema.Field, filters []filter) column.Set {
	for _, f := range filters {
		if f.field == string(field) {
			return f.set
		}
	}
	return make(column.Set, len(c.Values()))
}

// choose picks the values to list: the most frequent, and all selected ones.
func choose(counts column.Counts, selected column.Set, most int) (listed column.Set, ordinals []int) {
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

// left counts the values of documents found that are not listed.
func left(counts column.Counts, listed column.Set) int {
	n := 0
	for o, count := range counts {
		if count > 0 && !listed[o] {
			n++
		}
	}
	return n
}

// arrange puts the values of a facet in the order of its kind: the newest year
// first, levels from the top of the state downwards, others by count.
func arrange(f *schema.Facet) {
	var order func(a, b schema.FacetValue) int
	switch f.Field {
	case schema.FieldYear:
		order = func(a, b schema.FacetValue) int { return cmp.Compare(b.Value, a.Value) }
	case schema.FieldLevel:
		order = func(a, b schema.FacetValue) int {
			return slices.Index(schema.Levels, schema.Level(a.Value)) - slices.Index(schema.Levels, schema.Level(b.Value))
		}
	case schema.FieldProvince, schema.FieldProvinceNow:
		order = func(a, b schema.FacetValue) int {
			if byCount := cmp.Compare(b.Count, a.Count); byCount != 0 {
				return byCount
			}
			return compareProvinces(a.Value, b.Value)
		}
	default:
		order = func(a, b schema.FacetValue) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
		}
	}
	slices.SortStableFunc(f.Values, order)
}

// provinceOrder is the place of each known province among all.
var provinceOrder = sync.OnceValue(func() map[string]int {
	order := map[string]int{}
	for i, p := range gazetteer.Provinces() {
		order[p.Name] = i
	}
	return order
})

// compareProvinces compares names in Vietnamese order. The gazetteer has most
// of them in it already; comparing letters for each page took a fifteenth of
// its time.
func compareProvinces(a, b string) int {
	i, known := provinceOrder()[a]
	j, too := provinceOrder()[b]
	if known && too {
		return cmp.Compare(i, j)
	}
	return gazetteer.CompareNames(a, b)
}
