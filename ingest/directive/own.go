package directive

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/cite"
	"soi/analyzer/viet"
	"soi/index/schema"
)

const (
	maxBefore  = 200 // bytes before a directive that are looked at for the words that tie the document to it
	nearBefore = 80  // and for those that untie

	longestDeed = 80 // bytes of a deed and how it is done, folded
)

// The words before a directive that the document carries out, folded. What is
// carried out comes right behind the last deed: "Huyện ủy đã quán triệt, tổ
// chức thực hiện nghiêm túc" Chỉ thị 05-CT/TW.
const (
	deed = `(?:thuc hien|thi hanh|quan triet|trien khai|cu the hoa)`
	aids = `(?:(?:thuc hien|thi hanh|quan triet|trien khai|cu the hoa|to chuc|tiep tuc|lanh dao|lanh|chi dao|day manh|tang cuong|tap trung` +
		`|hoc tap|pho bien|tuyen truyen|kip thoi|tich cuc|chu dong|nghiem tuc|quyet liet|hieu qua|dong bo|buoc dau|nghiem|tot|co|va|,) )*`
)

// deeds are the words that every tie to the document has one of.
var deeds = []string{"thuc hien", "thi hanh", "quan triet", "trien khai", "cu the hoa"}

var (
	carriesOut = regexp.MustCompile(`(?:^| )` + aids + deed + manner)

	// nominal ends what stands before the deeds where these only have a name:
	// their results, means and times. In a title that is what the report is about.
	nominal = regexp.MustCompile(`(?:^| )(?:viec|cong tac|ket qua|tinh hinh|kinh phi|lo trinh|qua trinh|thoi gian|trach nhiem|tien do` +
		`|danh gia|bao cao|tong ket|so ket|kiem diem|ra soat|thao luan|y thuc|nang luc|tinh than|vai tro` +
		`|vuong mac|han che|bat cap|kho khan|trong|sau|khi|qua|neu|huong dan|nam dau` +
		`|(?:[0-9]+|mot|hai|ba|bon|nam|muoi|nhieu|cac|dau) (?:nam|thang|quy|tuan|ngay))$`)

	// aside ends it where carrying out goes along with what is done, or others
	// look at it.
	aside = regexp.MustCompile(`(?:^| )(?:kiem tra|giam sat|lien quan|lien quan den|duoc|gan voi|gan|voi|ket hop)$`)

	// purposed undoes it, "kế hoạch về việc" thực hiện, but not where that is
	// what is talked about, which reported tells: "báo cáo về việc".
	purposed = regexp.MustCompile(`(?:^| )(?:ve(?: viec| cong tac)|(?:ban hanh|xay dung|ky) huong dan)$`)
	reported = regexp.MustCompile(`(?:^| )(?:bao cao|danh gia|thao luan|kiem diem|giai trinh|chat van|kiem tra|giam sat)(?: [a-z0-9]+){0,9} ve(?: viec| cong tac)?$`)

	// foreign ends what stands before the deeds where it is another document that
	// they are of: "Kế hoạch của Chính phủ" thực hiện.
	foreign = regexp.MustCompile(`(?:^| )(?:chuong trinh|hanh dong|ke hoach|nghi quyet|nghi dinh|chi thi|quyet dinh|ket luan|de an|huong dan)` +
		`(?: so [0-9]+)? cua(?: [a-z]+){1,6}$`)

	// sumUp says that the document reviews how a directive was carried out, unless
	// another is "về" that.
	sumUp = regexp.MustCompile(`(?:^| )(?:(?:so|tong) ket)(?: [a-z0-9]+){0,6} ` + deed + manner)
)

