package store

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

var testVersions = Versions{Schema: 1, Analyzer: "a"}

// publish makes a generation that keeps the segments of the one before and
// has a segment of its own, both with the content.
func publish(t *testing.T, dir, content string) {
	t.Helper()
	d := begin(t, dir)
	if err := d.Create(func(string) bool { return true }); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"root.bolt", "store/" + d.Name + segmentExt} {
		path := filepath.Join(d.Path, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Publish(Manifest{Versions: testVersions}); err != nil {
		t.Fatal(err)
	}
}

func begin(t *testing.T, dir string) *Draft {
	t.Helper()
	d, err := Begin(t.Context(), dir, testVersions)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func open(t *testing.T, dir string) *Generation {
	t.Helper()
	g, err := Open(dir, testVersions)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { g.Close() })
	return g
}

// names lists the files of a generation's manifest.
func names(g *Generation) string {
	var all []string
	for _, f := range g.Manifest.Files {
		all = append(all, f.Name)
	}
	return strings.Join(all, " ")
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func TestGenerations(t *testing.T) {
	for name, link := range map[string]func(from, to string) error{
		"links": os.Link,
		"copies": func(from, to string) error { // as on FAT, or some network drives
			return &os.LinkError{Op: "link", Old: from, New: to, Err: errors.ErrUnsupported}
		},
	} {
		t.Run(name, func(t *testing.T) {
			linkFile = link
			defer func() { linkFile = os.Link }()
			dir := filepath.Join(t.TempDir(), "index")
			publish(t, dir, "một")
			first := open(t, dir)
			publish(t, dir, "hai ba")
			second := open(t, dir)
			if got, want := names(second), "root.bolt store/gen-000001.zap store/gen-000002.zap"; got != want {
				t.Errorf("files %s, want %s", got, want)
			}
			a, errA := os.Stat(filepath.Join(first.Path, "store", "gen-000001.zap"))
			b, errB := os.Stat(filepath.Join(second.Path, "store", "gen-000001.zap"))
			if err := errors.Join(errA, errB); err != nil || os.SameFile(a, b) != (name == "links") {
				t.Errorf("segment shared: %t, %v", os.SameFile(a, b), err)
			}
			for _, g := range []*Generation{first, second} {
				err := g.Verify(t.Context(), func(path string, err error) { t.Errorf("%s: %v", path, err) })
				if err != nil {
					t.Error(err)
				}
			}
			if moved, err := first.Moved(); !moved || err != nil {
				t.Errorf("the first generation has moved: %t, %v", moved, err)
			}
			if moved, err := second.Moved(); moved || err != nil {
				t.Errorf("the second generation has moved: %t, %v", moved, err)
			}
			// Held, and so still there; let go of, and gone with the next.
			first.Close()
			publish(t, dir, "bốn")
			if exists(first.Path) || !exists(second.Path) {
				t.Errorf("first kept: %t, second kept: %t", exists(first.Path), exists(second.Path))
			}
		})
	}
}

// A copy that is not what the manifest says must not become the next
// generation's truth.
func TestCopyOfDamaged(t *testing.T) {
	linkFile = func(from, to string) error { return errors.ErrUnsupported }
	defer func() { linkFile = os.Link }()
	dir := filepath.Join(t.TempDir(), "index")
	publish(t, dir, "một")
	segment := filepath.Join(dir, "gen-000001", "store", "gen-000001.zap")
	if err := os.WriteFile(segment, []byte("mọt"), 0o600); err != nil { // the same size
		t.Fatal(err)
	}
	d := begin(t, dir)
	defer d.Discard()
	if err := d.Create(func(string) bool { return true }); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), segment) {
		t.Errorf("Create = %v", err)
	}
}

// What killed writers leave is removed by the next one, whatever it is.
func TestLeftovers(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	publish(t, dir, "một")
	for _, path := range []string{"gen-000007/store/x.zap", "gen-000008/lock", "gen-000009/manifest.json"} {
		path = filepath.Join(dir, filepath.FromSlash(path))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, nil, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	d := begin(t, dir)
	if d.Name != "gen-000010" {
		t.Errorf("the next generation is %s", d.Name)
	}
	if err := d.Discard(); err != nil {
		t.Fatal(err)
	}
	left, err := filepath.Glob(filepath.Join(dir, "gen-*"))
	if err != nil || len(left) != 1 {
		t.Errorf("left: %v, %v", left, err)
	}
	if exists(filepath.Join(dir, holderName)) {
		t.Error("the note of the writer is left")
	}
}

// A reader that finds its generation gone looks again; one that finds CURRENT
// pointing nowhere says so.
func TestMissingGeneration(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	publish(t, dir, "một")
	if err := os.RemoveAll(filepath.Join(dir, "gen-000001")); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(dir, testVersions); !errors.Is(err, ErrDamaged) || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Open = %v", err)
	}
}

func TestGenNumber(t *testing.T) {
	for _, tt := range []struct {
		name string
		n    uint64 // 0: not the name of a generation
	}{
		{"gen-000001", 1},
		{"gen-999999", 999999},
		{"gen-1000000", 1000000},
		{"gen-000000", 0},
		{"gen-1", 0},
		{"gen-0000001", 0},
		{"gen-+00001", 0},
		{"gen-00001x", 0},
		{"gen-000001/..", 0},
		{"../gen-000001", 0},
		{"gen-99999999999999999999", 0},
		{"GEN-000001", 0},
		{"gen-", 0},
		{"", 0},
	} {
		n, ok := genNumber(tt.name)
		if ok != (tt.n > 0) || ok && (n != tt.n || genName(n) != tt.name) {
			t.Errorf("genNumber(%q) = %d, %t", tt.name, n, ok)
		}
	}
}

