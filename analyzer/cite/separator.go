package cite

// What stands between the parts of a code: a dash or a slash, with a space on
// either side or two. A point, an underscore or nothing at all stands there by
// mistake; such a code must be sure in all else, see settled.

// separators are what was noticed of a code's separators.
type separators struct {
	noDash     bool // nothing stands before the type: "21KL/TW"
	slashFirst bool // "/" stands before the type or issuer
	slashLast  bool // "/" stands before the issuer
	dashYear   bool // "19-2018/NQ-CP"
	openYear   bool // no "/" stands behind the year: "10/2016 QĐ-UBND"
	stray      bool // some separator is none: "30.2020/NĐ-CP", "18_NQ/TW"
	wide       bool // two spaces stand beside one: "21  - KL/TW"
}

// scanSeparator reads what stands between the number and the type, and
// returns i if that is nothing.
func (c *code) scanSeparator(text string, i int) int {
	p, q, slash := readSeparator(text, i)
	c.slashFirst = slash
	switch {
	case q > p:
		return c.skipGap(text, i, p, q)
	case strayAt(text, i):
		c.stray = true
		return i + 1
	}
	c.noDash = true
	return skipSpace(text, i)
}

// readSeparator gives the dash or slash behind the spaces at i, as text[p:q];
// that is empty if there is none.
func readSeparator(text string, i int) (p, q int, slash bool) {
	p = skipTwoSpaces(text, i)
	if p < len(text) && text[p] == '/' {
		return p, p + 1, true
	}
	return p, skipDash(text, p), false
}

// skipGap skips the spaces, or the line's end, behind a separator in
// text[p:q], and notes whether two spaces stand there or before it, from i on.
func (c *code) skipGap(text string, i, p, q int) int {
	if end := skipBreak(text, q); end > q && text[end-1] == '\n' {
		return end
	}
	end := skipTwoSpaces(text, q)
	c.wide = c.wide || p > skipSpace(text, i) || end > skipSpace(text, q)
	return end
}

// skipTwoSpaces skips up to two spaces; three are a gap between columns.
func skipTwoSpaces(text string, i int) int { return skipSpace(text, skipSpace(text, i)) }

// strayAt reports whether what stands at i is taken for a separator, though it
// is none: a point or an underscore with something right behind it.
func strayAt(text string, i int) bool {
	return i+1 < len(text) && (text[i] == '.' || text[i] == '_') && (isDigit(text[i+1]) || upperAt(text, i+1))
}

// scanYear reads "2020/" after "30/" or, repaired, after "19-" and "19.", and
// "2 000/" after "30/", a year parted as large numbers are.
func (c *code) scanYear(text string, p int) (int, bool) {
	q := readDigits(text, p, 4)
	year := text[p:q]
	if q-p == 1 && c.slashFirst && q < len(text) && text[q] == ' ' {
		rest := readDigits(text, q+1, 3)
		year, q = year+text[q+1:rest], rest
	}
	if len(year) != 4 || year[0] != '1' && year[0] != '2' || q >= len(text) {
		return p, false
	}
	if year < "1930" || year > "2100" || c.noDash {
		return p, false
	}
	end := skipSpace(text, q)
	if end < len(text) && text[end] == '/' {
		c.year, c.dashYear, c.slashFirst = year, !c.slashFirst && !c.stray, true
		return skipSpace(text, end+1), true
	}
	if !c.slashFirst && !c.named {
		return p, false
	}
	if dash := skipDash(text, q); dash > q {
		end = dash
	} else if strayAt(text, q) {
		end = q + 1
	}
	if end >= len(text) || !upperAt(text, end) {
		return p, false
	}
	c.year, c.openYear, c.stray = year, true, true
	return end, true
}

// afterType reads the separator between the type, which ends at i, and the
// issuer. It returns i if nothing stands there; bare says that it is a space
// only: "1177/QĐ BGDĐT".
func (c *code) afterType(text string, i int) (end int, bare bool) {
	p, q, slash := readSeparator(text, i)
	c.slashLast = slash
	switch {
	case q > p:
		return c.skipGap(text, i, p, q), false
	case (c.slashFirst || c.named) && strayAt(text, i):
		c.stray = true
		return i + 1, false
	}
	end = skipSpace(text, i)
	return end, end > i
}

// settled reports whether the code at i, with separators that are none, can be
// nothing else: its type and its issuer are known and in capitals, a slash
// stands in it or its type before it, and it is no part of a name of a file. A
// single digit and a point number a section, and a month with its year is one.
func (c *code) settled(text string, i int) bool {
	if c.wide && !c.parts[0].known {
		return false
	}
	if !c.stray {
		return true
	}
	switch {
	case c.lower || !c.parts[0].known || !c.slashFirst && !c.slashLast && !c.named || len(c.types) > 0 && c.typeWord.n < 2:
		return false
	case i > 0 && text[i-1] == '_' || goesOnAsName(text, c.end):
		return false
	case c.openYear:
		return !c.parts[0].Party && keyBefore(text, i) != "tháng"
	}
	return c.year != "" || !looksLikeYear(c.number) && (c.named || len(c.number) > 1)
}

// goesOnAsName reports whether what ends at i goes on as names of files and
// addresses do: "_ky.pdf", ".pdf", "/2".
func goesOnAsName(text string, i int) bool {
	if i+1 >= len(text) {
		return false
	}
	switch text[i] {
	case '_':
		return true
	case '.', '/', '-':
		return isDigit(text[i+1]) || letterAt(text, i+1) && !upperAt(text, i+1)
	}
	return false
}
