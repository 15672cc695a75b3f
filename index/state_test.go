package index

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"soi/index/internal/copies"
	"soi/index/schema"
)

// knownOf gives what is known of files and their documents, put as a run does.
func knownOf(files ...*sourceFile) *Known {
	k := newKnown()
	for _, f := range files {
		at := k.file(f.Path)
		at.become(f.source())
		at.Whole, at.reading = f.Whole, f.reading
		for _, r := range f.records {
			r.source = at
			at.records = append(at.records, r)
			k.records[r.id] = r
		}
	}
	return k
}

// someState has all that a state can hold, in no order.
func someState() *Known {
	sum := strings.Repeat("0123456789abcdef", 4)
	return knownOf(
		&sourceFile{
			Path: "/r/b.jsonl", Size: 1 << 40, ModTime: time.Date(2025, 7, 1, 8, 9, 10, 999_999_999, time.UTC), Version: 6,
			hash: packHash(sum), Whole: true,
			records: []*record{
				{id: "z", line: packHash(sum), hash: "hVHbCnDtMhs9uufx", bytes: 3981, sketch: copies.Sketch{1, 2, 255}, copyOf: "a"},
				{id: "a", line: packHash(sum[:62] + "ff"), hash: "-_", bytes: 0, copyOf: "a"},
			},
		},
		&sourceFile{Path: "/r/a.html", hash: packHash("ABCDEF"), sidecar: packHash(schema.SidecarErrors), records: []*record{{id: "ệ", line: packHash("abc")}}},
		&sourceFile{Path: "/r/empty.jsonl", ModTime: time.Unix(-5, 7), Whole: true},
		&sourceFile{Path: "/r/gone.html"},
	)
}

func TestStateRoundTrip(t *testing.T) {
	k := someState()
	content := string(k.encode())
	back, err := decodeKnown(content)
	if err != nil {
		t.Fatal(err)
	}
	if len(back.files) != 3 || len(back.records) != 3 || back.files["/r/gone.html"] != nil {
		t.Fatalf("%d files and %d documents, want 3 and 3, without the one that has neither", len(back.files), len(back.records))
	}
	for path, f := range back.files {
		want := k.files[path]
		if !sameSource(f.source(), want.source()) || f.Whole != want.Whole || len(f.records) != len(want.records) {
			t.Errorf("%s: %+v, want %+v", path, f, want)
		}
	}
	for id, r := range back.records {
		got, want := *r, *k.records[id]
		got.source, want.source = nil, nil
		if got != want || r.source.Path != k.records[id].source.Path {
			t.Errorf("%s: %+v, want %+v", id, got, want)
		}
	}
	if again := back.encode(); string(again) != content {
		t.Error("what was read is written otherwise")
	}
}

// The file depends on what is known, not on the order in which it came.
func TestStateOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var files []*sourceFile
	for i := range 50 {
		path := "/r/" + string(rune('a'+i%26)) + strings.Repeat("x", i/26)
		files = append(files, &sourceFile{Path: path, records: []*record{{id: path + "2"}, {id: path + "1"}}})
	}
	want := string(knownOf(files...).encode())
	back, err := decodeKnown(want)
	if err != nil || len(back.records) != 100 {
		t.Fatalf("%d documents, %v", len(back.records), err)
	}
	for range 5 {
		random.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
		if got := string(knownOf(files...).encode()); got != want {
			t.Fatal("another order gives another file")
		}
	}
}

// What is cut off is not read, nor what is no state; nothing panics or takes
// memory that the file cannot fill.
func TestStateDamaged(t *testing.T) {
	content := someState().encode()
	for end := range content {
		if _, err := decodeKnown(string(content[:end])); err == nil {
			t.Errorf("the first %d of %d bytes are read", end, len(content))
		}
	}
	if _, err := decodeKnown(string(append(slices.Clone(content), 0))); err == nil {
		t.Error("a byte more is read")
	}
	for i := range content {
		for _, bit := range []byte{1, 0x80, 0xff} {
			bad := slices.Clone(content)
			bad[i] ^= bit
			k, err := decodeKnown(string(bad)) // the manifest has its checksum; this must only not panic
			if err != nil {
				continue
			}
			for _, f := range k.order {
				_ = f.source()
			}
			k.encode()
		}
	}
	twice := knownOf(&sourceFile{Path: "/a", records: []*record{{id: "x"}, {id: "x"}}})
	twice.records["x"] = twice.files["/a"].records[0]
	twice.order[0].records[1] = twice.order[0].records[0]
	if _, err := decodeKnown(string(twice.encode())); err == nil || !strings.Contains(err.Error(), "/a") {
		t.Errorf("a document that is listed twice: %v", err)
	}
}

// The least sizes are those of what has nothing in it.
func TestStateLeast(t *testing.T) {
	if n := len(appendSource(nil, &sourceFile{ModTime: time.Unix(0, 0)})); n != leastSource {
		t.Errorf("an empty source file takes %d bytes, not %d", n, leastSource)
	}
	if n := len(appendRecord(nil, &record{})); n != leastRecord {
		t.Errorf("an empty document takes %d bytes, not %d", n, leastRecord)
	}
	for n := range byte(4) {
		r := &stateReader{content: string([]byte{n}) + strings.Repeat("\x00", 3*leastSource-1)}
		if got, fits := r.count(leastSource), n < 3; r.failed == fits || fits && got != int(n) {
			t.Errorf("%d source files in %d bytes: %d, failed %t", n, len(r.content)-1, got, r.failed)
		}
	}
}

// A hash comes out as it went in, whatever it is written in.
func TestPackedHash(t *testing.T) {
	for _, hash := range []string{"", "00", "0a1b", "abc", "AB", "g0", "errors", "é", strings.Repeat("f", 64), strings.Repeat("0", 400)} {
		if got := packHash(hash).String(); got != hash {
			t.Errorf("%q comes out as %q", hash, got)
		}
	}
	if n := len(packHash(strings.Repeat("f", 64))); n != 33 {
		t.Errorf("a SHA-256 takes %d bytes", n)
	}
}