// A manifest of another version is stale, not damaged, and so is one that was
// written before manifests had a checksum.
func TestStaleManifest(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "index")
	publish(t, dir, "một")
	other := Versions{Schema: 2, Analyzer: "b"}
	if _, err := Open(dir, other); !errors.Is(err, ErrStale) {
		t.Errorf("Open = %v", err)
	}
	manifest := filepath.Join(dir, "gen-000001", manifestName)
	for _, tt := range []struct {
		content string
		want    error
	}{
		{`{"schema":1,"analyzer":"a","files":[]}`, ErrStale},
		{`{"schema":2,"analyzer":"b","files":[]}`, ErrDamaged}, // this version seals its manifests
	} {
		if err := os.WriteFile(manifest, []byte(tt.content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(dir, other); !errors.Is(err, tt.want) {
			t.Errorf("%s: Open = %v, want %v", tt.content, err, tt.want)
		}
	}
}

// Whatever byte of a manifest is another one, it is noticed, or means the same.
func TestManifestSum(t *testing.T) {
	gen := t.TempDir()
	want := Manifest{Versions: testVersions, Documents: 3, Created: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC),
		Files: []File{{Name: "a<b", Size: 1, CRC32: 7}, {Name: "root.bolt", Size: 2}}}
	if err := writeManifest(gen, want); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(gen, manifestName)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range b {
		for _, flip := range []byte{1, 2, 4, 8, 16, 32, 64, 128} {
			b[i] ^= flip
			if m, err := unseal(path, b); err == nil && !reflect.DeepEqual(m, want) {
				t.Errorf("byte %d: %q is read as %+v", i, b, m)
			} else if err != nil && !errors.Is(err, ErrDamaged) {
				t.Errorf("byte %d: %v", i, err)
			}
			b[i] ^= flip
		}
	}
	if m, err := readManifest(gen); err != nil || !reflect.DeepEqual(m, want) {
		t.Errorf("%+v, %v, want %+v", m, err, want)
	}
}

// A manifest is input: it may not name files elsewhere.
func TestHostileManifest(t *testing.T) {
	for _, m := range []string{
		`{"files":[{"name":"../../etc/passwd"}]}`,
		`{"files":[{"name":"/etc/passwd"}]}`,
		`{"files":[{"name":"a/../../b"}]}`,
		`{"files":[{"name":""}]}`,
		`{"files":[{"name":"b"},{"name":"a"}]}`,
		`{"files":[{"name":"a"},{"name":"a"}]}`,
		`{"files":[{"name":"a","size":"1"}]}`,
		`[]`,
		`{`,
		``,
	} {
		gen := t.TempDir()
		if json.Valid([]byte(m)) {
			m = fmt.Sprintf(`{"crc32":%d,"manifest":%s}`, sumJSON([]byte(m)), m)
		}
		if err := os.WriteFile(filepath.Join(gen, manifestName), []byte(m), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := readManifest(gen); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s is read as %+v, %v", m, got, err)
		}
	}
}

// A segment ends with the CRC-32 of what is before. Of such files the CRC-32
// of the whole has 16 bits that differ, so some hundred are enough for two with
// the same; the SHA-256 tells them apart.
func TestSumsTellFilesApart(t *testing.T) {
	seen, path := map[uint32]File{}, filepath.Join(t.TempDir(), "segment")
	for i := range 5_000 {
		sum := sha256.Sum256(fmt.Append(nil, i)) // any bytes
		body := sum[:]
		if err := os.WriteFile(path, binary.BigEndian.AppendUint32(body, crc32.ChecksumIEEE(body)), 0o600); err != nil {
			t.Fatal(err)
		}
		var f File
		if err := f.sync(path); err != nil {
			t.Fatal(err)
		}
		if other, ok := seen[f.CRC32]; ok {
			if other.Size != f.Size || other.SHA256 == f.SHA256 || len(f.SHA256) != 32 {
				t.Errorf("two files have %+v and %+v", other, f)
			}
			return
		}
		seen[f.CRC32] = f
	}
	t.Error("no two files have one CRC-32")
}

// A file is read as it was written, or not at all.
func TestReadFile(t *testing.T) {
	for _, tt := range []struct {
		why, name string
		with      func(path string) error
		damaged   bool
	}{
		{"whole", "root.bolt", func(string) error { return nil }, false},
		{"other bytes", "root.bolt", func(path string) error { return os.WriteFile(path, []byte("eno"), 0o600) }, true},
		{"cut off", "root.bolt", func(path string) error { return os.Truncate(path, 2) }, true},
		{"missing", "root.bolt", os.Remove, true},
		{"not of the generation", "new", func(path string) error { return os.WriteFile(path, []byte("one"), 0o600) }, true},
	} {
		dir := t.TempDir()
		publish(t, dir, "one")
		g := open(t, dir)
		if err := tt.with(filepath.Join(g.Path, tt.name)); err != nil {
			t.Fatal(err)
		}
		content, err := g.Manifest.ReadFile(g.Path, tt.name)
		if errors.Is(err, ErrDamaged) != tt.damaged || !tt.damaged && (err != nil || content != "one") {
			t.Errorf("%s: read %q, %v", tt.why, content, err)
		}
	}
}
