package keystroke

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"soi/analyzer/viet"
	"soi/testdata/shared"
)

// newsWords returns the words of real news, article by article.
func newsWords(t *testing.T) [][]string {
	t.Helper()
	var all [][]string
	for a := range shared.Articles(t, "news-20k") {
		all = append(all, strings.Fields(viet.Fold(a.Title+" "+a.Body, viet.Exact)))
	}
	return all
}

// draw yields count sequences of n words from anywhere in the articles.
func draw(articles [][]string, random *rand.Rand, count int, n func() int) func(yield func([]string) bool) {
	return func(yield func([]string) bool) {
		for drawn := 0; drawn < count; {
			words, n := articles[random.IntN(len(articles))], n()
			if len(words) < n {
				continue
			}
			drawn++
			at := random.IntN(len(words) - n + 1)
			if !yield(words[at : at+n]) {
				return
			}
		}
	}
}

// TestNewsIsPlain draws word sequences without marks: none may be taken for
// keystrokes. A single word is left to the dictionary, as an index does it,
// which has it in some form: also one that is only suggested.
func TestNewsIsPlain(t *testing.T) {
	articles := newsWords(t)
	known := map[string]bool{}
	for _, words := range articles {
		for _, w := range words {
			known[viet.Fold(strings.Trim(w, punctuation), viet.ASCII)] = true
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	suggested, single := 0, 0
	for words := range draw(articles, random, 50_000, func() int { return 1 + random.IntN(6) }) {
		query := strings.Fields(viet.Fold(strings.Join(words, " "), viet.ASCII))
		_, r := Words(query)
		switch {
		case r.Single && allKnown(known, query, strings.Fields(r.Text)):
			single++
		case r.Suggest && !r.Single:
			suggested++
		case r.Mode != Plain || r.Suggest:
			t.Errorf("%q is taken for %s, %q", query, r.Mode, r.Text)
		}
	}
	t.Logf("%d suggestions, %d single words in the dictionary as they are", suggested, single)
}

const punctuation = `.,:;!?()"'`

// allKnown reports whether the words that were decoded are known as typed.
func allKnown(known map[string]bool, typed, decoded []string) bool {
	for i, w := range typed {
		if decoded[i] != w && !known[strings.Trim(w, punctuation)] {
			return false
		}
	}
	return true
}

// TestTypedNews types phrases of real news and reads them back. The floors
// are the shares of the specification.
func TestTypedNews(t *testing.T) {
	articles := newsWords(t)
	lengths := []int{1, 2, 3, 4, 6} // words
	floors := map[Mode][]float64{   // percent taken for keystrokes
		Telex: {63, 80, 91, 95, 99},
		VNI:   {99.8, 91, 98, 99.7, 99.97},
	}
	for _, k := range keyboards {
		for i, n := range lengths {
			random := rand.New(rand.NewPCG(3, uint64(n)))
			typed, taken, right := 0, 0, 0
			for words := range draw(articles, random, 30_000, func() int { return n }) {
				want, keys, ok := k.typePhrase(words)
				if !ok {
					continue
				}
				typed++
				decoded, r := Words(keys)
				if r.Mode == k.mode {
					taken++
					if slices.Equal(decoded, want) {
						right++
					}
				}
			}
			share, exact := 100*float64(taken)/float64(typed), 100*float64(right)/float64(taken)
			t.Logf("%s, %d words: %.2f %% of %d taken, %.2f %% of these right", k.mode, n, share, typed, exact)
			if share < floors[k.mode][i] || exact < 99.9 {
				t.Errorf("%s, %d words: %.2f %% taken and %.2f %% right, want %.2f %% and 99.9 %%", k.mode, n, share, exact, floors[k.mode][i])
			}
		}
	}
}

// typePhrase types words, tones at their ends. It reports false when they are
// not all syllables, are all without marks, or one is a mere letter under a
// tone: "a1" is neutral by rule.
func (k keyboard) typePhrase(words []string) (want, keys []string, ok bool) {
	for _, w := range words {
		w = viet.CanonTone(strings.Trim(w, punctuation))
		if !viet.IsSyllable(w) || viet.HasMark(w) && len(viet.Fold(w, viet.Toneless)) == 1 {
			return nil, nil, false
		}
		want = append(want, w)
		keys = append(keys, k.spellings(w)[1])
		ok = ok || viet.HasMark(w)
	}
	return want, keys, ok
}
