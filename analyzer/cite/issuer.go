package cite

// A Scope says what names one directive of an issuer beside its number and
// type.
type Scope string

// The scopes.
const (
	ScopeTerm  Scope = "term"  // the Party's congress term
	ScopeBody  Scope = "body"  // the named body and its own term
	ScopeYear  Scope = "year"  // the year
	ScopePlace Scope = "place" // the place and the year
)

// An Issuer is a body as codes abbreviate it: a row of issuers.txt.
type Issuer struct {
	Abbr  string // "TW", "QH" without the number of the legislature
	Name  string // "Ban Chấp hành Trung ương, Bộ Chính trị, Ban Bí thư"
	Level string // central, province, district, commune or base
	Party bool   // numbers as the Party does: 21-KL/TW
	Scope Scope
}

// FindIssuer returns the issuer that a code abbreviates so, in any spelling:
// "TW", "ttg", "QH15". ok is false for one that is not in the table.
func FindIssuer(abbr string) (iss Issuer, ok bool) {
	part, ok := readIssuer(abbr, 0)
	if !ok || part.end != len(abbr) {
		return Issuer{}, false
	}
	return part.Issuer, part.known
}

// FindType returns the abbreviation of the type of directive that a code
// abbreviates so, in any spelling: "QĐ" for "qd". ok is false for one that is
// not in the table.
func FindType(abbr string) (canonical string, ok bool) {
	types := typesByAbbr[Key(abbr)]
	if len(types) == 0 {
		return "", false
	}
	return types[0].abbr, true
}

// central reports whether the Party's congress term counts for the issuer.
func central(abbr string) bool { return issuersByAbbr[Key(abbr)].Scope == ScopeTerm }
