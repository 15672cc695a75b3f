package ingest

import "strconv"

// A FileError says what was wrong with one file or one line of it. The run
// goes on behind it.
type FileError struct {
	Path    string // as the walk reached it
	Line    int    // of a file of records, from 1; 0: the whole file
	Err     error  // the cause
	Hint    string // what to do about it; "" nothing to say
	Warning bool   // the document was kept all the same
}

func (e *FileError) Error() string {
	if e.Line > 0 {
		return e.Path + ":" + strconv.Itoa(e.Line) + ": " + e.Err.Error()
	}
	return e.Path + ": " + e.Err.Error()
}

// Unwrap returns the cause.
func (e *FileError) Unwrap() error { return e.Err }
