package index

import (
	"context"
	"sync"

	"github.com/blevesearch/bleve/v2"
)

// A lazy value belongs to a view and is made when it is first asked for;
// while it is, others wait. It is made to its end even if those who wait have
// gone: the next search needs it too.
type lazy[T any] struct {
	mu     sync.Mutex
	made   *T
	making *making[T]
}

// A making is a value on its way.
type making[T any] struct {
	done chan struct{} // closed when what follows is there
	made T
	err  error
}

// get gives the value of v, which stays open until it is made. Waiting ends
// with ctx, whose error it gives then. After a failure the next call tries
// again.
func (s *lazy[T]) get(ctx context.Context, v *view, make func(context.Context) (T, error)) (value T, err error) {
	if err := ctx.Err(); err != nil {
		return value, err
	}
	s.mu.Lock()
	if s.made != nil {
		defer s.mu.Unlock()
		return *s.made, nil
	}
	m := s.making
	if m == nil {
		if !v.retain() {
			s.mu.Unlock()
			return value, bleve.ErrorIndexClosed
		}
		m = newMaking[T]()
		s.making = m
		go func() {
			defer func() { _ = v.release() }()
			m.made, m.err = make(context.WithoutCancel(ctx))
			s.end(m)
		}()
	}
	s.mu.Unlock()
	select {
	case <-m.done:
		return m.made, m.err
	case <-ctx.Done():
		return value, ctx.Err()
	}
}

func newMaking[T any]() *making[T] { return &making[T]{done: make(chan struct{})} }

// end keeps what was made, if it was, and tells those who wait.
func (s *lazy[T]) end(m *making[T]) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if m.err == nil {
		s.made = &m.made
	}
	s.making = nil
	close(m.done)
}

// ready gives the value if it is made.
func (s *lazy[T]) ready() (value T, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.made == nil {
		return value, false
	}
	return *s.made, true
}
