package place

import (
	"strings"

	"soi/analyzer/cite"
	"soi/analyzer/place"
	"soi/analyzer/viet"
	"soi/index/schema"
)

const (
	confidentNumber = 0.95 // the issuer in the document's own number
	confidentTitle  = 0.9  // the body or place that the title begins with
	confidentOften  = 0.6  // the body that acts most often
)

// locateLevel takes the level from the document's own number, from what its
// title begins with, or else from the body that acts most often.
func (l *location) locateLevel() {
	if l.doc.Level != "" {
		return
	}
	for _, rule := range []func() (schema.Level, schema.Evidence){
		l.levelOfNumber, l.levelOfPrefix, l.levelOfLead, l.levelOfTitle, l.levelOften,
	} {
		if level, e := rule(); level != "" {
			l.doc.Level = level
			l.set(schema.FieldLevel, e)
			return
		}
	}
}

// ownNumber returns the number of an official document, which stands above
// its title: "Số: 64-KH/HU".
func (l *location) ownNumber() (cite.Reference, bool) {
	text := l.doc.Text[:max(0, min(l.doc.Title.Start, len(l.doc.Text)))]
	const longest = 4000 // bytes; a header takes less than a quarter
	if len(text) > longest {
		return cite.Reference{}, false
	}
	for start := 0; start < len(text); {
		end := start + strings.IndexByte(text[start:]+"\n", '\n')
		line := text[start:end]
		for i := range len(line) {
			if line[i] < '0' || line[i] > '9' || i > 0 && line[i-1] >= '0' && line[i-1] <= '9' {
				continue
			}
			if r, ok := cite.CodeAt(text, start+i); ok {
				return r, true
			}
		}
		start = end + 1
	}
	return cite.Reference{}, false
}

func (l *location) levelOfNumber() (schema.Level, schema.Evidence) {
	r, ok := l.ownNumber()
	if !ok {
		return "", schema.Evidence{}
	}
	level := levelOfIssuer(r.Key)
	if level == "" { // UBND and HĐND stand on three floors; the header says on which
		for _, m := range scan(l.doc.Text, schema.Span{Start: 0, End: l.doc.Title.Start}, l.marked) {
			level = l.levelOf(m)
			break
		}
	}
	return level, l.quote(schema.RuleOwnNumber, schema.Span{Start: r.Start, End: r.End}, confidentNumber)
}

// levelOfIssuer returns the level of the issuer at the end of a code's key,
// "" if its letters do not tell.
func levelOfIssuer(key string) schema.Level {
	issuer := key[strings.LastIndex(key, "/")+1:]
	if _, unit, ok := strings.Cut(issuer, "-"); ok { // state codes: TYPE-ISSUER
		issuer, _, _ = strings.Cut(unit, "-")
	}
	switch {
	case strings.HasSuffix(issuer, "TW"), issuer == "CP", issuer == "TTG", issuer == "CTN", issuer == "VPCP",
		strings.HasPrefix(issuer, "QH"), strings.HasPrefix(issuer, "UBTVQH"):
		return schema.LevelCentral
	case strings.HasSuffix(issuer, "TXU"), strings.HasSuffix(issuer, "THU"), strings.HasSuffix(issuer, "TPU"),
		strings.HasSuffix(issuer, "HU"), strings.HasSuffix(issuer, "QU"):
		return schema.LevelDistrict
	case strings.HasSuffix(issuer, "TU"):
		return schema.LevelProvince
	case issuer == "DU", issuer == "UBKTDU", issuer == "BXDD":
		return schema.LevelCommune
	}
	return ""
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
		return schema.LevelDistrict, e
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

// titleHeads are the words that titles of other bodies begin with, folded to
// a-z, and their level.
var titleHeads = []struct {
	words string
	level schema.Level
}{
	{"bo chinh tri", schema.LevelCentral}, {"ban bi thu", schema.LevelCentral}, {"trung uong", schema.LevelCentral},
	{"ban chap hanh trung uong", schema.LevelCentral}, {"ban to chuc trung uong", schema.LevelCentral},
	{"ban tuyen giao trung uong", schema.LevelCentral}, {"chinh phu", schema.LevelCentral},
	{"thu tuong", schema.LevelCentral}, {"quoc hoi", schema.LevelCentral}, {"quan uy trung uong", schema.LevelCentral},
	{"so ", schema.LevelProvince},
	{"truong ", schema.LevelOther}, {"cong ty", schema.LevelOther}, {"tong cong ty", schema.LevelOther},
	{"tap doan", schema.LevelOther}, {"benh vien", schema.LevelOther}, {"dai hoc", schema.LevelOther},
	{"hoc vien", schema.LevelOther}, {"ngan hang", schema.LevelOther}, {"nha may", schema.LevelOther},
	{"hop tac xa", schema.LevelOther}, {"xi nghiep", schema.LevelOther},
}

// levelOfTitle takes the level from the other bodies a title can begin with.
func (l *location) levelOfTitle() (schema.Level, schema.Evidence) {
	const enough = 120 // bytes
	title := l.doc.TitleText()
	head := title[:min(len(title), enough)]
	key := viet.Fold(strings.ToValidUTF8(head, ""), viet.ASCII)
	for _, before := range []string{"dang bo ", "dang uy ", "chi bo ", "cong doan "} {
		key = strings.TrimPrefix(key, before)
	}
	for _, h := range titleHeads {
		if strings.HasPrefix(key, h.words) && isName(head) {
			span := schema.Span{Start: l.doc.Title.Start, End: l.doc.Title.Start + len(firstWords(title, strings.Fields(h.words)))}
			return h.level, l.quote(schema.RuleTitle, span, confidentTitle)
		}
	}
	return "", schema.Evidence{}
}

// firstWords returns the beginning of s with as many words as like.
func firstWords(s string, like []string) string {
	end := 0
	for range like {
		_, end = nextWord(s, end)
	}
	return s[:end]
}

// levelOften takes the level of the bodies that act most often. A draw
// decides nothing.
func (l *location) levelOften() (schema.Level, schema.Evidence) {
	counts := map[schema.Level]int{}
	first := map[schema.Level]mention{}
	for _, m := range l.mentions {
		if !m.acting {
			continue
		}
		level := l.levelOf(m)
		if counts[level]++; counts[level] == 1 {
			first[level] = m
		}
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
