package store

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path"
	"path/filepath"
)

// segmentExt is the end of the names of segments.
const segmentExt = ".zap"

// DigestFolder is the folder below a generation for what is known of its
// segments, in files that are made when the segments are.
const DigestFolder = "digest"

// isShared reports whether a file of a generation is written once and then
// shared by generations.
func isShared(name string) bool {
	return path.Ext(name) == segmentExt || path.Dir(name) == DigestFolder
}

// writeFile writes a file of its own and brings it to the disk.
func writeFile(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}

// sync brings what other hands wrote into the file at path to the disk, and
// notes its size and sums.
func (f *File) sync(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0) // Windows syncs only what it may write
	if err != nil {
		return err
	}
	defer file.Close()
	crc, sum := crc32.NewIEEE(), sha256.New()
	if f.Size, err = io.Copy(io.MultiWriter(crc, sum), file); err != nil {
		return err
	}
	f.CRC32 = crc.Sum32()
	f.SHA256 = hex.EncodeToString(sum.Sum(nil)[:sha256.Size/2])
	return file.Sync()
}

func checksum(path string) (uint32, error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	h := crc32.NewIEEE()
	_, err = io.Copy(h, f)
	return h.Sum32(), err
}

// linkFile makes to the same file as from, where the file system can do that.
// The bytes of a link are never written, so both names stay as they are.
var linkFile = os.Link

// cloneFile puts the file from under the name to, by a hard link or else by
// a copy, which must have the CRC-32 of the manifest.
func cloneFile(from, to string, want File) error {
	if linkFile(from, to) == nil {
		return nil
	}
	return copyFile(from, to, want)
}

func copyFile(from, to string, want File) error {
	src, err := os.Open(from)
	if err != nil {
		return err
	}
	defer src.Close()
	dst, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	h := crc32.NewIEEE()
	_, err = io.Copy(io.MultiWriter(dst, h), src)
	if closeErr := dst.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return fmt.Errorf("copy to %s: %w", to, err)
	}
	if h.Sum32() != want.CRC32 {
		return Damaged(from, "has other bytes than were written (CRC-32 %08x, the manifest says %08x)", h.Sum32(), want.CRC32)
	}
	return nil
}

// RemoveOthers removes the segments in the folder of an index, or the digests
// in theirs, for whose names keep does not answer true.
func RemoveOthers(folder string, keep func(file string) bool) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !isShared(path.Join(filepath.Base(folder), e.Name())) || keep(e.Name()) {
			continue
		}
		if err := os.Remove(filepath.Join(folder, e.Name())); err != nil {
			return err
		}
	}
	return nil
}
