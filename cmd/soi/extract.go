package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"soi/index/schema"
	"soi/ingest"
	"soi/ingest/format"
	"soi/web/message"
)

type extractOptions struct {
	Files       []string
	MaxDocument byteSize
	JSON        bool
	YAML        bool // write sidecars to start from
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
	cmd.Flags().BoolVar(&opts.YAML, "yaml", false, a.Text(message.FlagYAML))
	cmd.MarkFlagsMutuallyExclusive("json", "yaml")
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
		if err := a.printExtracted(entry.Document, opts, first); err != nil {
			return err
		}
		first = false
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if failed {
		return errSome
	}
	return nil
}

// printExtracted writes one document: a line of JSON, a sidecar, or for
// people.
func (a *app) printExtracted(d *schema.Document, opts extractOptions, first bool) error {
	switch {
	case opts.JSON:
		return printJSON(a.out, newExtractJSON(d))
	case opts.YAML:
		if !first {
			fmt.Fprintln(a.out, "---")
		}
		return a.printSidecar(d)
	case !first:
		fmt.Fprintln(a.out)
	}
	fmt.Fprintln(a.out, a.wrap("", a.show(styleTitle, printable(d.TitleText()))))
	a.printMetadata(d)
	for _, r := range d.References {
		a.printReference(shownReference{Reference: r, noise: !d.Says(r.Span())}, nil)
	}
	a.printAcronyms(d)
	a.printRatios(d)
	return nil
}

// printSidecar writes what was found as a sidecar to start from, with the
// evidence as comments.
func (a *app) printSidecar(d *schema.Document) error {
	for line := range strings.SplitSeq(a.Text(message.SidecarHead, d.Path), "\n") {
		fmt.Fprintln(a.out, "# "+printable(line))
	}
	_, err := io.WriteString(a.out, format.WriteSidecar(d, func(f schema.Field) string {
		if e, ok := d.Evidence[f]; ok {
			return cut(printable(a.evidence(e)), columns)
		}
		return ""
	}))
	return err
}
