package web

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"soi/index/schema"
)

// A block is a paragraph of a document's text, or a stretch of page noise.
type block struct {
	Part  part
	Lines []line // one, or the several of noise
	Size  int    // characters of noise
}

// Folded reports whether the block is noise so long that it is folded away.
func (b block) Folded() bool { return b.Part == noise && (b.Size > 200 || len(b.Lines) > 3) }

// A part is what a stretch of a document's text is to it.
type part string

const (
	body    part = "body"
	caption part = "caption"
	noise   part = "noise"
	title   part = "title"
)

// A line is a line of text in runs.
type line []run

// A run is a stretch of text in which nothing begins or ends.
type run struct {
	Text    string
	Anchors []string // ids of what begins here
	Mark    int      // number of the match it belongs to; 0 none, -1 one without a number
	First   bool     // it begins that match
	Ref     bool     // it belongs to a reference
	Of      int      // number of the last match, where First is set
}

// Previous and Next are the numbers of the matches around a match, 0 at the
// ends.
func (r run) Previous() int { return r.Mark - 1 }

// Next is the number of the match after this one, 0 at the end.
func (r run) Next() int {
	if r.Mark >= r.Of {
		return 0
	}
	return r.Mark + 1
}

// maxNumbered is how many matches of a document can be visited in turn. Each
// costs some 300 bytes of page, and nobody walks further.
const maxNumbered = 500

// A layout is a document's text ready for its page.
type layout struct {
	title   line
	blocks  []block
	matches int
}

// layOut divides the text of a document into blocks and runs. The title is
// kept apart, for it is the heading of the page; all else comes in its order,
// and only white space between lines is left out.
func layOut(d *schema.Document, matches []schema.Span, anchors []anchor) layout {
	s := newSetter(d, matches, anchors)
	l := layout{matches: len(s.matches)}
	for _, p := range parts(d) {
		for _, at := range lines(d.Text, p.span) {
			set := s.line(at)
			switch {
			case p.part == title:
				if len(l.title) > 0 { // a title of several lines
					l.title = append(l.title, run{Text: " "})
				}
				l.title = append(l.title, set...)
			case p.part == noise && len(l.blocks) > 0 && l.blocks[len(l.blocks)-1].Part == noise:
				last := &l.blocks[len(l.blocks)-1]
				last.Lines = append(last.Lines, set)
				last.Size += utf8.RuneCountInString(at.Of(d.Text))
			default:
				l.blocks = append(l.blocks, block{Part: p.part, Lines: []line{set}, Size: utf8.RuneCountInString(at.Of(d.Text))})
			}
		}
	}
	return l
}

type partSpan struct {
	part part
	span schema.Span
}

// parts divides the whole text of a document; what no span of it covers is
// noise.
func parts(d *schema.Document) []partSpan {
	var named []partSpan
	add := func(p part, spans ...schema.Span) {
		for _, s := range sound(d.Text, spans) {
			named = append(named, partSpan{p, s})
		}
	}
	add(title, d.Title)
	add(body, d.Body...)
	add(caption, d.Captions...)
	slices.SortStableFunc(named, func(a, b partSpan) int { return cmp.Compare(a.span.Start, b.span.Start) })
	var all []partSpan
	at := 0
	for _, p := range named {
		if p.span.End <= at { // inside the one before
			continue
		}
		p.span.Start = max(p.span.Start, at)
		if p.span.Start > at {
			all = append(all, partSpan{noise, schema.Span{Start: at, End: p.span.Start}})
		}
		all = append(all, p)
		at = p.span.End
	}
	if at < len(d.Text) {
		all = append(all, partSpan{noise, schema.Span{Start: at, End: len(d.Text)}})
	}
	return all
}

// lines are the lines inside a span that hold more than white space, without
// the white space around them.
func lines(text string, within schema.Span) []schema.Span {
	var all []schema.Span
	for start := within.Start; start < within.End; {
		end := within.End
		if i := strings.IndexByte(text[start:within.End], '\n'); i >= 0 {
			end = start + i
		}
		raw := text[start:end]
		left := strings.TrimLeft(raw, " \t\r\v\f\u00a0")
		trimmed := strings.TrimRight(left, " \t\r\v\f\u00a0")
		if trimmed != "" {
			from := start + len(raw) - len(left)
			all = append(all, schema.Span{Start: from, End: from + len(trimmed)})
		}
		start = end + 1
	}
	return all
}

// A setter sets one line after the other; lines must come in their order.
type setter struct {
	text    string
	matches []schema.Span
	refs    []schema.Span
	anchors []anchor
	cuts    []int // sorted: all places where something begins or ends
	// How far the lists above were used up.
	match, ref, anchor, cut int
	numbered                int // last match that has its number in a run
}

func newSetter(d *schema.Document, matches []schema.Span, anchors []anchor) *setter {
	s := &setter{text: d.Text, matches: joined(d.Text, matches), anchors: slices.Clone(anchors)}
	// White space is not set, so a match of nothing else would have a number
	// and no place.
	s.matches = slices.DeleteFunc(s.matches, func(m schema.Span) bool { return strings.TrimSpace(m.Of(d.Text)) == "" })
	for _, r := range d.References {
		if d.Says(r.Span()) {
			s.refs = append(s.refs, r.Span())
		}
	}
	s.refs = sound(d.Text, s.refs)
	s.anchors = slices.DeleteFunc(s.anchors, func(a anchor) bool { return !onRune(d.Text, a.at) })
	slices.SortStableFunc(s.anchors, func(a, b anchor) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.id, b.id))
	})
	for _, spans := range [][]schema.Span{s.matches, s.refs} {
		for _, span := range spans {
			s.cuts = append(s.cuts, span.Start, span.End)
		}
	}
	for _, a := range s.anchors {
		s.cuts = append(s.cuts, a.at)
	}
	slices.Sort(s.cuts)
	s.cuts = slices.Compact(s.cuts)
	return s
}

// line cuts the text of at into runs.
func (s *setter) line(at schema.Span) line {
	var runs line
	for start := at.Start; start < at.End; {
		for s.cut < len(s.cuts) && s.cuts[s.cut] <= start {
			s.cut++
		}
		end := at.End
		if s.cut < len(s.cuts) {
			end = min(end, s.cuts[s.cut])
		}
		runs = append(runs, s.run(start, end))
		start = end
	}
	return runs
}

// run is the run from start to end. What begins in the white space before it
// begins with it.
func (s *setter) run(start, end int) run {
	r := run{Text: s.text[start:end]}
	for ; s.anchor < len(s.anchors) && s.anchors[s.anchor].at <= start; s.anchor++ {
		r.Anchors = append(r.Anchors, s.anchors[s.anchor].id)
	}
	s.ref = skip(s.refs, s.ref, start)
	r.Ref = s.ref < len(s.refs) && s.refs[s.ref].Start <= start
	s.match = skip(s.matches, s.match, start)
	if s.match < len(s.matches) && s.matches[s.match].Start <= start {
		r.Mark, r.Of = s.match+1, min(len(s.matches), maxNumbered)
		r.First, s.numbered = r.Mark > s.numbered, r.Mark
		if r.Mark > maxNumbered {
			r.Mark, r.First = -1, false
		}
	}
	return r
}

// skip is the index, from i on, of the first span that ends behind at.
func skip(spans []schema.Span, i, at int) int {
	for i < len(spans) && spans[i].End <= at {
		i++
	}
	return i
}
