// Package directive finds the directives that a document refers to, resolves
// its short forms against the rest of it, and ties the directives that its
// sentences tie. The grammar of single phrases is package cite's.
package directive

import (
	"slices"
	"strconv"
	"strings"

	"soi/analyzer/cite"
	"soi/index/schema"
)

// confResolved is the confidence of a short form with exactly one antecedent.
const confResolved = 0.90

// Resolve fills the references and relations of d from its text. The
// province, district and commune of d, where they are known, tell whose the
// local directives are; so they are found first. What the document does not
// tell stays empty.
func Resolve(d *schema.Document) {
	refs := cite.FindLoose(d.Text)
	settleCities(d, refs)
	resolveShort(refs)
	refs = withoutCounts(refs)
	resolvePlenums(refs)
	settleTypes(refs)
	dateOwn(d, refs)
	spread(refs)
	refs = withAliases(d.Text, refs)
	named := titles(d.Text, refs)
	d.References = d.References[:0:0]
	for i, r := range refs {
		d.References = append(d.References, schema.Reference{
			Raw: r.Raw, Start: r.Start, End: r.End, Code: r.Code, Key: r.Key, Identity: identity(r, d),
			Type: r.Type, Number: r.Number, Date: r.Date, Issuer: r.Body, Term: r.Term, Year: r.Year,
			Title: named[i], Kind: schema.RefKind(r.Kind), Confidence: r.Confidence,
		})
	}
	d.Relations = relations(d, refs)
}

// A series is what a short form names a directive by.
type series struct{ typ, number string }

// seriesOf is the series of r. "Văn bản số 495" is short for a directive of any
// type with the number, which has no name.
func seriesOf(r cite.Reference) series {
	if r.Type == cite.AnyType {
		return series{"", cite.Key(r.Number)}
	}
	return series{r.Type, cite.Key(r.Number)}
}

// resolveShort gives short forms the code of their antecedent: the one
// directive of the document with their type and number that contradicts
// neither their date nor their issuer. Two candidates are none.
func resolveShort(refs []cite.Reference) {
	codes, named := antecedents{}, antecedents{}
	for i := range refs {
		r := &refs[i]
		if yearless(*r) {
			r.Code, r.Key = "", ""
		}
		switch {
		case r.Bare || r.Type == cite.AnyType:
		case r.Kind == cite.KindCode:
			codes.add(*r)
		case r.Kind == cite.KindNumber:
			named.add(*r)
		}
	}
	for i := range refs {
		r := &refs[i]
		if r.Kind != cite.KindNumber {
			continue
		}
		a, ok := codes.only(r)
		if !ok && r.Code == "" {
			a, ok = named.only(r)
		}
		if ok {
			r.Code, r.Key, r.Abbr, r.Issuer = a.Code, a.Key, a.Abbr, a.Issuer
			r.Confidence = confResolved
		}
		r.Bare = r.Bare && !ok && !named.has(*r)
	}
}

// yearless reports whether a short form's code lacks the year without which
// it is none: a decree's or a circular's. Decrees of several years have the
// number.
func yearless(r cite.Reference) bool {
	return r.Kind == cite.KindNumber && (r.Type == "Nghị định" || r.Type == "Thông tư") && r.Year == 0
}

// withoutCounts drops the bare short forms that nothing in the document
// settled: "kế hoạch 5 năm" and its like.
func withoutCounts(refs []cite.Reference) []cite.Reference {
	return slices.DeleteFunc(refs, func(r cite.Reference) bool { return r.Bare })
}

// maxAntecedents bounds what is kept of one type and number, so that a text
// made of equal numbers costs no more than others.
const maxAntecedents = 32

// antecedents are the directives that short forms may stand for.
type antecedents map[series][]cite.Reference

// add keeps r unless its like is there, for short forms with its type and for
// those that name none.
func (a antecedents) add(r cite.Reference) {
	a.addTo(seriesOf(r), r)
	a.addTo(series{"", cite.Key(r.Number)}, r)
}

// has reports whether a short form with r's type and number stands for itself.
func (a antecedents) has(r cite.Reference) bool { return len(a[seriesOf(r)]) > 0 }

func (a antecedents) addTo(s series, r cite.Reference) {
	if len(a[s]) >= maxAntecedents {
		return
	}
	for _, have := range a[s] {
		if have.Key == r.Key && have.Date == r.Date && have.Year == r.Year {
			return
		}
	}
	a[s] = append(a[s], r)
}

