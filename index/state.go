package index

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"soi/index/internal/copies"
	"soi/index/internal/store"
)

// stateName is the file of a generation that holds its Known. A run reads all
// of it and writes it anew, however little it changes, so it is made to be read
// fast; most of it is hashes, which nothing compresses. It is, in uvarints,
//
//	source files, documents of all
//	of each source file, by path:
//	  path, bytes, time of change in seconds (a varint) and nanoseconds,
//	  hash, hash of the sidecar, version of ingest, 1 if it is whole or 0
//	  documents, and of each by id:
//	    id, hash of the record, hash of the content, bytes of text,
//	    name of its group of copies, 1 and its sketch or 0
//
// A text is its length and its bytes. A hash in hex digits is the bytes that
// they stand for, with twice their number and 1 before; one of other letters is
// its text, with twice its length before.
const stateName = "sources"

// readKnown reads the state of the generation in folder gen.
func readKnown(gen string, m *store.Manifest) (*Known, error) {
	content, err := m.ReadFile(gen, stateName)
	if err != nil {
		return nil, err
	}
	k, err := decodeKnown(content)
	if err != nil {
		err = store.Damaged(filepath.Join(gen, stateName), "cannot be read: %v", err)
	}
	return k, err
}

// encode gives the content of the file. A source file without documents is in
// it while it is whole: an empty one need not be read again either.
func (k *Known) encode() []byte {
	files, documents := k.kept()
	b := make([]byte, 0, k.size+k.size/8)
	b = binary.AppendUvarint(b, uint64(len(files)))
	b = binary.AppendUvarint(b, uint64(documents))
	for _, f := range files {
		b = appendSource(b, f)
		for _, r := range f.records {
			b = appendRecord(b, r)
		}
	}
	return b
}

// kept gives the source files that are in the state, each left with the
// documents that are, in the order of the file, and counts these.
func (k *Known) kept() (files []*sourceFile, documents int) {
	for _, f := range k.order {
		if k.files[f.Path] != f {
			continue
		}
		f.records = slices.DeleteFunc(f.records, func(r *record) bool { return !k.alive(r, f) })
		if f.reading {
			f.Whole = false
		}
		if !f.Whole && len(f.records) == 0 {
			continue
		}
		documents += len(f.records)
		slices.SortStableFunc(f.records, func(a, b *record) int { return strings.Compare(a.id, b.id) })
		files = append(files, f)
	}
	// All but what is new is in order already: a stable sort, which merges,
	// has little to do.
	slices.SortStableFunc(files, func(a, b *sourceFile) int { return strings.Compare(a.Path, b.Path) })
	return files, documents
}

func appendSource(b []byte, f *sourceFile) []byte {
	b = appendText(b, f.Path)
	b = binary.AppendUvarint(b, uint64(f.Size))
	b = binary.AppendVarint(b, f.ModTime.Unix())
	b = binary.AppendUvarint(b, uint64(f.ModTime.Nanosecond()))
	b = appendHash(appendHash(b, f.SHA256), f.Sidecar)
	b = binary.AppendUvarint(b, uint64(f.Version))
	b = appendBool(b, f.Whole)
	return binary.AppendUvarint(b, uint64(len(f.records)))
}

func appendRecord(b []byte, r *record) []byte {
	b = appendHash(appendText(b, r.id), r.line)
	b = binary.AppendUvarint(appendText(b, r.hash), uint64(r.bytes))
	b = appendText(b, r.copyOf)
	if r.sketch == (copies.Sketch{}) { // too short to be compared
		return appendBool(b, false)
	}
	return append(appendBool(b, true), r.sketch[:]...)
}

func appendBool(b []byte, value bool) []byte {
	if value {
		return append(b, 1)
	}
	return append(b, 0)
}

