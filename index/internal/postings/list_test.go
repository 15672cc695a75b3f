package postings

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"soi/index/internal/docset"
)

// A list gives back what it was made of, more occurrences than a byte can
// count included, and as a set the same documents, few or many.
func TestList(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	const size = 1000
	for _, share := range []int{1, 2, manyDocuments, 200, 2 * size} { // one document in so many
		l := newList(0)
		want := docset.New(size)
		var frequencies []uint32
		for d := range uint32(size) {
			if r.IntN(share) > 0 {
				continue
			}
			n := []uint32{1, 254, 255, 256, 257, 512, 70_000, math.MaxUint32}[r.IntN(8)]
			l.add(d, n)
			want.Add(d)
			frequencies = append(frequencies, n)
		}
		l.keepSet(size)
		for i, n := range frequencies {
			if got := l.Frequency(i); got != n {
				t.Errorf("one in %d: frequency %d, want %d", share, got, n)
			}
		}
		got := docset.New(size)
		l.AddTo(got)
		if !slices.Equal(got, want) {
			t.Errorf("one in %d: %d documents as a set, want %d", share, got.Count(), want.Count())
		}
	}
}
