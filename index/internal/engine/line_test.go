package engine

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Runs merged one by one give each position once, rising, with the heaviest
// weight that a form has there.
func TestLineMerge(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		var l line
		want := map[uint32]float64{}
		for range r.IntN(5) {
			weight := float64(1+r.IntN(4)) / 4
			l.run = l.run[:0]
			for range r.IntN(12) {
				l.run = append(l.run, uint32(r.IntN(30)))
			}
			slices.Sort(l.run)
			l.run = slices.Compact(l.run)
			for _, at := range l.run {
				want[at] = max(want[at], weight)
			}
			l.merge(weight)
		}
		if !slices.IsSorted(l.at) || len(l.at) != len(want) || len(l.weights) != len(want) {
			t.Fatalf("line %v, %v; want %v", l.at, l.weights, want)
		}
		for i, at := range l.at {
			if l.weights[i] != want[at] {
				t.Fatalf("%g stands at %d, want %g", l.weights[i], at, want[at])
			}
		}
	}
}

// BenchmarkLine merges what "ba bá ba bá …" has of two forms: the time of a
// position does not grow with the text.
func BenchmarkLine(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		b.Run(map[int]string{1_000: "2,000 positions", 100_000: "200,000 positions"}[n], func(b *testing.B) {
			even, odd := make([]uint32, n), make([]uint32, n)
			for i := range n {
				even[i], odd[i] = uint32(2*i), uint32(2*i+1)
			}
			var l line
			for b.Loop() {
				l.reset()
				l.run = append(l.run[:0], even...)
				l.merge(1)
				l.run = append(l.run[:0], odd...)
				l.merge(0.1)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(2*n), "ns/position")
		})
	}
}
