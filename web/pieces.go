package web

import (
	"slices"
	"unicode/utf8"

	"soi/index/schema"
)

// A piece is a part of a text that is marked as a whole or not at all.
type piece struct {
	Text string
	Mark bool
}

// pieces cuts text at the ends of marks.
func pieces(text string, marks []schema.Span) []piece {
	var all []piece
	at := 0
	for _, m := range joined(text, marks) {
		if m.Start > at {
			all = append(all, piece{Text: text[at:m.Start]})
		}
		all = append(all, piece{Text: m.Of(text), Mark: true})
		at = m.End
	}
	if at < len(text) {
		all = append(all, piece{Text: text[at:]})
	}
	return all
}

// joined returns the sound spans; those with one space between them become
// one, so that the words of a phrase are one mark and one stop.
func joined(text string, spans []schema.Span) []schema.Span {
	var all []schema.Span
	for _, s := range sound(text, spans) {
		if last := len(all) - 1; last >= 0 {
			if gap := text[all[last].End:s.Start]; gap == "" || gap == " " || gap == "\u00a0" {
				all[last].End = s.End
				continue
			}
		}
		all = append(all, s)
	}
	return all
}

// sound returns the spans that can be shown, sorted and disjoint. One that is
// empty, lies outside of text, cuts a rune or begins inside another is left
// out: a mark less is better than a page that fails.
func sound(text string, spans []schema.Span) []schema.Span {
	kept := make([]schema.Span, 0, len(spans))
	for _, s := range spans {
		if s.Start < s.End && onRune(text, s.Start) && onRune(text, s.End) {
			kept = append(kept, s)
		}
	}
	slices.SortFunc(kept, func(a, b schema.Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End // of two at one place the longer
	})
	end := 0
	return slices.DeleteFunc(kept, func(s schema.Span) bool {
		if s.Start < end {
			return true
		}
		end = s.End
		return false
	})
}

// onRune reports whether i is an offset into text that lies between runes.
func onRune(text string, i int) bool {
	return i == len(text) || 0 <= i && i < len(text) && utf8.RuneStart(text[i])
}
