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

// Tables tells which tables of the live view are made.
func (ix *Index) Tables() (lookups, registry, completions bool) {
	v, release := ix.acquire()
	defer release()
	_, lookups = v.tables.lookups.ready()
	_, registry = v.tables.registry.ready()
	_, completions = v.tables.completions.ready()
	return lookups, registry, completions
}
