package cite

// A shortNumber is the number of a short form: "21", or "100/2019".
type shortNumber struct {
	listItem
	digits string // with its letter
	year   int    // after a slash; 0 none
}

// short adds the short form at i: "Kết luận số 21", "Chỉ thị 05 của Bộ Chính
// trị", "Nghị định 100/2019", "Quyết định 217, 218 của Bộ Chính trị". What has
// neither "số" nor a date, a body, a congress or a year is a count, unless the
// words around it tell that it stands alone.
func (f *finder) short(m typeMention, i int) int {
	if m.t.short == "no" {
		return i
	}
	first, ok := f.shortNumber(m, i)
	if !ok {
		return i
	}
	numbers := f.moreNumbers(m, first)
	last := numbers[len(numbers)-1]
	t := readTail(f.text, last.end)
	t.readShort(f.text, m)
	if !f.sure(m, first, t) {
		if !f.loose || !m.maybe(f.text, first) {
			return i
		}
		return f.addShort(m, numbers[:1], tail{end: first.end}, true)
	}
	return f.addShort(m, numbers, t, false)
}

// shortNumber reads the number of a short form at i.
func (f *finder) shortNumber(m typeMention, i int) (shortNumber, bool) {
	n := shortNumber{listItem: listItem{start: i}}
	end, ok := bareNumber(f.text, i)
	if ok && !(end < len(f.text) && f.text[end] == '/') {
		n.end, n.digits = end, f.text[i:end]
		return n, true
	}
	if e := readDigits(f.text, i, 5); m.numbered && e-i <= 5 && !isZero(f.text[i:e]) && gluedAfter(f.text, e) {
		n.end, n.digits = e, f.text[i:e]
		return n, true
	}
	if m.t.short == "none" && m.t.name != "Luật" && m.t.name != "Pháp lệnh" && m.t.name != "Thông tư liên tịch" {
		return n, false
	}
	p := readDigits(f.text, i, 5)
	if p-i > 5 || isZero(f.text[i:p]) || p >= len(f.text) || f.text[p] != '/' {
		return n, false
	}
	q := readDigits(f.text, p+1, 4)
	if q-p-1 != 4 || !looksLikeYear(f.text[p+1:q]) || letterAt(f.text, q) || q < len(f.text) && f.text[q] == '/' {
		return n, false
	}
	n.end, n.digits, n.year = q, f.text[i:p], number(f.text[p+1:q])
	return n, true
}

// gluedAfter reports whether a word that may follow a number stands right
// behind it: "số 181của".
func gluedAfter(text string, i int) bool {
	start, end := wordAfter(text, i)
	if start > i || start == end {
		return false
	}
	switch keyAfter(text, i) {
	case "của", "ngày", "về", "và":
		return true
	}
	return false
}

// moreNumbers reads the numbers of a list after its first: "217, 218". A
// number that counts what stands after it is none of them.
func (f *finder) moreNumbers(m typeMention, first shortNumber) []shortNumber {
	numbers := []shortNumber{first}
	for len(numbers) < maxList {
		last := numbers[len(numbers)-1]
		p := skipListJoint(f.text, last.end)
		if p == last.end || !digitAt(f.text, p) {
			break
		}
		if _, ok := scanCode(f.text, p); ok {
			break
		}
		n, ok := f.shortNumber(m, p)
		if !ok || looksLikeYear(n.digits) || n.year == 0 && first.year != 0 || measured(f.text, n.end) {
			break
		}
		if !phraseEnds(f.text, n.end) && !follows(f.text, n.end) {
			break
		}
		numbers = append(numbers, n)
	}
	return numbers
}

// sure reports whether a short form names a directive, whatever the rest of
// the document says.
func (f *finder) sure(m typeMention, n shortNumber, t tail) bool {
	switch {
	case m.numbered:
		return true
	case looksLikeYear(n.digits):
		return false
	case t.date != "" || t.bodyText != "" || n.year != 0:
		return true
	case t.year != 0 || t.term != "":
		return len(n.digits) >= 2 && m.t.alone != "no" // not "Kế hoạch 10 năm 2011"
	}
	if m.t.alone == "no" && m.t.short != "none" {
		return len(n.digits) >= 2 && ofSomeone(f.text, n.end)
	}
	return m.standsAlone(f.text, n.start, n.end)
}

// maybe reports whether a bare short form names a directive if the document
// names the same one elsewhere.
func (m typeMention) maybe(text string, n shortNumber) bool {
	return m.t.short != "none" && !looksLikeYear(n.digits) && !measured(text, n.end)
}

// addShort adds the short forms of a list, which share their type and body.
func (f *finder) addShort(m typeMention, numbers []shortNumber, t tail, bare bool) int {
	by := f.bodyOf(m, t)
	start := m.start
	for n, num := range numbers {
		own := tail{end: num.end}
		if n == len(numbers)-1 {
			own = t
		}
		r := Reference{
			Type: m.t.name, Abbr: m.t.abbr, TypeWritten: !m.short || onlyType(m.t), Number: displayNumber(num.digits),
			Kind: KindNumber, Confidence: confBare, Bare: bare,
		}
		if by.named() {
			r.Confidence = confBody
		}
		r.Issuer, r.CityIssuer = by.body.abbr, by.body.cityAbbr
		if m.t.name == "Nghị định" {
			r.Issuer, r.CityIssuer = "CP", "" // the Government alone makes decrees
		}
		r.apply(own)
		if by.named() {
			r.Body, r.Place = f.text[by.body.start:by.body.end], by.body.place
		}
		r.issued(by)
		f.settleYear(&r, num.year, own)
		r.setCode(m.t, num.year != 0)
		f.add(r, start, own.end)
		start = skipListJoint(f.text, num.end)
	}
	f.share()
	return f.floor
}

// bodyOf finds the body whose a short form is: named after it, or before it
// as the one that issues it, or as the one that speaks in it.
func (f *finder) bodyOf(m typeMention, t tail) issue {
	by := f.issuedBefore(m, m.start)
	if t.bodyText != "" {
		by.body = t.body
	} else if !by.named() {
		by.body, _ = speaker(f.text, m.start, t.end, f.floor)
	}
	return by
}

// share gives the body of the last short form to the one that "và" joins it
// to, where that has none: "Kết luận 72 và Nghị quyết 32 của Bộ Chính trị". It
// holds for the Party's central bodies, which issue all of these types.
func (f *finder) share() {
	n := len(f.refs)
	if n < 2 {
		return
	}
	first, last := &f.refs[n-2], f.refs[n-1]
	if first.Kind != KindNumber || first.Issuer != "" || first.Body != "" || !central(last.Issuer) || last.Body == "" || last.Bare {
		return
	}
	if skipListJoint(f.text, first.End) != last.Start {
		return
	}
	t, ok := typesByName[foldPhrase(first.Type)]
	if !ok || !t.party || t.short != "all" {
		return
	}
	first.Issuer, first.Body, first.Bare, first.Confidence = last.Issuer, last.Body, false, confBody
	if first.Term == "" && first.Date == "" && (last.Date == "" && last.Year == 0 || inSeries(first, &last)) {
		first.Term = last.Term
	}
	first.setCode(t, false)
}
