package store

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// A Generation is the live generation of a folder at the moment it was
// opened. It stays on the disk until Close.
type Generation struct {
	Name     string // "gen-000012"
	Path     string // its folder
	Manifest Manifest

	dir  string
	lock *flock.Flock
	info fs.FileInfo // of the manifest
}

// Open finds the live generation of dir, holds it, and compares its files
// with its manifest. The error wraps ErrNoIndex, ErrStale or ErrDamaged.
func Open(dir string, want Versions) (*Generation, error) {
	g, err := Hold(dir)
	if err != nil {
		return nil, err
	}
	if err = g.Readable(want); err == nil {
		err = g.Manifest.check(g.Path)
	}
	if err != nil {
		g.Close()
		return nil, err
	}
	return g, nil
}

// Readable tells by ErrStale that another version made the generation.
func (g *Generation) Readable(want Versions) error {
	if g.Manifest.Versions != want {
		return stale(g.dir, g.Manifest.Versions, want)
	}
	return nil
}

// Verify reads every file and reports those that are not as the manifest
// says, or that it does not name. The error is that of ctx.
func (g *Generation) Verify(ctx context.Context, report func(path string, err error)) error {
	for _, f := range g.Manifest.Files {
		if err := ctx.Err(); err != nil {
			return err
		}
		path := filepath.Join(g.Path, filepath.FromSlash(f.Name))
		err := f.checkSize(path)
		if err == nil {
			err = f.checkContent(path)
		}
		if err != nil {
			report(path, err)
		}
	}
	return filepath.WalkDir(g.Path, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			report(p, err)
			return ctx.Err()
		}
		rel, err := filepath.Rel(g.Path, p)
		if err != nil || e.IsDir() || rel == lockName || rel == manifestName {
			return err
		}
		if _, ok := g.Manifest.file(filepath.ToSlash(rel)); !ok {
			report(p, Damaged(p, "is not named in the manifest"))
		}
		return ctx.Err()
	})
}

// Hold finds the live generation of dir, whatever its version and state, and
// holds it.
func Hold(dir string) (*Generation, error) {
	for {
		name, err := readCurrent(dir)
		if err != nil {
			return nil, err
		}
		g, err := holdNamed(dir, name)
		// What went wrong matters only if CURRENT has not moved: a
		// generation on its way out may lack anything.
		again, currentErr := readCurrent(dir)
		if currentErr == nil && again == name {
			return g, err
		}
		if err == nil {
			g.Close()
		}
		if currentErr != nil {
			return nil, currentErr
		}
	}
}

func holdNamed(dir, name string) (*Generation, error) {
	g := &Generation{Name: name, Path: filepath.Join(dir, name), dir: dir}
	lockPath := filepath.Join(g.Path, lockName)
	// Not created if missing, so that a folder on its way out stays empty
	// and a read-only medium will do.
	g.lock = flock.New(lockPath, flock.SetFlag(os.O_RDONLY))
	switch held, err := g.lock.TryRLock(); {
	case err != nil:
		return nil, damagedBy(lockPath, err)
	case !held: // a writer is about to remove it
		return nil, Damaged(lockPath, "is locked for removal")
	}
	var err error
	if g.Manifest, err = readManifest(g.Path); err == nil {
		g.info, err = os.Stat(filepath.Join(g.Path, manifestName))
	}
	if err != nil {
		g.Close()
		return nil, err
	}
	return g, nil
}

// Moved tells whether another generation is live now. An index that was
// removed and made anew, under the same names, counts as moved too.
func (g *Generation) Moved() (bool, error) {
	name, err := readCurrent(g.dir)
	if err != nil || name != g.Name {
		return err == nil, err
	}
	info, err := os.Stat(filepath.Join(g.Path, manifestName))
	if err != nil {
		return false, damagedBy(filepath.Join(g.Path, manifestName), err)
	}
	return !os.SameFile(info, g.info), nil
}

// Close lets go of the generation; a writer may remove it now.
func (g *Generation) Close() error { return g.lock.Close() }
