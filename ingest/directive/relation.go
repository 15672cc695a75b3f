package directive

import (
	"regexp"
	"strings"
	"unicode"

	"soi/analyzer/cite"
	"soi/analyzer/viet"
	"soi/index/schema"
)

// maxGap is the longest text between two directives that can tie them, in
// bytes.
const maxGap = 260

// A tie is a way of words to tie the directive before them to the one after.
type tie struct {
	kind       schema.RelationKind
	backward   bool // the directive after acts on the one before
	confidence float64
	tail       *regexp.Regexp // of the gap, folded to ASCII, words joined by spaces
}

// The words of the ties, folded. A looser rule, thực hiện without về or để,
// was tried on news and tied the wrong subjects one time in four.
const (
	purpose  = `(?:ve|de|nham|chuong trinh hanh dong(?: cua [a-z ]+?)?|ke hoach(?: cua [a-z ]+?)?)(?: viec)?`
	doing    = `(?: (?:tiep tuc|trien khai|to chuc|tang cuong|day manh|thuc hien|thi hanh|quan triet|cu the hoa|huong dan|va))*`
	carry    = ` (?:thuc hien|thi hanh|quan triet|cu the hoa|huong dan|trien khai)`
	manner   = `(?: (?:co hieu qua|nghiem tuc|nghiem|tot|dong bo|hieu qua|noi dung|cac|theo))*$`
	reviewed = ` ?(?:tong ket|so ket)(?:(?: va)? (?:tong ket|so ket))*`
)

var ties = []tie{
	{schema.Implements, false, 0.9, regexp.MustCompile(`(?:^| )` + purpose + doing + carry + manner)},
	{schema.Reviews, false, 0.8, regexp.MustCompile(`(?:^|(?:^| )ve(?: viec)?)` + reviewed + `(?: [a-z0-9]+){0,8}` + carry + manner)},
	{schema.Amends, false, 0.8, regexp.MustCompile(`(?:^| )(?:sua doi|bo sung)(?: va)?(?: bo sung)?(?: mot so dieu)?(?: cua)?$`)},
	{schema.Replaces, false, 0.8, regexp.MustCompile(`(?:^| )(?:thay the|bai bo)(?: cho)?$`)},
	{schema.Amends, true, 0.8, regexp.MustCompile(`(?:^| )(?:sua doi|bo sung)(?: bo sung)?(?: mot so dieu)? (?:boi|tai|o|theo)$`)},
	{schema.Replaces, true, 0.8, regexp.MustCompile(`(?:^| )(?:thay the|bai bo) (?:boi|bang|theo)$`)},
}

// fulfils is the tie of "Thực hiện B …, cụ thể hóa thành A".
var fulfils = tie{schema.Implements, true, 0.75, regexp.MustCompile(`(?:^| )(?:cu the hoa thanh|cu the hoa bang|ban hanh)$`)}

// opening are the words that begin a sentence whose first directive is
// fulfilled by a later one, or by the document.
var opening = regexp.MustCompile(`(?:^| )(?:thuc hien|can cu|quan triet|trien khai|trien khai thuc hien)$`)

// denied are the words that untie: with their marks, for "dừng" is not "đúng".
var denied = map[string]bool{"dừng": true, "không": true, "chưa": true, "chậm": true, "khong": true, "chua": true, "cham": true}

// relations ties neighbouring references of one sentence, and the document to
// those that it says it carries out. References are those of d, in order; those
// in the noise of the page, a related link say, tell nothing of it.
func relations(d *schema.Document, refs []cite.Reference) []schema.Relation {
	var found relationSet
	tied := make([]bool, len(refs)) // is the object of another directive
	for i := 0; i+1 < len(refs); i++ {
		if !says(d, refs[i]) || !says(d, refs[i+1]) {
			continue
		}
		gap, ok := gapBetween(d.Text, refs[i].End, refs[i+1].Start)
		if !ok {
			continue
		}
		if t, ok := tieOf(d.Text, refs, i, gap); ok {
			from, to := i, i+1
			if t.backward {
				from, to = to, from
			}
			tied[to] = true
			found.add(schema.Relation{
				Kind: t.kind, From: node(d.References[from], refs[from]), To: node(d.References[to], refs[to]),
				Evidence: schema.Span{Start: refs[i].Start, End: refs[i+1].End}, Confidence: t.confidence,
			})
		}
	}
	ownRelations(d, refs, tied, &found)
	return found.list
}

// says reports whether a reference stands in what the document says. Of a text
// that nobody has divided all counts.
func says(d *schema.Document, r cite.Reference) bool {
	undivided := d.Title.Len() == 0 && len(d.Body) == 0 && len(d.Captions) == 0
	return undivided || d.Says(schema.Span{Start: r.Start, End: r.End})
}

// ownRelations adds the relations of the document itself to directives that no
// other acts on.
func ownRelations(d *schema.Document, refs []cite.Reference, tied []bool, found *relationSet) {
	number := planNumber(d)
	var last schema.Relation // of the reference before; To is "" if it has none
	for i, r := range refs {
		var own schema.Relation
		if !tied[i] && d.References[i].Identity != "" && says(d, r) {
			floor := -1
			if i > 0 {
				floor = skipMarks(d.Text, refs[i-1].End)
			}
			var ok bool
			own, ok = ownRelation(d, r, d.References[i].Identity, floor)
			if !ok && last.To != "" && joined(d.Text[refs[i-1].End:r.Start]) && !isSubject(d.Text[r.End:]) {
				own, ok = last, true
				own.To, own.Evidence.End = d.References[i].Identity, r.End
			}
			if !ok {
				own = schema.Relation{}
			}
		}
		last = own
		switch {
		case own.To == "" || found.has(own.Kind, number, own.To):
		case own.Kind == schema.Implements && number != "" && titled(d, r):
			own.From, own.Confidence = number, confNumbered
			found.add(own)
		default:
			found.addOwn(own)
		}
	}
}

