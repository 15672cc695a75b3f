package cite

import "strings"

// maxList bounds the numbers of a list that one code ends.
const maxList = 16

// A listItem is a bare number of a list.
type listItem struct{ start, end int }

// list adds the numbers of "Nghị quyết số 18, 19-NQ/TW": bare numbers before
// a code take its type and issuer. Numbers after a code do not.
func (f *finder) list(m typeMention, i int) int {
	var items []listItem
	for p := i; len(items) < maxList; {
		end, ok := bareNumber(f.text, p)
		if !ok {
			return i
		}
		items = append(items, listItem{p, end})
		if p = skipListJoint(f.text, end); p == end || !digitAt(f.text, p) {
			return i
		}
		c, ok := scanCode(f.text, p)
		if !ok {
			continue
		}
		if !m.fits(&c) || c.year != "" {
			return i
		}
		return f.addList(m, items, c, p)
	}
	return i
}

// addList adds the bare numbers, then the code that ends their list.
func (f *finder) addList(m typeMention, items []listItem, c code, at int) int {
	full := c.reference(f.text, at, m.t.name)
	full.TypeWritten = !m.short || len(c.types) == 1
	start := m.start
	for _, item := range items {
		one := c
		one.number = f.text[item.start:item.end]
		r := full
		r.Code, r.Number = one.canonical(full.Abbr), displayNumber(one.number)
		r.Key = Key(r.Code)
		f.add(r, start, item.end)
		start = skipListJoint(f.text, item.end)
	}
	return f.finish(m, full, at, c.end)
}

// bareNumber reads a number that may be a directive's: one to five digits,
// perhaps a letter, and no part of a larger number.
func bareNumber(text string, i int) (end int, ok bool) {
	p := readDigits(text, i, 5)
	if p-i > 5 || isZero(text[i:p]) {
		return i, false
	}
	if p < len(text) && 'a' <= text[p] && text[p] <= 'z' {
		p++
	}
	if letterAt(text, p) || digitAt(text, p) {
		return i, false
	}
	if p < len(text) && strings.IndexByte("./,-%", text[p]) >= 0 && (text[p] == '%' || digitAt(text, p+1)) {
		return i, false
	}
	return p, true
}

// isZero reports whether digits are none, or all zero: no directive has the
// number 0.
func isZero(digits string) bool { return strings.Trim(digits, "0") == "" }

// skipListJoint skips ", ", "; ", " và ", " & " or " hoặc " and a "số" after
// it. It returns i if there is no joint.
func skipListJoint(text string, i int) int {
	p := skipSpaces(text, i)
	if p < len(text) && strings.IndexByte(",;&", text[p]) >= 0 {
		p = skipSpaces(text, p+1)
		if q, ok := skipWord(text, p, "va"); ok {
			p = q
		}
	} else if q, ok := skipWord(text, p, "va"); ok {
		p = q
	} else if q, ok := skipWord(text, p, "hoac"); ok {
		p = q
	} else {
		return i
	}
	if q, ok := skipWord(text, p, "so"); ok {
		p = q
	}
	return p
}
