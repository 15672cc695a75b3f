package index

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"soi/index/internal/column"
)

// tables are what searching a view needs beside Bleve. They are made at the
// first search and kept as long as the view, whose documents never change.
type tables struct {
	mu       sync.Mutex
	made     *lookups
	registry registry
}

// lookups are the contents of tables.
type lookups struct {
	live    []uint32                  // numbers of the documents, rising
	rank    []uint32                  // place of a document, by number, in the order of ids
	columns map[string]*column.Column // by field
	forms   forms
	lengths map[string]float64 // average length of a text field in tokens
}

// columnFields are the fields whose values are kept in columns.
var columnFields = []string{
	fieldProvince, fieldProvinceNow, fieldDirective, fieldYear, fieldLevel, fieldKind, fieldSite, fieldPublished,
}

// lookups gives the tables of the view. The first call makes them; while it
// does, others wait.
func (v *view) lookups(ctx context.Context, reader bleveindex.IndexReader) (*lookups, error) {
	v.tables.mu.Lock()
	defer v.tables.mu.Unlock()
	if v.tables.made != nil {
		return v.tables.made, nil
	}
	made, err := makeLookups(ctx, reader)
	if err != nil {
		return nil, fmt.Errorf("tables of the index: %w", err)
	}
	v.tables.made = made
	return made, nil
}

func makeLookups(ctx context.Context, reader bleveindex.IndexReader) (*lookups, error) {
	l := &lookups{columns: map[string]*column.Column{}, forms: forms{}, lengths: map[string]float64{}}
	if err := l.number(ctx, reader); err != nil {
		return nil, err
	}
	for _, field := range columnFields {
		c, err := readColumn(ctx, reader, field, len(l.rank))
		if err != nil {
			return nil, fmt.Errorf("field %s: %w", field, err)
		}
		l.columns[field] = c
	}
	for _, field := range []string{fieldBody, fieldTitle} {
		frequent, err := l.forms.read(ctx, reader, field)
		if err != nil {
			return nil, err
		}
		if l.lengths[field], err = averageLength(ctx, reader, field, frequent); err != nil {
			return nil, err
		}
	}
	l.forms.sort()
	return l, nil
}

// mostMeasured is the number of documents whose length stands for all.
const mostMeasured = 10_000

// averageLength gives the average length in tokens of a field, measured at
// documents that have a term.
func averageLength(ctx context.Context, reader bleveindex.IndexReader, field, term string) (float64, error) {
	postings, err := reader.TermFieldReader(ctx, []byte(term), field, true, true, false)
	if err != nil {
		return 0, err
	}
	defer postings.Close()
	sum, n := 0.0, 0
	for n < mostMeasured {
		p, err := postings.Next(nil)
		if err != nil {
			return 0, err
		}
		if p == nil {
			break
		}
		if p.Norm > 0 {
			sum += 1 / (p.Norm * p.Norm)
			n++
		}
	}
	return max(1, sum/float64(max(1, n))), nil
}

// number lists the documents and ranks them by id.
func (l *lookups) number(ctx context.Context, reader bleveindex.IndexReader) error {
	docs, err := reader.DocIDReaderAll()
	if err != nil {
		return err
	}
	defer docs.Close()
	var ids []string
	for {
		id, err := docs.Next()
		if err != nil {
			return err
		}
		if id == nil {
			break
		}
		if err := every(ctx, len(ids)); err != nil {
			return err
		}
		name, err := reader.ExternalID(id)
		if err != nil {
			return err
		}
		l.live = append(l.live, uint32(id.Value()))
		ids = append(ids, name)
	}
	order := make([]int, len(ids))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return strings.Compare(ids[a], ids[b]) })
	if n := len(l.live); n > 0 {
		l.rank = make([]uint32, slices.Max(l.live)+1)
	}
	for rank, i := range order {
		l.rank[l.live[i]] = uint32(rank)
	}
	return nil
}

// readColumn reads the values of a keyword field from its dictionary and
// postings.
func readColumn(ctx context.Context, reader bleveindex.IndexReader, field string, documents int) (*column.Column, error) {
	b := column.NewBuilder(documents)
	err := eachTerm(ctx, reader, field, func(term string, _ uint64) error {
		postings, err := reader.TermFieldReader(ctx, []byte(term), field, false, false, false)
		if err != nil {
			return err
		}
		defer postings.Close()
		b.Value(term)
		for {
			p, err := postings.Next(nil)
			if p == nil || err != nil {
				return err
			}
			b.Put(uint32(p.ID.Value()))
		}
	})
	return b.Column(), err
}

// eachTerm calls f with every term of a field, in order, and the number of
// its documents, deleted ones included.
func eachTerm(ctx context.Context, reader bleveindex.IndexReader, field string, f func(term string, documents uint64) error) error {
	dict, err := reader.FieldDict(field)
	if err != nil {
		return err
	}
	defer dict.Close()
	for n := 0; ; n++ {
		entry, err := dict.Next()
		if entry == nil || err != nil {
			return err
		}
		if err := every(ctx, n); err != nil {
			return err
		}
		if err := f(entry.Term, entry.Count); err != nil {
			return err
		}
	}
}

// every reports the end of ctx, looking at it only for each 1024th n.
func every(ctx context.Context, n int) error {
	if n%1024 != 0 {
		return nil
	}
	return ctx.Err()
}
