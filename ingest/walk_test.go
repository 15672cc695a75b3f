package ingest

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"soi/index/schema"
	"soi/ingest/format"
	"soi/testdata/shared"
)

// lay writes files into a new folder; names may have folders in them.
func lay(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// A result is what a walk gave, in short forms that tables can hold.
type result struct {
	entries []Entry
	errs    []*FileError
}

func walkAll(t *testing.T, opts Options, paths ...string) result {
	t.Helper()
	var r result
	for e, err := range Walk(context.Background(), paths, opts) {
		var bad *FileError
		switch {
		case err == nil:
			r.entries = append(r.entries, e)
		case errors.As(err, &bad):
			r.errs = append(r.errs, bad)
		default:
			t.Fatalf("walk ended with %v", err)
		}
	}
	return r
}

// documents are the new or changed documents of a walk.
func (r result) documents() []*schema.Document {
	var all []*schema.Document
	for _, e := range r.entries {
		if e.Document != nil {
			all = append(all, e.Document)
		}
	}
	return all
}

// names are the documents' file names or, for records, ids, in order.
func (r result) names(dir string) string {
	var names []string
	for _, d := range r.documents() {
		name, _ := filepath.Rel(dir, d.Path)
		if d.Source.Record != "" {
			name += "#" + d.ID
		}
		names = append(names, filepath.ToSlash(name))
	}
	return strings.Join(names, " ")
}

func gz(content string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(content))
	z.Close()
	return b.String()
}

const text = "Xã Long Bình sơ kết\n\nĐảng ủy xã đã tổ chức hội nghị."

// Folders are walked by name, hidden files and unknown kinds left out.
func TestWalkOrder(t *testing.T) {
	dir := lay(t, map[string]string{
		"b.txt":          text,
		"a/2.html":       "<p>" + text,
		"a/1.txt.gz":     gz(text),
		"a/.hidden.txt":  text,
		".git/x.txt":     text,
		"a/picture.jpeg": "\x00\x01",
		"c.jsonl":        `{"id":"r1","body":"một"}` + "\n" + `{"id":"r2","body":"hai"}`,
		"README":         text,
		"D.TXT":          text,
	})
	got := walkAll(t, Options{}, dir)
	if want := "D.TXT a/1.txt.gz a/2.html b.txt c.jsonl#r1 c.jsonl#r2"; got.names(dir) != want {
		t.Errorf("walk gives %s, want %s", got.names(dir), want)
	}
	for _, err := range got.errs {
		t.Errorf("unexpected error: %v", err)
	}
}

// What is named is read even if it is hidden, and reported if it is of an
// unknown kind; what is named twice is read once.
func TestWalkNamed(t *testing.T) {
	dir := lay(t, map[string]string{"a.txt": text, ".b.txt": text, "c.doc": text, "d/e.txt": text})
	in := func(name string) string { return filepath.Join(dir, name) }
	got := walkAll(t, Options{}, in(".b.txt"), in("c.doc"), in("d"), dir, in("a.txt"), in("d/../a.txt"), in("gone.txt"))
	if want := ".b.txt d/e.txt a.txt"; got.names(dir) != want {
		t.Errorf("walk gives %s, want %s", got.names(dir), want)
	}
	if len(got.errs) != 2 || !errors.Is(got.errs[0], ErrUnknownKind) || !errors.Is(got.errs[1], fs.ErrNotExist) {
		t.Errorf("errors %v, want an unknown kind and a missing file", got.errs)
	}
}

