package clean

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/place"
	"soi/index/schema"
)

const (
	shortTitle = 20  // characters under which a line is hardly a title
	longTitle  = 400 // bytes over which a line is a paragraph, no title
	searched   = 60  // lines in which a title is looked for
)

// findTitle sets the title: the subject of an official document, else the
// first line of 20 characters that is neither a date, nor a lone name of a
// province, nor noise. Where that line is a whole paragraph, a shorter line
// above it is the title, or else its first sentence.
func (p *page) findTitle() {
	if p.findSubject() {
		return
	}
	fallback := -1
	for i := range min(len(p.lines), searched) {
		if p.isStamp(i) || p.isLabel(i) || isProvince(p.of(i)) || isMasthead(p.of(i), p.lines[i].key) {
			continue
		}
		long := p.lines[i].Len() > longTitle
		switch {
		case utf8.RuneCountInString(p.of(i)) < shortTitle:
			if fallback < 0 && strings.Contains(p.lines[i].key, " ") {
				fallback = i
			}
			continue
		case fallback >= 0 && (long || endsFully(p.of(i))):
			p.setTitle(fallback, fallback+1)
			return
		case long:
			p.setTitle(i, i+1)
			p.title.End = p.title.Start + firstSentence(p.of(i))
			return
		}
		p.setTitle(i, i+1)
		return
	}
	if fallback >= 0 {
		p.setTitle(fallback, fallback+1)
	}
}

func (p *page) setTitle(from, to int) {
	p.from, p.to = from, to
	p.title = schema.Span{Start: p.lines[from].Start, End: p.lines[to-1].End}
}

// endsFully reports whether a line of some length ends with a full stop, as
// titles do not.
func endsFully(s string) bool { return len(s) >= 60 && strings.HasSuffix(s, ".") }

// firstSentence returns the length of the first sentence of s, at most
// longTitle bytes, cut between words.
func firstSentence(s string) int {
	head := s[:min(len(s), longTitle)]
	for i, r := range head {
		if strings.ContainsRune(".!?", r) && i+1 < len(head) && head[i+1] == ' ' && i >= 2*shortTitle {
			return i + 1
		}
	}
	if len(head) == len(s) {
		return len(s)
	}
	if i := strings.LastIndexFunc(head, unicode.IsSpace); i > 0 {
		return i
	}
	cut := len(head)
	for cut > 0 && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return cut
}

// mastheads are the beginnings of the names of newspapers, portals and bodies
// that a page has as its head, folded to a-z.
var mastheads = []string{
	"bao ", "tap chi ", "cong thong tin", "trang thong tin", "trang tin", "dang bo ", "tinh uy ", "thanh uy ",
	"huyen uy ", "quan uy ", "thi uy ", "ubnd ", "uy ban nhan dan ", "hoi dong nhan dan ", "uy ban mttq", "co quan ",
}

// isMasthead reports whether a line is the name of the site: a short line in
// capitals that begins as such names do. A title "BÁO CÁO …" is none.
func isMasthead(s, key string) bool {
	const longest = 8 // words
	if !isCapitals(s) || strings.HasPrefix(key, "bao cao") || strings.Count(key, " ") >= longest || strings.Contains(s, ":") {
		return false
	}
	return slices.ContainsFunc(mastheads, func(head string) bool { return strings.HasPrefix(key, head) })
}

// isProvince reports whether a line is the name of a province and no more.
func isProvince(s string) bool {
	_, ok := place.FindProvince(s)
	return ok
}

// types are the names of the types of official documents, folded to a-z
// (Quy định 399-QĐ/TW of 2026; Nghị định 30/2020/NĐ-CP, Phụ lục III).
var types = []string{
	"bao cao", "bien ban", "chi thi", "chien luoc", "chuong trinh", "chuong trinh hanh dong", "cong dien",
	"cong van", "cuong linh", "de an", "dieu le", "du an", "giay moi", "huong dan", "ke hoach", "ket luan",
	"lenh", "loi keu goi", "luat", "nghi dinh", "nghi quyet", "phap lenh", "phuong an", "quy che", "quy dinh",
	"quy hoach", "quyet dinh", "thong bao", "thong cao", "thong tri", "thong tu", "thong tu lien tich",
	"to trinh", "tuyen bo",
}

