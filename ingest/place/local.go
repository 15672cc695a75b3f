package place

import (
	"slices"
	"strings"
	"unicode"

	"soi/analyzer/cite"
	"soi/analyzer/place"
	"soi/index/schema"
)

// locateDistrict takes the district that the title names, or, for a report of
// a district or a commune, the one named most often. It must lie in the
// province, where that is known. Since the merger there are no districts.
func (l *location) locateDistrict() {
	d := l.doc
	if d.District != "" || l.afterMerger() {
		return
	}
	if len(l.prefix.districts) > 0 && d.Level == schema.LevelDistrict && l.lies(l.prefix.districts) {
		d.District = l.prefix.districts[0].Name
		l.set(schema.FieldDistrict, l.quote(schema.RuleTitle, l.prefix.names, confidentTitle))
		return
	}
	if d.Level != schema.LevelDistrict && d.Level != schema.LevelCommune {
		return
	}
	if m, ok := l.district(); ok {
		rule, confidence := schema.RuleBody, confidentOften
		if m.inTitle {
			rule, confidence = schema.RuleTitle, confidentTitle
		}
		d.District = m.districts[0].Name
		l.set(schema.FieldDistrict, l.quote(rule, m.span, confidence))
		return
	}
	if found, ok := hostDistrict(siteHost(d), d.Province); ok {
		d.District = found.Name
		l.set(schema.FieldDistrict, schema.Evidence{Rule: schema.RuleSite, Quote: siteHost(d), Confidence: confidentTitle})
	}
}

// lies reports whether one of the districts lies in the document's province.
func (l *location) lies(districts []place.District) bool {
	return l.doc.Province == "" || slices.ContainsFunc(districts, func(d place.District) bool { return l.same(d.ProvinceOn(l.date)) })
}

// same reports whether a province of the time before the merger is the
// document's, or has become part of it.
func (l *location) same(province string) bool {
	if province == l.doc.Province {
		return true
	}
	p, ok := place.FindProvince(province)
	return ok && p.On(l.date) == l.doc.Province
}

// district returns the mention of the district that the title names, or that
// is named most often; the first of them.
func (l *location) district() (mention, bool) {
	counts := map[string]int{}
	var best mention
	for _, m := range l.mentions {
		if len(m.districts) == 0 || m.plural || !l.lies(m.districts) {
			continue
		}
		if m.inTitle {
			return m, true
		}
		counts[m.districts[0].Name]++
	}
	most := 0
	for _, m := range l.mentions {
		if len(m.districts) > 0 && counts[m.districts[0].Name] > most {
			best, most = m, counts[m.districts[0].Name]
		}
	}
	return best, most > 0
}

// locateCommune takes the commune of a report of the third level: the one that
// the title names, or that is named most often. A commune's name alone says
// nothing: it counts with its district, or since the merger with its province.
func (l *location) locateCommune() {
	d := l.doc
	if d.Commune != "" || d.Level != schema.LevelCommune {
		return
	}
	m, name := l.commune()
	if name == "" {
		return
	}
	rule, confidence := schema.RuleBody, confidentOften
	if m.inTitle {
		rule, confidence = schema.RuleTitle, confidentTitle
	}
	d.Commune = name
	l.set(schema.FieldCommune, l.quote(rule, m.span, confidence))
}

// commune returns the mention of the commune that the title names, or that is
// named most often; the first of them. name is "" if that one lies elsewhere.
func (l *location) commune() (best mention, name string) {
	counts := map[string]int{}
	for _, m := range l.mentions {
		if len(m.communes) == 0 {
			continue
		}
		if name := l.paired(m); m.inTitle && name != "" {
			return m, name
		}
		counts[m.communes[0].Name]++
	}
	most := 0
	for _, m := range l.mentions {
		if len(m.communes) > 0 && counts[m.communes[0].Name] > most {
			best, most = m, counts[m.communes[0].Name]
		}
	}
	return best, l.paired(best)
}

// paired is the name of the commune that a mention can mean and that lies in
// the document's district, or since the merger in its province; "" if none
// does. Typed without marks, "Dong Son" is Đông Sơn in one district and Đồng
// Sơn in another.
func (l *location) paired(m mention) string {
	for _, c := range m.communes {
		if c.District != "" && c.District == l.doc.District && l.same(c.Province) ||
			c.District == "" && l.afterMerger() && c.Province == l.doc.Province {
			return c.Name
		}
	}
	return ""
}

