package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"soi/index"
	"soi/index/schema"
	"soi/ingest"
	"soi/web/message"
)

// An app is what all commands of one run share.
type app struct {
	streams
	*message.Printer
}

func newApp(s streams, args []string) *app {
	return &app{s, message.NewPrinter(languageOf(args, s.env))}
}

// languageOf chooses the language of the run: the flag --lang, else SOI_LANG,
// else English where the locale is English, else Vietnamese. The flag is read
// here because the help texts, which the flag parser needs, depend on it.
func languageOf(args []string, env func(string) string) message.Lang {
	for i, arg := range args {
		value, ok := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			value, ok = args[i+1], true
		}
		if lang, known := message.ParseLang(value); ok && known {
			return lang
		}
	}
	if lang, ok := message.ParseLang(env("SOI_LANG")); ok {
		return lang
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale := env(name); locale != "" {
			if strings.HasPrefix(locale, "en") {
				return message.English
			}
			break
		}
	}
	return message.Vietnamese
}

// Exit codes of every command.
const (
	exitOK      = 0
	exitNothing = 1 // nothing found; verify: something is wrong
	exitError   = 2 // the command could not do its work
	exitSome    = 3 // index, extract: some files could not be read; search: the time ran out
)

// Ends of a command that have been reported already and only need their code.
var (
	errNothing = errors.New("nothing found")
	errSome    = errors.New("not all could be done")
)

// exitCode reports the error that a command ended in and returns its code.
func (a *app) exitCode(err error) int {
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errNothing):
		return exitNothing
	case errors.Is(err, errSome):
		return exitSome
	}
	fmt.Fprintf(a.err, "soi: %s\n", printable(a.explain(err)))
	return exitError
}

// explain puts an error into one line: what was wrong, where, and what to do
// next where Soi knows.
func (a *app) explain(err error) string {
	var filter *schema.FilterError
	if errors.As(err, &filter) {
		return a.FilterError(filter)
	}
	if errors.Is(err, context.Canceled) {
		return a.Text(message.ErrorStopped)
	}
	if errors.Is(err, schema.ErrCursor) {
		return a.Text(message.ErrorCursor)
	}
	var failed *indexError
	if !errors.As(err, &failed) {
		return err.Error()
	}
	for _, known := range indexErrors {
		if errors.Is(err, known.cause) {
			return a.Text(known.key, failed.dir, failed.err.Error())
		}
	}
	return err.Error()
}

// indexErrors says which message tells of which cause; all take the folder
// and, second, what the program itself says. The first that fits is taken.
var indexErrors = []struct {
	cause error
	key   message.Key
}{
	{errOccupied, message.ErrorOccupied},
	{index.ErrNoIndex, message.ErrorNoIndex},
	{index.ErrStale, message.ErrorStale},
	{index.ErrDamaged, message.ErrorDamaged},
	{index.ErrLocked, message.ErrorLocked},
	{syscall.ENOSPC, message.ErrorDiskFull},
	{fs.ErrPermission, message.ErrorNoRight},
}

// errOccupied says that a folder where an index should be made holds other
// things.
var errOccupied = errors.New("not an index")

// An indexError is an error of the index in a folder.
type indexError struct {
	dir string
	err error
}

func (e *indexError) Error() string { return e.err.Error() }
func (e *indexError) Unwrap() error { return e.err }

// openIndex opens an index for reading.
func (a *app) openIndex(dir string) (*index.Index, error) {
	ix, err := index.Open(dir)
	if err != nil {
		return nil, &indexError{dir, err}
	}
	return ix, nil
}

// openWriter opens an index for writing; existing asks for one that is there.
func (a *app) openWriter(ctx context.Context, dir string, existing bool) (*index.Writer, error) {
	w, err := index.OpenWriter(ctx, dir, index.WriterOptions{IngestVersion: ingest.Version, Existing: existing})
	if errors.Is(err, index.ErrNoIndex) && !existing {
		err = errors.Join(errOccupied, err) // a writer makes an index where there is nothing
	}
	if err != nil {
		return nil, &indexError{dir, err}
	}
	return w, nil
}

// defaultIndex is the index folder of commands that are told none: $SOI_INDEX,
// else "soi" in the place for data of the operating system.
func (a *app) defaultIndex() string {
	if dir := a.env("SOI_INDEX"); dir != "" {
		return dir
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "soi-index" // no home: in the current folder
	}
	switch {
	case runtime.GOOS == "windows" && a.env("LocalAppData") != "":
		return filepath.Join(a.env("LocalAppData"), "soi")
	case runtime.GOOS == "darwin":
		return filepath.Join(home, "Library", "Application Support", "soi")
	case filepath.IsAbs(a.env("XDG_DATA_HOME")):
		return filepath.Join(a.env("XDG_DATA_HOME"), "soi")
	}
	return filepath.Join(home, ".local", "share", "soi")
}
