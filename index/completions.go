package index

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"soi/analyzer/cite"
	gazetteer "soi/analyzer/place"
	"soi/index/internal/column"
	"soi/index/internal/postings"
	"soi/index/internal/suggest"
	"soi/index/query"
	"soi/index/schema"
)

// completions gives the table of the view. The first call has it made: people
// type on, and each key ends the request of the one before, but not this.
func (v *view) completions(ctx context.Context) (*suggest.Table, error) {
	return v.tables.completions.get(ctx, v, v.newCompletions)
}

func (v *view) newCompletions(ctx context.Context) (*suggest.Table, error) {
	s, done, err := v.searcher(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	phrases, err := v.phrases(ctx, s)
	if err != nil {
		return nil, err
	}
	directives, err := v.registry(ctx)
	if err != nil {
		return nil, err
	}
	districts, err := s.districts(ctx)
	if err != nil {
		return nil, err
	}
	return suggest.NewTable(slices.Concat(s.provinces(), districts, directiveEntries(directives.list), phrases)), nil
}

// provinces gives the provinces that documents report from. One of today
// counts the documents of those that it was made of too, as its filter does.
func (s searcher) provinces() []suggest.Entry {
	var all []suggest.Entry
	counts := s.counts(s.columns[fieldProvince])
	for name, n := range counts {
		names := []string{name}
		if p, ok := gazetteer.FindProvince(name); ok {
			names = append(names, p.Type+" "+name)
			for _, former := range p.Former() {
				if former.Name != name {
					n += counts[former.Name]
				}
			}
		}
		value := query.Field{Name: query.Province, Value: name}.String()
		all = append(all, suggest.Entry{
			Suggestion: schema.Suggestion{Text: name, Kind: schema.SuggestPlace, Count: n, Value: value},
			Names:      names,
		})
	}
	return all
}

// counts counts the live documents by the values of a column.
func (s searcher) counts(c *column.Column) map[string]int {
	counts := make(column.Counts, len(c.Values()))
	for i, segment := range s.engine.Segments() {
		c.Count(i, segment.Live(), counts)
	}
	all := map[string]int{}
	for o, n := range counts {
		if n > 0 {
			all[c.Values()[o]] = n
		}
	}
	return all
}

// districts gives the districts that documents report from. They are no
// filter, so what finds them is their name within their province.
func (s searcher) districts(ctx context.Context) ([]suggest.Entry, error) {
	counts := map[string]int{}
	for _, segment := range s.engine.Segments() {
		err := segment.Terms(ctx, fieldDistrict, func(term string, _ int) error {
			documents, err := segment.Documents(ctx, fieldDistrict, term)
			for _, d := range documents {
				if segment.Live().Has(d) {
					counts[term]++
				}
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	var all []suggest.Entry
	for term, n := range counts {
		name, province, _ := strings.Cut(term, districtSeparator)
		e := suggest.Entry{
			Suggestion: schema.Suggestion{Text: name, Kind: schema.SuggestPlace, Count: n, Value: `"` + name + `"`},
			Names:      []string{name},
		}
		if province != "" {
			e.Text += ", " + province
			e.Value += " " + query.Field{Name: query.Province, Value: province}.String()
		}
		for _, d := range gazetteer.Districts(name) {
			if d.Province == province {
				e.Names = append(e.Names, d.Type+" "+name)
			}
		}
		all = append(all, e)
	}
	return all, nil
}

// longestTitle bounds the title of a directive in a suggestion, in bytes.
const longestTitle = 100

// directiveEntries gives the directives by type, code and title.
func directiveEntries(list []schema.Directive) []suggest.Entry {
	var all []suggest.Entry
	for _, d := range list {
		if d.Documents == 0 || nameless(d.Identity) {
			continue
		}
		text := d.Code
		if d.Type != "" && !strings.HasPrefix(d.Code, d.Type) {
			text = d.Type + " " + d.Code
		}
		e := suggest.Entry{
			Suggestion: schema.Suggestion{
				Text:  shortened(strings.TrimSpace(text+" "+d.Title), longestTitle+len(text)),
				Kind:  schema.SuggestDirective,
				Count: d.Documents,
				Value: query.Field{Name: query.Code, Value: d.Filter}.String(),
			},
			Names: []string{text + " " + d.Title, d.Type + " số " + d.Code},
		}
		if key := cite.Key(d.Code); key != d.Code {
			e.Names = append(e.Names, key)
		}
		all = append(all, e)
	}
	return all
}

// shortened cuts text to most bytes at a space.
func shortened(text string, most int) string {
	if len(text) <= most {
		return text
	}
	if end := strings.LastIndexByte(text[:most], ' '); end > 0 {
		return text[:end] + " …"
	}
	return text
}

// phrases gives the frequent phrases of all segments.
func (v *view) phrases(ctx context.Context, s searcher) ([]suggest.Entry, error) {
	counts := map[string]*suggest.Phrase{}
	for _, segment := range s.engine.Segments() {
		list, err := postings.KeepLive(segment, "phrases", func() ([]suggest.Phrase, error) { return v.segmentPhrases(ctx, s, segment) })
		if err != nil {
			return nil, err
		}
		for _, p := range list {
			if known := counts[p.Key]; known != nil {
				known.Documents += p.Documents
			} else {
				counts[p.Key] = &p
			}
		}
	}
	all := make([]suggest.Entry, 0, len(counts))
	for _, p := range counts {
		all = append(all, suggest.Entry{
			Suggestion: schema.Suggestion{Text: p.Text, Kind: schema.SuggestPhrase, Count: p.Documents, Value: p.Text},
			Names:      []string{p.Text},
		})
	}
	slices.SortFunc(all, func(a, b suggest.Entry) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text))
	})
	return all[:min(len(all), suggest.MostPhrases)], nil
}

// segmentPhrases counts the phrases in the documents of a segment, or in a
// sample of them, spread evenly, if they are many.
func (v *view) segmentPhrases(ctx context.Context, s searcher, segment *postings.Segment) ([]suggest.Phrase, error) {
	live := segment.Live().Append(nil)
	sample := suggest.NewSample()
	n := min(len(live), suggest.SampleDocuments)
	for i := range n {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		id, err := segment.ID(live[i*len(live)/n])
		if err != nil {
			return nil, err
		}
		d, err := v.read(s.reader, id)
		if err != nil {
			return nil, err
		}
		parts := []string{d.TitleText()}
		for _, span := range searchable(&d) {
			parts = append(parts, span.Of(d.Text))
		}
		sample.Add(parts)
	}
	phrases := sample.Phrases()
	for i := range phrases {
		phrases[i].Documents = phrases[i].Documents * len(live) / n
	}
	return phrases, nil
}
