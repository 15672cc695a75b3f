package token

import (
	"strings"

	"soi/analyzer/viet"
)

// maxAddress is the longest name of a host that the domain name system takes,
// in bytes.
const maxAddress = 253

// topLevels are the last labels by which an address is known where neither
// www. nor :// stands before it. Those that are words of Vietnamese or often
// begin a sentence are left out (me, in, to).
var topLevels = map[string]bool{
	"vn": true, "com": true, "net": true, "org": true, "gov": true, "edu": true,
	"info": true, "biz": true, "asia": true, "int": true, "mil": true, "tv": true,
	"html": true, "htm": true, "aspx": true, "php": true, "pdf": true, "doc": true, "docx": true,
}

// address emits the host name, mail address or file name at i, whole and by
// its labels. It reports false if there is none.
func (s *scanner) address(i int) (end int, ok bool) {
	if i < s.addressUntil {
		return 0, false
	}
	end, s.addressUntil = s.findAddress(i)
	if end == 0 {
		return 0, false
	}
	s.whole(viet.Fold(s.text[i:end], viet.Exact), i, end, Address)
	for label := i; label < end; {
		e := label
		for e < end && s.text[e] != '.' && s.text[e] != '@' {
			e++
		}
		s.word(label, e)
		label = e + 1
	}
	return end, true
}

// findAddress returns the end of the address that begins at i, 0 if there is
// none, and how far it has looked for it.
func (s *scanner) findAddress(i int) (end, looked int) {
	certain := strings.HasPrefix(s.text[i:], "www.") || strings.HasSuffix(s.text[:i], "://")
	dots, at := 0, false
	for start := i; ; {
		e := labelEnd(s.text, start)
		if e == start {
			return end, e
		}
		if dots > 0 && e-i <= maxAddress && !continues(s.text, e) && (certain || topLevels[s.text[start:e]]) {
			end = e
		}
		if e+1 >= len(s.text) {
			return end, e
		}
		switch {
		case s.text[e] == '.':
			dots++
		case s.text[e] == '@' && !at:
			at, dots, end = true, 0, 0
		default:
			return end, e
		}
		start = e + 1
	}
}

// labelEnd is the end of the label at i: ASCII letters and digits, with
// hyphens and underscores between them.
func labelEnd(text string, i int) int {
	end := i
	for j := i; j < len(text); j++ {
		switch c := text[j]; {
		case c >= '0' && c <= '9', c|0x20 >= 'a' && c|0x20 <= 'z':
			end = j + 1
		case (c == '-' || c == '_') && j > i:
		default:
			return end
		}
	}
	return end
}
