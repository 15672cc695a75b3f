package cite

import "strings"

// Damage that is repaired only where a known type and a known issuer stand in
// their places: what scanners read wrongly and what was typed without
// separators or a type.

// scanNumber reads a code's number: up to five digits and perhaps a letter
// ("24a"). It returns the end, or i if there is none.
func (c *code) scanNumber(text string, i int) int {
	p := readDigits(text, i, 5)
	c.number = text[i:p]
	if q := skipScanned(text, i); q > p {
		c.number, c.scanned, p = scannedDigits.Replace(text[i:q]), true, q
	}
	if q := thousands(text, i, p); q > p {
		c.number, c.scanned, p = text[i:p]+text[p+1:q], true, q
		return p
	}
	if p-i > 5 || isZero(c.number) {
		return i // also of "2 000/PL", half a number
	}
	if p+1 < len(text) && 'a' <= text[p] && text[p] <= 'z' && !letterAt(text, p+1) && !digitAt(text, p+1) {
		p++ // 24a-NQ/TW
		c.number = text[i:p]
	}
	return p
}

// thousands returns the end of a number in text[i:p] that is parted as large
// ones are, "1.234/QĐ-UBND", by a blank only behind "số"; p if it is not.
func thousands(text string, i, p int) int {
	if p-i > 2 || p >= len(text) || text[i] == '0' || text[p] != '.' && (text[p] != ' ' || keyBefore(text, i) != "số") {
		return p
	}
	q := readDigits(text, p+1, 4)
	if q-p-1 != 3 || q >= len(text) || text[q] != '/' {
		return p
	}
	return q
}

// scannedDigits puts right what scanners read for digits.
var scannedDigits = strings.NewReplacer("O", "0", "l", "1", "I", "1")

// skipScanned skips the run of digits and letters that look like them at i, if
// no other letter follows and a digit is among the first two.
func skipScanned(text string, i int) int {
	p := i
	for p < len(text) && p-i <= 5 && (isDigit(text[p]) || text[p] == 'O' || text[p] == 'l' || text[p] == 'I') {
		p++
	}
	if letterAt(text, p) || !digitAt(text, i) && !digitAt(text, i+1) {
		return i
	}
	return p
}

// skipBreak skips a space or a line's end, after a separator at which a code
// is broken into lines.
func skipBreak(text string, i int) int {
	if i+1 < len(text) && text[i] == '\r' && text[i+1] == '\n' {
		return i + 2
	}
	if i < len(text) && text[i] == '\n' {
		return i + 1
	}
	return skipSpace(text, i)
}

// scanGlued reads a type and an issuer with nothing between: "26NQTW" and
// "26-NQTW", of a Party committee in capitals, and behind a slash
// "1600/QĐTTg" and "30/2020/NĐCP".
func (c *code) scanGlued(text string, p int) bool {
	w, ok := readCodeWord(text, p)
	if !ok || digitAt(text, w.end) || issuersByAbbr[string(w.ascii())].Abbr != "" {
		return false
	}
	for n := 2; n <= 4 && n < w.n-1; n++ {
		types, iss := typesByAbbr[string(w.key[:n])], issuersByAbbr[string(w.key[n:w.n])]
		if types == nil || iss.Abbr == "" || !c.gluedFits(types[0], iss) || !w.isCapital(text, n, iss.Abbr) {
			continue
		}
		part := issuerPart{canon: iss.Abbr, known: true, Issuer: iss, end: w.end}
		c.typeWord, c.types, c.noDash, c.incomplete = w, types, true, true
		c.scanParts(text, part)
		c.form = c.typedForm(part)
		return true
	}
	return false
}

// gluedFits reports whether a type and an issuer that are typed as one word
// can be no other word. CTCP and BCCP are companies and no directives of the
// Government's.
func (c *code) gluedFits(t directiveType, iss Issuer) bool {
	switch iss.Abbr {
	case "TW", "TU", "HU", "ĐU":
		return t.party && c.year == ""
	case "CP":
		return c.slashFirst && (t.abbr == "NĐ" || t.abbr == "NQ")
	}
	return c.slashFirst && t.state && !iss.Party
}

// isCapital reports whether the word is in capitals, or its letters behind the
// first n are an abbreviation with small ones, as it should be: "QĐTTg".
func (w *codeWord) isCapital(text string, n int, abbr string) bool {
	if !w.lower {
		return true
	}
	i := w.start
	for range n {
		_, size, lower, _ := codeLetter(text, i)
		if lower {
			return false
		}
		i += size
	}
	return respell(text[i:w.end]) == abbr
}

// untyped reads the code of "quyết định 08/2013/UBND" and "Công văn 8314/UBND",
// whose type stands in words only.
func (f *finder) untyped(m typeMention, i int) (code, bool) {
	c := code{}
	p := c.scanNumber(f.text, i)
	letter := m.t.name == "Công văn" || m.t.name == AnyType
	if p == i || c.scanned || m.short || !letter && (!m.t.state || m.t.abbr == "" || m.t.short == "no") {
		return code{}, false
	}
	p = c.scanSeparator(f.text, p)
	if q, ok := c.scanYear(f.text, p); ok {
		p = q
	}
	issuer, ok := readIssuer(f.text, p)
	if !ok || !c.slashFirst || !issuer.known || issuer.lower || issuer.Party || issuer.numbered {
		return code{}, false
	}
	if letter { // a letter without its unit
		c.form, c.parts, c.end = formLetter, []issuerPart{issuer}, issuer.end
		return c, c.year == ""
	}
	c.types, c.incomplete = []directiveType{m.t}, true
	c.scanParts(f.text, issuer)
	c.form = c.typedForm(issuer)
	return c, true
}
