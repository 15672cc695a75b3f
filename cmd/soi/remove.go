package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"soi/index/schema"
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
		_, err := w.Remove(ctx, target)
		if errors.Is(err, schema.ErrNotFound) {
			missing++
			fmt.Fprintf(a.err, "soi: %s\n", printable(a.Text(message.RemoveMissing, target)))
		} else if err != nil {
			return err
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
