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
// title names one, or its opening does before it names
// the province.
func (l *location) central(province string) bool {
	title, opening := l.title, l.opening()
	for _, m := range l.mentions {
		if m.span.Start >= opening.Start && m.span.End <= opening.End && l.isOf(m, province) && m.share() == 1 {
			opening.End = m.span.Start
		}
	}
	return l.namesCentral(title, true) || l.namesCentral(opening, false)
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

// namesCentral reports whether a span names a central body or office; in a
// title also as what people are members of.
func (l *location) namesCentral(span schema.Span, title bool) bool {
	ministry := false
	return l.readWords(span, func(before []string, word string) bool {
		n := len(before)
		length := 0
		switch key := viet.Key(word); {
		case centralHeads[before[n-1]+" "+key], ministry && isName(word):
			length = 1
		case centralHeads[before[n-2]+" "+before[n-1]+" "+key]:
			length = 2
		}
		ministry = viet.Key(word) == "bộ" && isName(word)
		return length > 0 && (title || acts(before[:n-length]))
	})
}

// national reports whether the title tells a matter of the whole country, or
// of many places.
func (l *location) national() bool {
	return l.readWords(l.title, func(before []string, word string) bool {
		return nationwide[before[len(before)-1]+" "+viet.Key(word)]
	})
}

// readWords calls stop with each word of a span and the keys of those before
// it, "" where there are none, until it returns true, which it reports. It
// leaves out the references of the title.
func (l *location) readWords(span schema.Span, stop func(before []string, word string) bool) bool {
	if span.Of(l.doc.Text) == "" {
		return false
	}
	text := l.doc.Text[:span.End]
	var last [8]string
	for i := span.Start; i < len(text); {
		start, end := nextWord(text, i)
		if next := l.skipCited(start); next > start {
			i = next
			continue
		}
		if stop(last[:], text[start:end]) {
			return true
		}
		copy(last[:], last[1:])
		last[len(last)-1], i = viet.Key(text[start:end]), end
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
