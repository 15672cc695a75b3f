// Package column keeps the metadata of documents by their numbers, so that
// filters and facets need one look instead of one search: for each field the
// values in order, and for each document the ordinals of its values.
//
// A part belongs to a segment, which never changes, and is kept with it. It
// takes 8 bytes a document with a value, and 4 a document without.
package column

import (
	"math/bits"
	"slices"
	"sort"

	"soi/index/internal/docset"
)

// A Part holds the values of one field for the documents 0 to n-1 of a
// segment.
type Part struct {
	values []string   // sorted
	first  []uint32   // of a document the ordinal of its first value and 1; 0 none
	more   [][]uint32 // of a document its other ordinals; nil if none has several
	having [][]uint32 // of a value its documents, rising
}

// NewPart returns a Part for documents 0 to n-1 without values.
func NewPart(n int) *Part { return &Part{first: make([]uint32, n)} }

// Add gives documents, rising, a value; values come in order.
func (p *Part) Add(value string, documents []uint32) {
	ordinal := uint32(len(p.values))
	p.values = append(p.values, value)
	p.having = append(p.having, documents)
	for _, d := range documents {
		if p.first[d] == 0 {
			p.first[d] = ordinal + 1
			continue
		}
		if p.more == nil {
			p.more = make([][]uint32, len(p.first))
		}
		p.more[d] = append(p.more[d], ordinal)
	}
}

// A Column holds the values of one field for the documents of all segments.
type Column struct {
	values []string // sorted
	parts  []*Part
	global [][]uint32 // of a part's ordinal that of the column
}

// New joins the parts of segments.
func New(parts []*Part) *Column {
	c := &Column{parts: parts, global: make([][]uint32, len(parts))}
	for _, p := range parts {
		c.values = append(c.values, p.values...)
	}
	slices.Sort(c.values)
	c.values = slices.Compact(c.values)
	for i, p := range parts {
		c.global[i] = make([]uint32, len(p.values))
		at := 0
		for o, v := range p.values {
			for c.values[at] != v {
				at++
			}
			c.global[i][o] = uint32(at)
		}
	}
	return c
}

// Values are the values in order, those of deleted documents included. The
// slice must not be changed.
func (c *Column) Values() []string { return c.values }

// Has reports whether a document of a segment has a value.
func (c *Column) Has(segment int, document uint32) bool { return c.parts[segment].first[document] != 0 }

// First gives the ordinal of a document's first value, or -1.
func (c *Column) First(segment int, document uint32) int {
	o := c.parts[segment].first[document]
	if o == 0 {
		return -1
	}
	return int(c.global[segment][o-1])
}

// Ordinal gives the ordinal of a value, or -1 if no document has it.
func (c *Column) Ordinal(value string) int {
	if i, ok := slices.BinarySearch(c.values, value); ok {
		return i
	}
	return -1
}

// A Set is a choice of a column's values: those that it holds true.
type Set []bool

// Choose returns the set of the values for which keep is true.
func (c *Column) Choose(keep func(value string) bool) Set {
	s := make(Set, len(c.values))
	for i, v := range c.values {
		s[i] = keep(v)
	}
	return s
}

// Fill adds the documents of a segment that have a value of the set.
func (c *Column) Fill(documents docset.Set, segment int, s Set) {
	p := c.parts[segment]
	for o, having := range p.having {
		if s[c.global[segment][o]] {
			documents.AddAll(having)
		}
	}
}

// Counts are numbers of documents by value, of one column, in their order.
type Counts []int

// Count counts documents of a segment by value, and adds up what it counts.
func (c *Column) Count(segment int, documents docset.Set, counts Counts) {
	p := c.parts[segment]
	local := make([]int, len(p.values)+1)
	for i, w := range documents {
		for ; w != 0; w &= w - 1 {
			d := i<<6 + bits.TrailingZeros64(w)
			local[p.first[d]]++
			if p.more != nil {
				for _, o := range p.more[d] {
					local[o+1]++
				}
			}
		}
	}
	for o, g := range c.global[segment] {
		counts[g] += local[o+1]
	}
}

// Outside counts the documents of a segment that have values, but none of the
// set.
func (c *Column) Outside(segment int, documents docset.Set, s Set) int {
	p, global := c.parts[segment], c.global[segment]
	listed := func(o uint32) bool { return s[global[o]] }
	n := 0
	for i, w := range documents {
		for ; w != 0; w &= w - 1 {
			d := i<<6 + bits.TrailingZeros64(w)
			first := p.first[d]
			if first == 0 || listed(first-1) || p.more != nil && slices.ContainsFunc(p.more[d], listed) {
				continue
			}
			n++
		}
	}
	return n
}

// Most gives the ordinals of the values with a count, the highest first and
// at most n of them; values of one count in their order.
func Most(counts Counts, n int) []int {
	var ordinals []int
	for o, count := range counts {
		if count > 0 {
			ordinals = append(ordinals, o)
		}
	}
	sort.SliceStable(ordinals, func(i, j int) bool { return counts[ordinals[i]] > counts[ordinals[j]] })
	return ordinals[:min(n, len(ordinals))]
}
