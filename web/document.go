package web

import (
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"

	"soi/index/schema"
	"soi/web/message"
)

// documentPage is the data of document.tmpl.
type documentPage struct {
	frame
	Back      link   // to the results it was found in, or to the search
	Find      string // address of the form that searches in the document
	FindHides []parameter
	Notes     []note // how the query was read
	Heading   line   // the title with its matches; empty if there is none
	Name      string // what stands for a missing title
	Text      []block
	Matches   int
	Numbered  int // matches that can be visited in turn
	Values    []value
	Refs      []reference
	Relations []relation
	Steps     []branch // what the collection tells of the directives it ties
	Check     []ratio  // whose figures do not agree
	CheckMore []ratio
	Hold      int // ratios whose figures agree
	Acronyms  []acronym
	MoreForms []acronym
	Similar   similar
}

// A value is one of the document's metadata and why it is what it is.
type value struct {
	Label      string
	Text       string
	Date       string // Text as an ISO date, "" if it is none
	URL        string // where the value leads: other documents with it, or its source
	External   bool   // URL leads out of Soi
	Foreign    bool   // Text is Vietnamese whatever the page's language
	Missing    bool   // Text only says that the value is unknown
	Rule       string // "" without evidence
	Quote      string
	Confidence string
	Anchor     string // of the place in the text that decided, "" if outside of it
}

// A relation is one of the document's relations in words.
type relation struct {
	From   *link // nil: the document itself
	Words  string
	To     link
	Anchor string
}

// document shows one document with the matches of a query.
func (s *site) document(v view, r *http.Request) (answer, error) {
	var st state
	if err := st.read(v.values); err != nil {
		return answer{}, err
	}
	doc, matches, err := s.searcher.Document(r.Context(), r.PathValue("id"), schema.Request{Query: st.query, Literal: st.literal})
	if err != nil {
		return answer{}, err
	}
	p := v.documentPage(&st, &doc, &matches)
	p.Steps = s.steps(r.Context(), v, &doc)
	p.Similar = s.similar(r.Context(), v, &st, doc.ID)
	return answer{status: http.StatusOK, template: "document", data: p}, nil
}

func (v view) documentPage(st *state, d *schema.Document, found *schema.Matches) *documentPage {
	anchors := newAnchors(d)
	text := layOut(d, found.Spans, anchors.all)
	p := &documentPage{
		Heading:  text.title,
		Text:     text.blocks,
		Matches:  text.matches,
		Numbered: min(text.matches, maxNumbered),
		Name:     fileName(d.Path),
		Find:     v.path,
	}
	title := d.TitleText()
	if title == "" {
		title = v.printer.Text(message.NoTitle)
	}
	p.frame = v.frame(title)
	p.Query = st.query
	afresh := st.asking(st.query) // what is typed next is understood anew
	p.FindHides = append(afresh.hidden(&schema.Results{}), p.Hidden...)
	p.Notes = v.notes(st, found.Notes, func(st state) string { return documentURL(d.ID, st, v.explicit) })
	p.Back = link{URL: v.keep("/"), Text: v.printer.Text(message.BackToSearch)}
	if st.query != "" || st.filtered() {
		p.Back = link{URL: st.url(v.explicit), Text: v.printer.Text(message.BackToResults)}
	}
	p.Values = v.metadata(d, anchors)
	p.Refs = v.references(d, found.Labels)
	p.Relations = v.relations(d, found.Labels, anchors)
	p.Check, p.CheckMore, p.Hold = v.ratios(d)
	p.Acronyms, p.MoreForms = v.acronyms(d, anchors)
	return p
}

// documentURL is the address of a document's page. It carries the search it
// was found by, for the matches and for the way back.
func documentURL(id string, st state, lang message.Lang) string {
	return "/doc/" + url.PathEscape(id) + st.parameters(lang)
}

// siteOf is the host of an address on the web, "" if it is none.
func siteOf(address string) string {
	u, ok := webAddress(address)
	if !ok {
		return ""
	}
	return u.Hostname()
}

// webAddress parses an address that a document gives as its own. Only those
// that lead to the web may become links: a document can say anything,
// "javascript:" too.
func webAddress(address string) (*url.URL, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.User != nil || u.Scheme != "http" && u.Scheme != "https" {
		return nil, false
	}
	return u, true
}

// fileName is the last part of the path of a document's file: where the file
// lies is nothing that readers elsewhere need to know.
func fileName(path string) string {
	if path == "" {
		return ""
	}
	return filepath.Base(path)
}

// anchors are the places of a document's text that something on the page
// leads to.
type anchors struct {
	all      []anchor
	evidence map[schema.Field]string // id by field
	relation []string                // id by index of Document.Relations
	acronym  []string                // id by index of Document.Acronyms
}

// An anchor is a place in a document's text with an id.
type anchor struct {
	at int // byte offset
	id string
}

func newAnchors(d *schema.Document) anchors {
	a := anchors{evidence: map[schema.Field]string{}}
	for field, e := range d.Evidence {
		if e.Span != nil && e.Span.Of(d.Text) != "" {
			a.evidence[field] = "e-" + string(field)
			a.all = append(a.all, anchor{e.Span.Start, "e-" + string(field)})
		}
	}
	for i, r := range d.References {
		if d.Says(r.Span()) {
			a.all = append(a.all, anchor{r.Start, referenceID(i)})
		}
	}
	for i, r := range d.Relations {
		id := ""
		if r.Evidence.Of(d.Text) != "" {
			id = "x" + strconv.Itoa(i+1)
			a.all = append(a.all, anchor{r.Evidence.Start, id})
		}
		a.relation = append(a.relation, id)
	}
	a.addAcronyms(d)
	a.addRatios(d)
	return a
}

// referenceID is the id of the i-th reference of a document.
func referenceID(i int) string { return "r" + strconv.Itoa(i+1) }
