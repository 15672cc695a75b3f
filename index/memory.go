package index

import (
	"context"
	"errors"
	"math"
	"runtime/debug"
	"time"

	"github.com/blevesearch/bleve/v2"
)

// heapLimit is what a Writer asks the garbage collector to keep the heap
// under: what is live stays below it (see batchBytes and maxTerms), and
// without the limit the collector would let garbage double it.
const heapLimit = 600 << 20 // bytes

// limitHeap sets the limit, unless there is a stricter one, until undo.
func limitHeap() (undo func()) {
	before := debug.SetMemoryLimit(-1)
	if before != math.MaxInt64 {
		return func() {} // set by the environment or another writer
	}
	debug.SetMemoryLimit(heapLimit)
	return func() { debug.SetMemoryLimit(before) }
}

// readOnce opens the index in folder gen, of so many documents, for f, which
// reads it from end to end or here and there, and closes it behind f. Pages
// that were read are given back meanwhile.
func readOnce(gen string, documents int, f func(bleve.Index) error) error {
	ix, err := openReadOnly(gen, documents)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(context.Background())
	go dropPages(ctx, ix)
	err = f(ix)
	stop()
	return errors.Join(err, ix.Close())
}

// dropEvery is how often pages that were read are given back: less than 20 MB
// are read in this time.
const dropEvery = 100 * time.Millisecond

// dropPages gives back the memory of segments that were read, until ctx ends.
// A merge reads its segments once, from end to end, through maps of the files,
// and so do digests those they are made of; the system counts what was read as
// memory of the process, so without this a run would take as much as the index
// has.
func dropPages(ctx context.Context, ix bleve.Index) {
	tick := time.NewTicker(dropEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		s, err := snapshot(ix)
		if err != nil {
			return // closed
		}
		for _, segment := range s.Segments() {
			// Only a segment with a file is a map of it.
			if file, ok := segment.Segment().(interface {
				Path() string
				Data() []byte
			}); ok {
				dropMapped(file.Data())
			}
		}
		s.Close()
	}
}
