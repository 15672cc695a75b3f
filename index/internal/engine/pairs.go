package engine

import (
	"context"
	"slices"
)

// A Sequence is the words of a query in their order, in one field.
type Sequence struct {
	Length string // the field whose lengths count
	Boost  float64
	Slots  []Slot
}

// Rerank adds to the scores of hits, the best ones by score, what pairs of
// neighbouring words are worth: most words of Vietnamese are of two
// syllables. All sequences have the same number of slots. A pair in a field
// is scored by BM25 like a term; how rare it is tell the hits, among which
// are most of the documents that have it: no pair is looked up beyond them.
func (f *Found) Rerank(ctx context.Context, hits []Hit, sequences []Sequence) error {
	p := &pairs{hits: hits, sequences: sequences}
	p.count = len(sequences[0].Slots) - 1
	p.frequencies = make([]float64, len(hits)*len(sequences)*p.count)
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
		for s := range sequences {
			if err := f.readPairs(ctx, p, s, runs[i]); err != nil {
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

// pairs are the frequencies of pairs: by hit, sequence and pair.
type pairs struct {
	hits        []Hit
	sequences   []Sequence
	count       int // pairs in a sequence
	frequencies []float64
}

// of gives the frequencies of the pairs in a hit.
func (p *pairs) of(hit, sequence int) []float64 {
	at := (hit*len(p.sequences) + sequence) * p.count
	return p.frequencies[at : at+p.count]
}

// readPairs counts the pairs of a sequence in hits of one segment, which are
// given by their numbers, the documents rising.
func (f *Found) readPairs(ctx context.Context, p *pairs, sequence int, hits []int) error {
	s := f.index.segments[p.hits[hits[0]].Segment]
	docs := make([]uint32, len(hits))
	for i, h := range hits {
		docs[i] = p.hits[h].Document
	}
	slots := p.sequences[sequence].Slots
	readers := make([]*reader, len(slots))
	for i, slot := range slots {
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
		frequencies := p.of(hits[i], sequence)
		readers[0].read(d, &here)
		for j := 1; j < len(readers); j++ {
			readers[j].read(d, &there)
			here.follow(&there, 1)
			frequencies[j-1] = here.sum()
			here, there = there, here
		}
	}
	return ctx.Err()
}

// addPairs scores the pairs.
func (f *Found) addPairs(ctx context.Context, p *pairs) error {
	weights := make([]float64, p.count)
	for pair := range weights {
		found := 0
		for h := range p.hits {
			for s := range p.sequences {
				if p.of(h, s)[pair] > 0 {
					found++
					break
				}
			}
		}
		weights[pair] = idf(f.index.documents, found)
	}
	for s, sequence := range p.sequences {
		average, err := f.index.average(ctx, sequence.Length)
		if err != nil {
			return err
		}
		for h := range p.hits {
			hit := &p.hits[h]
			lengths, err := f.index.segments[hit.Segment].Lengths(ctx, sequence.Length)
			if err != nil {
				return err
			}
			for pair, frequency := range p.of(h, s) {
				c := curve{weights[pair] * sequence.Boost, k1 * (1 - b), k1 * b / average}
				hit.Score += c.at(frequency, lengths[hit.Document])
			}
		}
	}
	return nil
}
