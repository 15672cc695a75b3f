package index

import (
	"strings"

	gazetteer "soi/analyzer/place"
	"soi/analyzer/viet"
	"soi/index/internal/column"
	"soi/index/schema"
)

// apart is what stands behind the name of a province of today to ask for the
// reports that name it so, and not for those of the provinces that it was made
// of. Without it the name stands for all of them, as a code without "@" stands
// for all its terms.
const apart = "@"

// provinces chooses the provinces named. A province is that of the report's
// time in fieldProvince, that of today in fieldProvinceNow.
func (f *filterer) provinces(field string, typed []string) (column.Set, error) {
	c := f.columns[field]
	wanted := map[string]bool{}
	for _, t := range typed {
		names, err := f.province(c, field, t)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			wanted[name] = true
		}
	}
	return c.Choose(func(v string) bool { return wanted[v] }), nil
}

// province gives the names of the provinces that t stands for: of a known one
// and those it was made of, or of one that only documents name.
func (f *filterer) province(c *column.Column, field, t string) ([]string, error) {
	name, alone := strings.CutSuffix(strings.TrimSpace(t), apart)
	p, ok := gazetteer.FindProvince(name)
	if !ok {
		slug := viet.Slug(name)
		for _, v := range c.Values() {
			if viet.Slug(v) == slug {
				return []string{v}, nil
			}
		}
		return nil, &schema.FilterError{Field: schema.Field(field), Value: t, Near: nearProvince(slug)}
	}
	if field != fieldProvince {
		return []string{p.Name}, nil
	}
	former := mergedInto(p, c)
	switch {
	case len(former) > 0 && alone:
		f.say(schema.NoteApart, p.Name, former)
	case len(former) > 0:
		f.say(schema.NoteFormer, p.Name, former)
		return append(former, p.Name), nil
	case c.Ordinal(p.Name) < 0 && p.Now != p.Name && f.columns[fieldProvinceNow].Ordinal(p.Now) >= 0:
		f.say(schema.NoteMerged, t, []string{p.Now})
	}
	return []string{p.Name}, nil
}

func (f *filterer) say(kind schema.NoteKind, about string, others []string) {
	f.notes = append(f.notes, schema.Note{Kind: kind, Args: append([]string{about}, others...)})
}

// mergedInto are the other provinces that p was made of on 1 July 2025, as far
// as documents of the collection name them.
func mergedInto(p gazetteer.Province, c *column.Column) []string {
	var names []string
	for _, former := range p.Former() {
		if former.Name != p.Name && c.Ordinal(former.Name) >= 0 {
			names = append(names, former.Name)
		}
	}
	return names
}

// joined gives the provinces of a column whose filter finds the documents of
// former ones too.
func joined(c *column.Column) map[string]bool {
	all := map[string]bool{}
	for _, name := range c.Values() {
		if p, ok := gazetteer.FindProvince(name); ok && p.Name == name && len(mergedInto(p, c)) > 0 {
			all[name] = true
		}
	}
	return all
}

// setApart gives the provinces of a facet values that ask for each alone, so
// that choosing one finds the documents that were counted.
func (l *lookups) setApart(values []schema.FacetValue) {
	for i, v := range values {
		if l.joined[v.Value] {
			values[i].Value += apart
		}
	}
}
