package index

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// small makes an index of a few documents and returns its folder.
func small(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "index")
	w := begin(t, dir)
	put(t, w, report("/r/a", "một"), report("/r/b", "hai"), report("/r/c", "ba"))
	commit(t, w)
	return dir
}

func onlyFile(t *testing.T, dir, pattern string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(pattern)))
	if err != nil || len(found) != 1 {
		t.Fatalf("files %s: %v, %v", pattern, found, err)
	}
	return found[0]
}

func change(t *testing.T, path string, with func([]byte) []byte) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, with(b), 0o600); err != nil {
		t.Fatal(err)
	}
}

// What each kind of damage looks like to a reader, a writer and Verify. None
// of them panics, and none removes a file.
func TestDamage(t *testing.T) {
	const (
		segment = "gen-*/store/*.zap"
		bolt    = "gen-*/store/root.bolt"
	)
	flip := func(b []byte) []byte { b[len(b)/2] ^= 0x40; return b }
	half := func(b []byte) []byte { return b[:len(b)/2] }
	write := func(s string) func([]byte) []byte { return func([]byte) []byte { return []byte(s) } }
	replace := func(old, with string) func([]byte) []byte {
		return func(b []byte) []byte { return bytes.Replace(b, []byte(old), []byte(with), 1) }
	}
	for _, tt := range []struct {
		file string
		with func([]byte) []byte // nil: the file is removed
		open error               // nil: opening does not notice
	}{
		{segment, half, ErrDamaged},
		{segment, nil, ErrDamaged},
		{segment, flip, nil}, // reading all of it at each open would take too long
		{bolt, flip, ErrDamaged},
		{bolt, half, ErrDamaged},
		{bolt, nil, ErrDamaged}, // Bleve would remove all segments
		{"gen-*/index_meta.json", nil, ErrDamaged},
		{"gen-*/index_meta.json", flip, ErrDamaged},
		{"gen-*/" + stateName, flip, ErrDamaged},
		{"gen-*/manifest.json", nil, ErrDamaged},
		{"gen-*/manifest.json", half, ErrDamaged},
		{"gen-*/manifest.json", replace(`"documents": 3`, `"documents": 4`), ErrDamaged},
		{"gen-*/manifest.json", replace(`"created": "2`, `"created": "1`), ErrDamaged},
		{"gen-*/manifest.json", replace(`"crc32": `, `"crc32": 1`), ErrDamaged},
		{"gen-*/manifest.json", replace(`"manifest": `, `"manifesto": `), ErrDamaged},
		{"gen-*/manifest.json", replace(`"name": "index_meta`, `"name": "../index_meta`), ErrDamaged},
		{"gen-*/digest/*." + acronymDigest, nil, ErrDamaged},
		{"gen-*/digest/*." + acronymDigest, write("x"), ErrDamaged},
		{"gen-*/lock", nil, ErrDamaged},
		{"CURRENT", write("../x\n"), ErrDamaged},
		{"CURRENT", write("/etc\n"), ErrDamaged},
		{"CURRENT", write("gen-000001/../../x\n"), ErrDamaged},
		{"CURRENT", write("gen-1\n"), ErrDamaged},
		{"CURRENT", write("gen-000009\n"), ErrDamaged},
		{"CURRENT", write(""), ErrDamaged},
		{"CURRENT", write("\x00\xff\n"), ErrDamaged},
		{"CURRENT", write(strings.Repeat("gen-000001\n", 1e6)), ErrDamaged},
		{"CURRENT", nil, ErrNoIndex},
	} {
		dir := small(t)
		path := onlyFile(t, dir, tt.file)
		if tt.with == nil {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		} else {
			change(t, path, tt.with)
		}
		before := snapshotOf(t, dir)

		ix, err := Open(dir)
		if err == nil {
			ix.Close()
		}
		if !errors.Is(err, tt.open) {
			t.Errorf("%s: Open = %v, want %v", tt.file, err, tt.open)
		}
		if tt.open == ErrDamaged && !strings.Contains(err.Error(), dir) {
			t.Errorf("%s: %q does not say where", tt.file, err)
		}
		if r, err := Verify(t.Context(), dir); err == nil && len(r.Problems) == 0 {
			t.Errorf("%s: Verify finds nothing", tt.file)
		}
		if tt.open == ErrDamaged && tt.file != "gen-*/lock" && !strings.Contains(tt.file, "manifest") {
			if _, err := OpenWriter(t.Context(), dir, WriterOptions{}); !errors.Is(err, ErrDamaged) {
				t.Errorf("%s: OpenWriter = %v", tt.file, err)
			}
		}
		after := snapshotOf(t, dir)
		for name := range before {
			if _, ok := after[name]; !ok {
				t.Errorf("%s: %s is gone", tt.file, name)
			}
		}
	}
}

