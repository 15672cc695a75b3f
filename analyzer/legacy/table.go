package legacy

import (
	_ "embed"
	"encoding/hex"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

//go:embed letters.txt
var letterRules string

// A table decodes an encoding whose letters are one or two bytes. It is keyed
// by characters, because the bytes were read as windows-1252; all bytes of
// the three encodings are 0xA1 or more there, and so the character is the
// byte.
type table struct {
	single [256]rune           // 0 where the character stands for itself
	pair   [256]*[256]rune     // a letter and the mark after it
	sign   func(r rune) bool   // a character that hardly stands in a word otherwise
	finish func([]byte) []byte // last touch to a decoded word; nil for none
}

var tcvn3, vni, cp1258 = parseLetters(letterRules)

// isVietnamese marks the letters of windows-1252 that Vietnamese has too;
// parseLetters fills it in.
var isVietnamese [256]bool

// parseLetters reads the table of letters.
func parseLetters(text string) (tcvn3, vni, cp1258 *table) {
	tcvn3 = &table{sign: isSymbol, finish: restoreHorns}
	vni = &table{}
	cp1258 = &table{sign: isEth}
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		letter, _ := utf8.DecodeRuneInString(f[0])
		if letter < 256 {
			isVietnamese[letter] = true
		}
		tcvn3.add(letter, f[1])
		vni.add(letter, f[2])
		cp1258.add(letter, f[3])
		if seen := seenAs(f[2]); len(seen) == 2 {
			// Typists left the shift key alone for marks: "Aû" beside "AÛ".
			vni.addPair(letter, seen[0], unicode.ToLower(seen[1]))
		}
	}
	return tcvn3, vni, cp1258
}

// add enters a letter with its bytes in hexadecimal, "-" for no code.
func (t *table) add(letter rune, bytes string) {
	switch seen := seenAs(bytes); len(seen) {
	case 1:
		t.single[seen[0]] = letter
	case 2:
		t.addPair(letter, seen[0], seen[1])
	}
}

func (t *table) addPair(letter, base, mark rune) {
	if t.pair[base] == nil {
		t.pair[base] = new([256]rune)
	}
	t.pair[base][mark] = letter
}

// paired returns the letter that base and mark are together, 0 for none.
func (t *table) paired(base, mark rune) rune {
	if base >= 256 || mark >= 256 || t.pair[base] == nil {
		return 0
	}
	return t.pair[base][mark]
}

// seenAs returns the characters that bytes in hexadecimal are in windows-1252.
func seenAs(bytes string) []rune {
	if bytes == "-" {
		return nil
	}
	raw, err := hex.DecodeString(bytes)
	if err != nil {
		panic(fmt.Sprintf("letters.txt: %v", err)) // embedded, and held by a test
	}
	var seen []rune
	for _, b := range raw {
		seen = append(seen, rune(b))
	}
	return seen
}

// isSymbol reports whether r is no letter in windows-1252: inside of a word
// only TCVN3 has it.
func isSymbol(r rune) bool {
	return r == 'µ' || r == 'ª' || r > utf8.RuneSelf && r < 256 && !unicode.IsLetter(r)
}

func isEth(r rune) bool { return r == 'ð' || r == 'Ð' }

// byteOf returns the byte that was read as r in windows-1252, or in Latin-1
// where that has controls.
func byteOf(r rune) (byte, bool) {
	if r < 0xA0 {
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}

// validUTF8 returns s with each run of invalid bytes replaced by U+FFFD.
func validUTF8(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
