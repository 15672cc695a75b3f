package engine

import (
	"context"
	"sync"

	"soi/index/internal/docset"
	"soi/index/internal/postings"
)

// scratch is the memory that a segment is scored in, used again from query to
// query.
type scratch struct {
	scores      []float64 // zeros between uses
	frequencies []float64 // zeros between uses
	postings    []int32
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

func newScratch(size int) *scratch {
	s := scratches.Get().(*scratch)
	if len(s.scores) < size {
		s.scores, s.frequencies, s.postings = make([]float64, size), make([]float64, size), make([]int32, size+1)
	}
	return s
}

// free gives the memory back; docs are those with a score.
func (s *scratch) free(docs docset.Set) {
	for d := range docs.All() {
		s.scores[d] = 0
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
	count := docs.Count()
	for i, t := range m.terms {
		if err := ctx.Err(); err != nil {
			return err
		}
		found := m.segments[segment].terms[i].found
		if len(found) == 0 {
			continue
		}
		norms := make([]*norms, len(found))
		for j, o := range found {
			all, err := m.index.norms(ctx, o.field)
			if err != nil {
				return err
			}
			norms[j] = &all[segment]
		}
		if weight := weights[i] * t.Boost; len(found) == 1 {
			s.one(&found[0], docs, count, norms[0], weight)
		} else {
			s.many(found, docs, count, norms, weight)
		}
	}
	return nil
}

// bm25 is the score of a term with a frequency, in which lengths count
// already.
func bm25(weight, frequency float64) float64 {
	return weight * frequency * (k1 + 1) / (frequency + k1)
}

// of gives which occurrences are in docs, count of them, by their numbers.
func (s *scratch) of(o *occurrences, docs docset.Set, count int) []int32 {
	n := 0
	if few := 8; few*count < len(o.docs) {
		at := 0
		for d := range docs.All() {
			if at = postings.Find(o.docs, at, d); at == len(o.docs) {
				break
			}
			if o.docs[at] == d {
				s.postings[n] = int32(at)
				n++
			}
		}
		return s.postings[:n]
	}
	for i, d := range o.docs {
		s.postings[n] = int32(i)
		n += int(docs[d>>6] >> (d & 63) & 1) // no branch, which nobody could foresee
	}
	return s.postings[:n]
}

// one scores a term with one form in one field.
func (s *scratch) one(o *occurrences, docs docset.Set, count int, norms *norms, weight float64) {
	for _, i := range s.of(o, docs, count) {
		d := o.docs[i]
		s.scores[d] += bm25(weight, o.frequency(i)/norms.of(d))
	}
}

// many scores a term with several forms or fields: first their occurrences
// are added up.
func (s *scratch) many(found []occurrences, docs docset.Set, count int, norms []*norms, weight float64) {
	for j := range found {
		o := &found[j]
		for _, i := range s.of(o, docs, count) {
			d := o.docs[i]
			s.frequencies[d] += o.frequency(i) / norms[j].of(d)
		}
	}
	for d := range docs.All() {
		if f := s.frequencies[d]; f > 0 {
			s.scores[d] += bm25(weight, f)
			s.frequencies[d] = 0
		}
	}
}

func (o *occurrences) frequency(i int32) float64 {
	if o.weights != nil {
		return o.weights[i] * o.weight
	}
	return float64(o.list.Frequency(int(i))) * o.weight
}
