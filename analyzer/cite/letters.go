package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/viet"
)

// maxWord is the longest code word read, in letters; BCSCLTW and UBTVQH are
// among the longest that exist.
const maxWord = 16

// A codeWord is a run of letters of a code: the Latin capitals and small
// letters, Đ (also written Ð or Ɖ) and Ư.
type codeWord struct {
	start, end int
	key        [maxWord]byte // ASCII capitals
	n          int           // letters in key
	lower      bool          // has a small letter
	capitals   int           // capitals among the letters
	horn       bool          // ends in Ư, as in TƯ
}

func (w *codeWord) ascii() []byte { return w.key[:w.n] }

// codeLetter reads one letter of a code at i: its ASCII capital, its length
// in bytes, and what it is. The length is 0 if there is none.
func codeLetter(text string, i int) (capital byte, size int, lower, horn bool) {
	c := text[i]
	switch {
	case 'A' <= c && c <= 'Z':
		// U and a combining horn is Ư in decomposed text.
		if c == 'U' && strings.HasPrefix(text[i+1:], "\u031b") {
			return c, 3, false, true
		}
		return c, 1, false, false
	case 'a' <= c && c <= 'z':
		if c == 'u' && strings.HasPrefix(text[i+1:], "\u031b") {
			return c - 'a' + 'A', 3, true, true
		}
		return c - 'a' + 'A', 1, true, false
	case c < utf8.RuneSelf:
		return 0, 0, false, false
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	switch r {
	case 'Đ', 'Ð', 'Ɖ':
		return 'D', size, false, false
	case 'đ', 'ð', 'ɖ':
		return 'D', size, true, false
	case 'Ư':
		return 'U', size, false, true
	case 'ư':
		return 'U', size, true, true
	}
	return 0, 0, false, false
}

// readCodeWord reads the code word that begins at i. It fails if there is
// none, if it is too long, or if it is the head of an ordinary word ("c" of
// "cán").
func readCodeWord(text string, i int) (codeWord, bool) {
	w := codeWord{start: i}
	for i < len(text) {
		capital, size, lower, horn := codeLetter(text, i)
		if size == 0 {
			break
		}
		if w.n == maxWord {
			return w, false
		}
		w.key[w.n] = capital
		w.n++
		if lower {
			w.lower = true
		} else {
			w.capitals++
		}
		w.horn = horn
		i += size
	}
	w.end = i
	return w, w.n > 0 && !letterAt(text, i)
}

// isLetter reports whether r belongs to a word: a letter or a combining mark.
func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	switch { // the letters and marks of Vietnamese, without a search in tables
	case 0x1ea0 <= r && r <= 0x1ef9, 0x300 <= r && r <= 0x36f, 0x100 <= r && r <= 0x1bf:
		return true
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func digitAt(text string, i int) bool { return i < len(text) && isDigit(text[i]) }

func letterAt(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return isLetter(r)
}

// upperAt reports whether a capital stands at i.
func upperAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsUpper(r)
}

// skipSpace returns the offset after at most one space or no-break space.
func skipSpace(text string, i int) int {
	if i < len(text) {
		if text[i] == ' ' {
			return i + 1
		}
		if strings.HasPrefix(text[i:], "\u00a0") {
			return i + 2
		}
	}
	return i
}

// skipDash returns the offset after a dash of any kind, or i if there is none.
func skipDash(text string, i int) int {
	if i >= len(text) {
		return i
	}
	if text[i] == '-' {
		return i + 1
	}
	if text[i] != 0xe2 { // first byte of all the others in UTF-8
		return i
	}
	switch r, size := utf8.DecodeRuneInString(text[i:]); r {
	case '–', '—', '‑', '‐', '−', '‒', '―':
		return i + size
	}
	return i
}

// readDigits returns the offset after the run of digits at i, at most max+1
// of them, so that the caller sees a run that is too long.
func readDigits(text string, i, max int) int {
	for n := 0; n <= max && digitAt(text, i); n++ {
		i++
	}
	return i
}

// foldPhrase returns the ASCII letters of a phrase in lower case, its words
// joined by single spaces: the form in which names are compared.
func foldPhrase(s string) string {
	return strings.Join(strings.Fields(viet.Fold(s, viet.ASCII)), " ")
}
