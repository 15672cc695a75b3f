package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"soi/index/query"
	"soi/index/schema"
)

// mostRelaxed is the number of parts of a query that are left out in turn.
const mostRelaxed = 8

// relaxations tells what would be found with one condition less: a filter if
// the text alone is found, else a part of the text. Plain words are relaxed
// before already, unless the request is literal.
func (s *answer) relaxations(ctx context.Context) ([]schema.Relaxation, error) {
	var all []schema.Relaxation
	var err error
	if s.found.Any() {
		all = s.withoutFilters()
	} else {
		all, err = s.withoutParts(ctx)
	}
	all = slices.DeleteFunc(all, func(r schema.Relaxation) bool { return r.Total == 0 })
	slices.SortStableFunc(all, func(a, b schema.Relaxation) int { return cmp.Compare(b.Total, a.Total) })
	return all, err
}

// withoutFilters leaves out each filter, or all of them where one is not
// enough.
func (s *answer) withoutFilters() []schema.Relaxation {
	var all []schema.Relaxation
	enough := false
	for i, f := range s.filters {
		n := s.found.Without(i)
		enough = enough || n > 0
		all = append(all, schema.Relaxation{Field: schema.Field(f.field), Values: s.values(f.field), Total: n})
	}
	if !enough && len(s.filters) > 0 {
		all = append(all, schema.Relaxation{Total: s.found.All()})
	}
	return all
}

// values are those that a field is filtered by, as typed beside the query and
// in it.
func (s *answer) values(field string) []string {
	f, err := withTyped(s.req.Filter, s.ask.query.Filters)
	if err != nil { // the filters were made of the same
		return nil
	}
	switch field {
	case fieldProvince:
		return f.Province
	case fieldProvinceNow:
		return f.ProvinceNow
	case fieldDirective:
		return f.Directive
	case fieldLevel:
		return asTyped(f.Level)
	case fieldKind:
		return asTyped(f.Kind)
	case fieldSite:
		return f.Site
	case fieldPublished:
		return []string{f.From, f.To}
	}
	var years []string
	for _, y := range f.Year {
		years = append(years, yearText(y))
	}
	return years
}

func asTyped[T ~string](values []T) []string {
	var all []string
	for _, v := range values {
		all = append(all, string(v))
	}
	return all
}

// yearText is a range of years as it is typed.
func yearText(r schema.YearRange) string {
	end := func(year int) string {
		if year == 0 {
			return ""
		}
		return fmt.Sprint(year)
	}
	if r.From == r.To {
		return end(r.From)
	}
	return end(r.From) + ".." + end(r.To)
}

// withoutParts leaves out each part of a query that must match as a whole.
func (s *answer) withoutParts(ctx context.Context) ([]schema.Relaxation, error) {
	root, ok := s.ask.query.Root.(query.And)
	if !ok || len(root.Operands) > mostRelaxed {
		return nil, nil
	}
	typed, err := s.ask.marks(ctx, s.searcher, s.req)
	if err != nil {
		return nil, err
	}
	var all []schema.Relaxation
	for i, part := range root.Operands {
		q := s.ask.query
		if rest := slices.Delete(slices.Clone(root.Operands), i, i+1); len(rest) > 1 {
			q.Root = query.And{Operands: rest}
		} else {
			q.Root = only(rest)
		}
		less := *s
		less.ask = newQuestion(q, s.req.Literal)
		if _, err := less.try(ctx, attempt{marks: typed}); err != nil {
			return nil, err
		}
		all = append(all, schema.Relaxation{Values: []string{part.String()}, Query: q.String(), Total: less.found.Total()})
	}
	return all, nil
}
