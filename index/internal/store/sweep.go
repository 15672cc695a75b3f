package store

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gofrs/flock"
)

// restore finds the newest generation that is as its manifest says, where
// CURRENT is missing: it was removed, or the first writer of all was killed
// just before writing it. Without this the next sweep would remove an index
// for the lack of one small file. The name is "" if there is none.
func restore(dir string) (name string, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	var newest uint64
	for _, e := range entries {
		n, ok := genNumber(e.Name())
		if !ok || n <= newest {
			continue
		}
		gen := filepath.Join(dir, e.Name())
		if m, err := readManifest(gen); err == nil && m.check(gen) == nil {
			newest = n
		}
	}
	if newest == 0 {
		return "", nil
	}
	return genName(newest), writeCurrent(dir, genName(newest))
}

// sweep removes the generations of dir but the live one: those that no
// reader holds any more and those that a killed writer left. It returns the
// highest number in use. Only the writer may call it.
func sweep(dir, live string) (last uint64, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return 0, err
	}
	for _, e := range entries {
		n, ok := genNumber(e.Name())
		if !ok {
			continue
		}
		last = max(last, n)
		if e.Name() != live {
			// What cannot be removed now stays for the next writer: no
			// answer depends on it.
			_ = removeUnheld(filepath.Join(dir, e.Name()))
		}
	}
	return last, nil
}

// removeUnheld removes a generation unless a reader holds it. A reader that
// comes in between finds that CURRENT names another one and lets go.
func removeUnheld(gen string) error {
	lockPath := filepath.Join(gen, lockName)
	if _, err := os.Stat(lockPath); err == nil {
		lock := flock.New(lockPath, flock.SetFlag(os.O_RDONLY))
		held, err := lock.TryLock()
		if err != nil || !held {
			return err
		}
		// Let go before: Windows removes no open file.
		if err := lock.Close(); err != nil {
			return err
		}
	}
	return os.RemoveAll(gen)
}

func sortFiles(files []File) {
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
}
