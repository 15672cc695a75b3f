package engine

import (
	"context"
	"slices"
)

// Rerank adds to the scores of hits, the best ones by score, what pairs of
// neighbouring words are worth: most words of Vietnamese are of two
// syllables. The slots of words' fields are the words of the query in their
// order, the same number in each. A pair is scored by BM25 like a term, as rare
// as it is among the hits: that needs no look beyond them, and a pair that
// only the question has ("là ai") does not weigh as a rare word would.
func (f *Found) Rerank(ctx context.Context, hits []Hit, words *Term) error {
	p := &pairs{hits: hits, words: words, count: len(words.Fields[0].Slots) - 1}
	p.frequencies = make([]float64, len(hits)*p.count)
	order := make([]int, len(hits)) // by segment and document
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		if hits[i].Segment != hits[j].Segment {
			return hits[i].Segment - hits[j].Segment
		}
		return int(hits[i].Document) - int(hits[j].Document)
	})
	var runs [][]int
	for start := 0; start < len(order); {
		end := start + 1
		for end < len(order) && hits[order[end]].Segment == hits[order[start]].Segment {
			end++
		}
		runs = append(runs, order[start:end])
		start = end
	}
	err := parallel(len(runs), func(i int) error {
		for _, field := range words.Fields {
			if err := f.readPairs(ctx, p, field, runs[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := f.addPairs(ctx, p); err != nil {
		return err
	}
	return f.sort(hits)
}

// pairs are the frequencies of pairs in hits.
type pairs struct {
	hits        []Hit
	words       *Term
	count       int       // pairs in the query
	frequencies []float64 // by hit and pair
}

// of gives the frequencies of the pairs in a hit.
func (p *pairs) of(hit int) []float64 { return p.frequencies[hit*p.count : (hit+1)*p.count] }

// readPairs counts the pairs of a field in hits of one segment, which are
// given by their numbers, the documents rising.
func (f *Found) readPairs(ctx context.Context, p *pairs, field Field, hits []int) error {
	s := f.index.segments[p.hits[hits[0]].Segment]
	docs := make([]uint32, len(hits))
	for i, h := range hits {
		docs[i] = p.hits[h].Document
	}
	readers := make([]*reader, len(field.Slots))
	for i, slot := range field.Slots {
		var err error
		if readers[i], err = newReader(ctx, s, slot); err != nil {
			return err
		}
		if err := readers[i].open(ctx, s, docs); err != nil {
			return err
		}
	}
	var here, there line
	for i, d := range docs {
		frequencies := p.of(hits[i])
		readers[0].read(d, &here)
		for j := 1; j < len(readers); j++ {
			readers[j].read(d, &there)
			here.follow(&there, 1)
			frequencies[j-1] += field.Weight * here.sum()
			here, there = there, here
		}
	}
	return ctx.Err()
}

// addPairs scores the pairs.
func (f *Found) addPairs(ctx context.Context, p *pairs) error {
	norms, err := f.index.norms(ctx, p.words.Fields)
	if err != nil {
		return err
	}
	for pair := range p.count {
		found := 0
		for h := range p.hits {
			if p.of(h)[pair] > 0 {
				found++
			}
		}
		weight := p.words.Boost * idf(len(p.hits), found)
		for h := range p.hits {
			if frequency := p.of(h)[pair]; frequency > 0 {
				hit := &p.hits[h]
				hit.Score += bm25(weight, frequency, norms[hit.Segment][hit.Document])
			}
		}
	}
	return nil
}
