package place

import (
	"slices"
	"strings"
	"unicode"

	"soi/analyzer/cite"
	"soi/analyzer/place"
	"soi/analyzer/viet"
	"soi/index/schema"
)

const (
	confidentNumber = 0.95 // the issuer in the document's own number
	confidentTitle  = 0.9  // the body or place that the title begins with
	confidentOften  = 0.6  // the body that acts most often
	confidentName   = 0.5  // a bare name that the title begins with
)

// locateLevel takes the level from the document's own number, from what its
// title begins with, or else from the body that acts most often, the one that
// the first paragraph begins with, or a bare name that the title begins with.
func (l *location) locateLevel() {
	if l.doc.Level != "" {
		return
	}
	for _, rule := range []func() (schema.Level, schema.Evidence){
		l.levelOfNumber, l.levelOfPrefix, l.levelOfLead, l.levelOfTitle, l.levelOfCentral, l.levelOften, l.levelOfOpening, l.levelOfName,
	} {
		if level, e := rule(); level != "" {
			l.doc.Level = level
			l.set(schema.FieldLevel, e)
			return
		}
	}
}

// ownNumber returns the number of an official document, which stands above
// its title in a line of its own: "Số: 64-KH/HU".
func (l *location) ownNumber() (cite.Reference, bool) {
	const longest = 4000 // bytes; a header takes less than a quarter
	header := l.header()
	if header.Len() > longest {
		return cite.Reference{}, false
	}
	text, start := cite.NewText(header.Of(l.doc.Text)), 0 // the header begins the document
	for line := range strings.Lines(header.Of(l.doc.Text)) {
		first, end := nextWord(line, 0)
		if viet.Fold(line[first:end], viet.ASCII) == "so" {
			if digit := strings.IndexFunc(line, unicode.IsDigit); digit >= 0 {
				if r, ok := text.CodeAt(start + digit); ok {
					return r, true
				}
			}
		}
		start += len(line)
	}
	return cite.Reference{}, false
}

// header is what stands above the title.
func (l *location) header() schema.Span {
	return schema.Span{Start: 0, End: l.title.Start}
}

// levelOfNumber takes the level from the issuer in the document's own number.
// UBND and HĐND stand on three floors; the header says on which.
func (l *location) levelOfNumber() (schema.Level, schema.Evidence) {
	r, ok := l.ownNumber()
	if !ok {
		return "", schema.Evidence{}
	}
	e := l.quote(schema.RuleOwnNumber, schema.Span{Start: r.Start, End: r.End}, confidentNumber)
	issuer, known := cite.FindIssuer(r.Issuer)
	if known && issuer.Scope != cite.ScopePlace {
		return levels[issuer.Level], e
	}
	if h, ok := l.readLetterhead(r); ok {
		return l.letterheadLevel(h), e
	}
	return "", e
}

// levels are the levels of the table of issuers.
var levels = map[string]schema.Level{
	"central": schema.LevelCentral, "province": schema.LevelProvince, "district": schema.LevelDistrict,
	"commune": schema.LevelCommune, "base": schema.LevelOther,
}

// levelOf returns the level of the place or body that a mention names.
func (l *location) levelOf(m mention) schema.Level {
	switch {
	case m.unit == unitProvince:
		return schema.LevelProvince
	case m.unit.isDistrict():
		return schema.LevelDistrict
	case m.unit.isCommune():
		return schema.LevelCommune
	case m.unit != unitCity:
		return ""
	}
	p := m.province
	if p.Name == "" && len(m.districts) == 0 { // "Thành ủy" without a name: the document's own
		p, _ = place.FindProvince(l.doc.Province)
	}
	if p.Name != "" && p.TypeOn(l.date) == "thành phố" {
		return schema.LevelProvince
	}
	return schema.LevelDistrict
}

// levelOfPrefix takes the level from a title "X: …".
func (l *location) levelOfPrefix() (schema.Level, schema.Evidence) {
	x := l.prefix
	e := l.quote(schema.RuleTitle, x.span, confidentTitle)
	switch {
	case l.lead != nil && l.lead.span.End <= x.span.End: // "Huyện ủy X: …"
		return "", e
	case len(x.districts) > 0:
		return schema.LevelDistrict, l.quote(schema.RuleTitle, x.names, confidentTitle)
	case x.province.Name != "":
		return schema.LevelProvince, e
	}
	return "", e
}

