package index_test

import (
	"context"
	"testing"

	"soi/index"
	"soi/index/schema"
)

// A generation that Refresh goes over to has the tables of the one before, so
// that no search waits for them; what nobody asked for is not made.
func TestRefreshedWarm(t *testing.T) {
	ctx := context.Background()
	for _, tt := range []struct {
		name                           string
		ask                            func(*index.Index) error
		lookups, registry, completions bool
	}{
		{"nothing", func(*index.Index) error { return nil }, false, false, false},
		{"a search", func(ix *index.Index) error { _, err := ix.Search(ctx, schema.Request{Query: "a"}); return err }, true, false, false},
		{"all", func(ix *index.Index) error { return ix.Warm(ctx) }, true, true, true},
	} {
		dir := t.TempDir()
		put(t, dir, text("a", "Một", "Chi bộ tự soi."))
		ix, err := index.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer ix.Close()
		if err := tt.ask(ix); err != nil {
			t.Fatal(err)
		}
		put(t, dir, text("b", "Hai", "Chi bộ tự sửa."))
		if changed, err := ix.Refresh(ctx); !changed || err != nil {
			t.Fatalf("%s: Refresh = %t, %v", tt.name, changed, err)
		}
		if l, r, c := ix.Tables(); l != tt.lookups || r != tt.registry || c != tt.completions {
			t.Errorf("after %s: lookups %t, registry %t, completions %t, want %t, %t, %t", tt.name, l, r, c, tt.lookups, tt.registry, tt.completions)
		}
		if r := search(t, ix, schema.Request{Query: "tự"}); r.Total != 2 {
			t.Errorf("after %s: %d found, want 2", tt.name, r.Total)
		}
	}
}

// put adds a document to the index in dir.
func put(t testing.TB, dir string, d *schema.Document) {
	t.Helper()
	w, err := index.OpenWriter(context.Background(), dir, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := w.Put(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Commit(context.Background()); err != nil {
		t.Fatal(err)
	}
}
