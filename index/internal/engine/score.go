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
			if docs := m.segments[s].terms[i].likely; docs != nil {
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
		if err := ctx.Err(); err != nil {
			return err
		}
		found := m.segments[segment].terms[i].found
		if len(found) == 0 {
			continue
		}
		norms := make([][]float64, len(found))
		for j, o := range found {
			all, err := m.index.norms(ctx, o.field)
			if err != nil {
				return err
			}
			norms[j] = all[segment]
		}
		if weight := weights[i] * t.Boost; len(found) == 1 {
			s.one(found[0], docs, norms[0], weight)
		} else {
			s.many(found, docs, norms, weight)
		}
	}
	return nil
}

// bm25 is the score of a term with a frequency, in which lengths count
// already.
func bm25(weight, frequency float64) float64 {
	return weight * frequency * (k1 + 1) / (frequency + k1)
}

// one scores a term with one form in one field.
func (s *scratch) one(o occurrences, docs docset.Set, norms []float64, weight float64) {
	for i, d := range o.docs {
		if docs.Has(d) {
			s.scores[d] += bm25(weight, o.frequency(i)/norms[d])
		}
	}
}

// many scores a term with several forms or fields: first their occurrences
// are added up.
func (s *scratch) many(found []occurrences, docs docset.Set, norms [][]float64, weight float64) {
	for j, o := range found {
		for i, d := range o.docs {
			if docs.Has(d) {
				s.frequencies[d] += o.frequency(i) / norms[j][d]
			}
		}
	}
	for _, o := range found {
		for _, d := range o.docs {
			if f := s.frequencies[d]; f > 0 {
				s.scores[d] += bm25(weight, f)
				s.frequencies[d] = 0
			}
		}
	}
}

func (o *occurrences) frequency(i int) float64 {
	if o.weights != nil {
		return o.weights[i] * o.weight
	}
	return float64(o.freqs[i]) * o.weight
}
