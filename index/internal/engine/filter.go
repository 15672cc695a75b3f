package engine

import (
	"soi/index/internal/column"
	"soi/index/internal/docset"
)

// A Filter lets documents through that have a chosen value in a column.
type Filter struct {
	Column *column.Column
	Chosen column.Set
}

// Found are matches taken through filters. The text is matched once for the
// hits and for every facet: a document that only one filter keeps out still
// counts for the facet of that filter's column.
type Found struct {
	*Matches
	filters []Filter
	groups  *Groups        // to be folded; nil none
	hits    []docset.Set   // by segment
	aside   [][]docset.Set // by segment and filter: kept out by that filter alone
}

// Filter takes the matches through filters.
func (m *Matches) Filter(filters []Filter) *Found {
	f := &Found{Matches: m, filters: filters, hits: make([]docset.Set, len(m.segments)), aside: make([][]docset.Set, len(m.segments))}
	_ = parallel(len(m.segments), func(i int) error {
		f.hits[i], f.aside[i] = m.filter(i, filters)
		return nil
	})
	return f
}

func (m *Matches) filter(segment int, filters []Filter) (hits docset.Set, aside []docset.Set) {
	docs := m.segments[segment].docs
	size := m.index.segments[segment].Size()
	once, twice := docset.New(size), docset.New(size) // kept out by a filter, by two or more
	aside = make([]docset.Set, len(filters))
	for i, f := range filters {
		through := docset.New(size)
		f.Column.Fill(through, segment, f.Chosen)
		out := append(docset.Set(nil), docs...)
		out.AndNot(through)
		aside[i] = out
		for w := range out {
			twice[w] |= once[w] & out[w]
			once[w] |= out[w]
		}
	}
	for _, out := range aside {
		out.AndNot(twice)
	}
	hits = append(docset.Set(nil), docs...)
	hits.AndNot(once)
	return hits, aside
}

// Total is the number of hits.
func (f *Found) Total() int {
	n := 0
	for _, hits := range f.hits {
		n += hits.Count()
	}
	return n
}

// Without is the number of hits there were without the i-th filter.
func (f *Found) Without(i int) int {
	n := f.Total()
	for s := range f.aside {
		n += f.aside[s][i].Count()
	}
	return n
}

// facet gives the documents of a segment that count for a column's facet.
func (f *Found) facet(segment int, c *column.Column) docset.Set {
	docs := f.hits[segment]
	for i, filter := range f.filters {
		if filter.Column == c {
			docs = append(docset.Set(nil), docs...)
			docs.Or(f.aside[segment][i])
		}
	}
	return docs
}

// Count counts the documents of a facet by value.
func (f *Found) Count(c *column.Column) column.Counts {
	counts := make(column.Counts, len(c.Values()))
	for i := range f.hits {
		c.Count(i, f.facet(i, c), counts)
	}
	return counts
}

// Outside counts the documents of a facet that have values, but none of the
// listed ones. counts are those of the facet.
func (f *Found) Outside(c *column.Column, counts column.Counts, listed column.Set) int {
	n := 0
	if !c.Several() { // each value that is not listed has documents of its own
		for o, count := range counts {
			if !listed[o] {
				n += count
			}
		}
		return n
	}
	for i := range f.hits {
		n += c.Outside(i, f.facet(i, c), listed)
	}
	return n
}
