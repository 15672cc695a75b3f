package token

import (
	"strings"

	"soi/analyzer/cite"
	"soi/analyzer/viet"
)

// digits emits what begins with the digit at i and returns its end.
func (s *scanner) digits(i int) int {
	if code, ok := s.code(i); ok {
		s.whole(strings.TrimLeft(viet.Fold(code.Code, viet.Exact), "0"), i, code.End, Code)
		s.parts(i, code.End, Code)
		return code.End
	}
	if date, ok := s.date(i); ok {
		s.whole(date.ISO(), i, date.End, Date)
		s.parts(i, date.End, Date)
		return date.End
	}
	end := runEnd(s.text, i, digit)
	if end < len(s.text) && startsWord(s.text, end) {
		if e, ok := s.address(i); ok { // 24h.com.vn
			return e
		}
	}
	if i >= s.plainUntil {
		if term, e := s.separated(i, end); e > end {
			s.next(term, i, e, Number)
			return e
		}
	}
	s.next(integer(fold(s.text[i:end])), i, end, Number)
	return end
}

// code reads the directive code at i.
func (s *scanner) code(i int) (cite.Reference, bool) {
	ref, ok := s.cited.CodeAt(i)
	return ref, ok && ref.Code != "" && !continues(s.text, ref.End)
}

// date reads the date at i.
func (s *scanner) date(i int) (cite.Date, bool) {
	d, ok := s.cited.DateAt(i)
	return d, ok && !continues(s.text, d.End)
}

// maxGroups is how many groups of digits one number can have: 1.000.000,5 has
// four, and a quintillion is not counted in reports.
const maxGroups = 8

// separated reads the number at i that goes on after its first run of digits
// with a point or a comma: 2.365 or 90,16. It returns first, the end of that
// run, if the points and commas make no number (1.2.3) or a code or a date
// begins after one of them (18,19-NQ/TW).
func (s *scanner) separated(i, first int) (string, int) {
	var groups [maxGroups]string
	var seps [maxGroups]byte // seps[k] stands after groups[k]
	n, start, end := 0, i, first
	for {
		if n < maxGroups {
			groups[n] = s.text[start:end]
		}
		n++
		if end+1 >= len(s.text) || s.text[end] != '.' && s.text[end] != ',' {
			break
		}
		if c, _ := classAt(s.text, end+1); c != digit {
			break
		}
		if n <= maxGroups {
			seps[n-1] = s.text[end]
		}
		start = end + 1
		end = runEnd(s.text, start, digit)
	}
	if n == 1 {
		return "", first
	}
	s.plainUntil = end
	if _, ok := s.code(start); ok || n > maxGroups {
		return "", first
	}
	if _, ok := s.date(start); ok {
		return "", first
	}
	whole, fraction, ok := readGroups(groups[:n], seps[:n-1])
	if !ok {
		return "", first
	}
	return decimal(whole, fraction), end
}

// readGroups joins the groups of digits of a number. A point before groups of
// exactly three divides thousands, as do two commas and more; otherwise point
// and comma divide the fraction. It reports false if they make no number.
func readGroups(groups []string, seps []byte) (whole, fraction string, ok bool) {
	sep, last := seps[0], seps[len(seps)-1]
	for _, c := range seps[:len(seps)-1] {
		if c != sep {
			return "", "", false
		}
	}
	n := len(groups)
	switch {
	case sep == last && thousands(groups) && (sep == '.' || n > 2):
		return strings.Join(groups, ""), "", true
	case n == 2:
		return groups[0], groups[1], true
	case sep != last && thousands(groups[:n-1]):
		return strings.Join(groups[:n-1], ""), groups[n-1], true
	}
	return "", "", false
}

// thousands reports whether groups are those of a number in thousands: one to
// three digits, not a zero, then three in each.
func thousands(groups []string) bool {
	if n := len(groups[0]); n > 3 || groups[0][0] == '0' {
		return false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	return true
}

// decimal is the term of a number with a fraction.
func decimal(whole, fraction string) string {
	whole, fraction = integer(fold(whole)), strings.TrimRight(fold(fraction), "0")
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}

// integer is the term of a run of digits: without leading zeros up to three
// digits, for 05 is 5; longer ones are telephone numbers and the like.
func integer(digits string) string {
	if len(digits) > 3 {
		return digits
	}
	if t := strings.TrimLeft(digits, "0"); t != "" {
		return t
	}
	return digits[:min(1, len(digits))]
}

// fold makes full-width digits plain ones.
func fold(digits string) string { return viet.Fold(digits, viet.Exact) }

// isDigit reports whether c is a digit of ASCII.
func isDigit(c byte) bool { return c >= '0' && c <= '9' }
