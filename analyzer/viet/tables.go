package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The direct tables hold a folded form for each rune of three stretches: the
// two-byte runes (Latin, Greek, Cyrillic and more), Latin Extended Additional
// with Greek Extended, and General Punctuation.
const (
	twoByteFirst = 0x0080
	twoByteEnd   = 0x0800
	latinFirst   = 0x1E00
	latinEnd     = 0x2000
	punctFirst   = 0x2000
	punctEnd     = 0x2080

	latinOffset = twoByteEnd - twoByteFirst
	punctOffset = latinOffset + latinEnd - latinFirst
	directSize  = punctOffset + punctEnd - punctFirst
)

// directIndex is the place of r in the direct tables, -1 if it has none.
func directIndex(r rune) int {
	switch {
	case r >= twoByteFirst && r < twoByteEnd:
		return int(r - twoByteFirst)
	case r >= latinFirst && r < latinEnd:
		return latinOffset + int(r-latinFirst)
	case r >= punctFirst && r < punctEnd:
		return punctOffset + int(r-punctFirst)
	}
	return -1
}

// An entry packs the folded form of a rune: up to three bytes, the first one
// lowest, and their number in the highest byte.
type entry uint32

// special is the entry of a rune whose form depends on its neighbours or is
// longer than an entry.
const special entry = 0xFF << 24

func (e entry) len() int { return int(e >> 24) }

// newEntry packs s, which must be no longer than three bytes.
func newEntry(s string) entry {
	e := entry(len(s)) << 24
	for i := range len(s) {
		e |= entry(s[i]) << (8 * i)
	}
	return e
}

// A foldTable holds the entries of one level.
type foldTable [directSize]entry

// at returns the entry of the rune that starts at s[i], not ASCII, and the
// length of the rune. Runes outside of the table and invalid bytes are
// special and have no length here.
func (t *foldTable) at(s string, i int) (entry, int) {
	c := s[i]
	if i+1 >= len(s) {
		return special, 0
	}
	c1 := s[i+1]
	if c1&0xC0 != 0x80 {
		return special, 0
	}
	if c >= 0xC2 && c < 0xE0 {
		return t[int(c&0x1F)<<6|int(c1&0x3F)-twoByteFirst], 2
	}
	if i+2 >= len(s) || s[i+2]&0xC0 != 0x80 {
		return special, 0
	}
	low := int(c1&0x3F)<<6 | int(s[i+2]&0x3F)
	switch {
	case c == 0xE1 && c1 >= 0xB8:
		return t[latinOffset+0x1000+low-latinFirst], 3
	case c == 0xE2 && c1 < 0x82:
		return t[punctOffset+low], 3
	}
	return special, 0
}

var (
	asciiLower = func() (t [utf8.RuneSelf]byte) {
		for c := range t {
			t[c] = byte(unicode.ToLower(rune(c)))
		}
		return t
	}()
	foldTables = func() (t [levels]foldTable) {
		for level := range t {
			for r := rune(twoByteFirst); r < punctEnd; r++ {
				if i := directIndex(r); i >= 0 {
					t[level][i] = tableEntry(r, Level(level))
				}
			}
		}
		return t
	}()
)

// tableEntry works out the entry of r at one level.
func tableEntry(r rune, level Level) entry {
	switch {
	case level == Toneless && (isStroke(r) || r == markBreve || r == markCircumflex || r == markHorn):
		return special
	case ccc(r) != 0 && keepsMark(r, level):
		return special
	}
	if norm.NFC.PropertiesString(string(r)).Decomposition() == nil && passes(r, level) {
		return newEntry(string(r)) // most of them; the plain way would take milliseconds
	}
	folded := foldRune(r, level)
	if len(folded) > 3 {
		return special
	}
	return newEntry(folded)
}

// foldRune folds one rune on its own, the plain way. The tables are made
// from it.
func foldRune(r rune, level Level) string {
	var b strings.Builder
	for _, c := range norm.NFC.String(string(r)) {
		if cleaned, ok := cleanRune(c); ok {
			b.WriteString(cleaned)
		} else {
			b.WriteRune(unicode.ToLower(c))
		}
	}
	s := norm.NFC.String(b.String())
	if level == Exact {
		return s
	}
	if s == "đ" {
		if level == ASCII {
			return "d"
		}
		return s
	}
	return norm.NFC.String(stripMarks(norm.NFD.String(s), level))
}

// stripMarks takes the combining marks off s, which is in NFD; at Toneless
// the vowels keep their shapes.
func stripMarks(s string, level Level) string {
	var b strings.Builder
	var v vowel // the vowel before, plain
	for _, r := range s {
		if !unicode.Is(unicode.Mn, r) {
			v = letterOf(r).vowel
			b.WriteRune(r)
		} else if level == Toneless && v.shaped(r) != 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// cleanRune returns what stands for the character r in clean text, and false
// if that is r itself. Letters come back in lower case.
func cleanRune(r rune) (string, bool) {
	switch {
	case r < 0x00A0:
		return "", false
	case r == 'Ð', r == 'ð', r == 'Ɖ', r == 'ɖ': // Eth and African D look like Đ
		return "đ", true
	case r == 'İ', r == 'ı':
		return "i", true
	case r == '\u00AD', r >= '\u200B' && r <= '\u200F', r >= '\u202A' && r <= '\u202E',
		r >= '\u2060' && r <= '\u2064', r >= '\u2066' && r <= '\u2069', r == '\uFEFF':
		return "", true
	case r == '\u00A0', r >= '\u2000' && r <= '\u200A', r == '\u202F', r == '\u205F',
		r == '\u3000', r == '\u2028', r == '\u2029':
		return " ", true
	case r >= '\uFF01' && r <= '\uFF5E': // full-width forms lie in the order of ASCII
		return string(unicode.ToLower(r - 0xFF01 + '!')), true
	case r >= '\u2010' && r <= '\u2015', r == '\u2212':
		return "-", true
	case r == '\u2070', r >= '\u2074' && r <= '\u2079': // superscripts lie in the order of digits,
		return string(r - '\u2070' + '0'), true
	case r >= '\u2080' && r <= '\u2089': // and so do subscripts
		return string(r - '\u2080' + '0'), true
	}
	switch r {
	case '‘', '’', '‚', '‛', '′', '´', 'ʼ':
		return "'", true
	case '“', '”', '„', '‟', '″', '«', '»':
		return `"`, true
	case '¹': // these three are older, of Latin-1
		return "1", true
	case '²':
		return "2", true
	case '³':
		return "3", true
	case 'ﬀ':
		return "ff", true
	case 'ﬁ':
		return "fi", true
	case 'ﬂ':
		return "fl", true
	case 'ﬃ':
		return "ffi", true
	case 'ﬄ':
		return "ffl", true
	}
	return "", false
}
