package web

import (
	"cmp"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"soi/index/schema"
	"soi/web/message"
)

// directivePage is the data of directive.tmpl.
type directivePage struct {
	frame
	Back    link
	Label   string
	Type    string
	Subject string // "về tăng cường …"
	Facts   []fact
	Cited   string // how many documents refer to it, and between which dates
	Others  []otherDirective
	Several bool // the code stands for Others, and there is nothing else to show
	Chain   []branch
	Own     string      // how many documents say that they carry it out, "" none does
	Says    []statement // some of them
	Panels  []panel
	Hits    []hit
	All     link // the documents as a search
}

// A fact is a value of a directive with what documents say of it.
type fact struct {
	Label   string
	Text    string
	Date    string // Text as an ISO date, "" if it is none
	Foreign bool   // Text is Vietnamese whatever the page's language
	Missing bool
	Said    string  // how many documents give the one value that any gives, "" for all
	Voices  []voice // all values, if there are several
}

// A voice is a value and the documents that give it.
type voice struct {
	Text  string
	Count int
}

// An otherDirective is another directive of the same code.
type otherDirective struct {
	link
	What      string // type and subject
	Documents int
}

// A panel counts the documents that refer to the directive by a field.
type panel struct {
	Field  schema.Field
	Label  string
	Values []bar
	Folded []bar
}

// errNoDirective says that no document refers to a directive.
var errNoDirective = errors.New("no document refers to this directive")

// hitsShown is how many of a directive's documents its page lists.
const hitsShown = 10

// directive shows one directive, or the several that a code stands for.
func (s *site) directive(v view, r *http.Request) (answer, error) {
	d, err := s.searcher.Directive(r.Context(), r.PathValue("identity"))
	if errors.Is(err, schema.ErrNotFound) {
		return answer{}, errNoDirective
	} else if err != nil {
		return answer{}, err
	}
	p := v.directivePage(&d)
	if p.Several {
		return answer{status: http.StatusOK, template: "directive", data: p}, nil
	}
	found := state{}.with(schema.FieldDirective, d.Filter).sorted(schema.SortNewest)
	req, err := found.request()
	if err != nil {
		return answer{}, err
	}
	req.Facets, req.Limit, req.Timeout = false, hitsShown, s.timeout*4/5
	res, err := s.searcher.Search(r.Context(), req)
	if err != nil {
		return answer{}, err
	}
	for i := range res.Hits {
		p.Hits = append(p.Hits, v.hit(&found, &res.Hits[i], res.Labels))
	}
	p.All = link{URL: found.url(v.explicit), Text: v.printer.Text(message.DirectiveAll, res.Total)}
	return answer{status: http.StatusOK, template: "directive", data: p}, nil
}

func (v view) directivePage(d *schema.DirectiveDetail) *directivePage {
	p := &directivePage{
		Label:   v.printer.Directive(d.Label()),
		Type:    d.Type,
		Subject: d.Title,
		Several: d.Identity == "",
	}
	if p.Several {
		p.Label = d.Code
	}
	if !strings.HasPrefix(p.Label, d.Code) { // in words: "Nghị quyết Trung ương 4 khóa XII"
		p.Type = ""
	}
	p.frame = v.frame(p.Label)
	p.Back = link{URL: p.Directives, Text: v.printer.Text(message.HomeDirectives)}
	for _, o := range d.Others {
		p.Others = append(p.Others, v.otherDirective(&o))
	}
	if p.Several {
		return p
	}
	p.Cited = v.cited(&d.Directive)
	p.Facts = v.facts(&d.Directive)
	if len(d.Chain) > 1 || len(d.Chain) == 1 && len(d.Chain[0].Branches) > 0 {
		p.Chain = v.branches(d.Chain)
	}
	p.Own, p.Says = v.ownStatements(d)
	p.Panels = v.panels(d)
	return p
}

// cited says how many documents refer to a directive, and when they did.
func (v view) cited(d *schema.Directive) string {
	text := v.printer.Text(message.DirectiveCited, d.Documents)
	switch {
	case d.First == "":
		return text
	case d.First == d.Last:
		return text + ", " + v.printer.Date(d.First)
	}
	return text + ", " + v.printer.Text(message.DirectiveSpan, v.printer.Date(d.First), v.printer.Date(d.Last))
}

func (v view) otherDirective(d *schema.Directive) otherDirective {
	return otherDirective{
		link:      link{URL: v.directiveURL(d), Text: v.printer.Directive(d.Label())},
		What:      strings.TrimSpace(d.Type + " " + d.Title),
		Documents: d.Documents,
	}
}

