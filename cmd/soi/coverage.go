package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"soi/index/schema"
	"soi/web"
	"soi/web/message"
)

type coverageOptions struct {
	IndexDir string
	Request  schema.CoverageRequest
	CSV      bool
	JSON     bool
}

func newCoverageCmd(a *app) *cobra.Command {
	var opts coverageOptions
	provinces := 0
	cmd := &cobra.Command{
		Use:   "coverage",
		Short: a.Text(message.CoverageShort),
		Long:  a.Text(message.CoverageLong),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if provinces != 34 && provinces != 63 {
				return fmt.Errorf("--provinces %d: %s", provinces, a.Text(message.ErrorRows))
			}
			opts.Request.Now = provinces == 34
			return a.runCoverage(cmd.Context(), opts)
		},
	}
	a.indexFlag(cmd, &opts.IndexDir)
	a.jsonFlag(cmd, &opts.JSON)
	f := cmd.Flags()
	f.BoolVar(&opts.CSV, "csv", false, a.Text(message.FlagTable))
	f.IntVar(&provinces, "provinces", 34, a.Text(message.FlagProvinces))
	f.IntVar(&opts.Request.Columns, "columns", 8, a.Text(message.FlagColumns))
	f.StringArrayVar(&opts.Request.Directives, "directive", nil, a.Text(message.FlagDirective))
	cmd.MarkFlagsMutuallyExclusive("csv", "json")
	return cmd
}

func (a *app) runCoverage(ctx context.Context, opts coverageOptions) error {
	ix, err := a.openIndex(opts.IndexDir)
	if err != nil {
		return err
	}
	defer ix.Close()
	c, err := ix.Coverage(ctx, opts.Request)
	if err != nil {
		return err
	}
	switch {
	case opts.JSON:
		err = printJSON(a.out, newCoverageJSON(&c))
	case opts.CSV:
		err = web.WriteCoverage(a.out, a.Printer, &c)
	default:
		a.printCoverage(&c)
	}
	if err == nil && len(c.Directives) == 0 {
		fmt.Fprintln(a.err, a.Text(message.CoverageNoUse))
		return errNothing
	}
	return err
}

func (a *app) provinceOf(row schema.CoverageRow) string {
	if row.Province == "" {
		return a.Text(message.CoverageNoRow)
	}
	return row.Province
}

// printCoverage writes the table for people: the directives by number, then
// their documents by province.
func (a *app) printCoverage(c *schema.Coverage) {
	const first, column = 20, 6
	for i, d := range c.Directives {
		line := fmt.Sprintf("%3d  %s %s %s", i+1, a.Directive(d.Label()), d.Type, d.Title)
		fmt.Fprintln(a.out, cut(printable(strings.TrimRight(line, " ")), a.columns))
	}
	head := strings.Repeat(" ", first)
	for i := range c.Directives {
		head += fmt.Sprintf("%*d", column, i+1)
	}
	fmt.Fprintln(a.out, "\n"+a.show(styleTitle, head))
	for _, row := range c.Rows {
		line := pad(a.provinceOf(row), first)
		for _, cell := range row.Cells {
			count := "–"
			if cell.Documents > 0 {
				count = a.Number(cell.Documents)
			}
			line += strings.Repeat(" ", max(1, column-cells(count))) + count
		}
		fmt.Fprintln(a.out, line)
	}
	fmt.Fprintln(a.out, a.show(styleQuiet, a.Text(message.CoverageLegend)))
}

// A coverageJSON is the object that "soi coverage --json" prints.
type coverageJSON struct {
	Provinces  int               `json:"provinces"` // 34 or 63: of today, or as of the report
	Directives []directiveJSON   `json:"directives"`
	Rows       []coverageRowJSON `json:"rows"` // the last row, with null, has documents without a province
}

type coverageRowJSON struct {
	Province *string            `json:"province"`
	Cells    []coverageCellJSON `json:"cells"` // one for each directive
}

type coverageCellJSON struct {
	Documents int     `json:"documents"` // 0: not in this collection
	First     *string `json:"first"`
	Link      *string `json:"link"` // address of the search on a server
}

func newCoverageJSON(c *schema.Coverage) coverageJSON {
	out := coverageJSON{Provinces: 63, Directives: []directiveJSON{}, Rows: []coverageRowJSON{}}
	if c.Now {
		out.Provinces = 34
	}
	for i := range c.Directives {
		out.Directives = append(out.Directives, newDirectiveJSON(&c.Directives[i]))
	}
	for _, row := range c.Rows {
		one := coverageRowJSON{Province: known(row.Province), Cells: []coverageCellJSON{}}
		for i, cell := range row.Cells {
			one.Cells = append(one.Cells, coverageCellJSON{cell.Documents, known(cell.First), known(web.CellPath(c, row, i))})
		}
		out.Rows = append(out.Rows, one)
	}
	return out
}
