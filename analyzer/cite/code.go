package cite

import "strings"

// Confidences of a code, by how it was written.
const (
	confKnown    = 0.97 // known type and issuer
	confLower    = 0.90 // in small letters
	confUnknown  = 0.85 // an issuer that is not in the table
	confRepaired = 0.85 // a separator was put right
	confLetter   = 0.75 // a letter: no type in the code
)

// maxParts bounds the issuers of one code ("TTLT-BYT-BNV").
const maxParts = 6

// A code is a directive code as scanned, before it gets its canonical form.
type code struct {
	number   string // as written, with its letter: "05", "24a"
	year     string // of NN/YYYY/…; "" none
	types    []directiveType
	typeWord codeWord
	parts    []issuerPart // issuers, then units
	end      int

	separators
	named      bool // its type stands in words before it
	lower      bool // some word is in small letters that should not be
	scanned    bool // the number has letters that look like digits
	incomplete bool // the type stands in words only, or a separator is missing
	form       form
}

// A form is one of the shapes of a code.
type form uint8

const (
	formParty form = iota
	formState
	formLaw
	formLetter
	formOld
	formWritten // a type and an issuer whose separators stay as written
)

// An issuerPart is one issuer or unit of a code.
type issuerPart struct {
	canon string // as it should be written
	known bool
	lower bool // not written in capitals, nor as in the table
	Issuer
	numbered bool // ends in the number of a legislature: QH15
	end      int
}

// CodeAt reads the directive code that begins at byte i of text, where a
// digit must stand. Spaces about dashes, other dashes, Ð, small letters, T.Ư
// and swapped separators are repaired in Code; End is the end of the code as
// written. The reference has no type word, body or date: those stand around
// the code, and Find reads them. Text reads what has wide or invisible
// characters in it too.
func CodeAt(text string, i int) (Reference, bool) {
	c, ok := scanCode(text, i)
	if !ok {
		return Reference{}, false
	}
	return c.reference(text, i, ""), true
}

// scanCode reads the code at i without judging its type word.
func scanCode(text string, i int) (code, bool) {
	c := code{}
	if !c.scan(text, i) {
		return code{}, false
	}
	return c, true
}

// scan reads the code at i.
func (c *code) scan(text string, i int) bool {
	if i >= len(text) || !isDigit(text[i]) && text[i] != 'O' || !freeLeft(text, i) {
		return false
	}
	p := c.scanNumber(text, i)
	if p == i || !c.scanRest(text, c.scanSeparator(text, p)) {
		return false
	}
	if c.scanned && (len(c.types) == 0 || c.noDash || c.lower || !c.parts[0].known) {
		return false
	}
	return c.settled(text, i)
}

// freeLeft reports whether a code may begin at i: no letter, digit, slash,
// dash or dot before it.
func freeLeft(text string, i int) bool {
	if i == 0 {
		return true
	}
	switch c := text[i-1]; {
	case c == '/' || c == '-' || c == '.' || isDigit(c):
		return false
	case c < 0x80:
		return !isLetter(rune(c))
	}
	return !letterBefore(text, i)
}

// scanRest reads what follows the number and its separator.
func (c *code) scanRest(text string, p int) bool {
	if q, ok := c.scanYear(text, p); ok {
		p = q
	}
	word, ok := readIssuer(text, p)
	if !ok {
		return false
	}
	if word.numbered && c.year != "" && !c.dashYear { // 41/2024/QH15
		c.form, c.parts, c.end = formLaw, []issuerPart{word}, word.end
		c.lower = word.lower
		return true
	}
	before := c.separators
	if c.scanTyped(text, p) {
		return true
	}
	c.separators = before
	return c.scanLetter(text, word) || c.scanOld(text, word) || c.scanGlued(text, p)
}

