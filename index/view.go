package index

import (
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"

	"soi/index/internal/postings"
	"soi/index/internal/store"
	"soi/index/schema"
)

// A view is one generation, open for reading. Those who use it are counted,
// and the last one closes it.
type view struct {
	bleve    bleve.Index
	manifest store.Manifest

	tables     tables // for searching; see tables.go
	generation *store.Generation
	users      atomic.Int64 // the Index is one while this is its live view
}

// openView opens the live generation of dir; its one user is the caller. What
// was read of segments known from another view need not be read again.
func openView(dir string, cache *postings.Cache, known []*postings.Segment) (*view, error) {
	g, err := store.Open(dir, versions())
	if err != nil {
		return nil, err
	}
	ix, err := openReadOnly(g.Path, g.Manifest.Documents)
	if err != nil {
		return nil, errors.Join(err, g.Close())
	}
	v := &view{bleve: ix, manifest: g.Manifest, generation: g, tables: tables{cache: cache, known: known}}
	v.users.Store(1)
	cache.Bound(cacheBytes(g.Manifest.Documents))
	return v, nil
}

// retain begins one more use, unless the view is closed.
func (v *view) retain() bool {
	for {
		n := v.users.Load()
		if n == 0 {
			return false
		}
		if v.users.CompareAndSwap(n, n+1) {
			return true
		}
	}
}

// release ends one use.
func (v *view) release() error {
	if v.users.Add(-1) > 0 {
		return nil
	}
	return errors.Join(v.bleve.Close(), v.generation.Close())
}

// load gives the document of an id. The error wraps schema.ErrNotFound if the
// generation has none, and ErrDamaged if its record cannot be read.
func (v *view) load(id string) (schema.Document, error) {
	docs, err := v.loadMany([]string{id})
	if err != nil {
		return schema.Document{}, err
	}
	return docs[0], nil
}

// loadMany gives the documents of ids in their order, with the errors of
// load.
func (v *view) loadMany(ids []string) ([]schema.Document, error) {
	reader, err := snapshot(v.bleve)
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	docs := make([]schema.Document, len(ids))
	for i, id := range ids {
		if docs[i], err = v.read(reader, id); err != nil {
			return nil, err
		}
	}
	return docs, nil
}

func (v *view) read(reader *scorch.IndexSnapshot, id string) (schema.Document, error) {
	stored, err := reader.Document(id)
	if err != nil {
		return schema.Document{}, fmt.Errorf("document %s: %w", id, err)
	}
	doc, ok := stored.(*document.Document)
	if !ok || doc == nil {
		return schema.Document{}, fmt.Errorf("document %s: %w", id, schema.ErrNotFound)
	}
	for _, f := range doc.Fields {
		if f.Name() != fieldRecord {
			continue
		}
		d, err := decodeRecord(f.Value())
		if err != nil {
			err = store.Damaged(v.generation.Path, "has an unreadable document %s: %v", id, err)
		}
		return d, err
	}
	return schema.Document{}, store.Damaged(v.generation.Path, "has a document %s without a record", id)
}
