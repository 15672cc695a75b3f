package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"soi/index/schema"
	"soi/web"
	"soi/web/message"
)

type searchOptions struct {
	IndexDir string
	Request  schema.Request
	Facets   bool // print the facets
	JSON     bool
	CSV      bool // print all results as a table
	Explain  bool // say of each hit why it is there
}

func newSearchCmd(a *app) *cobra.Command {
	var opts searchOptions
	var typed searchFlags
	cmd := &cobra.Command{
		Use:   "search QUERY...",
		Short: a.Text(message.SearchShort),
		Long:  a.Text(message.SearchLong),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.Request.Query = strings.Join(args, " ")
			if err := a.readSearchFlags(cmd, typed, &opts); err != nil {
				return err
			}
			if opts.CSV {
				return a.runSearchTable(cmd.Context(), opts)
			}
			return a.runSearch(cmd.Context(), opts)
		},
	}
	a.indexFlag(cmd, &opts.IndexDir)
	a.jsonFlag(cmd, &opts.JSON)
	a.searchFlags(cmd, &typed, &opts)
	return cmd
}

func (a *app) runSearch(ctx context.Context, opts searchOptions) error {
	ix, err := a.openIndex(opts.IndexDir)
	if err != nil {
		return err
	}
	defer ix.Close()
	results, err := ix.Search(ctx, opts.Request)
	if err != nil {
		return err
	}
	if opts.JSON {
		err = printJSON(a.out, a.newResultsJSON(&results))
	} else {
		a.printResults(opts, results)
	}
	switch {
	case err != nil:
		return err
	case results.Partial:
		return errSome
	case results.Total == 0:
		return errNothing
	}
	return nil
}

// runSearchTable prints all results, or the first of them, as a table. The time
// allowed is that of the whole table.
func (a *app) runSearchTable(ctx context.Context, opts searchOptions) error {
	ix, err := a.openIndex(opts.IndexDir)
	if err != nil {
		return err
	}
	defer ix.Close()
	if limit := opts.Request.Timeout; limit > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, limit)
		defer cancel()
		opts.Request.Timeout = 0
	}
	out := bufio.NewWriter(a.out)
	results, err := web.Table{Search: ix.Search}.Write(ctx, out, opts.Request)
	if err := errors.Join(err, out.Flush()); errors.Is(err, context.DeadlineExceeded) {
		fmt.Fprintln(a.err, a.Text(message.SearchTableLate))
		return errSome
	} else if err != nil {
		return err
	}
	a.printNotes(results.Notes)
	if results.Total == 0 {
		fmt.Fprintln(a.err, a.Text(message.SearchNothing))
		return errNothing
	}
	if opts.Request.Limit == 0 && results.Total-opts.Request.Offset > web.MaxRows {
		fmt.Fprintln(a.err, a.Text(message.SearchTableCut, web.MaxRows, results.Total))
	}
	return nil
}

// printResults writes results for people: what was understood, the hits, the
// facets, how to go on.
func (a *app) printResults(opts searchOptions, r schema.Results) {
	a.printNotes(r.Notes)
	if r.Total == 0 && r.Partial {
		return // nobody knows whether there is anything
	}
	if r.Total == 0 {
		fmt.Fprintln(a.err, a.Text(message.SearchNothing))
		a.printRelaxations(r.Relaxations)
		return
	}
	fmt.Fprintln(a.out, a.Text(message.SearchFound, r.Total, len(r.Hits), r.Took.Milliseconds()))
	for i, hit := range r.Hits {
		a.printHit(opts.Request.Offset+i+1, hit, r.Labels, opts.Explain)
	}
	if opts.Facets {
		a.printFacets(r.Facets)
	}
	if next := opts.Request.Offset + len(r.Hits); next < r.Total-r.Folded && len(r.Hits) > 0 {
		fmt.Fprintln(a.out, "\n"+a.show(styleQuiet, a.Text(message.SearchMore, r.Total-r.Folded-next, strconv.Itoa(next))))
	}
	if r.Folded > 0 {
		fmt.Fprintln(a.out, "\n"+a.show(styleQuiet, a.Text(message.SearchFolded, r.Folded)))
	}
}

