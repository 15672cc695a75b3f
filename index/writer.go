package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"

	"soi/index/internal/store"
	"soi/index/schema"
)

// WriterOptions say how a Writer works.
type WriterOptions struct {
	// Existing asks for an index that is there and of this version, as for
	// removing documents: OpenWriter then fails with ErrNoIndex or ErrStale
	// where it would otherwise begin an empty index.
	Existing bool

	// IngestVersion is the version of ingest whose documents are put; it is
	// noted in the manifest.
	IngestVersion int
}

// Stats count what a Writer did.
type Stats struct {
	Added     int // documents put that the index did not have
	Updated   int // documents put that differ from what the index had
	Removed   int // documents removed or pruned
	Unchanged int // documents told unchanged, or put with nothing new
	Documents int // documents in the index
	Cut       int // documents put of which some terms are not indexed: they have over MaxTerms distinct ones

	Changed bool // whether there is anything to commit, or was
	Rebuilt bool // whether an index of another version is replaced as a whole
}

// A DuplicateError says that two documents have one id. The first is kept and
// the second is not written.
type DuplicateError struct {
	ID            string
	First, Second string // paths of their files
}

func (e *DuplicateError) Error() string {
	if e.First == e.Second {
		return fmt.Sprintf("id %q is given twice in %s", e.ID, e.First)
	}
	return fmt.Sprintf("id %q of %s is that of a document of %s", e.ID, e.Second, e.First)
}

var errWriterClosed = errors.New("index writer is closed")

// A Writer makes the next generation of an index, which nobody sees until
// Commit. Its methods are for one goroutine; those of Known for any.
//
// It holds the folder for writing until Commit or Close. The process keeps
// under 1 GB of memory however much is put, as long as a document has no more
// than 4 MB of text.
type Writer struct {
	dir       string
	options   WriterOptions
	draft     *store.Draft
	known     *Known
	stats     Stats
	cut       atomic.Int64 // Stats.Cut
	load      *loader      // nil until a document changes
	sketches  *sketcher    // of the documents put
	unlimited func()       // ends the limit on the heap
	failed    error        // the first final error
	closed    bool
}

// OpenWriter takes the index in dir for writing, and makes dir if it is
// missing. It waits half a second for another writer and then fails with
// ErrLocked, which says who that is. The error wraps ErrDamaged if the live
// generation is not as its manifest says, and ErrNoIndex if dir is in use for
// something else. An index of another version is replaced by Commit as a
// whole: the writer begins empty, and Stats.Rebuilt tells so.
func OpenWriter(ctx context.Context, dir string, opts WriterOptions) (*Writer, error) {
	w, err := openWriter(ctx, dir, opts)
	if err != nil {
		return nil, fmt.Errorf("write index: %w", err)
	}
	return w, nil
}

func openWriter(ctx context.Context, dir string, opts WriterOptions) (*Writer, error) {
	if opts.Existing {
		g, err := store.Open(dir, versions())
		if err != nil {
			return nil, err
		}
		defer g.Close()
	}
	draft, err := store.Begin(ctx, dir, versions())
	if err != nil {
		return nil, err
	}
	w := &Writer{dir: dir, options: opts, draft: draft, known: newKnown(), sketches: newSketcher(), unlimited: func() {}}
	w.stats.Rebuilt = draft.Stale
	if draft.Base != nil {
		if w.known, err = readKnown(draft.BasePath, draft.Base); err != nil {
			return nil, errors.Join(err, draft.Discard())
		}
	}
	return w, nil
}

// Known tells what the index holds.
func (w *Writer) Known() *Known { return w.known }

// Stats counts what was done so far.
func (w *Writer) Stats() Stats {
	s := w.stats
	s.Documents = len(w.known.records)
	s.Cut = int(w.cut.Load())
	s.Changed = w.changed()
	return s
}

// changed tells whether there is anything to commit: a change, or an empty
// index where there was none. An index of another version is not replaced by
// an empty one: that would be the result of a mistyped path.
func (w *Writer) changed() bool {
	if w.draft.Base == nil {
		return !w.draft.Stale || len(w.known.records) > 0
	}
	return w.load != nil || w.known.differs()
}

