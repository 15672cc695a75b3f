// Package place finds where a document comes from: its province, district,
// commune, level and issuing body, each with the evidence for it.
//
// The province is put to the vote: names of places after a word such as
// "tỉnh" or "Huyện ủy", the prefix of the title, a header line and the host
// of the address each have a weight, and a close vote leaves the province
// empty; so does one for a province that is named in passing only. An empty
// value beats a wrong one.
package place

import (
	"cmp"
	"strconv"

	"soi/analyzer/cite"
	"soi/analyzer/place"
	"soi/index/schema"
)

// Locate fills Province, ProvinceNow, District, Commune, Level and Issuer of
// d with their evidence from its text, title and address. Values that are
// there already are left as they are, but names of provinces are brought into
// their canonical spelling. It reads Title, Body, Captions, URL, Site,
// Published, Year and NotBefore, so these come first.
func Locate(d *schema.Document) {
	l := &location{doc: d, date: day(d), marked: hasMarks(d)}
	if d.TitleText() != "" {
		l.title = d.Title
	}
	l.read()
	l.checkDay()
	l.locateProvince()
	l.locateNow()
	l.locateLevel()
	l.locateDistrict()
	l.followDistrict()
	l.locateCommune()
	l.locateIssuer()
}

// A location is a document under analysis.
type location struct {
	doc      *schema.Document
	title    schema.Span   // of doc, or empty if that is none of its text
	date     string        // the day by which names count, ISO; "" unknown
	marked   bool          // the text is written with Vietnamese marks
	mentions []mention     // in the order of the text
	lead     *mention      // the body that the title begins with; nil if none
	prefix   prefix        // of the title
	cited    []schema.Span // of title and opening: the directives they refer to, with their issuers
}

// day returns the day that a document was written on or after. A day that it
// merely tells of says nothing of the time before the map of 63 provinces.
func day(d *schema.Document) string {
	year, after := "", ""
	if d.Year > 0 {
		year = strconv.Itoa(d.Year) + "-01-01"
	}
	if d.NotBefore != "" {
		after = max(d.NotBefore, map63)
	}
	return cmp.Or(d.Published, year, after)
}

// map63 is the first day of the map of 63 provinces.
const map63 = "2008-08-01"

// afterMerger reports whether the document was written since the merger.
func (l *location) afterMerger() bool { return l.date >= place.Merger }

// read gathers the mentions of title, body and captions.
func (l *location) read() {
	d := l.doc
	title := scan(d.Text, l.title, l.marked)
	for i := range title {
		title[i].inTitle = true
	}
	l.mentions = title
	for _, span := range []schema.Span{l.title, l.opening()} {
		for _, r := range cite.Find(span.Of(d.Text)) {
			l.cited = append(l.cited, schema.Span{Start: span.Start + r.Start, End: span.Start + r.End})
		}
	}
	l.lead = leading(d.Text, l.title, title)
	l.prefix = titlePrefix(d.Text, l.title)
	spans := d.Body
	if len(spans) == 0 && l.title.Len() == 0 {
		spans = []schema.Span{{Start: 0, End: len(d.Text)}}
	}
	for _, part := range [][]schema.Span{spans, d.Captions} {
		for _, span := range part {
			l.mentions = append(l.mentions, scan(d.Text, span, l.marked)...)
		}
	}
	pair(d.Text, l.mentions)
}

// locateProvince takes the province that has the vote.
func (l *location) locateProvince() {
	d := l.doc
	if d.Province != "" {
		if p, ok := place.FindProvince(d.Province); ok {
			d.Province = p.Name
		}
		return
	}
	winner, ok := l.vote()
	if !ok {
		return
	}
	d.Province = winner.name
	l.set(schema.FieldProvince, winner.evidence)
}

// locateNow takes the present province from the one of the report.
func (l *location) locateNow() {
	d := l.doc
	if d.ProvinceNow != "" {
		if p, ok := place.FindProvince(d.ProvinceNow); ok {
			d.ProvinceNow = p.Now
		}
		return
	}
	p, ok := place.FindProvince(d.Province)
	if !ok || d.Province == "" {
		return
	}
	d.ProvinceNow = p.Now
	e := d.Evidence[schema.FieldProvince]
	if e.Quote == "" {
		e = schema.Evidence{Quote: d.Province, Confidence: 1}
	}
	e.Rule = schema.RuleMerger
	l.set(schema.FieldProvinceNow, e)
}

// followDistrict takes the present province of a district that has come to
// another one since the report: Mê Linh is Hà Nội's, and not Phú Thọ's as the
// rest of Vĩnh Phúc.
func (l *location) followDistrict() {
	d := l.doc
	e, set := d.Evidence[schema.FieldProvinceNow]
	if !set || d.District == "" {
		return
	}
	for _, found := range place.Districts(d.District) {
		p, ok := place.FindProvince(found.Province)
		if !ok || found.Province == d.Province || found.ProvinceOn(l.date) != d.Province {
			continue
		}
		d.ProvinceNow = p.Now
		e.Quote, e.Span = d.Evidence[schema.FieldDistrict].Quote, d.Evidence[schema.FieldDistrict].Span
		if e.Quote == "" {
			e.Quote = d.District
		}
		l.set(schema.FieldProvinceNow, e)
		return
	}
}

// skipCited returns where a reference of the title ends if byte i of the text is
// in one, else i. The body that issued a directive is not the one that reports
// on it.
func (l *location) skipCited(i int) int {
	for _, s := range l.cited {
		if s.Start <= i && i < s.End {
			return s.End
		}
	}
	return i
}

func (l *location) set(f schema.Field, e schema.Evidence) {
	if l.doc.Evidence == nil {
		l.doc.Evidence = map[schema.Field]schema.Evidence{}
	}
	l.doc.Evidence[f] = e
}

// quote is the evidence of words of the text.
func (l *location) quote(rule schema.Rule, span schema.Span, confidence float64) schema.Evidence {
	return schema.Evidence{Rule: rule, Quote: span.Of(l.doc.Text), Span: &span, Confidence: confidence}
}
