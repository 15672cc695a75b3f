package viet

import (
	"strings"
	"unicode"
)

// Slug returns s as a part of an address: its letters and digits folded to
// ASCII, a hyphen for whatever stands between them. "Bắc Giang" is
// "bac-giang". Letters of other scripts stay.
func Slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range Fold(s, ASCII) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}
