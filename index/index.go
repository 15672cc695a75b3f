package index

import (
	"context"
	"errors"
	"time"

	"github.com/blevesearch/bleve/v2"

	"soi/index/internal/store"
	"soi/index/schema"
)

// An Index answers searches from the live generation of a folder. Its
// methods may be called from many goroutines at once.
type Index struct {
	dir string
}

// Info says what an open index holds.
type Info struct {
	Dir        string    // the index folder
	Generation string    // name of the live generation, "gen-000012"
	Documents  int       // documents in it
	TextBytes  int64     // bytes of UTF-8 of all documents' texts
	Size       int64     // bytes of the generation's files on disk
	Created    time.Time // when it was committed
	Analyzer   string    // version of the analyzer that made it
}

// Open opens the index in dir for reading; the caller closes it.
func Open(dir string) (*Index, error) { return nil, errors.ErrUnsupported }

// Refresh notices a new generation.
func (ix *Index) Refresh(ctx context.Context) (changed bool, err error) {
	return false, errors.ErrUnsupported
}

// Info says what the index holds now.
func (ix *Index) Info() Info { return Info{} }

// Close ends the use of the index.
func (ix *Index) Close() error { return nil }

// A view is one generation, open for reading.
type view struct {
	bleve    bleve.Index
	manifest store.Manifest
}

// acquire gives the live generation, which stays open until release is
// called, whatever Refresh and Close do meanwhile.
func (ix *Index) acquire() (v *view, release func()) { return &view{}, func() {} }

// load gives the document of an id. The error wraps schema.ErrNotFound if the
// generation has none.
func (v *view) load(id string) (schema.Document, error) {
	return schema.Document{}, errors.ErrUnsupported
}

// loadMany gives the documents of ids in their order. The error wraps
// schema.ErrNotFound if the generation lacks one.
func (v *view) loadMany(ids []string) ([]schema.Document, error) {
	return nil, errors.ErrUnsupported
}
