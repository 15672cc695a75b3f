package token

import (
	"testing"

	"soi/analyzer/viet"
	"soi/testdata/shared"
)

// TestCorpora demands of every token of every real article what problem
// names: that it is a whole number of letters, cut out at borders of words.
func TestCorpora(t *testing.T) {
	for _, name := range []string{"news-20k", "party-2k"} {
		articles, tokens := 0, 0
		for a := range shared.Articles(t, name) {
			text := a.Title + "\n" + a.Body
			if p := problem(text); p != "" {
				t.Errorf("%s, article %d: %s", name, articles, p)
			}
			for range Tokens(text, viet.Exact) {
				tokens++
			}
			articles++
		}
		t.Logf("%s: %d tokens of %d articles", name, tokens, articles)
		if tokens < 100*articles || articles == 0 {
			t.Errorf("%s: only %d tokens of %d articles", name, tokens, articles)
		}
	}
}
