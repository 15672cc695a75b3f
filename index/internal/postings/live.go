package postings

import (
	"slices"
	"sync"

	"soi/index/internal/docset"
)

// Revise is Keep for what may cease to hold as documents are deleted: revise is
// given what it made the last time, at first nothing, and says what holds now.
func Revise[T any](s *Segment, name string, revise func(before T) (T, error)) (T, error) {
	r, err := Keep(s, name, func() (*revised[T], error) { return &revised[T]{}, nil })
	if err != nil {
		var none T
		return none, err
	}
	return r.get(revise)
}

// revised is the value that holds now.
type revised[T any] struct {
	mu    sync.Mutex
	value T
}

func (r *revised[T]) get(revise func(before T) (T, error)) (T, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	v, err := revise(r.value)
	if err == nil {
		r.value = v
	}
	return v, err
}

// KeepLive is Keep for what depends on which documents are live: it is made
// anew once others are deleted.
func KeepLive[T any](s *Segment, name string, make func() (T, error)) (T, error) {
	kept, err := Revise(s, name, func(before ofLive[T]) (ofLive[T], error) {
		if before.live != nil && slices.Equal(before.live, s.live) {
			return before, nil
		}
		v, err := make()
		return ofLive[T]{s.live, v}, err
	})
	return kept.value, err
}

// ofLive is a value that was made of certain live documents.
type ofLive[T any] struct {
	live  docset.Set // nil: not made
	value T
}

// Deleted is the number of documents of the segment that are deleted.
func (s *Segment) Deleted() int { return s.deleted }

// CountLive is the number of those documents that are live.
func (s *Segment) CountLive(docs []uint32) int {
	if s.Deleted() == 0 {
		return len(docs)
	}
	n := 0
	for _, d := range docs {
		if s.live.Has(d) {
			n++
		}
	}
	return n
}
