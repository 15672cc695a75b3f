package index

import (
	"container/heap"
	"context"
	"math"

	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// An engine runs queries over the documents of one view.
type engine struct {
	reader  *scorch.IndexSnapshot
	mapping mapping.IndexMapping
	*lookups
}

// each calls visit with the documents that match q, rising, until visit wants
// no more; a nil q matches every document. Scores are Bleve's, or 0 if scored
// is false.
func (e engine) each(ctx context.Context, q query.Query, scored bool, visit func(document uint32, score float64) bool) error {
	if q == nil {
		for i, d := range e.live {
			if err := every(ctx, i); err != nil {
				return err
			}
			if !visit(d, 0) {
				return nil
			}
		}
		return nil
	}
	options := search.SearcherOptions{}
	if !scored {
		options.Score = "none"
	}
	ctx = context.WithValue(ctx, search.GetScoringModelCallbackKey, search.GetScoringModelCallbackFn(scoringModel))
	reader := &watched{IndexSnapshot: e.reader, ctx: ctx}
	searcher, err := q.Searcher(ctx, reader, e.mapping, options)
	if err != nil {
		return err
	}
	defer searcher.Close()
	return drain(reader, searcher, visit)
}

// scoringModel names Bleve's BM25. Against its default, tf-idf, nDCG@10 goes
// from .786 to .779 on ALQAC 2022, .750 to .788 on UIT regulations and wiki,
// and without marks from .761 to .767 and .644 to .659.
func scoringModel() string { return bleveindex.BM25Scoring }

func drain(reader bleveindex.IndexReader, searcher search.Searcher, visit func(uint32, float64) bool) error {
	pool := &search.SearchContext{
		DocumentMatchPool: search.NewDocumentMatchPool(searcher.DocumentMatchPoolSize()+1, 0),
		IndexReader:       reader,
	}
	for {
		match, err := searcher.Next(pool)
		if match == nil || err != nil {
			return err
		}
		score := match.Score
		if math.IsNaN(score) || math.IsInf(score, 0) {
			score = 0
		}
		document := uint32(match.IndexInternalID.Value())
		pool.DocumentMatchPool.Put(match)
		if !visit(document, score) {
			return nil
		}
	}
}

// watched ends reading when ctx ends. Bleve's searchers look at no context,
// and the Next of a phrase may read all postings before it finds a match.
type watched struct {
	*scorch.IndexSnapshot
	ctx   context.Context
	reads int // of postings
}

// TermFieldReader implements bleveindex.IndexReader.
func (w *watched) TermFieldReader(ctx context.Context, term []byte, field string, freq, norm, vectors bool) (bleveindex.TermFieldReader, error) {
	postings, err := w.IndexSnapshot.TermFieldReader(ctx, term, field, freq, norm, vectors)
	if err != nil {
		return nil, err
	}
	return &watchedPostings{postings, w}, w.tick()
}

func (w *watched) tick() error {
	err := every(w.ctx, w.reads)
	w.reads++
	return err
}

type watchedPostings struct {
	bleveindex.TermFieldReader
	watch *watched
}

// Next implements bleveindex.TermFieldReader.
func (p *watchedPostings) Next(reuse *bleveindex.TermFieldDoc) (*bleveindex.TermFieldDoc, error) {
	if err := p.watch.tick(); err != nil {
		return nil, err
	}
	return p.TermFieldReader.Next(reuse)
}

// Advance implements bleveindex.TermFieldReader.
func (p *watchedPostings) Advance(id bleveindex.IndexInternalID, reuse *bleveindex.TermFieldDoc) (*bleveindex.TermFieldDoc, error) {
	if err := p.watch.tick(); err != nil {
		return nil, err
	}
	return p.TermFieldReader.Advance(id, reuse)
}

// any reports whether some document matches q.
func (e engine) any(ctx context.Context, q query.Query) (bool, error) {
	found := false
	err := e.each(ctx, q, false, func(uint32, float64) bool { found = true; return false })
	return found, err
}

// A candidate is a document on its way to the page.
type candidate struct {
	document uint32
	score    float64
	key      int // higher comes first, before the score
	rank     uint32
}

// before reports whether c stands above d.
func (c candidate) before(d candidate) bool {
	if c.key != d.key {
		return c.key > d.key
	}
	if c.score != d.score {
		return c.score > d.score
	}
	return c.rank < d.rank
}

// A top keeps the best candidates, at most size. It is a heap with the last
// of them on top.
type top struct {
	size int
	list []candidate
}

func (t *top) offer(c candidate) {
	if len(t.list) < t.size {
		heap.Push(t, c)
		return
	}
	if t.size > 0 && c.before(t.list[0]) {
		t.list[0] = c
		heap.Fix(t, 0)
	}
}

// from gives the candidates in order, without the first skip.
func (t *top) from(skip int) []candidate {
	sorted := make([]candidate, len(t.list))
	for i := len(sorted) - 1; i >= 0; i-- {
		sorted[i] = heap.Pop(t).(candidate)
	}
	return sorted[min(skip, len(sorted)):]
}

// Len implements heap.Interface.
func (t *top) Len() int { return len(t.list) }

// Less implements heap.Interface.
func (t *top) Less(i, j int) bool { return t.list[j].before(t.list[i]) }

// Swap implements heap.Interface.
func (t *top) Swap(i, j int) { t.list[i], t.list[j] = t.list[j], t.list[i] }

// Push implements heap.Interface.
func (t *top) Push(x any) { t.list = append(t.list, x.(candidate)) }

// Pop implements heap.Interface.
func (t *top) Pop() any {
	last := t.list[len(t.list)-1]
	t.list = t.list[:len(t.list)-1]
	return last
}