// Every bad input is one message with its path, and the files around it are
// read all the same.
func TestBadInput(t *testing.T) {
	record := `{"id":"%s","title":"Tiêu đề","body":"Thân bài"}` + "\n"
	r1, r2 := fmt.Sprintf(record, "r1"), fmt.Sprintf(record, "r2")
	many := gz(strings.Repeat(r1, 1) + strings.Repeat(fmt.Sprintf(record, "r3"), 1) + randomRecord())
	for _, tt := range []struct {
		name, content string
		line          int
		err           error
		kept          string // documents of the file
	}{
		{"empty.txt", "", 0, format.ErrEmpty, ""},
		{"blank.txt", " \n\t\n", 0, format.ErrEmpty, ""},
		{"empty.html", "<p></p><script>x</script>", 0, format.ErrEmpty, ""},
		{"empty.jsonl", "\n\n", 0, format.ErrEmpty, ""},
		{"empty.txt.gz", "", 0, format.ErrEmpty, ""},
		{"binary.txt", "PK\x03\x04\x00\x00", 0, format.ErrBinary, ""},
		{"latin.txt", "Huy\xecn \xfey h\xecp", 0, ErrReplaced, "latin.txt"},
		{"long.txt", strings.Repeat("a b ", 5000), 0, ErrTooLarge, ""},
		{"long.html", "<p>" + strings.Repeat("a b ", 3000), 0, ErrTooLarge, ""},
		{"markup.html", "<p>" + strings.Repeat("<b></b>", 9000), 0, ErrTooLarge, ""},
		{"bomb.txt.gz", gz(strings.Repeat("a", 1<<20)), 0, ErrTooLarge, ""},
		{"nozip.txt.gz", text, 0, format.ErrGzip, ""},
		{"cut.txt.gz", gz(text)[:40], 0, format.ErrGzip, ""},
		{"cut.jsonl.gz", many[:len(many)-600], 3, format.ErrGzip, "cut.jsonl.gz#r1 cut.jsonl.gz#r3"},
		{"word.jsonl", r1 + "không phải JSON\n" + r2, 2, format.ErrNotJSON, "word.jsonl#r1 word.jsonl#r2"},
		{"half.jsonl", r1 + `{"id":"r9","title":`, 2, format.ErrNotJSON, "half.jsonl#r1"},
		{"array.jsonl", `["a"]` + "\n" + r2, 1, format.ErrNotJSON, "array.jsonl#r2"},
		{"type.jsonl", `{"id":"r1","body":["a"]}` + "\n" + r2, 1, format.ErrNotJSON, "type.jsonl#r2"},
		{"nothing.jsonl", `{"id":"r1","url":"https://a.vn"}` + "\n" + r2, 1, format.ErrNoText, "nothing.jsonl#r2"},
		{"line.jsonl", r1 + `{"body":"` + strings.Repeat("a", 100_000) + "\"}\n" + r2, 2, ErrTooLarge, "line.jsonl#r1 line.jsonl#r2"},
		{"body.jsonl", r1 + `{"body":"` + strings.Repeat("a", 11_000) + "\"}\n" + r2, 2, ErrTooLarge, "body.jsonl#r1 body.jsonl#r2"},
		{"twice.jsonl", r1 + r2 + r1, 3, ErrSameID, "twice.jsonl#r1 twice.jsonl#r2"},
		{"badid.jsonl", `{"id":"a\nb","body":"x"}` + "\n" + r2, 1, ErrBadID, "badid.jsonl#r2"},
		{"bytes.jsonl", "{\"id\":\"r1\",\"body\":\"h\xecp\"}\n" + r2, 1, ErrReplaced, "bytes.jsonl#r1 bytes.jsonl#r2"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := lay(t, map[string]string{"0.txt": text, tt.name: tt.content, "zz.txt": text})
			got := walkAll(t, Options{MaxDocument: 10_000}, dir)
			want := strings.Join(strings.Fields("0.txt "+tt.kept+" zz.txt"), " ")
			if got.names(dir) != want {
				t.Errorf("walk gives %s, want %s", got.names(dir), want)
			}
			if len(got.errs) != 1 || !errors.Is(got.errs[0], tt.err) {
				t.Fatalf("errors %v, want one that is %q", got.errs, tt.err)
			}
			err := got.errs[0]
			if err.Line != tt.line || err.Path != filepath.Join(dir, tt.name) || err.Warning != (tt.err == ErrReplaced) {
				t.Errorf("error names %s, line %d, warning %v", err.Path, err.Line, err.Warning)
			}
			for _, d := range got.documents() {
				checkSpans(t, d)
			}
		})
	}
}

// randomRecord is a record that does not compress, so that cutting a gzip
// file cuts it and not what stands before.
func randomRecord() string {
	random := rand.New(rand.NewPCG(1, 2))
	b := make([]byte, 2000)
	for i := range b {
		b[i] = byte('a' + random.IntN(26))
	}
	return `{"body":"` + string(b) + `"}`
}

// A large line is measured, not read into memory; the message names its size.
func TestLongLineSize(t *testing.T) {
	dir := lay(t, map[string]string{"one.jsonl": `{"body":"` + strings.Repeat("a b ", 50<<18) + `"}`})
	got := walkAll(t, Options{}, dir)
	if len(got.errs) != 1 || !strings.Contains(got.errs[0].Error(), "one.jsonl:1: too large: a line of 50.0 MB") {
		t.Errorf("errors %v, want the line's size", got.errs)
	}
}

// A file that is no JSONL at all does not flood the messages.
func TestManyBadLines(t *testing.T) {
	dir := lay(t, map[string]string{"x.jsonl": strings.Repeat("chữ\n", 1000)})
	got := walkAll(t, Options{}, dir)
	if len(got.errs) != listed+1 {
		t.Fatalf("%d errors, want %d", len(got.errs), listed+1)
	}
	if more := (*MoreLinesError)(nil); !errors.As(got.errs[listed], &more) || more.Lines != 980 {
		t.Errorf("last error %v, want 980 more lines", got.errs[listed])
	}
}

