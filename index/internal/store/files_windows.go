package store

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

// patience is how often, 5 ms apart, a file is tried again that another
// process has open for a moment: unlike elsewhere, Windows then refuses to
// replace it, or to open it while it is being replaced.
const patience = 400

// openShared opens a file for reading that may be replaced meanwhile.
func openShared(path string) (f *os.File, err error) {
	err = insist(func() error {
		f, err = os.Open(path)
		return err
	})
	return f, err
}

// replace renames from to to, whatever to was before.
func replace(from, to string) error {
	return insist(func() error { return os.Rename(from, to) })
}

func insist(try func() error) error {
	for i := 0; ; i++ {
		err := try()
		busy := errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_ACCESS_DENIED)
		if !busy || i == patience {
			return err
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// syncDir does nothing: Windows cannot sync a folder, and NTFS writes a
// rename through its journal.
func syncDir(string) error { return nil }
