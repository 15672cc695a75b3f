package postings

// A List is the decoded postings of one term in one field of a segment.
// Deleted documents are in it: what is deleted belongs to a generation, the
// list to the segment.
type List struct {
	Docs  []uint32 // rising
	Freqs []uint32 // occurrences in each
}

// Size is what the list takes in memory, in bytes.
func (l *List) Size() int { return 8 * cap(l.Docs) }

// Find gives the index in the list of the first document from on that is not
// below d. Looking for rising documents it costs the logarithm of each step.
func (l *List) Find(from int, d uint32) int {
	step := 1
	high := from
	for high < len(l.Docs) && l.Docs[high] < d {
		from = high + 1
		high += step
		step *= 2
	}
	high = min(high, len(l.Docs))
	for from < high {
		if mid := (from + high) / 2; l.Docs[mid] < d {
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
