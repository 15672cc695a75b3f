package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
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

	// SHA256 is the first half of the SHA-256 of the file, in hex. What a
	// process keeps of segments goes by it: a segment ends with a CRC-32 of
	// its own, which leaves 16 bits to that of the whole.
	SHA256 string `json:"sha256"`
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

// A sealed manifest is how a manifest stands in its file: with a checksum, so
// that it vouches for itself as it does for the other files.
type sealed struct {
	CRC32    uint32          `json:"crc32"` // IEEE polynomial, of the manifest as JSON without white space
	Manifest json.RawMessage `json:"manifest"`
}

// unsealedSchema is the last version of the schema whose manifests had no
// checksum.
const unsealedSchema = 1

// readManifest reads the manifest of the generation in folder gen.
func readManifest(gen string) (Manifest, error) {
	path := filepath.Join(gen, manifestName)
	b, err := os.ReadFile(path)
	if err != nil {
		return Manifest{}, damagedBy(path, err)
	}
	m, err := unseal(path, b)
	if err != nil {
		return m, err
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

// unseal gives the manifest in b, the content of the file at path.
func unseal(path string, b []byte) (m Manifest, err error) {
	var s sealed
	if err := json.Unmarshal(b, &s); err != nil {
		return m, Damaged(path, "is not a manifest: %v", err)
	}
	if len(s.Manifest) == 0 {
		if err := json.Unmarshal(b, &m); err != nil || m.Schema != unsealedSchema {
			return m, Damaged(path, "is not a manifest")
		}
		return m, nil // stale, as Versions will tell
	}
	if sum := sumJSON(s.Manifest); sum != s.CRC32 {
		return m, Damaged(path, "has other bytes than were written (CRC-32 %08x, it says %08x itself)", sum, s.CRC32)
	}
	if err := json.Unmarshal(s.Manifest, &m); err != nil {
		return m, Damaged(path, "is not a manifest: %v", err)
	}
	return m, nil
}

// sumJSON is the CRC-32 of valid JSON without its white space.
func sumJSON(b []byte) uint32 {
	var compact bytes.Buffer
	_ = json.Compact(&compact, b) // fails for what is not JSON only
	return crc32.ChecksumIEEE(compact.Bytes())
}

// writeManifest writes the manifest of the generation in folder gen and
// brings it to the disk.
func writeManifest(gen string, m Manifest) error {
	b, err := json.Marshal(m)
	if err != nil {
		return err
	}
	if b, err = json.MarshalIndent(sealed{sumJSON(b), b}, "", "\t"); err != nil {
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

// ReadFile gives the content of a file of the generation in folder gen. The
// error wraps ErrDamaged if it is not what the manifest says.
func (m *Manifest) ReadFile(gen, name string) (string, error) {
	path := filepath.Join(gen, filepath.FromSlash(name))
	f, ok := m.file(name)
	if !ok {
		return "", Damaged(path, "is not named in the manifest")
	}
	if err := f.checkSize(path); err != nil {
		return "", err
	}
	file, err := os.Open(path)
	if err != nil {
		return "", damagedBy(path, err)
	}
	defer file.Close()
	var content strings.Builder
	content.Grow(int(f.Size))
	sum := crc32.NewIEEE()
	if _, err := io.Copy(io.MultiWriter(&content, sum), file); err != nil {
		return "", damagedBy(path, err)
	}
	return content.String(), f.compareSum(path, sum.Sum32())
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
	return f.compareSum(path, sum)
}

func (f File) compareSum(path string, sum uint32) error {
	if sum != f.CRC32 {
		return Damaged(path, "has other bytes than were written (CRC-32 %08x, the manifest says %08x)", sum, f.CRC32)
	}
	return nil
}
