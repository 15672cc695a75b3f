//go:build unix

package index

import "golang.org/x/sys/unix"

// dropMapped gives back the memory of a read-only map of a file. What is read
// again comes from the file again.
func dropMapped(b []byte) {
	if len(b) > 0 {
		_ = unix.Madvise(b, unix.MADV_DONTNEED) // a hint
	}
}
