package place

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/viet"
)

// names finds the units of a name. Its keys are names folded to ASCII, so
// that one look-up finds all that a name without marks can mean; the words
// with their marks then decide among them.
type names map[string][]name

type name struct {
	words []string // index terms of its words
	unit  int      // where the unit stands in its table
}

func (n names) add(s string, unit int) {
	words := terms(split(s))
	key := foldedKey(words)
	n[key] = append(n[key], name{words, unit})
}

// find returns the units whose name is the words, in the order in which they
// were added. Where some have all marks as typed, the others are left out.
func (n names) find(words []string) []int {
	if len(words) == 0 {
		return nil
	}
	typed := terms(words)
	var same, alike []int
	for _, candidate := range n[foldedKey(typed)] {
		switch compareWords(typed, candidate.words) {
		case marksSame:
			same = append(same, candidate.unit)
		case marksMissing:
			alike = append(alike, candidate.unit)
		}
	}
	if same != nil {
		return unique(same)
	}
	return unique(alike)
}

type likeness int

const (
	marksDiffer  likeness = iota
	marksMissing          // some words are typed without their marks
	marksSame
)

// compareWords compares typed words with a name of the same folded key.
func compareWords(typed, want []string) likeness {
	result := marksSame
	for i, word := range typed {
		switch {
		case i >= len(want):
			return marksDiffer // the words are cut apart otherwise
		case word == want[i]:
		case viet.Fold(word, viet.ASCII) == word && viet.Fold(want[i], viet.ASCII) == word:
			result = marksMissing
		default:
			return marksDiffer
		}
	}
	return result
}

// unique drops later doubles: "Đắk Lắk" has spellings that fold alike.
func unique(units []int) []int {
	var out []int
	seen := map[int]bool{}
	for _, unit := range units {
		if !seen[unit] {
			seen[unit] = true
			out = append(out, unit)
		}
	}
	return out
}

func foldedKey(terms []string) string {
	return viet.Fold(strings.Join(terms, " "), viet.ASCII)
}

func terms(words []string) []string {
	out := make([]string, len(words))
	for i, word := range words {
		out[i] = viet.Key(word)
	}
	return out
}

// split cuts a name into words: runs of letters, digits and marks. The
// apostrophe of names like Cư M'gar falls away within its word.
func split(s string) []string {
	var words []string
	for s != "" {
		word, rest := nextWord(s)
		if word != "" {
			words = append(words, word)
		}
		s = rest
	}
	return words
}

// nextWord skips what is no word at the beginning of s and returns the word
// after it, without its apostrophes, and what follows.
func nextWord(s string) (word, rest string) {
	start := strings.IndexFunc(s, inWord)
	if start < 0 {
		return "", ""
	}
	end := start
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !inWord(r) && !isApostrophe(r) {
			break
		}
		end += size
	}
	word = strings.Map(func(r rune) rune {
		if isApostrophe(r) {
			return -1
		}
		return r
	}, s[start:end])
	return word, s[end:]
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

// maxWords is the number of words of the longest name in the tables
// (Phường Văn Miếu - Quốc Tử Giám).
const maxWords = 5

// ProvinceAt returns the province whose name stands in text at byte i and
// the end of the name; the longest name wins. Every word of it must begin with a
// capital or a digit, as names in running text do.
func ProvinceAt(text string, i int) (p Province, end int, ok bool) {
	g := gazetteer()
	units, end := longest(text, i, g.provinceNames)
	if len(units) == 0 {
		return Province{}, i, false
	}
	return g.provinces[units[0]], end, true
}

// DistrictsAt returns the districts whose name stands in text at byte i and
// the end of the name, as ProvinceAt does.
func DistrictsAt(text string, i int) ([]District, int) {
	g := gazetteer()
	units, end := longest(text, i, g.districtNames)
	return pick(g.districts, units), end
}

// CommunesAt returns the communes whose name stands in text at byte i and
// the end of the name, as ProvinceAt does.
func CommunesAt(text string, i int) ([]Commune, int) {
	g := communeTable()
	units, end := longest(text, i, g.names)
	return pick(g.communes, units), end
}

// longest finds the longest run of capitalised words at byte i that is a
// name in n. The end is i if there is none.
func longest(text string, i int, n names) (units []int, end int) {
	end = i
	var words []string
	for at := i; len(words) < maxWords; {
		word, next := capitalised(text, at)
		if word == "" {
			break
		}
		words = append(words, word)
		if found := n.find(words); len(found) > 0 {
			units, end = found, next
		}
		at = skipGap(text, next)
	}
	return units, end
}

// capitalised returns the word at byte i of text without its apostrophes and
// its end, or "" if none begins there with a capital or a digit.
func capitalised(text string, i int) (word string, end int) {
	const longestWord = 64 // bytes; a name's word takes less than a quarter
	if i >= len(text) {
		return "", i
	}
	first, _ := utf8.DecodeRuneInString(text[i:])
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) {
		return "", i
	}
	window := text[i:min(len(text), i+longestWord)]
	word, rest := nextWord(window)
	return word, i + len(window) - len(rest)
}

// skipGap skips what may stand between two words of a name: blanks on one
// line, and a hyphen or dash among them.
func skipGap(text string, i int) int {
	hyphens := 0
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch r {
		case ' ', '\t', '\u00a0':
		case '-', '–', '‑', '‐':
			if hyphens++; hyphens > 1 {
				return i
			}
		default:
			return i
		}
		i += size
	}
	return i
}
