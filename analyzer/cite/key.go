package cite

import (
	"strings"
	"unicode/utf8"
)

// Key returns the comparison form of a code: ASCII capitals, plain dashes, no
// spaces, no leading zeros in the number, so that "05 – ct/tw" and "5-CT/TW"
// meet. It repairs no separators; ParseCode does. Letters that have no ASCII
// form stay as they are.
func Key(code string) string {
	var b strings.Builder
	b.Grow(len(code))
	for i := 0; i < len(code); {
		if capital, size, _, _ := codeLetter(code, i); size > 0 {
			b.WriteByte(capital)
			i += size
			continue
		}
		if next := skipDash(code, i); next > i {
			b.WriteByte('-')
			i = next
			continue
		}
		if next := skipSpace(code, i); next > i {
			i = next
			continue
		}
		_, size := utf8.DecodeRuneInString(code[i:])
		b.WriteString(code[i : i+size])
		i += size
	}
	return trimZeros(b.String())
}

// trimZeros removes the leading zeros of a number, but not its last digit.
func trimZeros(s string) string {
	for len(s) > 1 && s[0] == '0' && isDigit(s[1]) {
		s = s[1:]
	}
	return s
}

// displayNumber returns a number as directives show it: two digits at least.
func displayNumber(s string) string {
	s = trimZeros(s)
	if len(s) == 1 || !isDigit(s[1]) {
		return "0" + s
	}
	return s
}
