package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/cite"
	"soi/analyzer/viet"
)

type lexemeKind uint8

const (
	eof lexemeKind = iota
	operand
	openParen
	closeParen
	minus
	orSign
	andSign
)

// A lexeme is an operator, or an operand with its node.
type lexeme struct {
	kind       lexemeKind
	start, end int
	node       Node
}

// names are the spellings of the fields' names, folded.
var names = map[string]Name{
	"tinh": Province, "province": Province,
	"ma": Code, "code": Code,
	"nam": Year, "year": Year,
	"cap": Level, "level": Level,
}

// A lexer cuts a query into lexemes and keeps its limits.
type lexer struct {
	s       string // at most MaxLength bytes
	i       int
	cut     int // where reading ended: what lies behind is left out
	terms   int // operands given
	kept    int // words given
	repairs []Repair
}

func newLexer(s string) *lexer {
	l := &lexer{s: s, cut: len(s)}
	if len(s) > MaxLength {
		l.cut = MaxLength
		for l.cut > 0 && !utf8.RuneStart(s[l.cut]) {
			l.cut--
		}
		if space := strings.LastIndexFunc(s[:l.cut], unicode.IsSpace); space > 0 {
			l.cut = space // no half word
		}
		l.s = s[:l.cut]
		l.repairs = append(l.repairs, Repair{TooLong, l.cut, clip(s[l.cut:])})
	}
	return l
}

// repair notes a repair, the first of its kind.
func (l *lexer) repair(kind RepairKind, start, end int) {
	for _, r := range l.repairs {
		if r.Kind == kind {
			return
		}
	}
	at := len(l.repairs)
	for at > 0 && l.repairs[at-1].Offset > start {
		at--
	}
	l.repairs = append(l.repairs, Repair{})
	copy(l.repairs[at+1:], l.repairs[at:])
	l.repairs[at] = Repair{kind, start, clip(l.s[start:end])}
}

// clip is the beginning of s, short enough for a message.
func clip(s string) string {
	const most = 40
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}

// next gives the next lexeme. Runs of signs that ask for nothing are passed
// over.
func (l *lexer) next() lexeme {
	for l.i < len(l.s) {
		start := l.i
		r, n := utf8.DecodeRuneInString(l.s[l.i:])
		switch {
		case r == '(' || r == ')':
			l.i += n
			return lexeme{kind: parenKind(r), start: start, end: l.i}
		case r == '-' && l.negates(start):
			l.i += n
			return lexeme{kind: minus, start: start, end: l.i}
		case !isQuote(r) && !isText(r):
			l.i += n
			continue
		}
		if l.terms == MaxTerms {
			l.repair(TooManyTerms, start, len(l.s))
			l.i, l.cut = len(l.s), start
			break
		}
		if tok := l.operand(r); tok.kind != eof {
			return tok
		}
	}
	return lexeme{kind: eof, start: l.i, end: l.i}
}

func parenKind(r rune) lexemeKind {
	if r == '(' {
		return openParen
	}
	return closeParen
}

// negates reports whether the minus at byte i excludes what follows: it
// stands at the start of a word, and a word follows at once.
func (l *lexer) negates(i int) bool {
	if i > 0 {
		before, _ := utf8.DecodeLastRuneInString(l.s[:i])
		if !unicode.IsSpace(before) && before != '(' {
			return false
		}
	}
	after, _ := utf8.DecodeRuneInString(l.s[i+1:])
	return isText(after) || isQuote(after) || after == '('
}

// operand reads a phrase, a field or a word that begins with r, or one of the
// operators that are words. The kind is eof where nothing is left of it.
func (l *lexer) operand(r rune) lexeme {
	start := l.i
	if isQuote(r) {
		text, n := l.quoted()
		near := l.near()
		if strings.IndexFunc(text, isText) < 0 {
			return lexeme{}
		}
		return l.give(Phrase{text, near, start, l.i}, n)
	}
	if name, n := fieldName(l.s[l.i:]); n > 0 {
		if value := l.value(name, l.i+n); value != "" {
			return l.give(Field{name, value, start, l.i}, 1)
		}
		l.repair(EmptyValue, start, start+n)
		l.i = start + n
		return l.give(Word{l.s[start : l.i-1], start, l.i - 1}, 1)
	}
	if code, n := codeAt(l.s[l.i:]); n > 0 {
		l.i += n
		return l.give(Word{code, start, l.i}, 1)
	}
	word := strings.TrimRightFunc(l.run(), func(r rune) bool { return !isText(r) })
	switch word {
	case "OR":
		return lexeme{kind: orSign, start: start, end: start + len(word)}
	case "AND":
		return lexeme{kind: andSign, start: start, end: start + len(word)}
	}
	return l.give(Word{word, start, start + len(word)}, 1)
}

