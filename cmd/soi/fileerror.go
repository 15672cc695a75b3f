package main

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"

	"soi/index"
	"soi/ingest"
	"soi/ingest/format"
	"soi/web/message"
)

// fileErrors says which message tells of which cause. The first that fits is
// taken.
var fileErrors = []struct {
	cause error
	key   message.Key
}{
	{ingest.ErrTooLarge, message.FileTooLarge},
	{ingest.ErrUnknownKind, message.FileUnknown},
	{ingest.ErrNotRegular, message.FileNotRegular},
	{ingest.ErrLoop, message.FileLoop},
	{ingest.ErrReplaced, message.FileReplaced},
	{ingest.ErrSameID, message.FileSameID},
	{ingest.ErrBadID, message.FileBadID},
	{ingest.ErrInternal, message.FileInternal},
	{format.ErrEmpty, message.FileEmpty},
	{format.ErrBinary, message.FileBinary},
	{format.ErrNotJSON, message.FileNotJSON},
	{format.ErrNoText, message.FileNoText},
	{format.ErrUnknownValue, message.FileUnknownValue},
	{format.ErrTooDeep, message.FileTooDeep},
	{format.ErrBomb, message.FileBomb},
	{format.ErrGzip, message.FileGzip},
	{format.ErrSidecar, message.FileSidecar},
	{format.ErrEncoding, message.FileEncoding},
	{format.ErrUnknownKey, message.FileUnknownKey},
	{format.ErrBadValue, message.FileBadValue},
	{fs.ErrPermission, message.FilePermission},
	{fs.ErrNotExist, message.FileMissing},
}

// reportFile writes what was wrong with one file: path, line, cause, what to
// do about it.
func (a *app) reportFile(bad *ingest.FileError) {
	where := bad.Path
	if bad.Line > 0 {
		where += ":" + strconv.Itoa(bad.Line)
	}
	fmt.Fprintf(a.err, "soi: %s: %s\n", printable(where), printable(a.fileError(bad.Err)))
}

// lost is the number of files and records that an error says are left out.
func lost(bad *ingest.FileError) int {
	var more *ingest.MoreLinesError
	switch {
	case bad.Warning:
		return 0
	case errors.As(bad, &more):
		return more.Lines
	}
	return 1
}

// fileError puts a cause into words. What the program itself says of it is
// added where that tells more: sizes, offsets.
func (a *app) fileError(err error) string {
	var taken *index.DuplicateError
	if errors.As(err, &taken) {
		return a.Text(message.ErrorDuplicate, taken.ID, taken.First)
	}
	var more *ingest.MoreLinesError
	if errors.As(err, &more) {
		return a.Text(message.FileMoreLines, more.Lines)
	}
	for _, known := range fileErrors {
		if !errors.Is(err, known.cause) {
			continue
		}
		text := a.Text(known.key)
		if err.Error() == known.cause.Error() {
			return text
		}
		return a.Text(message.FileErrorDetail, text, err.Error())
	}
	return a.Text(message.FileErrorDetail, a.Text(message.FileOther), err.Error())
}
