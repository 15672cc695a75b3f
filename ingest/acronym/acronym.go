// Package acronym finds the short forms that a document declares itself:
// "Ban Thường vụ (BTV)", "WTO (Tổ chức Thương mại Thế giới)", "Đề án …
// (sau đây gọi tắt là Đề án)". There is no list of acronyms: a short form is
// known by the initials of the words beside it, by a head word ("Tổ chức",
// "Tập đoàn") where its letters are those of another language, or because
// the text says that it shortens. What none of these shows is left out: a
// missed short form costs less than a wrong one.
//
// Names declared for directives ("gọi tắt là Kết luận 21") are the business
// of package directive.
package acronym

import (
	"slices"
	"strings"

	"soi/analyzer/viet"
	"soi/index/schema"
)

const (
	maxAcronyms = 1000 // kept of a document; real ones have 40 at most
	maxInside   = 200  // bytes looked at behind an opening parenthesis
)

// Find fills d.Acronyms with the short forms that the title, the body and the
// captions of d declare, in the order of the text. A short form stands once
// with each of its long forms, where it is first declared. The time is in
// proportion to the text: what is looked at around a parenthesis is bounded.
func Find(d *schema.Document) {
	f := finder{text: d.Text, seen: map[string]bool{}}
	parts := slices.Concat([]schema.Span{d.Title}, d.Body, d.Captions)
	slices.SortStableFunc(parts, func(a, b schema.Span) int { return a.Start - b.Start })
	for _, part := range parts {
		if part.Of(d.Text) != "" {
			f.parentheses(part)
			f.cues(part)
		}
	}
	slices.SortStableFunc(f.found, func(a, b schema.Acronym) int { return a.ShortSpan.Start - b.ShortSpan.Start })
	d.Acronyms = f.unique()
}

// A finder collects the definitions of one text.
type finder struct {
	text  string
	found []schema.Acronym
	seen  map[string]bool // pairs of short and long form, folded
}

// A definition is a short form with its long form: spans of the text.
type definition struct {
	short, long schema.Span
	kind        schema.AcronymKind
}

func (f *finder) add(d definition) {
	f.found = append(f.found, schema.Acronym{
		Short: d.short.Of(f.text), Long: d.long.Of(f.text),
		ShortSpan: d.short, LongSpan: d.long, Kind: d.kind,
	})
}

// unique drops from the sorted definitions those that say again what one
// before them says. Long forms differ by more than case, tone placement and
// blanks. Where initials tell what a short form is, a name that it only
// stands behind is none: "Vụ Quản lý Ngoại hối (NHNN)".
func (f *finder) unique() []schema.Acronym {
	initials := map[string]bool{}
	for _, a := range f.found {
		initials[a.Short] = initials[a.Short] || a.Kind == schema.AcronymInitials
	}
	var kept []schema.Acronym
	for _, a := range f.found {
		if a.Kind == schema.AcronymForeign && initials[a.Short] {
			continue
		}
		var pair strings.Builder
		pair.WriteString(a.Short)
		for _, word := range strings.Fields(a.Long) {
			pair.WriteString(" " + viet.Key(word))
		}
		if key := pair.String(); !f.seen[key] && len(kept) < maxAcronyms {
			f.seen[key] = true
			kept = append(kept, a)
		}
	}
	return kept
}

// parentheses looks at each parenthesis in part.
func (f *finder) parentheses(part schema.Span) {
	for at := part.Start; ; {
		i := strings.IndexByte(f.text[at:part.End], '(')
		if i < 0 {
			return
		}
		open := at + i
		at = open + 1
		rest := f.text[at:min(part.End, at+maxInside)]
		n := strings.IndexAny(rest, "()\n")
		if n < 0 || rest[n] != ')' {
			continue
		}
		if d, ok := f.parenthesis(part, open, schema.Span{Start: at, End: at + n}); ok {
			f.add(d)
		}
		at += n
	}
}

// parenthesis reads the definition that the parenthesis at open, with inside
// in it, makes with the words before it.
func (f *finder) parenthesis(part schema.Span, open int, inside schema.Span) (definition, bool) {
	inside = trim(f.text, inside)
	if s, ok := parseShort(inside.Of(f.text)); ok {
		if d, ok := f.forward(part, open, inside, s); ok {
			return d, true
		}
	}
	if d, ok := f.expanded(part, open, inside); ok {
		return d, true
	}
	return f.reversed(part, open, inside)
}

