package index_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"soi/index"
	"soi/index/schema"
	"soi/ingest"
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

// BenchmarkUpdateVisible changes one of 3,000 documents: from the start of
// writing until an index that is open and has all its tables finds it. The
// benchmark of cmd/bench does the same with the documents of a corpus.
func BenchmarkUpdateVisible(b *testing.B) {
	const many = 3000
	dir := b.TempDir()
	docs := varied(b, many)
	run(b, dir, nil, docs...)
	ix, err := index.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer ix.Close()
	if err := ix.Warm(b.Context()); err != nil {
		b.Fatal(err)
	}
	n := 0
	for b.Loop() {
		d := *docs[n*7%many]
		word := fmt.Sprintf("khongco%d", n)
		d.Text += "\n" + word
		d.Body = append(slices.Clip(d.Body), schema.Span{Start: len(d.Text) - len(word), End: len(d.Text)})
		put(b, dir, &d)
		if changed, err := ix.Refresh(b.Context()); !changed || err != nil {
			b.Fatalf("Refresh = %t, %v", changed, err)
		}
		if r := search(b, ix, schema.Request{Query: word}); r.Total != 1 {
			b.Fatalf("%s is found %d times, want 1", word, r.Total)
		}
		n++
	}
}

// varied gives so many documents, each of a title and twenty sentences of the
// samples, drawn at random.
func varied(b *testing.B, many int) []*schema.Document {
	b.Helper()
	var titles, sentences []string
	for _, d := range sampleDocuments(b) {
		titles = append(titles, d.TitleText())
		for _, span := range d.Body {
			sentences = append(sentences, strings.SplitAfter(span.Of(d.Text), ". ")...)
		}
	}
	random := rand.New(rand.NewPCG(7, 8))
	docs := make([]*schema.Document, many)
	for i := range docs {
		text := titles[random.IntN(len(titles))] + "\n"
		for range 20 {
			text += strings.TrimSpace(sentences[random.IntN(len(sentences))]) + "\n"
		}
		docs[i] = &schema.Document{ID: fmt.Sprintf("d%04d", i), Path: fmt.Sprintf("/corpus/d%04d", i), Text: text}
		docs[i].Source.Path = docs[i].Path
		ingest.Extract(docs[i])
	}
	return docs
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
