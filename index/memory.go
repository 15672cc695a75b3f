package index

import (
	"context"
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

// dropEvery is how often a merge's pages are given back: it reads less than
// 20 MB in this time.
const dropEvery = 100 * time.Millisecond

// dropPages gives back the memory of segments that were read, until ctx ends.
// A merge reads its segments once, from end to end, through maps of the files;
// the system counts what was read as memory of the process, so without this a
// merge would take as much as the index has.
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
