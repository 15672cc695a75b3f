package index

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/index/scorch/mergeplan"

	"soi/index/internal/store"
)

const (
	// batchBytes bounds the text of a batch. Bleve takes up to 100 bytes of
	// heap for each of them until the batch is on the disk.
	batchBytes = 2 << 20

	// batchesInFlight lets one batch be analyzed while another is written;
	// a third made nothing faster on 2 cores and takes its memory. A document
	// that is larger than a batch goes alone.
	batchesInFlight = 2

	// bulkShare: a run that writes at least one document in so many merges
	// all segments into one, which searches fastest. A smaller run leaves
	// the large segments alone, so that one update stays cheap.
	bulkShare = 8
)

// A loader writes documents into the Bleve index of a draft.
type loader struct {
	gen   string // folder of the draft
	bleve bleve.Index

	batch   *bleve.Batch
	bytes   int // of text in batch
	limit   int // of bytes
	written int // documents given to Bleve

	slots  chan struct{} // one for each batch in flight
	ctx    context.Context
	cancel context.CancelCauseFunc // with the first error
	broken chan struct{}           // closed when one of Bleve's loops has panicked
	closed bool
}

// newLoader opens the index in folder gen for writing, or makes it if empty.
func newLoader(gen string, empty bool) (*loader, error) {
	l := &loader{gen: gen, limit: batchBytes, slots: make(chan struct{}, batchesInFlight), broken: make(chan struct{})}
	l.ctx, l.cancel = context.WithCancelCause(context.Background())
	breaks := sync.OnceFunc(func() { close(l.broken) })
	failures.Store(storePath(gen), func(err error) {
		l.cancel(err)
		if errors.Is(err, scorch.ErrAsyncPanic) {
			breaks()
		}
	})
	var err error
	if empty {
		l.bleve, err = createBleve(gen)
	} else {
		l.bleve, err = openBleve(gen, false)
	}
	if err != nil {
		failures.Delete(storePath(gen))
		return nil, err
	}
	l.batch = l.bleve.NewBatch()
	go dropPages(l.ctx, l.bleve)
	return l, nil
}

// err is the first error of any batch or of Bleve's background work. All of
// them are final: the draft cannot be trusted any more.
func (l *loader) err() error { return context.Cause(l.ctx) }

// put adds a document with so many bytes of text.
func (l *loader) put(ctx context.Context, doc *document.Document, textBytes int) error {
	if l.bytes > 0 && l.bytes+textBytes > l.limit {
		if err := l.flush(ctx); err != nil {
			return err
		}
	}
	l.written++
	if textBytes <= l.limit {
		l.bytes += textBytes
		return l.batch.IndexAdvanced(doc)
	}
	if err := l.drain(ctx); err != nil {
		return err
	}
	if err := l.batch.IndexAdvanced(doc); err != nil {
		return err
	}
	return l.drain(ctx)
}

// remove takes a document out.
func (l *loader) remove(id string) { l.batch.Delete(id) }

// flush hands the batch over to be written, and waits only for a free slot.
func (l *loader) flush(ctx context.Context) error {
	if l.batch.Size() == 0 {
		return l.err()
	}
	select {
	case l.slots <- struct{}{}:
	case <-l.ctx.Done():
		return l.err()
	case <-ctx.Done():
		return ctx.Err()
	}
	batch := l.batch
	l.batch, l.bytes = l.bleve.NewBatch(), 0
	go func() {
		defer func() { <-l.slots }()
		defer l.recover()
		if err := l.bleve.Batch(batch); err != nil {
			l.cancel(err)
		}
	}()
	return l.err()
}

// recover makes an error of a panic in Bleve. It panics when one of two
// batches cannot be written and its segment is closed while the other batch
// still looks into it; then the cause, a full disk perhaps, is about to be
// reported, and says more.
func (l *loader) recover() {
	r := recover()
	if r == nil {
		return
	}
	select {
	case <-l.ctx.Done():
	case <-time.After(time.Second):
		l.cancel(fmt.Errorf("panic while writing a batch: %v", r))
	}
}

