package keystroke

import (
	"strings"

	"soi/analyzer/viet"
)

// A Mode is a way of typing Vietnamese with the keys of ASCII.
type Mode string

// The modes; Plain is text as it should be.
const (
	Plain Mode = "plain"
	Telex Mode = "telex"
	VNI   Mode = "vni"
)

// longestWord is in keys; no syllable takes more: "nghieengf" takes 9, and
// keys can cancel each other.
const longestWord = 16

// Decode returns the syllable that the keys of word make in mode m, in lower
// case and NFC, with its tone in the old style. It reports false, and returns
// word, when they make none, or one without marks: then word is no
// keystrokes.
func Decode(word string, m Mode) (string, bool) {
	if len(word) > longestWord || m != Telex && m != VNI {
		return word, false
	}
	var s syllable
	for _, key := range strings.ToLower(word) {
		press := s.pressTelex
		if m == VNI {
			press = s.pressVNI
		}
		if !press(key) {
			return word, false
		}
	}
	decoded := viet.CanonTone(s.spell())
	if !viet.IsSyllable(decoded) || !viet.HasMark(decoded) {
		return word, false
	}
	return decoded, true
}

// A shape is what a vowel has besides its tone, or the stroke of đ, as
// Unicode's combining mark; 0 is none.
type shape rune

const (
	circumflex shape = '\u0302' // â ê ô
	breve      shape = '\u0306' // ă
	horn       shape = '\u031B' // ơ ư
	stroke     shape = '\u0335' // đ
)

// A letter is one letter of the syllable as typed so far.
type letter struct {
	base  rune // a to z
	shape shape
}

func (l letter) isVowel() bool { return strings.ContainsRune("aeiouy", l.base) }

// A syllable is the state between two keys.
type syllable struct {
	letters []letter
	tone    rune // combining mark; 0 is none
	literal bool // a mark was cancelled: the keys that follow are letters
}

// append appends a letter without a shape.
func (s *syllable) append(base rune) { s.letters = append(s.letters, letter{base: base}) }

// hasVowel reports whether there is something to put a tone on.
func (s *syllable) hasVowel() bool {
	for _, l := range s.letters {
		if l.isVowel() {
			return true
		}
	}
	return false
}

// spell finishes the syllable: the tone still stands on its first vowel.
func (s *syllable) spell() string {
	s.matchHorns()
	var b strings.Builder
	toned := s.tone == 0
	for _, l := range s.letters {
		b.WriteRune(l.base)
		if l.shape != 0 {
			b.WriteRune(rune(l.shape))
		}
		if !toned && l.isVowel() {
			b.WriteRune(s.tone)
			toned = true
		}
	}
	return viet.Fold(b.String(), viet.Exact)
}

// matchHorns gives uo two horns before another letter, where one was typed,
// and only the second at the end: được, thuở.
func (s *syllable) matchHorns() {
	i := s.findUO()
	if i < 0 || s.letters[i].shape != horn && s.letters[i+1].shape != horn {
		return
	}
	s.letters[i+1].shape = horn
	s.letters[i].shape = horn
	if i+2 == len(s.letters) {
		s.letters[i].shape = 0
	}
}

// findUO returns the index of u in a vowel uo, -1 if there is none.
func (s *syllable) findUO() int {
	for i := 0; i+1 < len(s.letters); i++ {
		if s.letters[i].base == 'u' && s.letters[i+1].base == 'o' && !s.isGlide(i) {
			return i
		}
	}
	return -1
}

// isGlide reports whether the letter at i is the u of qu.
func (s *syllable) isGlide(i int) bool {
	return i > 0 && s.letters[i].base == 'u' && s.letters[i-1].base == 'q'
}