// Put adds a document, or replaces the one with its id. A document that is as
// the index has it, but for the state of its file, is not written again and
// counts as unchanged. A document without Source.Record stands for the whole
// of its file; the file of one with it is known only when Seen has told its
// end.
//
// The error is a *DuplicateError if another document has the id: one of this
// run, or one of another file that is still there; the writer then goes on as
// before. (If that other file is gone, its document is replaced: the file was
// moved.) Any other error, such as a full disk, is final.
func (w *Writer) Put(ctx context.Context, d *schema.Document) error {
	if err := w.usable(); err != nil {
		return err
	}
	if d.ID == "" {
		return fmt.Errorf("put %s: document without an id", d.Path)
	}
	content, err := takeApart(d)
	if err != nil {
		return fmt.Errorf("put %s: %w", d.Path, err)
	}
	hash := content.hash()
	old := w.known.records[d.ID]
	if old != nil && conflict(old, d.Source) {
		return &DuplicateError{ID: d.ID, First: old.source.Path, Second: d.Source.Path}
	}
	switch {
	case old == nil:
		w.stats.Added++
	case old.hash != hash:
		w.stats.Updated++
	default:
		w.stats.Unchanged++
		w.known.put(d, hash)
		return nil
	}
	if err := w.write(ctx, d, content); err != nil {
		return w.fail(err)
	}
	w.known.put(d, hash)
	return nil
}

// fail notes that nothing can be committed any more, and says what was done,
// and where. Bleve gives the cause of an error as text only; that of a full
// disk is worth being recognised.
func (w *Writer) fail(err error) error {
	if full := syscall.ENOSPC; !errors.Is(err, full) && strings.Contains(err.Error(), full.Error()) {
		err = full
	}
	if errors.Is(err, syscall.ENOSPC) {
		err = fmt.Errorf("%w (what it held before is unharmed)", err)
	}
	err = fmt.Errorf("write index %s: %w", w.dir, err)
	if w.failed == nil {
		w.failed = err
	}
	return err
}

// usable tells why the writer takes nothing any more.
func (w *Writer) usable() error {
	if w.closed {
		return errWriterClosed
	}
	return w.failed
}

// write hands d to Bleve.
func (w *Writer) write(ctx context.Context, d *schema.Document, c content) error {
	if err := w.begin(); err != nil {
		return err
	}
	w.sketches.add(d)
	return w.load.put(ctx, newBleveDocument(d, c.encode(), func() { w.cut.Add(1) }), len(c.text)+len(c.meta))
}

// begin makes the draft's folder when the first document changes.
func (w *Writer) begin() error {
	if w.load != nil {
		return nil
	}
	keep := func(name string) bool { return name != stateName && name != copiesName }
	if err := w.draft.Create(keep); err != nil {
		return err
	}
	load, err := newLoader(w.draft.Path, w.draft.Base == nil)
	if err != nil {
		return err
	}
	w.load = load
	w.unlimited = limitHeap()
	return nil
}

// Seen tells how a file was found in this run. With ids, those documents of
// it are as the index has them. Without, the file was read to its end, or is
// as the index knows it: if its content is the same, and the version of
// ingest, then all its documents are unchanged.
func (w *Writer) Seen(source schema.Source, ids ...string) error {
	if err := w.usable(); err != nil {
		return err
	}
	if len(ids) == 0 {
		w.stats.Unchanged += w.known.seenFile(source)
	}
	for _, id := range ids {
		first, found := w.known.seenRecord(source, id)
		if !found {
			return fmt.Errorf("document %s of %s: %w", id, source.Path, schema.ErrNotFound)
		}
		if first {
			w.stats.Unchanged++
		}
	}
	return nil
}

// Commit makes what was done visible: it brings the next generation to the
// disk and makes it the live one. If nothing changed it leaves the index as
// it is. The writer is closed afterwards, whatever the outcome; after an
// error the index is as before.
func (w *Writer) Commit(ctx context.Context) (Stats, error) {
	if err := w.usable(); err != nil {
		return Stats{}, errors.Join(err, w.Close())
	}
	stats := w.Stats()
	if !stats.Changed {
		return stats, w.Close()
	}
	if err := w.commit(ctx); err != nil {
		return Stats{}, errors.Join(w.fail(err), w.Close())
	}
	w.closed = true
	w.unlimited()
	stats.Cut = int(w.cut.Load()) // all terms were looked at by now
	return stats, nil
}

func (w *Writer) commit(ctx context.Context) error {
	if err := w.begin(); err != nil {
		return err
	}
	if err := w.load.finish(ctx, len(w.known.records)); err != nil {
		return err
	}
	w.load = nil
	if err := w.findCopies(ctx); err != nil {
		return err
	}
	if err := w.known.writeCopies(w.draft.Path); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(w.draft.Path, stateName), w.known.encode(), 0o644); err != nil {
		return err
	}
	return w.draft.Publish(store.Manifest{
		Versions:  versions(),
		Ingest:    w.options.IngestVersion,
		Documents: len(w.known.records),
		TextBytes: w.known.textBytes(),
	})
}

// Close ends the writer. Without Commit before it, nothing has changed.
func (w *Writer) Close() error {
	if w.closed {
		return nil
	}
	w.closed = true
	defer w.unlimited()
	if w.load != nil {
		// What Bleve has to say about a draft that goes away is no matter.
		_ = w.load.close()
	}
	return w.draft.Discard()
}
