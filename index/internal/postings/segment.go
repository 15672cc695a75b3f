// Package postings gives the search what it needs of the segments of an
// index: postings, positions, lengths of fields and ids. What Bleve has to do
// with it stands in bleve.go alone.
//
// A segment never changes, so what was read of it is kept: lengths and ids
// with the segment, and from one generation to the next while the segment
// lives; decoded postings of terms in a Cache, within its bound. Warm, a
// posting costs a nanosecond instead of the 30 that Bleve's iterators take.
package postings

import (
	"context"
	"errors"
	"slices"
	"sort"
	"strings"
	"sync"

	"soi/index/internal/docset"
)

// A Key tells segments apart by what their files hold. Names do not: two
// branches of one generation write different files under one name.
type Key struct {
	Size   int64
	SHA256 string // of the file, in hex, or a good part of it
}

// A Segment is one segment of one generation.
type Segment struct {
	*facts
	source  source
	file    string
	cache   *Cache
	live    docset.Set
	deleted int
}

// facts are what is known of a segment's file, whatever the generation. The
// maps are filled as needed, each entry once.
type facts struct {
	key  Key
	size int // documents, deleted ones included

	mu      sync.Mutex
	lengths map[string]*once[[]uint32]
	ranks   once[*ranks]
	kept    map[string]any // *once of some type
}

// once is a value that is made when it is first needed; a failure is tried
// again.
type once[T any] struct {
	mu    sync.Mutex
	made  bool
	value T
}

func (o *once[T]) get(make func() (T, error)) (T, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if !o.made {
		v, err := make()
		if err != nil {
			return v, err
		}
		o.value, o.made = v, true
	}
	return o.value, nil
}

func newFacts(key Key, size int) *facts {
	return &facts{key: key, size: size, lengths: map[string]*once[[]uint32]{}, kept: map[string]any{}}
}

// Size is the number of documents, deleted ones included: they are numbered
// from 0 to Size-1.
func (s *Segment) Size() int { return s.size }

// File is the name of the segment's file, without its folder.
func (s *Segment) File() string { return s.file }

// Live is the set of documents that are not deleted. It must not be changed.
func (s *Segment) Live() docset.Set { return s.live }

// List gives the postings of a term in a field, an empty list if it has none.
// It must not be changed.
func (s *Segment) List(ctx context.Context, field, term string) (*List, error) {
	key := cacheKey{s.facts, field, term, false}
	if v := s.cache.get(key); v != nil {
		return v.(*List), nil
	}
	l, err := s.source.list(ctx, field, term)
	if err == nil {
		l.keepSet(s.size)
		s.cache.put(key, l)
	}
	return l, err
}

// Places gives the positions of a term in the documents of its List. The
// field must keep positions.
func (s *Segment) Places(ctx context.Context, field, term string) (*Places, error) {
	key := cacheKey{s.facts, field, term, true}
	if v := s.cache.get(key); v != nil {
		return v.(*Places), nil
	}
	p, err := s.source.places(ctx, field, term)
	if err == nil {
		s.cache.put(key, p)
	}
	return p, err
}

// Cached gives what make makes of a segment, or what it made under the same
// name before. It must not be changed.
func Cached[T Sized](s *Segment, name string, make func() (T, error)) (T, error) {
	key := cacheKey{segment: s.facts, term: name}
	if v := s.cache.get(key); v != nil {
		return v.(T), nil
	}
	v, err := make()
	if err == nil {
		s.cache.put(key, v)
	}
	return v, err
}

// Documents gives the documents that have a term in a field that keeps no
// frequencies. It is read anew each time.
func (s *Segment) Documents(ctx context.Context, field, term string) ([]uint32, error) {
	return s.source.documents(ctx, field, term)
}

// Frequency is the number of documents that have a term in a field, deleted
// ones included.
func (s *Segment) Frequency(field, term string) (int, error) { return s.source.frequency(field, term) }

