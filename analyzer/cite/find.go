package cite

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Confidences of references that are no codes.
const (
	confBody       = 0.75 // a short form with its body
	confBare       = 0.60 // a short form without
	confPlenum     = 0.90 // a plenum with its congress
	confPlenumOnly = 0.50 // a plenum without
)

// A finder walks a text once; each look back and ahead is bounded.
type finder struct {
	text  string
	loose bool // keep bare short forms too
	refs  []Reference
	floor int // end of the last reference: nothing before it is looked at again
}

// Find returns the references of a text in their order; their spans are
// disjoint and lie between runes. A span runs from the type word to the end
// of the date, the body and the congress that follow the number. Wide and
// invisible characters are read as Text has them.
func Find(text string) []Reference {
	return find(text, false)
}

// FindLoose returns what Find does, and among them, marked as Bare, the types
// followed by a number that may be counts: the rest of the document tells.
func FindLoose(text string) []Reference {
	return find(text, true)
}

func find(raw string, loose bool) []Reference {
	t := NewText(raw)
	text := t.clean
	f := finder{text: text, loose: loose}
	words := ordinalStarts(text)
	for i := nextDigit(text, 0); i < len(text); i = nextDigit(text, i) {
		if words = f.meetings(words, i); f.floor > i {
			i = f.floor // "khóa 12" behind a plenum in words
			continue
		}
		if end := f.at(i); end > i {
			i = end
			continue
		}
		for digitAt(text, i) {
			i++
		}
	}
	f.meetings(words, len(text))
	f.termsAfter()
	if t.cuts != nil {
		for i := range f.refs {
			t.place(&f.refs[i])
		}
	}
	return f.refs
}

// nextDigit returns the offset of the first digit at or after i.
func nextDigit(text string, i int) int {
	for i < len(text) && !isDigit(text[i]) {
		i++
	}
	return i
}

// at reads what begins with the digit at i and returns its end, or i.
func (f *finder) at(i int) int {
	if end := f.plenum(i); end > i {
		return end
	}
	if i > f.floor && f.text[i-1] == 'O' { // as scanners read "05"
		if c, ok := scanCode(f.text, i-1); ok {
			return f.code(c, i-1)
		}
	}
	if !freeLeft(f.text, i) {
		return i
	}
	if c, ok := scanCode(f.text, i); ok {
		return f.code(c, i)
	}
	m, named := f.typeBefore(i, nil)
	if named {
		if c := (code{named: true}); c.scan(f.text, i) && len(c.types) > 0 && m.fits(&c) { // "Chỉ thị số 05.CT.TW"
			return f.code(c, i)
		}
		if c, ok := f.untyped(m, i); ok {
			return f.code(c, i)
		}
		if end := f.list(m, i); end > i {
			return end
		}
		if end := f.short(m, i); end > i {
			return end
		}
	}
	if d, ok := DateAt(f.text, i); ok {
		return d.End
	}
	return i
}

// typeBefore reads the type that is named before the number at i, also at the
// end of the line before: there only with "số", or before a code of that type.
func (f *finder) typeBefore(i int, c *code) (typeMention, bool) {
	m, ok := typeBefore(f.text, i, f.floor)
	if ok || i <= f.floor || f.text[i-1] != '\n' {
		return m, ok
	}
	end := i - 1
	if end > f.floor && f.text[end-1] == '\r' {
		end--
	}
	above, ok := typeBefore(f.text, end, f.floor)
	if ok && (above.numbered || c != nil && above.fits(c)) {
		return above, true
	}
	return m, false
}

// add keeps a reference whose span ends at end.
func (f *finder) add(r Reference, start, end int) int {
	r.Start, r.End, r.Raw = start, end, f.text[start:end]
	f.refs = append(f.refs, r)
	f.floor = end
	return end
}