func (l *location) levelOfLead() (schema.Level, schema.Evidence) {
	if l.lead == nil {
		return "", schema.Evidence{}
	}
	return l.levelOf(*l.lead), l.quote(schema.RuleTitle, l.lead.span, confidentTitle)
}

// titleHeads are the words that the names of other bodies begin with, and
// their level; in the form of viet.Key.
var titleHeads = []struct {
	words string
	level schema.Level
}{
	{"bộ chính trị", schema.LevelCentral}, {"ban bí thư", schema.LevelCentral}, {"trung ương", schema.LevelCentral},
	{"ban chấp hành trung ương", schema.LevelCentral}, {"ban tổ chức trung ương", schema.LevelCentral},
	{"ban tuyên giáo trung ương", schema.LevelCentral}, {"ban nội chính trung ương", schema.LevelCentral},
	{"ủy ban kiểm tra trung ương", schema.LevelCentral}, {"văn phòng trung ương", schema.LevelCentral},
	{"chính phủ", schema.LevelCentral}, {"thủ tướng", schema.LevelCentral}, {"quốc hội", schema.LevelCentral},
	{"quân ủy trung ương", schema.LevelCentral},
	{"bộ công an", schema.LevelCentral}, {"bộ công thương", schema.LevelCentral}, {"bộ dân tộc", schema.LevelCentral},
	{"bộ giáo dục", schema.LevelCentral}, {"bộ giao thông", schema.LevelCentral}, {"bộ kế hoạch", schema.LevelCentral},
	{"bộ khoa học", schema.LevelCentral}, {"bộ lao động", schema.LevelCentral}, {"bộ ngoại giao", schema.LevelCentral},
	{"bộ nội vụ", schema.LevelCentral}, {"bộ nông nghiệp", schema.LevelCentral}, {"bộ quốc phòng", schema.LevelCentral},
	{"bộ tài chính", schema.LevelCentral}, {"bộ tài nguyên", schema.LevelCentral}, {"bộ thông tin", schema.LevelCentral},
	{"bộ tư pháp", schema.LevelCentral}, {"bộ văn hóa", schema.LevelCentral}, {"bộ xây dựng", schema.LevelCentral},
	{"bộ y tế", schema.LevelCentral},
	{"khối các cơ quan trung ương", schema.LevelCentral}, {"khối doanh nghiệp trung ương", schema.LevelCentral},
	{"khối các cơ quan", schema.LevelProvince}, {"khối doanh nghiệp", schema.LevelProvince}, {"sở", schema.LevelProvince},
	{"trường", schema.LevelOther}, {"công ty", schema.LevelOther}, {"tổng công ty", schema.LevelOther},
	{"tập đoàn", schema.LevelOther}, {"bệnh viện", schema.LevelOther}, {"đại học", schema.LevelOther},
	{"học viện", schema.LevelOther}, {"ngân hàng", schema.LevelOther}, {"nhà máy", schema.LevelOther},
	{"hợp tác xã", schema.LevelOther}, {"xí nghiệp", schema.LevelOther},
}

// levelOfTitle takes the level from the other bodies that a title can begin
// with, or that a report is said to be of: "Báo cáo … của Đảng bộ Công ty X".
func (l *location) levelOfTitle() (schema.Level, schema.Evidence) {
	for _, at := range []int{l.title.Start, l.afterOf()} {
		if level, span := l.head(schema.Span{Start: at, End: l.title.End}); level != "" {
			return level, l.quote(schema.RuleTitle, span, confidentTitle)
		}
	}
	return "", schema.Evidence{}
}

// levelOfOpening takes the level from the body that the first paragraph
// begins with.
func (l *location) levelOfOpening() (schema.Level, schema.Evidence) {
	if len(l.doc.Body) == 0 || l.doc.Body[0].Of(l.doc.Text) == "" {
		return "", schema.Evidence{}
	}
	level, span := l.head(l.doc.Body[0])
	return level, l.quote(schema.RuleBody, span, confidentOften)
}

// levelOfName takes the level from the bare name of a province or district
// that the title begins with: "Bạc Liêu thực hiện …".
func (l *location) levelOfName() (schema.Level, schema.Evidence) {
	text := l.doc.Text[:l.title.End]
	if p, end, ok := place.ProvinceAt(text, l.title.Start); ok && p.Name == l.doc.Province && p.Name != "Hồ Chí Minh" {
		return schema.LevelProvince, l.quote(schema.RuleTitle, schema.Span{Start: l.title.Start, End: end}, confidentName)
	}
	return "", schema.Evidence{}
}