// Lengths gives the number of tokens of a text field in each document.
func (s *Segment) Lengths(ctx context.Context, field string) ([]uint32, error) {
	return s.length(field).get(func() ([]uint32, error) { return s.source.lengths(ctx, field, s.size) })
}

func (f *facts) length(field string) *once[[]uint32] {
	f.mu.Lock()
	defer f.mu.Unlock()
	o := f.lengths[field]
	if o == nil {
		o = &once[[]uint32]{}
		f.lengths[field] = o
	}
	return o
}

// Terms calls f with each term of a field, in order, and the number of its
// documents, deleted ones included. The number is right in fields with
// positions only: in others Bleve's iterator goes on saying 1 behind the first
// term that stands once in one document.
func (s *Segment) Terms(ctx context.Context, field string, f func(term string, documents int) error) error {
	return s.source.terms(ctx, field, f)
}

// ID gives the id of a document.
func (s *Segment) ID(d uint32) (string, error) { return s.source.id(d) }

// Stored gives what a field of a document stores, nil if it stores nothing.
func (s *Segment) Stored(field string, d uint32) ([]byte, error) { return s.source.stored(field, d) }

// ranks are the documents of a segment in the order of their ids.
type ranks struct {
	of    []uint32 // of a document its place
	order []uint32
}

func newRanks(order []uint32) *ranks {
	r := &ranks{of: make([]uint32, len(order)), order: order}
	for rank, d := range order {
		r.of[d] = uint32(rank)
	}
	return r
}

func (s *Segment) sorted(ctx context.Context) (*ranks, error) {
	return s.ranks.get(func() (*ranks, error) {
		names, order := make([]string, s.size), make([]uint32, s.size)
		for d := range names {
			if err := every(ctx, d); err != nil {
				return nil, err
			}
			var err error
			if names[d], err = s.source.id(uint32(d)); err != nil {
				return nil, err
			}
			order[d] = uint32(d)
		}
		slices.SortStableFunc(order, func(a, b uint32) int { return strings.Compare(names[a], names[b]) })
		return newRanks(order), nil
	})
}

// Ranks gives the place of each document in the order of their ids.
func (s *Segment) Ranks(ctx context.Context) ([]uint32, error) {
	all, err := s.sorted(ctx)
	if err != nil {
		return nil, err
	}
	return all.of, nil
}

// Order gives the documents in the order of their ids.
func (s *Segment) Order(ctx context.Context) ([]uint32, error) {
	all, err := s.sorted(ctx)
	if err != nil {
		return nil, err
	}
	return all.order, nil
}

// RanksUpTo is the number of documents whose ids are not above id.
func (s *Segment) RanksUpTo(ctx context.Context, id string) (uint32, error) {
	all, err := s.sorted(ctx)
	if err != nil {
		return 0, err
	}
	// An id may stand there twice, once deleted.
	n := sort.Search(len(all.order), func(i int) bool {
		name, readErr := s.source.id(all.order[i])
		err = errors.Join(err, readErr)
		return name > id
	})
	return uint32(n), err
}

// Recall gives the segment the order of its ids, which was read before.
func (s *Segment) Recall(order []uint32) {
	_, _ = s.ranks.get(func() (*ranks, error) { return newRanks(order), nil })
}

// Keep gives what was kept under name for the segment, and makes it first if
// there is nothing. It lives as long as the segment's file is in use.
func Keep[T any](s *Segment, name string, make func() (T, error)) (T, error) {
	s.mu.Lock()
	o, _ := s.kept[name].(*once[T])
	if o == nil {
		o = &once[T]{}
		s.kept[name] = o
	}
	s.mu.Unlock()
	return o.get(make)
}

// every reports the end of ctx, looking at it only for each 1,024th n.
func every(ctx context.Context, n int) error {
	if n%1024 != 0 {
		return nil
	}
	return ctx.Err()
}
