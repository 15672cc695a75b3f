package index

import (
	"soi/analyzer/token"
	"soi/analyzer/viet"
	"soi/index/internal/bare"
	"soi/index/internal/snippet"
)

// A clause is a part of an interpreted query. It holds finished terms and
// nothing of the engine that looks them up.
type clause interface{ isClause() }

type (
	// A leaf matches a document that has one of the whole terms, or terms
	// for all slots one after the other. A word has one slot, a phrase has
	// several, a code has its parts as slots.
	leaf struct {
		whole []string // exact
		slots snippet.Sequence

		// near, if it is not 0, lets the slots stand in any order with so
		// many other words between them.
		near int

		// asks tells that the word is there to ask: what answers the
		// question need not have it.
		asks bool

		// stands is what was typed where the leaf is another way to say
		// it: "BTV" for the leaf Ban Thường vụ; "" for what was typed.
		stands string
	}

	allOf []clause // not empty

	// anyOf asks for at least min of its clauses, of which there is one at
	// least, or prefers documents that match more of them if min is 0.
	anyOf struct {
		clauses []clause
		min     int
	}

	noneOf struct{ clause clause }

	// A synonym asks for what was typed or for another way to say it: an
	// acronym for its words, or the words for their acronym.
	synonym struct {
		typed clause
		other leaf
	}

	// valueOf asks for one of the values of a keyword field.
	valueOf struct {
		field  string
		values []string
	}
)

func (leaf) isClause()    {}
func (allOf) isClause()   {}
func (anyOf) isClause()   {}
func (noneOf) isClause()  {}
func (valueOf) isClause() {}

func (synonym) isClause() {}

// marks says how the marks of a query's words are taken.
type marks uint8

const (
	anyMarks   marks = iota // no word has a mark: each stands for all its forms
	typedMarks              // as typed, or without any mark where the document has none around
	anyTones                // no word has a tone: each stands for its tones, without any mark for all its forms
	otherMarks              // as typed, or with other marks
)

// alternatives gives the forms that a word, given as its exact term, may have
// in a document, the best first.
func (m marks) alternatives(term string) []snippet.Term {
	ascii := viet.Fold(term, viet.ASCII)
	exact := snippet.Term{Text: term, Level: viet.Exact}
	lost := snippet.Term{Text: bare.Mark + ascii, Level: viet.Exact}
	folded := snippet.Term{Text: ascii, Level: viet.ASCII}
	toneless := snippet.Term{Text: viet.Fold(term, viet.Toneless), Level: viet.Toneless}
	switch m {
	case anyMarks:
		return []snippet.Term{folded}
	case otherMarks:
		return []snippet.Term{exact, folded}
	case anyTones:
		if ascii == term {
			return []snippet.Term{folded}
		}
		return []snippet.Term{exact, toneless, lost}
	}
	if ascii == term {
		return []snippet.Term{exact}
	}
	return []snippet.Term{exact, lost}
}

// A unit is what a person takes for one word: a syllable, or a code, a date
// or a hyphenated word with its parts.
type unit struct {
	whole []string
	parts []token.Token
}

// units cuts text as the index does.
func units(text string) []unit {
	tokens := token.Append(nil, text, viet.Exact)
	var out []unit
	for i := 0; i < len(tokens); {
		var u unit
		end := 0
		for first := tokens[i].Position; i < len(tokens); {
			if tokens[i].Position > first && tokens[i].Start >= end {
				break
			}
			last := i == len(tokens)-1 || tokens[i+1].Position > tokens[i].Position
			if last {
				u.parts = append(u.parts, tokens[i])
			} else if t := tokens[i]; t.Position == first && t.End >= end { // not the QH13 of 15/2012/QH13
				u.whole = append(u.whole, t.Term)
				end = t.End
			}
			i++
		}
		out = append(out, u)
	}
	return out
}

// sequences are what a snippet marks for the leaf.
func (l leaf) sequences() []snippet.Sequence {
	var all []snippet.Sequence
	if l.near == 0 {
		all = append(all, l.slots)
	}
	for _, w := range l.whole {
		all = append(all, snippet.Sequence{{{Text: w, Level: viet.Exact}}})
	}
	return all
}

// leaves calls f for the leaves of c that a document may show.
func leaves(c clause, f func(leaf)) {
	switch c := c.(type) {
	case leaf:
		f(c)
	case allOf:
		for _, sub := range c {
			leaves(sub, f)
		}
	case anyOf:
		for _, sub := range c.clauses {
			leaves(sub, f)
		}
	case synonym:
		leaves(c.typed, f)
		f(c.other)
	}
}
