package suggest

import (
	"strings"

	"soi/analyzer/token"
	"soi/analyzer/viet"
)

// A word is one of a text: a syllable, a number, a part of a code.
type word struct {
	term       string // exact
	start, end int    // bytes of the text
	kind       token.Kind
	entry      string // as an index holds it
}

// wordsOf cuts a text into its smallest words.
func wordsOf(text string) []word {
	var all []word
	position := 0
	for t := range token.Tokens(text, viet.Exact) {
		w := word{t.Term, t.Start, t.End, t.Kind, t.Entry()}
		if t.Position == position { // the part behind its whole
			all[len(all)-1] = w
			continue
		}
		if n := len(all); n > 0 && t.Start < all[n-1].end {
			all[n-1] = w // a whole that its parts do not share the position of
		} else {
			all = append(all, w)
		}
		position = t.Position
	}
	return all
}

// key joins words, a space behind each, in the form of fold.
func key(words []word, fold func(string) string) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(fold(w.term))
		b.WriteByte(' ')
	}
	return b.String()
}

func ascii(term string) string { return viet.Fold(term, viet.ASCII) }

func same(term string) string { return term }
