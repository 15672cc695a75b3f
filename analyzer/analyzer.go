package analyzer

import (
	"sync"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"

	"soi/analyzer/token"
	"soi/analyzer/viet"
)

// The names under which the analyzers are registered with Bleve. Importing
// this package is enough to use them in a mapping.
const (
	Vi       = "vi"        // exact terms: tự, kĩ, 21-kl/tw; its letters are /kl and /tw
	ViFolded = "vi_folded" // the same tokens folded to ASCII: tu, ki, 21-kl/tw, /kl
)

// Version names the rules behind the terms: a number, and a hash of the
// tables and of what they make of sample sentences. An index built under
// another version answers wrongly and must be built again. TestVersion says
// when to change it.
const Version = "2-49de2ccd"

func init() {
	for name, level := range map[string]viet.Level{Vi: viet.Exact, ViFolded: viet.ASCII} {
		construct := func(map[string]any, *registry.Cache) (analysis.Analyzer, error) {
			return levelAnalyzer(level), nil
		}
		if err := registry.RegisterAnalyzer(name, construct); err != nil {
			panic(err) // two packages claim one name: no build should start like that
		}
	}
}

// A levelAnalyzer gives Bleve the tokens of package token at one level.
type levelAnalyzer viet.Level

// Analyze implements analysis.Analyzer. Start and End of the tokens count
// bytes of text, which is left alone.
func (a levelAnalyzer) Analyze(text []byte) analysis.TokenStream {
	scratch, _ := scratches.Get().(*[]token.Token)
	if scratch == nil {
		scratch = new([]token.Token)
	}
	tokens := token.Append(*scratch, string(text), viet.Level(a))
	stream := newStream(tokens)
	clear(tokens) // lets go of the text
	*scratch = tokens[:0]
	scratches.Put(scratch)
	return stream
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
