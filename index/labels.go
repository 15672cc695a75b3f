package index

import (
	"soi/analyzer/cite"
	"soi/index/internal/column"
	"soi/index/internal/postings"
	"soi/index/schema"
)

// label is what a directive is called: its code alone where the collection
// has no other directive of that code, else its identity, so written that it
// stands for no other. Everything that is said of directives goes by it.
func (l *lookups) label(identity string) string {
	if known, ok := l.labelled.Load(identity); ok {
		return known.(string)
	}
	label := l.newLabel(identity)
	l.labelled.Store(identity, label)
	return label
}

func (l *lookups) newLabel(identity string) string {
	code, _ := cite.ParseIdentity(identity)
	if same := l.holders[cite.Key(code)]; len(same) > 1 {
		return cite.ExactIdentity(identity, same)
	}
	return code
}

// labels are the labels of the directives that a document refers to and
// relates to each other.
func (l *lookups) labels(d *schema.Document, into schema.Labels) {
	for _, identity := range d.Directives() {
		into[identity] = l.label(identity)
	}
	for _, r := range d.Relations {
		for _, identity := range []string{r.From, r.To} {
			if identity != "" {
				into[identity] = l.label(identity)
			}
		}
	}
}

// holders lists the identities that documents have of each code, by its key.
// The column is that of the directives of segments.
func holders(c *column.Column, segments []*postings.Segment) map[string][]string {
	counts := make(column.Counts, len(c.Values()))
	for i, s := range segments {
		c.Count(i, s.Live(), counts)
	}
	all := map[string][]string{}
	for i, identity := range c.Values() {
		if counts[i] > 0 {
			code, _ := cite.ParseIdentity(identity)
			key := cite.Key(code)
			all[key] = append(all[key], identity)
		}
	}
	return all
}
