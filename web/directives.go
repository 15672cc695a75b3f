package web

import (
	"cmp"
	"net/http"
	"net/url"
	"strconv"

	"soi/index/schema"
)

// directivesPage is the data of directives.tmpl.
type directivesPage struct {
	frame
	Total int
	Rows  []directiveRow
	Pages *pager
}

// A directiveRow is a directive of the list.
type directiveRow struct {
	schema.Directive
	Label string
	Page  string // address of the page on it
	URL   string // of the search for documents that refer to it and to no other of its code
}

// directives lists the directives that the documents refer to.
func (s *site) directives(v view, r *http.Request) (answer, error) {
	all, err := s.searcher.Directives(r.Context())
	if err != nil {
		return answer{}, err
	}
	var st state
	if err := st.readPage(v.values.Get("page")); err != nil {
		return answer{}, err
	}
	page := max(st.page, 1)
	p := &directivesPage{frame: v.frame(v.printer.Text("directives.title")), Total: len(all)}
	const rows = 100
	for _, d := range all[min((page-1)*rows, len(all)):min(page*rows, len(all))] {
		url := state{}.with(schema.FieldDirective, cmp.Or(d.Filter, d.Identity)).url(v.explicit)
		p.Rows = append(p.Rows, directiveRow{d, v.printer.Directive(d.Label()), v.directiveURL(&d), url})
	}
	p.Pages = v.pager(len(all), rows, page, func(n int) string { return v.directivesURL(n) })
	return answer{status: http.StatusOK, template: "directives", data: p}, nil
}

func (v view) directivesURL(page int) string {
	values := url.Values{}
	if page > 1 {
		values.Set("page", strconv.Itoa(page))
	}
	if v.explicit != "" {
		values.Set("lang", string(v.explicit))
	}
	if len(values) == 0 {
		return "/directives"
	}
	return "/directives?" + values.Encode()
}
