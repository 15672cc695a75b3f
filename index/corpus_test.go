package index_test

import (
	"context"
	"testing"

	"soi/index"
	"soi/index/schema"
)

// text makes a document of a title and one body part.
func text(id, title, body string) *schema.Document {
	d := &schema.Document{ID: id, Path: "/corpus/" + id, Text: title + "\n" + body}
	d.Title = schema.Span{End: len(title)}
	d.Body = []schema.Span{{Start: len(title) + 1, End: len(d.Text)}}
	return d
}

// corpus indexes documents and opens the index.
func corpus(t testing.TB, docs ...*schema.Document) *index.Index {
	t.Helper()
	dir := t.TempDir()
	ctx := context.Background()
	w, err := index.OpenWriter(ctx, dir, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	for _, d := range docs {
		if err := w.Put(ctx, d); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.Commit(ctx); err != nil {
		t.Fatal(err)
	}
	ix, err := index.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return ix
}

func search(t testing.TB, ix *index.Index, req schema.Request) schema.Results {
	t.Helper()
	r, err := ix.Search(context.Background(), req)
	if err != nil {
		t.Fatalf("search %+v: %v", req, err)
	}
	return r
}

// ids are the ids of the hits in their order.
func ids(r schema.Results) []string {
	var all []string
	for _, h := range r.Hits {
		all = append(all, h.ID)
	}
	return all
}

// note gives the note of a kind, or nil.
func note(r schema.Results, kind schema.NoteKind) *schema.Note {
	for i := range r.Notes {
		if r.Notes[i].Kind == kind {
			return &r.Notes[i]
		}
	}
	return nil
}
