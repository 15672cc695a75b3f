package token

import (
	"unicode"
	"unicode/utf8"

	"soi/analyzer/viet"
)

// A class is what a character is to the scanner.
type class uint8

const (
	separator class = iota
	letter          // also a letter-like number such as Ⅻ
	digit           // 0 to 9, full-width, raised and lowered ones too
	mark            // belongs to the letter before
	invisible       // zero-width: inside a word it is not there
	hyphen          // joins words if no space is beside it
)

// classAt returns the class and the length of the character at text[i].
func classAt(text string, i int) (class, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return classes[c], 1
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	if int(r) < len(classes) {
		return classes[r], n
	}
	return classOf(r), n
}

// classes holds the classes up to General Punctuation; Vietnamese needs no
// others.
var classes = func() (t [0x2080]class) {
	for r := range t {
		t[r] = classOf(rune(r))
	}
	return t
}()

// classOf works out the class of r. What a character is decides its folded
// form: ʼ counts as a letter in Unicode but is typed as an apostrophe.
func classOf(r rune) class {
	switch r {
	case utf8.RuneError:
		return separator
	case '-', '‐', '‑': // longer dashes stand between phrases
		return hyphen
	}
	folded := viet.Fold(string(r), viet.Exact)
	if folded == "" {
		return invisible
	}
	f, _ := utf8.DecodeRuneInString(folded)
	switch {
	case f >= '0' && f <= '9':
		return digit
	case unicode.In(f, unicode.L, unicode.Nl, unicode.Nd):
		return letter
	case unicode.Is(unicode.M, f):
		return mark
	}
	return separator
}

// runEnd is the end of the run of characters of class c that starts at i,
// with their marks. Invisible characters belong to it where it goes on after
// them. Raised or lowered digits are a run of their own: 2021¹ has a footnote
// and 10² is not 102.
func runEnd(text string, i int, c class) int {
	end := i
	script := i < len(text) && isScript(text[i])
	for j := i; j < len(text); {
		k, n := classAt(text, j)
		if k != c && k != mark && k != invisible || k == digit && isScript(text[j]) != script {
			break
		}
		j += n
		if k != invisible {
			end = j
		}
	}
	return end
}

// isScript reports whether a digit whose first byte is b is raised or lowered:
// they are in Latin-1 and General Punctuation, the others far from there.
func isScript(b byte) bool { return b == "¹"[0] || b == "₂"[0] }

// startsWord reports whether a letter or a digit stands at i.
func startsWord(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	c, _ := classAt(text, i)
	return c == letter || c == digit
}

// continues reports whether the character at i goes on with the one before:
// a letter, a digit or a mark. A raised digit does not: it is a footnote's.
func continues(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	c, _ := classAt(text, i)
	return c == letter || c == digit && !isScript(text[i]) || c == mark
}

// isUpper reports whether all letters of word are capitals.
func isUpper(word string) bool {
	for _, r := range word {
		if unicode.IsLetter(r) && !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}
