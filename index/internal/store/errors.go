package store

import (
	"errors"
	"fmt"
	"io/fs"
)

// The kinds of errors of this package; package index exports them.
var (
	ErrNoIndex = errors.New("no index")
	ErrStale   = errors.New("index was built by another version of soi")
	ErrDamaged = errors.New("index is damaged")
	ErrLocked  = errors.New("index is being written by another process")
)

// A kindError is a line for people that errors.Is also finds by its kind and
// its cause, without repeating them in the line.
type kindError struct {
	kind, cause error
	text        string
}

func (e *kindError) Error() string { return e.text }

func (e *kindError) Unwrap() []error {
	if e.cause == nil {
		return []error{e.kind}
	}
	return []error{e.kind, e.cause}
}

// missing says that dir holds no index, and how to make one.
func missing(dir string, cause error) error {
	return &kindError{ErrNoIndex, cause,
		fmt.Sprintf("no index in %s (make one with: soi index --index %s PATH...)", dir, dir)}
}

// foreign says that dir is in use for something else, which a writer must
// not mix with an index.
func foreign(dir, name string) error {
	return &kindError{ErrNoIndex, nil,
		fmt.Sprintf("%s is not an index: it holds %s; choose another folder", dir, name)}
}

// Damaged says that a file of an index is not as it was written.
func Damaged(path, format string, args ...any) error {
	return &kindError{ErrDamaged, nil, fmt.Sprintf("%v: %s %s", ErrDamaged, path, fmt.Sprintf(format, args...))}
}

// damagedBy is Damaged for a file that is missing or cannot be understood;
// other failures to read it, such as a lack of rights, say nothing about the
// index and stay what they are.
func damagedBy(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return &kindError{ErrDamaged, err, Damaged(path, "is missing").Error()}
	}
	return err
}

func stale(dir string, have, want Versions) error {
	return &kindError{ErrStale, nil, fmt.Sprintf(
		"%v: build it again with: soi index --index %s PATH... (have %s, want %s)", ErrStale, dir, have, want)}
}
