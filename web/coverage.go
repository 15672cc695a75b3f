package web

import (
	"net/http"
	"net/url"
	"slices"

	"soi/index/schema"
	"soi/web/message"
)

// The values of the parameter provinces of the coverage.
const (
	provincesNow  = "34" // of today
	provincesThen = "63" // as of the report, until 30 June 2025
)

// coveragePage is the data of coverage.tmpl.
type coveragePage struct {
	frame
	Columns []coverageColumn
	Rows    []coverageRow
	Scales  []link // the two lists of provinces
	Chosen  []parameter
	Usual   link // the most cited directives again, if others were chosen
}

// A coverageColumn is a directive.
type coverageColumn struct {
	link
	What string
}

// A coverageRow is a province.
type coverageRow struct {
	Province string // "" for documents without one
	Cells    []coverageCell
}

// A coverageCell counts the documents of a province on a directive.
type coverageCell struct {
	URL   string // "" where they cannot be asked for
	Count int
	First string // ISO date or ""
}

// coverage shows which provinces' documents refer to which directives.
func (s *site) coverage(v view, r *http.Request) (answer, error) {
	req, err := v.coverageRequest()
	if err != nil {
		return answer{}, err
	}
	c, err := s.searcher.Coverage(r.Context(), req)
	if err != nil {
		return answer{}, err
	}
	p := v.coveragePage(req, &c)
	return answer{status: http.StatusOK, template: "coverage", data: p}, nil
}

// coverageRequest reads the parameters: provinces, 34 or 63, and directive,
// repeated.
func (v view) coverageRequest() (schema.CoverageRequest, error) {
	var st state
	if err := st.read(v.values); err != nil {
		return schema.CoverageRequest{}, err
	}
	req := schema.CoverageRequest{Directives: st.chosen[schema.FieldDirective], Now: true}
	switch scale := v.values.Get("provinces"); scale {
	case "", provincesNow:
	case provincesThen:
		req.Now = false
	default:
		return req, &badRequest{message.ErrorParameter, []any{"provinces", scale}}
	}
	return req, nil
}

func (v view) coveragePage(req schema.CoverageRequest, c *schema.Coverage) *coveragePage {
	p := &coveragePage{frame: v.frame(v.printer.Text(message.CoverageTitle))}
	p.Other.URL = coverageURL(req, p.OtherLang)
	for _, scale := range []struct {
		key message.Key
		now bool
	}{{message.CoverageNow, true}, {message.CoverageThen, false}} {
		other := req
		other.Now = scale.now
		p.Scales = append(p.Scales, link{URL: coverageURL(other, v.explicit), Text: v.printer.Text(scale.key), Current: req.Now == scale.now})
	}
	if !req.Now {
		p.Chosen = append(p.Chosen, parameter{"provinces", provincesThen})
	}
	for _, code := range req.Directives {
		p.Chosen = append(p.Chosen, parameter{string(schema.FieldDirective), code})
	}
	if len(req.Directives) > 0 {
		p.Usual = link{URL: coverageURL(schema.CoverageRequest{Now: req.Now}, v.explicit), Text: v.printer.Text(message.CoverageUsual)}
	}
	for i := range c.Directives {
		d := &c.Directives[i]
		column := coverageColumn{link: link{Text: v.printer.Directive(d.Label())}, What: v.what(d)}
		if d.Documents > 0 {
			column.URL = v.directiveURL(d)
		}
		p.Columns = append(p.Columns, column)
	}
	for _, row := range c.Rows {
		p.Rows = append(p.Rows, v.coverageRow(c, row))
	}
	return p
}

func (v view) coverageRow(c *schema.Coverage, row schema.CoverageRow) coverageRow {
	shown := coverageRow{Province: row.Province}
	for i, cell := range row.Cells {
		one := coverageCell{Count: cell.Documents, First: cell.First}
		if cell.Documents > 0 && row.Province != "" {
			one.URL = cellState(row.Province, &c.Directives[i], c.Now).url(v.explicit)
		}
		shown.Cells = append(shown.Cells, one)
	}
	return shown
}

// cellState is the search for the documents of a cell of a coverage.
func cellState(province string, d *schema.Directive, now bool) state {
	st := state{}.with(schema.FieldDirective, d.Filter)
	if now {
		return st.with(schema.FieldProvinceNow, province)
	}
	return st.with(schema.FieldProvince, apart(province))
}

// CellPath is the address, on a server of these pages, of the search for the
// documents that the i-th cell of a row of c counts, "" where there are none or
// they cannot be asked for.
func CellPath(c *schema.Coverage, row schema.CoverageRow, i int) string {
	if row.Province == "" || row.Cells[i].Documents == 0 {
		return ""
	}
	return cellState(row.Province, &c.Directives[i], c.Now).url("")
}

// coverageURL is the address of a coverage.
func coverageURL(req schema.CoverageRequest, lang message.Lang) string {
	values := url.Values{}
	if !req.Now {
		values.Set("provinces", provincesThen)
	}
	values[string(schema.FieldDirective)] = slices.Clone(req.Directives)
	if lang != "" {
		values.Set("lang", string(lang))
	}
	if encoded := values.Encode(); encoded != "" {
		return "/coverage?" + readable.Replace(encoded)
	}
	return "/coverage"
}
