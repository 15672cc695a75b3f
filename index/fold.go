package index

import (
	"cmp"
	"context"
	"slices"

	"soi/index/internal/engine"
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

// tell tells of copies, the earliest published first.
func (s searcher) tell(ctx context.Context, v *view, hits []engine.Hit) (copies []schema.Copy, more int, err error) {
	more = max(0, len(hits)-mostCopies)
	for _, h := range hits[:len(hits)-more] {
		if err := ctx.Err(); err != nil {
			return nil, 0, err
		}
		id, err := s.engine.ID(h)
		if err != nil {
			return nil, 0, err
		}
		d, err := v.read(s.reader, id)
		if err != nil {
			return nil, 0, err
		}
		copies = append(copies, schema.Copy{
			ID: d.ID, Title: d.TitleText(), URL: d.URL, Path: d.Path, Site: d.Site, Published: d.Published,
		})
	}
	slices.SortFunc(copies, func(a, b schema.Copy) int {
		dated := func(c schema.Copy) string { return cmp.Or(c.Published, "9999") }
		return cmp.Or(cmp.Compare(dated(a), dated(b)), cmp.Compare(a.ID, b.ID))
	})
	return copies, more, nil
}
