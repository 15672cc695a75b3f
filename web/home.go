package web

import (
	"net/http"
	"slices"

	"soi/index/schema"
	"soi/web/message"
)

// homePage is the data of home.tmpl.
type homePage struct {
	frame
	Documents int
	Years     string // "từ 2021 đến 2026", "" if no document has a year
	All       string // address of all documents
	Browse    []browse
}

// A browse is a field to start from.
type browse struct {
	Field  schema.Field
	Label  string
	Values []bar
}

// A bar is a value to start from, with a bar as long as its share of the
// field's most frequent one.
type bar struct {
	link
	Count   int
	Share   int // percent of the longest bar, 1 to 100
	Foreign bool
}

// homeShown is how many values of a field the start page lists.
const homeShown = 12

// home is the start page: the box, and what the collection holds.
func (s *site) home(v view, r *http.Request) (answer, error) {
	res, err := s.searcher.Search(r.Context(), schema.Request{Facets: true, Limit: 1, Timeout: s.timeout * 4 / 5})
	if err != nil {
		return answer{}, err
	}
	p := &homePage{frame: v.frame(""), Documents: res.Total, All: state{}.url(v.explicit)}
	p.Years = v.years(res.Facet(schema.FieldYear))
	for _, f := range res.Facets {
		if b := v.browse(f); len(b.Values) > 0 {
			p.Browse = append(p.Browse, b)
		}
	}
	return answer{status: http.StatusOK, template: "home", data: p}, nil
}

func (v view) years(f schema.Facet) string {
	var years []string
	for _, value := range f.Values {
		if value.Value != "" {
			years = append(years, value.Value)
		}
	}
	if len(years) == 0 {
		return ""
	}
	return v.printer.Text(message.HomeYears, slices.Min(years), slices.Max(years))
}

// browse is a facet as a list of links.
func (v view) browse(f schema.Facet) browse {
	b := browse{Field: f.Field, Label: v.printer.Field(f.Field)}
	longest := 1
	for _, value := range ordered(f) {
		if value.Value == "" || len(b.Values) == homeShown {
			continue
		}
		c := v.choice(f.Field, value)
		longest = max(longest, c.Count)
		b.Values = append(b.Values, bar{
			link:    link{URL: state{}.with(f.Field, value.Value).url(v.explicit), Text: c.Label},
			Count:   c.Count,
			Foreign: c.Foreign,
		})
	}
	for i := range b.Values {
		b.Values[i].Share = max(1, b.Values[i].Count*100/longest)
	}
	return b
}
