package web

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"soi/analyzer/place"
	"soi/index/query"
	"soi/index/schema"
	"soi/web/message"
)

// The limits of an address.
const (
	perPage   = 10  // results a page
	maxValues = 64  // values of all filters together
	maxValue  = 200 // bytes of one value
)

// Parameters that are filters without being fields of a document.
const (
	paramFrom schema.Field = "from"
	paramTo   schema.Field = "to"
)

// filters are the fields that can be filtered by, in the order in which
// addresses and chips have them. The name of a field is that of its
// parameter.
var filters = []schema.Field{
	schema.FieldProvince, schema.FieldProvinceNow, schema.FieldDirective, schema.FieldYear,
	schema.FieldLevel, schema.FieldKind, schema.FieldSite, paramFrom, paramTo,
}

// A state is what an address says about a search:
//
//	q                     the query
//	province              a name or slug, bac-giang; repeated for alternatives, as all filters are;
//	                      da-nang@ leaves out the provinces that Đà Nẵng was made of
//	province_now          the same, as of today
//	directive             an identity or code, 21-KL/TW@XIII
//	year                  2022 or 2021..2023, an end may be open
//	level, kind           as in schema.Level and schema.Kind, or as people type them
//	site                  a host
//	from, to              ISO dates, both included
//	literal               1: the words as typed, neither read as keys nor relaxed
//	copies                1: copies of a report are results of their own
//	sort                  newest or oldest
//	page                  from 1
//
// The parameter lang is the view's. Empty parameters, which plain forms send,
// are as good as none.
type state struct {
	query   string
	chosen  map[schema.Field][]string // values by filter, each once
	literal bool
	copies  bool // each by itself
	sort    schema.Sort
	page    int
}

// read takes the state from the parameters of an address.
func (s *state) read(values url.Values) error {
	*s = state{query: strings.TrimSpace(values.Get("q")), chosen: map[schema.Field][]string{}, page: 1}
	if len(s.query) > query.MaxLength {
		return &badRequest{message.ErrorQueryLong, []any{query.MaxLength}}
	}
	count := 0
	for _, f := range filters {
		for _, value := range values[string(f)] {
			value = strings.TrimSpace(value)
			if value == "" || slices.Contains(s.chosen[f], value) {
				continue
			}
			if count++; count > maxValues {
				return &badRequest{message.ErrorTooMany, []any{maxValues}}
			}
			if len(value) > maxValue {
				return &schema.FilterError{Field: f, Value: strings.ToValidUTF8(value[:maxValue], "") + "…"}
			}
			s.chosen[f] = append(s.chosen[f], value)
		}
	}
	for name, is := range map[string]*bool{"literal": &s.literal, "copies": &s.copies} {
		if err := readSwitch(name, values.Get(name), is); err != nil {
			return err
		}
	}
	if err := s.readSort(values.Get("sort")); err != nil {
		return err
	}
	return s.readPage(values.Get("page"))
}

// readSwitch reads a parameter that is 1 or none.
func readSwitch(name, value string, is *bool) error {
	if value != "" && value != "1" {
		return &badRequest{message.ErrorParameter, []any{name, value}}
	}
	*is = value != ""
	return nil
}

func (s *state) readSort(value string) error {
	switch by := schema.Sort(value); by {
	case "", schema.SortScore:
	case schema.SortNewest, schema.SortOldest:
		s.sort = by
	default:
		return &badRequest{message.ErrorParameter, []any{"sort", value}}
	}
	return nil
}

