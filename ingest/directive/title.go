package directive

import (
	"slices"
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
// appends without a mark, as "với mức phạt từ 1 đến 2 triệu đồng", stays in; only
// the agreement of several documents can tell it apart.
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
	depth, open := 0, 0  // brackets, and quotes within the title
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
			from := start + i + utf8.RuneLen(r)
			if end := afterQuote(text[from:limit], closing); end >= 0 {
				return from + end
			}
		case strings.ContainsRune(".!?…", r) && endsSentence(text[start:], i):
			return start + i
		case r == ',' && runsOn(text[start+i+1:limit]), r == ' ' && runsOff(text[start+i+1:limit]):
			return start + i
		case r == '“', r == '"' && text[start+i-1] == ' ':
			open++
		case r == '”', r == '"':
			if open == 0 { // the quote that the whole sentence stands in
				return start + i
			}
			open--
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

// afterQuote is where s goes on behind the sign that closes a quote, or behind
// another such sign where the two do not match; -1 if there is none.
func afterQuote(s string, closing rune) int {
	for _, sign := range []rune{closing, '”'} {
		if end := strings.IndexRune(s, sign); end >= 0 {
			return end + utf8.RuneLen(sign)
		}
	}
	return -1
}

// asides begin, behind a comma, what a sentence says of a directive whose title
// has ended.
var asides = []string{
	"theo đó", "trong đó", "trong những năm", "trong thời gian", "vừa", "diễn ra", "ban hành", "được ban hành", "có hiệu lực",
}

// runsOn reports whether another clause begins with s, behind a comma: an aside,
// a body that does something, or another directive by its name.
func runsOn(s string) bool {
	s = strings.TrimLeft(s, " ")
	for _, aside := range asides {
		if strings.HasPrefix(s, aside+" ") {
			return true
		}
	}
	return beginsSubject(s) || namesDirective(s)
}

// directiveNames begin the name of a law or directive.
var directiveNames = []string{
	"Luật ", "Pháp lệnh ", "Nghị quyết ", "Nghị định ", "Chỉ thị ", "Quyết định ", "Kết luận ", "Kế hoạch ", "Thông báo ", "Thông tư ", "Thông tri ",
}

// namesDirective reports whether the name of a law or directive begins with s;
// "Luật sư" is a profession.
func namesDirective(s string) bool {
	return slices.ContainsFunc(directiveNames, func(name string) bool { return strings.HasPrefix(s, name) }) && !strings.HasPrefix(s, "Luật sư")
}

// verbs stand in what is said of a directive: a title tells what to do, not what
// is or was done.
var verbs = []string{"đã ", "thì ", "cũng ", "sẽ ", "diễn ra ", "- Ảnh"}

// hours begin the time of what is told, no part of a title.
var hours = []string{"sáng ", "trưa ", "chiều ", "tối "}

// runsOff reports whether the sentence goes on with s, without a comma: with a
// verb, an hour, or by whom a meeting about the directive is held.
func runsOff(s string) bool {
	for _, verb := range verbs {
		if strings.HasPrefix(s, verb) {
			return true
		}
	}
	for _, hour := range hours {
		if rest, ok := strings.CutPrefix(s, hour); ok && rest != "" {
			return strings.HasPrefix(rest, "nay") || strings.HasPrefix(rest, "qua") || unicode.IsDigit(rune(rest[0]))
		}
	}
	by, ok := strings.CutPrefix(s, "do ")
	return ok && beginsSubject(by)
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

// withoutNext takes the name of what follows off the words of a title, where its
// number broke off: "và Kế hoạch hành động số", "và Điểm 12".
func withoutNext(fields []string) []string {
	const longest = 5 // words of such a name
	n := len(fields)
	if n > 2 && namesPart[fields[n-2]] {
		return fields[:n-2]
	}
	if n == 0 || viet.Fold(fields[n-1], viet.Exact) != "số" {
		return fields
	}
	for i := n - 2; i > max(0, n-1-longest); i-- {
		if joins[fields[i-1]] && namesDirective(strings.Join(fields[i:], " ")) {
			return fields[:i]
		}
	}
	return fields
}

// namesPart are the words before the number of a part of a directive, joins
// those before the name of another one.
var (
	namesPart = map[string]bool{"Điểm": true, "Khoản": true, "Điều": true}
	joins     = map[string]bool{"và": true, "của": true, "theo": true, "với": true, "tại": true}
)

// leading are words that lead on, so that no title ends with them.
var leading = map[string]bool{
	"và": true, "theo": true, "của": true, "với": true, "gắn": true, "cùng": true, "tại": true, "trong": true,
	"trên": true, "về": true, "từ": true, "đến": true, "là": true, "ngày": true, "các": true, "ở": true,
}

// follows are the words with which "theo" makes another, that may end a title:
// "những năm tiếp theo", "quy chế kèm theo".
var follows = map[string]bool{"tiếp": true, "kèm": true}

// leadsOn reports whether the last of the words of a title, last without the
// signs behind it, leads on.
func leadsOn(fields []string, last string) bool {
	n := len(fields)
	word := viet.Fold(last, viet.Exact)
	return leading[word] && !(word == "theo" && n > 1 && follows[viet.Fold(fields[n-2], viet.Exact)])
}

// tidyTitle takes blanks, signs and words that lead on off the end of a title.
// It is "" if too little is left to be one.
func tidyTitle(title string) string {
	if open := strings.LastIndexByte(title, '('); open > strings.LastIndexByte(title, ')') {
		title = title[:open] // it breaks off within brackets
	}
	fields := withoutNext(strings.Fields(title))
	for len(fields) > 0 {
		last := strings.TrimRight(fields[len(fields)-1], ",;:-–(“'‘ ")
		if last == "" || leadsOn(fields, last) {
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
