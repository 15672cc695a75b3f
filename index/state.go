package index

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"soi/index/internal/copies"
	"soi/index/internal/store"
)

// stateName is the file of a generation that holds its Known: a gzip of JSON
// lines, one a source file, sorted by path.
const stateName = "sources.jsonl.gz"

// A stateLine is one source file and its documents.
type stateLine struct {
	*sourceFile
	Documents []stateDocument `json:"documents"` // sorted by id
}

type stateDocument struct {
	ID    string `json:"id"`
	Line  string `json:"line,omitempty"`
	Hash  string `json:"hash"`
	Bytes int64  `json:"bytes"`

	Sketch *copies.Sketch `json:"sketch,omitempty"` // nil: too short to be compared
	Copy   string         `json:"copy,omitempty"`   // name of its group of copies
}

// readKnown reads the state of a generation.
func readKnown(path string) (k *Known, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	defer func() {
		if err != nil {
			err = store.Damaged(path, "cannot be read: %v", err)
		}
	}()
	unzip, err := gzip.NewReader(bufio.NewReader(f))
	if err != nil {
		return nil, err
	}
	k = newKnown()
	lines := json.NewDecoder(unzip)
	for {
		line := stateLine{sourceFile: &sourceFile{}}
		if err := lines.Decode(&line); errors.Is(err, io.EOF) {
			return k, nil
		} else if err != nil {
			return nil, err
		}
		if err := k.take(line); err != nil {
			return nil, err
		}
	}
}

func (k *Known) take(line stateLine) error {
	f := line.sourceFile
	k.files[f.Path] = f
	for _, d := range line.Documents {
		if other, ok := k.records[d.ID]; ok {
			return fmt.Errorf("document %s is of %s and of %s", d.ID, other.source.Path, f.Path)
		}
		r := &record{id: d.ID, source: f, line: d.Line, hash: d.Hash, bytes: d.Bytes, copyOf: d.Copy}
		if d.Sketch != nil {
			r.sketch = *d.Sketch
		}
		k.records[d.ID] = r
		f.records = append(f.records, r)
	}
	return nil
}

// write writes the state to path.
func (k *Known) write(path string) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if closeErr := f.Close(); err == nil {
			err = closeErr
		}
	}()
	zip, err := gzip.NewWriterLevel(f, gzip.BestSpeed)
	if err != nil {
		return err
	}
	lines := json.NewEncoder(zip)
	for _, line := range k.lines() {
		if err := lines.Encode(line); err != nil {
			return err
		}
	}
	return zip.Close()
}

// state is what the file says of a document.
func (r *record) state() stateDocument {
	s := stateDocument{ID: r.id, Line: r.line, Hash: r.hash, Bytes: r.bytes, Copy: r.copyOf}
	if r.sketch != (copies.Sketch{}) {
		s.Sketch = &r.sketch
	}
	return s
}

// lines gives the state in the order of the file. A file without documents is
// in it while it is whole: an empty one need not be read again either.
func (k *Known) lines() []stateLine {
	var lines []stateLine
	for _, f := range k.files {
		line := stateLine{sourceFile: f}
		for _, r := range f.records {
			if k.alive(r, f) {
				line.Documents = append(line.Documents, r.state())
			}
		}
		if f.reading {
			f.Whole = false
		}
		if !f.Whole && len(line.Documents) == 0 {
			continue
		}
		slices.SortFunc(line.Documents, func(a, b stateDocument) int { return strings.Compare(a.ID, b.ID) })
		lines = append(lines, line)
	}
	slices.SortFunc(lines, func(a, b stateLine) int { return strings.Compare(a.Path, b.Path) })
	return lines
}