// scanTyped reads TYPE, a separator and the issuers.
func (c *code) scanTyped(text string, p int) bool {
	word, ok := readCodeWord(text, p)
	if !ok {
		return false
	}
	types := typesByAbbr[string(word.ascii())]
	if types == nil {
		return false
	}
	p, bare := c.afterType(text, word.end)
	if p == word.end || bare && (word.lower || c.noDash) {
		return false
	}
	first, ok := readIssuer(text, p)
	if !ok || bare && (first.lower || len(first.canon) < 2) {
		return false
	}
	doubtful := bare || c.noDash || !c.slashFirst && !c.slashLast || word.n < 2
	if !first.known && (doubtful || first.lower || len(first.canon) < 2) {
		return false
	}
	c.typeWord, c.types, c.incomplete = word, types, bare
	c.lower = c.lower || first.lower || word.lower && !hasSpelling(types, text[word.start:word.end])
	c.scanParts(text, first)
	c.form = c.typedForm(first)
	return true
}

// typedForm decides between the Party's and the state's separators.
func (c *code) typedForm(first issuerPart) form {
	switch {
	case first.numbered && !c.noDash:
		return formWritten // 22-LCT/HĐNN8 is right, and so is 05/2007/PL-UBTVQH11
	case c.year != "":
		return formState
	case first.known && first.Party:
		return formParty
	case first.known:
		return formState
	case c.slashFirst:
		return formState
	}
	return formParty
}

// scanParts reads the issuers and units that follow the first issuer.
func (c *code) scanParts(text string, first issuerPart) {
	c.parts = append(c.parts, first)
	c.end = first.end
	joint := len(c.types) > 0 && strings.Contains(c.types[0].name, "liên tịch")
	for len(c.parts) < maxParts {
		p := c.end
		if joint {
			p = skipSpace(text, p)
		}
		q := skipDash(text, p)
		if q == p {
			return
		}
		spaced := p > c.end
		if joint {
			spaced = spaced || skipSpace(text, q) > q
			q = skipSpace(text, q)
		}
		part, ok := readUnit(text, q)
		if !ok || !part.known && (spaced || first.known && first.Party) {
			return
		}
		c.parts = append(c.parts, part)
		c.end = part.end
	}
}

// scanLetter reads the unit after the issuer of a công văn: 1014/UBND-NC.
func (c *code) scanLetter(text string, first issuerPart) bool {
	if !c.slashFirst || c.year != "" || len(first.canon) < 2 || !first.known && first.lower {
		return false
	}
	p := first.end
	if first.known {
		p = skipSpace(text, p)
	}
	q := skipDash(text, p)
	if q == p {
		return false
	}
	if first.known {
		q = skipSpace(text, q)
	}
	unit, ok := readUnit(text, q)
	if !ok && first.known {
		unit, ok = readMixedUnit(text, q)
	}
	if !ok {
		return false
	}
	c.form, c.parts, c.end = formLetter, []issuerPart{first, unit}, unit.end
	c.lower = first.lower || unit.lower
	return true
}

// scanOld reads the codes of before the rules: 64-CP, 43/CP, 115-HĐBT, 91-TTg.
func (c *code) scanOld(text string, only issuerPart) bool {
	if c.noDash || c.year != "" {
		return false
	}
	switch only.canon {
	case "CP", "HĐBT", "TTg", "CTN":
		c.form, c.parts, c.end, c.lower = formOld, []issuerPart{only}, only.end, only.lower
		return true
	}
	return false
}

