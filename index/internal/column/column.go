// Package column keeps the metadata of documents by their numbers, so that
// filters and facets need one look instead of one search: for each field the
// values in order, and for each document the ordinals of its values.
//
// A part belongs to a segment, which never changes, and is kept with it. It
// takes 8 bytes a document with a value, 4 a document without, and 12 a further
// value of a document.
package column

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"soi/index/internal/docset"
)

// A Value is a value with the documents of a segment that have it, rising.
type Value struct {
	Text      string
	Documents []uint32
}

// A Part holds the values of one field for the documents 0 to n-1 of a
// segment.
type Part struct {
	values []string   // sorted
	having [][]uint32 // of a value its documents, rising
	first  []uint32   // of a document the ordinal of its first value and 1, with several; 0 none
	more   []further  // sorted
}

// several is set beside the first ordinal of a document with further values.
const several = 1 << 31

// A further is one of a document's values behind the first.
type further struct{ document, ordinal uint32 }

// NewPart returns the Part of documents 0 to n-1 with values, which come in
// order.
func NewPart(n int, values []Value) *Part {
	p := &Part{first: make([]uint32, n)}
	for o, v := range values {
		ordinal := uint32(o)
		p.values, p.having = append(p.values, v.Text), append(p.having, v.Documents)
		for _, d := range v.Documents {
			if p.first[d] == 0 {
				p.first[d] = ordinal + 1
				continue
			}
			p.first[d] |= several
			p.more = append(p.more, further{d, ordinal})
		}
	}
	slices.SortFunc(p.more, func(a, b further) int {
		return cmp.Or(cmp.Compare(a.document, b.document), cmp.Compare(a.ordinal, b.ordinal))
	})
	p.more = slices.Clip(p.more)
	return p
}

// furtherOf cuts the further values of a document off the front of more, which
// begins at or before them.
func furtherOf(document uint32, more []further) (of, rest []further) {
	before := 0
	for step := 1; before < len(more) && more[before].document < document; step *= 2 {
		ahead := more[before:min(len(more), before+step)]
		before += sort.Search(len(ahead), func(i int) bool { return ahead[i].document >= document })
	}
	end := before
	for end < len(more) && more[end].document == document {
		end++
	}
	return more[before:end], more[end:]
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
	o := c.parts[segment].first[document] &^ several
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
	more := p.more
	for d := range documents.All() {
		first := p.first[d]
		local[first&^several]++
		if first&several == 0 {
			continue
		}
		var of []further
		of, more = furtherOf(d, more)
		for _, f := range of {
			local[f.ordinal+1]++
		}
	}
	for o, g := range c.global[segment] {
		counts[g] += local[o+1]
	}
}

// Several reports whether some document has several values.
func (c *Column) Several() bool {
	return slices.ContainsFunc(c.parts, func(p *Part) bool { return len(p.more) > 0 })
}

// Outside counts the documents of a segment that have values, but none of the
// set.
func (c *Column) Outside(segment int, documents docset.Set, s Set) int {
	p, global := c.parts[segment], c.global[segment]
	more := p.more
	n := 0
	for d := range documents.All() {
		first := p.first[d]
		if first == 0 || s[global[first&^several-1]] {
			continue
		}
		var of []further
		if first&several != 0 {
			of, more = furtherOf(d, more)
		}
		if !slices.ContainsFunc(of, func(f further) bool { return s[global[f.ordinal]] }) {
			n++
		}
	}
	return n
}

// Most gives the ordinals of the values with a count, the highest first and
// at most n of them; values of one count in their order.
func Most(counts Counts, n int) []int {
	var order []uint64 // how many fewer than the most there can be, and the ordinal
	for o, count := range counts {
		if count > 0 {
			order = append(order, uint64(math.MaxUint32-count)<<32|uint64(o))
		}
	}
	slices.Sort(order)
	ordinals := make([]int, min(n, len(order)))
	for i := range ordinals {
		ordinals[i] = int(uint32(order[i]))
	}
	return ordinals
}
