package legacy

import (
	"iter"
	"strings"
	"unicode/utf8"
)

// paragraphs yields the lines of text, each with its line end.
func paragraphs(text string) iter.Seq2[string, string] {
	return func(yield func(line, end string) bool) {
		for text != "" {
			i := strings.IndexAny(text, "\r\n")
			if i < 0 {
				yield(text, "")
				return
			}
			if !yield(text[:i], text[i:i+1]) {
				return
			}
			text = text[i+1:]
		}
	}
}

// words yields the words of a paragraph as offsets: runs of ASCII letters and
// anything beyond ASCII. A no-break space does not end a word, because it is
// the last byte of à in UTF-8 read as windows-1252.
func words(p string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		for i := 0; i < len(p); {
			if !inWord(p[i]) {
				i++
				continue
			}
			start := i
			for i < len(p) && inWord(p[i]) {
				i++
			}
			if !yield(start, i) {
				return
			}
		}
	}
}

func inWord(c byte) bool { return c >= utf8.RuneSelf || isLetter(c) }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
