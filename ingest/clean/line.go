package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/viet"
	"soi/index/schema"
)

// A line is a line of the text that is not blank, without the blanks at its
// ends.
type line struct {
	schema.Span
	number int    // of the line in the text, blank lines counted, from 0
	key    string // its words without marks, digits and signs; "" if it is long
	label  string // the same of what stands before its first colon; "" if it has none, or digits
	class  class
}

// short is the length in bytes under which a line can be a label, a date or
// a link. Longer lines are never folded, so that a text of one endless line
// costs nothing.
const short = 240

// A class says what a line was found to be.
type class uint8

const (
	body class = iota
	noise
	caption
	title
)

// lines cuts a text into its lines.
func lines(text string) []line {
	var out []line
	for start, number := 0, 0; start <= len(text); number++ {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += start
		}
		if span := trim(text, schema.Span{Start: start, End: end}); span.Len() > 0 {
			l := line{Span: span, number: number}
			if span.Len() < short {
				l.key = phraseKey(span.Of(text))
				if label, _, ok := strings.Cut(span.Of(text), ":"); ok && !strings.ContainsFunc(label, isDigit) {
					l.label = phraseKey(label) // not "Bài 3:"
				}
			}
			out = append(out, l)
		}
		start = end + 1
	}
	return out
}

// trim takes blanks and characters without width off the ends of a span.
func trim(text string, span schema.Span) schema.Span {
	s := span.Of(text)
	left := strings.TrimLeftFunc(s, isBlank)
	span.Start += len(s) - len(left)
	span.End = span.Start + len(strings.TrimRightFunc(left, isBlank))
	return span
}

func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' || r == '\u200e'
}

// phraseKey returns the words of s in small letters a-z, joined by single
// blanks: the form in which phrases are compared. Digits and signs fall away.
func phraseKey(s string) string {
	words := strings.FieldsFunc(viet.Fold(s, viet.ASCII), func(r rune) bool { return !unicode.IsLetter(r) })
	return strings.Join(words, " ")
}

// isParagraph reports whether a line looks like a paragraph of an article:
// it is long, or it is a sentence.
func isParagraph(s string) bool {
	if len(s) >= short {
		return true
	}
	return len(s) >= 60 && endsSentence(s)
}

// endsSentence reports whether s ends as sentences do, or announces a list.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, ` "”’')]»`)
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?;:…", last)
}

// isSignature reports whether a short line is the name of a person or two,
// "Tuấn Anh", "Minh Đức - Hồng Hạnh".
func isSignature(s string) bool {
	words := nameWords(s)
	if len(words) < 2 {
		return false
	}
	for _, word := range words {
		_, size := utf8.DecodeRuneInString(word)
		if rest := word[size:]; strings.ToLower(rest) != rest && !strings.ContainsAny(word, "'’") {
			return false
		}
	}
	return true
}

// isInitials reports whether a short line is a name in capitals or its
// initials: "PV", "L.P", "HẢI ĐĂNG".
func isInitials(s string) bool {
	words := nameWords(s)
	return len(words) > 0 && len(words) <= 4 && len(s) <= 32 && isCapitals(s) && (len(words) > 1 || len(s) <= 8)
}

// nameWords returns the words of a short line that consists of words with a
// capital and what may stand between names; nil for any other.
func nameWords(s string) []string {
	if len(s) > 56 || strings.HasSuffix(s, ".") && strings.Contains(s, " ") {
		return nil
	}
	words := strings.FieldsFunc(s, func(r rune) bool {
		return isBlank(r) || strings.ContainsRune("-–,&.", r)
	})
	for _, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsUpper(first) || strings.ContainsFunc(word, func(r rune) bool { return notLetter(r) && r != '\'' && r != '’' }) {
			return nil
		}
	}
	return words
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }

// isCapitals reports whether s has letters and all of them are capitals.
func isCapitals(s string) bool {
	return strings.ToUpper(s) == s && strings.ToLower(s) != s
}

// isTrail reports whether a line is the way to a page through its site, a
// breadcrumb: "Trang chủ > Tin tức > Xây dựng Đảng".
func isTrail(s string) bool {
	if len(s) >= short || endsSentence(s) {
		return false
	}
	for _, sign := range []string{" > ", " » ", " › ", " >> ", " / ", " | "} {
		if n := strings.Count(s, sign); n > 1 || n == 1 && len(s) < 80 && strings.ContainsAny(sign, ">»›") {
			return true
		}
	}
	return false
}
