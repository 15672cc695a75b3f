package ingest

import (
	"net/url"
	"slices"
	"strings"

	"soi/index/schema"
	"soi/ingest/acronym"
	"soi/ingest/clean"
	"soi/ingest/directive"
	"soi/ingest/place"
	"soi/ingest/ratio"
)

// Extract fills in what d's text and address tell: title, body and captions
// where the format does not know them, site, date, place, kind, references,
// relations, ratios and acronyms. Values that d has already are left alone.
func Extract(d *schema.Document) {
	split(d)
	setSite(d)
	clean.Date(d)
	place.Locate(d)
	setKind(d)
	directive.Resolve(d)
	ratio.Find(d)
	acronym.Find(d)
}

// split finds the parts of a text that the format has not found. Where the
// format has found the main text of a page, the noise that stands inside of
// it, a date line, a notice on cookies, is taken out all the same.
func split(d *schema.Document) {
	if len(d.Body) > 0 && d.Source.Record != "" {
		return // a record's body is a body
	}
	parts := clean.Split(d.Text)
	if d.Title.Len() == 0 && parts.Title.Len() > 0 {
		d.Title = parts.Title
		note(d, schema.FieldTitle, evidence(d, schema.RuleFirstLine, d.Title, 0.8))
	}
	if len(d.Body) == 0 {
		if displaced(d, parts.Title) {
			parts.Body = slices.Insert(parts.Body, 0, parts.Title)
			slices.SortFunc(parts.Body, func(a, b schema.Span) int { return a.Start - b.Start })
		}
		d.Body, d.Captions = without(parts.Body, d.Title), without(parts.Captions, d.Title)
		return
	}
	const enough = 0.7 // of the main text, else the two understand the page differently
	both := common(d.Body, parts.Body)
	if float64(length(both)) < enough*float64(length(d.Body)) {
		return
	}
	d.Captions = append(d.Captions, common(d.Body, parts.Captions)...)
	slices.SortFunc(d.Captions, func(a, b schema.Span) int { return a.Start - b.Start })
	d.Body = both
}

// displaced reports whether another title was stated from outside for a text
// whose own title is then a line of its body.
func displaced(d *schema.Document, own schema.Span) bool {
	rule := d.Evidence[schema.FieldTitle].Rule
	return own.Len() > 0 && (rule == schema.RuleSidecar || rule == schema.RuleFrontMatter)
}

// common gives what two lists of sorted, disjoint spans have in common.
func common(a, b []schema.Span) []schema.Span {
	var both []schema.Span
	for len(a) > 0 && len(b) > 0 {
		s := schema.Span{Start: max(a[0].Start, b[0].Start), End: min(a[0].End, b[0].End)}
		if s.Start < s.End {
			both = append(both, s)
		}
		if a[0].End < b[0].End {
			a = a[1:]
		} else {
			b = b[1:]
		}
	}
	return both
}

// length is the number of bytes in spans.
func length(spans []schema.Span) int {
	n := 0
	for _, s := range spans {
		n += s.Len()
	}
	return n
}

// without cuts a span out of sorted spans.
func without(spans []schema.Span, cut schema.Span) []schema.Span {
	var rest []schema.Span
	for _, s := range spans {
		if s.End <= cut.Start || s.Start >= cut.End {
			rest = append(rest, s)
			continue
		}
		if s.Start < cut.Start {
			rest = append(rest, schema.Span{Start: s.Start, End: cut.Start})
		}
		if s.End > cut.End {
			rest = append(rest, schema.Span{Start: cut.End, End: s.End})
		}
	}
	return rest
}

func setSite(d *schema.Document) {
	if d.Site != "" || d.URL == "" {
		return
	}
	u, err := url.Parse(d.URL)
	if err != nil {
		return
	}
	d.Site = strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	note(d, schema.FieldSite, schema.Evidence{Rule: schema.RuleSite, Quote: d.URL, Confidence: 1})
}

func note(d *schema.Document, field schema.Field, e schema.Evidence) {
	if d.Evidence == nil {
		d.Evidence = map[schema.Field]schema.Evidence{}
	}
	d.Evidence[field] = e
}
