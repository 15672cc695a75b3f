package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"soi/index/schema"
	"soi/web/message"
)

type directivesOptions struct {
	IndexDir string
	JSON     bool
}

func newDirectivesCmd(a *app) *cobra.Command {
	var opts directivesOptions
	cmd := &cobra.Command{
		Use:   "directives",
		Short: a.Text(message.DirectivesShort),
		Long:  a.Text(message.DirectivesLong),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.runDirectives(cmd.Context(), opts)
		},
	}
	a.indexFlag(cmd, &opts.IndexDir)
	a.jsonFlag(cmd, &opts.JSON)
	return cmd
}

func (a *app) runDirectives(ctx context.Context, opts directivesOptions) error {
	ix, err := a.openIndex(opts.IndexDir)
	if err != nil {
		return err
	}
	defer ix.Close()
	directives, err := ix.Directives(ctx)
	if err != nil {
		return err
	}
	if opts.JSON {
		err = printJSON(a.out, list(directives))
	} else {
		a.printDirectives(directives)
	}
	if err == nil && len(directives) == 0 {
		return errNothing
	}
	return err
}

// printDirectives writes a line a directive: reports, code, type, date, and
// between which dates it was reported on.
func (a *app) printDirectives(directives []schema.Directive) {
	for _, d := range directives {
		line := fmt.Sprintf("%6s  %s", a.Number(d.Documents), pad(a.Directive(d.Label()), 28))
		line += "  " + pad(d.Type, 12)
		if d.Date != "" {
			line += "  " + a.Date(d.Date)
		}
		if d.First != "" {
			line += "  " + a.show(styleQuiet, a.Text(message.DirectivesSpan, a.Date(d.First), a.Date(d.Last)))
		}
		fmt.Fprintln(a.out, line)
	}
}

// pad fills text with blanks up to n columns.
func pad(text string, n int) string {
	text = printable(text)
	return fmt.Sprintf("%-*s", n+len([]rune(text))-cells(text), text)
}
