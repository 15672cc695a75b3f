package cite

import (
	"strings"

	"soi/analyzer/viet"
)

// A type and a number alone ("theo chỉ thị 05, …") name a directive or count
// something ("quyết định 3 vấn đề"). The word after the number tells: what is
// counted stands there, and it is a noun.

// measures are the words for what numbers measure or count after a type that
// is no verb, in the form of viet.Key.
var measures = keySet(`năm tháng ngày tuần giờ phút lần điểm điều khoản chương trang mục nội nhóm người triệu tỷ tỉ nghìn ngàn đồng
	phần đơn tổ nhiệm giải vấn việc chữ lượt trường bước loại chi đảng xã huyện tỉnh quận cán hộ ha km tấn`)

// measureless are the words that begin with a measure's syllable and are none.
var measureless = map[string]bool{
	"ngày càng": true, "điều tra": true, "điều chỉnh": true, "điều hành": true, "điều động": true, "giải quyết": true,
	"đồng ý": true, "đồng thời": true, "đồng bộ": true, "tổ chức": true, "loại bỏ": true, "loại trừ": true,
}

// asciiMeasures are the measures as texts without marks have them.
var asciiMeasures = asciiSet(measures)

// followers are the words that no counted noun begins with, in the form of
// viet.Key: prepositions, conjunctions, auxiliaries, and verbs that say what a
// directive does or what is done with it.
var followers = keySet(`về của và với tại trong từ do để nhằm theo cho bằng vào ra dưới sau trước khi nếu mà thì là nhưng như hay
	hoặc cùng nên vì bởi ở được đã đang sẽ chưa không vẫn cũng còn đều phải có vừa này nói nêu trên đây đề đưa gắn ban nghiêm
	xác khẳng phê áp thay sửa bãi ký gửi hết ghi kèm tiếp đi mới qua lại`)

// verbMarks are the words after which a type's word is a verb: "đã kết luận 73
// tổ chức đảng".
var verbMarks = keySet(`đã sẽ đang phải được chưa không vừa mới cùng tự rồi hãy cần`)

func keySet(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[viet.Key(word)] = true
	}
	return set
}

func asciiSet(marked map[string]bool) map[string]bool {
	set := map[string]bool{}
	for word := range marked {
		set[viet.Fold(word, viet.ASCII)] = true
	}
	return set
}

// standsAlone reports whether a type and the number in text[i:end] name a
// directive with nothing beside them.
func (m typeMention) standsAlone(text string, i, end int) bool {
	if end-i < 2 || looksLikeYear(text[i:end]) || measured(text, end) {
		return false // "05" and "18"; a single digit is too often a count
	}
	switch {
	case m.t.alone == "noun" || m.short && m.t.alone == "verb":
		return true
	case m.t.alone != "verb" || verbMarks[keyBefore(text, m.start)]:
		return false
	}
	// Counts of four digits have a point in them: 1.374.
	return end-i >= 4 || phraseEnds(text, end) || follows(text, end)
}

// follows reports whether a word that no counted noun begins with stands at i.
func follows(text string, i int) bool {
	if followers[keyAfter(text, i)] {
		return true
	}
	switch keysAfter(text, i) {
	case "chỉ ra", "chỉ rõ", "chỉ đạo", "quy định", "hướng dẫn", "công bố", "quán triệt":
		return true
	}
	return dayAfter(text, i)
}

// measured reports whether a measure follows at i.
func measured(text string, i int) bool {
	key := keyAfter(text, i)
	return (measures[key] || asciiMeasures[key]) && !measureless[keysAfter(text, i)] && !dayAfter(text, i)
}

// dayAfter reports whether "ngày 25/10" stands at i, a date and no measure.
func dayAfter(text string, i int) bool {
	p, ok := skipWord(text, i, "ngay")
	return ok && digitAt(text, p)
}

// ofSomeone reports whether "của" and a name in capitals stand at i.
func ofSomeone(text string, i int) bool {
	p, ok := skipWord(text, i, "cua")
	return ok && p < len(text) && upperAt(text, p)
}

// phraseEnds reports whether no word follows at i, but punctuation, the line's
// end or the text's. A dash or slash right after the number continues it.
func phraseEnds(text string, i int) bool {
	p := skipSpaces(text, i)
	switch {
	case p >= len(text):
		return true
	case text[p] == '(':
		return !digitAt(text, skipSpaces(text, p+1))
	case skipDash(text, p) > p:
		return p > i && !digitAt(text, skipSpaces(text, skipDash(text, p)))
	case strings.HasPrefix(text[p:], "”"), strings.HasPrefix(text[p:], "…"), strings.HasPrefix(text[p:], "“"):
		return true
	}
	return strings.IndexByte(".,;:)!?\"\n\r", text[p]) >= 0
}

// keyAfter returns the word after i in the form of viet.Key, "" for none.
func keyAfter(text string, i int) string {
	start, end := wordAfter(text, i)
	if end-start > maxFolded {
		return ""
	}
	return viet.Key(text[start:end])
}

// keysAfter returns the two words after i in the form of viet.Key.
func keysAfter(text string, i int) string {
	_, end := wordAfter(text, i)
	return keyAfter(text, i) + " " + keyAfter(text, end)
}

// keyBefore returns the word before i in the form of viet.Key, "" for none.
func keyBefore(text string, i int) string {
	start, end := wordBefore(text, i)
	if end-start > maxFolded {
		return ""
	}
	return viet.Key(text[start:end])
}
