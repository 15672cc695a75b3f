package ingest

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"syscall"

	"soi/ingest/format"
)

// Errors that callers test for with errors.Is, next to those of the file
// system and of package format.
var (
	ErrTooLarge    = errors.New("too large")
	ErrUnknownKind = errors.New("unknown kind of file")
	ErrNotRegular  = errors.New("neither a file nor a folder")
	ErrLoop        = errors.New("link leads back to a folder above it")
	ErrReplaced    = errors.New("not all of it is valid text")
	ErrSameID      = errors.New("id stands twice in the file")
	ErrBadID       = errors.New("bad id")
	ErrInternal    = errors.New("internal error")
)

// A FileError says what was wrong with one file or one line of it. The run
// goes on behind it.
type FileError struct {
	Path    string // absolute
	Line    int    // of a file of records, from 1; 0: the whole file
	Err     error  // the cause, without the path
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

// A MoreLinesError stands for the bad lines of a file of records behind those
// that were reported one by one.
type MoreLinesError struct{ Lines int }

func (e *MoreLinesError) Error() string { return fmt.Sprintf("%d more lines are bad", e.Lines) }

// warnings are the errors behind which the document was kept all the same.
var warnings = []error{ErrReplaced, format.ErrUnknownValue, format.ErrTooDeep}

// fileError makes a FileError of any error.
func fileError(path string, line int, err error) *FileError {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err // the path stands in front already
	}
	if errors.Is(err, syscall.ELOOP) {
		err = ErrLoop
	}
	warning := slices.ContainsFunc(warnings, func(kind error) bool { return errors.Is(err, kind) })
	return &FileError{Path: path, Line: line, Err: err, Warning: warning}
}

// tooLarge says how large something is and how large it may be, in bytes.
func tooLarge(what string, size, limit int64) error {
	return fmt.Errorf("%w: %s of %s, allowed are %s", ErrTooLarge, what, megabytes(size), megabytes(limit))
}

// megabytes writes a number of bytes as people read it.
func megabytes(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%.1f kB", float64(n)/(1<<10))
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}
