package acronym

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/place"
	"soi/analyzer/viet"
)

const maxShort = 16 // letters, digits and signs of a short form

// A short is a short form taken apart.
type short struct {
	raw     string
	units   []string // a capital with the small letters behind it ("tr" of CTr), or a number; folded to ASCII
	letters int
	large   int  // capitals among the letters
	spaced  bool // has a blank beside no sign: "UN SDGs"
}

// parseShort reads a short form: letters that begin with a capital, digits,
// and signs between them. Two words ("Bắc Giang"), a name with a year ("SN
// 1954") and a Roman number are none.
func parseShort(raw string) (short, bool) {
	s := short{raw: raw}
	if utf8.RuneCountInString(raw) > maxShort || strings.Trim(raw, "IVX") == "" || strings.Contains(raw, "..") {
		return s, false
	}
	sign := true // a blank at the start is as one beside a sign
	for i, r := range raw {
		if ok := s.take(r, sign, raw[i:]); !ok {
			return s, false
		}
		sign = !wordRune(r)
	}
	if sign || s.letters < 2 {
		return s, false
	}
	if last := s.units[len(s.units)-1]; s.spaced && len(last) > 2 && digits(last) {
		return s, false
	}
	return s, !s.spaced || s.large == s.letters || s.large >= 4
}

// take adds a rune that stands behind a sign or blank, or not, and begins
// rest. It reports whether a short form can have it there.
func (s *short) take(r rune, sign bool, rest string) bool {
	plain := viet.Fold(string(r), viet.ASCII)
	switch letter := len(plain) == 1 && 'a' <= plain[0] && plain[0] <= 'z'; {
	case letter && unicode.IsUpper(r):
		s.letters++
		s.large++
		s.units = append(s.units, plain)
	case letter:
		if s.large == 0 || sign {
			return false
		}
		s.letters++
		s.units[len(s.units)-1] += plain
	case '0' <= r && r <= '9':
		if n := len(s.units); n > 0 && !sign && digits(s.units[n-1]) {
			s.units[n-1] += plain
		} else {
			s.units = append(s.units, plain)
		}
	case r == ' ':
		next := strings.TrimLeft(rest, " ")
		s.spaced = s.spaced || !sign && !strings.HasPrefix(next, "-") && !strings.HasPrefix(next, "–") && !strings.HasPrefix(next, "&")
	default:
		return strings.ContainsRune("-–&,.", r)
	}
	return true
}

// foreign reports whether the letters can be those of another language's
// words: a Đ or Ư is of Vietnamese ones.
func (s short) foreign() bool {
	for _, r := range s.raw {
		if r >= utf8.RuneSelf && unicode.IsLetter(r) || r == ',' {
			return false
		}
	}
	return true
}

// place reports whether the short form says where, whole as in "(TPHCM)" or
// in a part as in "(UBND TP HCM)".
func (s short) place() bool {
	return isPlace(s.raw) || s.spaced && slices.ContainsFunc(strings.Fields(s.raw), isPlace)
}

// isPlace reports whether s is the short name of a province or a country, or
// a place with what it is before it: "TP.Huế".
func isPlace(s string) bool {
	plain := viet.Fold(s, viet.ASCII)
	what, _, dotted := strings.Cut(plain, ".")
	if exclusions[plain] == placeName || dotted && exclusions[what] == placeName {
		return true
	}
	_, ok := place.FindProvince(s)
	return ok && !digits(s) // a code of the statistics office is none here
}
