package postings

import "math/bits"

// Bits is a set of a segment's documents: bit d of word d/64.
type Bits []uint64

// NewBits returns an empty set with room for documents 0 to n-1.
func NewBits(n int) Bits { return make(Bits, (n+63)/64) }

// Set adds a document.
func (b Bits) Set(d uint32) { b[d>>6] |= 1 << (d & 63) }

// Has reports whether a document is in the set.
func (b Bits) Has(d uint32) bool { return b[d>>6]&(1<<(d&63)) != 0 }

// SetAll adds documents.
func (b Bits) SetAll(docs []uint32) {
	for _, d := range docs {
		b[d>>6] |= 1 << (d & 63)
	}
}

// Fill adds documents 0 to n-1.
func (b Bits) Fill(n int) {
	for i := range b {
		b[i] = ^uint64(0)
	}
	if n&63 != 0 {
		b[len(b)-1] = 1<<(n&63) - 1
	}
}

// And keeps what is in other too.
func (b Bits) And(other Bits) {
	for i := range b {
		b[i] &= other[i]
	}
}

// AndNot takes out what is in other.
func (b Bits) AndNot(other Bits) {
	for i := range b {
		b[i] &^= other[i]
	}
}

// Or adds what is in other.
func (b Bits) Or(other Bits) {
	for i := range b {
		b[i] |= other[i]
	}
}

// Count is the number of documents.
func (b Bits) Count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// CountAnd is the number of documents that are in other too.
func (b Bits) CountAnd(other Bits) int {
	n := 0
	for i, w := range b {
		n += bits.OnesCount64(w & other[i])
	}
	return n
}

// Any reports whether there is a document.
func (b Bits) Any() bool {
	for _, w := range b {
		if w != 0 {
			return true
		}
	}
	return false
}

// Append appends the documents to dst, rising.
func (b Bits) Append(dst []uint32) []uint32 {
	for i, w := range b {
		for ; w != 0; w &= w - 1 {
			dst = append(dst, uint32(i<<6+bits.TrailingZeros64(w)))
		}
	}
	return dst
}
