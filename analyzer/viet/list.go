package viet

import (
	"iter"
	"maps"
	"slices"
)

// Syllables yields every syllable of the rule table under each tone it can
// bear, in lower case and NFC, the tone in the old style: 19,104 of them, the
// rimes of loan words included. The order is that of the code points of the
// toneless syllables, then that of the tones. It is for whoever checks a rule
// against all of them.
func Syllables() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, base := range slices.Sorted(maps.Keys(syllables)) {
			f := syllables[base]
			for tn := range tone(tones) {
				if f.tones>>tn&1 == 1 && !yield(withTone(base, tn, int(f.old))) {
					return
				}
			}
		}
	}
}

// withTone puts the tone tn on the letter of base with the rune index at.
func withTone(base string, tn tone, at int) string {
	runes := []rune(base)
	runes[at] = letter{letterOf(runes[at]).vowel, tn}.rune()
	return string(runes)
}
