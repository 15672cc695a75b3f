package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"soi/index"
	"soi/web/message"
)

type removeOptions struct {
	IndexDir string
	Targets  []string // ids or paths
}

func newRemoveCmd(a *app) *cobra.Command {
	var opts removeOptions
	cmd := &cobra.Command{
		Use:   "remove ID|PATH...",
		Short: a.Text(message.RemoveShort),
		Long:  a.Text(message.RemoveLong),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.Targets = args
			return a.runRemove(cmd.Context(), opts)
		},
	}
	a.indexFlag(cmd, &opts.IndexDir)
	return cmd
}

// runRemove removes what it finds of the targets and names those that it does
// not find.
func (a *app) runRemove(ctx context.Context, opts removeOptions) error {
	w, err := a.openWriter(ctx, opts.IndexDir, true)
	if err != nil {
		return err
	}
	defer w.Close()
	missing := 0
	for _, target := range opts.Targets {
		n, err := removeTarget(ctx, w, target)
		if err != nil {
			return err
		}
		if n == 0 {
			missing++
			fmt.Fprintf(a.err, "soi: %s\n", printable(a.Text(message.RemoveMissing, target)))
		}
	}
	stats, err := w.Commit(ctx)
	if err != nil {
		return err
	}
	fmt.Fprintln(a.out, a.Text(message.RemoveDone, stats.Removed, stats.Documents))
	if missing > 0 {
		return errNothing
	}
	return nil
}

// removeTarget removes the document with an id, or else all documents of a
// file or of a folder's files.
func removeTarget(ctx context.Context, w *index.Writer, target string) (int, error) {
	n, err := w.Remove(ctx, target)
	if n > 0 || err != nil {
		return n, err
	}
	paths, err := absolute([]string{target})
	if err != nil {
		return 0, err
	}
	return w.Remove(ctx, paths[0])
}
