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

	mu       sync.Mutex
	averages map[string]float64 // length of a field in tokens
}

// New returns the Index of segments.
func New(segments []*postings.Segment) *Index {
	ix := &Index{segments: segments, averages: map[string]float64{}}
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

// average is the average length of a field in tokens over the documents that
// have it, at least 1.
func (ix *Index) average(ctx context.Context, field string) (float64, error) {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	if a, ok := ix.averages[field]; ok {
		return a, nil
	}
	sum, n := 0.0, 0
	for _, s := range ix.segments {
		lengths, err := s.Lengths(ctx, field)
		if err != nil {
			return 0, err
		}
		for d, length := range lengths {
			if length > 0 && s.Live().Has(uint32(d)) {
				sum += float64(length)
				n++
			}
		}
	}
	a := max(1, sum/float64(max(1, n)))
	ix.averages[field] = a
	return a, nil
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
