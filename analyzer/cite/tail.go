package cite

import "unicode/utf8"

// A tail is what follows a directive's number and belongs to it.
type tail struct {
	end      int
	date     string // ISO
	bodyText string // as written
	body     body
	term     string
	year     int // without a day: "năm 2008"; 0 none
}

// readTail reads a date or a year, "của" and a body, and a congress after i,
// each once, in any order.
func readTail(text string, i int) tail {
	t := tail{end: i}
	for range 3 {
		before := t.end
		if t.date == "" {
			t.readDate(text)
		}
		if t.date == "" && t.year == 0 {
			t.readYear(text)
		}
		if t.bodyText == "" {
			t.readBody(text)
		}
		if t.term == "" {
			if term, end := congressAfter(text, t.end); term != "" {
				t.term, t.end = term, end
			}
		}
		if t.end == before {
			break
		}
	}
	return t
}

// readDate reads ", ngày 25/10/2021", ", 14/3/2022", "(28-4-2022)".
func (t *tail) readDate(text string) {
	p := skipSpaces(text, t.end)
	paren := false
	if p < len(text) && (text[p] == ',' || text[p] == '(') {
		paren = text[p] == '('
		p = skipSpaces(text, p+1)
	}
	if q, ok := skipWords(text, p, "ban", "hanh"); ok {
		p = q
	} else if q, ok := skipWord(text, p, "ra"); ok {
		p = q
	}
	if q, ok := skipWord(text, p, "ngay"); ok {
		p = q
	}
	d, ok := DateAt(text, p)
	if ok && d.Year == 0 && !paren { // "số 138 ngày 27/10 của …": of which year is not told
		if q, ok := skipWord(text, d.End, "cua"); ok {
			if _, ok := readBody(text, q); ok {
				t.end = d.End
			}
		}
		return
	}
	if !ok || d.Year == 0 || d.Day == 0 {
		return
	}
	if paren {
		if d.End >= len(text) || text[d.End] != ')' {
			return
		}
		d.End++
	}
	t.date, t.end = d.ISO(), d.End
}

// readYear reads "năm 2008", ", ban hành năm 2012", "(tháng 12-2017)".
func (t *tail) readYear(text string) {
	p := skipSpaces(text, t.end)
	paren := p < len(text) && text[p] == '('
	if paren || p < len(text) && text[p] == ',' {
		p = skipSpaces(text, p+1)
	}
	p, _ = skipWords(text, p, "ban", "hanh")
	year, end := 0, 0
	if q, ok := skipWord(text, p, "nam"); ok {
		if e := readDigits(text, q, 4); e-q == 4 && looksLikeYear(text[q:e]) {
			year, end = number(text[q:e]), e
		}
	} else if q, ok := skipWord(text, p, "thang"); ok {
		year, end = readMonth(text, q)
	}
	if year == 0 || letterAt(text, end) || digitAt(text, end) {
		return
	}
	if paren {
		if end >= len(text) || text[end] != ')' {
			return
		}
		end++
	} else if q := skipSpaces(text, end); skipDash(text, q) > q && digitAt(text, skipSpaces(text, skipDash(text, q))) {
		return // "kế hoạch 5 năm 2016-2020"
	}
	t.year, t.end = year, end
}

// readMonth reads the year of 10/2017, 12-2017 or "12 năm 2017", 0 for none.
func readMonth(text string, i int) (year, end int) {
	m := readDigits(text, i, 2)
	if m == i || m-i > 2 || m >= len(text) {
		return 0, i
	}
	y := m + 1
	if text[m] != '/' && text[m] != '-' {
		var ok bool
		if y, ok = skipWord(text, m, "nam"); !ok {
			return 0, i
		}
	}
	if end = readDigits(text, y, 4); end-y != 4 || !looksLikeYear(text[y:end]) {
		return 0, i
	}
	return number(text[y:end]), end
}

// readShort reads what belongs to a short form besides: the body right after
// it ("Nghị quyết 120 Chính phủ"), one that is told to have issued it, the
// congress behind a dash, the year in which it was made public.
func (t *tail) readShort(text string, m typeMention) {
	if t.bodyText == "" {
		if b, end, ok := issuedAfter(text, t.end); ok {
			t.bodyText, t.body, t.end = text[b.start:b.end], b, end
		} else if b, ok := bodyBeside(text, t.end); ok && m.t.short != "none" {
			t.bodyText, t.body, t.end = text[b.start:b.end], b, b.end
		}
	}
	if p := skipSpaces(text, t.end); t.term == "" && skipDash(text, p) > p {
		if term, end := congressAfter(text, skipDash(text, p)); term != "" {
			t.term, t.end = term, end
		}
	}
	if p, ok := skipWords(text, t.end, "cong", "bo", "ngay"); ok && t.date == "" && t.year == 0 {
		if d, ok := DateAt(text, p); ok && d.Year != 0 {
			t.year, t.end = d.Year, d.End // the day it was made public is not its date
		}
	}
}

// bodyBeside reads the body that stands right after a number. One that goes on
// with a verb is the subject of what follows, and no issuer.
func bodyBeside(text string, i int) (body, bool) {
	if start, end := wordAfter(text, i); start == end {
		return body{}, false
	}
	b, ok := readBody(text, i)
	if !ok {
		return body{}, false
	}
	switch keyAfter(text, b.end) {
	case "về", "khóa", "và", "ngày":
		return b, true
	}
	return b, phraseEnds(text, b.end)
}

// readBody reads "của <body>", also after a comma.
func (t *tail) readBody(text string) {
	p := skipSpaces(text, t.end)
	if p < len(text) && text[p] == ',' {
		p++
	}
	p, ok := skipWord(text, p, "cua")
	if !ok {
		return
	}
	b, ok := readBody(text, p)
	if !ok {
		return
	}
	t.bodyText, t.body, t.end = text[b.start:b.end], b, b.end
	if b.term != "" {
		t.term = b.term
	}
}

// runeLen is the length in bytes of the rune at i, at least 1.
func runeLen(text string, i int) int {
	_, size := utf8.DecodeRuneInString(text[i:])
	return max(size, 1)
}
