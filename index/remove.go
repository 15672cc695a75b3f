package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"soi/index/schema"
)

// Remove removes documents, each named by its id, or by the path of the file
// or a folder above it, and returns how many. A file that loses a document is
// read again when it is met the next time. What names nothing is told in an
// error that wraps schema.ErrNotFound; the rest is removed all the same.
func (w *Writer) Remove(ctx context.Context, idOrPath ...string) (int, error) {
	if err := w.usable(); err != nil {
		return 0, err
	}
	var doomed []*record
	var unknown []error
	for _, name := range idOrPath {
		found, err := w.named(name)
		if err != nil {
			return 0, err
		}
		if len(found) == 0 {
			unknown = append(unknown, fmt.Errorf("%s: %w", name, schema.ErrNotFound))
		}
		doomed = append(doomed, found...)
	}
	n, err := w.remove(ctx, doomed)
	if err == nil {
		w.known.readAgain(doomed)
	}
	return n, errors.Join(append(unknown, err)...)
}

// named finds the documents of an id or a path.
func (w *Writer) named(name string) ([]*record, error) {
	if r, ok := w.known.records[name]; ok {
		return []*record{r}, nil
	}
	path, err := filepath.Abs(name)
	if err != nil {
		return nil, err
	}
	var found []*record
	for _, f := range w.known.files {
		if under(path, f.Path) {
			found = append(found, w.documents(f)...)
		}
	}
	return found, nil
}

// documents lists the documents of a file.
func (w *Writer) documents(f *sourceFile) []*record {
	return slices.DeleteFunc(slices.Clone(f.records), func(r *record) bool { return !alive(r, f) })
}

// Prune removes the documents below roots, which are files or folders, that
// have vanished: those whose file is gone, and those of a file of records
// that was read to its end in this run without meeting them. A file that is
// there but could not be read keeps its documents.
func (w *Writer) Prune(ctx context.Context, roots []string) (int, error) {
	if err := w.usable(); err != nil {
		return 0, err
	}
	var doomed []*record
	var gone []string
	for _, root := range roots {
		root, err := filepath.Abs(root)
		if err != nil {
			return 0, err
		}
		for path, f := range w.known.files {
			if !under(root, path) {
				continue
			}
			if !f.read && !exists(path) {
				gone = append(gone, path)
			} else if !f.read {
				continue
			}
			for _, r := range w.documents(f) {
				if !r.seen {
					doomed = append(doomed, r)
				}
			}
		}
	}
	n, err := w.remove(ctx, doomed)
	if err == nil {
		for _, path := range gone {
			w.known.dropFile(path)
		}
	}
	return n, err
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return !errors.Is(err, os.ErrNotExist)
}

// remove takes documents, some of which may be listed twice, out of the index.
func (w *Writer) remove(ctx context.Context, doomed []*record) (int, error) {
	doomed = slices.Clone(doomed)
	slices.SortFunc(doomed, func(a, b *record) int { return strings.Compare(a.id, b.id) })
	doomed = slices.Compact(doomed)
	if len(doomed) == 0 {
		return 0, nil
	}
	if err := w.begin(); err != nil {
		return 0, w.fail(err)
	}
	// Batches in flight may reach Bleve in any order: what was put before
	// has to be there before it is removed, and what follows comes after.
	if err := w.load.drain(ctx); err != nil {
		return 0, w.fail(err)
	}
	for _, r := range doomed {
		w.load.remove(r.id)
	}
	if err := w.load.drain(ctx); err != nil {
		return 0, w.fail(err)
	}
	w.known.drop(doomed)
	w.stats.Removed += len(doomed)
	return len(doomed), nil
}
