package cite

import (
	_ "embed"
	"strings"
)

//go:embed types.txt
var typesText string

//go:embed issuers.txt
var issuersText string

//go:embed bodies.txt
var bodiesText string

// A directiveType is a row of types.txt.
type directiveType struct {
	abbr  string // "KL"; "" where codes have none (Luật)
	name  string // "Kết luận"
	party bool
	state bool
	short string // whether and for whom "Kết luận số 21" names a directive: all, Party, none, no
	alone string // whether "Kết luận 21" does with nothing beside it: noun, verb, no
}

var (
	typesByAbbr   = map[string][]directiveType{} // by ASCII capitals of the abbreviation, in order of the file
	typesByName   = map[string]directiveType{}   // by ASCII letters of the name, words joined by spaces; the first of the file
	typeLastWords = map[string]bool{}            // the last words of those names
	issuersByAbbr = map[string]Issuer{}          // by ASCII capitals
	bodies        = &bodyNode{}
)

func init() {
	for _, f := range rows(typesText) {
		t := directiveType{abbr: f[0], name: f[1], party: f[2] == "true", state: f[3] == "true", short: f[4], alone: f[5]}
		if t.abbr == "-" {
			t.abbr = ""
		} else {
			typesByAbbr[Key(t.abbr)] = append(typesByAbbr[Key(t.abbr)], t)
		}
		name := foldPhrase(t.name)
		if _, ok := typesByName[name]; !ok {
			typesByName[name] = t
			typeLastWords[name[strings.LastIndexByte(name, ' ')+1:]] = true
		}
	}
	typesByName["thong bao ket luan"] = typesByName["thong bao"] // a notice, though of a conclusion
	for _, f := range rows(issuersText) {
		issuersByAbbr[Key(f[0])] = Issuer{Abbr: f[0], Name: f[1], Level: f[2], Party: f[3] == "Party", Scope: Scope(f[4])}
	}
	for _, f := range rows(bodiesText) {
		bodies.add(foldPhrase(f[0]), strings.TrimPrefix(f[1], "-"))
	}
}

// rows returns the fields of the lines of a table that are not comments.
func rows(table string) [][]string {
	var out [][]string
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\n")
		if line != "" && line[0] != '#' {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}
