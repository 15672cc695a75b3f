package legacy

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/viet"
)

// maxSyllable is longer in bytes of UTF-8 than any syllable.
const maxSyllable = 16

// A verdict is what a word is by its letters beyond ASCII.
type verdict uint8

const (
	unmarked verdict = iota // it has none
	syllable                // every run of letters that has one is a syllable
	other
)

// judge judges a word.
func judge(word string) verdict {
	v := unmarked
	for _, part := range strings.FieldsFunc(viet.Fold(word, viet.Exact), notLetter) {
		if isASCII(part) {
			continue
		}
		if !viet.IsSyllable(viet.CanonTone(part)) {
			return other
		}
		v = syllable
	}
	return v
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }

// standsAlone reports whether word is a syllable, with or without marks.
func standsAlone(word string) bool {
	return judge(word) == syllable || viet.IsASCIISyllable(viet.Fold(word, viet.Exact))
}

// judgeWhole judges a word that must be one: symbols between its letters make
// it other. Without that, "®ã" would be the syllable ã.
func judgeWhole(word string) verdict {
	odd := func(r rune) bool { return isSymbol(r) && !strings.ContainsRune("\u00A0\u00AD«»·´°²³", r) }
	if strings.ContainsFunc(word, odd) {
		return other
	}
	return judge(word)
}

// standsAsIs reports whether a word as seen is a syllable, and not UTF-8 that
// has one in it: "bá»™" is bộ.
func standsAsIs(word string) bool {
	if judgeWhole(word) != syllable {
		return false
	}
	var buf [64]byte
	_, misread := decodeUTF8(buf[:0], word)
	return !misread
}

// Detect reports in which legacy encoding a paragraph is written, and false
// when it should be left alone. Of its words with letters beyond ASCII, at
// most half may be syllables as they stand, four in five must be after
// decoding, and the two shares must lie half apart. A paragraph of one or two
// such words must also have a sign of the encoding that does not stand in
// other text.
//
// No paragraph of 20,000 news articles in clean Unicode is taken for legacy.
func Detect(paragraph string) (Encoding, bool) {
	return weigh(paragraph).decide()
}

// Evidence counts the marked words of a paragraph.
type evidence struct {
	marked  int
	before  int                 // syllables as they stand
	unicode int                 // of these, with a letter that no legacy text can show
	after   [len(encodings)]int // syllables after decoding
	signs   [len(encodings)]int // of these, with a sign of the encoding
}

// The conditions of Detect. Measured on 20,000 news articles, see its test.
const (
	minMarked    = 1
	plainMarked  = 3 // enough without a sign
	documentSize = 8 // marked words that decide for a document
)

// weigh judges the words of a paragraph as they stand and, unless that
// settles it, as each encoding.
func weigh(p string) evidence {
	var ev evidence
	for start, end := range words(p) {
		word := p[start:end]
		if isASCII(word) || !isEvidence(word) {
			continue
		}
		ev.marked++
		if strings.ContainsFunc(word, onlyUnicode) {
			ev.unicode++
			ev.before++
		} else if standsAsIs(word) {
			ev.before++
		}
	}
	if ev.marked >= minMarked && 2*ev.before <= ev.marked {
		for i := range encodings {
			ev.try(i, p)
		}
	}
	return ev
}

// try counts what comes of decoding the paragraph p as encodings[i].
func (ev *evidence) try(i int, p string) {
	e := encodings[i]
	if e == UTF8In1252 {
		p = restoreTrails(p)
	}
	ev.after[i], ev.signs[i] = 0, 0
	decode := decoderOf(e)
	var buf [64]byte
	for start, end := range words(p) {
		word := p[start:end]
		if isASCII(word) || !isEvidence(word) {
			continue
		}
		decoded, sign := decode(buf[:0], word)
		switch judgeWhole(string(decoded)) {
		case syllable:
			ev.after[i]++
			if sign {
				ev.signs[i]++
			}
		case unmarked: // a dash or a quotation mark, "â€“"
			if sign {
				ev.after[i]++
			}
		}
	}
}

// decide picks the encoding under which the paragraph has most syllables.
func (ev evidence) decide() (Encoding, bool) {
	best := -1
	for i := range encodings {
		if ev.accepts(i) && (best < 0 || ev.after[i] > ev.after[best]) {
			best = i
		}
	}
	if best < 0 {
		return "", false
	}
	return encodings[best], true
}

// accepts reports whether the paragraph can be in encodings[i].
func (ev evidence) accepts(i int) bool {
	return ev.marked >= minMarked && 2*ev.before <= ev.marked &&
		10*ev.after[i] >= 8*ev.marked && 2*(ev.after[i]-ev.before) >= ev.marked &&
		(ev.marked >= plainMarked || ev.signs[i] > 0)
}

// isEvidence reports whether a word tells of an encoding: it has a character
// beyond ASCII that is no mere punctuation, and another one.
func isEvidence(word string) bool {
	return utf8.RuneCountInString(word) > 1 && strings.ContainsFunc(word, func(r rune) bool {
		return r >= utf8.RuneSelf && !isPunctuation(r)
	})
}

// isPunctuation reports whether r is punctuation of windows-1252 beyond
// Latin-1, a space, or invisible.
func isPunctuation(r rune) bool {
	return r == '\u00A0' || r == '\uFEFF' || r == '…' || r == '€' || r == '™' || r >= '\u2000' && r <= '\u206F'
}

// onlyUnicode reports whether r is a letter of Vietnamese that windows-1252
// does not have.
func onlyUnicode(r rune) bool {
	return r >= 0x1EA0 && r <= 0x1EF9 || strings.ContainsRune("ĂăĐđĨĩŨũƠơƯư", r)
}

// decoderOf returns the function that decodes a word of encoding e.
func decoderOf(e Encoding) func(dst []byte, word string) (out []byte, sign bool) {
	switch e {
	case TCVN3:
		return tcvn3.decode
	case VNIWindows:
		return vni.decode
	case Windows1258:
		return cp1258.decode
	}
	return decodeUTF8
}
