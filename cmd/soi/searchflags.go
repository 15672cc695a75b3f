package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"soi/index/query"
	"soi/index/schema"
	"soi/web/message"
)

// searchTimeout is the time a search may take if nothing else is said: far more
// than one needs, for a disk that hangs and for scripts that nobody watches.
const searchTimeout = 30 * time.Second

// searchFlags are flags as typed whose values become something else.
type searchFlags struct {
	years, levels, kinds []string
	sort                 string
}

// searchFlags gives a command the flags of a search.
func (a *app) searchFlags(cmd *cobra.Command, typed *searchFlags, opts *searchOptions) {
	f, req := cmd.Flags(), &opts.Request
	f.StringArrayVar(&req.Filter.Province, "province", nil, a.Text(message.FlagProvince))
	f.StringArrayVar(&req.Filter.ProvinceNow, "province-now", nil, a.Text(message.FlagProvinceNow))
	f.StringArrayVar(&req.Filter.Directive, "directive", nil, a.Text(message.FlagDirective))
	f.StringArrayVar(&typed.years, "year", nil, a.Text(message.FlagYear))
	f.StringArrayVar(&typed.levels, "level", nil, a.Text(message.FlagLevel))
	f.StringArrayVar(&typed.kinds, "kind", nil, a.Text(message.FlagKind))
	f.StringArrayVar(&req.Filter.Site, "site", nil, a.Text(message.FlagSite))
	f.StringVar(&req.Filter.From, "from", "", a.Text(message.FlagFrom))
	f.StringVar(&req.Filter.To, "to", "", a.Text(message.FlagTo))
	f.IntVar(&req.Limit, "limit", schema.DefaultLimit, a.Text(message.FlagLimit, schema.MaxLimit))
	f.IntVar(&req.Offset, "offset", 0, a.Text(message.FlagOffset, schema.MaxOffset))
	f.StringVar(&typed.sort, "sort", string(schema.SortScore), a.Text(message.FlagSort))
	f.DurationVar(&req.Timeout, "timeout", searchTimeout, a.Text(message.FlagTimeout))
	f.BoolVar(&req.Literal, "literal", false, a.Text(message.FlagLiteral))
	f.BoolVar(&opts.Facets, "facets", false, a.Text(message.FlagFacets))
	f.BoolVar(&opts.Explain, "explain", false, a.Text(message.FlagExplain))
	f.BoolVar(&req.Unfold, "unfold", false, a.Text(message.FlagUnfold))
	f.StringVar(&req.Cursor, "cursor", "", a.Text(message.FlagCursor))
	f.BoolVar(&opts.CSV, "csv", false, a.Text(message.FlagCSV))
}

// readSearchFlags completes the request of opts by what was typed, and refuses
// what no search can mean.
func (a *app) readSearchFlags(cmd *cobra.Command, typed searchFlags, opts *searchOptions) (err error) {
	req := &opts.Request
	if req.Facets = opts.Facets || opts.JSON; opts.JSON {
		req.Values = -1
	}
	req.Sort = schema.Sort(typed.sort)
	req.Filter.Level = convert[schema.Level](typed.levels)
	req.Filter.Kind = convert[schema.Kind](typed.kinds)
	if req.Filter.Year, err = a.parseYears(typed.years); err != nil {
		return err
	}
	if err := a.checkRequest(*req); err != nil {
		return err
	}
	if err := a.checkTogether(cmd, "csv json", "csv facets", "cursor offset"); err != nil {
		return err
	}
	if opts.CSV && !cmd.Flags().Changed("limit") {
		req.Limit = 0 // all of them
	}
	return nil
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
