package main

import (
	"cmp"
	"fmt"
	"strings"

	"soi/index/schema"
	"soi/web/message"
)

// A copyJSON is another document with the report of a hit.
type copyJSON struct {
	ID        string  `json:"id"`
	Title     string  `json:"title"`
	URL       *string `json:"url"`
	Path      string  `json:"path"`
	Site      *string `json:"site"`
	Published *string `json:"published"`
}

func newCopiesJSON(copies []schema.Copy) []copyJSON {
	all := []copyJSON{}
	for _, c := range copies {
		all = append(all, copyJSON{c.ID, c.Title, known(c.URL), c.Path, known(c.Site), known(c.Published)})
	}
	return all
}

// printFolded says what is folded into a hit.
func (a *app) printFolded(indent string, h schema.Hit) {
	if n := len(h.Copies) + h.MoreCopies; n > 0 {
		fmt.Fprintln(a.out, indent+a.Text(message.CopiesCount, n))
		a.printCopies(indent, h.Copies, h.MoreCopies)
	}
}

// printCopies lists copies: where each is, when it was published, and how to
// read it.
func (a *app) printCopies(indent string, copies []schema.Copy, more int) {
	for _, c := range copies {
		about := []string{printable(cmp.Or(c.Title, a.Text(message.NoTitle)))}
		if place := cmp.Or(c.Site, c.URL); place != "" {
			about = append(about, printable(place))
		}
		if c.Published != "" {
			about = append(about, a.Date(c.Published))
		}
		fmt.Fprintln(a.out, a.wrap(indent+"  ", strings.Join(about, " · ")))
		fmt.Fprintln(a.out, indent+"  "+a.show(styleQuiet, "soi show "+printable(c.ID)))
	}
	if more > 0 {
		fmt.Fprintln(a.out, indent+"  "+a.Text(message.CopiesMore, more))
	}
}
