// Package ingest turns files and folders into documents: it walks, decodes,
// finds title, body, date, place and directives, and skips what has not
// changed since the last time. One bad file never ends a run.
package ingest

import (
	"context"
	"iter"

	"soi/index/schema"
)

// Version is the version of reading. A document that another version read is
// read again although its file has not changed.
const Version = 1

// DefaultMaxDocument is the limit on the text of one document in bytes.
const DefaultMaxDocument = 4 << 20

// Options say how to read.
type Options struct {
	MaxDocument int64 // bytes of text that one document may have; 0 means DefaultMaxDocument
	Known       Known // what the index holds; nil: nothing is known, everything is read
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

// An Entry is one step of Walk: a document, an unchanged document or file, or
// the end of a file of records.
type Entry struct {
	Document  *schema.Document // nil if Unchanged and at the end of a file of records
	Source    schema.Source    // the file as it is now
	ID        string           // "" when the entry stands for a whole file of records
	Unchanged bool             // the index holds this document, or all of this file, as it is
}

// Walk reads the files and folders of paths.
func Walk(ctx context.Context, paths []string, opts Options) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {}
}

// ReadFile reads the documents of one file, as Walk does.
func ReadFile(ctx context.Context, path string, opts Options) iter.Seq2[*schema.Document, error] {
	return func(yield func(*schema.Document, error) bool) {}
}

// Extract fills what d's text tells.
func Extract(d *schema.Document) {}
