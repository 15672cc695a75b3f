// Package column keeps the metadata of documents by their numbers, so that
// filters and facets need one look instead of one search: for each field the
// values in order, and for each document the ordinals of its values.
//
// A column of 100,000 documents takes 4 bytes a document and 4 a value.
package column

import (
	"slices"
	"sort"
)

// A Column holds the values of one field for the documents 0 to n-1.
type Column struct {
	values   []string // sorted
	starts   []uint32 // where the ordinals of a document begin; one more than documents
	ordinals []uint32
}

// A Builder collects the values of a column.
type Builder struct {
	documents int
	values    []string
	pairs     []pair
}

type pair struct{ document, ordinal uint32 }

// NewBuilder returns a Builder for documents 0 to n-1.
func NewBuilder(n int) *Builder { return &Builder{documents: n} }

// Value goes on to the next value; values come in order.
func (b *Builder) Value(v string) { b.values = append(b.values, v) }

// Put gives a document the value that was gone on to last.
func (b *Builder) Put(document uint32) {
	b.pairs = append(b.pairs, pair{document, uint32(len(b.values) - 1)})
}

// Column is what was collected.
func (b *Builder) Column() *Column {
	c := &Column{values: b.values, starts: make([]uint32, b.documents+1), ordinals: make([]uint32, len(b.pairs))}
	for _, p := range b.pairs {
		c.starts[p.document+1]++
	}
	for d := range b.documents {
		c.starts[d+1] += c.starts[d]
	}
	next := slices.Clone(c.starts[:b.documents])
	for _, p := range b.pairs {
		c.ordinals[next[p.document]] = p.ordinal
		next[p.document]++
	}
	return c
}

// Values are the values in order. The slice must not be changed.
func (c *Column) Values() []string { return c.values }

// Of gives the ordinals of a document's values, in order.
func (c *Column) Of(document uint32) []uint32 {
	return c.ordinals[c.starts[document]:c.starts[document+1]]
}

// First gives the ordinal of a document's first value, or -1.
func (c *Column) First(document uint32) int {
	if of := c.Of(document); len(of) > 0 {
		return int(of[0])
	}
	return -1
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

// Has reports whether a document has a value of the set.
func (c *Column) Has(document uint32, s Set) bool {
	for _, o := range c.Of(document) {
		if s[o] {
			return true
		}
	}
	return false
}

// Count counts documents by value: one count a value, in their order.
func (c *Column) Count(documents []uint32) []int {
	counts := make([]int, len(c.values))
	for _, d := range documents {
		for _, o := range c.Of(d) {
			counts[o]++
		}
	}
	return counts
}

// Outside counts the documents that have values, but none of the set.
func (c *Column) Outside(documents []uint32, s Set) int {
	n := 0
	for _, d := range documents {
		if len(c.Of(d)) > 0 && !c.Has(d, s) {
			n++
		}
	}
	return n
}

// Most gives the ordinals of the values with a count, the highest first and
// at most n of them; values of one count in their order.
func Most(counts []int, n int) []int {
	var ordinals []int
	for o, count := range counts {
		if count > 0 {
			ordinals = append(ordinals, o)
		}
	}
	sort.SliceStable(ordinals, func(i, j int) bool { return counts[ordinals[i]] > counts[ordinals[j]] })
	return ordinals[:min(n, len(ordinals))]
}
