package web

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"soi/analyzer/viet"
	"soi/index/query"
	"soi/index/schema"
)

// A fake is a Searcher over documents in memory, with just enough of a search
// that a person can click through the pages: all words must stand in the
// text, case apart, marks as typed.
type fake struct {
	documents []schema.Document
	notes     map[string][]schema.Note          // by query
	said      map[string]schema.DirectiveDetail // what is told of a directive beside its counts
	err       error                             // returned by every method if set
}

func (f *fake) Hold() (search func(context.Context, schema.Request) (schema.Results, error), release func()) {
	return f.Search, func() {}
}

func (f *fake) Search(_ context.Context, req schema.Request) (schema.Results, error) {
	if f.err != nil {
		return schema.Results{}, f.err
	}
	if err := checkFilter(req.Filter); err != nil {
		return schema.Results{}, err
	}
	given := req.Filter
	req, typed := withTyped(req)
	res := schema.Results{Query: req.Query, Typed: typed, Took: 3400 * time.Microsecond, Notes: f.notesOf(req), Labels: schema.Labels{}}
	var found []schema.Document
	for _, d := range f.documents {
		if matches(&d, req.Query) && passes(&d, req.Filter, "") {
			found = append(found, d)
		}
	}
	slices.SortStableFunc(found, func(a, b schema.Document) int {
		switch req.Sort {
		case schema.SortNewest:
			return cmp.Compare(b.Published, a.Published)
		case schema.SortOldest:
			return cmp.Compare(a.Published, b.Published)
		}
		return 0
	})
	res.Total = len(found)
	for _, d := range found[min(req.Offset, len(found)):min(req.Offset+cmp.Or(req.Limit, 10), len(found))] {
		res.Hits = append(res.Hits, hitOf(&d, req.Query))
		maps.Copy(res.Labels, f.labels(&d))
	}
	if req.Facets {
		for _, field := range []schema.Field{schema.FieldProvince, schema.FieldDirective, schema.FieldYear, schema.FieldLevel} {
			res.Facets = append(res.Facets, f.facet(req, given, field))
		}
	}
	return res, nil
}

func (f *fake) Document(_ context.Context, id string, req schema.Request) (schema.Document, schema.Matches, error) {
	if f.err != nil {
		return schema.Document{}, schema.Matches{}, f.err
	}
	for _, d := range f.documents {
		if d.ID == id {
			spans := marks(d.Text, req.Query, append([]schema.Span{d.Title}, d.Body...))
			return d, schema.Matches{Spans: spans, Notes: f.notesOf(req), Labels: f.labels(&d)}, nil
		}
	}
	return schema.Document{}, schema.Matches{}, fmt.Errorf("document %q: %w", id, schema.ErrNotFound)
}

// Similar gives the documents with the same directives.
func (f *fake) Similar(_ context.Context, id string, limit int) (schema.Similar, error) {
	if f.err != nil {
		return schema.Similar{}, f.err
	}
	similar := schema.Similar{Labels: schema.Labels{}}
	at := slices.IndexFunc(f.documents, func(d schema.Document) bool { return d.ID == id })
	if at < 0 {
		return similar, fmt.Errorf("document %q: %w", id, schema.ErrNotFound)
	}
	for _, d := range f.documents {
		same := slices.DeleteFunc(d.Directives(), func(identity string) bool { return !slices.Contains(f.documents[at].Directives(), identity) })
		if d.ID == id || len(same) == 0 || len(similar.Hits) == limit {
			continue
		}
		h := hitOf(&d, "")
		h.Snippet = schema.Snippet{}
		maps.Copy(similar.Labels, f.labels(&d))
		h.Why = []schema.Reason{{Kind: schema.ReasonDirectives, Args: []string{similar.Labels.Of(same[0])}}, {Kind: schema.ReasonShared, Args: []string{"tự soi", "<b>góc"}}}
		similar.Hits = append(similar.Hits, h)
	}
	return similar, nil
}

// labels are those of a document's directives.
func (f *fake) labels(d *schema.Document) schema.Labels {
	all := schema.Labels{}
	for _, identity := range d.Directives() {
		all[identity], _, _ = strings.Cut(identity, "@")
		if f.same(identity) > 0 && all[identity] == identity {
			all[identity] += "@"
		} else if f.same(identity) > 0 {
			all[identity] = identity
		}
	}
	return all
}

// same counts the other directives of an identity's code.
func (f *fake) same(identity string) int {
	others := map[string]bool{}
	code, _, _ := strings.Cut(identity, "@")
	for _, d := range f.documents {
		for _, other := range d.Directives() {
			if c, _, _ := strings.Cut(other, "@"); c == code && other != identity {
				others[other] = true
			}
		}
	}
	return len(others)
}

