package keystroke

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/viet"
)

// A Reading is the decision over the words of a query.
type Reading struct {
	// Mode is Plain when the query stands as it is, also when Suggest is set.
	Mode Mode
	// Text is the words decoded, joined by spaces; "" if nothing decodes.
	Text string
	// Single says that only one word decodes. It may as well be English or a
	// name: take Text only if the index holds that word decoded, and not as it
	// was typed.
	Single bool
	// Suggest says that all words decode, but none is typical of Telex ("as
	// soon as"): search the words as typed and offer Text. A Single one can be
	// taken on the same proof as others.
	Suggest bool
}

// Words decides how the words of a query were typed, operators and quotation
// marks left out, and returns them decoded. They come back as they are if the
// Mode is Plain, and always if they are no keystrokes: numbers, codes,
// abbreviations, words without marks.
func Words(words []string) ([]string, Reading) {
	mode, suggest, single := decide(words)
	if mode == Plain {
		return words, Reading{Mode: Plain}
	}
	decoded := make([]string, len(words))
	for i, w := range words {
		decoded[i] = decodeRuns(w, mode)
	}
	r := Reading{Mode: mode, Text: strings.Join(decoded, " "), Single: single, Suggest: suggest}
	if suggest {
		r.Mode = Plain
		return words, r
	}
	return decoded, r
}

// decide applies the rules to all words together. suggest says that mode only
// would be possible, single that one word alone decodes.
func decide(words []string) (mode Mode, suggest, single bool) {
	var telex, vni tally
	for _, w := range words {
		if strings.ContainsFunc(w, isForeignLetter) {
			return Plain, false, false
		}
		for _, run := range runs(w) {
			telex.count(w[run[0]:run[1]], Telex)
			vni.count(w[run[0]:run[1]], VNI)
		}
	}
	switch {
	case vni.isVNI():
		return VNI, false, vni.decodable == 1
	case telex.isTelex():
		return Telex, false, telex.decodable == 1
	case telex.decodable > 0 && telex.decodable == telex.words:
		return Telex, true, telex.decodable == 1
	}
	return Plain, false, false
}

// A tally counts the words of a query, the neutral ones left out.
type tally struct {
	words     int
	syllables int // that need no mark, "soi"
	bare      int // that lack one, "viet": nobody types keys and leaves them out
	decodable int
	strong    int // of these, typical of Telex
	shaped    int // of these, with a digit from 6 to 9
}

func (t *tally) count(word string, m Mode) {
	word = strings.ToLower(word)
	if isNeutral(word) {
		return
	}
	t.words++
	if viet.IsASCIISyllable(word) {
		if viet.IsSyllable(word) {
			t.syllables++
		} else {
			t.bare++
		}
		return
	}
	if _, ok := Decode(word, m); !ok {
		return
	}
	t.decodable++
	if isStrong(word) {
		t.strong++
	}
	if strings.ContainsAny(word, "6789") {
		t.shaped++
	}
}

// isVNI reports whether all words are syllables or decode, and enough decode.
func (t *tally) isVNI() bool {
	return t.syllables+t.decodable == t.words &&
		(t.decodable >= 2 || t.decodable == 1 && (t.words == 1 || t.shaped > 0))
}

// isTelex reports whether four in five words are syllables or decode, one is
// typical, and no fewer decode than lack their marks.
func (t *tally) isTelex() bool {
	return t.strong > 0 && 10*(t.syllables+t.decodable) >= 8*t.words && t.decodable > t.bare
}

// decodeRuns decodes the runs of letters and digits in a word that decode.
func decodeRuns(word string, m Mode) string {
	var b strings.Builder
	done := 0
	for _, run := range runs(word) {
		raw := word[run[0]:run[1]]
		lower := strings.ToLower(raw)
		if viet.IsASCIISyllable(lower) || isNeutral(lower) && !isShortVNI(lower, m) {
			continue
		}
		if decoded, ok := Decode(raw, m); ok {
			b.WriteString(word[done:run[0]])
			b.WriteString(decoded)
			done = run[1]
		}
	}
	b.WriteString(word[done:])
	return b.String()
}

// runs returns the runs of ASCII letters and digits in a word as offsets. A
// word with a slash and digits is a code, a date or a ratio: it has none.
func runs(word string) [][2]int {
	if strings.ContainsAny(word, "/") && strings.ContainsAny(word, "0123456789") {
		return nil
	}
	var all [][2]int
	start := -1
	for i := 0; i <= len(word); i++ {
		inside := i < len(word) && (isDigit(word[i]) || isLetter(word[i]))
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			all = append(all, [2]int{start, i})
			start = -1
		}
	}
	return all
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// isForeignLetter reports whether r is a letter or mark beyond ASCII: whoever
// types one has no need of raw keys.
func isForeignLetter(r rune) bool {
	return r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsMark(r))
}

// isNeutral reports whether a word in lower case says nothing about keys:
// digits, an abbreviation without vowels (tw4, hdnd, h5n1) or with one before
// three consonants or more (ubnd), a letter with digits (a4). A letter with
// its shape and tone in VNI is a word: o73.
func isNeutral(word string) bool {
	letters := strings.TrimFunc(word, unicode.IsDigit)
	if isShapedVNI(word) {
		return false
	}
	if len(letters) <= 1 && len(word) > 1 || !strings.ContainsAny(word, "aeiouy") {
		return true
	}
	return len(word) >= 4 && strings.IndexAny(word, "aeiouy") == 0 &&
		!strings.ContainsAny(word[1:], "aeiouyw0123456789") && isAbbreviation(word)
}

// isAbbreviation reports whether what is left of a word behind its vowel is no
// coda with a tone of Telex.
func isAbbreviation(word string) bool {
	_, ok := Decode(word, Telex)
	return !ok
}

// isShapedVNI reports whether a word is ê, ô, ơ or ư under a tone in VNI.
func isShapedVNI(word string) bool {
	return len(word) == 3 && strings.IndexByte("eou", word[0]) >= 0 &&
		(word[1] == '6' || word[1] == '7') && word[2] >= '1' && word[2] <= '5'
}

// isShortVNI reports whether a neutral word is decoded in a query that is VNI
// by its other words: ý, ê, ô, ơ and ư, but not the sizes and codes a4 and e5.
func isShortVNI(word string, m Mode) bool {
	return m == VNI && len(word) == 2 && (word == "y1" || strings.IndexByte("eou", word[0]) >= 0 && word[1] >= '6')
}

// typical are key sequences of Telex that hardly occur in other text.
var typical = strings.Fields("aas aaf aar aax aan aam aap aac aat aay aau ees eef eex oof oos oox ooi uow uwo iee")

// isStrong reports whether a decodable word in lower case is typical of
// Telex: it begins dd, has j or w where other languages do not, ends in a
// consonant and a tone, or has one of the typical sequences.
func isStrong(word string) bool {
	n := len(word)
	if strings.HasPrefix(word, "dd") || strings.IndexByte(word[1:], 'j') >= 0 || strings.IndexByte(word[1:n-1], 'w') >= 0 ||
		strings.HasSuffix(word, "uw") {
		return true
	}
	if strings.ContainsRune("frxj", rune(word[n-1])) && strings.ContainsRune("cghmnpt", rune(word[n-2])) {
		return true
	}
	for _, keys := range typical {
		if strings.Contains(word, keys) {
			return true
		}
	}
	return false
}
