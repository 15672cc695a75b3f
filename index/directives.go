package index

import (
	"context"
	"errors"

	"soi/index/schema"
)

// Directives lists the directives that the documents of the index refer to,
// those with the most documents first.
func (ix *Index) Directives(ctx context.Context) ([]schema.Directive, error) {
	return nil, errors.ErrUnsupported
}
