package index

import (
	"context"
	"errors"

	"soi/index/schema"
)

// Search answers a request.
func (ix *Index) Search(ctx context.Context, req schema.Request) (schema.Results, error) {
	return schema.Results{}, errors.ErrUnsupported
}
