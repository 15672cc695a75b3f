package index

import "soi/index/internal/store"

// The kinds of errors that opening, reading and writing an index end in;
// test for them with errors.Is. The message around them names the folder or
// file and, where there is one, the command that helps.
var (
	// ErrNoIndex says that a folder holds no index: it is missing (then
	// fs.ErrNotExist is wrapped too), empty, or something else.
	ErrNoIndex = store.ErrNoIndex

	// ErrStale says that another version of the analyzer or of the fields
	// made the index: it must be made again from the documents.
	ErrStale = store.ErrStale

	// ErrDamaged says that a file of the index is missing or not as the
	// manifest says.
	ErrDamaged = store.ErrDamaged

	// ErrLocked says that another process is writing to the index.
	ErrLocked = store.ErrLocked
)