// notesOf are the notes for a query that is not to be taken literally.
func (f *fake) notesOf(req schema.Request) []schema.Note {
	if req.Literal {
		return nil
	}
	return f.notes[req.Query]
}

func (f *fake) Directives(context.Context) ([]schema.Directive, error) {
	if f.err != nil {
		return nil, f.err
	}
	byIdentity := map[string]*schema.Directive{}
	for _, d := range f.documents {
		for _, identity := range d.Directives() {
			one := byIdentity[identity]
			if one == nil {
				one = &schema.Directive{Identity: identity, Filter: identity, Same: f.same(identity), First: d.Published, Last: d.Published}
				if one.Same > 0 && !strings.Contains(identity, "@") {
					one.Filter += "@"
				}
				byIdentity[identity] = one
			}
			one.Documents++
			one.First, one.Last = min(one.First, d.Published), max(one.Last, d.Published)
			for _, r := range d.References {
				if r.Identity == identity {
					one.Code, one.Term = r.Code, cmp.Or(one.Term, r.Term)
					one.Type, one.Date, one.Issuer = cmp.Or(one.Type, r.Type), cmp.Or(one.Date, r.Date), cmp.Or(one.Issuer, r.Issuer)
				}
			}
		}
	}
	var all []schema.Directive
	for _, d := range byIdentity {
		all = append(all, *d)
	}
	slices.SortFunc(all, func(a, b schema.Directive) int {
		return cmp.Or(cmp.Compare(b.Documents, a.Documents), cmp.Compare(a.Identity, b.Identity))
	})
	return all, nil
}

// Suggest completes the beginnings of titles and of one phrase.
func (f *fake) Suggest(_ context.Context, text string, limit int) ([]schema.Suggestion, error) {
	if f.err != nil {
		return nil, f.err
	}
	all := []schema.Suggestion{
		{Text: "tự soi, tự sửa", Kind: schema.SuggestPhrase, Count: 14, Value: "tự soi, tự sửa"},
		{Text: "Tư Nghĩa, Quảng Ngãi", Kind: schema.SuggestPlace, Count: 1, Value: `"Tư Nghĩa" tỉnh:"Quảng Ngãi"`},
		{Text: "Kết luận 21-KL/TW <b>", Kind: schema.SuggestDirective, Count: 3, Value: "mã:21-KL/TW@XIII"},
	}
	for _, d := range f.documents {
		all = append(all, schema.Suggestion{Text: d.TitleText(), Kind: schema.SuggestTitle, Value: d.TitleText()})
	}
	var found []schema.Suggestion
	for _, s := range all {
		typed, whole := viet.Fold(text, viet.ASCII), viet.Fold(s.Text, viet.ASCII)
		if typed != "" && strings.HasPrefix(whole, typed) && len(found) < limit {
			found = append(found, s)
		}
	}
	return found, nil
}

// slugs are the provinces that the fake knows.
var slugs = map[string]string{}

func checkFilter(f schema.Filter) error {
	for _, p := range f.Province {
		if slugs[p] == "" && !slices.ContainsFunc(sampleDocuments(), func(d schema.Document) bool { return d.Province == p }) {
			return fmt.Errorf("search: %w", &schema.FilterError{Field: schema.FieldProvince, Value: p, Near: "Bắc Giang"})
		}
	}
	for _, l := range f.Level {
		if !slices.Contains(schema.Levels, l) {
			return &schema.FilterError{Field: schema.FieldLevel, Value: string(l)}
		}
	}
	return nil
}

// withTyped takes the filters out of the query of a request and adds them to
// its filter.
func withTyped(req schema.Request) (schema.Request, []schema.TypedFilter) {
	q := query.Parse(req.Query)
	var typed []schema.TypedFilter
	for _, f := range q.Filters {
		field := map[query.Name]schema.Field{query.Level: schema.FieldLevel, query.Province: schema.FieldProvince}[f.Name]
		switch field {
		case schema.FieldLevel:
			req.Filter.Level = append(slices.Clone(req.Filter.Level), schema.Level(f.Value))
		case schema.FieldProvince:
			req.Filter.Province = append(slices.Clone(req.Filter.Province), f.Value)
		}
		typed = append(typed, schema.TypedFilter{Field: field, Value: f.Value, Start: f.Start, End: f.End})
	}
	if len(typed) > 0 {
		req.Query = query.Query{Root: q.Root}.String()
	}
	return req, typed
}

