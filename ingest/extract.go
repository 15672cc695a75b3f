package ingest

import (
	"net/url"
	"strings"

	"soi/index/schema"
	"soi/ingest/clean"
)

// Extract fills in what d's text and address tell: title, body and captions
// where the format does not know them, site, date, place, kind, references
// and relations. Values that d has already are left alone.
func Extract(d *schema.Document) {
	split(d)
	setSite(d)
	clean.Date(d)
	setKind(d)
}

// split finds the parts of a text that the format has not found.
func split(d *schema.Document) {
	if len(d.Body) > 0 {
		return
	}
	parts := clean.Split(d.Text)
	if d.Title.Len() == 0 {
		d.Title = parts.Title
	}
	d.Body, d.Captions = without(parts.Body, d.Title), without(parts.Captions, d.Title)
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
