package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A Draft is the next generation of a folder in the making. Whoever holds it
// is the only writer of the folder.
type Draft struct {
	Name string    // "gen-000013"
	Path string    // its folder; there is nothing before Create
	Base *Manifest // of the live generation; nil when the draft begins empty

	// Stale tells that the folder holds an index of another version, which
	// this draft is to replace.
	Stale bool

	// BasePath is the folder of the live generation; "" if there is none.
	BasePath string

	dir  string
	lock *writerLock
}

// Begin takes dir, which it makes if missing, for writing. The error wraps
// ErrLocked if another process has it, ErrNoIndex if dir is in use for
// something else, and ErrDamaged if the live generation is not as its
// manifest says.
func Begin(ctx context.Context, dir string, want Versions) (*Draft, error) {
	if err := usable(dir); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	lock, err := lockForWriting(ctx, dir)
	if err != nil {
		return nil, err
	}
	d := &Draft{dir: dir, lock: lock}
	if err := d.begin(want); err != nil {
		lock.release()
		return nil, err
	}
	return d, nil
}

func (d *Draft) begin(want Versions) error {
	live, err := readCurrent(d.dir)
	if errors.Is(err, ErrNoIndex) {
		live, err = restore(d.dir)
	}
	if err != nil {
		return err
	}
	if live != "" {
		if err := d.standOn(live, want); err != nil {
			return err
		}
	}
	// Not before the live generation was found to be whole.
	last, err := sweep(d.dir, live)
	if err != nil {
		return err
	}
	d.Name = genName(last + 1)
	d.Path = filepath.Join(d.dir, d.Name)
	return nil
}

// standOn makes the live generation the base of the draft.
func (d *Draft) standOn(live string, want Versions) error {
	d.BasePath = filepath.Join(d.dir, live)
	m, err := readManifest(d.BasePath)
	if err != nil {
		return err
	}
	if m.Versions != want {
		d.Stale = true
		return nil
	}
	d.Base = &m
	return m.check(d.BasePath)
}

// usable refuses a folder that holds anything but an index or the leftovers
// of one, so that nobody mixes an index into his documents.
func usable(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		if info, statErr := os.Stat(dir); statErr == nil && !info.IsDir() {
			return &kindError{ErrNoIndex, err, fmt.Sprintf("%s is a file, not the folder of an index", dir)}
		}
		return err
	}
	strange := ""
	for _, e := range entries {
		_, isGen := genNumber(e.Name())
		switch name := e.Name(); {
		case name == currentName:
			return nil
		case isGen, name == lockName, name == holderName, strings.HasPrefix(name, currentName+"."):
		case strange == "":
			strange = name
		}
	}
	if strange != "" {
		return foreign(dir, strange)
	}
	return nil
}

// baseFile is the path of a file of the live generation.
func (d *Draft) baseFile(name string) string {
	return filepath.Join(d.BasePath, filepath.FromSlash(name))
}

// Create makes the draft's folder with the files of the live generation for
// which keep answers true: segments and digests, which are never written
// again, by hard links, the others by copies.
func (d *Draft) Create(keep func(name string) bool) error {
	if err := os.Mkdir(d.Path, 0o755); err != nil {
		return err
	}
	if err := writeFile(filepath.Join(d.Path, lockName), nil); err != nil {
		return err
	}
	if d.Base == nil {
		return nil
	}
	for _, f := range d.Base.Files {
		if !keep(f.Name) {
			continue
		}
		to := filepath.Join(d.Path, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		clone := copyFile
		if isShared(f.Name) {
			clone = cloneFile
		}
		if err := clone(d.baseFile(f.Name), to, f); err != nil {
			return err
		}
	}
	return nil
}

// Publish brings the draft to the disk and makes it the live generation. The
// caller has closed all files and filled in the versions and counts of m;
// Created and Files are found here. After an error the old generation is
// live, and the caller discards the draft.
func (d *Draft) Publish(m Manifest) error {
	m.Created = time.Now().UTC().Truncate(time.Second)
	var err error
	if m.Files, err = d.syncFiles(); err != nil {
		return err
	}
	if err := writeManifest(d.Path, m); err != nil {
		return err
	}
	if err := syncDir(d.Path); err != nil {
		return err
	}
	if err := syncDir(d.dir); err != nil {
		return err
	}
	if err := writeCurrent(d.dir, d.Name); err != nil {
		return err
	}
	// The draft is live whatever happens now: what stays undone here, the
	// next writer does.
	_, _ = sweep(d.dir, d.Name)
	_ = d.lock.release()
	return nil
}

// syncFiles brings files and folders to the disk and lists the files. Hard
// links are there already, and known.
func (d *Draft) syncFiles() ([]File, error) {
	var files []File
	err := filepath.WalkDir(d.Path, func(p string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			return syncDir(p)
		}
		rel, err := filepath.Rel(d.Path, p)
		if err != nil || rel == lockName || rel == manifestName {
			return err
		}
		f := File{Name: filepath.ToSlash(rel)}
		if old, ok := d.linked(f.Name, p); ok {
			f = old
		} else if err = f.sync(p); err != nil {
			return err
		}
		files = append(files, f)
		return nil
	})
	// WalkDir goes folder by folder; the manifest is sorted by whole names.
	sortFiles(files)
	return files, err
}

// linked finds the entry of a file that is the same one as in the live
// generation.
func (d *Draft) linked(name, path string) (File, bool) {
	if d.Base == nil {
		return File{}, false
	}
	f, ok := d.Base.file(name)
	if !ok {
		return File{}, false
	}
	a, errA := os.Stat(path)
	b, errB := os.Stat(d.baseFile(name))
	return f, errA == nil && errB == nil && os.SameFile(a, b)
}

// Discard removes the draft and lets go of the folder. Nothing has changed
// for readers.
func (d *Draft) Discard() error {
	return errors.Join(os.RemoveAll(d.Path), d.lock.release())
}
