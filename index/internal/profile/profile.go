// Package profile compares texts by what they have in common that others do
// not. It goes by pairs of neighbouring words, since most words of Vietnamese
// have two syllables: "nhắc" and "góc" are everywhere, "góc nhắc" is not.
package profile

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"soi/analyzer/token"
	"soi/analyzer/viet"
	"soi/index/schema"
)

// A Profile is what a text is compared by.
type Profile struct {
	words map[string]int // occurrences
	pairs map[pair]bool  // neighbours between two signs
	runs  [][]placed     // the words between two signs
	text  string
}

type pair struct{ first, second string }

// A placed is a word and where it stands.
type placed struct {
	term string
	span schema.Span
}

// New makes the profile of parts of a text.
func New(text string, parts []schema.Span) *Profile {
	p := &Profile{words: map[string]int{}, pairs: map[pair]bool{}, text: text}
	for _, part := range parts {
		p.read(part)
	}
	return p
}

func (p *Profile) read(part schema.Span) {
	line := part.Of(p.text)
	var run []placed
	end := 0
	flush := func() {
		if len(run) > 1 {
			p.runs = append(p.runs, run)
		}
		run = nil
	}
	for w := range token.Tokens(line, viet.Exact) {
		if w.Start < end {
			continue // a part of what was taken whole
		}
		if strings.TrimSpace(line[end:w.Start]) != "" {
			flush()
		}
		end = w.End
		if w.Kind != token.Word || !strings.ContainsFunc(w.Term, unicode.IsLetter) {
			flush()
			continue
		}
		if n := len(run); n > 0 {
			p.pairs[pair{run[n-1].term, w.Term}] = true
		}
		p.words[w.Term]++
		run = append(run, placed{w.Term, schema.Span{Start: part.Start + w.Start, End: part.Start + w.End}})
	}
	flush()
}

// A Rarity says how much a word tells, as an inverse document frequency does.
type Rarity func(word string) float64

// often is the number of occurrences from which on more of them do not make a
// word tell more of a text.
const often = 3

// Telling gives the words that tell most of a text, at most n of them.
func (p *Profile) Telling(rarity Rarity, n int) []string {
	type weighed struct {
		word   string
		weight float64
	}
	all := make([]weighed, 0, len(p.words))
	for w, times := range p.words {
		if weight := rarity(w); weight > 0 {
			all = append(all, weighed{w, weight * math.Sqrt(float64(min(times, often)))})
		}
	}
	slices.SortFunc(all, func(a, b weighed) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.word, b.word))
	})
	words := make([]string, min(n, len(all)))
	for i := range words {
		words[i] = all[i].word
	}
	return words
}

// weight is what a pair tells: much if both of its words are rare.
func (pr pair) weight(rarity Rarity) float64 { return rarity(pr.first) * rarity(pr.second) }

// Like says how alike another text is, from 0 to 1: the cosine of their pairs,
// each as rare as its words are. The other's are taken to be as rare on average
// as those of p, so that only the rarity of p's words need be known: looking up
// the words of all texts that are compared takes as long as the rest.
func (p *Profile) Like(q *Profile, rarity Rarity) float64 {
	shared, all := 0.0, 0.0
	for pr := range p.pairs {
		w := pr.weight(rarity)
		all += w
		if q.pairs[pr] {
			shared += w
		}
	}
	if shared == 0 {
		return 0
	}
	return min(1, shared/all*math.Sqrt(float64(len(p.pairs))/float64(len(q.pairs))))
}

const (
	// longestShared bounds the words of what Shared shows in one piece.
	longestShared = 5

	// ordinary is the rarity of a word in a third of the documents. Two of
	// them are no piece, and none is made longer by one.
	ordinary = 1.1
)

// Shared gives what of the text the other has too, as it is written here, the
// most telling first: at most n pieces of two words and more.
func (p *Profile) Shared(q *Profile, rarity Rarity, n int) []string {
	type piece struct {
		words  []placed
		weight float64 // of its most telling pair
	}
	var pieces []piece
	for _, run := range p.runs {
		for i := 1; i < len(run); i++ {
			pr := pair{run[i-1].term, run[i].term}
			if q.pairs[pr] && max(rarity(pr.first), rarity(pr.second)) > ordinary {
				from, to := q.around(run, i, rarity)
				pieces = append(pieces, piece{run[from:to], pr.weight(rarity)})
			}
		}
	}
	slices.SortStableFunc(pieces, func(a, b piece) int { return cmp.Compare(b.weight, a.weight) })
	var all []string
	said := map[string]bool{}
	for _, piece := range pieces {
		if len(all) == n {
			break
		}
		fresh := !slices.ContainsFunc(piece.words, func(w placed) bool { return said[w.term] })
		for _, w := range piece.words {
			said[w.term] = true
		}
		if last := len(piece.words) - 1; fresh {
			all = append(all, schema.Span{Start: piece.words[0].span.Start, End: piece.words[last].span.End}.Of(p.text))
		}
	}
	return all
}

// around gives the words of a run, round the pair that ends at i, that the
// profile's text has in a row too.
func (p *Profile) around(run []placed, i int, rarity Rarity) (from, to int) {
	from, to = i-1, i+1
	has := func(i, end int) bool {
		return p.pairs[pair{run[i].term, run[i+1].term}] && rarity(run[end].term) > ordinary
	}
	for grown := true; grown && to-from < longestShared; {
		grown = false
		if to < len(run) && has(to-1, to) {
			to, grown = to+1, true
		}
		if from > 0 && to-from < longestShared && has(from-1, from-1) {
			from, grown = from-1, true
		}
	}
	return from, to
}
