package directive

import (
	"strconv"
	"strings"

	"soi/analyzer/cite"
	"soi/analyzer/place"
	"soi/analyzer/viet"
	"soi/index/schema"
)

// identity makes the identity of a reference, in the grammar that
// cite.ParseIdentity documents. It is "" where the code is not known.
func identity(r cite.Reference, d *schema.Document) string {
	if r.Code == "" || r.Kind == cite.KindPlenum {
		return r.Code // a plenum's code has the term in it
	}
	iss, known := cite.FindIssuer(r.Issuer)
	var where, when, what string
	switch {
	case iss.Scope == cite.ScopeTerm:
		when = r.Term
	case iss.Scope == cite.ScopeYear:
		when = yearPart(r)
	case iss.Scope == cite.ScopePlace:
		where, when = placePart(r, iss, d), yearPart(r)
	case iss.Scope == cite.ScopeBody && iss.Level != "central":
		// The body's own term would be next, but congresses are held place by
		// place; no table tells which term a date is in.
		where = placePart(r, iss, d)
	case !known && !department(r) && slashFirst(r.Code):
		when = yearPart(r) // as the state numbers: a company's 4266/NQ-DKVN
	case !known && department(r):
		where, when = placePart(r, cite.Issuer{Level: "province"}, d), yearPart(r)
	}
	if ambiguous(r) && r.Type != "" {
		what = viet.Slug(r.Type)
	}
	return cite.JoinIdentity(r.Code, where, when, what)
}

// yearPart is the year of a state directive, unless its code has it.
func yearPart(r cite.Reference) string {
	if r.Year == 0 || strings.Contains(r.Code, "/"+strconv.Itoa(r.Year)+"/") || lawOrLetterYear(r) {
		return ""
	}
	return strconv.Itoa(r.Year)
}

// lawOrLetterYear reports whether the legislature's number is in the code, so
// that no year is needed: 22-LCT/HĐNN8.
func lawOrLetterYear(r cite.Reference) bool {
	switch {
	case strings.HasPrefix(r.Issuer, "QH"), strings.HasPrefix(r.Issuer, "UBTVQH"), strings.HasPrefix(r.Issuer, "HĐNN"):
		return r.Kind == cite.KindCode
	}
	return false
}

// slashFirst reports whether a code is written as the state writes them.
func slashFirst(code string) bool {
	i := strings.IndexAny(code, "/-")
	return i >= 0 && code[i] == '/'
}

// department reports whether an unknown issuer is a province's department:
// the departments' abbreviations begin with S for Sở.
func department(r cite.Reference) bool {
	return len(r.Issuer) >= 3 && r.Issuer[0] == 'S' && strings.Contains(r.Code, "-"+r.Issuer)
}

// placePart is the path of places that tells whose a local directive is, from
// the province down as far as the text tells: "quang-nam/tien-phuoc". The
// place named beside the directive comes before the document's own, and never
// gives way to a place above it: what is not known of it stays open.
func placePart(r cite.Reference, iss cite.Issuer, d *schema.Document) string {
	unit, name := splitUnit(r.Place)
	level := unitLevel(unit, iss.Level)
	switch {
	case isCity(unit) && name == "":
		return ownCity(d)
	case name == "":
		return joinPlaces(ownPlaces(d, depth(level)), depth(level) > depth(iss.Level))
	case level == "province":
		return provincePath(unit, name, d)
	case level == "district":
		district, ok := districtName(name)
		if p, isProvince := place.FindProvince(name); isProvince && !ok {
			return p.Slug // of which district of it is not told
		}
		return joinPlaces([]string{provinceOf(district, d), district}, false)
	}
	return joinPlaces(communePlaces(communeName(name), r.Date, d), false)
}

// depth is the number of places that name a body of a level.
func depth(level string) int {
	switch level {
	case "district":
		return 2
	case "commune", "base":
		return 3
	}
	return 1
}

// unitLevel is the level of a unit's word, or the issuer's own: UBND stands
// for the province's committee unless the text names a district or commune.
func unitLevel(unit, level string) string {
	switch unit {
	case "huyện", "quận", "thị xã":
		return "district"
	case "xã", "phường", "thị trấn", "đặc khu":
		return "commune"
	}
	return level
}

// splitUnit cuts the word for the unit off a place: "tỉnh", "Quảng Nam".
func splitUnit(s string) (unit, name string) {
	lower := viet.Fold(s, viet.Exact)
	for _, unit := range [...]string{
		"tỉnh", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu", "thành phố", "tp",
	} {
		if rest, ok := strings.CutPrefix(lower, unit); ok && (rest == "" || rest[0] == ' ') {
			words := strings.Fields(s) // the name keeps its capitals
			return unit, strings.Join(words[len(strings.Fields(unit)):], " ")
		}
	}
	return "", s
}