// printRelaxations says what would be found with one condition less.
func (a *app) printRelaxations(all []schema.Relaxation) {
	if len(all) > 0 {
		fmt.Fprintln(a.err, a.Text(message.RelaxIntro))
	}
	for _, r := range all {
		fmt.Fprintf(a.err, "  %s: %s\n", printable(a.Relaxation(r)), a.Number(r.Total))
	}
}

func (a *app) printNotes(notes []schema.Note) {
	for _, n := range notes {
		fmt.Fprintln(a.err, a.wrap("", a.note(n)))
	}
}

// note is a note with the flag that undoes what it tells, if there is one.
func (a *app) note(n schema.Note) string {
	text := a.Note(n)
	switch n.Kind {
	case schema.NoteKeystrokes, schema.NoteAcronym, schema.NoteShort:
		text += " " + a.Text(message.SearchLiteral)
	}
	return text
}

func (a *app) printHit(rank int, h schema.Hit, labels schema.Labels, explain bool) {
	number := strconv.Itoa(rank) + ". "
	indent := strings.Repeat(" ", len(number))
	title := h.Title
	if title == "" {
		title = a.Text(message.NoTitle)
	}
	fmt.Fprintf(a.out, "\n%s%s\n", number, strings.TrimPrefix(a.wrap(indent, a.marked(styleTitle, title, h.TitleMarks)), indent))
	if about := a.about(h, labels); about != "" {
		fmt.Fprintln(a.out, a.wrap(indent, about))
	}
	if h.Snippet.Text != "" {
		fmt.Fprintln(a.out, a.wrap(indent, a.marked(style{}, h.Snippet.Text, h.Snippet.Spans)))
	}
	if explain {
		fmt.Fprintln(a.out, a.wrap(indent, a.why(h)))
	}
	a.printFolded(indent, h)
	fmt.Fprintln(a.out, indent+a.show(styleQuiet, "soi show "+printable(h.ID)))
}

// why says why a hit is there, and its score.
func (a *app) why(h schema.Hit) string {
	var reasons []string
	for _, r := range h.Why {
		reasons = append(reasons, printable(a.Reason(r)))
	}
	reasons = append(reasons, a.Text(message.SearchScore, fmt.Sprintf("%.2f", h.Score)))
	return a.Text(message.ReasonsTitle) + ": " + strings.Join(reasons, "; ")
}

// about is the line of a hit that says where, when and what about.
func (a *app) about(h schema.Hit, labels schema.Labels) string {
	var parts []string
	if h.Province != "" {
		place := h.Province
		if h.ProvinceNow != "" && h.ProvinceNow != h.Province {
			place = a.Text(message.PlaceThenNow, h.Province, h.ProvinceNow)
		}
		parts = append(parts, place)
	}
	if h.Published != "" {
		parts = append(parts, a.Date(h.Published))
	}
	if h.Level != "" {
		parts = append(parts, a.Level(h.Level))
	}
	const most = 4 // directives; a report may cite dozens
	for i, identity := range h.Directives {
		if i == most {
			parts = append(parts, a.Text(message.AndMore, len(h.Directives)-most))
			break
		}
		parts = append(parts, a.Directive(labels.Of(identity)))
	}
	return strings.Join(parts, " · ")
}

func (a *app) printFacets(facets []schema.Facet) {
	for _, f := range facets {
		if len(f.Values) == 0 {
			continue
		}
		fmt.Fprintln(a.out, "\n"+a.show(styleTitle, a.Field(f.Field)))
		for _, v := range f.Values {
			sign := " "
			if v.Selected {
				sign = "✓"
			}
			fmt.Fprintf(a.out, "%s %6s  %s\n", sign, a.Number(v.Count), printable(a.FacetValue(f.Field, v)))
		}
		if f.Left > 0 {
			fmt.Fprintln(a.out, "          "+a.Text(message.FacetMore, f.Left))
		}
		if f.Other > 0 {
			fmt.Fprintf(a.out, "  %6s  %s\n", a.Number(f.Other), a.Text(message.FilterOther, f.Other))
		}
	}
}
