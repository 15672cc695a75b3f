package place

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/cite"
	"soi/analyzer/viet"
	"soi/index/schema"
)

// A letterhead is what an official document has above its number: often two
// storeys, a body and below it the one of its parts that issues the document.
type letterhead struct {
	text   string  // the document's, up to the number, with blanks for the right column
	issuer mention // the lowest body that names a place
	within bool    // a part of it stands below and issues
	part   string  // that part as written, in its usual capitals
	unit   unit    // of the part where its name tells it: Sở, Phòng
}

// readLetterhead reads what stands above the number r. ok is false if no body
// with a place is named there.
func (l *location) readLetterhead(r cite.Reference) (h letterhead, ok bool) {
	above := l.header()
	above.End = min(above.End, r.Start)
	h.text = firstColumns(l.doc.Text[:max(0, above.End)])
	for _, m := range scan(h.text, above, l.marked) {
		if m.party || m.acting {
			h.issuer, ok = m, true
		}
	}
	if !ok {
		return h, false
	}
	rest := schema.Span{Start: h.issuer.span.End, End: above.End}
	for line := range strings.Lines(rest.Of(h.text)) {
		if part, unit := readPart(strings.TrimSpace(line)); part != "" {
			h.within, h.part, h.unit = true, part, unit
		}
	}
	return h, true
}

// firstColumns puts blanks in the place of the right one of two columns, which a
// tab or a gap parts, so that a name goes on in the next line and each byte
// stays where it was. Two blanks are a gap only before words that stand in the
// right column of every letterhead: within a name they are slips of the keyboard.
func firstColumns(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		indent := len(line) - len(strings.TrimLeft(line, " \u00a0\t"))
		left := line
		for _, gap := range []string{"\t", "   "} {
			before, _, _ := strings.Cut(left[indent:], gap)
			left = left[:indent+len(before)]
		}
		left = left[:indent+beforeRight(left[indent:])]
		b.WriteString(left)
		rest := line[len(left):]
		right := strings.TrimRight(rest, "\r\n")
		b.WriteString(strings.Repeat(" ", len(right)))
		b.WriteString(rest[len(right):])
	}
	return b.String()
}

// rights are the words, folded, that the lines of the right column begin with
// in the letterheads of the state (Nghị định 30/2020/NĐ-CP, Phụ lục I) and of
// the Party (Hướng dẫn 36-HD/VPTW).
var rights = [...]string{"cong hoa xa hoi chu nghia", "doc lap", "dang cong san viet nam"}

// beforeRight returns where the first two blanks of a line begin that a line of
// the right column follows: one of rights, or a place with its day, "Bắc Giang,
// ngày 5 tháng 4". It is the line's length where none does.
func beforeRight(line string) int {
	const gap = "  "
	for at := 0; ; {
		i := strings.Index(line[at:], gap)
		if i < 0 {
			return len(line)
		}
		i += at
		at = i + len(gap)
		right := viet.Fold(line[at:], viet.ASCII)
		name, _, dated := strings.Cut(right, ", ngay ")
		if dated && !strings.Contains(name, gap) || slices.ContainsFunc(rights[:], func(words string) bool { return strings.HasPrefix(right, words) }) {
			return i
		}
	}
}

// parts are the words that the names of a body's parts begin with, and the
// unit whose body has such parts where that is one only.
var parts = []struct {
	words string
	unit  unit
}{
	{"văn phòng", ""}, {"ủy ban kiểm tra", ""}, {"ban", ""}, {"sở", unitProvince}, {"phòng", unitDistrict},
	{"chi bộ", ""}, {"đảng ủy", ""}, {"chi ủy", ""}, {"thanh tra", ""}, {"trung tâm", ""}, {"chi cục", ""}, {"trường", ""},
	{"bệnh viện", ""}, {"hội", ""}, {"công an", ""},
}

// readPart reads a line that names a part of a body in capitals: "SỞ NỘI VỤ" is
// Sở Nội vụ.
func readPart(line string) (part string, u unit) {
	if line == "" || strings.ToUpper(line) != line || strings.ToLower(line) == line {
		return "", ""
	}
	keys := viet.Key(strings.Join(strings.Fields(line), " ")) + " "
	for _, p := range parts {
		if strings.HasPrefix(keys, viet.Key(p.words)+" ") {
			return titleCase(line, len(strings.Fields(p.words))), p.unit
		}
	}
	return "", ""
}

// titleCase writes a name in capitals as names of bodies are written: a capital
// at its beginning, behind the first words, and after "và": Phòng Giáo dục và Đào
// tạo.
func titleCase(line string, head int) string {
	words := strings.Fields(strings.ToLower(line))
	for i, word := range words {
		if i == 0 || i == head || words[i-1] == "và" {
			first, size := utf8.DecodeRuneInString(word)
			words[i] = string(unicode.ToUpper(first)) + word[size:]
		}
	}
	if head > 2 { // Ủy ban Kiểm tra
		words[2] = capitalise(words[2])
	}
	return strings.Join(words, " ")
}

// letterheadLevel is the level of the body that issues.
func (l *location) letterheadLevel(h letterhead) schema.Level {
	if h.within && h.unit != "" {
		return l.levelOf(mention{unit: h.unit})
	}
	return l.levelOf(h.issuer)
}

// letterheadName is the name of the body that issues; a part takes that of the whole, or
// the whole's place: Ban Tuyên giáo Tỉnh ủy Bắc Giang, Sở Nội vụ tỉnh Bắc Giang.
func (l *location) letterheadName(h letterhead) string {
	whole := l.body(h.text, h.issuer, h.issuer.from)
	if !h.within || whole == "" {
		return whole
	}
	if !h.issuer.party {
		whole = strings.TrimPrefix(whole, "UBND ")
	}
	return h.part + " " + whole
}
