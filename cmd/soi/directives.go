package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"soi/index/schema"
	"soi/web/message"
)

type directivesOptions struct {
	IndexDir string
	Tree     string // code whose tree is drawn; "" lists all directives
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
			if cmd.Flags().Changed("tree") {
				return a.runTree(cmd.Context(), opts)
			}
			return a.runDirectives(cmd.Context(), opts)
		},
	}
	a.indexFlag(cmd, &opts.IndexDir)
	a.jsonFlag(cmd, &opts.JSON)
	cmd.Flags().StringVar(&opts.Tree, "tree", "", a.Text(message.FlagTree))
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
		all := []directiveJSON{}
		for _, d := range directives {
			all = append(all, newDirectiveJSON(&d))
		}
		err = printJSON(a.out, all)
	} else {
		a.printDirectives(directives)
	}
	if err == nil && len(directives) == 0 {
		return errNothing
	}
	return err
}

// printDirectives writes for each directive a line with its reports, code,
// type, date, and between which dates it was reported on; then its subject,
// and the values on which documents differ.
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
		if d.Title != "" {
			fmt.Fprintln(a.out, a.wrap("        ", printable(d.Title)))
		}
		a.printConflict(message.DirectiveType, d.Types, func(s string) string { return s })
		a.printConflict(message.DirectiveDate, d.Dates, a.Date)
		a.printConflict(message.DirectiveIssuer, d.Issuers, func(s string) string { return s })
	}
}

// printConflict writes the values that documents give, if they give several,
// each with the number of documents.
func (a *app) printConflict(label message.Key, voices []schema.Voice, name func(string) string) {
	if len(voices) < 2 {
		return
	}
	var all []string
	for _, v := range voices {
		all = append(all, fmt.Sprintf("%s (%s)", name(v.Value), a.Number(v.Documents)))
	}
	fmt.Fprintln(a.out, a.wrap("        ", a.show(styleQuiet, printable(a.Text(label)+": "+strings.Join(all, ", ")))))
}

// pad fills text with blanks up to n columns.
func pad(text string, n int) string {
	text = printable(text)
	return fmt.Sprintf("%-*s", n+len([]rune(text))-cells(text), text)
}
