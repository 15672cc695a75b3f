package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"soi/ingest"
	"soi/web/message"
)

type extractOptions struct {
	Files       []string
	MaxDocument byteSize
	JSON        bool
}

func newExtractCmd(a *app) *cobra.Command {
	opts := extractOptions{MaxDocument: ingest.DefaultMaxDocument}
	cmd := &cobra.Command{
		Use:   "extract FILE...",
		Short: a.Text(message.ExtractShort),
		Long:  a.Text(message.ExtractLong),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.Files = args
			return a.runExtract(cmd.Context(), opts)
		},
	}
	a.jsonFlag(cmd, &opts.JSON)
	cmd.Flags().Var(&opts.MaxDocument, "max-document", a.Text(message.FlagMaxDocument))
	return cmd
}

// runExtract shows what ingest sees in files, without an index: with --json
// one object a line and document.
func (a *app) runExtract(ctx context.Context, opts extractOptions) error {
	failed, first := false, true
	for entry, err := range ingest.Walk(ctx, opts.Files, ingest.Options{MaxDocument: int64(opts.MaxDocument)}) {
		if bad := (*ingest.FileError)(nil); errors.As(err, &bad) {
			a.reportFile(bad)
			failed = failed || !bad.Warning
			continue
		} else if err != nil {
			return err
		}
		if entry.Document == nil {
			continue
		}
		if opts.JSON {
			if err := printJSON(a.out, newExtractJSON(entry.Document)); err != nil {
				return err
			}
			continue
		}
		if !first {
			fmt.Fprintln(a.out)
		}
		first = false
		fmt.Fprintln(a.out, a.wrap("", a.show(styleTitle, printable(entry.Document.TitleText()))))
		a.printMetadata(entry.Document)
		for _, r := range entry.Document.References {
			a.printReference(r)
		}
		a.printAcronyms(entry.Document)
		a.printRatios(entry.Document)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if failed {
		return errSome
	}
	return nil
}
