package index

import (
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"soi/index/internal/copies"
	"soi/index/schema"
)

// A sourceFile is a file that documents came from, as it was when it was last
// read.
type sourceFile struct {
	Path    string
	Size    int64
	ModTime time.Time
	Version int

	hash, sidecar packedHash // Source.SHA256 and Source.Sidecar

	// Whole tells that it was read to its end and nothing of it was removed
	// since: while it stays as it is, it need not be read again.
	Whole bool

	records []*record // may hold some that have gone; see alive

	// In this run:
	read      bool // it was read to its end, or found unchanged
	unchanged bool // it was found unchanged, and so were all its documents
	reading   bool // documents of it were put and its end is not told yet
}

// source is the file as ingest knows it.
func (f *sourceFile) source() schema.Source {
	return schema.Source{
		Path: f.Path, Size: f.Size, ModTime: f.ModTime, Version: f.Version,
		SHA256: f.hash.String(), Sidecar: f.sidecar.String(),
	}
}

// become notes how a file was found.
func (f *sourceFile) become(s schema.Source) {
	f.Path, f.Size, f.ModTime, f.Version = s.Path, s.Size, s.ModTime, s.Version
	f.hash, f.sidecar = packHash(s.SHA256), packHash(s.Sidecar)
}

// A record is what is known of one document without reading it.
type record struct {
	id     string
	source *sourceFile
	line   packedHash // Source.Record, for a JSONL line
	hash   string     // of its content
	bytes  int64      // of UTF-8 in its text

	sketch copies.Sketch
	copyOf string // of its group of copies the name, see nameGroups; "" none

	seen bool // in this run: put, or told unchanged
	gone bool // removed
}

// Known tells what an index holds, so that unchanged files can be skipped.
// Its answers follow the Writer it came from. It may be asked from any
// goroutine.
type Known struct {
	mu      sync.RWMutex
	files   map[string]*sourceFile // by path
	records map[string]*record     // by id
	changed bool                   // differs from the live generation

	order []*sourceFile // those of the state in its order, then new ones; may hold some that have gone
	size  int           // of the state that was read, in bytes
}

func newKnown() *Known {
	return &Known{files: map[string]*sourceFile{}, records: map[string]*record{}}
}

// File returns the file as it was when it was last read to its end.
func (k *Known) File(path string) (schema.Source, bool) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	f, ok := k.files[path]
	if !ok || !f.Whole || f.reading {
		return schema.Source{}, false
	}
	return f.source(), true
}

// Record returns Source.Record of the document with this id, the hash of its
// JSONL line; "" for a document that is a file of its own.
func (k *Known) Record(id string) (hash string, ok bool) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	r, ok := k.records[id]
	if !ok {
		return "", false
	}
	return r.line.String(), true
}

// Owner returns the path of the file that the document with this id came
// from.
func (k *Known) Owner(id string) (path string, ok bool) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	r, ok := k.records[id]
	if !ok {
		return "", false
	}
	return r.source.Path, true
}

// alive tells whether r is still a document of f.
func alive(r *record, f *sourceFile) bool { return r.source == f && !r.gone }

// documents gives all that the index holds, those that were read in the order in
// which they stand in memory: the map of 100,000 takes five times as long.
func (k *Known) documents() iter.Seq[*record] {
	return func(yield func(*record) bool) {
		for _, f := range k.order {
			for _, r := range f.records {
				if alive(r, f) && !yield(r) {
					return
				}
			}
		}
	}
}

// conflict tells whether a document of source cannot have the id of old: old
// was seen in this run, or its file is another one that is still there.
func conflict(old *record, source schema.Source) bool {
	if old.seen || old.source.unchanged {
		return true
	}
	if old.source.Path == source.Path {
		return false
	}
	_, err := os.Lstat(old.source.Path)
	return !os.IsNotExist(err)
}

// put notes that d, whose content has the hash, is in the index.
func (k *Known) put(d *schema.Document, hash string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	f := k.file(d.Source.Path)
	if d.Source.Record == "" {
		k.whole(f, d.Source)
	} else if !f.read {
		f.reading = true
	}
	r := k.records[d.ID]
	if r == nil {
		r = &record{id: d.ID}
		k.records[d.ID] = r
	}
	if r.source != f {
		f.records = append(f.records, r)
	}
	after := record{
		id: d.ID, source: f, line: packHash(d.Source.Record), hash: hash, bytes: int64(len(d.Text)),
		sketch: r.sketch, copyOf: r.copyOf, seen: true,
	}
	before := *r
	before.seen = true
	if before != after {
		k.changed = true
	}
	*r = after
}

// file returns the entry of a path, a new one if there is none.
func (k *Known) file(path string) *sourceFile {
	f := k.files[path]
	if f == nil {
		f = &sourceFile{Path: path}
		k.files[path] = f
		k.order = append(k.order, f)
	}
	return f
}

// whole notes that f was read to its end, as s says.
func (k *Known) whole(f *sourceFile, s schema.Source) {
	if !f.Whole || !sameSource(f.source(), s) {
		k.changed = true
	}
	f.become(s)
	f.Whole, f.read, f.reading = true, true, false
}

func sameSource(a, b schema.Source) bool {
	return a.Path == b.Path && a.Size == b.Size && a.ModTime.Equal(b.ModTime) && sameContent(a, b)
}

// sameContent tells whether reading a and b gives the same documents.
func sameContent(a, b schema.Source) bool {
	return a.SHA256 == b.SHA256 && a.Sidecar == b.Sidecar && a.Version == b.Version
}

// seenFile notes that a file was read to its end or found unchanged, and
// returns how many documents are known to be unchanged by that alone.
func (k *Known) seenFile(source schema.Source) (unchanged int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	f := k.file(source.Path)
	same := f.Whole && !f.reading && sameContent(f.source(), source)
	k.whole(f, source)
	if !same {
		return 0
	}
	f.unchanged = true
	for _, r := range f.records {
		if alive(r, f) && !r.seen {
			r.seen = true
			unchanged++
		}
	}
	return unchanged
}

// seenRecord notes that a document of a file is unchanged. found is false if
// the file has none with this id.
func (k *Known) seenRecord(source schema.Source, id string) (first, found bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	r := k.records[id]
	if r == nil || r.source.Path != source.Path {
		return false, false
	}
	first, r.seen = !r.seen, true
	if r.line == "" {
		k.whole(r.source, source)
	}
	return first, true
}

// drop forgets documents.
func (k *Known) drop(records []*record) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, r := range records {
		delete(k.records, r.id)
		r.gone = true
		k.changed = true
	}
}

// readAgain lets the files of documents be read again the next time.
func (k *Known) readAgain(records []*record) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, r := range records {
		r.source.Whole = false
	}
}

// dropFile forgets a file that has no documents any more.
func (k *Known) dropFile(path string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	delete(k.files, path)
	k.changed = true
}

// differs tells whether anything is not as in the live generation.
func (k *Known) differs() bool {
	if k.changed {
		return true
	}
	for _, f := range k.files {
		if f.reading && f.Whole {
			return true
		}
	}
	return false
}

// textBytes is the length of all documents' texts.
func (k *Known) textBytes() (n int64) {
	for r := range k.documents() {
		n += r.bytes
	}
	return n
}

// under tells whether path is root or lies in it; both are absolute.
func under(root, path string) bool {
	if path == root {
		return true
	}
	if !strings.HasSuffix(root, string(filepath.Separator)) {
		root += string(filepath.Separator)
	}
	return strings.HasPrefix(path, root)
}
