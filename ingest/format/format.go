// Package format reads the kinds of files that Soi knows, one file a kind:
// plain text, web pages and lines of JSON, each of them gzipped too.
//
// A reader makes the text of a document and the values that the file states
// about it; what only the text tells is left to the packages above. Text in a
// legacy encoding, TCVN3 say, is repaired and the encoding noted. The text
// it gives is UTF-8 in NFC with LF line ends, and nothing behind this package
// may change it, because every span in Soi counts bytes of it.
package format

import (
	"errors"
	"path/filepath"
	"strings"

	"soi/index/schema"
)

// Errors that callers test for with errors.Is.
var (
	ErrEmpty   = errors.New("holds no text")
	ErrBinary  = errors.New("holds NUL bytes, so it is no text")
	ErrNotJSON = errors.New("not a JSON object")
	ErrNoText  = errors.New("record has no body")
	// ErrUnknownValue and ErrTooDeep are warnings: the document is kept.
	ErrUnknownValue = errors.New("not a value that Soi knows")
	ErrTooDeep      = errors.New("nested too deeply for its main text to be told apart")

	ErrBomb = errors.New("decompresses to more than any text does")
	ErrGzip = errors.New("gzip data is broken")
)

// A Kind is a kind of file.
type Kind int

// The kinds of files.
const (
	Unknown Kind = iota
	PlainText
	WebPage
	Records // one JSON object a line
)

var kinds = map[string]Kind{
	".txt":    PlainText,
	".text":   PlainText,
	".md":     PlainText,
	".html":   WebPage,
	".htm":    WebPage,
	".xhtml":  WebPage,
	".jsonl":  Records,
	".ndjson": Records,
}

// KindOf tells from its name what a file holds and whether it is gzipped.
func KindOf(name string) (kind Kind, gzipped bool) {
	name = strings.ToLower(filepath.Base(name))
	name, gzipped = strings.CutSuffix(name, ".gz")
	return kinds[filepath.Ext(name)], gzipped
}

// RawFactor is how many times larger than its text a document of this kind
// may be in its file: UTF-16 needs up to 2 bytes for one of UTF-8, JSON's
// escapes 6 bytes for 2, and of a web page most is markup.
func (k Kind) RawFactor() int64 {
	switch k {
	case Records:
		return 3
	case WebPage:
		return 4
	}
	return 2
}

// A Page is what a reader makes of one document.
type Page struct {
	schema.Document
	FrontMatter string // YAML that was cut off the head of a text file; it begins in line 2
	Replaced    int    // runs of bytes that were not valid in their encoding and are U+FFFD now

	// Warnings tell what of the file could not be used while the document was
	// kept: ErrUnknownValue, ErrTooDeep.
	Warnings []error
}
