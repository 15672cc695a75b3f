package engine

import (
	"context"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"

	"soi/index/internal/postings"
)

// An Index is what is searched: the segments of one generation.
type Index struct {
	segments  []*postings.Segment
	documents int // without the deleted ones

	mu    sync.Mutex
	known map[string][]norms // by field and segment
}

// New returns the Index of segments.
func New(segments []*postings.Segment) *Index {
	ix := &Index{segments: segments, known: map[string][]norms{}}
	for _, s := range segments {
		ix.documents += s.Live().Count()
	}
	return ix
}

// Segments are the segments. The slice must not be changed.
func (ix *Index) Segments() []*postings.Segment { return ix.segments }

// Documents is the number of documents.
func (ix *Index) Documents() int { return ix.documents }

// ID gives the id of a hit.
func (ix *Index) ID(h Hit) (string, error) { return ix.segments[h.Segment].ID(h.Document) }

// norms tell what the length of a field does to frequencies in a segment's
// documents.
type norms struct {
	lengths    []uint32
	base, each float64 // b of BM25: 1-b, and b for a word of the average length
}

// of is what frequencies in a document are divided by: 1 for the average
// length, less for shorter texts.
func (n *norms) of(d uint32) float64 { return n.base + n.each*float64(n.lengths[d]) }

// norms gives the norms of a field, by segment.
func (ix *Index) norms(ctx context.Context, field string) ([]norms, error) {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	if known, ok := ix.known[field]; ok {
		return known, nil
	}
	all := make([]norms, len(ix.segments))
	err := parallel(len(all), func(i int) (err error) {
		all[i].lengths, err = ix.segments[i].Lengths(ctx, field)
		return err
	})
	if err != nil {
		return nil, err
	}
	average := ix.average(all)
	for i := range all {
		all[i].base, all[i].each = 1-b, b/average
	}
	ix.known[field] = all
	return all, nil
}

// average is the average length over the documents, at least 1.
func (ix *Index) average(all []norms) float64 {
	sum := 0
	for i, s := range ix.segments {
		for d := range s.Live().All() {
			sum += int(all[i].lengths[d])
		}
	}
	return max(1, float64(sum)/float64(max(1, ix.documents)))
}

// parallel calls f with 0 to n-1, on all processors.
func parallel(n int, f func(i int) error) error {
	if n == 1 {
		return f(0)
	}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		group.Go(func() error { return f(i) })
	}
	return group.Wait()
}

// every reports the end of ctx, looking at it only for each 1,024th n.
func every(ctx context.Context, n int) error {
	if n%1024 != 0 {
		return nil
	}
	return ctx.Err()
}
