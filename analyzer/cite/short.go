package cite

import (
	"strconv"
	"strings"
)

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
	return f.finish(full, at, c.end)
}

// bareNumber reads a number that may be a directive's: one to five digits,
// perhaps a letter, and no part of a larger number.
func bareNumber(text string, i int) (end int, ok bool) {
	p := readDigits(text, i, 5)
	if p == i || p-i > 5 {
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

// short adds the short form at i: "Kết luận số 21", "Chỉ thị 05 của Bộ Chính
// trị", "Nghị định 100/2019". Without "số", a date or a body it is a count.
func (f *finder) short(m typeMention, i int) int {
	if m.t.short == "no" {
		return i
	}
	end, year := f.numberAndYear(m, i)
	if end == i {
		return i
	}
	num := f.text[i:end]
	if year != 0 {
		num, _, _ = strings.Cut(num, "/")
	}
	t := readTail(f.text, end)
	if !m.numbered && t.date == "" && t.bodyText == "" && year == 0 || !m.numbered && looksLikeYear(num) {
		return i
	}
	r := Reference{
		Type: m.t.name, Abbr: m.t.abbr, TypeWritten: true, Number: displayNumber(num),
		Year: year, Kind: KindNumber, Confidence: confBare,
	}
	abbr := t.abbr
	if t.bodyText != "" {
		r.Confidence = confBody
	} else if b, ok := issuedBefore(f.text, m.start, f.floor); ok {
		t.bodyText, t.place, abbr = f.text[b.start:b.end], b.place, b.abbr
		r.Confidence = confBody
	}
	if m.t.name == "Nghị định" {
		abbr = "CP" // the Government alone makes decrees
	}
	r.Issuer = abbr
	r.apply(t)
	r.Code = shortCode(m.t, r)
	r.Key = Key(r.Code)
	return f.add(r, m.start, t.end)
}

// numberAndYear reads "21", or "100/2019" after the types whose codes have a
// year.
func (f *finder) numberAndYear(m typeMention, i int) (end, year int) {
	if end, ok := bareNumber(f.text, i); ok && !(end < len(f.text) && f.text[end] == '/') {
		return end, 0
	}
	switch m.t.name {
	case "Nghị định", "Thông tư", "Luật", "Pháp lệnh", "Thông tư liên tịch":
	default:
		return i, 0
	}
	p := readDigits(f.text, i, 5)
	if p-i > 5 || p >= len(f.text) || f.text[p] != '/' {
		return i, 0
	}
	q := readDigits(f.text, p+1, 4)
	if q-p-1 != 4 || !looksLikeYear(f.text[p+1:q]) || letterAt(f.text, q) || q < len(f.text) && f.text[q] == '/' {
		return i, 0
	}
	return q, number(f.text[p+1 : q])
}

// looksLikeYear reports whether digits are a year of the state's history.
func looksLikeYear(digits string) bool {
	return len(digits) == 4 && digits >= "1945" && digits <= "2099"
}

// shortCode makes the code of a short form from its type and issuer, or
// returns "" where they do not make one.
func shortCode(t directiveType, r Reference) string {
	iss, ok := issuersByAbbr[Key(r.Issuer)]
	switch {
	case !ok || t.abbr == "" || t.short == "none":
		return ""
	case iss.Party && t.party:
		return r.Number + "-" + t.abbr + "/" + iss.Abbr
	case iss.Party || !t.state || t.short != "all" || iss.Abbr == "QH" || iss.Abbr == "UBTVQH":
		return ""
	}
	// Since the law of 1996 decrees and circulars carry their year.
	if t.name == "Nghị định" || t.name == "Thông tư" {
		year := r.Year
		if year == 0 && r.Date >= "1997" {
			year = number(r.Date[:4])
		}
		if year != 0 {
			return r.Number + "/" + strconv.Itoa(year) + "/" + t.abbr + "-" + iss.Abbr
		}
	}
	return r.Number + "/" + t.abbr + "-" + iss.Abbr
}
