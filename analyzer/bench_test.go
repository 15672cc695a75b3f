package analyzer

import (
	"os"
	"path/filepath"
	"testing"
	"unicode"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/token/lowercase"
	bleveunicode "github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"soi/testdata/shared"
)

// markFilter folds terms in lower case with the x/text chain, the usual way in
// Go. đ has no decomposition, so it is mapped.
type markFilter struct{}

func (markFilter) Filter(tokens analysis.TokenStream) analysis.TokenStream {
	stroke := runes.Map(func(r rune) rune {
		if r == 'đ' {
			return 'd'
		}
		return r
	})
	chain := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC, stroke)
	for _, t := range tokens {
		if folded, _, err := transform.Bytes(chain, t.Term); err == nil {
			t.Term = folded
		}
	}
	return tokens
}

// The other way folds too, or the comparison would be with less work.
func TestMarkFilter(t *testing.T) {
	tokens := markFilter{}.Filter(analysis.TokenStream{{Term: []byte("đường")}, {Term: []byte("nghị")}})
	if got := stream(tokens); got != "0:duong 0:nghi" {
		t.Errorf("the x/text chain gives %s", got)
	}
}

// BenchmarkAnalyze analyzes real reports, with Soi's analyzers and with what
// one would put together from Bleve and x/text.
func BenchmarkAnalyze(b *testing.B) {
	files, err := filepath.Glob(filepath.Join(shared.Path(b, "seeds"), "*.txt"))
	if err != nil || len(files) == 0 {
		b.Fatalf("no reports: %v", err)
	}
	var texts [][]byte
	var size int64
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		texts, size = append(texts, text), size+int64(len(text))
	}
	for _, way := range []struct {
		name     string
		analyzer analysis.Analyzer
	}{
		{Vi, named(b, Vi)},
		{ViFolded, named(b, ViFolded)},
		{"bleve", &analysis.DefaultAnalyzer{
			Tokenizer:    bleveunicode.NewUnicodeTokenizer(),
			TokenFilters: []analysis.TokenFilter{lowercase.NewLowerCaseFilter(), markFilter{}},
		}},
	} {
		b.Run(way.name, func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				for _, text := range texts {
					way.analyzer.Analyze(text)
				}
			}
		})
	}
}
