package cite

import "strconv"

// looksLikeYear reports whether digits are a year of the state's history.
func looksLikeYear(digits string) bool {
	return len(digits) == 4 && digits >= "1945" && digits <= "2099"
}

// highest is the highest number that a series of one year reached in which
// codes have their year: Hồ Chí Minh City's decisions of the years before
// 2008 are the longest one.
const highest = 350

// shortCode makes the code of a short form from its type and issuer, or
// returns "" where they leave a choice. slashed says that the year stands
// after the number: "100/2019".
func shortCode(t directiveType, r Reference, slashed bool) string {
	if t.name == "Luật" && r.Year != 0 {
		return lawCode(r, slashed)
	}
	iss, ok := issuersByAbbr[Key(r.Issuer)]
	switch {
	case !ok || t.abbr == "" || t.short == "none":
		return ""
	case iss.Party && t.party:
		return r.Number + "-" + t.abbr + "/" + iss.Abbr
	case iss.Party || !t.state || t.short != "all" || iss.Abbr == "UBTVQH":
		return ""
	case iss.Abbr == "QH":
		return lawCode(r, slashed)
	}
	if r.Year != 0 && r.Year < 1998 {
		return "" // 64-CP or 64/CP, 367/TTg or 367/QĐ-TTg: the forms were not settled
	}
	year := ""
	switch yearInCode(t, iss, r, slashed) {
	case inDoubt:
		return ""
	case inCode:
		year = strconv.Itoa(r.Year) + "/"
	}
	return r.Number + "/" + year + t.abbr + "-" + iss.Abbr
}

// SetIssuer gives a short form without a code the issuer that the rest of the
// document tells, and the code that is made of it, if it leaves no choice.
func (r *Reference) SetIssuer(abbr string) {
	t, ok := typesByName[foldPhrase(r.Type)]
	if !ok || r.Kind != KindNumber {
		return
	}
	r.Issuer = abbr
	r.setCode(t, false)
}

// setCode gives a short form of the type t the code that is made of it, and,
// where t stands in it by an abbreviation of several types, that which the
// issuer has.
func (r *Reference) setCode(t directiveType, slashed bool) {
	if !r.TypeWritten {
		t = typeOfIssuer(t, r.Issuer)
		r.Type = t.name
	}
	r.Code = shortCode(t, *r, slashed)
	r.Key = Key(r.Code)
}

// A yearPlace says whether the code of a directive of the state has its year.
type yearPlace uint8

const (
	outside yearPlace = iota // 1600/QĐ-TTg
	inCode                   // 30/2020/NĐ-CP
	inDoubt                  // Quyết định 20 của UBND: 20/2013/QĐ-UBND or 20/QĐ-UBND
)

// yearInCode tells where the year of a directive is. Since the law of 1996 the
// codes of normative acts carry it; decisions of the state are normative or
// not, and count in a series each. Ministers make no normative decisions since
// 2009, the Prime Minister and local committees no normative Chỉ thị since
// 2009 and July 2016.
func yearInCode(t directiveType, iss Issuer, r Reference, slashed bool) yearPlace {
	local := iss.Scope == ScopePlace
	ministry := iss.Level == "central" && iss.Abbr[0] == 'B'
	switch t.name {
	case "Nghị định", "Thông tư":
		if r.Year != 0 {
			return inCode
		}
		return outside
	case "Quyết định":
		if number(r.Number) >= highest && !slashed || ministry && r.Date >= "2009" {
			return outside
		}
		return inDoubt
	case "Nghị quyết":
		switch {
		case slashed && !local:
			return inCode
		case local:
			return inDoubt
		}
	case "Chỉ thị":
		if local && r.Date < "2016-07" || r.Year != 0 && r.Year < 2009 {
			return inDoubt
		}
	}
	if slashed {
		return inDoubt
	}
	return outside
}

// legislatures are the National Assemblies since their number is part of
// codes, by their first day, the latest first. Source: the opening days of
// their first sessions.
var legislatures = []struct{ from, number string }{
	{"2026-04-06", "16"}, {"2021-07-20", "15"}, {"2016-07-20", "14"}, {"2011-07-21", "13"}, {"2007-07-19", "12"}, {"2002-07-19", "11"},
}

// lawCode makes the code of a law or a resolution of the National Assembly,
// 54/2017/QH14: the year is part of it and tells the Assembly, except in a
// year of elections.
func lawCode(r Reference, slashed bool) string {
	if r.Year == 0 || !slashed && r.Date == "" {
		return ""
	}
	first, last := r.Date, r.Date
	if r.Date == "" {
		first, last = strconv.Itoa(r.Year)+"-01-01", strconv.Itoa(r.Year)+"-12-31"
	}
	for _, l := range legislatures {
		if last >= l.from {
			if first < l.from {
				return ""
			}
			return r.Number + "/" + strconv.Itoa(r.Year) + "/QH" + l.number
		}
	}
	return ""
}

// termOfYear is the Party's congress term of a whole year, "" for a year in
// which a congress was held.
func termOfYear(year int) string {
	first, last := TermOf(strconv.Itoa(year)+"-01-01"), TermOf(strconv.Itoa(year)+"-12-31")
	if first != last {
		return ""
	}
	return first
}