// only returns the directive that r is short for, if exactly one can be.
func (a antecedents) only(r *cite.Reference) (cite.Reference, bool) {
	var found cite.Reference
	for _, c := range a[seriesOf(*r)] {
		if differ(r.Date, c.Date) || r.Issuer != "" && r.Issuer != c.Issuer {
			continue
		}
		if r.Year != 0 && c.Year != 0 && r.Year != c.Year && (r.Date == "" || c.Date == "") {
			continue
		}
		if c.Key == "" || r.Type == "" && differ(r.Abbr, c.Abbr) {
			continue
		}
		if found.Key != "" && found.Key != c.Key {
			return cite.Reference{}, false
		}
		found = c
	}
	return found, found.Key != ""
}

// differ reports whether two values are known and not the same.
func differ(a, b string) bool { return a != "" && b != "" && a != b }

// resolvePlenums gives "Nghị quyết Trung ương 4" the congress that the
// document names for that plenum elsewhere, if it names one only.
func resolvePlenums(refs []cite.Reference) {
	full := map[string]cite.Reference{} // by the code without the congress
	for _, r := range refs {
		if r.Kind != cite.KindPlenum || r.Term == "" {
			continue
		}
		code := strings.TrimSuffix(r.Code, "-"+r.Term)
		if have, ok := full[code]; ok && have.Term != r.Term {
			r.Term = "" // two congresses: none
		}
		full[code] = r
	}
	for i := range refs {
		r := &refs[i]
		if a, ok := full[r.Code]; ok && r.Kind == cite.KindPlenum && r.Term == "" && a.Term != "" {
			r.Code, r.Key, r.Term, r.Confidence = a.Code, a.Key, a.Term, confResolved
		}
	}
}

// settleTypes names the type of codes that could be two: 37-QĐ/TW without a
// word is the type that the document's other mentions give it, or none.
func settleTypes(refs []cite.Reference) {
	written := map[string]string{} // by key; "" where mentions disagree
	for _, r := range refs {
		if !r.TypeWritten || r.Type == "" || r.Key == "" {
			continue
		}
		if typ, ok := written[r.Key]; ok && typ != r.Type {
			written[r.Key] = ""
		} else {
			written[r.Key] = r.Type
		}
	}
	for i := range refs {
		if r := &refs[i]; !r.TypeWritten && ambiguous(*r) {
			r.Type = written[r.Key]
		}
	}
}

// ambiguous reports whether the code alone leaves the type open: QĐ is
// Quyết định and, for the Party, Quy định too, each with its own numbers.
func ambiguous(r cite.Reference) bool {
	iss, ok := cite.FindIssuer(r.Issuer)
	return r.Abbr == "QĐ" && ok && iss.Party
}

// dateOwn gives an official document's own number the date that stands in its
// head: "Số: 45/KH-UBND", "Bắc Giang, ngày 5 tháng 4 năm 2023".
func dateOwn(d *schema.Document, refs []cite.Reference) {
	own, ok := ownNumber(d)
	if !ok || d.Published == "" || d.Evidence[schema.FieldPublished].Rule != schema.RuleDateHeader {
		return
	}
	for i := range refs {
		r := &refs[i]
		if r.Start > own.Start || own.End > r.End || r.Date != "" {
			continue
		}
		year, err := strconv.Atoi(d.Published[:4])
		if err != nil || r.Year != 0 && r.Year != year {
			return
		}
		r.Date, r.Year = d.Published, year
		if iss, ok := cite.FindIssuer(r.Issuer); ok && iss.Scope == cite.ScopeTerm && r.Term == "" {
			r.Term = cite.TermOf(r.Date)
		}
		return
	}
}

// ownNumber is where the number of an official document stands in its head.
func ownNumber(d *schema.Document) (schema.Span, bool) {
	e := d.Evidence[schema.FieldLevel]
	if e.Rule != schema.RuleOwnNumber || e.Span == nil {
		return schema.Span{}, false
	}
	return *e.Span, true
}

// spread gives a directive's undated mentions the term and the year of its
// dated ones, where these agree.
func spread(refs []cite.Reference) {
	type known struct {
		term string
		year int
		two  bool // two terms, or two years where the year counts
	}
	by := map[string]known{}
	for _, r := range refs {
		if r.Key == "" || r.Term == "" && r.Year == 0 {
			continue
		}
		k, ok := by[directiveKey(r)]
		switch {
		case !ok:
			k = known{term: r.Term, year: r.Year}
		case r.Term != "" && k.term != "":
			k.two = k.two || r.Term != k.term
		case r.Term == "" && k.term == "":
			k.two = k.two || r.Year != k.year
		case k.term == "":
			k.term = r.Term
		}
		by[directiveKey(r)] = k
	}
	for i := range refs {
		r := &refs[i]
		k := by[directiveKey(*r)]
		if r.Term != "" || r.Year != 0 || k.two {
			continue
		}
		r.Term, r.Year = k.term, k.year
	}
}

// directiveKey tells apart what one document can tell apart without terms.
func directiveKey(r cite.Reference) string {
	if ambiguous(r) {
		return r.Key + " " + r.Type
	}
	return r.Key
}
