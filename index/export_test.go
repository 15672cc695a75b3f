package index

import (
	"context"

	"soi/index/schema"
)

// Reach is Search with a context that ends as a Timeout does.
func (ix *Index) Reach(ctx context.Context, req schema.Request) (schema.Results, error) {
	v, release := ix.acquire()
	defer release()
	return v.reach(ctx, req)
}
