package web

import (
	"cmp"
	"encoding/csv"
	"io"
	"strconv"

	"soi/index/schema"
	"soi/web/message"
)

// WriteCoverage writes a coverage as CSV: a row a province, and of each
// directive three columns, the documents, the ISO date of the first and the
// address of their search on a server of these pages. The words are p's.
func WriteCoverage(w io.Writer, p *message.Printer, c *schema.Coverage) error {
	out := csv.NewWriter(w)
	head := []string{"province"}
	for _, d := range c.Directives {
		name := harmless(cmp.Or(d.Filter, d.Identity))
		head = append(head, name, name+" first", name+" link")
	}
	if err := out.Write(head); err != nil {
		return err
	}
	for _, row := range c.Rows {
		record := []string{harmless(cmp.Or(row.Province, p.Text(message.CoverageNoRow)))}
		for i, cell := range row.Cells {
			count := p.Text(message.CoverageNone)
			if cell.Documents > 0 {
				count = strconv.Itoa(cell.Documents)
			}
			record = append(record, count, cell.First, CellPath(c, row, i))
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