// directiveURL is the address of a directive's page, "" for one that documents
// only hint at.
func (v view) directiveURL(d *schema.Directive) string {
	if d.Filter == "" {
		return ""
	}
	return v.keep(directivePath(d.Filter))
}

// directivePath is the address for an identity or code.
func directivePath(identity string) string {
	escaped := url.PathEscape(identity)
	if readable := strings.ReplaceAll(escaped, "%2F", "/"); !strings.Contains(readable, "//") && !strings.HasPrefix(readable, "/") {
		escaped = readable
	}
	return "/directive/" + escaped
}

// filterFor is what asks for the directive of an identity alone: its label,
// where that tells it from others of its code.
func filterFor(identity string, labels schema.Labels) string {
	if label := labels.Of(identity); strings.Contains(label, "@") {
		return label
	}
	return identity
}

// facts are what is known of a directive, each with the documents that say so.
func (v view) facts(d *schema.Directive) []fact {
	level := fact{Label: v.printer.Field(schema.FieldLevel), Text: v.printer.Level(d.Level), Missing: d.Level == ""}
	term := fact{Label: v.printer.Text(message.DirectiveTerm), Text: d.Term}
	facts := []fact{
		v.fact(message.DirectiveType, d.Type, d.Types, d.Documents),
		v.fact(message.DirectiveSubject, d.Title, d.Titles, d.Documents),
		v.dateFact(d),
		v.fact(message.DirectiveIssuer, d.Issuer, d.Issuers, d.Documents),
		level,
	}
	if d.Term != "" {
		facts = append(facts, term)
	}
	return facts
}

// fact lists the voices where they differ: "25/10/2021: 7 documents, 25/5/2012:
// 1".
func (v view) fact(label message.Key, text string, voices []schema.Voice, documents int) fact {
	f := fact{Label: v.printer.Text(label), Text: text, Foreign: true, Missing: text == ""}
	if f.Missing {
		f.Text, f.Foreign = v.printer.Text(message.Unknown), false
	}
	switch {
	case len(voices) > 1 || len(voices) == 1 && f.Missing:
		for _, said := range voices {
			f.Voices = append(f.Voices, voice{said.Value, said.Documents})
		}
	case len(voices) == 1 && voices[0].Documents < documents:
		f.Said = v.printer.Text(message.DirectiveVoice, voices[0].Documents)
	}
	return f
}

func (v view) dateFact(d *schema.Directive) fact {
	f := v.fact(message.DirectiveDate, d.Date, d.Dates, d.Documents)
	if !f.Missing {
		f.Date, f.Text, f.Foreign = d.Date, v.printer.Date(d.Date), false
	}
	for i := range f.Voices {
		f.Voices[i].Text = v.printer.Date(f.Voices[i].Text)
	}
	return f
}

// panels count the documents by province, year and level; each count leads to
// the documents.
func (v view) panels(d *schema.DirectiveDetail) []panel {
	all := []panel{
		v.panel(d, schema.FieldProvince, d.Provinces),
		v.panel(d, schema.FieldYear, d.Years),
		v.panel(d, schema.FieldLevel, d.Levels),
	}
	return slices.DeleteFunc(all, func(p panel) bool { return len(p.Values) == 0 })
}

func (v view) panel(d *schema.DirectiveDetail, f schema.Field, voices []schema.Voice) panel {
	p := panel{Field: f, Label: v.printer.Field(f)}
	longest := 1
	for _, said := range voices {
		longest = max(longest, said.Documents)
	}
	voices = slices.Clone(voices)
	if f == schema.FieldYear { // the latest first, as everywhere
		slices.SortStableFunc(voices, func(a, b schema.Voice) int { return cmp.Compare(b.Value, a.Value) })
	}
	if i := slices.IndexFunc(voices, func(said schema.Voice) bool { return said.Value == "" }); i >= 0 { // those without a value last
		voices = append(slices.Delete(slices.Clone(voices), i, i+1), voices[i])
	}
	for _, said := range voices {
		b := bar{Count: said.Documents, Share: max(1, said.Documents*100/longest)}
		b.Text = v.printer.Text(message.Unknown)
		if said.Value != "" { // documents without a value cannot be asked for
			b.Text, b.Foreign = v.printer.Value(f, said.Value), f == schema.FieldProvince
			value := said.Value
			if f == schema.FieldProvince {
				value = apart(value)
			}
			b.URL = state{}.with(schema.FieldDirective, d.Filter).with(f, value).url(v.explicit)
		}
		if len(p.Values) < facetShown {
			p.Values = append(p.Values, b)
		} else {
			p.Folded = append(p.Folded, b)
		}
	}
	return p
}
