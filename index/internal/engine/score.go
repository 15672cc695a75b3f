package engine

import (
	"context"
	"math/bits"
	"sync"

	"soi/index/internal/docset"
)

// scratch is the memory that a segment is scored in, used again from query to
// query. Both slices hold zeros between uses.
type scratch struct {
	scores      []float64
	frequencies []float64
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

func newScratch(size int) *scratch {
	s := scratches.Get().(*scratch)
	if len(s.scores) < size {
		s.scores, s.frequencies = make([]float64, size), make([]float64, size)
	}
	return s
}

// free gives the memory back; docs are those with a score.
func (s *scratch) free(docs docset.Set) {
	for i, w := range docs {
		for ; w != 0; w &= w - 1 {
			s.scores[i<<6+bits.TrailingZeros64(w)] = 0
		}
	}
	scratches.Put(s)
}

// weights gives how much each term tells.
func (m *Matches) weights() []float64 {
	all := make([]float64, len(m.terms))
	for i := range m.terms {
		found := 0
		for s := range m.segments {
			if docs := m.segments[s].terms[i].docs; docs != nil {
				found += docs.CountAnd(m.index.segments[s].Live())
			}
		}
		all[i] = idf(m.index.documents, found)
	}
	return all
}

// score adds the scores of docs of a segment to s.
func (m *Matches) score(ctx context.Context, segment int, docs docset.Set, weights []float64, s *scratch) error {
	for i, t := range m.terms {
		for j, f := range t.Fields {
			found := m.segments[segment].terms[i].fields
			if found == nil || len(found[j]) == 0 {
				continue
			}
			lengths, err := m.index.segments[segment].Lengths(ctx, f.Length)
			if err != nil {
				return err
			}
			average, err := m.index.average(ctx, f.Length)
			if err != nil {
				return err
			}
			if err := ctx.Err(); err != nil {
				return err
			}
			c := curve{weights[i] * f.Boost, k1 * (1 - b), k1 * b / average}
			if len(found[j]) == 1 {
				s.one(found[j][0], docs, lengths, c)
			} else {
				s.many(found[j], docs, lengths, c)
			}
		}
	}
	return nil
}

// A curve is BM25 for one term in one field, as a function of frequency and
// length.
type curve struct{ weight, base, slope float64 }

func (c curve) at(frequency float64, length uint32) float64 {
	return c.weight * frequency * (k1 + 1) / (frequency + c.base + c.slope*float64(length))
}

// one scores a term with one form.
func (s *scratch) one(o occurrences, docs docset.Set, lengths []uint32, c curve) {
	for i, d := range o.docs {
		if docs.Has(d) {
			s.scores[d] += c.at(o.frequency(i), lengths[d])
		}
	}
}

// many scores a term with several forms: first their occurrences are added
// up.
func (s *scratch) many(forms []occurrences, docs docset.Set, lengths []uint32, c curve) {
	for _, o := range forms {
		for i, d := range o.docs {
			if docs.Has(d) {
				s.frequencies[d] += o.frequency(i)
			}
		}
	}
	for _, o := range forms {
		for _, d := range o.docs {
			if f := s.frequencies[d]; f > 0 {
				s.scores[d] += c.at(f, lengths[d])
				s.frequencies[d] = 0
			}
		}
	}
}

func (o *occurrences) frequency(i int) float64 {
	if o.weights != nil {
		return o.weights[i]
	}
	return float64(o.freqs[i]) * o.weight
}
