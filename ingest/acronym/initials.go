package acronym

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/place"
	"soi/analyzer/viet"
	"soi/index/schema"
)

const maxShort = 16 // letters, digits and signs of a short form

// A short is a short form taken apart.
type short struct {
	raw      string
	units    []string // a letter, or a letter with small ones ("tr" of CTr), or a number; folded to ASCII
	capitals bool     // no small letters
	spaced   bool     // has a blank beside no sign: "UN SDGs"
	letters  int

	capitalCount int
}

// parseShort reads a short form: two capitals or more, and no Roman number.
// Hyphens, "&", commas and full stops may stand between.
func parseShort(s string) (short, bool) {
	out := short{raw: s, capitals: true}
	if utf8.RuneCountInString(s) > maxShort || !latin(s) {
		return out, false
	}
	sign := true // a blank at the start is as one beside a sign
	for i, r := range s {
		switch {
		case unicode.IsUpper(r):
			out.capitalCount++
			out.letters++
			out.units = append(out.units, viet.Fold(string(r), viet.ASCII))
		case unicode.IsLetter(r):
			if out.capitalCount == 0 || sign {
				return out, false
			}
			out.letters++
			out.capitals = false
			out.units[len(out.units)-1] += viet.Fold(string(r), viet.ASCII)
		case '0' <= r && r <= '9':
			out.digit(r, i > 0 && digits(s[i-1:i]))
		case strings.ContainsRune("-–&,.", r):
		case r != ' ':
			return out, false
		case !sign && !strings.HasPrefix(strings.TrimLeft(s[i:], " "), "-") && !strings.HasPrefix(strings.TrimLeft(s[i:], " "), "&"):
			out.spaced = true
		}
		sign = !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}
	switch {
	case out.spaced && !out.capitals && out.capitalCount < 4:
		return out, false // two words: "Bắc Giang"
	case sign || strings.Contains(s, ".."):
		return out, false
	case out.spaced && digits(out.units[len(out.units)-1]) && len(out.units[len(out.units)-1]) > 2:
		return out, false // a year: "SN 1954"
	}
	return out, out.letters >= 2 && out.capitalCount >= 1 && strings.Trim(s, "IVX") != ""
}

// latin reports whether each letter of s is one of a to z under its marks.
func latin(s string) bool {
	for _, r := range s {
		if unicode.IsMark(r) {
			return false
		}
		if plain := viet.Fold(string(r), viet.ASCII); unicode.IsLetter(r) && (len(plain) != 1 || plain[0] < 'a' || plain[0] > 'z') {
			return false
		}
	}
	return true
}

func (s *short) digit(r rune, more bool) {
	if more && len(s.units) > 0 {
		s.units[len(s.units)-1] += string(r)
		return
	}
	s.units = append(s.units, string(r))
}

// foreign reports whether the letters can be those of another language's
// words: a Đ or Ư is of Vietnamese ones.
func (s short) foreign() bool {
	for _, r := range s.raw {
		if r >= utf8.RuneSelf && unicode.IsLetter(r) || r == ',' {
			return false
		}
	}
	return s.letters >= 2
}

// place reports whether the short form says where, whole as in "(TPHCM)" or
// in a part as in "(UBND TP HCM)".
func (s short) place() bool {
	if !s.spaced {
		return isPlace(s.raw)
	}
	return isPlace(s.raw) || slices.ContainsFunc(strings.Fields(s.raw), isPlace)
}

// isPlace reports whether s is the short name of a province or a country.
func isPlace(s string) bool {
	if exclusions[viet.Fold(s, viet.ASCII)] == placeName {
		return true
	}
	_, ok := place.FindProvince(s)
	return ok && !digits(s) // a code of the statistics office is none here
}

