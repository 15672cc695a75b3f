package legacy

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/viet"
)

// maxSyllable is longer in bytes of UTF-8 than any syllable.
const maxSyllable = 16

// A verdict is what a word is by its letters beyond ASCII.
type verdict uint8

const (
	unmarked verdict = iota // it has none
	syllable                // every run of letters that has one is a syllable
	other
)

// judge judges a word: each run of its letters.
func judge(word []byte) verdict {
	var buf [64]byte
	folded := viet.AppendFold(buf[:0], string(word), viet.Exact)
	v := unmarked
	for len(folded) > 0 {
		end, marked := 0, false
		for end < len(folded) {
			r, n := utf8.DecodeRune(folded[end:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) {
				break
			}
			marked = marked || n > 1
			end += n
		}
		if marked {
			if end > maxSyllable || !viet.IsSyllable(string(folded[:end])) {
				return other
			}
			v = syllable
		}
		_, n := utf8.DecodeRune(folded[end:])
		folded = folded[end+n:]
	}
	return v
}

// standsAlone reports whether word is a syllable, with or without marks.
func standsAlone(word []byte) bool {
	return judge(word) == syllable || viet.IsASCIISyllable(viet.Fold(string(word), viet.Exact))
}

// judgeWhole judges a word that must be one: a symbol between its letters, or
// a capital after a small one, makes it other. Without that, "®ã" would be the
// syllable ã.
func judgeWhole(word []byte) verdict {
	var before rune
	for i := 0; i < len(word); {
		r, n := utf8.DecodeRune(word[i:])
		if isOdd(r) || unicode.IsUpper(r) && unicode.IsLower(before) {
			return other
		}
		before = r
		i += n
	}
	return judge(word)
}

// isOdd reports whether the symbol r stands at no word in clean text.
func isOdd(r rune) bool {
	switch r {
	case '\u00A0', '\u00AD', '«', '»', '·', '´', '°', '²', '³':
		return false
	}
	return isSymbol(r)
}

// judgeDecoded judges a word decoded as e.
func judgeDecoded(word []byte, e Encoding) verdict {
	if e != Windows1258 && bytes.ContainsAny(word, "ðÐ") {
		return other // not decoded, and no đ in e
	}
	if e == TCVN3 { // its capitals come out small: "ĐảNG"
		word = bytes.ToLower(word)
	}
	return judgeWhole(word)
}

// standsAsIs reports whether a word as seen is a syllable, and not UTF-8 that
// has one in it: "bá»™" is bộ.
func standsAsIs(word string) bool {
	var buf [64]byte
	if judgeWhole(append(buf[:0], word...)) != syllable {
		return false
	}
	_, misread := decodeUTF8(buf[:0], word)
	return !misread
}

// isMarked reports whether a word tells of an encoding: it has a character
// beyond ASCII that is no mere punctuation, and another one.
func isMarked(word string) bool {
	return !isASCII(word) && utf8.RuneCountInString(word) > 1 && strings.ContainsFunc(word, func(r rune) bool {
		return r >= utf8.RuneSelf && !isPunctuation(r)
	})
}

// isPunctuation reports whether r is punctuation of windows-1252 beyond
// Latin-1, a space, or invisible.
func isPunctuation(r rune) bool {
	return r == '\u00A0' || r == '\uFEFF' || r == '…' || r == '€' || r == '™' || r >= '\u2000' && r <= '\u206F'
}

// isAlien reports whether a word has a character beyond ASCII that Vietnamese
// does not have, or a capital after a small letter.
func isAlien(word string) bool {
	var before rune
	for _, r := range word {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			return true
		}
		if r >= utf8.RuneSelf && !onlyUnicode(r) && !isPunctuation(r) && (r >= 256 || !isVietnamese[r]) {
			return true
		}
		before = r
	}
	return false
}

// onlyUnicode reports whether r is a letter of Vietnamese that windows-1252
// does not have.
func onlyUnicode(r rune) bool {
	switch r {
	case 'Ă', 'ă', 'Đ', 'đ', 'Ĩ', 'ĩ', 'Ũ', 'ũ', 'Ơ', 'ơ', 'Ư', 'ư':
		return true
	}
	return r >= 0x1EA0 && r <= 0x1EF9 || r >= 0x0300 && r <= 0x0323 // composed, or a mark
}