// Links are followed, loops reported, and crossing links do not multiply.
func TestSymlinks(t *testing.T) {
	dir := lay(t, map[string]string{"a/x.txt": text, "out/y.txt": text})
	for link, target := range map[string]string{
		"a/loop": "..", "a/self.txt": "self.txt", "a/gone.txt": "missing.txt", "b": "a", "c": "a",
	} {
		if err := os.Symlink(filepath.FromSlash(target), filepath.Join(dir, link)); err != nil {
			shared.Missing(t, shared.Require, "there are no symbolic links here: %v", err)
		}
	}
	got := walkAll(t, Options{}, dir)
	if want := "a/x.txt out/y.txt"; got.names(dir) != want {
		t.Errorf("walk gives %s, want %s", got.names(dir), want)
	}
	var errs []string
	for _, err := range got.errs {
		name, _ := filepath.Rel(dir, err.Path)
		errs = append(errs, fmt.Sprintf("%s %v %v", filepath.ToSlash(name), errors.Is(err, ErrLoop), errors.Is(err, fs.ErrNotExist)))
	}
	want := "a/gone.txt false true, a/loop true false, a/self.txt true false"
	if strings.Join(errs, ", ") != want {
		t.Errorf("errors %s, want %s", strings.Join(errs, ", "), want)
	}
}

// What may not be read is reported, and the walk goes on. Root may read
// everything and has the test run by another user.
func TestUnreadable(t *testing.T) {
	dir := lay(t, map[string]string{"a.txt": text, "b.txt": text, "c/d.txt": text, "e.txt": text})
	os.Chmod(filepath.Join(dir, "b.txt"), 0)
	os.Chmod(filepath.Join(dir, "c"), 0)
	t.Cleanup(func() { os.Chmod(filepath.Join(dir, "c"), 0o777) })
	if f, err := os.Open(filepath.Join(dir, "b.txt")); err == nil {
		f.Close()
		asNobody(t)
		return
	}
	got := walkAll(t, Options{}, dir)
	if want := "a.txt e.txt"; got.names(dir) != want {
		t.Errorf("walk gives %s, want %s", got.names(dir), want)
	}
	for _, err := range got.errs {
		if !errors.Is(err, fs.ErrPermission) {
			t.Errorf("error %v, want a refused permission", err)
		}
	}
	if len(got.errs) != 2 {
		t.Errorf("errors %v, want one for the file and one for the folder", got.errs)
	}
}

// The order is that of the walk, however the work is spread.
func TestOrderInParallel(t *testing.T) {
	files := map[string]string{}
	var want []string
	for i := range 300 {
		name := fmt.Sprintf("%03d.txt", i)
		files[name] = strings.Repeat(text+"\n", 1+(i*7919)%50)
		want = append(want, name)
	}
	dir := lay(t, files)
	if got := walkAll(t, Options{}, dir).names(dir); got != strings.Join(want, " ") {
		t.Errorf("walk gives %s", got)
	}
}

// When the loop ends early or the context does, no goroutine stays behind.
func TestWalkStops(t *testing.T) {
	files := map[string]string{}
	for i := range 600 {
		files[fmt.Sprintf("%d.txt", i)] = text
	}
	dir := lay(t, files)
	before := runtime.NumGoroutine()
	for range Walk(context.Background(), []string{dir}, Options{}) {
		break
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var last error
	n := 0
	for _, err := range Walk(ctx, []string{dir}, Options{}) {
		if n++; n == 10 {
			cancel()
		}
		last = err
	}
	if !errors.Is(last, context.Canceled) || n > 600 {
		t.Errorf("a cancelled walk ends after %d steps with %v", n, last)
	}
	for i := 0; runtime.NumGoroutine() > before && i < 100; i++ {
		time.Sleep(10 * time.Millisecond) // a goroutine is counted a little longer than it runs
	}
	if after := runtime.NumGoroutine(); after > before {
		t.Errorf("%d goroutines before, %d after", before, after)
	}
}

// A panic on one document is an error of that document.
func TestGuard(t *testing.T) {
	f := file{path: "/a.txt"}
	steps, ok := f.guard(3, func() []step { panic("bug") })
	if ok || len(steps) != 1 || !errors.Is(steps[0].err, ErrInternal) || !strings.Contains(steps[0].err.Error(), "/a.txt:3: ") {
		t.Errorf("guard gives %v, %v", steps, ok)
	}
}

// Two thousand real articles are read without an error.
func TestParty(t *testing.T) {
	got := walkAll(t, Options{}, shared.Path(t, "data/corpora/party-2k.jsonl.gz"))
	for _, err := range got.errs {
		t.Errorf("unexpected error: %v", err)
	}
	documents := got.documents()
	if len(documents) != 1937 {
		t.Errorf("%d documents, want 1937", len(documents))
	}
	for _, d := range documents {
		checkSpans(t, d)
	}
}