func appendText(b []byte, text string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

func appendHash(b []byte, hash string) []byte {
	packed := binary.AppendUvarint(b, uint64(len(hash)|1))
	valid := len(hash)%2 == 0
	for i := 1; i < len(hash); i += 2 {
		high, low := hexDigits[hash[i-1]], hexDigits[hash[i]]
		valid = valid && high|low < 16
		packed = append(packed, high<<4|low)
	}
	if valid {
		return packed
	}
	return append(binary.AppendUvarint(b, uint64(2*len(hash))), hash...)
}

// hexDigits are the values of the digits that encoding/hex writes, 16 for
// every other byte.
var hexDigits = func() (values [256]byte) {
	for i := range values {
		values[i] = 16
	}
	for i, digit := range []byte("0123456789abcdef") {
		values[digit] = byte(i)
	}
	return values
}()

// errState says that a file is none that Known.encode wrote.
var errState = errors.New("it is cut off or no list of sources")

// decodeKnown is the way back from encode.
func decodeKnown(content []byte) (*Known, error) {
	r := &stateReader{content: content, text: string(content)}
	r.hashes.Grow(len(content))
	files, documents := r.count(), r.count()
	k := &Known{
		files: make(map[string]*sourceFile, files), records: make(map[string]*record, documents),
		order: make([]*sourceFile, 0, files), size: len(content),
	}
	// One piece of memory for all takes much less time than as many pieces.
	sources, records, list := make([]sourceFile, files), make([]record, documents), make([]*record, documents)
	for i := range sources {
		f := &sources[i]
		r.source(f)
		n := r.count()
		if r.failed || n > len(records) {
			return nil, errState
		}
		f.records = list[:n:n]
		for i := range f.records {
			f.records[i] = &records[i]
			r.record(f.records[i])
		}
		records, list = records[n:], list[n:]
		if err := k.take(f); err != nil {
			return nil, err
		}
	}
	if r.failed || r.at < len(content) || len(records) > 0 {
		return nil, errState
	}
	return k, nil
}

// take adds a file that was read, with its documents.
func (k *Known) take(f *sourceFile) error {
	if k.files[f.Path] != nil {
		return fmt.Errorf("file %s is listed twice", f.Path)
	}
	k.files[f.Path] = f
	k.order = append(k.order, f)
	for _, r := range f.records {
		if other := k.records[r.id]; other != nil {
			return fmt.Errorf("document %s is of %s and of %s", r.id, other.source.Path, f.Path)
		}
		r.source = f
		k.records[r.id] = r
	}
	return nil
}

// A stateReader reads what encode wrote; behind the end, or where the content
// cannot be one, it fails and gives nothing.
type stateReader struct {
	content []byte
	text    string // the content once more: the texts in it are pieces of this
	at      int
	failed  bool

	hashes strings.Builder // in hex, which are pieces of it
	digits []byte
}

func (r *stateReader) source(f *sourceFile) {
	f.Path, f.Size = r.string(r.count()), int64(r.uvarint())
	seconds, nanoseconds := r.varint(), r.uvarint()
	f.ModTime = time.Unix(seconds, int64(nanoseconds)).UTC()
	f.SHA256, f.Sidecar = r.hash(), r.hash()
	f.Version, f.Whole = int(r.uvarint()), r.bool()
}

func (r *stateReader) record(to *record) {
	to.id, to.line = r.string(r.count()), r.hash()
	to.hash, to.bytes = r.string(r.count()), int64(r.uvarint())
	to.copyOf = r.string(r.count())
	if r.bool() {
		copy(to.sketch[:], r.string(len(to.sketch)))
	}
}

func (r *stateReader) uvarint() uint64 {
	v, n := binary.Uvarint(r.content[r.at:])
	r.skip(n)
	return v
}

func (r *stateReader) varint() int64 {
	v, n := binary.Varint(r.content[r.at:])
	r.skip(n)
	return v
}

// skip goes on behind a number of n bytes, if it is one.
func (r *stateReader) skip(n int) {
	if n <= 0 {
		r.failed, n = true, len(r.content)-r.at
	}
	r.at += n
}

// count reads a number of things that take a byte at least.
func (r *stateReader) count() int {
	n := r.uvarint()
	if n > uint64(len(r.content)-r.at) {
		r.failed = true
		return 0
	}
	return int(n)
}

func (r *stateReader) bool() bool {
	n := r.uvarint()
	r.failed = r.failed || n > 1
	return n == 1
}

// string reads n bytes.
func (r *stateReader) string(n int) string {
	if n > len(r.content)-r.at {
		r.failed, r.at = true, len(r.content)
		return ""
	}
	r.at += n
	return r.text[r.at-n : r.at]
}

func (r *stateReader) hash() string {
	n := r.uvarint()
	size := int(min(n/2, uint64(len(r.content)-r.at+1)))
	raw := r.string(size)
	if n%2 == 0 {
		return raw
	}
	r.digits = hex.AppendEncode(r.digits[:0], r.content[r.at-len(raw):r.at])
	r.hashes.Write(r.digits)
	return r.hashes.String()[r.hashes.Len()-len(r.digits):]
}
