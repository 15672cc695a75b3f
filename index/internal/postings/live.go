package postings

import (
	"slices"
	"sync"

	"soi/index/internal/docset"
)

// KeepLive is Keep for what depends on which documents are live: it is made
// anew once others are deleted.
func KeepLive[T any](s *Segment, name string, make func() (T, error)) (T, error) {
	o, err := Keep(s, name, func() (*ofLive[T], error) { return &ofLive[T]{}, nil })
	if err != nil {
		var none T
		return none, err
	}
	return o.get(s.live, make)
}

// ofLive is a value that was made of certain live documents.
type ofLive[T any] struct {
	mu    sync.Mutex
	live  docset.Set // nil: not made
	value T
}

func (o *ofLive[T]) get(live docset.Set, make func() (T, error)) (T, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.live == nil || !slices.Equal(o.live, live) {
		v, err := make()
		if err != nil {
			return v, err
		}
		o.live, o.value = live, v
	}
	return o.value, nil
}

// Deleted is the number of documents of the segment that are deleted.
func (s *Segment) Deleted() int { return s.size - s.live.Count() }

// CountLive is the number of those documents that are live.
func (s *Segment) CountLive(docs []uint32) int {
	n := 0
	for _, d := range docs {
		if s.live.Has(d) {
			n++
		}
	}
	return n
}
