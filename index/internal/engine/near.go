package engine

import (
	"slices"

	"soi/index/internal/near"
	"soi/index/internal/postings"
)

// near finds the documents of a segment that have slots near each other, in
// whatever order, with so many other positions between them.
func (w *matcher) near(slots []Slot, between int) (*postings.Run, error) {
	words, need := gather(slots)
	readers, err := w.together(words)
	if err != nil {
		return nil, err
	}
	var places []near.Place
	var weights []float64
	return w.weigh(func(d uint32) float64 {
		places, weights = places[:0], weights[:0]
		for word, r := range readers {
			r.read(d, &w.here)
			places = near.Add(places, w.here.at, word, len(weights))
			weights = append(weights, w.here.weights...)
		}
		sum := 0.0
		for window := range near.Windows(places, need, between) {
			least := weights[window[0].Of]
			for _, p := range window {
				least = min(least, weights[p.Of])
			}
			sum += least
		}
		return sum
	})
}

// gather gives slots that differ, and how often each was there.
func gather(slots []Slot) (words []Slot, need []int) {
	for _, slot := range slots {
		at := slices.IndexFunc(words, func(w Slot) bool { return slices.Equal(w, slot) })
		if at < 0 {
			at = len(words)
			words, need = append(words, slot), append(need, 0)
		}
		need[at]++
	}
	return words, need
}
