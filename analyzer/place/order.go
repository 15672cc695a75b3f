package place

import (
	"cmp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// alphabet is the Vietnamese alphabet with f, j, w and z in their places.
const alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

// CompareNames compares two names in Vietnamese order, -1, 0 or 1: first
// letter by letter (a ă â b c d đ e ê …; a blank comes before all), then by
// tones from the left (level, huyền, hỏi, ngã, sắc, nặng). Case and hyphens do
// not count; names that differ in nothing else are compared byte by byte.
func CompareNames(a, b string) int {
	lettersA, tonesA := sortKeys(a)
	lettersB, tonesB := sortKeys(b)
	return cmp.Or(
		cmp.Compare(lettersA, lettersB),
		cmp.Compare(tonesA, tonesB),
		cmp.Compare(a, b),
	)
}

// sortKeys returns the letters of a name as positions in the alphabet, and
// the tones that follow them.
func sortKeys(s string) (letters, tones string) {
	var l, t strings.Builder
	for _, r := range norm.NFC.String(strings.ToLower(s)) {
		base, tone := cutTone(r)
		switch i := strings.IndexRune(alphabet, base); {
		case i >= 0:
			l.WriteByte(byte(0x80 + i))
			t.WriteByte('0' + tone)
		case base < 0x80 && unicode.IsPunct(base):
		default:
			l.WriteRune(base)
			t.WriteByte('0')
		}
	}
	return l.String(), t.String()
}

// cutTone parts a small letter from its tone: 0 level, 1 huyền, 2 hỏi, 3
// ngã, 4 sắc, 5 nặng.
func cutTone(r rune) (base rune, tone byte) {
	var kept []rune
	for _, c := range norm.NFD.String(string(r)) {
		if i := strings.IndexRune("\u0300\u0309\u0303\u0301\u0323", c); i >= 0 {
			tone = byte(i/len("\u0300")) + 1
			continue
		}
		kept = append(kept, c)
	}
	composed := []rune(norm.NFC.String(string(kept)))
	if len(composed) == 0 {
		return r, 0
	}
	return composed[0], tone
}
