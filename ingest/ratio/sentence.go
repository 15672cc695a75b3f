package ratio

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/index/schema"
)

// sentences gives the sentences of a part of text that have a percentage. A
// sentence ends with its line, or with a full stop, question or exclamation
// mark before a blank, unless an abbreviation in capitals ends there: "TP. Huế".
func sentences(text string, part schema.Span) iter.Seq[schema.Span] {
	return func(yield func(schema.Span) bool) {
		for start := part.Start; start < part.End; {
			s := schema.Span{Start: start, End: sentenceEnd(text[:part.End], start)}
			start = s.End
			if s = trim(text, s); hasPercent(s.Of(text)) && !yield(s) {
				return
			}
		}
	}
}

// sentenceEnd is the end of the sentence that begins at start.
func sentenceEnd(text string, start int) int {
	for i := start; i < len(text); i++ {
		switch text[i] {
		case '\n':
			return i + 1
		case '.', '?', '!':
			if next, _ := utf8.DecodeRuneInString(text[i+1:]); unicode.IsSpace(next) && !abbreviates(text[start:i]) {
				return i + 1
			}
		}
	}
	return len(text)
}

// abbreviates reports whether the last word of s is one to three capitals.
func abbreviates(s string) bool {
	word := s[strings.LastIndexAny(s, " (\n")+1:]
	const longest = 6 // bytes: three capitals of two bytes
	if word == "" || len(word) > longest {
		return false
	}
	return strings.IndexFunc(word, func(r rune) bool { return !unicode.IsUpper(r) }) < 0
}

// trim takes the white space off both ends of a span.
func trim(text string, s schema.Span) schema.Span {
	body := s.Of(text)
	s.Start += len(body) - len(strings.TrimLeftFunc(body, unicode.IsSpace))
	s.End -= len(body) - len(strings.TrimRightFunc(body, unicode.IsSpace))
	return s
}
