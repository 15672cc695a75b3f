package store

import "errors"

// The kinds of errors of this package; package index exports them.
var (
	ErrNoIndex = errors.New("no index")
	ErrStale   = errors.New("index was built by another version of soi")
	ErrDamaged = errors.New("index is damaged")
	ErrLocked  = errors.New("index is being written by another process")
)
