package index

import (
	"context"
	"fmt"
	"strings"

	"soi/index/internal/snippet"
	"soi/index/query"
	"soi/index/schema"
)

// Document gives a document and the places in it that match the query of a
// request, read as Search reads it; the rest of the request but for Literal
// does not count. The error wraps schema.ErrNotFound if the index has no
// document of that id.
func (ix *Index) Document(ctx context.Context, id string, req schema.Request) (schema.Document, schema.Matches, error) {
	v, release := ix.acquire()
	defer release()
	d, err := v.load(id)
	if err != nil {
		return schema.Document{}, schema.Matches{}, err
	}
	matches, err := v.matches(ctx, &d, schema.Request{Query: req.Query, Literal: req.Literal})
	if err != nil {
		return schema.Document{}, schema.Matches{}, fmt.Errorf("document %s: %w", id, err)
	}
	return d, matches, nil
}

// matches marks d as the search does: with other marks only where those that
// were typed are nowhere.
func (v *view) matches(ctx context.Context, d *schema.Document, req schema.Request) (schema.Matches, error) {
	s, done, err := v.searcher(ctx)
	if err != nil {
		return schema.Matches{}, err
	}
	defer done()
	m := schema.Matches{Labels: schema.Labels{}}
	s.labels(d, m.Labels)
	if strings.TrimSpace(req.Query) == "" {
		return m, nil
	}
	q, notes, err := s.understand(ctx, req)
	if err != nil {
		return schema.Matches{}, err
	}
	m.Notes = notes
	ask := newQuestion(q, req.Literal)
	typed, err := ask.marks(ctx, s, req)
	if err != nil {
		return schema.Matches{}, err
	}
	title, body := passages(d)
	whole := snippet.Read(d.Text, append([]schema.Span{d.Title}, searchable(d)...), append(title, body...))
	for _, a := range []attempt{{marks: typed}, {marks: otherMarks}} {
		r, err := ask.interpret(a, s.acronymsFor(req), func(query.Field) (valueOf, error) { return valueOf{}, nil })
		if err != nil {
			return schema.Matches{}, err
		}
		if m.Spans = r.matcher().Find(whole, 0).Spans(); len(m.Spans) > 0 || req.Literal {
			break
		}
	}
	return m, ctx.Err()
}
