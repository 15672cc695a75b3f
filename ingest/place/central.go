package place

import (
	"slices"
	"strings"

	"soi/analyzer/viet"
	"soi/index/schema"
)

// centralHeads begin the names of central bodies and offices, nationwide tell
// matters of the whole country and of many places; in the form of viet.Key.
// "Bộ" before a name is a ministry.
var (
	centralHeads = keys("bộ chính trị|ban bí thư|trung ương|thủ tướng|chính phủ|quốc hội|chủ tịch nước|tổng bí thư" +
		"|bộ trưởng|thứ trưởng|ubkt tư|ubkttw|kiểm tra tư")
	nationwide = keys("toàn quốc|cả nước|việt nam|các tỉnh|nhiều tỉnh|tỉnh thành|tỉnh tp|các địa phương|nhiều địa phương|điểm tin|tin vắn")
)

// members are the words before a central body that make it a title of honour
// of people who act elsewhere, "Ủy viên Bộ Chính trị, Bí thư Thành ủy", or part
// of another name.
var members = keys("ủy viên|đại biểu|trực thuộc|nghị quyết")

// central reports whether the document is about what a central body does: its
// title names one, or its opening does before it names the province.
func (l *location) central(province string) bool {
	title, opening := l.title, l.opening()
	for _, m := range l.mentions {
		if m.span.Start >= opening.Start && m.span.End <= opening.End && l.isOf(m, province) && m.share() == 1 {
			opening.End = m.span.Start
		}
	}
	_, inTitle := l.namesCentral(title, true)
	_, inOpening := l.namesCentral(opening, false)
	return inTitle || inOpening
}

// levelOfCentral takes the level from the central body or office that the title
// names before any place, or else the opening does. A title that names a place
// tells of that place, and one that cites a directive how others carry it out:
// the opening of such names its issuer. So does an opening that tells who issued
// a directive, where local bodies act in the rest.
func (l *location) levelOfCentral() (schema.Level, schema.Evidence) {
	head := l.beforeNames(l.beforeBodies(l.title))
	if named, ok := l.namesCentral(head, false); ok {
		return schema.LevelCentral, l.quote(schema.RuleTitle, named, confidentOften)
	}
	if head != l.title || len(l.cited) > 0 && l.cited[0].Start < l.title.End {
		return "", schema.Evidence{}
	}
	named, ok := l.namesCentral(l.beforeBodies(l.opening()), false)
	if !ok {
		return "", schema.Evidence{}
	}
	if local, _ := l.levelOften(); local != "" && l.issues(named) {
		return "", schema.Evidence{}
	}
	return schema.LevelCentral, l.quote(schema.RuleBody, named, confidentOften)
}

// issues reports whether a body is said to have issued a directive that the
// title or the opening cites: "Bộ Chính trị ban hành Kết luận số 21-KL/TW".
func (l *location) issues(body schema.Span) bool {
	const near = 100 // bytes from the body to the directive
	return slices.ContainsFunc(l.cited, func(s schema.Span) bool {
		between := schema.Span{Start: body.End, End: s.Start}.Of(l.doc.Text)
		return len(between) <= near && strings.Contains(viet.Fold(between, viet.ASCII), "ban hanh")
	})
}

// beforeBodies is a span up to the first local body, or office in one, that it
// names.
func (l *location) beforeBodies(span schema.Span) schema.Span {
	for _, m := range l.mentions {
		if (m.acting || m.office) && m.span.Start >= span.Start && m.from < span.End {
			span.End = max(span.Start, m.from)
		}
	}
	return span
}

// beforeNames is a span up to the first place that it names.
func (l *location) beforeNames(span schema.Span) schema.Span {
	cut := func(m mention) {
		if m.span.Start >= span.Start && m.span.Start < span.End {
			span.End = m.span.Start
		}
	}
	for _, m := range l.mentions {
		if m.named() {
			cut(m)
		}
	}
	l.names(span, cut)
	return span
}

// opening is the beginning of the body, as far as one looks at once.
func (l *location) opening() schema.Span {
	spans := l.bodySpans()
	if len(spans) == 0 || spans[0].Of(l.doc.Text) == "" {
		return schema.Span{}
	}
	s := spans[0]
	if line := strings.IndexByte(s.Of(l.doc.Text), '\n'); line >= 0 {
		s.End = s.Start + line
	}
	s.End = min(s.End, s.Start+atOnce)
	return s
}

// namesCentral reports whether a span names a central body or office, in a
// title also as what people are members of, and the words that name it.
func (l *location) namesCentral(span schema.Span, title bool) (named schema.Span, ok bool) {
	ministry := false
	ok = l.readWords(span, func(w reading) bool {
		n := len(w.before)
		length := 0
		switch key := viet.Key(w.word); {
		case centralHeads[w.before[n-1]+" "+key], ministry && isName(w.word):
			length = 1
		case centralHeads[w.before[n-2]+" "+w.before[n-1]+" "+key]:
			length = 2
		}
		ministry = viet.Key(w.word) == "bộ" && isName(w.word)
		if length == 0 || !title && !acts(w.before[:n-length]) {
			return false
		}
		named = schema.Span{Start: w.starts[n-length], End: w.end}
		return true
	})
	return named, ok
}

// national reports whether the title tells a matter of the whole country, or
// of many places.
func (l *location) national() bool {
	return l.readWords(l.title, func(w reading) bool {
		return nationwide[w.before[len(w.before)-1]+" "+viet.Key(w.word)]
	})
}

// A reading is a word of a span and those before it.
type reading struct {
	before []string // their keys, the nearest last; "" where there are none
	starts []int    // where they begin
	word   string
	end    int // where the word ends
}

// readWords calls stop with each word of a span until it returns true, which
// it reports. It leaves out the references of the title.
func (l *location) readWords(span schema.Span, stop func(reading) bool) bool {
	if span.Of(l.doc.Text) == "" {
		return false
	}
	text := l.doc.Text[:span.End]
	var last [8]string
	var starts [8]int
	for i := span.Start; i < len(text); {
		start, end := nextWord(text, i)
		if next := l.skipCited(start); next > start {
			i = next
			continue
		}
		if stop(reading{last[:], starts[:], text[start:end], end}) {
			return true
		}
		copy(last[:], last[1:])
		copy(starts[:], starts[1:])
		last[len(last)-1], starts[len(starts)-1], i = viet.Key(text[start:end]), start, end
	}
	return false
}

// behind are the words after which a central body gave the order that others
// carry out: "theo quyết định của Bộ Chính trị", "sau khi Bộ Chính trị ban
// hành". With and without marks.
var behind = map[string]bool{"của": true, "cua": true, "khi": true, "theo": true, "do": true}

// acts reports whether a central body stands for itself behind the words.
func acts(before []string) bool {
	const near = 4 // words: "của Ủy ban Kiểm tra" Trung ương
	n := len(before)
	return !members[before[n-2]+" "+before[n-1]] && !slices.ContainsFunc(before[n-near:], func(word string) bool { return behind[word] })
}
