// Package token cuts text into the tokens that the index holds and queries
// ask for, with byte offsets into the text as it stands.
package token

import (
	"iter"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/viet"
)

// A Kind says what a token is.
type Kind uint8

// The kinds.
const (
	Word    Kind = iota // hòa
	Number              // 2365
	Code                // 21-kl/tw
	Date                // 2021-10-25
	Acronym             // tw
	Joined              // covid-19
	Address             // dangcongsan.vn
)

// A Token is one term at one place of the text.
type Token struct {
	Term       string // as the index holds it
	Start, End int    // bytes of the text
	Position   int    // from 1
	Kind       Kind
}

// Tokens yields the tokens of text, a whole before its parts and at the
// position of the first of them.
func Tokens(text string, level viet.Level) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		for _, t := range Append(nil, text, level) {
			if !yield(t) {
				return
			}
		}
	}
}

// Append appends the tokens of text to dst.
func Append(dst []Token, text string, level viet.Level) []Token {
	position := 0
	for i := 0; i < len(text); {
		start := i
		for i < len(text) {
			r, n := utf8.DecodeRuneInString(text[i:])
			if !unicode.In(r, unicode.L, unicode.M, unicode.Nd) {
				break
			}
			i += n
		}
		if i > start {
			position++
			term := viet.Key(text[start:i])
			if level != viet.Exact {
				term = viet.Fold(term, level)
			}
			dst = append(dst, Token{term, start, i, position, Word})
			continue
		}
		_, n := utf8.DecodeRuneInString(text[i:])
		i += n
	}
	return dst
}
