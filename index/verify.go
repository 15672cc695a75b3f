package index

import (
	"context"
	"fmt"
	"path/filepath"

	"soi/index/internal/store"
)

// A Report is what Verify found.
type Report struct {
	Generation string    // the live one, "gen-000012"
	Documents  int       // as its manifest says
	Files      int       // files compared
	Bytes      int64     // in them
	Problems   []Problem // none: the index is as it was written
}

// A Problem is one thing that is wrong with an index.
type Problem struct {
	Path string // the file or folder
	Err  error  // what is wrong with it
}

// Verify reads every file of the live generation of dir and compares it with
// the manifest, opens the index, and decodes its digests and documents. Writers
// and readers may go on meanwhile. The error is about what keeps it from
// looking, such as ErrNoIndex; what it finds is in the report.
func Verify(ctx context.Context, dir string) (Report, error) {
	g, err := store.Hold(dir)
	if err != nil {
		return Report{}, fmt.Errorf("verify index: %w", err)
	}
	defer g.Close()
	r := Report{
		Generation: g.Name,
		Documents:  g.Manifest.Documents,
		Files:      len(g.Manifest.Files),
		Bytes:      g.Manifest.Size(),
	}
	report := func(path string, err error) { r.Problems = append(r.Problems, Problem{path, err}) }
	if err := g.Verify(ctx, report); err != nil {
		return r, fmt.Errorf("verify index: %w", err)
	}
	if err := g.Readable(versions()); err != nil {
		report(g.Path, err)
	}
	if len(r.Problems) > 0 {
		return r, nil // Bleve must not see a damaged index
	}
	if err := verifyState(g); err != nil {
		report(filepath.Join(g.Path, stateName), err)
	}
	if err := verifyCopies(g); err != nil {
		report(filepath.Join(g.Path, copiesName), err)
	}
	if err := verifyDocuments(ctx, g, report); err != nil {
		return r, fmt.Errorf("verify index: %w", err)
	}
	return r, nil
}

// verifyState compares what is known of the sources with the manifest.
func verifyState(g *store.Generation) error {
	path := filepath.Join(g.Path, stateName)
	k, err := readKnown(g.Path, &g.Manifest)
	if err != nil {
		return err
	}
	if len(k.records) != g.Manifest.Documents {
		return store.Damaged(path, "lists %d documents, the manifest says %d", len(k.records), g.Manifest.Documents)
	}
	return nil
}

// verifyCopies looks for copies that the index does not have.
func verifyCopies(g *store.Generation) error {
	groups, err := readCopies(g.Path)
	if err != nil {
		return err
	}
	k, err := readKnown(g.Path, &g.Manifest)
	if err != nil {
		return nil // reported by verifyState
	}
	for _, ids := range groups {
		for _, id := range ids {
			if k.records[id] == nil {
				return store.Damaged(filepath.Join(g.Path, copiesName), "lists document %s, which the index does not have", id)
			}
		}
	}
	return nil
}

// verifyDocuments opens the index and decodes every digest and document.
func verifyDocuments(ctx context.Context, g *store.Generation, report func(string, error)) error {
	ix, err := openReadOnly(g.Path, g.Manifest.Documents)
	if err != nil {
		report(g.Path, err)
		return nil
	}
	v := &view{bleve: ix, manifest: g.Manifest, generation: g}
	defer ix.Close()
	if err := verifyDigests(v, report); err != nil {
		report(g.Path, err)
	}
	k, err := readKnown(g.Path, &g.Manifest)
	if err != nil {
		return nil // reported by verifyState
	}
	for id, r := range k.records {
		if err := ctx.Err(); err != nil {
			return err
		}
		d, err := v.load(id)
		if err == nil && int64(len(d.Text)) != r.bytes {
			err = store.Damaged(g.Path, "holds a text of %d bytes for document %s instead of %d", len(d.Text), id, r.bytes)
		}
		if err != nil {
			report(g.Path, err)
		}
	}
	return nil
}
