package ingest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"os"
	"runtime/debug"

	"soi/index/schema"
	"soi/ingest/format"
)

// A file is one file of the walk.
type file struct {
	*walker
	path    string // absolute
	kind    format.Kind
	gzipped bool
	beside  sidecar
}

// read queues the documents of the file; false when the run is over.
func (f *file) read() bool {
	in, err := os.Open(f.path)
	if err != nil {
		return f.fail(f.path, 0, err)
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return f.fail(f.path, 0, err)
	}
	if f.beside, err = findSidecar(f.path); err != nil && !f.fail(f.beside.path, 0, err) {
		return false
	}
	source := schema.Source{
		Path: f.path, Size: info.Size(), ModTime: info.ModTime(), Version: Version, Sidecar: f.beside.sum,
	}
	before, known := f.knownFile()
	known = known && before.Sidecar == source.Sidecar
	if known && before.Size == source.Size && before.ModTime.Equal(source.ModTime) {
		source.SHA256 = before.SHA256
		return f.unchanged(source)
	}
	if f.kind == format.Records {
		return f.readRecords(in, source, before, known)
	}
	return f.readSingle(in, source, before, known)
}

// knownFile is the file as the index knows it, if this version read it.
func (f *file) knownFile() (schema.Source, bool) {
	if f.opts.Known == nil {
		return schema.Source{}, false
	}
	before, ok := f.opts.Known.File(f.path)
	return before, ok && before.Version == Version && before.SHA256 != ""
}

// unchanged yields that nothing is new in the file.
func (f *file) unchanged(source schema.Source) bool {
	e := Entry{Source: source, Unchanged: true}
	if f.kind != format.Records {
		e.ID = keyOf(f.path)
	}
	return f.line.give(step{entry: e})
}

// readSingle queues a file that is one document.
func (f *file) readSingle(in io.Reader, source schema.Source, before schema.Source, known bool) bool {
	limit := f.opts.maxDocument() * f.kind.RawFactor()
	if !f.gzipped && source.Size > limit {
		return f.fail(f.path, 0, tooLarge("a file", source.Size, limit))
	}
	raw, sum, err := f.content(in, limit)
	if err != nil {
		return f.fail(f.path, 0, err)
	}
	source.SHA256 = sum
	if known && before.SHA256 == sum {
		return f.unchanged(source)
	}
	return f.line.put(int64(len(raw))*f.kind.RawFactor(), func() []step {
		steps, _ := f.guard(0, func() []step { return f.extract(raw, source) })
		return steps
	})
}

// content reads all of the file, decompressed, if that is not more than limit
// bytes, and hashes the file as it is.
func (f *file) content(in io.Reader, limit int64) (raw []byte, sum string, err error) {
	h := sha256.New()
	hashed := io.TeeReader(in, h)
	text, err := f.decompressed(hashed)
	if err != nil {
		return nil, "", err
	}
	var buf bytes.Buffer
	n, err := io.Copy(&buf, io.LimitReader(text, limit+1))
	switch {
	case err != nil:
		return nil, "", err
	case n > limit:
		return nil, "", fmt.Errorf("%w: it has more than %s", ErrTooLarge, megabytes(limit))
	}
	sum, err = finish(h, hashed)
	return buf.Bytes(), sum, err
}

func (f *file) decompressed(in io.Reader) (io.Reader, error) {
	if !f.gzipped {
		return in, nil
	}
	return format.Gunzip(in)
}

// finish hashes what is left of a file and gives the hash in hex.
func finish(h hash.Hash, rest io.Reader) (string, error) {
	if _, err := io.Copy(io.Discard, rest); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// extract makes the document of a file of one document.
func (f *file) extract(raw []byte, source schema.Source) []step {
	reader := format.Text
	if f.kind == format.WebPage {
		reader = format.HTML
	}
	page, err := reader(raw)
	if err == nil {
		err = f.checkSize(page)
	}
	if err != nil {
		return []step{{err: fileError(f.path, 0, err)}}
	}
	return f.finishDocument(page, keyOf(f.path), source, 0)
}

// checkSize refuses a page with too much text.
func (f *file) checkSize(page format.Page) error {
	if size, limit := int64(len(page.Text)), f.opts.maxDocument(); size > limit {
		return tooLarge("a text", size, limit)
	}
	return nil
}

// finishDocument extracts a page, with what is stated about it, and makes the
// steps of it: the document, and before it warnings of what had to be replaced
// or could not be used.
func (f *file) finishDocument(page format.Page, id string, source schema.Source, line int) []step {
	var steps []step
	stated := f.statements(page)
	problems := stated.apply(&page)
	if page.Replaced > 0 {
		err := fmt.Errorf("%w: %d places", ErrReplaced, page.Replaced)
		steps = append(steps, step{err: fileError(f.path, line, err)})
	}
	for _, err := range page.Warnings {
		steps = append(steps, step{err: fileError(f.path, line, err)})
	}
	d := &page.Document
	d.ID, d.Path, d.Source = id, f.path, source
	Extract(d)
	for _, err := range append(problems, stated.settle(d)...) {
		steps = append(steps, step{err: err})
	}
	if stated.bad {
		source.Sidecar = schema.SidecarErrors
		d.Source = source
	}
	return append(steps, step{entry: Entry{Document: d, Source: source, ID: id}})
}

// guard turns a panic on one document into an error of that document: a bug
// that one text in a million meets must not cost the others their place.
func (f *file) guard(line int, work func() []step) (steps []step, ok bool) {
	defer func() {
		if r := recover(); r != nil {
			err := fmt.Errorf("%w: %v at %s", ErrInternal, r, panicPlace())
			steps, ok = []step{{err: fileError(f.path, line, err)}}, false
		}
	}()
	return work(), true
}

// panicPlace is the function that panicked, for the report of it.
func panicPlace() string {
	_, after, ok := bytes.Cut(debug.Stack(), []byte("panic("))
	if !ok {
		return "an unknown place"
	}
	lines := bytes.SplitN(after, []byte("\n"), 4)
	if len(lines) < 4 {
		return "an unknown place"
	}
	return string(bytes.TrimSpace(lines[2]))
}
