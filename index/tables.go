package index

import (
	"context"
	"fmt"
	"path"
	"sync"

	"soi/index/internal/bigram"
	"soi/index/internal/column"
	"soi/index/internal/engine"
	"soi/index/internal/postings"
	"soi/index/internal/suggest"
)

// cacheBytes bounds the decoded postings and documents that an Index of so many
// documents keeps: those of documents that are looked at are as many in every
// collection, postings grow with it. 400 different questions need 60 MB of
// 20,000 documents, 140 MB of 100,000 and 310 MB of 300,000; with less they
// push each other out, and take four times as long.
func cacheBytes(documents int) int { return min(128<<20+documents<<10, 1<<30) }

// tables are what searching a view needs beside Bleve. They are made at the
// first search and kept as long as the view, whose documents never change.
type tables struct {
	cache *postings.Cache

	mu    sync.Mutex
	known []*postings.Segment // of the view, or of the one before until lookups are made

	lookups     lazy[*lookups]
	registry    lazy[*registry]
	completions lazy[*suggest.Table]
}

// segments are those of the view, if it was searched.
func (t *tables) segments() []*postings.Segment {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.known
}

// keep has the segments of the view take the place of those before.
func (t *tables) keep(segments []*postings.Segment) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.known = segments
}

// lookups are the contents of tables.
type lookups struct {
	engine   *engine.Index
	columns  map[string]*column.Column // by field
	holders  map[string][]string       // identities of a directive's code, by its key
	labelled sync.Map                  // labels that were asked for, by identity
	joined   map[string]bool           // provinces whose filter finds former ones too
	forms    forms

	acronyms *acronyms                    // of the digests
	pairs    func() (bigram.Model, error) // the same, read when it is asked for
	copies   *engine.Groups               // nil if there are none
}

// columnFields are the fields whose values are kept in columns.
var columnFields = []string{
	fieldProvince, fieldProvinceNow, fieldDirective, fieldYear, fieldLevel, fieldKind, fieldSite, fieldPublished,
}

// lookups gives the tables of the view. The first call has them made.
func (v *view) lookups(ctx context.Context) (*lookups, error) {
	return v.tables.lookups.get(ctx, v, v.newLookups)
}

func (v *view) newLookups(ctx context.Context) (*lookups, error) {
	reader, err := snapshot(v.bleve)
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	segments := postings.Open(reader, v.segmentKey, placed, v.tables.segments(), v.tables.cache)
	if err := v.recallWords(segments); err != nil {
		return nil, fmt.Errorf("tables of the index: %w", err)
	}
	made, err := makeLookups(ctx, segments)
	if err == nil {
		made.acronyms, err = v.acronyms(segments)
		made.pairs = func() (bigram.Model, error) { return v.pairs(segments) }
	}
	if err == nil {
		made.copies, err = v.copies(ctx, made.engine)
	}
	if err != nil {
		return nil, fmt.Errorf("tables of the index: %w", err)
	}
	v.tables.cache.Forget(v.tables.segments(), segments)
	v.tables.keep(segments)
	return made, nil
}

// segmentKey tells what a segment's file holds.
func (v *view) segmentKey(name string) (postings.Key, bool) {
	for _, f := range v.manifest.Files {
		if path.Base(f.Name) == name {
			return postings.Key{Size: f.Size, SHA256: f.SHA256}, f.SHA256 != ""
		}
	}
	return postings.Key{}, false
}

func makeLookups(ctx context.Context, segments []*postings.Segment) (*lookups, error) {
	l := &lookups{engine: engine.New(segments), columns: map[string]*column.Column{}}
	for _, field := range columnFields {
		parts := make([]*column.Part, len(segments))
		for i, s := range segments {
			var err error
			if parts[i], err = columnPart(ctx, s, field); err != nil {
				return nil, fmt.Errorf("field %s: %w", field, err)
			}
		}
		l.columns[field] = column.New(parts)
	}
	l.joined = joined(l.columns[fieldProvince])
	l.holders = holders(l.columns[fieldDirective], segments)
	var err error
	l.forms, err = readForms(ctx, segments)
	return l, err
}

// columnPart reads the values of a keyword field from a segment, or gives
// what was read before.
func columnPart(ctx context.Context, s *postings.Segment, field string) (*column.Part, error) {
	return postings.Keep(s, "column "+field, func() (*column.Part, error) {
		var values []column.Value
		err := s.Terms(ctx, field, func(term string, _ int) error {
			documents, err := s.Documents(ctx, field, term)
			values = append(values, column.Value{Text: term, Documents: documents})
			return err
		})
		return column.NewPart(s.Size(), values), err
	})
}
