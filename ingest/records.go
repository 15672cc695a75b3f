package ingest

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"sync/atomic"
	"unicode"

	"soi/index/schema"
	"soi/ingest/format"
)

// listed is how many bad lines of one file are reported one by one; a file
// that is no JSONL at all would fill the screen.
const listed = 20

// A claim says which record has an id.
type claim struct {
	file hash64
	line int
}

// A recordReader reads one file of records.
type recordReader struct {
	*file
	source schema.Source
	key    string
	self   hash64
	bad    int             // lines that were refused
	broken atomic.Bool     // a worker failed on a record
	gone   map[string]bool // whether a file that owned ids is gone
}

// readRecords queues the records of the file that are new or changed.
func (f *file) readRecords(in *os.File, source, before schema.Source, known bool) bool {
	if known && before.Size == source.Size { // only touched?
		h := sha256.New()
		sum, err := finish(h, io.TeeReader(in, h))
		if err != nil {
			return f.fail(f.path, 0, err)
		}
		if sum == before.SHA256 {
			source.SHA256 = sum
			return f.unchanged(source)
		}
		if _, err := in.Seek(0, io.SeekStart); err != nil {
			return f.fail(f.path, 0, err)
		}
	}
	r := &recordReader{file: f, source: source, key: keyOf(f.path), self: hashOf(f.path)}
	if !r.parseSidecar() {
		return false
	}
	return r.read(in)
}

func (r *recordReader) read(in io.Reader) bool {
	h := sha256.New()
	hashed := io.TeeReader(in, h)
	text, err := r.decompressed(hashed)
	if err != nil {
		return r.fail(r.path, 0, err)
	}
	if err := r.lines(text); err != nil {
		return !errors.Is(err, errRunOver)
	}
	sum, err := finish(h, hashed)
	if err != nil {
		return r.fail(r.path, 0, err)
	}
	r.source.SHA256 = sum
	return r.line.last(func() []step {
		if r.broken.Load() {
			return nil
		}
		return []step{{entry: Entry{Source: r.source}}}
	})
}

// What stops a file from being noted as read; the reasons are reported.
var (
	errRunOver = errors.New("the run is over")
	errNoted   = errors.New("errors were reported")
)

// lines queues the records and reports the bad lines of a file.
func (r *recordReader) lines(text io.Reader) error {
	limit := r.opts.maxDocument() * r.kind.RawFactor()
	empty, whole, going := true, true, true
	for line, err := range format.Lines(text, limit) {
		empty = false
		switch {
		case err != nil: // the last step
			whole = false
			going = r.fail(r.path, line.Number, err)
		case line.Bytes == nil:
			going = r.refuse(line.Number, tooLarge("a line", line.Size, limit))
		default:
			going = r.record(line)
		}
		if !going {
			return errRunOver
		}
	}
	if empty {
		whole = false
		going = r.fail(r.path, 0, format.ErrEmpty)
	}
	switch {
	case !going || !r.summary():
		return errRunOver
	case !whole || r.bad > 0:
		return errNoted
	}
	return nil
}

// record queues one record, or reports what is wrong with its line; false
// when the run is over.
func (r *recordReader) record(line format.Line) bool {
	record, err := line.Record()
	if err != nil {
		return r.refuse(line.Number, err)
	}
	id, moved, err := r.id(record.ID, line)
	if err != nil {
		return r.refuse(line.Number, err)
	}
	source := r.source
	source.Record = recordHash(line.Bytes, r.beside.sum)
	if r.opts.Known != nil && !moved {
		if before, ok := r.opts.Known.Record(id); ok && before == source.Record {
			return r.line.give(step{entry: Entry{Source: source, ID: id, Unchanged: true}})
		}
	}
	page, err := record.Page()
	if err == nil {
		err = r.checkSize(page)
	}
	if err != nil {
		return r.refuse(line.Number, err)
	}
	number := line.Number
	return r.line.put(line.Size, func() []step {
		steps, ok := r.guard(number, func() []step { return r.finishDocument(page, id, source, number) })
		if !ok {
			r.broken.Store(true)
		}
		return steps
	})
}

// recordHash tells one line read by one version of ingest, beside one sidecar,
// from all others.
func recordHash(line []byte, sidecar string) string {
	h := sha256.New()
	fmt.Fprintf(h, "soi record %d %s\n", Version, sidecar)
	h.Write(line)
	return hex.EncodeToString(h.Sum(nil))
}

const longestID = 256 // bytes

// generated ids are those that this package makes itself. No record may take
// such an id for its own and so push another file's document out.
var generated = regexp.MustCompile(`^[0-9a-f]{16}(:|$)`)

// id decides the id of a record; see the package comment. moved says that the
// index has it from a file that is gone, so that its document has to be
// written anew.
func (r *recordReader) id(own string, line format.Line) (id string, moved bool, err error) {
	switch {
	case own == "":
		id = r.key + ":" + keyOf(string(line.Bytes))
	case len(own) > longestID || strings.ContainsFunc(own, unicode.IsControl):
		return "", false, ErrBadID
	case generated.MatchString(own):
		id = r.key + ":" + own
	default:
		var taken bool
		if taken, moved = r.taken(own); taken {
			own = r.key + ":" + own
		}
		id = own
	}
	hash := hashOf(id)
	if first, twice := r.claims[hash]; twice {
		return "", false, fmt.Errorf("%w, first in line %d", ErrSameID, first.line)
	}
	r.claims[hash] = claim{r.self, line.Number}
	return id, moved, nil
}

// taken says whether another file has the id, or had it once.
func (r *recordReader) taken(own string) (taken, moved bool) {
	if c, ok := r.claims[hashOf(own)]; ok && c.file != r.self {
		return true, false
	}
	if r.opts.Known == nil {
		return false, false
	}
	if _, ok := r.opts.Known.Record(r.key + ":" + own); ok {
		return true, false
	}
	owner, ok := r.opts.Known.(Owner)
	if !ok {
		return false, false
	}
	path, ok := owner.Owner(own)
	if !ok || path == r.path {
		return false, false
	}
	gone := r.isGone(path)
	return !gone, gone
}

func (r *recordReader) isGone(path string) bool {
	gone, asked := r.gone[path]
	if !asked {
		_, err := os.Lstat(path)
		gone = errors.Is(err, fs.ErrNotExist)
		if r.gone == nil {
			r.gone = map[string]bool{}
		}
		r.gone[path] = gone
	}
	return gone
}

// refuse reports a bad line; false when the run is over.
func (r *recordReader) refuse(line int, err error) bool {
	if r.bad++; r.bad > listed {
		return r.ctx.Err() == nil
	}
	return r.fail(r.path, line, err)
}

// summary says how many bad lines were not reported one by one.
func (r *recordReader) summary() bool {
	if r.bad <= listed {
		return true
	}
	return r.fail(r.path, 0, &MoreLinesError{r.bad - listed})
}
