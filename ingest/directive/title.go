package directive

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/cite"
	"soi/analyzer/viet"
)

// maxTitle is the longest title taken, in bytes; the longest of a Party
// directive met in reports has 330.
const maxTitle = 400

// titles gives for each reference the title that follows it: the words "về …"
// right behind the mention, up to the end of the sentence, of the brackets or
// quotes they stand in, or to where something else begins. What a sentence
// appends without a mark ("về xử lý kỷ luật đảng viên chiều 5/3") stays in;
// only the agreement of several documents can tell it apart.
func titles(text string, refs []cite.Reference) []string {
	all := make([]string, len(refs))
	for i, r := range refs {
		start := skipMarks(text, r.End)
		if !opensTitle(text[start:]) {
			continue
		}
		end := titleEnd(text, start, openQuote(text[r.End:start]))
		if i+1 < len(refs) {
			end = titleBefore(text, start, end, refs[i+1])
		}
		all[i] = tidyTitle(text[start:end])
	}
	return all
}

// skipMarks skips what may stand between a mention and its title.
func skipMarks(text string, i int) int {
	rest := strings.TrimLeft(text[i:min(len(text), i+maxTitle)], " \u00a0,:\"“'‘")
	return min(len(text), i+maxTitle) - len(rest)
}

// openQuote gives the sign that closes the quote opened between a mention and
// its title, or 0.
func openQuote(between string) rune {
	for _, r := range between {
		if closing := quotes[r]; closing != 0 {
			return closing
		}
	}
	return 0
}

// quotes are the signs that open a quote and those that close it.
var quotes = map[rune]rune{'"': '"', '“': '”', '‘': '’'}

// opensTitle reports whether s begins with the word "về", about, and with
// another behind it. "Đưa Kết luận 21-KL/TW về tận thôn" is about bringing it
// somewhere.
func opensTitle(s string) bool {
	fields := strings.Fields(s[:min(len(s), 40)])
	if len(fields) < 2 {
		return false
	}
	folded := viet.Fold(fields[0], viet.Exact)
	return (folded == "về" || folded == "ve") && !places[viet.Fold(fields[1], viet.Exact)]
}

// places are the words after a "về" that means to, not about.
var places = map[string]bool{"tận": true, "đến": true, "tới": true, "đích": true, "với": true, "làng": true, "thôn": true}

// titleEnd is where the title that begins at start must end. A quote that
// closes with closing was opened before it.
func titleEnd(text string, start int, closing rune) int {
	limit := min(len(text), start+maxTitle)
	for limit < len(text) && !utf8.RuneStart(text[limit]) {
		limit--
	}
	depth := 0
	quoted := len("về ") // a quote that opens the title is the whole of it
	for i, r := range text[start:limit] {
		switch {
		case r == '\n', r == closing, r == ')' && depth == 0:
			return start + i
		case r == '(':
			depth++
		case r == ')':
			depth--
		case quotes[r] != 0 && closing == 0 && i <= quoted+1:
			closing = quotes[r]
			if end := strings.IndexRune(text[start+i+utf8.RuneLen(r):limit], closing); end >= 0 {
				return start + i + utf8.RuneLen(r) + end + utf8.RuneLen(closing)
			}
		case strings.ContainsRune(".!?…", r) && endsSentence(text[start:], i):
			return start + i
		case r == ',' && beginsSubject(text[start+i+1:limit]), strings.HasPrefix(text[start+i:limit], " đã "):
			return start + i // a title tells what to do, not what was done
		}
	}
	if limit < len(text) {
		return start + max(0, strings.LastIndexAny(text[start:limit], ",;"))
	}
	return limit
}

// endsSentence reports whether the sign at i ends a sentence: the text ends
// there, or goes on behind a blank or quote. "TP. Huế" goes on.
func endsSentence(text string, i int) bool {
	_, size := utf8.DecodeRuneInString(text[i:])
	next, _ := utf8.DecodeRuneInString(text[i+size:])
	if next != utf8.RuneError && !unicode.IsSpace(next) && !strings.ContainsRune("\"”’)", next) {
		return false
	}
	word := text[strings.LastIndexAny(text[:i], " (")+1 : i]
	const longest = 6 // bytes: three capitals of two bytes
	return word == "" || len(word) > longest || strings.IndexFunc(word, func(r rune) bool { return !unicode.IsUpper(r) }) >= 0
}

// subjects begin the names of bodies, which after a comma begin another clause:
// "về xử lý kỷ luật đảng viên vi phạm, Ban Bí thư quyết định".
var subjects = map[string]bool{
	"Ban": true, "Bộ": true, "Ủy": true, "Uỷ": true, "Thủ": true, "Tỉnh": true, "Thành": true, "Huyện": true,
	"Quận": true, "Thị": true, "Đảng": true, "Chi": true, "Cấp": true, "Đoàn": true, "Hội": true, "UBND": true,
	"HĐND": true, "BTV": true, "BCH": true, "Văn": true, "Sở": true, "Ông": true, "Bà": true, "Đồng": true,
}

// beginsSubject reports whether a body or a person follows that does
// something: its first word has a capital and the second has not, as "Ban Bí
// thư" and "Ủy ban" have, and unlike the "Đảng, Nhà nước" of titles it is not
// the last word before a comma.
func beginsSubject(s string) bool {
	words := strings.Fields(s[:min(len(s), 40)])
	if len(words) < 2 || !subjects[words[0]] {
		return false
	}
	return !strings.ContainsAny(words[0], ",.;")
}

// carried are the last words, folded, before a directive that belongs to the
// title of another: "về tiếp tục thực hiện Chỉ thị 05-CT/TW".
var carried = []string{
	"thuc hien", "thi hanh", "quan triet", "trien khai", "cu the hoa", "huong dan", "so ket", "tong ket",
	"sua doi", "bo sung", "thay the", "bai bo", "dieu cua", "thuc hien theo", "tinh than",
}

// titleBefore ends a title before the directive that follows it, or behind
// that where the title is about it.
func titleBefore(text string, start, end int, next cite.Reference) int {
	if next.Start >= end || next.Start < start {
		return end
	}
	before := words(viet.Fold(text[start:next.Start], viet.ASCII))
	for _, tail := range carried {
		if strings.HasSuffix(before, tail) {
			return min(end, next.End)
		}
	}
	return next.Start
}

// leading are words that lead on, so that no title ends with them.
var leading = map[string]bool{
	"và": true, "theo": true, "của": true, "với": true, "gắn": true, "cùng": true, "tại": true, "trong": true,
	"trên": true, "về": true, "từ": true, "đến": true, "là": true, "ngày": true, "các": true, "ở": true,
}

// tidyTitle takes blanks, signs and words that lead on off the end of a title.
// It is "" if too little is left to be one.
func tidyTitle(title string) string {
	fields := strings.Fields(title)
	for len(fields) > 0 {
		last := strings.TrimRight(fields[len(fields)-1], ",;:-–(“'‘ ")
		if last == "" || leading[viet.Fold(last, viet.Exact)] {
			fields = fields[:len(fields)-1]
			continue
		}
		fields[len(fields)-1] = last
		break
	}
	if len(fields) < 3 {
		return ""
	}
	return strings.Join(fields, " ")
}