// code adds the code at i with the words around it.
func (f *finder) code(c code, i int) int {
	m, ok := f.typeBefore(i, &c)
	start := i
	if !ok {
		m, ok = f.inherited(&c, i)
	} else if !m.short || m.fits(&c) {
		start = m.start
	}
	r := c.reference(f.text, i, f.typeName(m, ok, &c, i))
	r.TypeWritten = ok && m.t.name != AnyType && m.fits(&c) && (!m.short || len(c.types) == 1)
	return f.finish(m, r, start, c.end)
}

// typeName is the type that the words give to a code, or "".
func (f *finder) typeName(m typeMention, ok bool, c *code, i int) string {
	switch {
	case ok && m.t.name == AnyType:
		return "" // "Văn bản số 21-KL/TW": the code tells the type
	case ok && m.fits(c):
		return m.t.name
	case ok && !m.short:
		return m.t.name // "Quyết định 64-CP": the code tells no type
	case c.form == formLaw:
		return f.lawBefore(i)
	}
	return ""
}

// inherited gives a code the type of the one before it in a list: "các Quy
// định số 37-QĐ/TW và số 69-QĐ/TW".
func (f *finder) inherited(c *code, i int) (typeMention, bool) {
	if len(f.refs) == 0 {
		return typeMention{}, false
	}
	last := f.refs[len(f.refs)-1]
	if !last.TypeWritten || len(c.types) == 0 || i-last.End > 12 {
		return typeMention{}, false
	}
	if p := skipListJoint(f.text, last.End); p != i {
		return typeMention{}, false
	}
	for _, t := range c.types {
		if t.abbr == last.Abbr && strings.HasPrefix(last.Type, t.name) {
			return typeMention{t: t}, true
		}
	}
	return typeMention{}, false
}

// lawBefore finds the type of "Luật Đất đai số 31/2024/QH15", where the law's
// name stands between.
func (f *finder) lawBefore(i int) string {
	const maxWords = 12
	for n, p := 0, i; n < maxWords; n++ {
		word, start := foldedWordBefore(f.text, p)
		if word == "" || start < f.floor {
			return ""
		}
		switch p = start; word {
		case "luat":
			return "Luật"
		case "quyet":
			if before, _ := foldedWordBefore(f.text, p); before == "nghi" {
				return "Nghị quyết"
			}
		}
	}
	return ""
}

// finish reads date, body and congress after a number that ends at end, and
// adds the reference.
func (f *finder) finish(m typeMention, r Reference, start, end int) int {
	t := readTail(f.text, end)
	r.apply(t)
	by := f.issuedBefore(m, start)
	if r.Body == "" && by.named() {
		r.Body, r.Place = f.text[by.body.start:by.body.end], by.body.place
	}
	r.issued(by)
	f.settleYear(&r, 0, t)
	return f.add(r, start, t.end)
}

// issued takes over the date on which the body before it is said to have
// issued the directive.
func (r *Reference) issued(by issue) {
	if r.Date == "" {
		r.Date = by.date
	}
	if r.Date == "" && r.Year == 0 {
		r.Year = by.year
	}
	if r.Term == "" && r.Date == "" && central(r.Issuer) {
		r.Term = by.body.term
	}
}

// settleYear takes the year from the code, the date or the words, and the
// congress from it where no words tell it.
func (f *finder) settleYear(r *Reference, slashed int, t tail) {
	switch {
	case slashed != 0:
		r.Year = slashed
	case r.Year == 0 && t.year != 0 && r.Date == "":
		r.Year = t.year
	case r.Year == 0 && r.Date == "":
		r.Date, r.Year = dateAfter(f.text, t.end)
	case r.Year == 0:
		r.Year, _ = strconv.Atoi(r.Date[:4])
	}
	if r.Term != "" || !central(r.Issuer) {
		return
	}
	if r.Date != "" {
		r.Term = TermOf(r.Date)
	} else if r.Year != 0 {
		r.Term = termOfYear(r.Year)
	}
}

// apply takes over what the words after the number tell.
func (r *Reference) apply(t tail) {
	r.Date = t.date
	r.Body, r.Place = t.bodyText, t.body.place
	if central(r.Issuer) {
		if r.Term = TermOf(t.date); r.Term == "" {
			r.Term = t.term
		}
	}
}

