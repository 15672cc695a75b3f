package web

import (
	"context"
)

// similarShown is the number of similar documents on the page of one.
const similarShown = 5

// A similar is what the page of a document shows of others.
type similar struct {
	Copies     []republished
	CopiesLeft int // not listed
	Hits       []hit
}

// similar gives the copies of a document and those like it. Without them its
// page is still worth having.
func (s *site) similar(ctx context.Context, v view, st *state, id string) similar {
	found, err := s.searcher.Similar(ctx, id, similarShown)
	if err != nil {
		s.log.Error("no similar documents", "document", id, "error", err)
		return similar{}
	}
	var plain state // what is shown is no result of the search
	shown := similar{Copies: v.republished(st, found.Copies), CopiesLeft: found.MoreCopies}
	for i := range found.Hits {
		shown.Hits = append(shown.Hits, v.hit(&plain, &found.Hits[i], found.Labels))
	}
	return shown
}

// None reports whether there is nothing to show.
func (s similar) None() bool { return len(s.Copies) == 0 && len(s.Hits) == 0 }
