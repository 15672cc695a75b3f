package index

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strconv"
	"strings"

	"soi/index/internal/engine"
	"soi/index/internal/postings"
	"soi/index/internal/store"
	"soi/index/schema"
)

// mostCopies bounds the copies that are told of one hit.
const mostCopies = 20

// fieldID is Bleve's own field of ids.
const fieldID = "_id"

// copies gives the groups of documents of the view that are the same report.
func (v *view) copies(ctx context.Context, ix *engine.Index) (*engine.Groups, error) {
	ids, err := readCopies(v.generation.Path)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	var groups [][]engine.Hit
	for _, group := range ids {
		var members []engine.Hit
		for _, id := range group {
			places, err := placesOf(ctx, ix.Segments(), id)
			if err != nil {
				return nil, err
			}
			members = append(members, places...)
		}
		if len(members) > 1 {
			groups = append(groups, members)
		}
	}
	return ix.NewGroups(groups), nil
}

// copiesOf tells the documents that are folded into a hit.
func (s *answer) copiesOf(ctx context.Context, v *view, h engine.Hit) (copies []schema.Copy, more int, err error) {
	return s.tell(ctx, v, s.found.Copies(h))
}

// tell tells of copies, given by id, the earliest published first and those of
// no known date last. Only what is told is read.
func (s searcher) tell(ctx context.Context, v *view, hits []engine.Hit) (copies []schema.Copy, more int, err error) {
	published := s.columns[fieldPublished]
	date := func(h engine.Hit) int {
		if !published.Has(h.Segment, h.Document) {
			return math.MaxInt
		}
		return published.First(h.Segment, h.Document)
	}
	hits = slices.Clone(hits)
	slices.SortStableFunc(hits, func(a, b engine.Hit) int { return cmp.Compare(date(a), date(b)) })
	more = max(0, len(hits)-mostCopies)
	for _, h := range hits[:len(hits)-more] {
		if err := ctx.Err(); err != nil {
			return nil, 0, err
		}
		one, err := copyAt(s.engine.Segments()[h.Segment], h.Document)
		if err != nil {
			return nil, 0, store.Damaged(v.generation.Path, "has an unreadable document: %v", err)
		}
		copies = append(copies, one.Copy)
	}
	return copies, more, nil
}

// A told is what is told of a copy. It is kept with the postings, as documents
// are that pages show.
type told struct{ schema.Copy }

// Size is about what it takes in memory, in bytes.
func (c *told) Size() int {
	const fixed = 128
	return fixed + len(c.ID) + len(c.Title) + len(c.URL) + len(c.Path) + len(c.Site) + len(c.Published)
}

// copyAt reads what is told of a document of a segment, or gives what was read
// before.
func copyAt(segment *postings.Segment, number uint32) (*told, error) {
	return postings.Cached(segment, "copy "+strconv.Itoa(int(number)), func() (*told, error) {
		d, err := storedDocument(segment, number)
		if err != nil {
			return nil, err
		}
		return &told{schema.Copy{
			ID: d.ID, Title: strings.Clone(d.TitleText()), URL: d.URL, Path: d.Path, Site: d.Site, Published: d.Published,
		}}, nil
	})
}