// termsAfter gives central Party codes without a date the congress that is
// named before the next reference, a semicolon, the sentence's or the line's
// end.
func (f *finder) termsAfter() {
	for i := range f.refs {
		r := &f.refs[i]
		if r.Term != "" || r.Date != "" || r.Kind == KindPlenum || !central(r.Issuer) {
			continue
		}
		limit := len(f.text)
		if i+1 < len(f.refs) {
			limit = f.refs[i+1].Start
		}
		if r.Term = partyCongress(f.text, r.End, limit, maxRest); r.Term == "" && r.Start > 0 && f.text[r.Start-1] == '(' {
			r.Term = congressBefore(f.text, r.Start)
		}
	}
	f.shareTimes()
}

// shareTimes gives the congress of a directive to the one that "và" joins it
// to: "Nghị quyết 18-NQ/TW, Kết luận 19-KL/TW của Đảng khóa XII". A year, and a
// congress that only a date tells, are the last one's own, unless they are of
// one series: in "Chỉ thị 05-CT/TW và Kết luận 01-KL/TW ngày 18/5/2021" the
// first is years older.
func (f *finder) shareTimes() {
	dated := false // the congress of the directive at i is told by a date
	for i := len(f.refs) - 1; i > 0; i-- {
		first, last := &f.refs[i-1], &f.refs[i]
		dated = dated || last.Date != "" || last.Year != 0
		if first.Date != "" || first.Year != 0 || first.Term != "" || skipListJoint(f.text, first.End) != last.Start {
			dated = false
			continue
		}
		series := inSeries(first, last)
		switch {
		case first.Kind == KindPlenum || last.Kind == KindPlenum:
		case central(first.Issuer) && first.Issuer == last.Issuer:
			if series || !dated {
				first.Term = last.Term
			}
		case first.Type == last.Type && first.Issuer == last.Issuer && isDigit(last.Raw[0]):
			first.Year = last.Year
		}
		dated = dated && first.Term != ""
	}
}

// inSeries reports whether two directives that "và" joins are told by one type
// word, "số 18-NQ/TW và số 19-NQ/TW ngày 25/10/2017", or are numbered one after
// the other.
func inSeries(first, last *Reference) bool {
	n := number(first.Number) // 0 with a letter
	return first.Abbr == last.Abbr && (isDigit(last.Raw[0]) || n > 0 && n+1 == number(last.Number))
}

// congressBefore finds the Party's congress in the sentence before i, where a
// directive stands in parentheses behind its name: "Nghị quyết Hội nghị lần
// thứ năm … khóa XII về … (Nghị quyết số 12-NQ/TW)".
func congressBefore(text string, i int) string {
	const longest = 400 // bytes
	start := max(0, i-longest)
	for start < i && !utf8.RuneStart(text[start]) {
		start++
	}
	for _, end := range [...]string{"\n", ". ", "; "} {
		if n := strings.LastIndex(text[start:i], end); n >= 0 {
			start += n + len(end)
		}
	}
	return partyCongress(text, start, i, 3*maxRest)
}

// maxRest is how many words of a phrase are looked at for a congress.
const maxRest = 24

// partyCongress finds "… Đảng khóa XIII" in a phrase, from i up to limit. A
// congress of another kind ("Quốc hội khóa XV") is not the Party's.
func partyCongress(text string, i, limit, maxWords int) string {
	prev := ""
	for n := 0; n < maxWords && i < limit; n++ {
		start, end := wordAfter(text, i)
		if start == end {
			if start >= limit || text[start] == ';' || text[start] == '\n' || strings.HasPrefix(text[start:], ". ") {
				return ""
			}
			if text[start] == '(' {
				prev = "dang" // "(khóa XIII)" explains what stands before it
			}
			i = start + runeLen(text, start)
			continue
		}
		word := fold(text[start:end])
		if word == "khoa" && (prev == "dang" || prev == "uong" || prev == "tw") {
			if term, e := readRoman(text, skipSpaces(text, end)); term != "" && e <= limit {
				return term
			}
		}
		prev, i = word, end
	}
	return ""
}
