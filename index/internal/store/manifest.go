package store

import (
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const (
	manifestName = "manifest.json"
	lockName     = "lock"
)

// checkedSize is the size up to which a file's CRC-32 is compared at each
// open. Bleve trusts the bytes of its small root.bolt blindly, and a damaged
// one makes it panic; segments of hundreds of MB are left to Verify.
const checkedSize = 4 << 20 // bytes; 1 ms to read

// Versions say what made an index. Another version can neither read nor
// extend it.
type Versions struct {
	Schema   int    `json:"schema"`   // of the fields and files
	Analyzer string `json:"analyzer"` // of the analyzer and its tables
}

func (v Versions) String() string { return fmt.Sprintf("%d/%s", v.Schema, v.Analyzer) }

// A Manifest says what a generation consists of and what made it.
type Manifest struct {
	Versions
	Ingest    int       `json:"ingest"`     // version of ingest that read the newest documents
	Documents int       `json:"documents"`  // documents in the index
	TextBytes int64     `json:"text_bytes"` // bytes of UTF-8 in the documents' texts
	Created   time.Time `json:"created"`
	Files     []File    `json:"files"` // all but manifest and lock, sorted by name
}

// A File is one file of a generation.
type File struct {
	Name  string `json:"name"`  // below the generation, with slashes
	Size  int64  `json:"size"`  // bytes
	CRC32 uint32 `json:"crc32"` // IEEE polynomial, of the whole file
}

// Size is the number of bytes that the files take.
func (m *Manifest) Size() int64 {
	var n int64
	for _, f := range m.Files {
		n += f.Size
	}
	return n
}

// file returns the entry of a name.
func (m *Manifest) file(name string) (File, bool) {
	i, ok := slices.BinarySearchFunc(m.Files, name, func(f File, name string) int {
		return strings.Compare(f.Name, name)
	})
	if !ok {
		return File{}, false
	}
	return m.Files[i], true
}

// readManifest reads the manifest of the generation in folder gen.
func readManifest(gen string) (Manifest, error) {
	var m Manifest
	path := filepath.Join(gen, manifestName)
	b, err := os.ReadFile(path)
	if err != nil {
		return m, damagedBy(path, err)
	}
	if err := json.Unmarshal(b, &m); err != nil {
		return m, Damaged(path, "is not a manifest: %v", err)
	}
	for i, f := range m.Files {
		if !filepath.IsLocal(filepath.FromSlash(f.Name)) {
			return m, Damaged(path, "names a file outside of its folder: %q", f.Name)
		}
		if i > 0 && m.Files[i-1].Name >= f.Name {
			return m, Damaged(path, "is not sorted at %q", f.Name)
		}
	}
	return m, nil
}

// writeManifest writes the manifest of the generation in folder gen and
// brings it to the disk.
func writeManifest(gen string, m Manifest) error {
	b, err := json.MarshalIndent(m, "", "\t")
	if err != nil {
		return err
	}
	return writeFile(filepath.Join(gen, manifestName), append(b, '\n'))
}

// check compares the files in folder gen with the manifest: names and sizes
// of all, contents of the small ones.
func (m *Manifest) check(gen string) error {
	for _, f := range m.Files {
		file := filepath.Join(gen, filepath.FromSlash(f.Name))
		if err := f.checkSize(file); err != nil {
			return err
		}
		if f.Size > checkedSize || path.Ext(f.Name) == segmentExt {
			continue
		}
		if err := f.checkContent(file); err != nil {
			return err
		}
	}
	return nil
}

func (f File) checkSize(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return damagedBy(path, err)
	}
	if info.Size() != f.Size {
		return Damaged(path, "has %d bytes, the manifest says %d", info.Size(), f.Size)
	}
	return nil
}

func (f File) checkContent(path string) error {
	sum, err := checksum(path)
	if err != nil {
		return damagedBy(path, err)
	}
	if sum != f.CRC32 {
		return Damaged(path, "has other bytes than were written (CRC-32 %08x, the manifest says %08x)", sum, f.CRC32)
	}
	return nil
}
