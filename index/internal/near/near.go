// Package near finds places that stand near each other, for the engine in its
// positions and for snippets in the text alike.
package near

import (
	"iter"
	"slices"
)

// A Place is a position of a text at which a word stands.
type Place struct {
	At   uint32 // position
	Word int    // which of the words
	Of   int    // what the caller knows it by
}

// Add adds the positions of a word, which rise, to sorted places; the caller
// knows the first of them by of, and the others by what follows it. Words are
// added in their order.
func Add(places []Place, at []uint32, word, of int) []Place {
	old, add := len(places)-1, len(at)-1
	places = slices.Grow(places, len(at))[:len(places)+len(at)]
	for to := len(places) - 1; add >= 0; to-- {
		if old >= 0 && places[old].At > at[add] {
			places[to] = places[old]
			old--
		} else {
			places[to] = Place{at[add], word, of + add}
			add--
		}
	}
	return places
}

// Windows gives the windows of places, one after the other: each the least
// stretch with so many places of each word as need says, in whatever order,
// that has no more than between other positions in it. No place is in two of
// them. A position that two words can take counts for both. The places are
// sorted by position, then by word.
func Windows(places []Place, need []int, between int) iter.Seq[[]Place] {
	widest := between
	for _, n := range need {
		widest += n
	}
	return func(yield func([]Place) bool) {
		w := window{need: need, has: make([]int, len(need)), lack: len(need)}
		from := 0
		for to, p := range places {
			w.add(p.Word, 1)
			for w.lack == 0 && (w.has[places[from].Word] > need[places[from].Word] || int(p.At-places[from].At) >= widest) {
				w.add(places[from].Word, -1)
				from++
			}
			if w.lack > 0 {
				continue
			}
			if !yield(places[from : to+1]) {
				return
			}
			clear(w.has)
			w.lack, from = len(need), to+1
		}
	}
}

// A window counts the places of each word in it.
type window struct {
	need, has []int
	lack      int // words of which there are too few
}

func (w *window) add(word, n int) {
	before := w.has[word] >= w.need[word]
	w.has[word] += n
	switch after := w.has[word] >= w.need[word]; {
	case after && !before:
		w.lack--
	case before && !after:
		w.lack++
	}
}
