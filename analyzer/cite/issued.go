package cite

// An issue is what stands before a directive whose issuing is told: "Ngày
// 07/01/2022, Ban Thường vụ Tỉnh ủy đã ban hành" Kế hoạch số 107.
type issue struct {
	body body
	date string // ISO; "" none
	year int    // where there is no full date; 0 unknown
}

// named reports whether the body is known.
func (by issue) named() bool { return by.body.end > by.body.start }

// issueVerbs are the ways to say that a body issues a directive, their words
// folded and given last first. Longer ones come first.
var issueVerbs = [...][]string{
	{"hanh", "ban", "ky"}, {"hanh", "ban"}, {"hanh", "phat"}, {"duyet", "phe"}, {"ky"}, {"ra"}, {"co"},
}

// announceVerb tells the issuer of a notice or a conclusion only: decisions
// are made public by others.
var announceVerb = []string{"bo", "cong"}

// maxBodyWords bounds the words between the verb and the beginning of the
// body: "Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XIII" has
// fourteen.
const maxBodyWords = 16

// issuedBefore reads the issue that ends at i, the beginning of a type word.
// The body or the date may be missing.
func issuedBefore(text string, i, floor int) issue {
	end, ok := verbBefore(text, skipBack(text, skipBack(text, i, floor, "cac"), floor, "tiep"), floor)
	if !ok {
		return issue{}
	}
	return issueEndingAt(text, end, floor)
}

// issueEndingAt reads the body that ends at end, before the verb, and the date
// in the sentence before it.
func issueEndingAt(text string, end, floor int) issue {
	found := issue{}
	found.date, found.year = dateBefore(text, end, floor)
	end = skipParenBack(text, end, floor)
	for n, p := 0, end; n < maxBodyWords; n++ {
		start, e := wordBefore(text, p)
		if start == e || start < floor {
			break
		}
		p = start
		if b, ok := readBody(text, p); ok && b.end <= end && skipSpaces(text, skipOfficeHolder(text, b)) >= end {
			found.body = b // the longest wins: it begins farthest back
		}
	}
	return found
}

// issuedBefore reads the body that stands between a type and its number, or
// the issue that ends at start, the beginning of the type word.
func (f *finder) issuedBefore(m typeMention, start int) issue {
	if m.body.end > 0 {
		return issue{body: m.body}
	}
	if m.t.name == "Thông báo" || m.t.name == "Kết luận" {
		if p := skipBack(f.text, start, f.floor, announceVerb...); p < start {
			return issueEndingAt(f.text, skipAdverbsBack(f.text, p, f.floor), f.floor)
		}
	}
	return issuedBefore(f.text, start, f.floor)
}

// verbBefore skips back over "đã ban hành", "vừa ký", "có" before i.
func verbBefore(text string, i, floor int) (int, bool) {
	for _, verb := range issueVerbs {
		p := skipBack(text, i, floor, verb...)
		if p == i {
			continue
		}
		return skipAdverbsBack(text, p, floor), true
	}
	return i, false
}

// skipAdverbsBack skips back over "cũng đã tiếp tục" and its like.
func skipAdverbsBack(text string, i, floor int) int {
	for range 3 {
		word, start := foldedWordBefore(text, i)
		switch word {
		case "da", "vua", "moi", "cung", "se", "van":
			if start >= floor {
				i = start
			}
		}
		i = skipBack(text, i, floor, "tuc", "tiep")
	}
	return i
}

// skipParenBack skips the "(TTCP)" that ends at i: a body's short form.
func skipParenBack(text string, i, floor int) int {
	const longest = 24 // bytes
	p := trimSpaces(text, i)
	if p <= floor || text[p-1] != ')' {
		return i
	}
	for q := p - 2; q >= max(floor, p-longest); q-- {
		if text[q] == '(' {
			return trimSpaces(text, q)
		}
	}
	return i
}

// skipOfficeHolder skips the name of the person after an office that one
// person holds: "Thủ tướng Phạm Minh Chính", "Thường trực Ban Bí thư Lê Hồng
// Anh".
func skipOfficeHolder(text string, b body) int {
	switch last, start := foldedWordBefore(text, b.end); {
	case b.abbr == "TTg" || b.abbr == "CTN":
	case b.abbr == "TW" && last == "thu" && start > b.start:
	default:
		return b.end
	}
	end := b.end
	for range 4 {
		start, e := wordAfter(text, end)
		if start == e || !upperAt(text, start) {
			break
		}
		end = e
	}
	return end
}

// issuedAfter reads "do Thủ tướng ban hành" or "được Bộ Chính trị ban hành"
// after a directive.
func issuedAfter(text string, i int) (b body, end int, ok bool) {
	p, ok := skipWord(text, i, "do")
	if !ok {
		if p, ok = skipWord(text, i, "duoc"); !ok {
			return body{}, i, false
		}
	}
	if b, ok = readBody(text, p); !ok {
		return body{}, i, false
	}
	p = skipOfficeHolder(text, b)
	for _, verb := range [...][]string{{"ky", "ban", "hanh"}, {"ban", "hanh"}, {"phe", "duyet"}, {"thong", "qua"}, {"ky"}} {
		if _, ok := skipWords(text, p, verb...); ok {
			return b, b.end, true
		}
	}
	return body{}, i, false
}

// speaker reads the body that speaks in a directive, which is its own: "Tại
// Thông báo số 1483 công bố ngày 7/9/2018, Thanh tra Chính phủ đã chỉ ra". start
// and end are the directive's; a body that merely follows ("Thực hiện Kết luận
// số 21, Ban Thường vụ Tỉnh ủy ban hành") is not its issuer.
func speaker(text string, start, end, floor int) (body, bool) {
	word, before := foldedWordBefore(text, start)
	if before < floor || word != "tai" && word != "trong" {
		return body{}, false
	}
	p := skipSpaces(text, end)
	if p >= len(text) || text[p] != ',' {
		return body{}, false
	}
	b, ok := readBody(text, skipSpaces(text, p+1))
	if !ok {
		return body{}, false
	}
	p = b.end
	for _, adverb := range [...]string{"da", "cung", "con", "vua"} {
		p, _ = skipWord(text, p, adverb)
	}
	for _, verb := range [...][]string{
		{"chi", "ra"}, {"chi", "ro"}, {"neu"}, {"ket", "luan"}, {"khang", "dinh"}, {"yeu", "cau"}, {"cho", "rang"},
		{"xac", "dinh"}, {"de", "nghi"}, {"kien", "nghi"}, {"nhan", "dinh"}, {"danh", "gia"},
	} {
		if _, ok := skipWords(text, p, verb...); ok {
			return b, true
		}
	}
	return body{}, false
}
