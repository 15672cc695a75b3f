package index

import (
	"context"
	"fmt"

	"soi/index/query"
	"soi/index/schema"
)

// Document gives a document and the places in its text that match a query,
// title, body and captions, sorted and disjoint. The error wraps
// schema.ErrNotFound if the index has none of that id.
func (ix *Index) Document(ctx context.Context, id, typed string) (schema.Document, []schema.Span, error) {
	v, release := ix.acquire()
	defer release()
	d, err := v.load(id)
	if err != nil {
		return schema.Document{}, nil, err
	}
	ask := newQuestion(query.Parse(typed))
	if ask.query.Root == nil {
		return d, nil, nil
	}
	spans, err := v.matches(ctx, &d, ask)
	if err != nil {
		return schema.Document{}, nil, fmt.Errorf("document %s: %w", id, err)
	}
	return d, spans, nil
}

// matches marks d as the search does: with other marks only where those that
// were typed are nowhere.
func (v *view) matches(ctx context.Context, d *schema.Document, ask question) ([]schema.Span, error) {
	s, done, err := v.searcher(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	typed, err := ask.marks(ctx, s, schema.Request{})
	if err != nil {
		return nil, err
	}
	parts := append([]schema.Span{d.Title}, searchable(d)...)
	for _, a := range []attempt{{typed, 0}, {otherMarks, 0}} {
		r, err := ask.interpret(a, func(query.Field) (valueOf, error) { return valueOf{}, nil })
		if err != nil {
			return nil, err
		}
		if spans := r.matcher().Find(d.Text, parts, 0).Spans(); len(spans) > 0 {
			return spans, ctx.Err()
		}
	}
	return nil, ctx.Err()
}
