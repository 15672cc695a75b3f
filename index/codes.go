package index

import (
	"slices"
	"strings"

	"soi/analyzer/cite"
	"soi/analyzer/token"
	"soi/analyzer/viet"
	"soi/index/internal/snippet"
	"soi/index/query"
)

// codes decides which words of a query may be the letters of a code: the
// index keeps those apart (see token.CodeMark), so that "tự" and "tu" do not
// find every 107-KH/TU. It goes through a query from left to right.
type codes struct {
	shouted bool // capitals say nothing
	isType  bool // the word before can be the type in a code: KH
}

// letters gives the letters of a code that a part of the query's text may
// stand for, and reports whether it stands for nothing else.
func (c *codes) letters(text string, part token.Token) (terms []snippet.Term, only bool) {
	if part.Kind != token.Word && part.Kind != token.Acronym || !codeLetters(part.Term) {
		c.isType = false
		return nil, false
	}
	kind, isType := cite.FindType(part.Term)
	_, isIssuer := cite.FindIssuer(part.Term)
	capitals := !c.shouted && isCapitals(part.Of(text))
	only = part.InCode || c.isType && isIssuer || capitals && (isType || isIssuer)
	is := only || capitals || !isSyllable(part.Term)
	c.isType = is && isType
	if !is {
		return nil, false
	}
	for _, spelling := range []string{part.Term, viet.Fold(part.Term, viet.ASCII), strings.ToLower(kind)} {
		t := snippet.Term{Text: token.CodeMark + spelling, Level: viet.Exact}
		if spelling != "" && !slices.Contains(terms, t) {
			terms = append(terms, t)
		}
	}
	return terms, only && isSyllable(part.Term)
}

// codeLetters reports whether a term can be the letters of a code: Latin
// letters and đ, without a tone or another mark.
func codeLetters(term string) bool {
	return strings.ReplaceAll(term, "đ", "d") == viet.Fold(term, viet.ASCII)
}

// isSyllable reports whether a term can be a word, typed with or without
// marks: tu and xa can, kl and qđ cannot.
func isSyllable(term string) bool { return viet.IsSyllable(term) || viet.IsASCIISyllable(term) }

func isCapitals(word string) bool { return strings.ToUpper(word) == word }

// shouted reports whether a query is in capitals because all of it is: TU SOI
// TU SUA, not KH TU.
func shouted(root query.Node) bool {
	words := false
	for _, text := range textsOf(root) {
		for t := range token.Tokens(text, viet.Exact) {
			if t.Kind != token.Word || t.InCode {
				continue
			}
			if !isCapitals(t.Of(text)) {
				return false
			}
			words = words || !isAbbreviation(t.Term)
		}
	}
	return words
}

func isAbbreviation(term string) bool {
	_, isType := cite.FindType(term)
	_, isIssuer := cite.FindIssuer(term)
	return isType || isIssuer || codeLetters(term) && !isSyllable(term)
}
