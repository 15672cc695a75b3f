package token

import (
	"strings"
	"unicode/utf8"

	"soi/analyzer/viet"
)

// maxParts is how many parts a whole can have. Longer chains are enumerations
// or addresses of pages, and only their parts are emitted.
const maxParts = 8

// compound emits the words that hyphens without spaces or a change between
// letters and digits join at i: ô-tô, COVID-19, H5N1. It reports false if
// there is only one word.
func (s *scanner) compound(i int) (end int, ok bool) {
	if e := runEnd(s.text, i, letter); s.central(i, e) {
		return 0, false // TW4 is tw and 4
	}
	hyphens := 0
	for at := i; ; {
		end = s.alnumEnd(at)
		if end >= len(s.text) {
			break
		}
		c, n := classAt(s.text, end)
		if c != hyphen || !startsWord(s.text, end+n) {
			break
		}
		at = end + n
		hyphens++
	}
	if hyphens == 0 {
		if e, ok := s.gluedDecimal(i, end); ok {
			return e, true
		}
	}
	if hyphens > 0 && hyphens < maxParts {
		whole := s.join(i, end, "-")
		s.whole(whole, i, end, Joined)
		s.whole(strings.ReplaceAll(whole, "-", ""), i, end, Joined)
	}
	s.parts(i, end, Joined)
	return end, true
}

// gluedDecimal emits the word from i to end if its last digits are a number
// with a fraction, PM2.5 or PM2,5, so that it meets PM 2.5. More than two
// digits after the point are a new sentence's or a list's.
func (s *scanner) gluedDecimal(i, end int) (int, bool) {
	if end+1 >= len(s.text) || s.text[end] != '.' && s.text[end] != ',' || !isDigit(s.text[end+1]) {
		return 0, false
	}
	e := runEnd(s.text, end+1, digit)
	separated := e+1 < len(s.text) && (s.text[e] == '.' || s.text[e] == ',') && startsWord(s.text, e+1)
	if e-end > 3 || separated || continues(s.text, e) || s.runs(i, end) > maxParts {
		return 0, false
	}
	last, c := i, letter
	for at := i; at < end; at = runEnd(s.text, at, c) {
		last = at
		c, _ = classAt(s.text, at)
	}
	if c != digit {
		return 0, false
	}
	number := decimal(s.text[last:end], s.text[end+1:e])
	s.whole(s.join(i, last, "")+number, i, e, Joined)
	for at := i; at < last; {
		at = s.run(at, Joined)
	}
	s.next(number, last, e, Number)
	return e, true
}

// alnumEnd is the end of the run of letters and digits at i.
func (s *scanner) alnumEnd(i int) int {
	for i < len(s.text) {
		c, _ := classAt(s.text, i)
		if c != letter && c != digit {
			break
		}
		i = runEnd(s.text, i, c)
	}
	return i
}

// join writes the words between i and end with sep between them, each as its
// own term, digits as they stand.
func (s *scanner) join(i, end int, sep string) string {
	var b strings.Builder
	for i < end {
		c, n := classAt(s.text, i)
		switch c {
		case letter:
			e := runEnd(s.text, i, letter)
			b.WriteString(s.memo.term(s.text[i:e], s.level))
			i = e
		case digit:
			e := runEnd(s.text, i, digit)
			b.WriteString(fold(s.text[i:e]))
			i = e
		case invisible:
			i += n
		default:
			b.WriteString(sep)
			i += n
		}
	}
	return b.String()
}

// parts emits the words and numbers between i and end, one a position, as
// parts of a whole of the given kind.
func (s *scanner) parts(i, end int, of Kind) {
	s.inCode = of == Code
	defer func() { s.inCode = false }()
	for i < end && !s.stopped {
		c, n := classAt(s.text, i)
		switch c {
		case letter:
			i = s.part(i, end, of)
		case digit:
			e := runEnd(s.text, i, digit)
			s.next(integer(fold(s.text[i:e])), i, e, Number)
			i = e
		default:
			i += n
		}
	}
}

// part emits the word at i, which can be glued to digits but ends by limit,
// and returns where the next part begins. In a code TW is the centre however
// it is written.
func (s *scanner) part(i, limit int, of Kind) int {
	if of == Code {
		if e, ok := s.dottedCentral(i, runEnd(s.text, i, letter)); ok {
			s.next("tw", i, e, Word)
			return e
		}
	}
	end := min(s.alnumEnd(i), limit)
	if n := s.runs(i, end); n > 1 && n <= maxParts {
		s.whole(s.join(i, end, ""), i, end, Joined)
	}
	for i < end {
		i = s.run(i, of)
	}
	return end
}

// run emits the letters or the digits at i and returns their end.
func (s *scanner) run(i int, of Kind) int {
	c, _ := classAt(s.text, i)
	e := runEnd(s.text, i, c)
	switch word := s.text[i:e]; {
	case c == digit:
		s.next(integer(fold(word)), i, e, Number)
	case isCentral(word) && (of == Code || isUpper(word)):
		s.next("tw", i, e, Word)
	default:
		s.word(i, e)
	}
	return e
}

// runs counts the changes between letters and digits from i to end.
func (s *scanner) runs(i, end int) int {
	n := 0
	for ; i < end; n++ {
		c, _ := classAt(s.text, i)
		i = runEnd(s.text, i, c)
	}
	return n
}

// maxAcronym is the length in letters of the longest part of a dotted
// acronym: ĐHQG.HCM, PGS.TSKH.
const maxAcronym = 5

// dotted emits the acronym with points at i, whose first part ends at first:
// TP.HCM, GS.TS, T.Ư. It reports false if it is two sentences that lack a
// space, as in "hết.Tôi".
func (s *scanner) dotted(i, first int) (end int, ok bool) {
	if e, ok := s.dottedCentral(i, first); ok {
		s.next("tw", i, e, Acronym)
		return e, true
	}
	start, e, n, short := i, first, 0, false
	for n < maxParts && isAcronym(s.text[start:e]) {
		short = short || utf8.RuneCountInString(s.text[start:e]) == 1 || !viet.IsSyllable(viet.Key(s.text[start:e]))
		n++
		end = e
		if e+1 >= len(s.text) || s.text[e] != '.' {
			break
		}
		start = e + 1
		if c, _ := classAt(s.text, start); c != letter {
			break
		}
		e = runEnd(s.text, start, letter)
	}
	if n < 2 || !short {
		return 0, false
	}
	whole := s.join(i, end, ".")
	s.whole(whole, i, end, Acronym)
	s.whole(strings.ReplaceAll(whole, ".", ""), i, end, Joined)
	s.parts(i, end, Acronym)
	return end, true
}

// isAcronym reports whether word can be a part of a dotted acronym: short,
// and in capitals or no syllable (Th.S, tp.hcm).
func isAcronym(word string) bool {
	if len(word) > maxAcronym*utf8.UTFMax || utf8.RuneCountInString(word) > maxAcronym {
		return false
	}
	return isUpper(word) || !viet.IsSyllable(viet.Key(word))
}

// dottedCentral reads T.Ư and T.W at i, whose first part ends at first.
func (s *scanner) dottedCentral(i, first int) (end int, ok bool) {
	if first-i != 1 || s.text[i]|0x20 != 't' || first+1 >= len(s.text) || s.text[first] != '.' {
		return 0, false
	}
	if c, _ := classAt(s.text, first+1); c != letter {
		return 0, false
	}
	end = runEnd(s.text, first+1, letter)
	switch viet.Key(s.text[first+1 : end]) {
	case "ư", "w":
		return end, true
	}
	return 0, false
}
