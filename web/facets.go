package web

import (
	"slices"
	"strings"

	"soi/index/schema"
	"soi/web/message"
)

// A facet is a field to filter by.
type facet struct {
	Field  schema.Field
	Label  string
	Shown  []choice
	Folded []choice // the rarer ones
	Left   int      // values that are not listed
	Other  int      // documents with values that are not listed, or without one
}

// A choice is a value of a facet.
type choice struct {
	Value    string // as the address has it
	Label    string
	Foreign  bool // Label is Vietnamese whatever the page's language
	Count    int
	Selected bool
	Typed    bool // in the query, which its box cannot change
}

const (
	facetShown  = 8   // values of a facet that are shown unfolded
	facetListed = 200 // values of a facet on a page; a collection can refer to thousands of directives
)

// A chip is a filter in use, and the way to the same search without it.
type chip struct {
	URL          string
	Field, Value string
	Foreign      bool   // Value is Vietnamese whatever the page's language
	Name         string // what following the link does
}

// facets are the fields to filter by, in the order of the results, each with
// its first values and the chosen ones unfolded.
func (v view) facets(found []schema.Facet) []facet {
	var all []facet
	for _, f := range found {
		one := facet{Field: f.Field, Label: v.printer.Field(f.Field), Left: f.Left, Other: f.Other}
		for _, value := range ordered(f) {
			if value.Value == "" { // documents without a value cannot be asked for
				one.Other += value.Count
				continue
			}
			c := v.choice(f.Field, value)
			if c.Selected || len(one.Shown) < facetShown {
				one.Shown = append(one.Shown, c)
			} else {
				one.Folded = append(one.Folded, c)
			}
		}
		if len(one.Shown) > 0 {
			all = append(all, one)
		}
	}
	return all
}

// ordered are the values of a facet as the searcher sorted them, years from
// the latest.
func ordered(f schema.Facet) []schema.FacetValue {
	values := slices.Clone(f.Values)
	if f.Field == schema.FieldYear {
		slices.SortStableFunc(values, func(a, b schema.FacetValue) int { return strings.Compare(b.Value, a.Value) })
	}
	return values
}

func (v view) choice(f schema.Field, value schema.FacetValue) choice {
	return choice{
		Value: addressValue(f, value.Value), Label: v.printer.FacetValue(f, value), Count: value.Count, Selected: value.Selected, Typed: value.Typed,
		Foreign: f != schema.FieldLevel && f != schema.FieldKind && f != schema.FieldYear,
	}
}

// chips are the filters in use: those of the address, and those in the text of
// the query.
func (v view) chips(st *state, res *schema.Results) []chip {
	var chips []chip
	add := func(without state, f schema.Field, value string) {
		chips = append(chips, chip{
			URL: without.url(v.explicit), Field: v.fieldLabel(f), Value: v.valueLabel(f, value, res),
			Foreign: slices.Contains(foreign, f),
		})
	}
	for _, f := range filters {
		for _, value := range st.chosen[f] {
			add(st.without(f, value), f, value)
		}
	}
	for _, typed := range res.Typed {
		add(st.untyped(typed), typed.Field, typed.Value)
	}
	if st.literal {
		chips = append(chips, chip{
			URL:   st.asking(st.query).url(v.explicit),
			Field: v.printer.Text(message.FilterQuery), Value: v.printer.Text(message.FilterTyped),
		})
	}
	for i, c := range chips {
		chips[i].Name = v.printer.Text(message.FilterDrop, c.Field, c.Value)
	}
	return chips
}

// foreign are the filters whose values are Vietnamese in every language.
var foreign = []schema.Field{schema.FieldProvince, schema.FieldProvinceNow, schema.FieldDirective}

func (v view) fieldLabel(f schema.Field) string {
	switch f {
	case paramFrom:
		return v.printer.Text(message.FilterFrom)
	case paramTo:
		return v.printer.Text(message.FilterTo)
	}
	return v.printer.Field(f)
}

// valueLabel is what a filter's value is called: as in its facet, if that has
// it.
func (v view) valueLabel(f schema.Field, value string, res *schema.Results) string {
	if f == paramFrom || f == paramTo {
		return v.printer.Date(value)
	}
	for _, listed := range res.Facet(f).Values {
		if listed.Value == value {
			return v.printer.FacetValue(f, listed)
		}
	}
	return v.printer.Value(f, value)
}

// hidden are the parameters that the form must carry because no checkbox
// does: how the query is taken, the order, and filters without a facet. Where a facet shows chosen
// values its checkboxes carry the filter, so that they can be unticked.
func (s *state) hidden(res *schema.Results) []parameter {
	var all []parameter
	for _, f := range filters {
		if carried(res.Facet(f)) {
			continue
		}
		for _, value := range s.chosen[f] {
			all = append(all, parameter{string(f), addressValue(f, value)})
		}
	}
	if s.literal {
		all = append(all, parameter{"literal", "1"})
	}
	if s.copies {
		all = append(all, parameter{"copies", "1"})
	}
	if s.sort != "" {
		all = append(all, parameter{"sort", string(s.sort)})
	}
	return all
}

func carried(f schema.Facet) bool {
	for _, value := range f.Values {
		if value.Selected && !value.Typed && value.Value != "" {
			return true
		}
	}
	return false
}
