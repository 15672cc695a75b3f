package engine

import (
	"context"
	"math"
	"slices"
	"strings"

	"soi/index/internal/column"
)

// An Order is the order of hits: by score, or by the values of a column.
type Order struct {
	Column *column.Column // nil: by score
	Rising bool           // the lowest value first; hits without a value are last either way
}

// A Hit is one document of the answer.
type Hit struct {
	Segment  int
	Document uint32
	Score    float64
	key      int // higher comes first, before the score
	rank     uint32
}

// Same reports whether two hits are of one document.
func (h Hit) Same(g Hit) bool { return h.Segment == g.Segment && h.Document == g.Document }

// A Place is a place in an order, of a hit that may be gone: its score or its
// value, and its id.
type Place struct {
	Score float64
	Value string // of the order's column; "" none
	ID    string
}

// key gives a document's place by a column. Ordinals are doubled, so that a
// value that no document has any more has a place between them.
func (o Order) key(segment int, d uint32) int {
	if o.Column == nil {
		return 0
	}
	return o.turn(2 * o.Column.First(segment, d))
}

func (o Order) turn(ordinal int) int {
	switch {
	case ordinal < 0:
		return math.MinInt
	case o.Rising:
		return -ordinal
	}
	return ordinal
}

// keyOf gives the place of a value.
func (o Order) keyOf(value string) int {
	if o.Column == nil {
		return 0
	}
	if value == "" {
		return math.MinInt
	}
	at, has := slices.BinarySearch(o.Column.Values(), value)
	if has {
		return o.turn(2 * at)
	}
	return o.turn(2*at) + map[bool]int{false: -1, true: 1}[o.Rising]
}

// before compares what stands before ids in the order.
func (h Hit) before(key int, score float64) (before, same bool) {
	if h.key != key {
		return h.key > key, false
	}
	return h.Score > score, h.Score == score
}

// A top keeps the best hits of a segment, at most size. It is a heap with the
// last of them on top. (container/heap would take an allocation for each.)
type top struct {
	size  int
	list  []Hit
	after *place         // of the hits that are wanted; nil: all
	best  map[uint32]Hit // of each group met, wherever it stands
}

// before reports whether g stands above h, both of one segment.
func (t *top) before(g, h Hit) bool {
	before, same := g.before(h.key, h.Score)
	return before || same && g.rank < h.rank
}

func (t *top) offer(h Hit) {
	switch {
	case len(t.list) < t.size:
		t.list = append(t.list, h)
		t.up(len(t.list) - 1)
	case t.size > 0 && t.before(h, t.list[0]):
		t.list[0] = h
		t.down(0)
	}
}

// least is the score below which a hit has no place any more, if hits are
// ordered by score.
func (t *top) least() float64 {
	if len(t.list) < t.size || t.size == 0 {
		return math.Inf(-1)
	}
	return t.list[0].Score
}

// up moves a hit towards the top while it comes after what is above it.
func (t *top) up(i int) {
	for i > 0 {
		above := (i - 1) / 2
		if !t.before(t.list[above], t.list[i]) {
			return
		}
		t.list[above], t.list[i] = t.list[i], t.list[above]
		i = above
	}
}

// down moves a hit away from the top while one below comes after it.
func (t *top) down(i int) {
	for {
		last := i
		for _, below := range []int{2*i + 1, 2*i + 2} {
			if below < len(t.list) && t.before(t.list[last], t.list[below]) {
				last = below
			}
		}
		if last == i {
			return
		}
		t.list[last], t.list[i] = t.list[i], t.list[last]
		i = last
	}
}

// Top gives the best n hits in an order, after a place if it is not nil; ties
// are broken by id. When ctx ends it gives those of the segments that were
// done, beside the error.
func (f *Found) Top(ctx context.Context, order Order, n int, after *Place) ([]Hit, error) {
	tops := make([]top, len(f.segments))
	weights := f.weights()
	err := parallel(len(f.segments), func(i int) error {
		if !f.hits[i].Any() {
			return nil
		}
		t := &tops[i]
		var err error
		if t.after, err = f.from(ctx, i, order, after); err != nil {
			return err
		}
		t.size = n
		if err := f.rank(ctx, i, order, weights, t); err != nil {
			*t = top{}
			return err
		}
		return nil
	})
	all, leadErr := f.leaders(tops)
	if leadErr != nil {
		return nil, leadErr
	}
	for _, t := range tops {
		all = append(all, t.list...)
	}
	if sortErr := f.sort(all); sortErr != nil {
		return nil, sortErr
	}
	return all[:min(n, len(all))], err
}

// from gives the place in a segment behind which hits are wanted, nil if all
// of them are.
func (f *Found) from(ctx context.Context, segment int, order Order, after *Place) (*place, error) {
	if after == nil {
		return nil, nil
	}
	ranks, err := f.index.segments[segment].RanksUpTo(ctx, after.ID)
	return &place{order.keyOf(after.Value), after.Score, ranks}, err
}

// rank offers the hits of a segment to t.
func (f *Found) rank(ctx context.Context, segment int, order Order, weights []float64, t *top) error {
	s := f.index.segments[segment]
	hits := f.hits[segment]
	ranks, err := s.Ranks(ctx)
	if err != nil {
		return err
	}
	memory := newScratch(s.Size())
	defer memory.free(hits)
	if order.Column == nil {
		if err := f.score(ctx, segment, hits, weights, memory); err != nil {
			return err
		}
	}
	groups := f.groups.in(segment)
	n := 0
	for d := range hits.All() {
		if err := every(ctx, n); err != nil {
			return err
		}
		n++
		alone := groups == nil || groups[d] == 0
		if alone && order.Column == nil && memory.scores[d] < t.least() {
			continue // as for most hits
		}
		h := Hit{segment, d, memory.scores[d], order.key(segment, d), ranks[d]}
		if !alone {
			t.fold(groups[d], h)
		} else if t.after == nil || t.after.before(h) {
			t.offer(h)
		}
	}
	return nil
}

// A place is a Place as a segment has it.
type place struct {
	key   int
	score float64
	ranks uint32 // ids not above its own
}

// before reports whether h comes after p.
func (p place) before(h Hit) bool {
	above, same := h.before(p.key, p.score)
	return !above && (!same || h.rank >= p.ranks)
}

// sort sorts hits of several segments.
func (f *Found) sort(hits []Hit) error {
	var failed error
	id := func(h Hit) string {
		name, err := f.index.segments[h.Segment].ID(h.Document)
		if err != nil {
			failed = err
		}
		return name
	}
	slices.SortFunc(hits, func(g, h Hit) int {
		before, same := g.before(h.key, h.Score)
		switch {
		case before:
			return -1
		case !same:
			return 1
		case g.Segment == h.Segment:
			return int(g.rank) - int(h.rank)
		}
		return strings.Compare(id(g), id(h))
	})
	return failed
}
