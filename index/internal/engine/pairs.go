package engine

import (
	"context"
	"slices"
)

// Rerank adds to the scores of hits, the best ones by score, what pairs of
// words are worth that follow one another in the query and in the text: most
// words of Vietnamese are of two syllables. The slots of words' fields are the
// words of the query in their order, the same number in each. A pair is scored
// by BM25 like a term, as rare as it is among the hits side by side: that
// needs no look beyond them, and a pair that only the question has ("là ai")
// does not weigh as a rare word would. With one or two words between, a pair
// counts for less. boosts are those of the pairs' scores, beside that of
// words.
func (f *Found) Rerank(ctx context.Context, hits []Hit, words *Term, boosts []float64) error {
	p := &pairs{hits: hits, words: words, count: len(words.Fields[0].Slots) - 1}
	p.frequencies = make([]float64, len(hits)*p.count)
	p.adjacent = make([]bool, len(hits)*p.count)
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
	f.addPairs(p, boosts)
	return f.sort(hits)
}

// pairs are the frequencies of pairs in hits.
type pairs struct {
	hits        []Hit
	words       *Term
	count       int       // pairs in the query
	frequencies []float64 // by hit and pair
	adjacent    []bool    // by hit and pair: it stands side by side
}

// farthest is the distance in words up to which a pair counts, by one over
// the square of it. It is worth .001 to .003 of nDCG@10; more brought nothing.
const farthest = 3

// of gives the frequencies of the pairs in a hit.
func (p *pairs) of(hit int) []float64 { return p.frequencies[hit*p.count : (hit+1)*p.count] }

// readPairs counts the pairs of a field in hits of one segment, which are
// given by their numbers, the documents rising.
func (f *Found) readPairs(ctx context.Context, p *pairs, field Field, hits []int) error {
	segment := p.hits[hits[0]].Segment
	s := f.index.segments[segment]
	all, err := f.index.norms(ctx, field.Length)
	if err != nil {
		return err
	}
	norms := &all[segment]
	docs := make([]uint32, len(hits))
	for i, h := range hits {
		docs[i] = p.hits[h].Document
	}
	readers := make([]*reader, len(field.Slots))
	for i, slot := range field.Slots {
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
		weight := field.Weight / norms.of(d)
		readers[0].read(d, &here)
		for j := 1; j < len(readers); j++ {
			readers[j].read(d, &there)
			sum, adjacent := here.before(&there)
			frequencies[j-1] += weight * sum
			if adjacent {
				p.adjacent[hits[i]*p.count+j-1] = true
			}
			here, there = there, here
		}
	}
	return ctx.Err()
}

// before adds up the pairs of a position of l with one of next soon after it,
// and reports whether one is side by side. A pair is as likely as the less
// likely of the two.
func (l *line) before(next *line) (sum float64, adjacent bool) {
	from := 0
	for i, at := range l.at {
		for from < len(next.at) && next.at[from] <= at {
			from++
		}
		for j := from; j < len(next.at) && next.at[j] <= at+farthest; j++ {
			distance := float64(next.at[j] - at)
			sum += min(l.weights[i], next.weights[j]) / (distance * distance)
			adjacent = adjacent || distance == 1
		}
	}
	return sum, adjacent
}

// addPairs scores the pairs.
func (f *Found) addPairs(p *pairs, boosts []float64) {
	for pair := range p.count {
		found := 0
		for h := range p.hits {
			if p.adjacent[h*p.count+pair] {
				found++
			}
		}
		weight := p.words.Boost * boosts[pair] * idf(len(p.hits), found)
		for h := range p.hits {
			if frequency := p.of(h)[pair]; frequency > 0 {
				hit := &p.hits[h]
				hit.Score += bm25(weight, frequency)
			}
		}
	}
}
