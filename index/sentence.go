package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/index/schema"
)

// maxAround is how far a sentence is followed on either side of the words
// that it is read for, in bytes.
const maxAround = 400

// sentenceAround is the sentence that a span of text lies in, or as much of a
// long one as stands around it.
func sentenceAround(text string, at schema.Span) schema.Span {
	s := schema.Span{Start: max(0, at.Start-maxAround), End: min(len(text), at.End+maxAround)}
	for s.Start > 0 && !utf8.RuneStart(text[s.Start]) {
		s.Start++
	}
	for s.End < len(text) && !utf8.RuneStart(text[s.End]) {
		s.End--
	}
	before := text[s.Start:at.Start]
	if n := lastStop(before); n > 0 {
		s.Start += n
	} else if s.Start > 0 {
		s.Start += strings.IndexByte(before, ' ') + 1 // not inside a word
	}
	after := text[at.End:s.End]
	if n := firstStop(after); n >= 0 {
		s.End = at.End + n
	} else if s.End < len(text) {
		s.End = at.End + max(0, strings.LastIndexByte(after, ' '))
	}
	for s.Start < at.Start && isBlank(text[s.Start]) {
		s.Start++
	}
	for s.End > at.End && isBlank(text[s.End-1]) {
		s.End--
	}
	return s
}

func isBlank(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }

// firstStop is the end of the first sentence of s, -1 if it goes on.
func firstStop(s string) int {
	for i := range len(s) {
		if stops(s, i) {
			if s[i] == '\n' {
				return i
			}
			return i + 1
		}
	}
	return -1
}

// lastStop is the beginning of the last sentence of s, 0 if that lies before.
func lastStop(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if stops(s, i) {
			return i + 1
		}
	}
	return 0
}

// stops reports whether a sentence ends at byte i: at the end of a line, or at
// a full stop, question or exclamation mark before a blank and then anything
// but a small letter. So "TP. Huế" is cut; what is lost is a few words.
func stops(s string, i int) bool {
	switch s[i] {
	case '\n':
		return true
	case '.', '?', '!':
		if i+1 >= len(s) || !isBlank(s[i+1]) {
			return false
		}
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[i+1:], " \t"))
		return !unicode.IsLower(next)
	}
	return false
}