// give counts an operand of so many words and hands it on.
func (l *lexer) give(n Node, words int) lexeme {
	l.terms++
	l.kept += words
	return lexeme{kind: operand, node: n}
}

// run passes over and gives the text up to a space, a quote or a parenthesis.
func (l *lexer) run() string {
	start := l.i
	l.i += runLen(l.s[l.i:])
	return l.s[start:l.i]
}

func runLen(s string) int {
	n := strings.IndexFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || isQuote(r) || r == '(' || r == ')'
	})
	if n < 0 {
		return len(s)
	}
	return n
}

// quoted reads from a quote to the next, at most MaxPhrase words, and gives
// the text between them and the number of its words.
func (l *lexer) quoted() (text string, words int) {
	start := l.i
	_, n := utf8.DecodeRuneInString(l.s[l.i:])
	l.i += n
	text = l.s[l.i:]
	if n := strings.IndexFunc(text, isQuote); n >= 0 {
		text = text[:n]
		_, size := utf8.DecodeRuneInString(l.s[l.i+n:])
		l.i += n + size
	} else {
		l.repair(UnclosedQuote, start, len(l.s))
		l.i = len(l.s)
	}
	text = strings.TrimSpace(text)
	return l.clipPhrase(text, start)
}

// near reads the nearness "~5" right behind a quote; 0 where none stands
// there.
func (l *lexer) near() int {
	digits, ok := strings.CutPrefix(l.s[l.i:], "~")
	if !ok {
		return 0
	}
	n, length := 0, 0
	for length < len(digits) && '0' <= digits[length] && digits[length] <= '9' {
		n = min(10*n+int(digits[length]-'0'), MaxNear+1)
		length++
	}
	if length == 0 {
		return 0
	}
	start := l.i
	l.i += len("~") + length
	if n > MaxNear {
		l.repair(TooFar, start, l.i)
	}
	return min(n, MaxNear)
}

// clipPhrase keeps the first MaxPhrase words of a phrase.
func (l *lexer) clipPhrase(text string, start int) (string, int) {
	words, in := 0, false
	for i, r := range text {
		space := unicode.IsSpace(r)
		if !space && !in {
			if words++; words > MaxPhrase {
				l.repair(PhraseTooLong, start, l.i)
				return strings.TrimSpace(text[:i]), MaxPhrase
			}
		}
		in = !space
	}
	return text, words
}

// fieldName gives the field that s begins with and the length of its name
// with the colon.
func fieldName(s string) (Name, int) {
	const longest = 24 // bytes: "province:", or a name whose marks stand apart
	colon := strings.IndexByte(s[:min(len(s), longest)], ':')
	if colon <= 0 {
		return "", 0
	}
	name, ok := names[viet.Fold(s[:colon], viet.ASCII)]
	if !ok {
		return "", 0
	}
	return name, colon + 1
}

// value reads the value of a field at byte i. It is "", and nothing is read,
// where none stands there.
func (l *lexer) value(name Name, i int) string {
	before := l.i
	l.i = i
	r, _ := utf8.DecodeRuneInString(l.s[i:])
	var value string
	switch {
	case isQuote(r):
		value, _ = l.quoted()
	case name == Code:
		_, n := codeAt(l.s[i:])
		l.i += n
		value = l.s[i:l.i] + trimValue(l.run())
	default:
		value = trimValue(l.run())
	}
	if strings.IndexFunc(value, isText) < 0 {
		l.i = before
		return ""
	}
	return value
}

// trimValue leaves out the comma or full stop behind a value. The dots of an
// open range "2021.." stay.
func trimValue(v string) string {
	v = strings.TrimRight(v, ",;")
	if strings.HasSuffix(v, ".") && !strings.HasSuffix(v, "..") {
		v = v[:len(v)-1]
	}
	return v
}

// codeAt gives the canonical form of the directive code that s begins with
// and its length in s. A form that does not read as itself is none.
func codeAt(s string) (code string, n int) {
	if s == "" || s[0] < '0' || s[0] > '9' {
		return "", 0
	}
	ref, ok := cite.CodeAt(s, 0)
	if !ok {
		return "", 0
	}
	again, ok := cite.CodeAt(ref.Code, 0)
	if !ok || again.Code != ref.Code || again.End != len(ref.Code) {
		return "", 0
	}
	return ref.Code, ref.End
}

// isText reports whether r can be part of a word: a letter, a mark, a digit.
func isText(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }

// isQuote reports whether r is a double quote of any kind.
func isQuote(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '‟', '″', '«', '»', '＂':
		return true
	}
	return false
}