// locateIssuer takes the issuing body from the header of an official document
// or from what the title begins with. A district or commune reports in its own
// name; that of a province or city stands before news of all kinds.
func (l *location) locateIssuer() {
	d := l.doc
	if d.Issuer != "" {
		return
	}
	if r, ok := l.ownNumber(); ok {
		d.Issuer = l.headerBody(r)
		l.setIssuer(schema.RuleOwnNumber, schema.Span{Start: r.Start, End: r.End}, confidentNumber)
		return
	}
	if m := l.lead; m != nil && (m.party || m.acting || m.unit.isDistrict() || m.unit.isCommune()) {
		d.Issuer = l.body(d.Text, *l.lead, l.title.Start)
		l.setIssuer(schema.RuleTitle, schema.Span{Start: l.title.Start, End: l.lead.span.End}, confidentTitle)
	}
}

func (l *location) setIssuer(rule schema.Rule, span schema.Span, confidence float64) {
	if l.doc.Issuer != "" {
		l.set(schema.FieldIssuer, l.quote(rule, span, confidence))
	}
}

// headerBody returns the name of the body that numbered an official document:
// of a central one by its abbreviation, of a local one from the header.
func (l *location) headerBody(r cite.Reference) string {
	if issuer, ok := cite.FindIssuer(r.Issuer); ok && issuer.Level == "central" {
		name, _, _ := strings.Cut(issuer.Name, " (")
		if strings.Contains(name, ", ") { // TW is three bodies
			return ""
		}
		return name
	}
	h, ok := l.readLetterhead(r)
	if !ok {
		return ""
	}
	return l.letterheadName(h)
}

// body returns the name of the body that ends in a mention of a text: as written
// from byte from on, in its usual capitals where it is written in capitals only.
// A body without its place takes it from the document; "" if that is not
// known.
func (l *location) body(text string, m mention, from int) string {
	name := l.nameOf(m)
	if name == "" {
		return ""
	}
	written := strings.Join(strings.Fields(text[from:m.span.End]), " ")
	if m.named() && strings.ToUpper(written) != written {
		return written
	}
	head := capitalise(string(m.unit))
	if m.party {
		head = partyName(m.unit)
	} else if of := bodyIn(written); of != "" {
		head = of + " " + string(m.unit)
	}
	return head + " " + name
}

// bodyIn returns the body that is named in capitals before a place, as it is
// written otherwise; "" if it is the place alone.
func bodyIn(written string) string {
	for _, b := range [...][2]string{
		{"HỘI ĐỒNG NHÂN DÂN", "HĐND"}, {"HĐND", "HĐND"}, {"NHÂN DÂN", "UBND"}, {"UBND", "UBND"},
		{"ĐẢNG ỦY", "Đảng ủy"}, {"ĐẢNG UỶ", "Đảng ủy"}, {"ĐẢNG BỘ", "Đảng bộ"},
	} {
		if strings.Contains(written, b[0]) {
			return b[1]
		}
	}
	return ""
}

// nameOf returns the name of the place of a mention; where none is named, the
// document's own of that level.
func (l *location) nameOf(m mention) string {
	switch {
	case m.province.Name != "":
		return m.province.Name
	case len(m.districts) > 0:
		return m.districts[0].Name
	case len(m.communes) > 0:
		return m.communes[0].Name
	case l.levelOf(m) == schema.LevelProvince:
		return l.doc.Province
	case l.levelOf(m) == schema.LevelDistrict:
		return l.doc.District
	case l.levelOf(m) == schema.LevelCommune:
		return l.doc.Commune
	}
	return ""
}

// partyName returns the name of the Party committee of a unit.
func partyName(u unit) string {
	switch u {
	case unitCity:
		return "Thành ủy"
	case unitTown:
		return "Thị ủy"
	}
	return capitalise(string(u)) + " ủy"
}

func capitalise(s string) string {
	for i, r := range s {
		if i == 0 {
			return string(unicode.ToUpper(r)) + s[len(string(r)):]
		}
	}
	return s
}
