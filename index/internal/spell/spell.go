// Package spell tells how close two syllables are: whether who meant one
// may well have written the other.
package spell

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Distance is how far the word written is from the word meant: 0 the same, 1
// and more for what is said alike somewhere in the country, one for each part
// of the syllable, OneKey for a key too many, too few, wrong or too early, and
// Far.
const (
	OneKey = 4
	Far    = 5
)

// A Word is a word in small letters, ready to be compared with others.
type Word struct {
	letters []rune
	size    int // bytes
	parts   syllable
}

// New returns the Word for a term in NFC.
func New(term string) Word { return Word{[]rune(term), len(term), split(term)} }

// Distance is that between two words.
func (w Word) Distance(other Word) int {
	if d := other.size - w.size; d < -longer || d > longer {
		return Far
	}
	if n := w.parts.distance(other.parts); n < OneKey {
		return n
	}
	if oneKey(w.letters, other.letters) {
		return OneKey
	}
	return Far
}

// longer is how many more bytes than the other one of two close words can
// have: a letter takes up to three, and "ng" for "n" one.
const longer = 4

// A syllable is a word taken apart: "nghiễn" is ngh, iê, n and the tilde.
type syllable struct {
	onset, nucleus, final string
	tone                  rune // 0 none
}

// onsets are the consonants that a syllable begins with, the longer before
// their beginnings.
var onsets = []string{
	"ngh", "ng", "nh", "gh", "gi", "kh", "ph", "th", "tr", "ch", "qu",
	"b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x",
}

var finals = []string{"ng", "nh", "ch", "n", "m", "p", "t", "c"}

const (
	tones = "\u0300\u0301\u0303\u0309\u0323"
	tilde = '\u0303'
	hook  = '\u0309'
)

func split(term string) syllable {
	var s syllable
	var rest strings.Builder
	for _, r := range norm.NFD.String(term) {
		if strings.ContainsRune(tones, r) {
			s.tone = r
		} else {
			rest.WriteRune(r)
		}
	}
	s.nucleus = rest.String()
	for _, onset := range onsets {
		if after, ok := strings.CutPrefix(s.nucleus, onset); ok && after != "" && !(onset == "gi" && isFinal(after)) {
			s.onset, s.nucleus = onset, after
			break
		}
	}
	for _, final := range finals {
		if before, ok := strings.CutSuffix(s.nucleus, final); ok && before != "" {
			s.nucleus, s.final = before, final
			break
		}
	}
	return s
}

// isFinal reports whether nothing but a final follows: the i of "gìn" is its
// vowel.
func isFinal(s string) bool {
	for _, final := range finals {
		if s == final {
			return true
		}
	}
	return false
}

// What is said alike: hỏi and ngã in the South, s and x, ch and tr, d, gi and r
// in the North, l and n in parts of it, final n and ng, t and c in the South.
// The others are spellings of one sound.
var (
	alikeOnsets = [][]string{{"s", "x"}, {"ch", "tr"}, {"d", "gi", "r"}, {"l", "n"}, {"ng", "ngh"}, {"g", "gh"}, {"c", "k", "qu"}}
	alikeFinals = [][]string{{"n", "ng"}, {"t", "c"}, {"n", "nh"}, {"t", "ch"}}
)

func (s syllable) distance(t syllable) int {
	if s.nucleus != t.nucleus {
		return Far
	}
	n := 0
	for _, part := range []struct{ same, alike bool }{
		{s.onset == t.onset, alike(alikeOnsets, s.onset, t.onset)},
		{s.final == t.final, alike(alikeFinals, s.final, t.final)},
		{s.tone == t.tone, s.tone == hook && t.tone == tilde || s.tone == tilde && t.tone == hook},
	} {
		switch {
		case part.same:
		case part.alike:
			n++
		default:
			return Far
		}
	}
	return n
}

func alike(classes [][]string, a, b string) bool {
	has := func(class []string, s string) bool {
		for _, member := range class {
			if member == s {
				return true
			}
		}
		return false
	}
	for _, class := range classes {
		if has(class, a) && has(class, b) {
			return true
		}
	}
	return false
}

// oneKey reports whether one letter more, less or other makes b of a, or two
// neighbours in the other order.
func oneKey(a, b []rune) bool {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	switch {
	case len(a) <= 1 && len(b) <= 1:
		return true
	case len(a) == 2 && len(b) == 2:
		return a[0] == b[1] && a[1] == b[0]
	}
	return false
}
