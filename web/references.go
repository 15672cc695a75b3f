package web

import (
	"cmp"
	"strings"

	"soi/index/schema"
)

// A reference is a directive that the document mentions, with all of its
// mentions.
type reference struct {
	Label      string // code, or what the text says of it
	Type       string
	Date       string // ISO or ""
	Issuer     string
	Term       string
	URL        string // of the search for other documents with it, "" if its identity is not known
	Page       string // of the page on it, ""
	How        string // how it was named first
	Confidence string // of the surest mention
	Mentions   []mention
	confidence float64
}

// A mention is a place where a document names a directive.
type mention struct {
	Number int
	Anchor string
	Raw    string
}

// references are the references in what the document says, one for each
// directive, in the order of their first mention.
func (v view) references(d *schema.Document, labels schema.Labels) []reference {
	var all []reference
	place := map[string]int{}
	for i, r := range d.References {
		if !d.Says(r.Span()) { // the page around it does
			continue
		}
		key := cmp.Or(r.Identity, r.Key, r.Raw)
		at, known := place[key]
		if !known {
			at = len(all)
			place[key] = at
			all = append(all, v.reference(r, labels))
		}
		one := &all[at]
		one.fill(r)
		one.confidence = max(one.confidence, r.Confidence)
		one.Mentions = append(one.Mentions, mention{
			Number: len(one.Mentions) + 1, Anchor: referenceID(i), Raw: strings.Join(strings.Fields(r.Raw), " "),
		})
	}
	for i := range all {
		all[i].Confidence = v.printer.Percent(all[i].confidence)
	}
	return all
}

func (v view) reference(r schema.Reference, labels schema.Labels) reference {
	one := reference{Label: cmp.Or(v.printer.Directive(r.Code), r.Raw), How: v.printer.RefKind(r.Kind)}
	if r.Identity != "" {
		one.URL = state{}.with(schema.FieldDirective, filterFor(r.Identity, labels)).url(v.explicit)
		one.Label = v.printer.Directive(labels.Of(r.Identity))
		one.Page = v.keep(directivePath(labels.Of(r.Identity)))
	}
	return one
}

// fill takes over what a later mention says and earlier ones did not.
func (one *reference) fill(r schema.Reference) {
	one.Type = cmp.Or(one.Type, r.Type)
	one.Date = cmp.Or(one.Date, r.Date)
	one.Issuer = cmp.Or(one.Issuer, r.Issuer)
	one.Term = cmp.Or(one.Term, r.Term)
}

// relations are the document's relations in words.
func (v view) relations(d *schema.Document, labels schema.Labels, a anchors) []relation {
	to := func(identity string) link {
		return link{URL: state{}.with(schema.FieldDirective, filterFor(identity, labels)).url(v.explicit), Text: v.printer.Directive(labels.Of(identity))}
	}
	var all []relation
	for i, r := range d.Relations {
		one := relation{Words: v.printer.Relation(r.Kind), To: to(r.To), Anchor: a.relation[i]}
		if r.From != "" {
			from := to(r.From)
			one.From = &from
		}
		all = append(all, one)
	}
	return all
}
