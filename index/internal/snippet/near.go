package snippet

import (
	"slices"

	"soi/index/internal/near"
)

// A Near asks for words in any order, with so many other words between them.
type Near struct {
	Words   Sequence
	Between int
}

// nearby is a Near as a Matcher has it: each of its words is a sequence of its
// own, and those that do not stand near the others are dropped.
type nearby struct {
	first   int // sequence of the first word; the others follow
	need    []int
	between int
}

// addNear adds the words of n, each once.
func (m *Matcher) addNear(n Near) {
	of := nearby{first: len(m.sequences), between: n.Between}
	for _, word := range n.Words {
		at := slices.IndexFunc(m.sequences[of.first:], func(s Sequence) bool { return slices.Equal(s[0], word) })
		if at < 0 {
			at = len(of.need)
			m.sequences = append(m.sequences, Sequence{word})
			of.need = append(of.need, 0)
		}
		of.need[at]++
	}
	m.nears = append(m.nears, of)
}

// of gives which of n's words a match is; ok is false if it is none.
func (n nearby) of(m match) (word int, ok bool) {
	word = m.sequence - n.first
	return word, word >= 0 && word < len(n.need)
}

// dropFar drops the matches in b of words that stand alone.
func (m *Matcher) dropFar(b *block) {
	for _, n := range m.nears {
		var places []near.Place
		for i, match := range b.matches {
			word, ok := n.of(match)
			at := uint32(match.position)
			if last := len(places) - 1; !ok || last >= 0 && places[last].At == at && places[last].Word == word {
				continue // of another, or a token behind its first part
			}
			places = append(places, near.Place{At: at, Word: word, Of: i})
		}
		kept := make([]bool, len(b.matches))
		for window := range near.Windows(places, n.need, n.between) {
			for _, p := range window {
				kept[p.Of] = true
			}
		}
		var matches []match
		for i, match := range b.matches {
			if _, ok := n.of(match); !ok || kept[i] {
				matches = append(matches, match)
			}
		}
		b.matches = matches
	}
}
