package index

import (
	"context"
	"errors"

	"soi/index/schema"
)

// Document gives a document and the places in its text that match a query.
// The error wraps schema.ErrNotFound if the index has none of that id.
func (ix *Index) Document(ctx context.Context, id, query string) (schema.Document, []schema.Span, error) {
	return schema.Document{}, nil, errors.ErrUnsupported
}
