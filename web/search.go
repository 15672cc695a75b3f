package web

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"soi/index/schema"
	"soi/web/message"
)

// searchPage is the data of search.tmpl.
type searchPage struct {
	frame
	Summary string // how many documents match what
	Took    string // milliseconds
	Notes   []note
	Chips   []chip // filters in use
	Clear   string // address without filters, "" if there are none
	Facets  []facet
	Sorts   []link
	Hits    []hit
	Pages   *pager // nil if there is one page
	PastEnd bool   // the page lies behind the last result
}

// A note is a note of a search and, where it speaks of another query, the
// way to that.
type note struct {
	Text string
	Use  *link
}

// A chip is a filter in use, and the way to the same search without it.
type chip struct {
	URL          string
	Field, Value string
	Name         string // what following the link does
}

// A hit is a document found as the page shows it.
type hit struct {
	URL         string
	Title       []piece // empty if the document has none
	Date        string  // ISO, "" unknown
	Province    string
	ProvinceNow string // "" if it is Province
	Level       schema.Level
	Site        string
	Snippet     []piece
	Directives  []link
}

// A facet is a field to filter by.
type facet struct {
	Field  schema.Field
	Label  string
	Shown  []choice
	Folded []choice // the rarer ones
	Other  int      // documents with values that are not listed, or without one
}

// A choice is a value of a facet.
type choice struct {
	Value    string // as the address has it
	Label    string
	Foreign  bool // Label is Vietnamese whatever the page's language
	Count    int
	Selected bool
}

// facetShown is how many values of a facet are shown unfolded.
const facetShown = 8

// search shows the results of a search.
func (s *site) search(v view, r *http.Request) (answer, error) {
	var st state
	if err := st.read(v.values); err != nil {
		return answer{}, err
	}
	req, err := st.request()
	if err != nil {
		return answer{}, err
	}
	req.Timeout = s.timeout * 4 / 5 // time is left to tell what was reached
	res, err := s.searcher.Search(r.Context(), req)
	if err != nil {
		return answer{}, err
	}
	return answer{status: http.StatusOK, template: "search", data: v.searchPage(&st, &res)}, nil
}

func (v view) searchPage(st *state, res *schema.Results) *searchPage {
	p := &searchPage{frame: v.frame(v.searchTitle(st)), Summary: v.printer.Text(message.Documents, res.Total)}
	p.Query = st.query
	if st.query != "" {
		p.Summary = v.printer.Text(message.ResultsFor, res.Total, st.query)
	}
	if st.page > 1 {
		p.Title += " – " + v.printer.Text(message.PageNumber, st.page)
	}
	p.Took = strconv.FormatInt(max(1, res.Took.Round(time.Millisecond).Milliseconds()), 10)
	p.Notes = v.notes(st, res.Notes)
	p.Chips = v.chips(st)
	if len(p.Chips) > 0 {
		p.Clear = st.unfiltered().url(v.explicit)
	}
	p.Facets = v.facets(res.Facets)
	p.Hidden = append(p.Hidden, st.hidden(res)...)
	for _, by := range []schema.Sort{schema.SortScore, schema.SortNewest, schema.SortOldest} {
		sorted := st.sorted(by)
		p.Sorts = append(p.Sorts, link{URL: sorted.url(v.explicit), Text: v.printer.Sort(by), Current: sorted.sort == st.sort})
	}
	labels := directiveLabels(res)
	for i := range res.Hits {
		p.Hits = append(p.Hits, v.hit(st, &res.Hits[i], labels))
	}
	p.Pages = v.pager(res.Total, perPage, st.page, func(page int) string { return st.at(page).url(v.explicit) })
	p.PastEnd = res.Total > 0 && len(res.Hits) == 0
	return p
}

func (v view) searchTitle(st *state) string {
	if st.query == "" {
		return v.printer.Text(message.SearchAll)
	}
	return v.printer.Text(message.ResultsTitle, st.query)
}

// unfiltered is the state without filters, on its first page.
func (s state) unfiltered() state {
	s.chosen, s.page = nil, 1
	return s
}

// notes puts the notes of a search into sentences.
func (v view) notes(st *state, notes []schema.Note) []note {
	var all []note
	for _, n := range notes {
		said := note{Text: v.printer.Note(n)}
		understood := n.Kind == schema.NoteRestored || n.Kind == schema.NoteKeystrokes
		if understood && len(n.Args) == 2 {
			said.Use = &link{URL: st.asking(n.Args[1]).url(v.explicit), Text: v.printer.Text(message.UseQuery, n.Args[1])}
		}
		all = append(all, said)
	}
	return all
}

