package ingest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"soi/ingest/format"
)

// A walker goes through files and folders and queues what it reads.
type walker struct {
	ctx    context.Context
	line   *pipeline
	opts   Options
	dirs   map[string]bool  // real paths of folders that were walked
	above  []string         // real paths of the folders that are being walked, outermost first
	files  map[hash64]bool  // absolute paths of files that were read
	claims map[hash64]claim // ids of records, and which file and line have them
}

// hash64 stands for a long string in sets that grow with the collection: two
// strings of one hash among a billion have a chance of 3 %, and then one file
// is missed or one id is prefixed.
type hash64 [8]byte

func hashOf(s string) hash64 {
	sum := sha256.Sum256([]byte(s))
	return hash64(sum[:8])
}

// keyOf is the key of a file; see the package comment.
func keyOf(path string) string {
	sum := sha256.Sum256([]byte(path))
	return hex.EncodeToString(sum[:8])
}

func newWalker(ctx context.Context, line *pipeline, opts Options) *walker {
	return &walker{
		ctx: ctx, line: line, opts: opts,
		dirs: map[string]bool{}, files: map[hash64]bool{}, claims: map[hash64]claim{},
	}
}

func (w *walker) walk(paths []string) {
	for _, path := range paths {
		abs, err := filepath.Abs(path)
		if err != nil {
			w.fail(path, 0, err)
			continue
		}
		if !w.visit(abs, true) {
			return
		}
	}
}

// fail yields an error; false when the run is over.
func (w *walker) fail(path string, line int, err error) bool {
	return w.line.give(step{err: fileError(path, line, err)})
}

// visit reads a file or folder; false when the run is over. named says that
// the user named it himself.
func (w *walker) visit(path string, named bool) bool {
	if w.ctx.Err() != nil {
		return false
	}
	kind, gzipped := format.KindOf(path)
	info, err := os.Stat(path)
	switch {
	case err != nil && !named && kind == format.Unknown:
		return true // a dangling link that could as well lead to an unknown kind
	case err != nil:
		return w.fail(path, 0, err)
	case info.IsDir():
		return w.folder(path)
	case kind == format.Unknown && !named:
		return true
	case kind == format.Unknown:
		return w.fail(path, 0, ErrUnknownKind)
	case !info.Mode().IsRegular():
		return w.fail(path, 0, ErrNotRegular) // opening a pipe would wait for ever
	}
	if key := hashOf(path); w.files[key] {
		return true
	} else {
		w.files[key] = true
	}
	f := file{walker: w, path: path, kind: kind, gzipped: gzipped}
	return f.read()
}

// folder walks a folder by name. Links to folders are followed, but each
// folder is walked once, so neither loops nor crossing links multiply it.
func (w *walker) folder(path string) bool {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return w.fail(path, 0, err)
	}
	if slices.Contains(w.above, real) {
		return w.fail(path, 0, ErrLoop)
	}
	if w.dirs[real] {
		return true
	}
	w.dirs[real] = true
	entries, err := os.ReadDir(path)
	if err != nil && !w.fail(path, 0, err) {
		return false
	}
	w.above = append(w.above, real)
	defer func() { w.above = w.above[:len(w.above)-1] }()
	for _, entry := range entries {
		if hidden(entry) {
			continue
		}
		if !w.visit(filepath.Join(path, entry.Name()), false) {
			return false
		}
	}
	return true
}

func hidden(entry fs.DirEntry) bool { return strings.HasPrefix(entry.Name(), ".") }