const (
	headerLines  = 25  // lines in which the header of an official document ends
	subjectLines = 6   // lines of a subject, the type name among them
	subjectBytes = 900 // bytes of a subject
)

// findSubject finds the subject of an official document: its type in
// capitals and the lines below up to the addressee, the grounds or the first
// numbered part; in a letter (công văn) the line "V/v …". The number, issuer
// and place are looked for above it only, never in the body.
func (p *page) findSubject() bool {
	header := false
	for i := range min(len(p.lines), headerLines) {
		s := p.of(i)
		switch {
		case len(s) >= short:
			return false
		case isHeader(s, p.lines[i].key):
			header = true
			if letter := strings.Index(s, "V/v"); letter > 0 {
				p.setTitle(i, i+1)
				p.title.Start += letter
				p.official = true
				return true
			}
		case header && isType(s, p.lines[i].key):
			p.setTitle(i, p.subjectEnd(i))
			p.official = true
			return true
		case header && (strings.HasPrefix(s, "V/v") || strings.HasPrefix(s, "(V/v")):
			p.setTitle(i, i+1)
			p.official = true
			return true
		}
	}
	return false
}

// isHeader reports whether a line is one of those above the subject of an
// official document: a motto, the number.
func isHeader(s, key string) bool {
	for _, motto := range []string{"cong hoa xa hoi chu nghia viet nam", "doc lap tu do hanh phuc", "dang cong san viet nam"} {
		if strings.Contains(key, motto) && (isCapitals(s) || motto == "doc lap tu do hanh phuc") {
			return true
		}
	}
	return strings.HasPrefix(key, "so ") && strings.Contains(s, "/") && strings.ContainsFunc(s[:min(len(s), 16)], isDigit)
}

// isType reports whether a line is the name of a type in capitals, a number
// after it or none.
func isType(s, key string) bool {
	if i := strings.Index(key, " so "); i > 0 {
		key = key[:i]
	}
	return slices.Contains(types, key) && isCapitals(strings.TrimRightFunc(s, notLetter))
}

// subjectEnd returns the line after the subject that begins at line from.
func (p *page) subjectEnd(from int) int {
	to := from + 1
	for to < len(p.lines) && to < from+subjectLines {
		l := p.lines[to]
		about := to > from+1
		gap := l.number - p.lines[to-1].number
		switch {
		case l.End-p.lines[from].Start > subjectBytes,
			startsBody(p.of(to), l.key),
			about && gap > 1,
			about && endsSentence(p.of(to-1)),
			about && isCapitals(p.of(to)) != isCapitals(p.of(to-1)):
			return p.trimRule(from, to)
		}
		to++
	}
	return p.trimRule(from, to)
}

// trimRule takes lines of signs ("-----") off the end of the subject.
func (p *page) trimRule(from, to int) int {
	for to > from+1 && p.lines[to-1].key == "" {
		to--
	}
	return to
}

// startsBody reports whether a line cannot belong to a subject any more.
func startsBody(s, key string) bool {
	if len(s) >= short+60 || key == "" && len(s) >= short {
		return true
	}
	for _, begin := range []string{"kinh gui", "can cu", "xet de nghi", "theo de nghi", "dieu ", "phan ", "chuong "} {
		if strings.HasPrefix(key, begin) {
			return true
		}
	}
	number := strings.TrimLeft(s, "0123456789IVX")
	return len(number) < len(s) && (strings.HasPrefix(number, ".") || strings.HasPrefix(number, "/") || strings.HasPrefix(number, ")"))
}
