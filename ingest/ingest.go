// Package ingest turns files and folders into documents: it walks, decodes,
// finds title, body, date, place and directives, and skips what has not
// changed since the last time. One bad file never ends a run.
//
// # Ids
//
// The id of a document stays the same from run to run, so that a changed file
// replaces its document. The key of a file is the first 16 hex digits of the
// SHA-256 of its absolute path.
//
//   - A text file or web page has its file's key as id.
//   - A record of a JSONL file has its own id. If another file has a record
//     of that id, the later one has its file's key, a colon and its own id.
//     The later one is the one that is met second in a run or, when the index
//     knows the other already (see Owner), the one that comes new; and what
//     has once been prefixed stays prefixed. Ids that look like keys are
//     always prefixed.
//   - A record without an id has its file's key, a colon and the first 16 hex
//     digits of the SHA-256 of its line. When such a record is changed it is
//     a new document.
//
// # Sidecars and front matter
//
// A file NAME.soi.yaml beside NAME or NAME.txt, and a block of YAML between two
// lines "---" at the head of a text file, state values that override what the
// document says: title, published, year, province, province_now, district,
// commune, level, kind, issuer, url, site, and directives, the list of those
// that it refers to. "none" says that there is no such value. The sidecar wins
// over front matter. Front matter is no part of the document's text. The
// sidecar of a file of records holds for all of them.
//
// # Unchanged files
//
// A file is unchanged when its sidecar is the same, and its size and time of
// change are those that the index noted, or else its SHA-256 is. A file of records that has changed
// is compared record by record. Files with errors are not noted as read, so
// their errors are reported again until they are mended.
package ingest

import (
	"context"
	"iter"

	"soi/index/schema"
)

// Version is the version of reading. A document that another version read is
// read again although its file has not changed.
const Version = 7

// DefaultMaxDocument is the limit on the text of one document in bytes.
const DefaultMaxDocument = 4 << 20

// Options say how to read.
type Options struct {
	MaxDocument int64 // bytes of text that one document may have; 0 means DefaultMaxDocument
	Known       Known // what the index holds; nil: nothing is known, everything is read
}

func (o Options) maxDocument() int64 {
	if o.MaxDocument > 0 {
		return o.MaxDocument
	}
	return DefaultMaxDocument
}

// Known tells what the index holds, so that unchanged files can be skipped.
// It is asked from one goroutine at a time, but while entries that came
// earlier are being written: an answer may be as old as the start of the run.
type Known interface {
	// File returns the file as it was when it was last read to its end.
	File(path string) (schema.Source, bool)
	// Record returns Source.Record of the document with this id.
	Record(id string) (hash string, ok bool)
}

// An Owner is a Known that can also tell from which file the document with an
// id came. With it, a record whose id a file of an earlier run has taken does
// not replace that file's document.
type Owner interface {
	Owner(id string) (path string, ok bool)
}

// An Entry is one step of Walk. It is one of four things:
//
//   - a document that is new or changed: Document is set;
//   - a document that is unchanged: Unchanged and ID are set;
//   - a file of records that is unchanged as a whole: Unchanged is set, ID is
//     empty, and the entry stands for every document of Source.Path;
//   - the end of a file of records that was read without error: only Source
//     is set. From now on the index may answer Known.File with it.
type Entry struct {
	Document  *schema.Document
	Source    schema.Source // the file as it is now; for a record, SHA256 is empty and Record set
	ID        string
	Unchanged bool
}

// Walk reads the files and folders of paths, in the order given, folders
// recursively and by name. Hidden files are skipped, and in folders also files
// of unknown kinds; what is named in paths itself is always read. A file or
// folder that is reached twice is read once.
//
// Documents are extracted on all processors, in order, with a bound on the
// bytes in flight. An error is a *FileError, behind which the run goes on, or
// at last ctx's error. When the loop over the sequence ends early, all
// goroutines have ended when it returns.
func Walk(ctx context.Context, paths []string, opts Options) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		runInOrder(ctx, func(ctx context.Context, line *pipeline) {
			newWalker(ctx, line, opts).walk(paths)
		}, yield)
	}
}
