package web

import (
	"maps"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"soi/index/schema"
	"soi/web/message"
)

// searchPage is the data of search.tmpl.
type searchPage struct {
	frame
	Summary string // how many documents match what
	Took    string // milliseconds
	Notes   []note
	Chips   []chip // filters in use
	Clear   string // address without filters, "" if there are none
	Facets  []facet
	Sorts   []link
	Hits    []hit
	Relaxed []relaxed
	Pages   *pager // nil if there is one page
	Table   string // address of the results as a file
	Copies  *link  // to the same search with copies by themselves, or without; nil if there are none
	PastEnd bool   // the page lies behind the last result
}

// A relaxed is the way to the same search with one condition less.
type relaxed struct {
	link
	Total int
}

// A note is a note of a search and, where it speaks of another query, the
// way to that.
type note struct {
	Text string
	Use  *link
}

// A hit is a document found as the page shows it.
type hit struct {
	URL         string
	Title       []piece // empty if the document has none
	Date        string  // ISO, "" unknown
	Province    string
	ProvinceNow string // "" if it is Province
	Level       schema.Level
	Site        string
	Snippet     []piece
	Cut, Open   bool // the snippet begins, or ends, inside a sentence
	Directives  []link
	More        int // directives that are not shown
	Why         []string
	Copies      []republished // the same report elsewhere
	CopiesCount int           // of those, also the ones that are not listed
	CopiesLeft  int           // not listed
}

// directivesShown is how many directives a hit shows; a long report refers to
// dozens, and its page has them all.
const directivesShown = 6

// search shows the results of a search.
func (s *site) search(v view, r *http.Request) (answer, error) {
	var st state
	if err := st.read(v.values); err != nil {
		return answer{}, err
	}
	req, err := st.request()
	if err != nil {
		return answer{}, err
	}
	req.Timeout = s.timeout * 4 / 5 // time is left to tell what was reached
	res, err := s.searcher.Search(r.Context(), req)
	if err != nil {
		return answer{}, err
	}
	return answer{status: http.StatusOK, template: "search", data: v.searchPage(&st, &res)}, nil
}

func (v view) searchPage(st *state, res *schema.Results) *searchPage {
	p := &searchPage{frame: v.frame(v.searchTitle(st)), Summary: v.printer.Text(message.Documents, res.Total)}
	p.Query = st.query
	if st.query != "" {
		p.Summary = v.printer.Text(message.ResultsFor, res.Total, unquoted(st.query))
	}
	if st.page > 1 {
		p.Title += " – " + v.printer.Text(message.PageNumber, st.page)
	}
	p.Took = strconv.FormatInt(max(1, res.Took.Round(time.Millisecond).Milliseconds()), 10)
	p.Notes = v.notes(st, res.Notes, func(st state) string { return st.url(v.explicit) })
	p.Chips = v.chips(st, res)
	if len(p.Chips) > 0 {
		p.Clear = st.untyped(res.Typed...).unfiltered().url(v.explicit)
	}
	p.Facets = v.facets(res.Facets)
	p.Hidden = append(p.Hidden, st.hidden(res)...)
	for _, by := range []schema.Sort{schema.SortScore, schema.SortNewest, schema.SortOldest} {
		sorted := st.sorted(by)
		p.Sorts = append(p.Sorts, link{URL: sorted.url(v.explicit), Text: v.printer.Sort(by), Current: sorted.sort == st.sort})
	}
	for i := range res.Hits {
		p.Hits = append(p.Hits, v.hit(st, &res.Hits[i], res.Labels))
	}
	p.Pages = v.pager(res.Total-res.Folded, perPage, st.page, func(page int) string { return st.at(page).url(v.explicit) })
	for _, r := range res.Relaxations {
		p.Relaxed = append(p.Relaxed, relaxed{link{URL: st.relaxed(r, res.Typed).url(v.explicit), Text: v.printer.Relaxation(r)}, r.Total})
	}
	p.Copies = v.copies(st, res)
	p.Table = st.at(1).table(v.explicit)
	p.PastEnd = res.Total > 0 && len(res.Hits) == 0
	return p
}

