package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

const (
	currentName = "CURRENT"
	genPrefix   = "gen-"
)

// genName is the folder of generation n.
func genName(n uint64) string { return fmt.Sprintf("%s%06d", genPrefix, n) }

// genNumber is the n of genName(n); ok is false for every other string.
func genNumber(name string) (n uint64, ok bool) {
	digits, ok := strings.CutPrefix(name, genPrefix)
	if !ok {
		return 0, false
	}
	n, err := strconv.ParseUint(digits, 10, 64)
	return n, err == nil && n > 0 && genName(n) == name
}

// readCurrent returns the name of the live generation of dir. The error wraps
// ErrNoIndex if there is none and ErrDamaged if CURRENT names anything but a
// generation, such as a path out of dir.
func readCurrent(dir string) (string, error) {
	path := filepath.Join(dir, currentName)
	f, err := openShared(path)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return "", missing(dir, err)
		}
		if info, statErr := os.Stat(dir); statErr == nil && !info.IsDir() {
			return "", &kindError{ErrNoIndex, err, fmt.Sprintf("%s is a file, not the folder of an index", dir)}
		}
		return "", err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, 256))
	if err != nil {
		return "", err
	}
	name := strings.TrimSuffix(string(b), "\n")
	if _, ok := genNumber(name); !ok {
		return "", Damaged(path, "names no generation but %.40q", name)
	}
	return name, nil
}

// writeCurrent makes name the live generation of dir. After a crash at any
// moment CURRENT is the old one or the new one, whole.
func writeCurrent(dir, name string) error {
	path := filepath.Join(dir, currentName)
	next := path + ".next"
	if err := writeFile(next, []byte(name+"\n")); err != nil {
		return err
	}
	if err := replace(next, path); err != nil {
		return err
	}
	return syncDir(dir)
}
