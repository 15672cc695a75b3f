package ingest

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"soi/index/schema"
)

// checkSpans demands what everything behind ingest relies on: the text is NFC
// with LF line ends, spans are sorted, disjoint, on rune borders and inside.
func checkSpans(t *testing.T, d *schema.Document) {
	t.Helper()
	if !utf8.ValidString(d.Text) || !norm.NFC.IsNormalString(d.Text) {
		t.Error("text is not UTF-8 in NFC")
	}
	checkList(t, d, "body", d.Body)
	checkList(t, d, "captions", d.Captions)
	checkList(t, d, "title", []schema.Span{d.Title})
	for _, s := range d.Body {
		if s.Start < d.Title.End && s.End > d.Title.Start {
			t.Errorf("body %v holds the title %v", s, d.Title)
		}
		for _, c := range d.Captions {
			if s.Start < c.End && s.End > c.Start {
				t.Errorf("body %v and caption %v overlap", s, c)
			}
		}
	}
	for _, r := range d.References {
		if r.Span().Of(d.Text) != r.Raw {
			t.Errorf("reference %q is not at %d: %q", r.Raw, r.Start, r.Span().Of(d.Text))
		}
	}
}

func checkList(t *testing.T, d *schema.Document, name string, spans []schema.Span) {
	t.Helper()
	end := 0
	for _, s := range spans {
		if s.Start < end || s.Start > s.End || s.End > len(d.Text) {
			t.Fatalf("%s: span %v behind %d of %d bytes", name, s, end, len(d.Text))
		}
		if !utf8.ValidString(s.Of(d.Text)) {
			t.Errorf("%s: span %v cuts a letter", name, s)
		}
		end = s.End
	}
}
