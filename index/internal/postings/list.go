package postings

import (
	"math"

	"soi/index/internal/docset"
)

// A List is the decoded postings of one term in one field of a segment.
// Deleted documents are in it: what is deleted belongs to a generation, the
// list to the segment.
type List struct {
	Docs []uint32 // rising

	freqs []uint8        // occurrences in each; 0 more than fit
	often map[int]uint32 // those, by their place in the list
	set   docset.Set     // Docs again, if they are many; nil if few
}

func newList(size int) *List {
	return &List{Docs: make([]uint32, 0, size), freqs: make([]uint8, 0, size)}
}

// add adds a document behind the others.
func (l *List) add(d, frequency uint32) {
	if frequency > math.MaxUint8 {
		if l.often == nil {
			l.often = map[int]uint32{}
		}
		l.often[len(l.Docs)], frequency = frequency, 0
	}
	l.Docs, l.freqs = append(l.Docs, d), append(l.freqs, uint8(frequency))
}

// Frequency is the number of occurrences in the i-th document.
func (l *List) Frequency(i int) uint32 {
	if n := l.freqs[i]; n > 0 {
		return uint32(n)
	}
	return l.often[i]
}

// manyDocuments is the share of a segment's documents, one in so many, from
// which on a list keeps them as a set too: that takes two fifths as much memory as
// the list at most, and is put together with others by words of 64 documents.
const manyDocuments = 16

// keepSet keeps the documents as a set if they are many among size.
func (l *List) keepSet(size int) {
	if manyDocuments*len(l.Docs) < size {
		return
	}
	l.set = docset.New(size)
	l.set.AddAll(l.Docs)
}

// AddTo adds the documents to a set.
func (l *List) AddTo(docs docset.Set) {
	if l.set == nil {
		docs.AddAll(l.Docs)
		return
	}
	docs.Or(l.set)
}

// Size is what the list takes in memory, in bytes.
func (l *List) Size() int {
	const mapped = 32
	return 4*cap(l.Docs) + cap(l.freqs) + 8*len(l.set) + mapped*len(l.often)
}

// Find gives the index in the list of the first document from on that is not
// below d. Looking for rising documents it costs the logarithm of each step.
func (l *List) Find(from int, d uint32) int { return Find(l.Docs, from, d) }

// Find is List.Find among documents, which rise.
func Find(docs []uint32, from int, d uint32) int {
	step := 1
	high := from
	for high < len(docs) && docs[high] < d {
		from = high + 1
		high += step
		step *= 2
	}
	high = min(high, len(docs))
	for from < high {
		if mid := (from + high) / 2; docs[mid] < d {
			from = mid + 1
		} else {
			high = mid
		}
	}
	return from
}

// Places are the positions of a term in the documents of its List, each
// document's as uvarint differences: 1.2 bytes an occurrence instead of 4.
type Places struct {
	starts []uint32 // where a document's begin in deltas; one more than documents
	deltas []byte
}

// Size is what the places take in memory, in bytes.
func (p *Places) Size() int { return 4*cap(p.starts) + cap(p.deltas) }

// Append appends the positions in the i-th document of the list to dst,
// rising.
func (p *Places) Append(dst []uint32, i int) []uint32 {
	at := uint32(0)
	for b := p.deltas[p.starts[i]:p.starts[i+1]]; len(b) > 0; {
		// Most differences take one byte; binary.Uvarint costs twice as much.
		delta, n := uint32(b[0]), 1
		if delta >= 0x80 {
			delta &= 0x7f
			for shift := 7; ; shift += 7 {
				c := b[n]
				n++
				delta |= uint32(c&0x7f) << shift
				if c < 0x80 {
					break
				}
			}
		}
		b = b[n:]
		at += delta
		dst = append(dst, at)
	}
	return dst
}

// A Run is where terms stand together in the documents of a segment, deleted
// ones included: phrases and the like, which postings are computed of.
type Run struct {
	Docs    []uint32  // rising
	Weights []float64 // of the occurrences in each, added up
}

// Size is what the run takes in memory, in bytes.
func (r *Run) Size() int { return 12 * cap(r.Docs) }