// chips are the filters in use.
func (v view) chips(st *state) []chip {
	var chips []chip
	for _, f := range filters {
		for _, value := range st.chosen[f] {
			c := chip{URL: st.without(f, value).url(v.explicit), Field: v.fieldLabel(f), Value: v.valueLabel(f, value)}
			c.Name = v.printer.Text(message.FilterDrop, c.Field, c.Value)
			chips = append(chips, c)
		}
	}
	return chips
}

func (v view) fieldLabel(f schema.Field) string {
	switch f {
	case paramFrom:
		return v.printer.Text(message.FilterFrom)
	case paramTo:
		return v.printer.Text(message.FilterTo)
	}
	return v.printer.Field(f)
}

func (v view) valueLabel(f schema.Field, value string) string {
	if f == paramFrom || f == paramTo {
		return v.printer.Date(value)
	}
	return v.printer.Value(f, value)
}

// facets are the fields to filter by, in the order of the results, each with
// its first values and the chosen ones unfolded.
func (v view) facets(found []schema.Facet) []facet {
	var all []facet
	for _, f := range found {
		one := facet{Field: f.Field, Label: v.printer.Field(f.Field), Other: f.Other}
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
	c := choice{Value: addressValue(f, value.Value), Label: value.Label, Count: value.Count, Selected: value.Selected}
	switch f {
	case schema.FieldLevel, schema.FieldKind:
		c.Label = v.printer.Value(f, value.Value)
	default:
		c.Foreign = f != schema.FieldYear
		if c.Label == "" || c.Label == value.Value { // a directive whose code another one has too
			c.Label = v.printer.Value(f, value.Value)
		}
	}
	return c
}

// hidden are the parameters that the form must carry because no checkbox
// does: the order, and filters without a facet. Where a facet shows chosen
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
	if s.sort != "" {
		all = append(all, parameter{"sort", string(s.sort)})
	}
	return all
}

func carried(f schema.Facet) bool {
	for _, value := range f.Values {
		if value.Selected && value.Value != "" {
			return true
		}
	}
	return false
}

// directiveLabels are the labels that the facet gives to directives: it knows
// where the code alone would be taken for another.
func directiveLabels(res *schema.Results) map[string]string {
	labels := map[string]string{}
	for _, value := range res.Facet(schema.FieldDirective).Values {
		if value.Label != "" && value.Label != value.Value {
			labels[value.Value] = value.Label
		}
	}
	return labels
}

func (v view) hit(st *state, h *schema.Hit, labels map[string]string) hit {
	shown := hit{
		URL:      documentURL(h.ID, *st, v.explicit),
		Title:    pieces(h.Title, h.TitleMarks),
		Date:     h.Published,
		Province: h.Province,
		Level:    h.Level,
		Site:     siteOf(h.URL),
		Snippet:  pieces(h.Snippet.Text, h.Snippet.Spans),
	}
	if h.ProvinceNow != h.Province {
		shown.ProvinceNow = h.ProvinceNow
	}
	for _, identity := range h.Directives {
		label := labels[identity]
		if label == "" {
			label = v.printer.Directive(identity)
		}
		shown.Directives = append(shown.Directives, link{
			URL:  st.with(schema.FieldDirective, identity).url(v.explicit),
			Text: label,
		})
	}
	return shown
}

// A pager leads to the other pages of a list.
type pager struct {
	Page, Last     int
	Previous, Next string // addresses, "" at the ends
	Near           []link // pages around this one
}

// pager is nil if all entries are on one page of the size.
func (v view) pager(total, size, page int, url func(page int) string) *pager {
	last := min((total+size-1)/size, lastPage)
	if last <= 1 && page == 1 {
		return nil
	}
	p := &pager{Page: page, Last: max(last, 1)}
	if page > 1 {
		p.Previous = url(min(page-1, p.Last))
	}
	if page < last {
		p.Next = url(page + 1)
	}
	const around = 2
	for n := max(1, page-around); n <= min(last, page+around); n++ {
		p.Near = append(p.Near, link{URL: url(n), Text: v.printer.Number(n), Current: n == page})
	}
	return p
}
