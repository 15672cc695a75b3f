package cite

import "unicode/utf8"

// A tail is what follows a directive's number and belongs to it.
type tail struct {
	end      int
	date     string // ISO
	bodyText string // as written
	abbr     string // of the body
	place    string // of the body
	term     string
}

// readTail reads a date, "của" and a body, and a congress after i, each once,
// in any order.
func readTail(text string, i int) tail {
	t := tail{end: i}
	for range 3 {
		before := t.end
		if t.date == "" {
			t.readDate(text)
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
	t.bodyText, t.abbr, t.place, t.end = text[b.start:b.end], b.abbr, b.place, b.end
	if b.term != "" {
		t.term = b.term
	}
}

// runeLen is the length in bytes of the rune at i, at least 1.
func runeLen(text string, i int) int {
	_, size := utf8.DecodeRuneInString(text[i:])
	return max(size, 1)
}
