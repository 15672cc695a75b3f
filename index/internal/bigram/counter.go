// Package bigram counts which word follows which in a collection, and by that
// restores the marks of words that were typed without: of the forms that each
// word may have, those are meant that follow one another most.
package bigram

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"soi/analyzer/token"
	"soi/analyzer/viet"
)

// The bounds of a Table. A pair takes 3 bytes in its file, so one pair for so
// many words is 3 % of the bytes of the text. Of the syllables of 2,000
// headlines, of articles that were not counted, these come back with the
// most frequent pairs of 18,000 articles: with 150,000 of them 92.5 in 100, with
// 260,000 93.4, with 520,000 94.2, with all 980,000 94.5.
const (
	mostPairs    = 1 << 19
	wordsPerPair = 16
	leastPairs   = 1 << 15 // that any collection may have

	// mostWords is the number of different words: there are 7,000 syllables
	// in use, and more names and foreign words.
	mostWords = 1 << 15

	// mostCounted bounds the pairs that are counted at a time, in 50 MB. With
	// more of them those that came least are forgotten (lossy counting: Manku
	// and Motwani, Approximate Frequency Counts over Data Streams, 2002).
	mostCounted = 1 << 20

	// mostKnown bounds the different words: beyond it they are random letters.
	mostKnown = 1 << 19
)

// What stands in a text beside words, and is counted like them.
const (
	Start  = "^" // of a sentence or a query
	Number = "0" // any
)

// leastMarked is the share of a document's words that have marks. With fewer
// it was typed without, and teaches nothing.
const leastMarked = 0.25

// A Counter counts the words of documents.
type Counter struct {
	ids         map[string]uint32
	words       []string
	occurrences []uint32 // by word
	marked      []bool   // by word
	pairs       map[uint64]uint32
	total       int // words

	document []uint32 // words of the document at hand, none where a pair ends
}

const none = math.MaxUint32

// NewCounter returns a Counter of nothing.
func NewCounter() *Counter {
	return &Counter{ids: map[string]uint32{}, pairs: map[uint64]uint32{}}
}

// Add counts the words of a document, given by the parts of its text.
func (c *Counter) Add(parts []string) {
	c.document = c.document[:0]
	words, marked := 0, 0
	for _, part := range parts {
		end := 0 // of the word or number before
		c.document = append(c.document, none, c.id(Start))
		for t := range token.Tokens(part, viet.Exact) {
			isWord := t.Kind == token.Word && !t.InCode
			if !isWord && t.Kind != token.Number {
				continue
			}
			if ends(part[min(end, t.Start):t.Start]) {
				c.document = append(c.document, none, c.id(Start))
			}
			end = t.End
			if !isWord {
				c.document = append(c.document, c.id(Number))
				continue
			}
			id := c.id(t.Term)
			c.document = append(c.document, id)
			words++
			if id != none && c.marked[id] {
				marked++
			}
		}
	}
	if float64(marked) >= leastMarked*float64(words) {
		c.count()
	}
}

// ends reports whether what stands between two words ends a sentence, or has
// a number or a code in it.
func ends(gap string) bool {
	for i := 0; i < len(gap); i++ {
		switch b := gap[i]; {
		case b == '\n', b == '.', b == '!', b == '?', b == ';', b == ':', '0' <= b && b <= '9':
			return true
		}
	}
	return false
}

// id is the number of a word, none if there are too many.
func (c *Counter) id(term string) uint32 {
	id, ok := c.ids[term]
	if !ok {
		if len(c.words) == mostKnown {
			return none
		}
		id = uint32(len(c.words))
		term = strings.Clone(term)
		c.ids[term] = id
		c.words, c.occurrences = append(c.words, term), append(c.occurrences, 0)
		c.marked = append(c.marked, viet.HasMark(term))
	}
	return id
}

// count counts the document at hand.
func (c *Counter) count() {
	before := uint32(none)
	for _, id := range c.document {
		if id != none {
			c.occurrences[id]++
			c.total++
			if before != none {
				c.pairs[uint64(before)<<32|uint64(id)]++
			}
		}
		before = id
	}
	if len(c.pairs) > mostCounted {
		c.forget()
	}
}

// forget leaves out the pairs that came least, so that there is room again.
func (c *Counter) forget() {
	for least := uint32(2); len(c.pairs) > mostCounted/2; least++ {
		for pair, n := range c.pairs {
			if n < least {
				delete(c.pairs, pair)
			}
		}
	}
}

// Table gives what was counted, within the bounds: the words that come most,
// and of their pairs those that do.
func (c *Counter) Table() *Table {
	order := make([]uint32, len(c.words)) // words by frequency
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(c.occurrences[b], c.occurrences[a]), strings.Compare(c.words[a], c.words[b]))
	})
	for len(order) > 0 && c.occurrences[order[len(order)-1]] == 0 { // of documents without marks
		order = order[:len(order)-1]
	}
	order = order[:min(len(order), mostWords)]
	slices.SortFunc(order, func(a, b uint32) int { return compareWords(c.words[a], c.words[b]) })
	t := &Table{total: c.total}
	numbers := make(map[uint32]uint32, len(order)) // in the table, by word
	for i, id := range order {
		numbers[id] = uint32(i)
		t.words, t.occurrences = append(t.words, c.words[id]), append(t.occurrences, c.occurrences[id])
	}
	t.fill(c.best(numbers))
	return t
}

// A pair is two words of a table, one after the other.
type pair struct{ first, second, times uint32 }

// best gives the pairs that come most, sorted by their words.
func (c *Counter) best(numbers map[uint32]uint32) []pair {
	var all []pair
	for key, n := range c.pairs {
		first, known := numbers[uint32(key>>32)]
		second, knownToo := numbers[uint32(key)]
		if known && knownToo {
			all = append(all, pair{first, second, n})
		}
	}
	byWords := func(a, b pair) int { return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.second, b.second)) }
	slices.SortFunc(all, func(a, b pair) int { return cmp.Or(cmp.Compare(b.times, a.times), byWords(a, b)) })
	all = all[:min(len(all), max(leastPairs, min(mostPairs, c.total/wordsPerPair)))]
	slices.SortFunc(all, byWords)
	return all
}
