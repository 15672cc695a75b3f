package main

import (
	"cmp"
	"fmt"
	"strings"

	"soi/index/schema"
	"soi/web/message"
)

// A shownReference is a directive that a document names, once for all of its
// mentions: the first, with what later ones add to it.
type shownReference struct {
	schema.Reference
	mentions int
	noise    bool // only what is around the article names it
}

// shownReferences are the references of a document, one for each directive, in
// the order of their first mention.
func shownReferences(d *schema.Document) []shownReference {
	var all []shownReference
	place := map[string]int{}
	for _, r := range d.References {
		key := cmp.Or(r.Identity, r.Key, r.Raw)
		at, known := place[key]
		if !known {
			at = len(all)
			place[key] = at
			all = append(all, shownReference{Reference: r, noise: true})
		}
		one := &all[at]
		one.Type, one.Date = cmp.Or(one.Type, r.Type), cmp.Or(one.Date, r.Date)
		one.Confidence = max(one.Confidence, r.Confidence)
		one.mentions++
		one.noise = one.noise && !d.Says(r.Span())
	}
	return all
}

// printReferences writes the directives that a document names, each once.
func (a *app) printReferences(d *schema.Document, labels schema.Labels) {
	if len(d.References) == 0 {
		return
	}
	fmt.Fprintln(a.out, "\n"+a.show(styleTitle, a.Text(message.ShowReferences)))
	for _, r := range shownReferences(d) {
		a.printReference(r, labels)
	}
}

// printReference writes a directive in a line: its name, what is known of it,
// how it was named, and how often if it was several times.
func (a *app) printReference(r shownReference, labels schema.Labels) {
	name := a.Directive(labels.Of(r.Identity))
	if r.Identity == "" {
		name = strings.TrimSpace(r.Type + " " + r.Number)
	}
	var about []string
	if r.noise {
		about = append(about, a.Text(message.ShowNoise))
	}
	about = append(about, r.Type)
	if r.Date != "" {
		about = append(about, a.Date(r.Date))
	}
	about = append(about, a.RefKind(r.Kind), a.Percent(r.Confidence))
	if r.mentions > 1 {
		about = append(about, fmt.Sprintf("×%d", r.mentions))
	}
	line := fmt.Sprintf("%-24s %s", name, strings.Join(about, " · "))
	fmt.Fprintln(a.out, "  "+cut(printable(line), a.columns-2))
}

// printRelations writes what the directives of a document, and the document
// itself, do to others.
func (a *app) printRelations(d *schema.Document, labels schema.Labels) {
	if len(d.Relations) == 0 {
		return
	}
	fmt.Fprintln(a.out, "\n"+a.show(styleTitle, a.Text(message.DocRelations)))
	for _, r := range d.Relations {
		from := a.Text(message.DocThis)
		if r.From != "" {
			from = a.Directive(labels.Of(r.From))
		}
		line := strings.Join([]string{from, a.Relation(r.Kind), a.Directive(labels.Of(r.To))}, " ")
		fmt.Fprintln(a.out, "  "+cut(printable(line), a.columns-2))
	}
}