// head returns the level of the body that a span begins with, after "Đảng bộ"
// and the like or at once, and the words that told.
func (l *location) head(span schema.Span) (schema.Level, schema.Span) {
	for _, from := range []int{l.skipWords(span, "đảng", "bộ", "ủy", "chi", "cơ", "sở"), span.Start} {
		if level, words := l.headAt(from, span.End); level != "" {
			return level, words
		}
	}
	return "", schema.Span{}
}

// afterOf returns where the word after the first "của" of the title begins that
// is in no reference; the end of the title if it has none.
func (l *location) afterOf() int {
	text := l.doc.Text[:l.title.End]
	for i := l.title.Start; i < len(text); {
		start, end := nextWord(text, i)
		if next := l.skipCited(start); next > start {
			i = next
			continue
		}
		if l.isWord(text[start:end], "của") {
			next, _ := nextWord(text, end)
			return next
		}
		i = end
	}
	return len(text)
}

// isWord compares a word of the text with a word in the form of viet.Key,
// without marks where the text has none.
func (l *location) isWord(written, key string) bool {
	if !l.marked {
		key = viet.Fold(key, viet.ASCII)
	}
	return viet.Key(written) == viet.Key(key)
}

// skipWords returns where the first word of a span begins that is none of the
// words.
func (l *location) skipWords(span schema.Span, words ...string) int {
	text := l.doc.Text[:span.End]
	i := span.Start
	for i < len(text) {
		start, end := nextWord(text, i)
		if !slices.ContainsFunc(words, func(word string) bool { return l.isWord(text[start:end], word) }) {
			return start
		}
		i = end
	}
	return i
}

// A head is one of titleHeads in keys, with marks and without.
type head struct {
	keys, plain []string
	level       schema.Level
}

// headsByFirst are the heads by their first key, in the order of titleHeads;
// without marks under the first key without.
var headsByFirst = func() map[string][]head {
	by := map[string][]head{}
	for _, h := range titleHeads {
		read := head{level: h.level}
		for word := range strings.FieldsSeq(h.words) {
			read.keys = append(read.keys, viet.Key(word))
			read.plain = append(read.plain, viet.Key(viet.Fold(word, viet.ASCII)))
		}
		by[read.keys[0]] = append(by[read.keys[0]], read)
		if read.plain[0] != read.keys[0] {
			by[read.plain[0]] = append(by[read.plain[0]], read)
		}
	}
	return by
}()

// headAt returns the level of the body whose name begins at byte i of the text
// with a capital and ends before byte end, and the words that told.
func (l *location) headAt(i, end int) (schema.Level, schema.Span) {
	text := l.doc.Text[:end]
	if i >= len(text) || !isName(text[i:]) {
		return "", schema.Span{}
	}
	const longest = 16 // bytes of a head's first word
	first, next := nextWord(text, i)
	if next-first > longest {
		return "", schema.Span{}
	}
	for _, h := range headsByFirst[viet.Key(text[first:next])] {
		keys := h.keys
		if !l.marked {
			keys = h.plain
		}
		if at, ok := wordsAt(text, i, keys); ok {
			return h.level, schema.Span{Start: i, End: at}
		}
	}
	return "", schema.Span{}
}

// wordsAt reports whether the words at byte i of the text have the keys, and
// where the last of them ends.
func wordsAt(text string, i int, keys []string) (end int, ok bool) {
	for _, key := range keys {
		start, next := nextWord(text, i)
		if viet.Key(text[start:next]) != key {
			return 0, false
		}
		i = next
	}
	return i, true
}

// levelOften takes the level of the bodies that act most often. One in a list
// does not count, and an office in one half: news names those of people. A
// draw decides nothing.
func (l *location) levelOften() (schema.Level, schema.Evidence) {
	counts := map[schema.Level]float64{}
	first := map[schema.Level]mention{}
	for _, m := range l.mentions {
		if !m.acting {
			continue
		}
		level := l.levelOf(m)
		if counts[level] == 0 {
			first[level] = m
		}
		counts[level] += m.share()
	}
	best, draw := schema.Level(""), false
	for _, level := range schema.Levels {
		switch {
		case counts[level] > counts[best]:
			best, draw = level, false
		case counts[level] == counts[best] && counts[level] > 0:
			draw = true
		}
	}
	if best == "" || draw {
		return "", schema.Evidence{}
	}
	return best, l.quote(schema.RuleFrequency, first[best].span, confidentOften)
}
