package index

import (
	"context"
	"slices"

	"soi/index/internal/engine"
	"soi/index/schema"
)

// reranked is the number of hits that the second stage looks at.
const reranked = 200

// order is that of the request.
func (s *answer) order() engine.Order {
	switch s.req.Sort {
	case schema.SortNewest:
		return engine.Order{Column: s.columns[fieldPublished]}
	case schema.SortOldest:
		return engine.Order{Column: s.columns[fieldPublished], Rising: true}
	}
	return engine.Order{}
}

// rank chooses the hits of the page.
func (s *answer) rank(ctx context.Context) error {
	most := s.req.Offset + s.req.Limit + 1 // one more tells whether there are more
	var all []engine.Hit
	var err error
	if s.order().Column == nil && len(s.reading.words) > 1 {
		all, err = s.twoStages(ctx, most)
	} else {
		all, err = s.found.Top(ctx, s.order(), most, s.after)
	}
	s.more = len(all) >= most
	all = all[:min(len(all), most-1)]
	s.hits = all[min(s.req.Offset, len(all)):]
	return err
}

// twoStages gives the best hits, the first of them ordered by their pairs of
// words too. A pair only adds to a score, so that the hits behind them stay
// behind, and one score goes through both.
func (s *answer) twoStages(ctx context.Context, most int) ([]engine.Hit, error) {
	first, err := s.found.Top(ctx, engine.Order{}, max(most, reranked), nil)
	if err != nil {
		return first, err
	}
	best, rest := first[:min(reranked, len(first))], first[min(reranked, len(first)):]
	var last engine.Place
	if n := len(best); n > 0 {
		if last, err = s.place(best[n-1]); err != nil {
			return nil, err
		}
	}
	c := newCompiler(s.lookups, s.req.NoTitle, s.reading.root)
	c.likely = s.restored.forms
	if err := s.found.Rerank(ctx, best, c.sequence(s.reading.words), s.reading.pairBoosts()); err != nil {
		return first, err
	}
	if s.after == nil {
		return append(best, rest...), nil
	}
	page, err := s.behind(best)
	if err != nil || len(page) >= most {
		return page, err
	}
	// A cursor at the last of the best has the score with its pairs, above
	// which none of those behind stand.
	if after := *s.after; after.Score < last.Score || after.Score == last.Score && after.ID > last.ID {
		last = after
	}
	rest, err = s.found.Top(ctx, engine.Order{}, most-len(page), &last)
	return append(page, rest...), err
}

// pairBoosts gives what the pairs of a reading's words count for: those with a
// word that asks as little as that.
func (r reading) pairBoosts() []float64 {
	var asks []bool // by word
	for _, s := range r.spoken {
		asks = append(asks, slices.Repeat([]bool{s.asks}, len(s.slots))...)
	}
	boosts := slices.Repeat([]float64{1}, max(0, len(r.words)-1))
	for i := 1; i < len(asks); i++ {
		if asks[i-1] || asks[i] {
			boosts[i-1] = askWeight
		}
	}
	return boosts
}

// behind gives those of hits, sorted by score, that come after the cursor.
func (s *answer) behind(hits []engine.Hit) ([]engine.Hit, error) {
	for i, h := range hits {
		if h.Score > s.after.Score {
			continue
		}
		p, err := s.place(h)
		if err != nil {
			return nil, err
		}
		if h.Score < s.after.Score || p.ID > s.after.ID {
			return hits[i:], nil
		}
	}
	return nil, nil
}

// place gives the place of a hit in the order by score.
func (s *answer) place(h engine.Hit) (engine.Place, error) {
	id, err := s.engine.ID(h)
	return engine.Place{Score: h.Score, ID: id}, err
}
