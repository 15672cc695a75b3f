package cite

import (
	"strings"
	"unicode/utf8"

	"soi/analyzer/viet"
)

// maxFolded is the longest word, in bytes, that is folded; no word of the
// tables comes near it, and hostile runs of marks go past it.
const maxFolded = 48

// letterBefore reports whether a letter or mark ends at i.
func letterBefore(text string, i int) bool {
	if i <= 0 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return isLetter(r)
}

// fold returns the ASCII letters of a word in lower case, or "" if it is too
// long to be one of the tables'.
func fold(word string) string {
	if len(word) > maxFolded {
		return ""
	}
	var buf [maxFolded]byte
	if folded := string(viet.AppendFold(buf[:0], word, viet.ASCII)); folded != "qui" {
		return folded
	}
	return "quy" // qui định is quy định
}

// wordBefore returns the word that ends at i, spaces between left out. Start
// equals end where no word stands there: at punctuation, a digit or a line's
// beginning.
func wordBefore(text string, i int) (start, end int) {
	end = i
	for n := 0; n < 3 && end > 0; n++ {
		if text[end-1] == ' ' {
			end--
		} else if strings.HasSuffix(text[:end], "\u00a0") {
			end -= 2
		} else {
			break
		}
	}
	start = end
	for start > 0 && end-start <= maxFolded {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if !isLetter(r) {
			break
		}
		start -= size
	}
	return start, end
}

// foldedWordBefore returns the word before i, folded, and where it begins.
func foldedWordBefore(text string, i int) (string, int) {
	start, end := wordBefore(text, i)
	return fold(text[start:end]), start
}

// wordAfter returns the word that begins at i, spaces before it left out.
// Start equals end where no word stands there.
func wordAfter(text string, i int) (start, end int) {
	start = skipSpaces(text, i)
	end = start
	for end < len(text) && end-start <= maxFolded {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !isLetter(r) {
			break
		}
		end += size
	}
	return start, end
}

// skipWord returns the offset after the word that follows i and the spaces
// after it, if the word folds to folded.
func skipWord(text string, i int, folded string) (int, bool) {
	start, end := wordAfter(text, i)
	if start == end || fold(text[start:end]) != folded {
		return i, false
	}
	return skipSpaces(text, end), true
}

// skipWords is skipWord for several words in turn.
func skipWords(text string, i int, folded ...string) (int, bool) {
	p := i
	for _, word := range folded {
		var ok bool
		if p, ok = skipWord(text, p, word); !ok {
			return i, false
		}
	}
	return p, true
}

// skipSpaces skips up to three spaces: more are a gap between columns.
func skipSpaces(text string, i int) int {
	for n := 0; n < 3; n++ {
		i = skipSpace(text, i)
	}
	return i
}
