package acronym

import (
	"strings"

	"soi/index/schema"
)

// small are the words that a short form may leave out.
var small = set("và về của các những cho với trong vì tại từ để theo of and the for in on de")

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
const maxTrailing = 5

// byTrailing is byInitials with the last words left out, for short forms with
// letters enough not to meet by chance.
func byTrailing(s short, words []word) (schema.Span, schema.AcronymKind, bool) {
	const enough = 4
	for n := 1; n <= maxTrailing && n < len(words) && len(s.units) >= enough; n++ {
		if words[len(words)-n].gap > blank {
			break
		}
		if long, kind, ok := byInitials(s, words[:len(words)-n]); ok {
			return long, kind, true
		}
	}
	return schema.Span{}, "", false
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
