package query

import (
	"strconv"
	"strings"
	"unicode"
)

// A Node is a part of a query: Word, Phrase, Field, Not, And or Or.
type Node interface {
	// String is the node as it can be typed.
	String() string
	node()
}

// A Word is a run of letters, digits and signs without a space, or a
// directive's code. It may hold several tokens: "kinh tế" is two words,
// "25/10/2021" is one.
type Word struct {
	Text       string // as typed; a code in its canonical form, "21-KL/TW"
	Start, End int    // where it stands in the query, in bytes
}

// A Phrase is text between quotes: its words follow one another or, with a
// nearness behind the quotes, stand near each other in any order.
type Phrase struct {
	Text       string // as typed, without the quotes
	Near       int    // other words that may stand between, at most MaxNear; 0: none, and the order counts
	Start, End int    // with the quotes and the nearness
}

// A Field asks for a value of a document's metadata.
type Field struct {
	Name       Name
	Value      string // as typed, without quotes; a code canonical or not
	Start, End int
}

// A Name names a field of the query language.
type Name string

// The fields, in the spelling that String gives them.
const (
	Province Name = "tỉnh"
	Code     Name = "mã"
	Year     Name = "năm"
	Level    Name = "cấp"
)

// Not excludes what its operand matches.
type Not struct{ Operand Node }

// And asks for all of its operands, two or more, none of them an And.
type And struct{ Operands []Node }

// Or asks for any of its operands, two or more, none of them an Or.
type Or struct{ Operands []Node }

func (Word) node()   {}
func (Phrase) node() {}
func (Field) node()  {}
func (Not) node()    {}
func (And) node()    {}
func (Or) node()     {}

// String is the word as typed.
func (w Word) String() string { return w.Text }

// String is the phrase in straight quotes, with its nearness.
func (p Phrase) String() string {
	s := `"` + p.Text + `"`
	if p.Near > 0 {
		s += "~" + strconv.Itoa(p.Near)
	}
	return s
}

// String is the field with its Vietnamese name, the value quoted where it
// must be.
func (f Field) String() string {
	if plainValue(f.Value) {
		return string(f.Name) + ":" + f.Value
	}
	return string(f.Name) + `:"` + f.Value + `"`
}

// plainValue reports whether a value reads the same without quotes.
func plainValue(v string) bool {
	for _, r := range v {
		if !unicode.In(r, unicode.L, unicode.M, unicode.N) && !strings.ContainsRune("-/@.", r) {
			return false
		}
	}
	return v != "" && !strings.HasSuffix(v, ".")
}

// String is the operand behind a minus.
func (n Not) String() string {
	switch n.Operand.(type) {
	case Word, Phrase, Field:
		return "-" + n.Operand.String()
	}
	return "-(" + n.Operand.String() + ")"
}

// codePieces is the number of operands that can read as one code side by side:
// number, year, type, issuer, and its office.
const codePieces = 5

// String is the operands side by side. Where one and those behind it would
// read as a code, "21 (KL/TW)", "1 (-L) TW", the second is in parentheses.
func (a And) String() string {
	parts := make([]string, len(a.Operands))
	for i, n := range a.Operands {
		parts[i] = inAnd(n, true)
	}
	for i := 1; i < len(parts); i++ {
		first, behind := codeIn(a.Operands[i-1]), parts[i:min(len(parts), i-1+codePieces)]
		_, alone := codeAt(first)
		if _, together := codeAt(first + " " + strings.Join(behind, " ")); together != alone {
			parts[i] = "(" + parts[i] + ")"
		}
	}
	return strings.Join(parts, " ")
}

// codeIn is the end of n's String that a code can begin in, "" if none can.
func codeIn(n Node) string {
	switch n := n.(type) {
	case Word:
		return n.Text
	case Field:
		if n.Name == Code && plainValue(n.Value) {
			return n.Value
		}
	case Not:
		return codeIn(n.Operand)
	}
	return ""
}

// inAnd is n as it stands among others, in parentheses if it is an Or.
func inAnd(n Node, others bool) string {
	if _, or := n.(Or); or && others {
		return "(" + n.String() + ")"
	}
	return n.String()
}

// String is the operands with OR between them.
func (o Or) String() string {
	parts := make([]string, len(o.Operands))
	for i, n := range o.Operands {
		parts[i] = n.String()
	}
	return strings.Join(parts, " OR ")
}
