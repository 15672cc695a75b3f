package web

import (
	"cmp"

	"soi/index/schema"
	"soi/web/message"
)

// copies is the way to the results with copies of a report by themselves, or
// back; nil if there are none to speak of.
func (v view) copies(st *state, res *schema.Results) *link {
	if st.copies {
		return &link{URL: st.unfolding(false).url(v.explicit), Text: v.printer.Text(message.CopiesFold)}
	}
	if res.Folded == 0 {
		return nil
	}
	return &link{URL: st.unfolding(true).url(v.explicit), Text: v.printer.Text(message.CopiesUnfold, res.Folded)}
}

// A republished is another document with the report of a hit.
type republished struct {
	URL   string
	Title string // "" if the document has none
	Site  string
	Date  string // ISO, "" unknown
}

// addCopies adds to a hit what is folded into it.
func (v view) addCopies(shown *hit, st *state, h *schema.Hit) {
	shown.CopiesLeft = h.MoreCopies
	shown.Copies = v.republished(st, h.Copies)
	shown.CopiesCount = len(shown.Copies) + shown.CopiesLeft
}

func (v view) republished(st *state, copies []schema.Copy) []republished {
	var all []republished
	for _, c := range copies {
		all = append(all, republished{
			URL: documentURL(c.ID, *st, v.explicit), Title: c.Title, Site: cmp.Or(siteOf(c.URL), c.Site), Date: c.Published,
		})
	}
	return all
}
