package analyzer

import (
	"sync"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"

	"soi/analyzer/token"
	"soi/analyzer/viet"
)

// The names under which the analyzers are registered with Bleve. Importing
// this package is enough to use them: the first two in a mapping, the others
// as the Analyzer of a match or phrase query to a field with the same level.
const (
	Vi            = "vi"              // exact terms: tự, kĩ, 21-kl/tw; the letters in it are /kl and /tw, not kl and tw
	ViFolded      = "vi_folded"       // the same tokens folded to ASCII: tu, ki, 21-kl/tw, /kl, /tw
	ViQuery       = "vi_query"        // as Vi, and for words that may be letters of a code both terms: kl and /kl
	ViFoldedQuery = "vi_folded_query" // as ViFolded, in the same way
)

// Version names the rules behind the terms: a number, and a hash of the
// tables and of what they make of sample sentences. An index built under
// another version answers wrongly and must be built again. TestVersion says
// when to change it.
const Version = "3-5506822c"

func init() {
	for name, a := range map[string]levelAnalyzer{
		Vi:            {level: viet.Exact},
		ViFolded:      {level: viet.ASCII},
		ViQuery:       {level: viet.Exact, query: true},
		ViFoldedQuery: {level: viet.ASCII, query: true},
	} {
		construct := func(map[string]any, *registry.Cache) (analysis.Analyzer, error) { return a, nil }
		if err := registry.RegisterAnalyzer(name, construct); err != nil {
			panic(err) // two packages claim one name: no build should start like that
		}
	}
}

// A levelAnalyzer gives Bleve the tokens of package token at one level.
type levelAnalyzer struct {
	level viet.Level
	query bool // the text is a query: letters may be those of a code
}

// Analyze implements analysis.Analyzer. Start and End of the tokens count
// bytes of text, which is left alone.
func (a levelAnalyzer) Analyze(text []byte) analysis.TokenStream {
	scratch, _ := scratches.Get().(*[]token.Token)
	if scratch == nil {
		scratch = new([]token.Token)
	}
	words := string(text)
	tokens := token.Append(*scratch, words, a.level)
	if a.query {
		tokens = withCodeLetters(tokens, words)
	}
	stream := newStream(tokens)
	clear(tokens) // lets go of the text
	*scratch = tokens[:0]
	scratches.Put(scratch)
	return stream
}

// withCodeLetters adds to each token of a query that may be the letters of a
// code the token which a code has for them, at the same place.
func withCodeLetters(tokens []token.Token, query string) []token.Token {
	all := make([]token.Token, 0, 2*len(tokens))
	for _, t := range tokens {
		all = append(all, t)
		if letters, ok := t.AsCodeLetters(query); ok {
			all = append(all, letters)
		}
	}
	return all
}

// scratches holds *[]token.Token between texts.
var scratches sync.Pool

// newStream copies tokens into the form that Bleve wants.
func newStream(tokens []token.Token) analysis.TokenStream {
	size := 0
	for _, t := range tokens {
		size += len(token.CodeMark) + len(t.Term)
	}
	// One piece of memory for all terms and one for all tokens: Bleve wants a
	// slice and a pointer for each, and keeps them no longer than the batch.
	terms := make([]byte, 0, size)
	block := make([]analysis.Token, len(tokens))
	stream := make(analysis.TokenStream, len(tokens))
	for i, t := range tokens {
		from := len(terms)
		terms = append(terms, t.Entry()...)
		block[i] = analysis.Token{
			Term:     terms[from:len(terms):len(terms)],
			Start:    t.Start,
			End:      t.End,
			Position: t.Position,
			Type:     tokenType(t.Kind),
		}
		stream[i] = &block[i]
	}
	return stream
}

// tokenType is the type by which Bleve knows a kind.
func tokenType(k token.Kind) analysis.TokenType {
	switch k {
	case token.Number:
		return analysis.Numeric
	case token.Date:
		return analysis.DateTime
	}
	return analysis.AlphaNumeric
}
