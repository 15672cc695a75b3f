package index

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/blevesearch/bleve/v2"
)

// Readers and a writer at once: every reader sees one whole round at any
// time, later ones after Refresh, and one that does not refresh stays where
// it is for as long as it likes.
func TestReadersAndWriter(t *testing.T) {
	dir := t.TempDir()
	w := begin(t, dir)
	put(t, w, round(0)...)
	commit(t, w)
	old := open(t, dir)

	ctx, done := context.WithCancel(t.Context())
	var readers sync.WaitGroup
	for range 2 {
		readers.Go(func() { readRounds(ctx, t, dir) })
	}
	const rounds = 15
	for n := 1; n <= rounds; n++ {
		w := begin(t, dir)
		put(t, w, round(n)...)
		commit(t, w)
	}
	done()
	readers.Wait()

	if got := roundOf(t, old); got != 0 {
		t.Errorf("the reader of round 0 sees round %d", got)
	}
	if changed, err := old.Refresh(t.Context()); !changed || err != nil {
		t.Fatalf("Refresh = %t, %v", changed, err)
	}
	if got := roundOf(t, old); got != rounds {
		t.Errorf("after Refresh the reader sees round %d, want %d", got, rounds)
	}
	if changed, err := old.Refresh(t.Context()); changed || err != nil {
		t.Errorf("Refresh without a change = %t, %v", changed, err)
	}
	// The next writer removes what nobody holds any more.
	w = begin(t, dir)
	put(t, w, round(rounds+1)...)
	commit(t, w)
	left, err := filepath.Glob(filepath.Join(dir, "gen-*"))
	if err != nil || len(left) != 2 {
		t.Errorf("generations left: %v, %v; want the live one and the open one", left, err)
	}
}

// readRounds reads until ctx ends. It runs beside the test, so it does not
// stop it.
func readRounds(ctx context.Context, t *testing.T, dir string) {
	ix, err := Open(dir)
	if err != nil {
		t.Error(err)
		return
	}
	defer ix.Close()
	last := 0
	for ctx.Err() == nil {
		if _, err := ix.Refresh(context.WithoutCancel(ctx)); err != nil {
			t.Error(err)
			return
		}
		n, err := wholeRound(ix)
		if err != nil {
			t.Error(err)
			return
		}
		if n < last {
			t.Errorf("round %d follows round %d", n, last)
			return
		}
		last = n
	}
}

// A search in flight ends on the generation that it began with, whatever
// Refresh and Close do.
func TestViewStaysOpen(t *testing.T) {
	dir := t.TempDir()
	w := begin(t, dir)
	put(t, w, report("/r/a", "một"))
	commit(t, w)
	ix := open(t, dir)
	v, release := ix.acquire()

	w = begin(t, dir)
	put(t, w, report("/r/a", "hai"))
	commit(t, w)
	if changed, err := ix.Refresh(t.Context()); !changed || err != nil {
		t.Fatalf("Refresh = %t, %v", changed, err)
	}
	if err := ix.Close(); err != nil {
		t.Fatal(err)
	}
	if d, err := v.load("id-a"); err != nil || d.Text != "một" {
		t.Errorf("load = %q, %v", d.Text, err)
	}
	release()
	if _, err := v.load("id-a"); !errors.Is(err, bleve.ErrorIndexClosed) {
		t.Errorf("load after the last release = %v", err)
	}
	v, release = ix.acquire()
	if _, err := v.load("id-a"); !errors.Is(err, bleve.ErrorIndexClosed) {
		t.Errorf("load after Close = %v", err)
	}
	release()
	if err := ix.Close(); err != nil {
		t.Errorf("second Close = %v", err)
	}
}

// An index that was removed and made again has the same names; Refresh must
// not take it for the one before.
func TestRefreshAfterRemoval(t *testing.T) {
	dir := t.TempDir()
	w := begin(t, dir)
	put(t, w, report("/r/a", "một"))
	commit(t, w)
	ix := open(t, dir)
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := ix.Refresh(t.Context()); !errors.Is(err, ErrNoIndex) {
		t.Errorf("Refresh without an index = %v", err)
	}
	if got := texts(t, ix, "id-a"); got != "một" {
		t.Errorf("after a failed Refresh the index holds %q", got)
	}
	w = begin(t, dir)
	put(t, w, report("/r/a", "hai"))
	commit(t, w)
	if changed, err := ix.Refresh(t.Context()); !changed || err != nil {
		t.Fatalf("Refresh = %t, %v", changed, err)
	}
	if got := texts(t, ix, "id-a"); got != "hai" {
		t.Errorf("after Refresh the index holds %q", got)
	}
}
