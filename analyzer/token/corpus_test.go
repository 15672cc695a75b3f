package token

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"testing"

	"soi/analyzer/viet"
	"soi/testdata/shared"
)

// TestCorpora demands of every token of every real article what problem
// names: that it is a whole number of letters, cut out at borders of words.
func TestCorpora(t *testing.T) {
	for _, name := range []string{"news-20k", "party-2k"} {
		articles, tokens := 0, 0
		for text := range corpus(t, name) {
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

// corpus yields the articles of a corpus, as they are written.
func corpus(t *testing.T, name string) func(yield func(string) bool) {
	t.Helper()
	f, err := os.Open(shared.Path(t, "data/corpora/"+name+".jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	return func(yield func(string) bool) {
		for d := json.NewDecoder(bufio.NewReader(z)); d.More(); {
			var a struct{ Title, Body string }
			if err := d.Decode(&a); err != nil {
				t.Fatal(err)
			}
			if !yield(a.Title + "\n" + a.Body) {
				return
			}
		}
	}
}
