// Package token cuts text into the tokens that an index holds and queries ask
// for. Terms are folded; Start and End always count bytes of the text as it
// stands, so a highlight cut from it is never wrong.
//
// What is more than one word is found whole and by its parts: a whole stands
// at the position of its first part and before it, the parts take consecutive
// positions. Punctuation opens no gap, so that
//
//	tự soi, tự sửa
//	“Tự soi”, “tự sửa”
//
// are the same phrase. At each place the first of these that fits is taken:
//
//	directive code  21-KL/TW       21-kl/tw, 21, kl, tw (in an index /kl, /tw: see Entry)
//	date            25/10/2021     2021-10-25, 25, 10, 2021
//	number          2.365,50       2365.5
//	address         dangcongsan.vn dangcongsan.vn, dangcongsan, vn
//	dotted          TP.HCM         tp.hcm, tphcm, tp, hcm
//	hyphenated      COVID-19       covid-19, covid19, covid, 19
//	Trung ương      T.Ư, TƯ, TW    tw
//	glued           H5N1           h5n1, h, 5, n, 1
//	word            Hoà            hòa
//
// The time is linear in the text, whatever its bytes.
package token

import (
	"iter"
	"strings"
	"unicode/utf8"

	"soi/analyzer/cite"
	"soi/analyzer/viet"
)

// A Kind says what a token is.
type Kind uint8

// The kinds of tokens. Parts of wholes are words and numbers.
const (
	Word    Kind = iota // hòa
	Number              // 2365
	Code                // 21-kl/tw
	Date                // 2021-10-25; --08-13 without a year; 2021-10 without a day
	Acronym             // tw, tp.hcm
	Joined              // covid-19, covid19, h5n1
	Address             // dangcongsan.vn
)

// A Token is one term at one place of the text.
type Token struct {
	Term       string // as an index holds it, at most 255 bytes
	Start, End int    // half-open range of bytes of the text, between letters
	Position   int    // from 1; a whole shares the position of its first part
	Kind       Kind
	InCode     bool // a part of a directive code
}

// CodeMark stands in an index before the letters of a code. No other term
// begins with it.
const CodeMark = "/"

// Of is the piece of text, from which t comes, that it stands for.
func (t Token) Of(text string) string { return text[t.Start:t.End] }

// Entry is the term as an index holds it: Term, but for the letters of a code
// CodeMark and Term. The TU of 107-KH/TU abbreviates Tỉnh ủy; it is not tự,
// từ or tư typed without marks, so a query for those must not reach it.
func (t Token) Entry() string {
	if t.InCode && t.Kind == Word {
		return CodeMark + t.Term
	}
	return t.Term
}

// AsCodeLetters is the token that t would be as letters of a directive code,
// whose Entry is another: the KL of "KL 21" is /kl in 21-KL/TW. It reports
// false if t, a token of text, is not written as such letters are: Latin
// without marks but for đ, and in capitals unless they make no syllable. An
// index looks there for what a query names in words.
func (t Token) AsCodeLetters(text string) (Token, bool) {
	if t.InCode || t.Kind != Word && t.Kind != Acronym {
		return t, false
	}
	word := t.Term
	if t.Kind == Word {
		word = viet.Key(t.Of(text)) // at the lower levels the term has lost its marks
	}
	plain := viet.Fold(word, viet.ASCII)
	if strings.ReplaceAll(word, "đ", "d") != plain || strings.ContainsFunc(plain, func(r rune) bool { return r < 'a' || r > 'z' }) {
		return t, false
	}
	if !isUpper(t.Of(text)) && (viet.IsASCIISyllable(plain) || viet.IsSyllable(word)) {
		return t, false
	}
	t.Kind, t.InCode = Word, true
	return t, true
}

// MaxTerm is the length in bytes at which terms are cut: no word is as long,
// and an index should not hold a line of digits for each document.
const MaxTerm = 255

// Tokens yields the tokens of text in the order of their starts, a whole
// before its parts. At the lower levels they are the same tokens with their
// terms folded.
func Tokens(text string, level viet.Level) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		s := scanner{text: text, cited: cite.NewText(text), level: level, memo: memoOf(level), yield: yield}
		s.scan()
		s.memo.release(level)
	}
}

// Append appends the tokens of text, as Tokens yields them, to dst.
func Append(dst []Token, text string, level viet.Level) []Token {
	for t := range Tokens(text, level) {
		dst = append(dst, t)
	}
	return dst
}

// A scanner walks over one text.
type scanner struct {
	text     string
	cited    cite.Text // the text as codes and dates are read in it
	level    viet.Level
	memo     *memo
	yield    func(Token) bool
	stopped  bool // the caller wants no more
	position int  // of the last token
	lastWord span // the last plain word
	inCode   bool // what comes are the parts of a code

	// What has been looked at in vain is not looked at again.
	plainUntil   int // digits up to here join no further into numbers
	addressUntil int // no address begins before
}

type span struct{ start, end int }

func (s *scanner) scan() {
	for i := 0; i < len(s.text) && !s.stopped; {
		switch c, n := classAt(s.text, i); c {
		case digit:
			i = s.digits(i)
		case letter:
			i = s.letters(i)
		default:
			i += n
		}
	}
}

// whole emits a token at the position of the part that comes next.
func (s *scanner) whole(term string, start, end int, kind Kind) {
	if s.stopped {
		return
	}
	if s.level != viet.Exact {
		term = viet.Fold(term, s.level)
	}
	s.stopped = !s.yield(Token{cut(term), start, end, s.position + 1, kind, s.inCode})
}

// next emits a token at the next position.
func (s *scanner) next(term string, start, end int, kind Kind) {
	s.whole(term, start, end, kind)
	s.position++
}

// word emits the letters from start to end as a plain word.
func (s *scanner) word(start, end int) {
	if s.stopped {
		return
	}
	s.position++
	s.lastWord = span{start, end}
	term := s.memo.term(s.text[start:end], s.level)
	s.stopped = !s.yield(Token{term, start, end, s.position, Word, s.inCode})
}

// cut shortens term to MaxTerm bytes, between letters.
func cut(term string) string {
	if len(term) <= MaxTerm {
		return term
	}
	n := MaxTerm
	for !utf8.RuneStart(term[n]) {
		n--
	}
	return term[:n]
}

// letters emits what begins with the letter at i and returns its end.
func (s *scanner) letters(i int) int {
	end := runEnd(s.text, i, letter)
	if end < len(s.text) {
		switch c, n := classAt(s.text, end); {
		case s.text[end] == '@', s.text[end] == '_':
			if e, ok := s.address(i); ok {
				return e
			}
		case s.text[end] == '.' && startsWord(s.text, end+1):
			if e, ok := s.address(i); ok {
				return e
			}
			if e, ok := s.dotted(i, end); ok {
				return e
			}
		case c == hyphen && startsWord(s.text, end+n), c == digit:
			if e, ok := s.address(i); ok {
				return e
			}
			if c == digit && i > 0 && isDigit(s.text[i-1]) {
				break // 9h30 is no word h30
			}
			if e, ok := s.compound(i); ok {
				return e
			}
		}
	}
	if s.central(i, end) {
		s.next("tw", i, end, Acronym)
	} else {
		s.word(i, end)
	}
	return end
}
