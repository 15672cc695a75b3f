package index

import (
	"bytes"
	"cmp"
	"compress/flate"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"soi/index/internal/bare"
	"soi/index/schema"
)

// The record of a document is
//
//	uvarint  length of the metadata in bytes
//	uvarint  length of the text in bytes
//	deflate  metadata (schema.Document in JSON without text), then the text
//
// where deflate begins with a preset dictionary. A report is too short to
// teach deflate its language: of news articles of 3 kB it leaves 0.40 of the
// text, and 0.33 with the dictionary. Bleve's own snappy leaves 0.59 [measured].

//go:embed dictionary.txt
var dictionaryFile string

// dictionary holds the lines of dictionary.txt, a space before each: what
// stands nearer to the end costs fewer bits, and deflate sees 32 KB at most.
var dictionary = sync.OnceValue(func() []byte {
	var b []byte
	for line := range strings.Lines(dictionaryFile) {
		if line = strings.TrimSuffix(line, "\n"); line != "" && !strings.HasPrefix(line, "#") {
			b = append(append(b, ' '), line...)
		}
	}
	return b
})

// maxExpansion is more than deflate can expand a byte to; a record that
// promises more is damaged, and gets no memory.
const maxExpansion = 1 << 11

var (
	deflaters = sync.Pool{New: func() any {
		w, err := flate.NewWriterDict(io.Discard, flate.BestCompression, dictionary())
		if err != nil {
			panic(err) // only for a level out of range
		}
		return w
	}}
	inflaters = sync.Pool{New: func() any { return flate.NewReaderDict(bytes.NewReader(nil), dictionary()) }}
)

// content is a document taken apart for its record.
type content struct {
	meta []byte // JSON
	text string
}

// takeApart gives the content of d. It leaves out d.Source but for its path:
// the same document from a file that was only touched is the same.
func takeApart(d *schema.Document) (content, error) {
	bare := *d
	bare.Text = ""
	bare.Source = schema.Source{Path: d.Source.Path}
	meta, err := json.Marshal(&bare)
	return content{meta, d.Text}, err
}

// hash is a fingerprint of the content: 96 bits of its SHA-256 in base64, for
// telling whether a document has changed.
func (c content) hash() string {
	h := sha256.New()
	h.Write(c.meta)
	io.WriteString(h, c.text)
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:12])
}

// encode gives the record.
func (c content) encode() []byte {
	var b bytes.Buffer
	head := binary.AppendUvarint(nil, uint64(len(c.meta)))
	b.Write(binary.AppendUvarint(head, uint64(len(c.text))))
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(&b)
	// A bytes.Buffer takes everything, so there is no error to look at.
	w.Write(c.meta)
	io.WriteString(w, c.text)
	w.Close()
	return b.Bytes()
}

// decodeRecord is the way back from encode.
func decodeRecord(record []byte) (schema.Document, error) {
	var d schema.Document
	metaLen, n := binary.Uvarint(record)
	textLen, m := binary.Uvarint(record[max(n, 0):])
	if n <= 0 || m <= 0 {
		return d, errors.New("record without a head")
	}
	packed := record[n+m:]
	if limit := uint64(len(packed)) * maxExpansion; metaLen > limit || textLen > limit {
		return d, fmt.Errorf("record of %d bytes promises %d and %d", len(packed), metaLen, textLen)
	}
	plain := make([]byte, metaLen+textLen)
	r := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(r)
	if err := r.(flate.Resetter).Reset(bytes.NewReader(packed), dictionary()); err != nil {
		return d, err
	}
	if _, err := io.ReadFull(r, plain); err != nil {
		return d, fmt.Errorf("record: %w", err)
	}
	if err := json.Unmarshal(plain[:metaLen], &d); err != nil {
		return d, fmt.Errorf("record: %w", err)
	}
	d.Text = string(plain[metaLen:])
	return d, nil
}

// passages gives the bare passages of d's title, and of each of its searchable
// parts. One goes on from the title into the body.
func passages(d *schema.Document) (title, body [][]bare.Passage) {
	contents := []string{d.TitleText()}
	for _, span := range searchable(d) {
		contents = append(contents, span.Of(d.Text))
	}
	all := bare.Find(contents)
	return all[:1], all[1:]
}

// searchable lists the spans of d's text that the body field holds: body
// parts and captions in the order of the text. Snippets and phrases go by the
// same list.
func searchable(d *schema.Document) []schema.Span {
	spans := slices.Concat(d.Body, d.Captions)
	slices.SortStableFunc(spans, func(a, b schema.Span) int { return cmp.Compare(a.Start, b.Start) })
	return spans
}