// joined reports whether nothing but "và" or a comma stands between two
// directives, which then are carried out together.
func joined(between string) bool {
	between = strings.TrimLeft(strings.TrimSpace(between), ",")
	return len(between) < 8 && (between == "" || words(viet.Fold(between, viet.ASCII)) == "va")
}

// confNumbered is the confidence that an official document carries out what its
// title names.
const confNumbered = 0.9

// plans are the types of official documents that carry out what their title
// says; a report tells of it.
var plans = map[string]bool{
	"Kế hoạch": true, "Chương trình": true, "Chương trình hành động": true, "Đề án": true, "Hướng dẫn": true,
	"Chỉ thị": true, "Nghị quyết": true, "Quyết định": true, "Kết luận": true, "Công văn": true, "Thông tri": true,
}

// planNumber is the identity of the plan that an official document is, by the
// number in its head; "" if it is none.
func planNumber(d *schema.Document) string {
	own, ok := ownNumber(d)
	if !ok {
		return ""
	}
	for _, r := range d.References {
		if r.Start <= own.Start && own.End <= r.End && plans[r.Type] {
			return r.Identity
		}
	}
	return ""
}

// documentConfidence is higher where the title names the directive.
func documentConfidence(d *schema.Document, r cite.Reference) float64 {
	if titled(d, r) {
		return 0.6
	}
	return 0.5
}

// titled reports whether a directive is named in the title.
func titled(d *schema.Document, r cite.Reference) bool {
	return r.Start >= d.Title.Start && r.End <= d.Title.End
}

// tieOf finds the tie of references i and i+1 with the folded gap between.
func tieOf(text string, refs []cite.Reference, i int, gap string) (tie, bool) {
	for _, t := range ties {
		if t.tail.MatchString(gap) {
			return t, true
		}
	}
	if fulfils.tail.MatchString(gap) && opensSentence(text, refs[i].Start) {
		return fulfils, true
	}
	return tie{}, false
}

// opensSentence reports whether nothing but an opening word stands between
// the sentence's beginning and i.
func opensSentence(text string, i int) bool {
	before := wordsBefore(text, i)
	return opening.FindString(before) == before && before != ""
}

// gapBetween returns the text between two references, folded to ASCII words,
// unless it is too long, crosses a sentence or a line, or unties.
func gapBetween(text string, from, to int) (string, bool) {
	if to-from > maxGap || to < from {
		return "", false
	}
	gap := text[from:to]
	if strings.Contains(gap, ". ") || strings.Contains(gap, "; ") || strings.ContainsRune(gap, '\n') || isDenied(gap) {
		return "", false
	}
	folded := words(viet.Fold(gap, viet.ASCII))
	if openQuote(text[from:min(to, skipMarks(text, from))]) != 0 {
		folded = "ve " + folded // a title follows at once: Kết luận số 10 “tiếp tục thực hiện …
	}
	for _, phrase := range [...]string{"gan voi", "ket hop voi", "cung nhu", "du thao"} {
		if strings.Contains(folded, phrase) {
			return "", false
		}
	}
	return folded, true
}

// isDenied reports whether one of the words that untie is among the text's.
func isDenied(text string) bool {
	for word := range strings.FieldsSeq(words(viet.Fold(text, viet.Exact))) {
		if denied[word] {
			return true
		}
	}
	return false
}

// wordsBefore returns the folded words between the sentence's beginning and
// i, at most the last 80 bytes of them.
func wordsBefore(text string, i int) string {
	before := text[max(0, i-80):i]
	for _, end := range [...]string{"\n", ". ", "; "} {
		if n := strings.LastIndex(before, end); n >= 0 {
			before = before[n+len(end):]
		}
	}
	return words(viet.Fold(before, viet.ASCII))
}

// words joins the words and numbers of s by single spaces.
func words(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }), " ")
}

// node names a directive in a relation: its identity, or, where the issuer is
// not known, what is known of it: "43-KH/?".
func node(s schema.Reference, r cite.Reference) string {
	if s.Identity != "" || r.Abbr == "" {
		return s.Identity
	}
	return r.Number + "-" + r.Abbr + "/?"
}

// A relationSet keeps each relation once, as sure as its surest mention.
type relationSet struct {
	list []schema.Relation
	at   map[[3]string]int
}

// has reports whether a relation is in the set.
func (s *relationSet) has(kind schema.RelationKind, from, to string) bool {
	_, ok := s.at[[3]string{string(kind), from, to}]
	return ok && from != ""
}

func (s *relationSet) add(r schema.Relation) {
	if r.To == "" || r.From == r.To {
		return
	}
	key := [3]string{string(r.Kind), r.From, r.To}
	if i, ok := s.at[key]; ok {
		if r.Confidence > s.list[i].Confidence {
			s.list[i] = r
		}
		return
	}
	if s.at == nil {
		s.at = map[[3]string]int{}
	}
	s.at[key] = len(s.list)
	s.list = append(s.list, r)
}

// addOwn keeps a relation of the document itself. One that carries a directive
// out as well as reviewing it carries it out.
func (s *relationSet) addOwn(r schema.Relation) {
	other := schema.Reviews
	if r.Kind == schema.Reviews {
		other = schema.Implements
	}
	i, ok := s.at[[3]string{string(other), "", r.To}]
	switch {
	case !ok:
		s.add(r)
	case r.Kind == schema.Implements:
		delete(s.at, [3]string{string(other), "", r.To})
		s.at[[3]string{string(r.Kind), "", r.To}] = i
		s.list[i] = r
	}
}
