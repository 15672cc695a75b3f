package cite

import (
	"slices"
	"strings"
)

// maxTypeWords is the length of "Chương trình hành động", the longest name.
const maxTypeWords = 4

// A typeMention is a type named before a number: "Kết luận số", "CT", "NQ:".
type typeMention struct {
	start    int // where the type word begins
	t        directiveType
	numbered bool // "số" stands between
	short    bool // by its abbreviation
	body     body // that stands between: "Quy định của Bộ Chính trị số"
}

// AnyType is the Type of a directive that is named without one: "văn bản số
// 495".
const AnyType = "Văn bản"

// modifiers are the words, folded, that may stand between a type and its
// number, by their last one: "Kết luận thanh tra số 12", "Công điện khẩn số
// 5", "Quyết định mang số 7". The first of two is "" where one is enough.
var modifiers = map[string][]string{
	"tra": {"thanh", "kiem"}, "toan": {"kiem"}, "sat": {"giam"}, "de": {"chuyen"}, "khan": {""}, "toc": {"hoa"},
	"nganh": {"lien"}, "luat": {"ky"}, "mang": {""},
}

// typeBefore reads the type that is named right before i, not before floor.
// numbered is set also where "số" stands alone; ok tells whether a type does.
func typeBefore(text string, i, floor int) (m typeMention, ok bool) {
	p := i
	if q := trimSpaces(text, p); q > floor && text[q-1] == ':' {
		p = q - 1
	}
	if word, start := foldedWordBefore(text, p); word == "so" && start >= floor {
		m.numbered = true
		p = start
	}
	if q := trimSpaces(text, p); q > floor && text[q-1] == '(' && m.numbered { // Kết luận (số 21-KL/TW)
		p = q - 1
	}
	if named(text, p, floor, &m) || m.modified(text, p, floor) || m.numbered && m.ofBody(text, p, floor) {
		return m, true
	}
	start, end := wordBefore(text, p)
	if start < floor || start == end {
		return m, false
	}
	w, ok := readCodeWord(text, start)
	if !ok || w.end != end || w.n < 2 {
		return m, false
	}
	for _, t := range typesByAbbr[string(w.ascii())] {
		if t.abbr == respell(text[start:end]) {
			m.start, m.t, m.short = start, t, true
			return m, true
		}
	}
	return m, false
}

// onlyType reports whether no other type has the abbreviation of t.
func onlyType(t directiveType) bool {
	for _, other := range typesByAbbr[Key(t.abbr)] {
		if other.abbr == t.abbr && other.name != t.name {
			return false
		}
	}
	return true
}

// typeOfIssuer returns the type that the abbreviation of t stands for in the
// codes of an issuer: TT is Thông tư, and the Party's Thông tri. It has no name
// where the issuer has two: the Party's QĐ is Quyết định and Quy định. An issuer
// that is not known leaves t, the most usual one.
func typeOfIssuer(t directiveType, issuer string) directiveType {
	iss, ok := issuersByAbbr[Key(issuer)]
	if !ok {
		return t
	}
	var fits []directiveType
	for _, other := range typesByAbbr[Key(t.abbr)] {
		if other.abbr == t.abbr && (iss.Party && other.party || !iss.Party && other.state) {
			fits = append(fits, other)
		}
	}
	switch len(fits) {
	case 0:
		return t
	case 1:
		return fits[0]
	}
	fits[0].name = ""
	return fits[0]
}

// modified finds the type before a modifier that ends at i.
func (m *typeMention) modified(text string, i, floor int) bool {
	last, start := foldedWordBefore(text, i)
	firsts := modifiers[last]
	if firsts == nil {
		return false
	}
	if firsts[0] == "" {
		return named(text, start, floor, m)
	}
	first, p := foldedWordBefore(text, start)
	return slices.Contains(firsts, first) && named(text, p, floor, m)
}

// ofBody finds the type of "Quy định của Bộ Chính trị số 105", where i is the
// end of the body.
func (m *typeMention) ofBody(text string, i, floor int) bool {
	for n, p := 0, i; n < maxBodyWords; n++ {
		word, start := foldedWordBefore(text, p)
		if word == "" || start < floor {
			return false
		}
		if word == "cua" {
			if b, ok := readBody(text, p); ok && skipSpaces(text, b.end) >= i && b.end <= i {
				m.body = b
				return named(text, start, floor, m)
			}
			return false
		}
		p = start
	}
	return false
}

// named finds the longest type name that ends at i.
func named(text string, i, floor int, m *typeMention) bool {
	word, start := foldedWordBefore(text, i)
	if start < floor || !typeLastWords[word] {
		return false
	}
	phrase, found := word, false
	for n := 1; ; n++ {
		if t, ok := typesByName[phrase]; ok {
			m.start, m.t, found = start, t, true
		}
		if n == maxTypeWords {
			return found
		}
		var before string
		if before, start = foldedWordBefore(text, start); before == "" || start < floor {
			return found
		}
		if n == 1 && word == "luat" && (before == "ky" || before == "ki" || before == "phap") {
			return false // kỷ luật, pháp luật
		}
		phrase = before + " " + phrase
	}
}

// trimSpaces returns the offset before the spaces that end at i, up to three.
func trimSpaces(text string, i int) int {
	for n := 0; n < 3 && i > 0; n++ {
		if text[i-1] == ' ' {
			i--
		} else if strings.HasSuffix(text[:i], "\u00a0") {
			i -= 2
		}
	}
	return i
}

// fits reports whether a code with these types may follow the mention.
func (m typeMention) fits(c *code) bool {
	if c.form == formLetter {
		return !m.short || m.t.name == "Công văn"
	}
	if len(c.types) == 0 {
		return !m.short
	}
	for _, t := range c.types {
		if t.name == m.t.name || strings.HasPrefix(m.t.name, t.name) {
			return true
		}
	}
	return m.t.name == "Công văn" && c.form == formState
}
