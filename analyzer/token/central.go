package token

import (
	"strings"
	"unicode/utf8"

	"soi/analyzer/viet"
)

// isCentral reports whether word is TW or TƯ in any case, for Trung ương.
func isCentral(word string) bool {
	if word[0]|0x20 != 't' || len(word) > 5 { // T, U and a horn of two bytes, with room to spare
		return false
	}
	switch viet.Key(word) {
	case "tw", "tư":
		return true
	}
	return false
}

// In text that is all in capitals TƯ says nothing by its capitals. There it is
// nearly always the word tư (four, private: NGÃ TƯ SỞ, THÁNG TƯ, ÔNG TƯ), and
// the words beside it must tell that it is the centre. The words are those
// with which Party documents write Trung ương: its bodies, their acts, and
// the organisations that have a centre. A short form before it, BCH TƯ or NQ
// TƯ, is as good as these.
var (
	// Last words of what belongs to the centre: Ban, Ban Chấp hành, Ủy ban
	// Kiểm tra, Ủy viên, Ban Tuyên giáo, Ban Tổ chức, Ban Dân vận, Ban Nội
	// chính, Văn phòng, Hội nghị, Nghị quyết, Kết luận.
	beforeCentral = wordSet("ban hành tra viên giáo chức vận chính phòng nghị quyết luận của")
	// First words after it: TƯ Đảng, TƯ Đoàn, TƯ Hội Nông dân, TƯ Mặt trận, TƯ
	// MTTQ, TƯ khóa XIII.
	afterCentral = wordSet("đảng đoàn hội mặt mttq khóa")
	// Second syllables of words that begin with tư: BAN TƯ PHÁP is no centre.
	afterWordTu = wordSet("tưởng duy pháp nhân vấn cách liệu trang lệnh thục chất thế lợi hữu bản gia sản")
)

// wordSet is the set of the words of list, each the key of a syllable.
func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[viet.Key(word)] = true
	}
	return set
}

// central reports whether the word from start to end is TW or TƯ for Trung
// ương (the centre). Outside of codes only capitals are: tư is a word of its
// own.
func (s *scanner) central(start, end int) bool {
	word := s.text[start:end]
	if !isUpper(word) || !isCentral(word) {
		return false
	}
	if viet.Key(word) == "tw" {
		return true
	}
	before, after := s.wordBeside(start), s.wordAfter(end)
	switch {
	case afterWordTu[viet.Key(after)]:
		return false
	case !isShouted(before) && !isShouted(after):
		return true // among small letters the capitals are meant: của TƯ, BCH TƯ
	}
	return isShort(before) || beforeCentral[viet.Key(before)] || afterCentral[viet.Key(after)]
}

// wordBeside is the last word if nothing but a few spaces is between it and
// start, else "".
func (s *scanner) wordBeside(start int) string {
	last := s.lastWord
	if last.end == 0 || start-last.end >= 4 || strings.TrimSpace(s.text[last.end:start]) != "" {
		return ""
	}
	return s.text[last.start:last.end]
}

// wordAfter is the word that a few spaces part from end, else "".
func (s *scanner) wordAfter(end int) string {
	next := end
	for next < len(s.text) && next < end+4 && s.text[next] == ' ' {
		next++
	}
	if next == end || !startsWord(s.text, next) {
		return ""
	}
	return s.text[next:runEnd(s.text, next, letter)]
}

// isShouted reports whether word is a syllable in capitals, of more than one
// letter: Ở may only begin a sentence.
func isShouted(word string) bool {
	return utf8.RuneCountInString(word) > 1 && isUpper(word) && viet.IsSyllable(viet.Key(word))
}

// isShort reports whether word is a short form in capitals: BCH, UBKT, NQ.
func isShort(word string) bool {
	return utf8.RuneCountInString(word) > 1 && isUpper(word) && !viet.IsSyllable(viet.Key(word))
}
