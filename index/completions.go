package index

import (
	"context"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"soi/analyzer/cite"
	gazetteer "soi/analyzer/place"
	"soi/index/internal/column"
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
	var phrases, districts []suggest.Entry
	var directives *registry
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() (err error) {
		directives, err = v.registry(ctx)
		return err
	})
	group.Go(func() (err error) {
		if phrases, err = s.phrases(ctx); err == nil {
			districts, err = s.districts(ctx)
		}
		return err
	})
	if err := group.Wait(); err != nil {
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
