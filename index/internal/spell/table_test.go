package spell

import (
	"maps"
	"math/rand/v2"
	"testing"
)

// A Table finds just those words that comparing with every one finds.
func TestTableIsComparingAll(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	letters := []rune("aăâeêioôơuưyạảãáàđnghctrsxlmpqưở")
	random := func() string {
		word := onsets[r.IntN(len(onsets))]
		for range r.IntN(3) {
			word += string(letters[r.IntN(len(letters))])
		}
		if r.IntN(2) == 0 {
			word += finals[r.IntN(len(finals))]
		}
		return word
	}
	seen := map[string]bool{}
	for range 3000 {
		seen[random()] = true
	}
	var words []string
	for w := range seen {
		words = append(words, w)
	}
	table := NewTable(words)
	found := 0
	for range 300 {
		typed := random()
		want := map[int]int{}
		for i, w := range words {
			if d := New(typed).Distance(New(w)); d > 0 && d < Far {
				want[i] = d
			}
		}
		got := maps.Collect(table.Close(typed))
		if !maps.Equal(got, want) {
			t.Errorf("%d words are close to %q, want %d", len(got), typed, len(want))
		}
		found += len(want)
	}
	if found == 0 {
		t.Error("no words are close to any")
	}
}