// forward reads "Ban Thường vụ (BTV)" and "Tập đoàn Dầu khí (PVN)".
func (f *finder) forward(part schema.Span, open int, at schema.Span, s short) (definition, bool) {
	before := wordsBefore(f.text, part.Start, open, maxWords)
	if long, kind, ok := byInitials(s, before); ok {
		if len(s.units) == 2 && f.credit(part, at.End) {
			return definition{}, false
		}
		return definition{at, long, kind}, true
	}
	if long, kind, ok := byTrailing(s, before); ok {
		return definition{at, long, kind}, true
	}
	if long, ok := byHead(f.text, s, before); ok {
		return definition{at, long, schema.AcronymForeign}, true
	}
	return definition{}, false
}

// credit reports whether the parenthesis whose inside ends at end is the last
// thing of its line, without a stop behind it: so stand the initials of
// authors and sources, "(TH)".
func (f *finder) credit(part schema.Span, end int) bool {
	rest := f.text[end:part.End]
	rest = strings.TrimLeft(rest, " \u00a0)")
	return rest == "" || rest[0] == '\n'
}

// expanded reads "(World Trade Organization - WTO)" and "(WTO - World Trade
// Organization)", where a name in another language stands beside its short
// form. The long form is the Vietnamese name before the parenthesis, where
// there is one.
func (f *finder) expanded(part schema.Span, open int, inside schema.Span) (definition, bool) {
	name, at, ok := splitName(f.text, inside)
	if !ok {
		return definition{}, false
	}
	s, ok := parseShort(at.Of(f.text))
	if !ok || s.spaced {
		return definition{}, false
	}
	words := wordsBefore(f.text, name.Start, name.End, maxWords)
	long, _, ok := byInitials(s, words)
	if !ok || long != name || !foreignWords(words) {
		return definition{}, false
	}
	if before, ok := byHead(f.text, s, wordsBefore(f.text, part.Start, open, maxWords)); ok {
		long = before
	}
	return definition{at, long, schema.AcronymForeign}, true
}

// splitName parts "World Trade Organization - WTO" at its dash, comma or
// colon into name and short form, whichever comes first.
func splitName(text string, inside schema.Span) (name, at schema.Span, ok bool) {
	s := inside.Of(text)
	for _, sep := range []string{" - ", " – ", ", ", "; ", ": "} {
		i := strings.LastIndex(s, sep)
		if i < 0 {
			continue
		}
		left := trim(text, schema.Span{Start: inside.Start, End: inside.Start + i})
		right := trim(text, schema.Span{Start: inside.Start + i + len(sep), End: inside.End})
		if left.Len() < right.Len() {
			left, right = right, left
		}
		return left, right, right.Len() > 0
	}
	return name, at, false
}

// reversed reads "BTV (Ban Thường vụ)" and "WTO (Tổ chức Thương mại Thế
// giới)".
func (f *finder) reversed(part schema.Span, open int, inside schema.Span) (definition, bool) {
	at := wordBefore(f.text, part.Start, open)
	s, ok := parseShort(at.Of(f.text))
	if !ok || s.large < s.letters || inside.Len() == 0 {
		return definition{}, false
	}
	words := wordsBefore(f.text, inside.Start, inside.End, maxWords)
	if len(words) < 2 || words[0].Start != inside.Start {
		return definition{}, false
	}
	if long, kind, ok := byInitials(s, words); ok && long.Start == inside.Start {
		return definition{at, long, kind}, true
	}
	if s.foreign() && !s.place() && reversibleHead(words) {
		return definition{at, inside, schema.AcronymForeign}, true
	}
	return definition{}, false
}

// trim cuts blanks and quotes from both ends of a span.
func trim(text string, s schema.Span) schema.Span {
	of := s.Of(text)
	s.Start += len(of) - len(strings.TrimLeft(of, blanks+quotes))
	if of = s.Of(text); of != "" {
		s.End = s.Start + len(strings.TrimRight(of, blanks+quotes))
	}
	return s
}