// passes reports whether d passes a filter, that of one field left out.
func passes(d *schema.Document, f schema.Filter, without schema.Field) bool {
	any := func(field schema.Field, wanted []string, has ...string) bool {
		if field == without || len(wanted) == 0 {
			return true
		}
		return slices.ContainsFunc(wanted, func(w string) bool {
			return slices.ContainsFunc(has, func(h string) bool { return h == w || slugs[w] == h && h != "" })
		})
	}
	var levels, years []string
	for _, l := range f.Level {
		levels = append(levels, string(l))
	}
	for _, y := range f.Year {
		for n := y.From; n <= y.To; n++ {
			years = append(years, strconv.Itoa(n))
		}
	}
	return any(schema.FieldProvince, f.Province, d.Province) &&
		any(schema.FieldDirective, f.Directive, d.Directives()...) &&
		any(schema.FieldLevel, levels, string(d.Level)) &&
		any(schema.FieldYear, years, strconv.Itoa(d.Year))
}

func (f *fake) facet(req schema.Request, given schema.Filter, field schema.Field) schema.Facet {
	counts := map[string]int{}
	for _, d := range f.documents {
		if !matches(&d, req.Query) || !passes(&d, req.Filter, field) {
			continue
		}
		for _, value := range valuesOf(&d, field) {
			counts[value]++
		}
	}
	facet := schema.Facet{Field: field}
	for value, n := range counts {
		label, _, _ := strings.Cut(value, "@")
		is := selected(req.Filter, field, value)
		facet.Values = append(facet.Values, schema.FacetValue{
			Value: value, Label: label, Count: n, Selected: is, Typed: is && !selected(given, field, value),
		})
	}
	slices.SortFunc(facet.Values, func(a, b schema.FacetValue) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	listed := min(cmp.Or(req.Values, 20), len(facet.Values))
	facet.Left = len(facet.Values) - listed
	facet.Values = facet.Values[:listed]
	return facet
}

func valuesOf(d *schema.Document, field schema.Field) []string {
	switch field {
	case schema.FieldProvince:
		return []string{d.Province}
	case schema.FieldDirective:
		return d.Directives()
	case schema.FieldYear:
		if d.Year == 0 {
			return nil
		}
		return []string{strconv.Itoa(d.Year)}
	}
	return []string{string(d.Level)}
}

func selected(f schema.Filter, field schema.Field, value string) bool {
	switch field {
	case schema.FieldProvince:
		return slices.ContainsFunc(f.Province, func(w string) bool { return w == value || slugs[w] == value })
	case schema.FieldDirective:
		return slices.Contains(f.Directive, value)
	case schema.FieldYear:
		n, _ := strconv.Atoi(value)
		return slices.ContainsFunc(f.Year, func(y schema.YearRange) bool { return y.From <= n && n <= y.To })
	}
	return slices.Contains(f.Level, schema.Level(value))
}

// words are the words and the quoted phrases of a query.
func words(query string) []string {
	var all []string
	for i, part := range strings.Split(strings.ToLower(norm.NFC.String(query)), `"`) {
		if i%2 == 1 {
			all = append(all, part)
		} else {
			all = append(all, strings.Fields(part)...)
		}
	}
	return all
}

func matches(d *schema.Document, query string) bool {
	text := strings.ToLower(d.Text)
	return !slices.ContainsFunc(words(query), func(w string) bool { return !strings.Contains(text, w) })
}

// marks are the places inside spans where a word of the query stands. Lower
// case has as many bytes as upper case in Vietnamese.
func marks(text, query string, within []schema.Span) []schema.Span {
	var all []schema.Span
	lower := strings.ToLower(text)
	for _, span := range within {
		for _, w := range words(query) {
			for at := span.Start; ; {
				i := strings.Index(lower[at:span.End], w)
				if i < 0 {
					break
				}
				all = append(all, schema.Span{Start: at + i, End: at + i + len(w)})
				at += i + len(w)
			}
		}
	}
	slices.SortFunc(all, func(a, b schema.Span) int { return a.Start - b.Start })
	return all
}

func hitOf(d *schema.Document, query string) schema.Hit {
	h := schema.Hit{
		ID: d.ID, Title: d.TitleText(), URL: d.URL, Path: d.Path, Province: d.Province, ProvinceNow: d.ProvinceNow,
		Year: d.Year, Published: d.Published, Level: d.Level, Kind: d.Kind, Directives: d.Directives(), Score: 1,
	}
	h.TitleMarks = marks(h.Title, query, []schema.Span{{Start: 0, End: len(h.Title)}})
	for _, b := range d.Body {
		found := marks(d.Text, query, []schema.Span{b})
		if len(found) == 0 && query != "" && h.Snippet.Text != "" {
			continue
		}
		end := b.Start + min(b.Len(), 260)
		for end < b.End && !strings.HasPrefix(d.Text[end:], " ") {
			end++
		}
		h.Snippet = schema.Snippet{Text: d.Text[b.Start:end], Start: b.Start}
		h.Snippet.Spans = marks(h.Snippet.Text, query, []schema.Span{{Start: 0, End: len(h.Snippet.Text)}})
		if len(found) > 0 || query == "" {
			break
		}
	}
	return h
}
