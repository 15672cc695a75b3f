package copies

import (
	"math/bits"

	"soi/analyzer/token"
	"soi/analyzer/viet"
)

const (
	// sketchRun is the length in words of the runs that a sketch is made of:
	// long enough that the phrases of all reports are none.
	sketchRun = 5

	// values of a sketch, a power of two. Two texts that share the part s of
	// their runs have each of them in common with probability s, and by chance
	// one in 256.
	values = 16

	// alike is the number of values from which on two texts are worth being
	// compared. Where s is 0.7, as in shortened copies, 0.97 of the pairs have
	// as many, where it is 0.3, as in boilerplate, 0.07.
	alike = 8
)

// A Sketch is a small picture of a text. That of a text too short to be
// compared is the zero Sketch.
type Sketch [values]byte

// NewSketch gives the sketch of a text in parts: all its runs of words, hashed
// and dealt into as many lots as there are values, and of each lot the lowest
// hash (Li, Owen, Zhang: One Permutation Hashing, 2012). A lot that got no run
// has that of the next.
func NewSketch(parts []string) Sketch {
	var s Sketch
	var lots [values]uint64 // of the lowest hash its complement; 0 none
	var run [sketchRun]uint64
	words := 0
	for _, line := range withoutBylines(parts) {
		end := 0
		for w := range token.Tokens(line, viet.Exact) {
			if w.Start < end || words == mostWords {
				continue // a part of what was taken whole
			}
			end = w.End
			run[words%sketchRun] = hash(w.Term)
			if words++; words < sketchRun {
				continue
			}
			h := uint64(0)
			for i := range run {
				h = mix(h + run[(words+i)%sketchRun])
			}
			lot := &lots[h>>(64-bits.Len(values-1))]
			*lot = max(*lot, ^(h << bits.Len(values-1)))
		}
	}
	if words < leastWords {
		return s
	}
	for i := range s {
		next := i
		for lots[next] == 0 {
			next = (next + 1) % values
		}
		s[i] = byte(mix(lots[next] + uint64(next)))
	}
	return s
}

// Alike reports whether texts of the sketches are worth a comparison.
func (s Sketch) Alike(t Sketch) bool {
	n := 0
	for i := range s {
		if s[i] == t[i] {
			n++
		}
	}
	return n >= alike && s != Sketch{}
}

// Marks is the number of marks of a sketch.
const Marks = values / 2

// Marks gives the marks of a sketch, each of two of its values. Of two sketches
// that are Alike 0.98 have at least one in common, in its place.
func (s Sketch) Marks() [Marks]uint16 {
	var marks [Marks]uint16
	for i := range marks {
		marks[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return marks
}