func (v view) searchTitle(st *state) string {
	if st.query == "" {
		return v.printer.Text(message.SearchAll)
	}
	return v.printer.Text(message.ResultsTitle, st.query)
}

// unfiltered is the state without what the chips show, on its first page.
func (s state) unfiltered() state {
	s.chosen, s.literal, s.page = nil, false, 1
	return s
}

// relaxed is the state without one of its conditions, on its first page; typed
// are the filters in its query.
func (s state) relaxed(r schema.Relaxation, typed []schema.TypedFilter) state {
	s.page = 1
	switch {
	case r.Query != "":
		s.query = r.Query
		return s
	case r.Field == "":
		s.chosen = nil
		return s.untyped(typed...)
	}
	s = s.untyped(slices.DeleteFunc(slices.Clone(typed), func(f schema.TypedFilter) bool { return f.Field != r.Field })...)
	s.chosen = maps.Clone(s.chosen)
	delete(s.chosen, r.Field)
	if r.Field == schema.FieldPublished {
		delete(s.chosen, paramFrom)
		delete(s.chosen, paramTo)
	}
	return s
}

// notes puts the notes of a search into sentences. Where one speaks of another
// way to take the query, url gives the address of that.
func (v view) notes(st *state, notes []schema.Note, url func(state) string) []note {
	var all []note
	for _, n := range notes {
		said := note{Text: v.printer.Note(n)}
		if len(n.Args) >= 2 {
			typed, other := n.Args[0], n.Args[1]
			switch n.Kind {
			case schema.NoteRestored:
				said.Use = &link{URL: url(st.asking(other)), Text: v.printer.Text(message.UseQuery, other)}
			case schema.NoteKeystrokes, schema.NoteAcronym, schema.NoteShort:
				said.Use = &link{URL: url(st.literally()), Text: v.printer.Text(message.UseQuery, typed)}
			case schema.NoteMeant, schema.NoteDidYouMean:
				said.Use = &link{URL: url(st.asking(other)), Text: v.printer.Text(message.TryInstead, other)}
			case schema.NoteFormer, schema.NoteApart, schema.NoteMerged:
				said.Use = v.otherProvince(st, n, url)
			}
		}
		all = append(all, said)
	}
	return all
}

func (v view) hit(st *state, h *schema.Hit, labels schema.Labels) hit {
	shown := hit{
		URL:      documentURL(h.ID, *st, v.explicit),
		Title:    pieces(h.Title, h.TitleMarks),
		Date:     h.Published,
		Province: h.Province,
		Level:    h.Level,
		Site:     siteOf(h.URL),
		Snippet:  pieces(h.Snippet.Text, h.Snippet.Spans),
	}
	if h.ProvinceNow != h.Province {
		shown.ProvinceNow = h.ProvinceNow
	}
	shown.Cut, shown.Open = inSentence(&h.Snippet)
	for _, reason := range h.Why {
		shown.Why = append(shown.Why, v.printer.Reason(reason))
	}
	v.addCopies(&shown, st, h)
	shown.More = max(0, len(h.Directives)-directivesShown)
	for _, identity := range h.Directives[:len(h.Directives)-shown.More] {
		shown.Directives = append(shown.Directives, link{
			URL:  st.with(schema.FieldDirective, filterFor(identity, labels)).url(v.explicit),
			Text: v.printer.Directive(labels.Of(identity)),
		})
	}
	return shown
}

// inSentence reports whether a snippet begins or ends inside a sentence.
func inSentence(s *schema.Snippet) (cut, open bool) {
	first, _ := utf8.DecodeRuneInString(s.Text)
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s.Text, ` "”’)`))
	return s.Start > 0 && unicode.IsLower(first), s.Text != "" && !strings.ContainsRune(".!?…:;", last)
}

// unquoted is a query for a place between quotation marks: a phrase alone
// without its own.
func unquoted(query string) string {
	if inner, ok := strings.CutPrefix(query, `"`); ok {
		if inner, ok := strings.CutSuffix(inner, `"`); ok && !strings.Contains(inner, `"`) {
			return inner
		}
	}
	return query
}
