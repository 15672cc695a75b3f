package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"soi/index/query"
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

// searchTimeout is the time a search may take if nothing else is said: far more
// than one needs, for a disk that hangs and for scripts that nobody watches.
const searchTimeout = 30 * time.Second

func newSearchCmd(a *app) *cobra.Command {
	var opts searchOptions
	var years, levels, kinds []string
	var sort string
	cmd := &cobra.Command{
		Use:   "search QUERY...",
		Short: a.Text(message.SearchShort),
		Long:  a.Text(message.SearchLong),
		RunE: func(cmd *cobra.Command, args []string) error {
			req := &opts.Request
			req.Query = strings.Join(args, " ")
			req.Facets = opts.Facets || opts.JSON
			if opts.JSON {
				req.Values = -1
			}
			req.Sort = schema.Sort(sort)
			var err error
			if req.Filter.Year, err = a.parseYears(years); err != nil {
				return err
			}
			req.Filter.Level = convert[schema.Level](levels)
			req.Filter.Kind = convert[schema.Kind](kinds)
			if err := a.checkRequest(*req); err != nil {
				return err
			}
			if err := a.checkTogether(cmd, "csv json", "csv facets", "cursor offset"); err != nil {
				return err
			}
			if opts.CSV {
				if !cmd.Flags().Changed("limit") {
					req.Limit = 0 // all of them
				}
				return a.runSearchTable(cmd.Context(), opts)
			}
			return a.runSearch(cmd.Context(), opts)
		},
	}
	a.indexFlag(cmd, &opts.IndexDir)
	a.jsonFlag(cmd, &opts.JSON)
	f, req := cmd.Flags(), &opts.Request
	f.StringArrayVar(&req.Filter.Province, "province", nil, a.Text(message.FlagProvince))
	f.StringArrayVar(&req.Filter.ProvinceNow, "province-now", nil, a.Text(message.FlagProvinceNow))
	f.StringArrayVar(&req.Filter.Directive, "directive", nil, a.Text(message.FlagDirective))
	f.StringArrayVar(&years, "year", nil, a.Text(message.FlagYear))
	f.StringArrayVar(&levels, "level", nil, a.Text(message.FlagLevel))
	f.StringArrayVar(&kinds, "kind", nil, a.Text(message.FlagKind))
	f.StringArrayVar(&req.Filter.Site, "site", nil, a.Text(message.FlagSite))
	f.StringVar(&req.Filter.From, "from", "", a.Text(message.FlagFrom))
	f.StringVar(&req.Filter.To, "to", "", a.Text(message.FlagTo))
	f.IntVar(&req.Limit, "limit", schema.DefaultLimit, a.Text(message.FlagLimit, schema.MaxLimit))
	f.IntVar(&req.Offset, "offset", 0, a.Text(message.FlagOffset, schema.MaxOffset))
	f.StringVar(&sort, "sort", string(schema.SortScore), a.Text(message.FlagSort))
	f.DurationVar(&req.Timeout, "timeout", searchTimeout, a.Text(message.FlagTimeout))
	f.BoolVar(&req.Literal, "literal", false, a.Text(message.FlagLiteral))
	f.BoolVar(&opts.Facets, "facets", false, a.Text(message.FlagFacets))
	f.BoolVar(&opts.Explain, "explain", false, a.Text(message.FlagExplain))
	f.BoolVar(&req.Unfold, "unfold", false, a.Text(message.FlagUnfold))
	f.StringVar(&req.Cursor, "cursor", "", a.Text(message.FlagCursor))
	f.BoolVar(&opts.CSV, "csv", false, a.Text(message.FlagCSV))
	return cmd
}

// checkTogether refuses flags that contradict each other, given in pairs.
func (a *app) checkTogether(cmd *cobra.Command, pairs ...string) error {
	for _, pair := range pairs {
		one, other, _ := strings.Cut(pair, " ")
		if cmd.Flags().Changed(one) && cmd.Flags().Changed(other) {
			return errors.New(a.Text(message.ErrorTogether, "--"+one, "--"+other))
		}
	}
	return nil
}

// convert turns words as typed into values of a named string type; package
// index knows which of them mean something.
func convert[T ~string](words []string) []T {
	var out []T
	for _, word := range words {
		out = append(out, T(word))
	}
	return out
}

// parseYears reads years as typed, as the year field of a query has them.
func (a *app) parseYears(typed []string) ([]schema.YearRange, error) {
	var ranges []schema.YearRange
	for _, s := range typed {
		from, to, ok := query.Years(s)
		if !ok {
			return nil, fmt.Errorf("--year %q: %s", s, a.Text(message.ErrorYear))
		}
		ranges = append(ranges, schema.YearRange{From: from, To: to})
	}
	return ranges, nil
}

// checkRequest refuses what no search can mean.
func (a *app) checkRequest(req schema.Request) error {
	for _, date := range []struct{ flag, value string }{{"--from", req.Filter.From}, {"--to", req.Filter.To}} {
		if _, err := time.Parse(time.DateOnly, date.value); date.value != "" && err != nil {
			return fmt.Errorf("%s %q: %s", date.flag, date.value, a.Text(message.ErrorDate))
		}
	}
	switch {
	case req.Limit < 1 || req.Limit > schema.MaxLimit:
		return fmt.Errorf("--limit %d: %s", req.Limit, a.Text(message.ErrorLimit, schema.MaxLimit))
	case req.Timeout < 0:
		return fmt.Errorf("--timeout %v: %s", req.Timeout, a.Text(message.ErrorTimeout))
	case req.Offset < 0 || req.Offset > schema.MaxOffset:
		return fmt.Errorf("--offset %d: %s", req.Offset, a.Text(message.ErrorOffset, schema.MaxOffset))
	}
	switch req.Sort {
	case schema.SortScore, schema.SortNewest, schema.SortOldest:
		return nil
	}
	return fmt.Errorf("--sort %q: %s", req.Sort, a.Text(message.ErrorSort))
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
	results, err := web.Table{Searcher: ix}.Write(ctx, out, opts.Request)
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
