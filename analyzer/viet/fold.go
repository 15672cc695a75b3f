package viet

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Level says how much of a letter Fold keeps.
type Level uint8

// The folding levels, from the finest to the coarsest.
const (
	Exact    Level = iota // tự soi, điện: everything that carries meaning
	Toneless              // tư soi, điên: the shapes ă â ê ô ơ ư and đ
	ASCII                 // tu soi, dien: no mark at all
	levels   = iota
)

// Fold returns s in lower case at the given level. At Exact the result is in
// NFC, at the lower levels it has no combining mark left except, at Toneless,
// in the letters ă â ê ô ơ ư.
//
// At every level: Ð, ð, Ɖ, ɖ and d with a stroke laid over it are đ; ı, İ and
// i with a dot are i; soft hyphens, zero-width and direction characters
// vanish; every space is U+0020; typographic quotes and dashes, full-width
// ASCII and the ligatures ﬀ to ﬄ are their ASCII; superscript and subscript
// digits are digits, for m² and CO₂ are typed m2 and CO2; the marks of a vowel
// are composed in whatever order they come; an invalid byte is U+FFFD. Letters
// of other languages lose their marks at the two lower levels (ö is o) and
// otherwise pass through in lower case.
//
// Folding twice is folding once, and canonically equal strings fold to the
// same bytes. A letter keeps its first 30 combining marks, the limit of
// Unicode's Stream-Safe Text (UAX #15); more are noise and dropped.
func Fold(s string, level Level) string {
	if isFolded(s) {
		return s
	}
	var buf [64]byte // longer than any syllable
	return string(AppendFold(buf[:0], s, level))
}

// AppendFold appends Fold(s, level) to dst and returns the longer slice. It
// does not allocate when dst has room and s is NFC text of the Latin, Greek
// or Cyrillic scripts. Marks at the start of s never combine with dst.
func AppendFold(dst []byte, s string, level Level) []byte {
	start := len(dst)
	table := &foldTables[level]
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			dst = append(dst, asciiLower[c])
			i++
			continue
		}
		e, n := table.at(s, i)
		if e == special {
			dst, n = foldSpecial(dst, start, s[i:], level)
			i += n
			continue
		}
		i += n
		switch e.len() {
		case 1:
			dst = append(dst, byte(e))
		case 2:
			dst = append(dst, byte(e), byte(e>>8))
		case 3:
			dst = append(dst, byte(e), byte(e>>8), byte(e>>16))
		}
	}
	return dst
}

// isFolded reports whether s is ASCII without capital letters, which every
// level leaves alone.
func isFolded(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || asciiLower[s[i]] != s[i] {
			return false
		}
	}
	return true
}

// foldSpecial folds what the tables leave open at the start of s: combining
// marks, letters that join the one before, and everything outside of the
// tables. The text folded so far is dst[start:]. It returns how many bytes of
// s it has read.
func foldSpecial(dst []byte, start int, s string, level Level) ([]byte, int) {
	if level == Exact {
		if out, n, ok := foldVowel(dst, start, s); ok {
			return out, n
		}
	}
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError {
		return append(dst, "\uFFFD"...), n
	}
	if level == Toneless && r < 0x0370 {
		return foldShape(dst, start, r), n
	}
	p := norm.NFC.PropertiesString(s)
	if p.BoundaryBefore() && p.Decomposition() == nil && passes(r, level) {
		return append(dst, s[:n]...), n
	}
	if p.LeadCCC() != 0 && keepsMark(r, level) {
		return foldCluster(dst, start, s, level)
	}
	for _, f := range foldRune(r, level) {
		dst = appendStarter(dst, start, f)
	}
	return dst, n
}

// passes reports whether the starter r, which has no decomposition, is the
// same at the given level.
func passes(r rune, level Level) bool {
	if unicode.ToLower(r) != r || level != Exact && unicode.Is(unicode.Mn, r) || level == ASCII && r == 'đ' {
		return false
	}
	_, cleaned := cleanRune(r)
	return !cleaned
}

// keepsMark reports whether the combining mark r is more than nothing at the
// given level. A few marks take up room (Mc) and so are no diacritics.
func keepsMark(r rune, level Level) bool {
	return level == Exact || !unicode.Is(unicode.Mn, r)
}

// appendStarter appends r and composes it with the letter before if Unicode
// does: the jamo of Hangul and some vowel signs of India are letters of their
// own that join what stands directly before them.
func appendStarter(dst []byte, start int, r rune) []byte {
	last, n := utf8.DecodeLastRune(dst[start:])
	if n == 0 || norm.NFC.PropertiesString(string(r)).BoundaryBefore() {
		return utf8.AppendRune(dst, r)
	}
	return append(dst[:len(dst)-n], norm.NFC.String(string([]rune{last, r}))...)
}

// foldShape puts a shape or a stroke on the letter before it, at the level
// where these are all that is left of marks.
func foldShape(dst []byte, start int, m rune) []byte {
	last, n := utf8.DecodeLastRune(dst[start:])
	if n == 0 {
		return dst
	}
	shaped := last
	switch {
	case last == 'd' && isStroke(m):
		shaped = 'đ'
	case last == 'ô' && m == markHorn:
		shaped = 'ơ' // the horn comes first in canonical order
	default:
		if v := letterOf(last).vowel.shaped(m); v != 0 {
			shaped = letter{vowel: v}.rune()
		}
	}
	return utf8.AppendRune(dst[:len(dst)-n], shaped)
}

// isStroke reports whether m laid over d makes đ.
func isStroke(m rune) bool {
	return m == markStroke || m == markLongStroke || m == markSlash
}
