package index

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"soi/index/schema"
)

func TestRemove(t *testing.T) {
	for _, tt := range []struct {
		args    string
		removed int
		left    string // of "a b c 1 2"
		err     bool
	}{
		{"id-a", 1, "- b c 1 2", false},
		{"/r/sub/b", 1, "a - c 1 2", false},
		{"/r/sub", 2, "a - - 1 2", false}, // a folder
		{"/r/su", 0, "a b c 1 2", true},   // no folder
		{"/r/x.jsonl", 2, "a b c - -", false},
		{"1", 1, "a b c - 2", false},
		{"1 /r/x.jsonl 1", 2, "a b c - -", false}, // named twice
		{"nope id-a", 1, "- b c 1 2", true},
		{"/", 5, "- - - - -", false},
		{"", 0, "a b c 1 2", false},
	} {
		dir := t.TempDir()
		w := begin(t, dir)
		put(t, w, report("/r/a", "a"), report("/r/sub/b", "b"), report("/r/sub/c", "c"),
			line("/r/x.jsonl", "1", "1"), line("/r/x.jsonl", "2", "2"))
		seen(t, w, jsonl("/r/x.jsonl", "v1"))
		commit(t, w)
		w = begin(t, dir)
		n, err := w.Remove(t.Context(), strings.Fields(tt.args)...)
		if n != tt.removed || (err != nil) != tt.err || err != nil && !errors.Is(err, schema.ErrNotFound) {
			t.Errorf("Remove(%s) = %d, %v", tt.args, n, err)
		}
		if s := commit(t, w); s.Removed != tt.removed || s.Documents != 5-tt.removed || s.Changed != (n > 0) {
			t.Errorf("Remove(%s): %+v", tt.args, s)
		}
		left := texts(t, open(t, dir), "id-a", "id-b", "id-c", "1", "2")
		if got := strings.ReplaceAll(left, "|", " "); got != tt.left {
			t.Errorf("Remove(%s) leaves %s, want %s", tt.args, got, tt.left)
		}
	}
}

// A file that lost a document is read again, or the document would be missing
// for ever.
func TestRemovedComesBack(t *testing.T) {
	dir := t.TempDir()
	w := begin(t, dir)
	put(t, w, line("/r/x.jsonl", "1", "1"), line("/r/x.jsonl", "2", "2"))
	seen(t, w, jsonl("/r/x.jsonl", "v1"))
	commit(t, w)
	w = begin(t, dir)
	if _, err := w.Remove(t.Context(), "1"); err != nil {
		t.Fatal(err)
	}
	commit(t, w)
	w = begin(t, dir)
	if s, ok := w.Known().File("/r/x.jsonl"); ok {
		t.Errorf("File = %+v after a removal", s)
	}
	if _, ok := w.Known().Record("2"); !ok {
		t.Error("the other record is not known any more")
	}
	seen(t, w, jsonl("/r/x.jsonl", "v1"), "2")
	put(t, w, line("/r/x.jsonl", "1", "1"))
	if s := commit(t, w); s.Added != 1 || s.Unchanged != 1 {
		t.Errorf("%+v", s)
	}
}

// What was put in this run can be removed in it, and put again.
func TestRemoveInOneRun(t *testing.T) {
	dir := t.TempDir()
	w := begin(t, dir)
	put(t, w, report("/r/a", "một"), report("/r/b", "hai"))
	if n, err := w.Remove(t.Context(), "id-a", "id-b"); n != 2 || err != nil {
		t.Fatalf("Remove = %d, %v", n, err)
	}
	put(t, w, report("/r/a", "một mới"))
	commit(t, w)
	if got, want := texts(t, open(t, dir), "id-a", "id-b"), "một mới|-"; got != want {
		t.Errorf("index holds %s, want %s", got, want)
	}
}

func TestPrune(t *testing.T) {
	root := t.TempDir()
	file := func(name string) string { return filepath.Join(root, name) }
	for _, name := range []string{"there", "broken", "x.jsonl"} {
		if err := os.WriteFile(file(name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	dir := t.TempDir()
	w := begin(t, dir)
	put(t, w, report(file("there"), "there"), report(file("broken"), "broken"), report(file("gone"), "gone"),
		report(root+"-other/outside", "outside"), line(file("x.jsonl"), "1", "1"), line(file("x.jsonl"), "2", "2"))
	seen(t, w, jsonl(file("x.jsonl"), "v1"))
	commit(t, w)

	w = begin(t, dir)
	seen(t, w, report(file("there"), "there").Source)
	seen(t, w, jsonl(file("x.jsonl"), ""), "2") // record 1 is not met
	seen(t, w, jsonl(file("x.jsonl"), "v2"))
	if n, err := w.Prune(t.Context(), []string{root}); n != 2 || err != nil {
		t.Errorf("Prune = %d, %v", n, err)
	}
	if s := commit(t, w); s.Removed != 2 || s.Documents != 4 {
		t.Errorf("%+v", s)
	}
	w = begin(t, dir)
	for path, want := range map[string]bool{"there": true, "broken": true, "gone": false, "x.jsonl": true} {
		if _, ok := w.Known().File(file(path)); ok != want {
			t.Errorf("File(%s) is known: %t", path, ok)
		}
	}
	for id, want := range map[string]bool{"1": false, "2": true} {
		if _, ok := w.Known().Record(id); ok != want {
			t.Errorf("Record(%s) is known: %t", id, ok)
		}
	}
}