// readIssuer reads an issuer's abbreviation at i. Trung ương is also written
// TƯ and T.Ư, alone or at the end of a longer one.
func readIssuer(text string, i int) (issuerPart, bool) {
	w, ok := readCodeWord(text, i)
	if w.n == 0 {
		return issuerPart{}, false
	}
	if end := skipCapitals(text, i); !ok && gluedAfter(text, end) { // "NĐ-CPngày 14"
		if cut, _ := readCodeWord(text[:end], i); issuersByAbbr[string(cut.ascii())].Abbr != "" {
			w, ok = cut, true
		}
	}
	last := w.ascii()[w.n-1]
	if ok && last == 'T' && w.n < maxWord && w.end < len(text) && text[w.end] == '.' {
		if u, ok := readCodeWord(text, w.end+1); ok && u.n == 1 && (u.horn || u.key[0] == 'W') {
			w.key[w.n] = 'W'
			w.n++
			w.end, w.lower = u.end, w.lower || u.lower
		}
	} else if w.horn && w.n >= 2 && w.key[w.n-2] == 'T' {
		w.key[w.n-1] = 'W'
	}
	part := issuerPart{end: w.end}
	part.Issuer, part.known = issuersByAbbr[string(w.ascii())]
	if part.known && (digitAt(text, w.end) || (part.Abbr == "QH" || part.Abbr == "UBTVQH") && digitAt(text, skipSpace(text, w.end))) {
		return part.legislature(text)
	}
	if !ok || digitAt(text, w.end) {
		return part, false
	}
	part.canon = respell(text[w.start:w.end])
	if part.known {
		part.lower = w.lower && part.canon != part.Abbr
		part.canon = part.Abbr
		return part, true
	}
	_, _, small, _ := codeLetter(text, w.start)
	part.lower = small || 2*w.capitals <= w.n // TTr and HoREA are issuers, Abc is a word
	return part, true
}

// legislature reads the number of the legislature after QH, UBTVQH and HĐNN.
func (part issuerPart) legislature(text string) (issuerPart, bool) {
	switch part.Abbr {
	case "QH", "UBTVQH", "HĐNN":
	default:
		return part, false
	}
	p := skipSpace(text, part.end) // "QH 14"
	q := readDigits(text, p, 2)
	if q-p > 2 || letterAt(text, q) || p > part.end && (q-p != 2 || text[p] != '1') {
		return part, false
	}
	part.canon = part.Abbr + text[p:q]
	part.numbered, part.end = true, q
	return part, true
}

// readUnit reads an issuer or a unit within one: NC, KTTH, V.I, V2.
func readUnit(text string, i int) (issuerPart, bool) {
	if part, ok := readIssuer(text, i); ok && (part.known || len(part.canon) > 1 && !part.lower) {
		return part, true
	}
	p := skipCapitals(text, i)
	q := p
	if p < len(text) && text[p] == '.' {
		if q = skipCapitals(text, p+1); q == p+1 { // a full stop, not the dot of V.III
			q = p
		}
	} else {
		q = readDigits(text, p, 2)
	}
	if p == i || q-i < 2 || letterAt(text, q) || digitAt(text, q) {
		return issuerPart{}, false
	}
	return issuerPart{canon: respell(text[i:q]), end: q}, true
}

// readMixedUnit reads a unit that is abbreviated with small letters: Th, KTth.
func readMixedUnit(text string, i int) (issuerPart, bool) {
	w, ok := readCodeWord(text, i)
	if !ok || w.n < 2 || w.n > 4 || !upperAt(text, i) || digitAt(text, w.end) {
		return issuerPart{}, false
	}
	return issuerPart{canon: respell(text[i:w.end]), end: w.end}, true
}

// skipCapitals returns the offset after the run of capitals at i.
func skipCapitals(text string, i int) int {
	for letters := 0; i < len(text) && letters < maxWord; letters++ {
		_, size, lower, _ := codeLetter(text, i)
		if size == 0 || lower {
			break
		}
		i += size
	}
	return i
}

// respell writes the look-alikes of Đ as Đ and composes Ư.
func respell(s string) string {
	return respeller.Replace(s)
}

var respeller = strings.NewReplacer("Ð", "Đ", "Ɖ", "Đ", "ð", "đ", "ɖ", "đ", "U\u031b", "Ư", "u\u031b", "ư")

// hasSpelling reports whether one of the types is abbreviated exactly so.
func hasSpelling(types []directiveType, written string) bool {
	written = respell(written)
	for _, t := range types {
		if t.abbr == written {
			return true
		}
	}
	return false
}
