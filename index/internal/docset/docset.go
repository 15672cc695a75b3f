// Package docset keeps sets of the documents of a segment.
package docset

import (
	"iter"
	"math/bits"
)

// A Set is a set of documents: bit d%64 of word d/64 stands for document d.
type Set []uint64

// New returns an empty set with room for documents 0 to n-1.
func New(n int) Set { return make(Set, (n+63)/64) }

// Add adds a document.
func (s Set) Add(d uint32) { s[d>>6] |= 1 << (d & 63) }

// Has reports whether a document is in the set.
func (s Set) Has(d uint32) bool { return s[d>>6]&(1<<(d&63)) != 0 }

// AddAll adds documents.
func (s Set) AddAll(docs []uint32) {
	for _, d := range docs {
		s[d>>6] |= 1 << (d & 63)
	}
}

// Fill adds documents 0 to n-1.
func (s Set) Fill(n int) {
	for i := range s {
		s[i] = ^uint64(0)
	}
	if n&63 != 0 {
		s[len(s)-1] = 1<<(n&63) - 1
	}
}

// Remove takes a document out.
func (s Set) Remove(d uint32) { s[d>>6] &^= 1 << (d & 63) }

// And keeps what is in other too.
func (s Set) And(other Set) {
	for i := range s {
		s[i] &= other[i]
	}
}

// AndNot takes out what is in other.
func (s Set) AndNot(other Set) {
	for i := range s {
		s[i] &^= other[i]
	}
}

// Or adds what is in other.
func (s Set) Or(other Set) {
	for i := range s {
		s[i] |= other[i]
	}
}

// AtLeast adds what is in min of sets, which are up to 255.
func (s Set) AtLeast(min int, sets []Set) {
	if min <= 1 {
		for _, other := range sets {
			s.Or(other)
		}
		return
	}
	for i := range s {
		// Digit p of 64 counts at once, each in its own bit.
		var digits [8]uint64
		for _, other := range sets {
			carry := other[i]
			for p := 0; carry != 0 && p < len(digits); p++ {
				digits[p], carry = digits[p]^carry, digits[p]&carry
			}
		}
		more, same := uint64(0), ^uint64(0)
		for p := len(digits) - 1; p >= 0; p-- {
			if min&(1<<p) == 0 {
				more |= same & digits[p]
				same &^= digits[p]
			} else {
				same &= digits[p]
			}
		}
		s[i] |= more | same
	}
}

// Count is the number of documents.
func (s Set) Count() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// CountAnd is the number of documents that are in other too.
func (s Set) CountAnd(other Set) int {
	n := 0
	for i, w := range s {
		n += bits.OnesCount64(w & other[i])
	}
	return n
}

// Any reports whether there is a document.
func (s Set) Any() bool {
	for _, w := range s {
		if w != 0 {
			return true
		}
	}
	return false
}

// All gives the documents, rising.
func (s Set) All() iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		for i, w := range s {
			for ; w != 0; w &= w - 1 {
				if !yield(uint32(i<<6 + bits.TrailingZeros64(w))) {
					return
				}
			}
		}
	}
}

// Append appends the documents to dst, rising.
func (s Set) Append(dst []uint32) []uint32 {
	for d := range s.All() {
		dst = append(dst, d)
	}
	return dst
}
