package place

import (
	"strings"

	"soi/analyzer/viet"
	"soi/index/schema"
	"soi/ingest/clean"
)

// checkDay takes back a day since the merger that the text merely tells of,
// where a party committee of a district acts in it: there are none since, so
// the day was one to come, "sẽ khánh thành ngày 1/10/2025".
func (l *location) checkDay() {
	d := l.doc
	if !l.afterMerger() || d.Published != "" || d.Year > 0 || d.Evidence[clean.FieldNotBefore].Rule != schema.RuleBody {
		return
	}
	for _, m := range l.mentions {
		if m.party && m.unit.isDistrict() && m.acting && !m.office && m.named() && !isFormer(d.Text[m.span.End:]) {
			l.date = map63
			return
		}
	}
}

// isFormer reports whether the words behind a name say that what has it is no
// more: "Huyện ủy Tiên Phước (cũ)", "trước đây".
func isFormer(after string) bool {
	after = strings.TrimLeft(after[:min(len(after), 16)], " (,")
	key := viet.Fold(strings.ToValidUTF8(after, ""), viet.Exact)
	return strings.HasPrefix(key, "cũ") || strings.HasPrefix(key, "trước")
}
