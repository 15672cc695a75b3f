package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"soi/index"
	"soi/ingest"
	"soi/web/message"
)

type indexOptions struct {
	IndexDir    string
	Paths       []string
	Prune       bool     // remove documents whose files have vanished
	MaxDocument byteSize // text of one document
	JSON        bool
}

// An indexJSON is the object that "soi index --json" prints when the run has
// ended; what is wrong with single files is said on stderr.
type indexJSON struct {
	Index     string `json:"index"` // its folder
	Added     int    `json:"added"`
	Updated   int    `json:"updated"`
	Removed   int    `json:"removed"`
	Unchanged int    `json:"unchanged"`
	Documents int    `json:"documents"` // in the index now
	Failed    int    `json:"failed"`    // files and records that could not be read
	Cut       int    `json:"cut"`       // documents of which some words are not indexed: they have over 200,000 different ones
	Rebuilt   bool   `json:"rebuilt"`   // an index of another version was replaced as a whole
}

func newIndexCmd(a *app) *cobra.Command {
	opts := indexOptions{MaxDocument: ingest.DefaultMaxDocument}
	cmd := &cobra.Command{
		Use:   "index PATH...",
		Short: a.Text(message.IndexShort),
		Long:  a.Text(message.IndexLong),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.Paths = args
			return a.runIndex(cmd.Context(), opts)
		},
	}
	a.indexFlag(cmd, &opts.IndexDir)
	a.jsonFlag(cmd, &opts.JSON)
	cmd.Flags().BoolVar(&opts.Prune, "prune", false, a.Text(message.FlagPrune))
	cmd.Flags().Var(&opts.MaxDocument, "max-document", a.Text(message.FlagMaxDocument))
	return cmd
}

func (a *app) runIndex(ctx context.Context, opts indexOptions) error {
	w, err := a.openWriter(ctx, opts.IndexDir, false)
	if err != nil {
		return err
	}
	defer w.Close()
	failed, err := a.fill(ctx, w, opts)
	if err != nil {
		return &indexError{opts.IndexDir, err}
	}
	stats, err := w.Commit(ctx)
	if err != nil {
		return &indexError{opts.IndexDir, err}
	}
	a.clearProgress()
	if err := a.printIndexed(opts, stats, failed); err != nil {
		return err
	}
	if failed > 0 {
		fmt.Fprintln(a.err, a.Text(message.IndexFailed, failed))
		return errSome
	}
	return nil
}

// printIndexed says what a run has done: the counts on stdout, what a reader
// should know beyond them on stderr.
func (a *app) printIndexed(opts indexOptions, stats index.Stats, failed int) error {
	if stats.Rebuilt {
		fmt.Fprintln(a.err, a.Text(message.IndexRebuilt, opts.IndexDir))
	}
	if stats.Cut > 0 {
		fmt.Fprintln(a.err, a.wrap("", a.Text(message.IndexCut, stats.Cut, index.MaxTerms)))
	}
	if !opts.JSON {
		_, err := fmt.Fprintln(a.out, a.Text(message.IndexDone, stats.Added, stats.Updated, stats.Removed, stats.Unchanged, stats.Documents))
		return err
	}
	return printJSON(a.out, indexJSON{
		Index: opts.IndexDir, Added: stats.Added, Updated: stats.Updated, Removed: stats.Removed, Unchanged: stats.Unchanged,
		Documents: stats.Documents, Failed: failed, Cut: stats.Cut, Rebuilt: stats.Rebuilt,
	})
}

// fill reads the paths into w and returns how many files or records could not
// be read; each is reported where it is met.
func (a *app) fill(ctx context.Context, w *index.Writer, opts indexOptions) (failed int, err error) {
	options := ingest.Options{MaxDocument: int64(opts.MaxDocument), Known: w.Known()}
	read, shown := 0, time.Now()
	for entry, err := range ingest.Walk(ctx, opts.Paths, options) {
		if err == nil {
			err = put(ctx, w, entry)
		}
		switch bad := (*ingest.FileError)(nil); {
		case errors.As(err, &bad):
			a.clearProgress()
			a.reportFile(bad)
			failed += lost(bad)
		case err != nil:
			return failed, err
		case entry.Document != nil || entry.Unchanged:
			read++
		}
		if a.progress && time.Since(shown) > 100*time.Millisecond {
			shown = time.Now()
			fmt.Fprintf(a.err, "\r\x1b[K%s", cut(a.Text(message.IndexProgress, read, entry.Source.Path), columns-1))
		}
	}
	if err := ctx.Err(); err != nil {
		return failed, err
	}
	if opts.Prune {
		roots, err := absolute(opts.Paths)
		if err != nil {
			return failed, err
		}
		if _, err := w.Prune(ctx, roots); err != nil {
			return failed, err
		}
	}
	return failed, nil
}

// put gives one entry of a walk to the writer. A document whose id is taken
// is the fault of its file, not of the run.
func put(ctx context.Context, w *index.Writer, entry ingest.Entry) error {
	switch {
	case entry.Document != nil:
		err := w.Put(ctx, entry.Document)
		if taken := (*index.DuplicateError)(nil); errors.As(err, &taken) {
			return &ingest.FileError{Path: entry.Source.Path, Err: taken}
		}
		return err
	case entry.ID != "":
		return w.Seen(entry.Source, entry.ID)
	}
	return w.Seen(entry.Source)
}

func (a *app) clearProgress() {
	if a.progress {
		fmt.Fprint(a.err, "\r\x1b[K")
	}
}

// absolute returns the absolute forms of paths.
func absolute(paths []string) ([]string, error) {
	out := make([]string, len(paths))
	for i, path := range paths {
		abs, err := filepath.Abs(path)
		if err != nil {
			return nil, err
		}
		out[i] = abs
	}
	return out, nil
}

// A byteSize is a number of bytes on the command line: 4MB, 512kB, 1000.
// The units are powers of 1024, as file managers show them.
type byteSize int64

var byteUnits = []struct {
	name string
	size int64
}{{"GB", 1 << 30}, {"MB", 1 << 20}, {"KB", 1 << 10}, {"B", 1}, {"", 1}}

// Set implements pflag.Value.
func (b *byteSize) Set(s string) error {
	for _, unit := range byteUnits {
		digits, ok := strings.CutSuffix(strings.ToUpper(strings.TrimSpace(s)), unit.name)
		if !ok {
			continue
		}
		n, err := strconv.ParseInt(strings.TrimSpace(digits), 10, 64)
		if err != nil || n <= 0 || n > 1<<62/unit.size {
			break
		}
		*b = byteSize(n * unit.size)
		return nil
	}
	return fmt.Errorf("%q is no size: write it as 4MB, 512kB or 1000", s)
}

// String implements pflag.Value.
func (b *byteSize) String() string {
	for _, unit := range byteUnits {
		if int64(*b)%unit.size == 0 && unit.size > 1 && *b > 0 {
			return strconv.FormatInt(int64(*b)/unit.size, 10) + unit.name
		}
	}
	return strconv.FormatInt(int64(*b), 10)
}

// Type implements pflag.Value.
func (b *byteSize) Type() string { return "SIZE" }
