package viet

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// A Level says how much of a letter Fold keeps.
type Level uint8

// The folding levels, from the finest to the coarsest.
const (
	Exact    Level = iota // tự soi: everything that carries meaning
	Toneless              // tư soi: shapes and đ, no tones
	ASCII                 // tu soi: a to z
)

// Fold returns s at the given level.
func Fold(s string, level Level) string { return string(AppendFold(nil, s, level)) }

// AppendFold appends Fold(s, level) to dst.
func AppendFold(dst []byte, s string, level Level) []byte {
	s = strings.ToLower(norm.NFC.String(s))
	if level == Exact {
		return append(dst, s...)
	}
	for _, r := range norm.NFD.String(s) {
		if r == 'đ' && level == ASCII {
			r = 'd'
		}
		if r < 0x300 || r > 0x36f {
			dst = append(dst, string(r)...)
		}
	}
	return dst
}