func TestVerify(t *testing.T) {
	dir := small(t)
	r, err := Verify(t.Context(), dir)
	if err != nil || len(r.Problems) > 0 || r.Documents != 3 || r.Files != 5+len(digests) || r.Generation != "gen-000001" {
		t.Fatalf("Verify = %+v, %v", r, err)
	}
	zap := onlyFile(t, dir, "gen-*/store/*.zap")
	change(t, zap, func(b []byte) []byte { b[9] ^= 1; return b })
	extra := filepath.Join(dir, "gen-000001", "extra")
	if err := os.WriteFile(extra, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r, err = Verify(t.Context(), dir)
	if err != nil || len(r.Problems) != 2 || r.Problems[0].Path != zap || r.Problems[1].Path != extra {
		t.Errorf("Verify = %+v, %v", r, err)
	}
	if _, err := Verify(t.Context(), filepath.Join(dir, "nothing")); !errors.Is(err, ErrNoIndex) {
		t.Errorf("Verify of nothing = %v", err)
	}
}

func TestNoIndex(t *testing.T) {
	dir := t.TempDir()
	missing := filepath.Join(dir, "missing")
	file := filepath.Join(dir, "file")
	photos := filepath.Join(dir, "photos")
	if err := errors.Join(os.WriteFile(file, nil, 0o644), os.Mkdir(photos, 0o755),
		os.WriteFile(filepath.Join(photos, "1.jpg"), nil, 0o644)); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{missing, file, photos} {
		_, err := Open(path)
		if !errors.Is(err, ErrNoIndex) || !strings.Contains(err.Error(), path) {
			t.Errorf("Open(%s) = %v", path, err)
		}
	}
	if _, err := Open(missing); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "soi index --index "+missing) {
		t.Errorf("Open(missing) = %v", err)
	}
	for _, path := range []string{file, photos} {
		if _, err := OpenWriter(t.Context(), path, WriterOptions{}); !errors.Is(err, ErrNoIndex) {
			t.Errorf("OpenWriter(%s) = %v", path, err)
		}
	}
	if entries, err := os.ReadDir(photos); err != nil || len(entries) != 1 {
		t.Errorf("a refused writer left %v, %v", entries, err)
	}
	if _, err := OpenWriter(t.Context(), missing, WriterOptions{Existing: true}); !errors.Is(err, ErrNoIndex) {
		t.Errorf("OpenWriter(missing) of an existing index = %v", err)
	}
	if _, err := os.Stat(missing); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a refused writer made a folder: %v", err)
	}
}

// A writer that finds no CURRENT beside a whole generation takes it for live,
// and does not remove it as the leftover of a killed writer.
func TestCurrentRestored(t *testing.T) {
	dir := small(t)
	if err := os.Remove(filepath.Join(dir, "CURRENT")); err != nil {
		t.Fatal(err)
	}
	if s := commit(t, begin(t, dir)); s.Documents != 3 || s.Changed {
		t.Errorf("%+v", s)
	}
	if got := texts(t, open(t, dir), "id-a"); got != "một" {
		t.Errorf("index holds %s", got)
	}
}

// An index of another version is refused, and replaced only by documents.
func TestStale(t *testing.T) {
	dir := small(t)
	manifest := onlyFile(t, dir, "gen-*/manifest.json")
	change(t, manifest, func(b []byte) []byte { // as the first schema had it, without a checksum
		_, b, _ = bytes.Cut(b, []byte(`"manifest":`))
		return bytes.Replace(b[:bytes.LastIndexByte(b, '}')], fmt.Appendf(nil, `"schema": %d`, schemaVersion), []byte(`"schema": 1`), 1)
	})
	_, err := Open(dir)
	if !errors.Is(err, ErrStale) || !strings.Contains(err.Error(), "soi index --index "+dir+" PATH...") {
		t.Errorf("Open = %v", err)
	}
	if _, err := OpenWriter(t.Context(), dir, WriterOptions{Existing: true}); !errors.Is(err, ErrStale) {
		t.Errorf("OpenWriter of an existing index = %v", err)
	}
	if r, err := Verify(t.Context(), dir); err != nil || len(r.Problems) != 1 || !errors.Is(r.Problems[0].Err, ErrStale) {
		t.Errorf("Verify = %+v, %v", r, err)
	}
	if s := commit(t, begin(t, dir)); s.Changed || !s.Rebuilt {
		t.Errorf("an empty run: %+v", s)
	}
	w := begin(t, dir)
	put(t, w, report("/r/d", "bốn"))
	if got, want := commit(t, w), (Stats{Added: 1, Documents: 1, Changed: true, Rebuilt: true}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if got := texts(t, open(t, dir), "id-a", "id-d"); got != "-|bốn" {
		t.Errorf("index holds %s", got)
	}
}

func TestLocked(t *testing.T) {
	dir := small(t)
	w := begin(t, dir)
	_, err := OpenWriter(t.Context(), dir, WriterOptions{})
	if !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), "process") || !strings.Contains(err.Error(), dir) {
		t.Errorf("second writer: %v", err)
	}
	open(t, dir) // readers do not mind
	w.Close()
	begin(t, dir)
}