// drain flushes and waits until everything is on the disk.
func (l *loader) drain(ctx context.Context) error {
	if err := l.flush(ctx); err != nil {
		return err
	}
	for range batchesInFlight {
		select {
		case l.slots <- struct{}{}:
			defer func() { <-l.slots }()
		case <-l.ctx.Done():
			return l.err()
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return l.err()
}

// finish merges segments, closes the index, writes the digests of new
// segments, and removes the segments that nothing refers to any more. It checks that the index holds so many
// documents.
func (l *loader) finish(ctx context.Context, documents int) error {
	if err := l.drain(ctx); err != nil {
		return err
	}
	options := mergeplan.DefaultMergePlanOptions
	if l.written*bulkShare >= documents {
		options = mergeplan.SingleSegmentMergePlanOptions
	}
	if err := l.merge(ctx, &options); err != nil {
		return err
	}
	if err := l.close(); err != nil {
		return err
	}
	var live map[string]bool
	err := readOnce(l.gen, documents, func(ix bleve.Index) (err error) {
		if live, err = liveSegments(ix); err != nil {
			return err
		}
		return writeDigests(ctx, l.gen, ix)
	})
	if err != nil {
		return err
	}
	return store.RemoveOthers(storePath(l.gen), func(file string) bool { return live[file] })
}

// merge merges by the plan of options until it has nothing more to do.
func (l *loader) merge(ctx context.Context, options *mergeplan.MergePlanOptions) error {
	for before := -1; ; {
		live, err := liveSegments(l.bleve)
		if err != nil || len(live) <= 1 || len(live) == before {
			return err
		}
		before = len(live)
		if err := l.mergeOnce(ctx, options); err != nil {
			return err
		}
		// A merge is in memory first. The write of a value of our own ends
		// when it, and what came before it, is on the disk.
		now := []byte(time.Now().UTC().Format(time.RFC3339))
		if err := l.await(func() error { return l.bleve.SetInternal([]byte("merged"), now) }); err != nil {
			return err
		}
	}
}

// mergeOnce follows the plan of options once.
func (l *loader) mergeOnce(ctx context.Context, options *mergeplan.MergePlanOptions) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	engine, err := l.engine()
	if err != nil {
		return err
	}
	return errors.Join(l.await(func() error { return engine.ForceMerge(ctx, options) }), ctx.Err())
}

// await waits for what Bleve does in its background, or for the first failure
// there: after one Bleve may try for ever, or wait for a loop that panicked.
// close ends that.
func (l *loader) await(f func() error) error {
	done := make(chan error, 1)
	go func() {
		defer l.recover()
		done <- f()
	}()
	select {
	case err := <-done:
		return errors.Join(err, l.err())
	case <-l.ctx.Done():
		return l.err()
	}
}

func (l *loader) engine() (*scorch.Scorch, error) {
	advanced, err := l.bleve.Advanced()
	if err != nil {
		return nil, err
	}
	engine, ok := advanced.(*scorch.Scorch)
	if !ok {
		return nil, fmt.Errorf("index of type %T", advanced)
	}
	return engine, nil
}

// brokenWait is how long close waits for an index with a loop that panicked.
const brokenWait = 5 * time.Second

// close closes the index, once batches in flight have ended. They may never
// end after a panic in one of Bleve's loops, and Bleve's Close waits for them;
// its engine's does not, and may hang all the same.
func (l *loader) close() error {
	if l.closed {
		return nil
	}
	l.closed = true
	defer failures.Delete(storePath(l.gen))
	idle := make(chan struct{})
	go func() {
		for range batchesInFlight {
			l.slots <- struct{}{}
		}
		close(idle)
	}()
	select {
	case <-idle:
		l.cancel(errWriterClosed)
		return l.bleve.Close()
	case <-l.broken:
	}
	l.cancel(errWriterClosed)
	engine, err := l.engine()
	if err != nil {
		return err
	}
	done := make(chan error, 1)
	go func() { done <- engine.Close() }()
	select {
	case err := <-done:
		return err
	case <-time.After(brokenWait):
		return errors.New("bleve does not close after a panic")
	}
}
