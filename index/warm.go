package index

import (
	"context"
	"fmt"
)

// Warm makes the tables that searches, suggestions and the pages of directives
// need, which takes some seconds of a large collection, so that the first of
// them need not wait. Those who ask meanwhile do.
func (ix *Index) Warm(ctx context.Context) error {
	v, release := ix.acquire()
	defer release()
	if _, err := v.completions(ctx); err != nil { // they are made of all the others
		return fmt.Errorf("warm index: %w", err)
	}
	return nil
}

// warmLike makes the tables that another view has.
func (v *view) warmLike(ctx context.Context, other *view) error {
	if _, ok := other.tables.lookups.ready(); ok {
		if _, err := v.lookups(ctx); err != nil {
			return err
		}
	}
	if _, ok := other.tables.registry.ready(); ok {
		if _, err := v.registry(ctx); err != nil {
			return err
		}
	}
	if _, ok := other.tables.completions.ready(); ok {
		if _, err := v.completions(ctx); err != nil {
			return err
		}
	}
	return nil
}
