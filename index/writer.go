package index

import (
	"context"
	"errors"

	"soi/index/schema"
)

// WriterOptions say how a Writer works.
type WriterOptions struct {
	// Rebuild begins with an empty index instead of the live generation,
	// which may then be of another version.
	Rebuild bool

	// IngestVersion is the version of ingest whose documents are put; it
	// goes into the manifest.
	IngestVersion int
}

// Stats count what a Writer did.
type Stats struct {
	Added     int // documents put that the index did not have
	Updated   int // documents put that differ from what the index had
	Removed   int // documents removed or pruned
	Unchanged int // documents seen, or put with nothing new
	Documents int // documents in the index afterwards

	Changed bool // whether Commit made a new generation
}

// A Writer makes the next generation of an index.
type Writer struct{}

// OpenWriter takes the index in dir for writing.
func OpenWriter(ctx context.Context, dir string, opts WriterOptions) (*Writer, error) {
	return nil, errors.ErrUnsupported
}

// A Known tells what an index holds, for skipping what has not changed.
type Known struct{}

// Known gives what the index held when the writer was opened.
func (w *Writer) Known() *Known { return &Known{} }

// File gives the source of a path.
func (k *Known) File(path string) (schema.Source, bool) { return schema.Source{}, false }

// Record gives the hash of the record with an id.
func (k *Known) Record(id string) (hash string, ok bool) { return "", false }

// Put adds a document, or replaces the one with its id.
func (w *Writer) Put(ctx context.Context, d *schema.Document) error { return errors.ErrUnsupported }

// Seen says that a source, and the documents with ids from it, are unchanged.
// Without ids it stands for all documents of the source.
func (w *Writer) Seen(source schema.Source, ids ...string) error { return errors.ErrUnsupported }

// Remove removes documents by id or by the path they came from.
func (w *Writer) Remove(ctx context.Context, idOrPath ...string) (int, error) {
	return 0, errors.ErrUnsupported
}

// Prune removes documents below roots that were not seen in this run.
func (w *Writer) Prune(ctx context.Context, roots []string) (int, error) {
	return 0, errors.ErrUnsupported
}

// Commit makes what was done visible to readers.
func (w *Writer) Commit(ctx context.Context) (Stats, error) { return Stats{}, errors.ErrUnsupported }

// Close ends the writer.
func (w *Writer) Close() error { return nil }
