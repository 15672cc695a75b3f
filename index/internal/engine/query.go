// Package engine answers queries over the segments of an index: which
// documents match, how well, and what they have beside.
//
// A segment is taken as a whole. A term's documents become a set of bits,
// operators join sets word by word, filters and facets read columns, and only
// what is left is scored. Totals and counts must be exact, so every match has
// to be found anyway; going through sets costs a nanosecond for 64 documents
// where going from document to document costs ten for one.
package engine

import (
	"fmt"
	"math"
	"strconv"

	"soi/index/internal/column"
)

// The parameters of BM25, as usual.
const (
	k1 = 1.2  // how soon more occurrences stop to count
	b  = 0.75 // how much long fields are held against their words
)

// idf says how much a term tells that found of so many documents have.
func idf(documents, found int) float64 {
	n, df := float64(documents), float64(min(found, documents))
	return math.Log(1 + (n-df+0.5)/(df+0.5))
}

// A Query is a tree of what documents must have. A nil Query is matched by
// every document.
type Query interface{ isQuery() }

type (
	// A Term matches the documents that have it in one of its fields. It is
	// scored by BM25F as one term: the occurrences of all its forms in all
	// its fields are added up, each as much as form and field weigh, and over
	// the length of its field (Zaragoza, Craswell, Taylor, Saria and
	// Robertson: Microsoft Cambridge at TREC-13, 2004). In one field that is
	// BM25. It is as rare as the documents with its likeliest forms are.
	Term struct {
		Boost  float64 // of the score
		Fields []Field
	}

	// All matches what all of its queries match; it has one at least.
	All []Query

	// AtLeast matches what Min of its queries match, everything if Min is
	// 0: they are only preferred then.
	AtLeast struct {
		Min int
		Of  []Query
	}

	// Not matches what its query does not. It is not scored.
	Not struct{ Query Query }

	// Values matches documents with a chosen value in a column. It is not
	// scored.
	Values struct {
		Column *column.Column
		Chosen column.Set
	}
)

// A Field is where a Term is looked for.
type Field struct {
	Length string  // the field whose lengths count
	Weight float64 // of an occurrence
	Slots  []Slot  // one for a word, several for a phrase

	// Near, if it is not 0, lets the slots stand in any order with so many
	// other positions between them; else they follow one another.
	Near int
}

// runName tells what a field with several slots asks for from what others do.
func (f Field) runName() string {
	name := strconv.Itoa(f.Near)
	for _, slot := range f.Slots {
		name += " |"
		for _, form := range slot {
			name += fmt.Sprintf(" %q %q %g", form.Field, form.Text, form.Weight)
		}
	}
	return name
}

// A Slot is one place of a phrase: any of its forms may stand there.
type Slot []Form

// A Form is a term of the index.
type Form struct {
	Field string // of the index; in phrases one that keeps positions
	Text  string

	// Weight is what an occurrence counts: 1 for what was typed, less for
	// what is less likely meant. A phrase counts as its least likely form.
	Weight float64
}

func (*Term) isQuery()   {}
func (All) isQuery()     {}
func (AtLeast) isQuery() {}
func (Not) isQuery()     {}
func (Values) isQuery()  {}

// scoredTerms lists the terms below q that are scored, in their order.
func scoredTerms(q Query, terms []*Term) []*Term {
	switch q := q.(type) {
	case *Term:
		terms = append(terms, q)
	case All:
		for _, sub := range q {
			terms = scoredTerms(sub, terms)
		}
	case AtLeast:
		for _, sub := range q.Of {
			terms = scoredTerms(sub, terms)
		}
	}
	return terms
}
