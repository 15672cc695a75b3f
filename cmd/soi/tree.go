package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"soi/index"
	"soi/index/schema"
	"soi/web/message"
)

// runTree draws what carries out what, around each directive of a code.
func (a *app) runTree(ctx context.Context, opts directivesOptions) error {
	ix, err := a.openIndex(opts.IndexDir)
	if err != nil {
		return err
	}
	defer ix.Close()
	details, err := treesOf(ctx, ix, opts.Tree)
	if errors.Is(err, schema.ErrNotFound) {
		fmt.Fprintf(a.err, "soi: %s\n", printable(a.Text(message.TreeMissing, opts.Tree)))
		return errNothing
	} else if err != nil {
		return err
	}
	if opts.JSON {
		out := treeJSON{Code: opts.Tree, Trees: [][]branchJSON{}}
		for _, d := range details {
			out.Trees = append(out.Trees, newBranchesJSON(d.Chain))
		}
		return printJSON(a.out, out)
	}
	for i, d := range details {
		if i > 0 {
			fmt.Fprintln(a.out)
		}
		a.printTree(d.Chain, 0, "")
		if len(d.Chain) == 1 && len(d.Chain[0].Branches) == 0 {
			fmt.Fprintln(a.out, a.wrap("", a.show(styleQuiet, a.Text(message.TreeShort))))
		}
	}
	return nil
}

// treesOf gives the directives that a code stands for.
func treesOf(ctx context.Context, ix *index.Index, code string) ([]schema.DirectiveDetail, error) {
	d, err := ix.Directive(ctx, code)
	if err != nil || d.Identity != "" {
		return []schema.DirectiveDetail{d}, err
	}
	var all []schema.DirectiveDetail
	for _, other := range d.Others {
		one, err := ix.Directive(ctx, other.Filter)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// printTree writes branches, each behind the lines of those above it, and how
// many more there are.
func (a *app) printTree(branches []schema.Branch, more int, before string) {
	for i := range branches {
		b := &branches[i]
		joint, below := "├─ ", "│  "
		if i == len(branches)-1 && more == 0 {
			joint, below = "└─ ", "   "
		}
		if b.Edge == nil {
			joint, below = "", ""
		}
		fmt.Fprintln(a.out, before+joint+a.branchLine(b))
		hang := before + below
		stem := hang + "   "
		if len(b.Branches)+b.More > 0 {
			stem = hang + "│  "
		}
		for _, line := range a.branchNotes(b) {
			fmt.Fprintln(a.out, a.wrap(stem, a.show(styleQuiet, line)))
		}
		a.printTree(b.Branches, b.More, hang)
	}
	if more > 0 {
		fmt.Fprintln(a.out, before+"└─ "+a.show(styleQuiet, a.Text(message.DirectiveMore, more)))
	}
}

// branchLine names a directive and what it does to the one above.
func (a *app) branchLine(b *schema.Branch) string {
	d := &b.Directive
	name := a.Directive(d.Label())
	if d.Level != schema.LevelCentral { // whose it is
		name = a.Directive(d.Identity)
	}
	line := a.show(styleTitle, printable(name))
	if b.Edge != nil {
		line = a.Relation(b.Edge.Kind) + ": " + line
	}
	about := []string{d.Type}
	if d.Date != "" {
		about = append(about, a.Date(d.Date))
	}
	if b.Asked {
		about = append(about, "← "+a.Text(message.TreeAsked))
	}
	return line + " " + printable(strings.TrimSpace(strings.Join(about, " ")))
}

// branchNotes are the lines below the name of a directive: its subject, who
// says so in which words, and why nothing follows.
func (a *app) branchNotes(b *schema.Branch) []string {
	var notes []string
	if b.Directive.Title != "" {
		notes = append(notes, printable(b.Directive.Title))
	}
	if b.Reports > 0 {
		notes = append(notes, a.Text(message.DirectiveReports, b.Reports))
	}
	if e := b.Edge; e != nil && len(e.Statements) > 0 {
		s := e.Statements[0]
		notes = append(notes, fmt.Sprintf("%s: “%s” (soi show %s)", a.Text(message.DirectiveStated, e.Documents), printable(s.Sentence), printable(s.Document)))
	}
	if b.End != "" {
		notes = append(notes, "… "+a.End(b.End))
	}
	return notes
}
