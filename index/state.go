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
		f.records = slices.DeleteFunc(f.records, func(r *record) bool { return !alive(r, f) })
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
	b = appendHash(appendHash(b, f.hash), f.sidecar)
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

func appendHash(b []byte, hash packedHash) []byte {
	if hash == "" {
		return append(b, noHash)
	}
	return append(b, hash...)
}

// A packedHash is a hash as the file has it, which takes half as much memory as
// its hex digits and no time to read or write; "" is none.
type packedHash string

// noHash stands in the file where there is none.
const noHash = 1

func packHash(hash string) packedHash {
	if hash == "" {
		return ""
	}
	packed := binary.AppendUvarint(nil, uint64(len(hash)|1))
	valid := len(hash)%2 == 0
	for i := 1; i < len(hash); i += 2 {
		high, low := hexDigits[hash[i-1]], hexDigits[hash[i]]
		valid = valid && high|low < 16
		packed = append(packed, high<<4|low)
	}
	if !valid {
		packed = append(binary.AppendUvarint(nil, uint64(2*len(hash))), hash...)
	}
	return packedHash(packed)
}

// String is the hash as it was before it was packed.
func (h packedHash) String() string {
	head, n := binary.Uvarint([]byte(h))
	if head%2 == 0 {
		return string(h[n:])
	}
	return hex.EncodeToString([]byte(h[n:]))
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
func decodeKnown(content string) (*Known, error) {
	r := &stateReader{content: content}
	files, documents := r.count(leastSource), r.count(leastRecord)
	k := &Known{
		files: make(map[string]*sourceFile, files), records: make(map[string]*record, documents),
		order: make([]*sourceFile, 0, files), size: len(content),
	}
	// One piece of memory for all takes much less time than as many pieces.
	sources, records, list := make([]sourceFile, files), make([]record, documents), make([]*record, documents)
	for i := range sources {
		f := &sources[i]
		r.source(f)
		n := r.count(leastRecord)
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
// cannot be one, it fails and gives nothing. The texts that it gives are pieces
// of the content.
type stateReader struct {
	content string
	at      int
	failed  bool
}

func (r *stateReader) source(f *sourceFile) {
	f.Path, f.Size = r.text(), int64(r.uvarint())
	seconds, nanoseconds := r.varint(), r.uvarint()
	f.ModTime = time.Unix(seconds, int64(nanoseconds)).UTC()
	f.hash, f.sidecar = r.hash(), r.hash()
	f.Version, f.Whole = int(r.uvarint()), r.bool()
}

func (r *stateReader) record(to *record) {
	to.id, to.line = r.text(), r.hash()
	to.hash, to.bytes = r.text(), int64(r.uvarint())
	to.copyOf = r.text()
	if r.bool() {
		copy(to.sketch[:], r.bytes(uint64(len(to.sketch))))
	}
}

func (r *stateReader) uvarint() (value uint64) {
	for shift := 0; r.at < len(r.content) && shift < 64; shift += 7 {
		b := r.content[r.at]
		r.at++
		if shift == 63 && b > 1 {
			break // more than 64 bits
		}
		value |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return value
		}
	}
	r.failed = true
	return 0
}

func (r *stateReader) varint() int64 {
	v := r.uvarint()
	if v&1 != 0 {
		return ^int64(v >> 1)
	}
	return int64(v >> 1)
}

// A source file takes so many bytes at least, and a document: one for each
// number, text and hash.
const leastSource, leastRecord = 9, 6

// count reads a number of things that take so many bytes each at least, so that
// no number makes room for more than the content can hold.
func (r *stateReader) count(least int) int {
	n := r.uvarint()
	if n > uint64((len(r.content)-r.at)/least) {
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

// bytes reads so many.
func (r *stateReader) bytes(n uint64) string {
	if n > uint64(len(r.content)-r.at) {
		r.failed, r.at = true, len(r.content)
		return ""
	}
	r.at += int(n)
	return r.content[r.at-int(n) : r.at]
}

func (r *stateReader) text() string { return r.bytes(r.uvarint()) }

func (r *stateReader) hash() packedHash {
	start := r.at
	n := r.uvarint()
	r.bytes(n / 2)
	if n == noHash || r.failed {
		return ""
	}
	return packedHash(r.content[start:r.at])
}