// small are the words that a short form may leave out.
var small = set("và về của các những cho với trong vì tại từ để theo of and the for in on de")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// byInitials returns the last words whose initials, in order, are the short
// form, up to the end of words; a year and a closing quotation mark may stand
// behind them.
func byInitials(s short, words []word) (schema.Span, schema.AcronymKind, bool) {
	i, ok := matchInitials(s, words)
	if !ok && len(words) > 0 && words[len(words)-1].year() {
		words = words[:len(words)-1]
		i, ok = matchInitials(s, words)
	}
	if !ok {
		return schema.Span{}, "", false
	}
	kind := schema.AcronymInitials
	if foreignWords(words[i:]) {
		kind = schema.AcronymForeign
	}
	return schema.Span{Start: words[i].Start, End: words[len(words)-1].End}, kind, true
}

// maxTrailing is the number of words that may stand between a long form and
// the parenthesis: "Mặt trận Tổ quốc Việt Nam (MTTQ)".
const maxTrailing = 3

// byTrailing is byInitials with the last words left out, for short forms long
// enough not to meet by chance.
func byTrailing(s short, words []word) (schema.Span, bool) {
	const long = 4 // letters
	for n := 1; n <= maxTrailing && n < len(words) && len(s.units) >= long; n++ {
		last := words[len(words)-n]
		if !last.capital() && last.exact != "ương" || last.gap == comma {
			break
		}
		kept := words[:len(words)-n]
		if i, ok := matchInitials(s, kept); ok {
			return schema.Span{Start: kept[i].Start, End: kept[len(kept)-1].End}, true
		}
	}
	return schema.Span{}, false
}

// matchInitials finds the index i such that the initials of words[i:] are the
// short form.
func matchInitials(s short, words []word) (int, bool) {
	if len(s.units) < 2 || len(words) < 2 {
		return 0, false
	}
	m := matcher{s: s, words: words, failed: map[[2]int]bool{}}
	return m.match(len(s.units), len(words))
}

// A matcher fits the units of a short form to words, both from the end.
type matcher struct {
	s      short
	words  []word
	failed map[[2]int]bool // numbers of units and words that do not fit
}

// match fits the first u units to the end of the first w words and returns
// the index of the first word it takes.
func (m *matcher) match(u, w int) (int, bool) {
	if u == 0 {
		return w, true
	}
	if w == 0 || w < len(m.words) && m.words[w].gap >= quoted || m.failed[[2]int{u, w}] {
		return 0, false
	}
	word := m.words[w-1]
	for _, n := range m.taken(u, word) {
		if i, ok := m.match(u-n, w-1); ok {
			return i, true
		}
	}
	if small[word.exact] && w < len(m.words) && u < len(m.s.units) {
		if i, ok := m.match(u, w-1); ok {
			return i, true
		}
	}
	m.failed[[2]int{u, w}] = true
	return 0, false
}

// taken returns how many of the last of the first u units the word can stand
// for: most often one.
func (m *matcher) taken(u int, w word) []int {
	var ns []int
	if m.fits(u-1, w) {
		ns = append(ns, 1)
	}
	if n := len(w.plain); n >= 2 && n <= u && upper(w.raw) && strings.Join(m.s.units[u-n:u], "") == w.plain {
		ns = append(ns, n) // an abbreviation in the long form: "Kiểm tra TW" of KTTW
	}
	if u >= 2 && len(m.s.units) > 2 && clusters[m.s.units[u-2]+m.s.units[u-1]] && strings.HasPrefix(w.plain, m.s.units[u-2]+m.s.units[u-1]) {
		ns = append(ns, 2)
	}
	return ns
}

// clusters are the onsets of two letters, which a short form may keep.
var clusters = set("ch gi kh ng nh ph qu th tr")

// fits reports whether unit i stands for the word: its first letter, and the
// small letters of the unit in their order ("tg" of tướng). W stands for ư.
func (m *matcher) fits(i int, w word) bool {
	unit := m.s.units[i]
	if digits(unit) {
		return unit == w.plain
	}
	if unit == "w" && strings.HasPrefix(w.exact, "ư") {
		return true
	}
	if w.plain == "" || unit[0] != w.plain[0] {
		return false
	}
	rest := w.plain[1:]
	for _, letter := range []byte(unit[1:]) {
		j := strings.IndexByte(rest, letter)
		if j < 0 {
			return false
		}
		rest = rest[j+1:]
	}
	return true
}