// ownRelation returns the relation of the document to the directive r that the
// words before it state, if they state one: that the bodies it speaks of carry
// the directive out, are to do so, or have reviewed that. Another directive ends
// at byte floor of the text, -1 for none: what follows it at once is of that one.
func ownRelation(d *schema.Document, r cite.Reference, identity string, floor int) (schema.Relation, bool) {
	from := clauseStart(d.Text, r.Start)
	if isDenied(d.Text[max(from, r.Start-nearBefore):r.Start]) {
		return schema.Relation{}, false
	}
	before := clauseWords(d.Text[from:r.Start])
	end := before[max(0, len(before)-longestDeed):]
	if !slices.ContainsFunc(deeds, func(deed string) bool { return strings.Contains(end, deed) }) {
		return schema.Relation{}, false // most directives; no expression need be run
	}
	kind, at := schema.Reviews, sumUp.FindStringIndex(before)
	if at == nil {
		kind, at = schema.Implements, carriesOut.FindStringIndex(before)
	}
	if at == nil || isNominal(before[:at[0]], kind, titled(d, r)) || kind == schema.Implements && isSubject(d.Text[r.End:]) {
		return schema.Relation{}, false
	}
	start := wordsBack(d.Text, r.Start, countWords(before[at[0]:]))
	if start <= floor { // "Chỉ thị 30-CT/TU thực hiện" is about that one
		return schema.Relation{}, false
	}
	return schema.Relation{
		Kind: kind, To: identity, Evidence: schema.Span{Start: start, End: r.End}, Confidence: documentConfidence(d, r),
	}, true
}

// isNominal reports whether the deeds behind these words are only spoken of,
// "kết quả" thực hiện, or another document's.
func isNominal(before string, kind schema.RelationKind, titled bool) bool {
	before = strings.TrimRight(before, " ,")
	switch {
	case kind == schema.Reviews:
		return strings.HasSuffix(before, " ve") && !strings.HasSuffix(before, "hoi nghi ve")
	case aside.MatchString(before), foreign.MatchString(before):
		return true
	}
	return !titled && (reported.MatchString(before) || nominal.MatchString(before) && !purposed.MatchString(before))
}

// predicates begin, right behind a directive, what is said of carrying it out:
// "thực hiện Chỉ thị 05-CT/TW là", "… hoàn toàn khả thi".
var predicates = map[string]bool{
	"là": true, "cho": true, "hoàn": true, "sẽ": true, "còn": true, "không": true, "được": true, "gặp": true, "khó": true, "rất": true,
}

// isSubject reports whether a sentence goes on behind a directive so that
// carrying it out is its subject.
func isSubject(after string) bool {
	const longest = 12 // bytes of a predicate and the blank before it
	words := strings.Fields(after[:min(len(after), longest)])
	return len(words) > 0 && strings.HasPrefix(after, " ") && predicates[viet.Fold(words[0], viet.Exact)]
}

// clauseStart is where the sentence begins that byte i of the text is in, or
// where what is looked at of it begins.
func clauseStart(text string, i int) int {
	from := max(0, i-maxBefore)
	for from < i && !utf8.RuneStart(text[from]) {
		from++
	}
	for _, end := range [...]string{"\n", ". ", "; "} {
		if n := strings.LastIndex(text[from:i], end); n >= 0 {
			from += n + len(end)
		}
	}
	return from
}

// years are the years that a time is from and to: "15 năm (2002 - 2017)".
var years = regexp.MustCompile(`\(([12][0-9]{3}) ?[-–] ?([12][0-9]{3})\)`)

// clauseWords joins the folded words of a clause by single spaces, commas as
// words among them, and the years in parentheses behind a time. What stands
// before another sign is left out.
func clauseWords(s string) string {
	var out []string
	s = years.ReplaceAllString(s, "$1 $2")
	for _, field := range strings.FieldsFunc(viet.Fold(s, viet.ASCII), func(r rune) bool { return r == ' ' || r == '\u00a0' }) {
		for field != "" {
			n := strings.IndexFunc(field, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
			switch {
			case n < 0:
				out, field = append(out, field), ""
			case n > 0:
				out, field = append(out, field[:n]), field[n:]
			case field[0] == ',':
				out, field = append(out, ","), field[1:]
			default:
				_, size := utf8.DecodeRuneInString(field)
				out, field = out[:0], field[size:]
			}
		}
	}
	return strings.Join(out, " ")
}

// countWords counts the words of deeds, but for a comma or "và" that lead to them.
func countWords(deeds string) int {
	words := strings.FieldsFunc(deeds, func(r rune) bool { return r == ' ' || r == ',' })
	for len(words) > 0 && words[0] == "va" {
		words = words[1:]
	}
	return len(words)
}

// wordsBack is where the n-th word before byte i of the text begins.
func wordsBack(text string, i, n int) int {
	for ; n > 0; n-- {
		end := len(strings.TrimRightFunc(text[:i], func(r rune) bool { return !inName(r) }))
		i = len(strings.TrimRightFunc(text[:end], inName))
	}
	return i
}

func inName(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }
