package index

import (
	"context"
	"errors"
	"math"

	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// The parameters of BM25, as usual.
const (
	k1 = 1.2  // how soon more occurrences stop to count
	b  = 0.75 // how much long fields are held against their words
)

// A wordQuery matches documents that have a word in any of its forms, and
// scores them by BM25 with the forms as one term. How rare the word is tells
// the field that has it most often, the body: a word is not rarer for being
// seldom in titles. Bleve's own scoring knows
// no forms, takes the square root of frequencies and the number of distinct
// terms for lengths, and multiplies by the share of forms that match: with it
// nDCG@10 is .779 on ALQAC 2022 and .788 on UIT regulations and wiki.
type wordQuery struct{ fields []wordField }

// A wordField is where the forms of a word are looked for.
type wordField struct {
	name   string
	boost  float64
	length float64 // tokens of the field in a document on average
	forms  []wordForm
}

type wordForm struct {
	term   string
	weight float64 // of an occurrence, at most 1
}

// Searcher implements query.Query.
func (q *wordQuery) Searcher(ctx context.Context, reader bleveindex.IndexReader, _ mapping.IndexMapping, options search.SearcherOptions) (search.Searcher, error) {
	documents, err := reader.DocCount()
	if err != nil {
		return nil, err
	}
	s := &wordSearcher{scored: options.Score != "none"}
	most := uint64(0) // documents of the field that has the word most often
	for _, f := range q.fields {
		found := uint64(0)
		for _, form := range f.forms {
			postings, err := reader.TermFieldReader(ctx, []byte(form.term), f.name, s.scored, s.scored, false)
			if err != nil {
				return nil, errors.Join(err, s.Close())
			}
			found += postings.Count()
			s.lists = append(s.lists, wordPostings{TermFieldReader: postings, field: len(s.fields), weight: form.weight})
		}
		s.count += found
		most = max(most, found)
		s.fields = append(s.fields, fieldScore{weight: f.boost, average: f.length})
	}
	for i := range s.fields {
		s.fields[i].weight *= idf(documents, most)
	}
	return s, nil
}

// idf says how much a word tells that so many of the documents have.
func idf(documents, found uint64) float64 {
	n, df := float64(documents), float64(min(found, documents))
	return math.Log(1 + (n-df+0.5)/(df+0.5))
}

// A wordSearcher goes through the postings of all forms together.
type wordSearcher struct {
	lists  []wordPostings
	fields []fieldScore
	scored bool
	begun  bool
	count  uint64
}

type wordPostings struct {
	bleveindex.TermFieldReader
	field  int // index of its fieldScore
	weight float64
	at     *bleveindex.TermFieldDoc // nil at the end
}

// A fieldScore collects what one document has in one field.
type fieldScore struct {
	weight    float64 // boost and idf
	average   float64 // length
	frequency float64
	norm      float64 // 1/√length, of this document
}

func (f *fieldScore) score() float64 {
	if f.frequency == 0 || f.norm == 0 {
		return 0
	}
	length := 1 / (f.norm * f.norm)
	return f.weight * f.frequency * (k1 + 1) / (f.frequency + k1*(1-b+b*length/f.average))
}

// Next implements search.Searcher.
func (s *wordSearcher) Next(ctx *search.SearchContext) (*search.DocumentMatch, error) {
	if !s.begun {
		s.begun = true
		for i := range s.lists {
			if err := s.lists[i].next(); err != nil {
				return nil, err
			}
		}
	}
	return s.take(ctx)
}

// Advance implements search.Searcher.
func (s *wordSearcher) Advance(ctx *search.SearchContext, id bleveindex.IndexInternalID) (*search.DocumentMatch, error) {
	for i := range s.lists {
		l := &s.lists[i]
		if s.begun && (l.at == nil || l.at.ID.Compare(id) >= 0) {
			continue
		}
		var err error
		if l.at, err = l.TermFieldReader.Advance(id, l.at); err != nil {
			return nil, err
		}
	}
	s.begun = true
	return s.take(ctx)
}

func (l *wordPostings) next() (err error) {
	l.at, err = l.Next(l.at)
	return err
}

// take gives the lowest document of the lists, and goes on to the next.
func (s *wordSearcher) take(ctx *search.SearchContext) (*search.DocumentMatch, error) {
	var lowest bleveindex.IndexInternalID
	for i := range s.lists {
		if at := s.lists[i].at; at != nil && (lowest == nil || at.ID.Compare(lowest) < 0) {
			lowest = at.ID
		}
	}
	if lowest == nil {
		return nil, nil
	}
	match := ctx.DocumentMatchPool.Get()
	match.IndexInternalID = append(match.IndexInternalID[:0], lowest...)
	for i := range s.lists {
		l := &s.lists[i]
		if l.at == nil || l.at.ID.Compare(match.IndexInternalID) != 0 {
			continue
		}
		f := &s.fields[l.field]
		f.frequency += l.weight * float64(l.at.Freq)
		f.norm = l.at.Norm
		if err := l.next(); err != nil {
			return nil, err
		}
	}
	match.Score = 0
	for i := range s.fields {
		match.Score += s.fields[i].score()
		s.fields[i].frequency = 0
	}
	return match, nil
}

// Close implements search.Searcher.
func (s *wordSearcher) Close() error {
	var err error
	for _, l := range s.lists {
		err = errors.Join(err, l.TermFieldReader.Close())
	}
	return err
}

// Weight implements search.Searcher. Scores are not normalised.
func (s *wordSearcher) Weight() float64 { return 1 }

// SetQueryNorm implements search.Searcher and does nothing.
func (s *wordSearcher) SetQueryNorm(float64) {}

// Count implements search.Searcher.
func (s *wordSearcher) Count() uint64 { return s.count }

// Min implements search.Searcher.
func (s *wordSearcher) Min() int { return 0 }

// Size implements search.Searcher. Bleve uses it to refuse large queries,
// which the query parser has done already.
func (s *wordSearcher) Size() int { return 0 }

// DocumentMatchPoolSize implements search.Searcher.
func (s *wordSearcher) DocumentMatchPoolSize() int { return 1 }

// A phraseQuery is Bleve's phrase with scores that can be added to those of
// words.
type phraseQuery struct {
	*query.MultiPhraseQuery
	boost float64
}

// Searcher implements query.Query.
func (q *phraseQuery) Searcher(ctx context.Context, reader bleveindex.IndexReader, m mapping.IndexMapping, options search.SearcherOptions) (search.Searcher, error) {
	s, err := q.MultiPhraseQuery.Searcher(ctx, reader, m, options)
	if err != nil {
		return nil, err
	}
	terms := 0
	for _, slot := range q.Terms {
		terms += len(slot)
	}
	// Bleve multiplies by idf twice; take one of them out again.
	if weight := s.Weight(); weight > 0 {
		s.SetQueryNorm(q.boost / math.Sqrt(weight/float64(terms)))
	}
	return &phraseSearcher{s}, nil
}

// A phraseSearcher keeps the norm it was given by phraseQuery.
type phraseSearcher struct{ search.Searcher }

// Weight implements search.Searcher.
func (s *phraseSearcher) Weight() float64 { return 1 }

// SetQueryNorm implements search.Searcher and does nothing.
func (s *phraseSearcher) SetQueryNorm(float64) {}
