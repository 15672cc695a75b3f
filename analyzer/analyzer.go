package analyzer

import (
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"

	"soi/analyzer/token"
	"soi/analyzer/viet"
)

// The names under which the analyzers are registered with Bleve.
const (
	Vi       = "vi"        // exact terms
	ViFolded = "vi_folded" // the same tokens folded to ASCII
)

// Version names the rules and tables behind the terms. An index built under
// another version must be built again.
const Version = "1"

func init() {
	register(Vi, viet.Exact)
	register(ViFolded, viet.ASCII)
}

func register(name string, level viet.Level) {
	err := registry.RegisterAnalyzer(name, func(map[string]any, *registry.Cache) (analysis.Analyzer, error) {
		return levelAnalyzer(level), nil
	})
	if err != nil {
		panic(err)
	}
}

// levelAnalyzer is an analysis.Analyzer over token.Tokens at one level.
type levelAnalyzer viet.Level

// Analyze implements analysis.Analyzer.
func (a levelAnalyzer) Analyze(text []byte) analysis.TokenStream {
	var stream analysis.TokenStream
	for t := range token.Tokens(string(text), viet.Level(a)) {
		stream = append(stream, &analysis.Token{
			Term: []byte(t.Term), Start: t.Start, End: t.End, Position: t.Position,
		})
	}
	return stream
}
