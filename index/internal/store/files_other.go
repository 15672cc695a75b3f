//go:build !windows

package store

import "os"

// openShared opens a file for reading that may be replaced meanwhile.
func openShared(path string) (*os.File, error) { return os.Open(path) }

// replace renames from to to, whatever to was before.
func replace(from, to string) error { return os.Rename(from, to) }

// syncDir brings the names in a folder to the disk.
func syncDir(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}