func (s *state) readPage(value string) error {
	if value == "" {
		return nil
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 {
		return &badRequest{message.ErrorParameter, []any{"page", value}}
	}
	if n > lastPage {
		return &badRequest{message.ErrorPage, []any{schema.MaxOffset + perPage}}
	}
	s.page = n
	return nil
}

// lastPage is the last page that can be asked for.
const lastPage = schema.MaxOffset/perPage + 1

// filter is the filters as a search takes them. Years and dates are judged
// here, what the other values mean is for the searcher to say.
func (s *state) filter() (schema.Filter, error) {
	f := schema.Filter{
		Province:    s.chosen[schema.FieldProvince],
		ProvinceNow: s.chosen[schema.FieldProvinceNow],
		Directive:   s.chosen[schema.FieldDirective],
		Level:       as[schema.Level](s.chosen[schema.FieldLevel]),
		Kind:        as[schema.Kind](s.chosen[schema.FieldKind]),
		Site:        s.chosen[schema.FieldSite],
	}
	for _, value := range s.chosen[schema.FieldYear] {
		from, to, ok := query.Years(value)
		if !ok {
			return f, &schema.FilterError{Field: schema.FieldYear, Value: value}
		}
		f.Year = append(f.Year, schema.YearRange{From: from, To: to})
	}
	for _, end := range []struct {
		param schema.Field
		date  *string
	}{{paramFrom, &f.From}, {paramTo, &f.To}} {
		if err := s.readDate(end.param, end.date); err != nil {
			return f, err
		}
	}
	return f, nil
}

// as gives values a type of package schema.
func as[T ~string](values []string) []T {
	var all []T
	for _, v := range values {
		all = append(all, T(v))
	}
	return all
}

// readDate takes the one date that a parameter may have.
func (s *state) readDate(param schema.Field, date *string) error {
	for i, value := range s.chosen[param] {
		if _, err := time.Parse(time.DateOnly, value); err != nil || i > 0 {
			return &badRequest{message.ErrorParameter, []any{string(param), value}}
		}
		*date = value
	}
	return nil
}

// request is the search that the state stands for.
func (s *state) request() (schema.Request, error) {
	f, err := s.filter()
	return schema.Request{
		Query: s.query, Literal: s.literal, Unfold: s.copies, Filter: f, Sort: s.sort,
		Offset: (s.page - 1) * perPage, Limit: perPage, Facets: true, Values: facetListed,
	}, err
}

// filtered reports whether any filter is set.
func (s *state) filtered() bool {
	for _, values := range s.chosen {
		if len(values) > 0 {
			return true
		}
	}
	return false
}

// url is the address of the results.
func (s state) url(lang message.Lang) string { return "/search" + s.parameters(lang) }

// table is the address of the results as a file.
func (s state) table(lang message.Lang) string { return "/search.csv" + s.parameters(lang) }

// parameters are those of the address, behind "?" if there are any, always in
// the same order, so that one state has one address.
func (s state) parameters(lang message.Lang) string {
	var b strings.Builder
	add := func(name, value string) {
		if value == "" {
			return
		}
		b.WriteByte("?&"[min(b.Len(), 1)])
		b.WriteString(name + "=" + readable.Replace(url.QueryEscape(value)))
	}
	add("q", s.query)
	for _, f := range filters {
		for _, value := range s.chosen[f] {
			add(string(f), addressValue(f, value))
		}
	}
	if s.literal {
		add("literal", "1")
	}
	if s.copies {
		add("copies", "1")
	}
	add("sort", string(s.sort))
	if s.page > 1 {
		add("page", strconv.Itoa(s.page))
	}
	add("lang", string(lang))
	return b.String()
}

// readable leaves the signs of a directive's identity as they are; they are
// allowed in the query of an address.
var readable = strings.NewReplacer("%2F", "/", "%40", "@", "%3A", ":")

// addressValue is a filter's value as addresses have it.
func addressValue(f schema.Field, value string) string {
	if f == schema.FieldProvince || f == schema.FieldProvinceNow {
		name, apart := strings.CutSuffix(value, "@")
		if p, ok := place.FindProvince(name); ok && apart {
			return p.Slug + "@"
		} else if ok {
			return p.Slug
		}
	}
	return value
}

// with is the state with one more value of a filter, on its first page.
func (s state) with(f schema.Field, value string) state {
	chosen := map[schema.Field][]string{}
	for field, values := range s.chosen {
		chosen[field] = slices.Clone(values)
	}
	if !slices.Contains(chosen[f], value) {
		chosen[f] = append(chosen[f], value)
	}
	s.chosen, s.page = chosen, 1
	return s
}

// without is the state without a value of a filter, on its first page.
func (s state) without(f schema.Field, value string) state {
	s = s.with(f, value)
	s.chosen[f] = slices.DeleteFunc(s.chosen[f], func(v string) bool { return v == value })
	return s
}

// replace is the state with one value of a filter in the place of another.
func (s state) replace(f schema.Field, old, value string) state {
	return s.without(f, old).with(f, value)
}

// sorted is the state in another order, on its first page.
func (s state) sorted(by schema.Sort) state {
	if by == schema.SortScore {
		by = ""
	}
	s.sort, s.page = by, 1
	return s
}

// asking is the state with another query, to be understood anew, on its first
// page.
func (s state) asking(query string) state {
	s.query, s.literal, s.page = query, false, 1
	return s
}

// untyped is the state without filters that stand in its query, on its first
// page.
func (s state) untyped(typed ...schema.TypedFilter) state {
	typed = slices.SortedFunc(slices.Values(typed), func(a, b schema.TypedFilter) int { return b.Start - a.Start })
	for _, f := range typed { // from behind, so that the others stay where they are
		s.query = s.query[:f.Start] + " " + s.query[f.End:]
	}
	s.query = strings.Join(strings.Fields(s.query), " ")
	// What is left of "(tỉnh:a OR tỉnh:b)" or the like is mended.
	if q := query.Parse(s.query); len(q.Repairs) > 0 {
		s.query = q.String()
	}
	s.page = 1
	return s
}

// literally is the state with its query taken as typed, on its first page.
func (s state) literally() state {
	s.literal, s.page = true, 1
	return s
}

// unfolding is the state with copies of a report by themselves or not, on its
// first page.
func (s state) unfolding(copies bool) state {
	s.copies, s.page = copies, 1
	return s
}

// at is the state on another page.
func (s state) at(page int) state {
	s.page = page
	return s
}
