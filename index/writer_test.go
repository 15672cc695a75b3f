package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"soi/index/schema"
)

// report makes a document of the file at path: the first line of the text is
// its title, the rest its body.
func report(path, text string) *schema.Document {
	d := &schema.Document{ID: "id-" + filepath.Base(path), Path: path, Text: text}
	end := strings.IndexByte(text+"\n", '\n')
	d.Title = schema.Span{End: end}
	if end < len(text) {
		d.Body = []schema.Span{{Start: end + 1, End: len(text)}}
	}
	d.Source = schema.Source{Path: path, Size: int64(len(text)), ModTime: time.Unix(1e9, 0), SHA256: text, Version: 1}
	return d
}

// line makes the document of a record in a JSONL file.
func line(path, id, text string) *schema.Document {
	d := report(path, text)
	d.ID = id
	d.Source = schema.Source{Path: path, Record: "sha of " + text}
	return d
}

// jsonl is a JSONL file at its end, with a content that content names.
func jsonl(path, content string) schema.Source {
	return schema.Source{Path: path, Size: 1, ModTime: time.Unix(1e9, 0), SHA256: content, Version: 1}
}

// begin opens a writer that is closed with the test.
func begin(t testing.TB, dir string) *Writer {
	t.Helper()
	w, err := OpenWriter(t.Context(), dir, WriterOptions{IngestVersion: 1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

func put(t testing.TB, w *Writer, docs ...*schema.Document) {
	t.Helper()
	for _, d := range docs {
		if err := w.Put(t.Context(), d); err != nil {
			t.Fatal(err)
		}
	}
}

func seen(t testing.TB, w *Writer, s schema.Source, ids ...string) {
	t.Helper()
	if err := w.Seen(s, ids...); err != nil {
		t.Fatal(err)
	}
}

func commit(t testing.TB, w *Writer) Stats {
	t.Helper()
	s, err := w.Commit(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// open opens an index that is closed with the test.
func open(t testing.TB, dir string) *Index {
	t.Helper()
	ix, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return ix
}

// texts gives the texts of ids, joined by "|"; "-" for one that is not there.
func texts(t testing.TB, ix *Index, ids ...string) string {
	t.Helper()
	v, release := ix.acquire()
	defer release()
	var all []string
	for _, id := range ids {
		d, err := v.load(id)
		if errors.Is(err, schema.ErrNotFound) {
			d.Text = "-"
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, d.Text)
	}
	return strings.Join(all, "|")
}

func TestUpdate(t *testing.T) {
	dir := t.TempDir()
	w := begin(t, dir)
	put(t, w, report("/r/a", "một"), report("/r/b", "hai"), report("/r/c", "ba"))
	if got, want := commit(t, w), (Stats{Added: 3, Documents: 3, Changed: true}); got != want {
		t.Errorf("first run: %+v, want %+v", got, want)
	}
	w = begin(t, dir)
	put(t, w, report("/r/a", "một"), report("/r/b", "hai mới"), report("/r/d", "bốn"))
	if n, err := w.Remove(t.Context(), "id-c"); n != 1 || err != nil {
		t.Errorf("Remove = %d, %v", n, err)
	}
	want := Stats{Added: 1, Updated: 1, Removed: 1, Unchanged: 1, Documents: 3, Changed: true}
	if got := commit(t, w); got != want {
		t.Errorf("second run: %+v, want %+v", got, want)
	}
	ix := open(t, dir)
	if got, want := texts(t, ix, "id-a", "id-b", "id-c", "id-d"), "một|hai mới|-|bốn"; got != want {
		t.Errorf("index holds %s, want %s", got, want)
	}
	if info := ix.Info(); info.Documents != 3 || info.TextBytes != int64(len("mộthai mớibốn")) {
		t.Errorf("Info = %+v", info)
	}
}

func TestCloseWithoutCommit(t *testing.T) {
	dir := t.TempDir()
	w := begin(t, dir)
	put(t, w, report("/r/a", "một"))
	commit(t, w)
	before := snapshotOf(t, dir)

	w = begin(t, dir)
	put(t, w, report("/r/a", "một mới"), report("/r/b", "hai"))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if after := snapshotOf(t, dir); !reflect.DeepEqual(after, before) {
		t.Errorf("files after: %v, before: %v", after, before)
	}
	for name, err := range map[string]error{
		"Put":  w.Put(t.Context(), report("/r/b", "hai")),
		"Seen": w.Seen(schema.Source{}),
	} {
		if err == nil {
			t.Errorf("%s works on a closed writer", name)
		}
	}
}

// snapshotOf lists the files of dir, each with its inode's content as its
// size and time, but for the writer's lock.
func snapshotOf(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err == nil && !info.IsDir() && filepath.Base(path) != "lock" {
			files[path] = fmt.Sprint(info.Size(), info.ModTime().UnixNano())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// A second run over the same files writes nothing: not one byte of the folder
// changes, however the files are told.
func TestNothingChanged(t *testing.T) {
	dir := t.TempDir()
	const n = 2000
	docs := make([]*schema.Document, n)
	for i := range docs {
		docs[i] = report(fmt.Sprintf("/r/%d.txt", i), fmt.Sprintf("Báo cáo số %d\nNội dung của báo cáo.", i))
	}
	records := []*schema.Document{line("/r/x.jsonl", "x1", "một"), line("/r/x.jsonl", "x2", "hai")}
	w := begin(t, dir)
	put(t, w, docs...)
	put(t, w, records...)
	seen(t, w, jsonl("/r/x.jsonl", "v1"))
	commit(t, w)
	before := snapshotOf(t, dir)

	for name, run := range map[string]func(w *Writer){
		"put again": func(w *Writer) {
			put(t, w, docs...)
			put(t, w, records...)
			seen(t, w, jsonl("/r/x.jsonl", "v1"))
		},
		"told unchanged": func(w *Writer) {
			for _, d := range docs {
				if s, ok := w.Known().File(d.Path); !ok || !s.ModTime.Equal(d.Source.ModTime) || s.SHA256 != d.Source.SHA256 {
					t.Fatalf("Known().File(%s) = %+v, %t", d.Path, s, ok)
				}
				seen(t, w, d.Source, d.ID)
			}
			seen(t, w, jsonl("/r/x.jsonl", "v1"))
		},
	} {
		w := begin(t, dir)
		run(w)
		if got, want := commit(t, w), (Stats{Unchanged: n + 2, Documents: n + 2}); got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
		if after := snapshotOf(t, dir); !reflect.DeepEqual(after, before) {
			t.Errorf("%s: the folder has changed", name)
		}
	}
}

// A touched file is noted, so that its content need not be read once more,
// without writing its document.
func TestTouched(t *testing.T) {
	dir := t.TempDir()
	w := begin(t, dir)
	put(t, w, report("/r/a", "một"))
	commit(t, w)
	touched := report("/r/a", "một").Source
	touched.ModTime = touched.ModTime.Add(time.Hour)
	w = begin(t, dir)
	seen(t, w, touched, "id-a")
	if got, want := commit(t, w), (Stats{Unchanged: 1, Documents: 1, Changed: true}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	w = begin(t, dir)
	if s, ok := w.Known().File("/r/a"); !ok || !s.ModTime.Equal(touched.ModTime) {
		t.Errorf("File = %+v, %t", s, ok)
	}
}

// A file of records is known only when its end was told, so that one that
// broke off is read again.
func TestRecords(t *testing.T) {
	dir := t.TempDir()
	const path = "/r/x.jsonl"
	w := begin(t, dir)
	put(t, w, line(path, "1", "một"))
	commit(t, w)

	w = begin(t, dir)
	if s, ok := w.Known().File(path); ok {
		t.Errorf("a file that broke off is known as %+v", s)
	}
	if hash, ok := w.Known().Record("1"); !ok || hash != "sha of một" {
		t.Errorf("Record(1) = %q, %t", hash, ok)
	}
	if owner, ok := w.Known().Owner("1"); !ok || owner != path {
		t.Errorf("Owner(1) = %q, %t", owner, ok)
	}
	seen(t, w, jsonl(path, ""), "1")
	put(t, w, line(path, "2", "hai"))
	seen(t, w, jsonl(path, "v2"))
	if got, want := commit(t, w), (Stats{Added: 1, Unchanged: 1, Documents: 2, Changed: true}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}

	w = begin(t, dir)
	if s, ok := w.Known().File(path); !ok || s.SHA256 != "v2" {
		t.Errorf("File = %+v, %t", s, ok)
	}
	put(t, w, line(path, "2", "hai mới"))
	if _, ok := w.Known().File(path); ok {
		t.Error("a file that is being read is known")
	}
	if err := w.Seen(jsonl(path, "v3"), "3"); !errors.Is(err, schema.ErrNotFound) {
		t.Errorf("Seen of an unknown document: %v", err)
	}
}

func TestDuplicates(t *testing.T) {
	dir := t.TempDir()
	here := filepath.Join(dir, "here.jsonl")
	if err := os.WriteFile(here, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	dir = filepath.Join(dir, "index")
	w := begin(t, dir)
	put(t, w, line(here, "1", "một"), line("/gone.jsonl", "2", "hai"))
	var dup *DuplicateError
	for _, d := range []*schema.Document{
		line("/other.jsonl", "1", "một khác"), // two files of this run
		line("/other.jsonl", "1", "một"),      // even with one text: they are two documents
		line(here, "1", "một khác"),           // twice in one file
	} {
		if err := w.Put(t.Context(), d); !errors.As(err, &dup) {
			t.Fatalf("Put(%s of %s) = %v", d.ID, d.Path, err)
		}
		if msg := dup.Error(); !strings.Contains(msg, here) || !strings.Contains(msg, d.Path) {
			t.Errorf("%q does not name %s and %s", msg, here, d.Path)
		}
	}
	commit(t, w)

	w = begin(t, dir)
	if err := w.Put(t.Context(), line("/other.jsonl", "1", "một khác")); !errors.As(err, &dup) {
		t.Errorf("the id of a file that is still there: %v", err)
	}
	put(t, w, line("/moved.jsonl", "2", "hai")) // its file is gone: it was moved
	if got, want := commit(t, w), (Stats{Updated: 1, Documents: 2, Changed: true}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got, want := texts(t, open(t, dir), "1", "2"), "một|hai"; got != want {
		t.Errorf("index holds %s, want %s", got, want)
	}
}

// A sidecar is part of what a file says: with another one nothing of the file
// is unchanged.
func TestSidecar(t *testing.T) {
	dir := t.TempDir()
	source := jsonl("/r/x.jsonl", "v1")
	w := begin(t, dir)
	put(t, w, line("/r/x.jsonl", "1", "một"))
	seen(t, w, source)
	commit(t, w)
	source.Sidecar = "sha of a sidecar"
	w = begin(t, dir)
	seen(t, w, source)
	if s := w.Stats(); s.Unchanged != 0 || !s.Changed {
		t.Errorf("with a sidecar: %+v", s)
	}
	commit(t, w)
	w = begin(t, dir)
	seen(t, w, source)
	if s := w.Stats(); s.Unchanged != 1 || s.Changed {
		t.Errorf("with the same sidecar: %+v", s)
	}
}

// After a failure there is nothing to commit.
func TestCommitAfterFailure(t *testing.T) {
	dir := t.TempDir()
	w := begin(t, dir)
	put(t, w, report("/r/a", "một"))
	commit(t, w)
	w = begin(t, dir)
	put(t, w, report("/r/b", "hai"))
	canceled, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := w.Remove(canceled, "id-a"); !errors.Is(err, context.Canceled) {
		t.Fatalf("Remove = %v", err)
	}
	if _, err := w.Commit(t.Context()); !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), dir) {
		t.Errorf("Commit = %v", err)
	}
	if got := texts(t, open(t, dir), "id-a", "id-b"); got != "một|-" {
		t.Errorf("index holds %s", got)
	}
}

func TestPutWithoutID(t *testing.T) {
	w := begin(t, t.TempDir())
	if err := w.Put(context.Background(), &schema.Document{Path: "/r/a"}); err == nil || !strings.Contains(err.Error(), "/r/a") {
		t.Errorf("Put = %v", err)
	}
}
