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
	known map[string][][]float64 // norms by field
}

// New returns the Index of segments.
func New(segments []*postings.Segment) *Index {
	ix := &Index{segments: segments, known: map[string][][]float64{}}
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

// norms gives, by segment and document, what the length of a field does to
// frequencies in it: they are divided by 1 for the average length, by less for
// shorter texts.
func (ix *Index) norms(ctx context.Context, field string) ([][]float64, error) {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	if norms, ok := ix.known[field]; ok {
		return norms, nil
	}
	norms := make([][]float64, len(ix.segments))
	err := parallel(len(norms), func(i int) error {
		lengths, err := ix.segments[i].Lengths(ctx, field)
		norms[i] = make([]float64, len(lengths))
		for d, n := range lengths {
			norms[i][d] = float64(n)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	average := ix.average(norms)
	for _, lengths := range norms {
		for d, length := range lengths {
			lengths[d] = 1 - b + b*length/average
		}
	}
	ix.known[field] = norms
	return norms, nil
}

// average is the average of lengths over the documents, at least 1.
func (ix *Index) average(lengths [][]float64) float64 {
	sum := 0.0
	for i, s := range ix.segments {
		for _, d := range s.Live().Append(nil) {
			sum += lengths[i][d]
		}
	}
	return max(1, sum/float64(max(1, ix.documents)))
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
