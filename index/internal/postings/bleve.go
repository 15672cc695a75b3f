package postings

import (
	"context"
	"fmt"
	"math"
	"path/filepath"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	segment "github.com/blevesearch/scorch_segment_api/v2"

	"soi/index/internal/docset"
)

// Open gives the segments of a snapshot, which must stay open while they are
// used. key tells the contents of a segment's file by its name; those among
// known that have the same are used again. placed tells which fields keep
// positions.
func Open(snapshot *scorch.IndexSnapshot, key func(file string) (Key, bool), placed func(field string) bool, known []*Segment, cache *Cache) []*Segment {
	facts := map[Key]*facts{}
	for _, s := range known {
		facts[s.key] = s.facts
	}
	var all []*Segment
	for _, from := range snapshot.Segments() {
		size := int(from.FullSize())
		s := &Segment{source: source{from.Segment(), placed}, cache: cache, live: docset.New(size)}
		s.live.Fill(size)
		if deleted := from.Deleted(); deleted != nil {
			for it := deleted.Iterator(); it.HasNext(); {
				s.live.Remove(it.Next())
			}
			s.deleted = size - s.live.Count()
		}
		if file, ok := from.Segment().(segment.PersistedSegment); ok {
			s.file = filepath.Base(file.Path())
			if k, ok := key(s.file); ok {
				if s.facts = facts[k]; s.facts == nil {
					s.facts = newFacts(k, size)
				}
			}
		}
		if s.facts == nil {
			s.facts = newFacts(Key{}, size)
		}
		all = append(all, s)
	}
	return all
}

// A source is Bleve's side of a segment.
type source struct {
	segment segment.Segment
	placed  func(field string) bool // it keeps positions, as packing.go has them
}

// postings gives Bleve's list of a term.
func (s source) postings(field, term string, except *roaring.Bitmap) (segment.PostingsList, error) {
	dictionary, err := s.segment.Dictionary(field)
	if err != nil {
		return nil, fmt.Errorf("field %s: %w", field, err)
	}
	return dictionary.PostingsList([]byte(term), except, nil)
}

// each calls f with what an iterator gives.
func each(ctx context.Context, it segment.PostingsIterator, f func(segment.Posting)) error {
	for n := 1; ; n++ {
		if err := every(ctx, n); err != nil {
			return err
		}
		p, err := it.Next()
		if p == nil || err != nil {
			return err
		}
		f(p)
	}
}

func (s source) list(ctx context.Context, field, term string) (*List, error) {
	from, err := s.postings(field, term, nil)
	if err != nil {
		return nil, err
	}
	l := newList(int(from.Count()))
	return l, s.frequencies(ctx, field, from, l.add)
}

// frequencies calls f with each document of a field's postings and how often
// it has their term.
func (s source) frequencies(ctx context.Context, field string, from segment.PostingsList, f func(d, frequency uint32)) error {
	packed := s.placed(field)
	return each(ctx, from.Iterator(true, true, false, nil), func(p segment.Posting) {
		frequency := p.Frequency()
		if packed {
			frequency = Occurrences(frequency)
		}
		f(uint32(p.Number()), uint32(min(frequency, math.MaxUint32)))
	})
}

func (s source) frequency(field, term string) (int, error) {
	list, err := s.postings(field, term, nil)
	if err != nil {
		return 0, err
	}
	return int(list.Count()), nil
}

func (s source) documents(ctx context.Context, field, term string) ([]uint32, error) {
	from, err := s.postings(field, term, nil)
	if err != nil {
		return nil, err
	}
	docs := make([]uint32, 0, from.Count())
	err = each(ctx, from.Iterator(false, false, false, nil), func(p segment.Posting) {
		docs = append(docs, uint32(p.Number()))
	})
	return docs, err
}

func (s source) places(ctx context.Context, field, term string) (*Places, error) {
	from, err := s.postings(field, term, nil)
	if err != nil {
		return nil, err
	}
	ps := &Places{starts: make([]uint32, 1, from.Count()+1)}
	err = each(ctx, from.Iterator(true, true, true, nil), func(p segment.Posting) {
		ps.deltas = appendPacked(ps.deltas, p)
		ps.starts = append(ps.starts, uint32(len(ps.deltas)))
	})
	ps.deltas = slices.Clip(ps.deltas)
	return ps, err
}

func (s source) terms(ctx context.Context, field string, f func(term string, documents int) error) error {
	dictionary, err := s.segment.Dictionary(field)
	if err != nil {
		return fmt.Errorf("field %s: %w", field, err)
	}
	it := dictionary.AutomatonIterator(nil, nil, nil)
	for n := 0; ; n++ {
		if err := every(ctx, n); err != nil {
			return err
		}
		entry, err := it.Next()
		if entry == nil || err != nil {
			return err
		}
		if entry.Term == LengthTerm {
			continue
		}
		if err := f(entry.Term, int(entry.Count)); err != nil {
			return err
		}
	}
}

func (s source) id(d uint32) (string, error) {
	id, err := s.segment.DocID(uint64(d))
	return string(id), err
}

func (s source) stored(field string, d uint32) (value []byte, err error) {
	err = s.segment.VisitStoredFields(uint64(d), func(name string, _ byte, content []byte, _ []uint64) bool {
		if name != field {
			return true
		}
		value = slices.Clone(content)
		return false
	})
	return value, err
}

// lengths are the frequencies of LengthTerm. Most are too large for a List to
// keep them in a byte each.
func (s source) lengths(ctx context.Context, field string, size int) ([]uint32, error) {
	from, err := s.postings(field, LengthTerm, nil)
	if err != nil {
		return nil, err
	}
	lengths := make([]uint32, size)
	return lengths, s.frequencies(ctx, field, from, func(d, n uint32) { lengths[d] = n })
}
