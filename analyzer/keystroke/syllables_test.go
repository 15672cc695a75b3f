package keystroke

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"soi/analyzer/viet"
)

// A keyboard says which keys make the marks of a letter.
type keyboard struct {
	mode Mode
	keys map[rune]string // by combining mark
}

var keyboards = []keyboard{
	{Telex, map[rune]string{
		'\u0301': "s", '\u0300': "f", '\u0309': "r", '\u0303': "x", '\u0323': "j",
		'\u0306': "w", '\u031B': "w", '\u0302': "", // aa, ee, oo: the letter again
	}},
	{VNI, map[rune]string{
		'\u0301': "1", '\u0300': "2", '\u0309': "3", '\u0303': "4", '\u0323': "5",
		'\u0306': "8", '\u031B': "7", '\u0302': "6",
	}},
}

// typeLetter returns the keys of a letter in NFD: with its shape, and of its
// tone apart.
func (k keyboard) typeLetter(letter string) (shaped, tone string) {
	if letter == "đ" {
		return map[Mode]string{Telex: "dd", VNI: "d9"}[k.mode], ""
	}
	for _, r := range letter {
		switch key, mark := k.keys[r]; {
		case !mark:
			shaped += string(r)
		case r == '\u0302' && k.mode == Telex:
			shaped += shaped
		case strings.ContainsRune("\u0302\u0306\u031B", r):
			shaped += key
		default:
			tone = key
		}
	}
	return shaped, tone
}

// spellings returns the ways of typing a syllable: its tone where it stands,
// its tone at the end, all its marks at the end.
func (k keyboard) spellings(syllable string) []string {
	var inPlace, toneLast, bare, marks, tone string
	for _, r := range syllable {
		shaped, own := k.typeLetter(norm.NFD.String(string(r)))
		if k.mode == Telex && shaped == "o" && strings.HasSuffix(toneLast, "o") {
			shaped = "oo" // two o would be ô, three are two
		}
		inPlace += shaped + own
		toneLast += shaped
		tone += own
		bare += shaped[:1]
		marks += shaped[1:]
	}
	marks = strings.NewReplacer("ww", "w", "77", "7").Replace(marks) // one for both horns of ươ
	return []string{inPlace, toneLast + tone, bare + marks + tone}
}

// TestEverySyllable types each syllable of the rule table and reads it back.
// A syllable without marks is no keystrokes.
func TestEverySyllable(t *testing.T) {
	for _, k := range keyboards {
		n := 0
		for want := range viet.Syllables() {
			if toneless := viet.Fold(want, viet.Toneless); !viet.HasMark(want) || strings.HasSuffix(toneless, "uơt") && toneless[0] != 'q' {
				continue // uơ before a letter is read as ươ, and of uơt no word is known
			}
			for i, keys := range k.spellings(want) {
				if i == 2 && strings.Contains(viet.Fold(want, viet.ASCII), "oo") {
					continue // xoong: the marks of two o need their place
				}
				n++
				if got, ok := Decode(keys, k.mode); !ok || got != want {
					t.Errorf("%s: Decode(%q) = %q, %v, want %q", k.mode, keys, got, ok, want)
				}
			}
		}
		t.Logf("%s: %d spellings", k.mode, n)
	}
}
