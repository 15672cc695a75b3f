package legacy

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"soi/analyzer/viet"
)

// An evidence counts the marked words of a paragraph.
type evidence struct {
	marked  int
	before  int                 // syllables as they stand
	unicode int                 // of these, with a letter that no legacy text can show
	alien   int                 // words that hold what no word of Vietnamese does
	after   [len(encodings)]int // syllables after decoding
	signs   [len(encodings)]int // of these, with a sign of the encoding
	native  [len(encodings)]int // of these, no loan words: to break ties
}

// How many marked words are enough.
const (
	plainMarked  = 3 // for a paragraph without a sign
	documentSize = 8 // to decide for a document
)

// signLength is from how many characters on a word's letters with marks are a
// sign of VNI or windows-1258: "où" is French.
const signLength = 3

// weigh judges the words of a paragraph as they stand and, unless that
// settles it, as each encoding.
func weigh(p string) evidence {
	var ev evidence
	for start, end := range words(p) {
		word := p[start:end]
		if !isMarked(word) {
			continue
		}
		ev.marked++
		if isAlien(word) {
			ev.alien++
		}
		if strings.ContainsFunc(word, onlyUnicode) {
			ev.unicode++
			ev.before++
		} else if standsAsIs(word) {
			ev.before++
		}
	}
	if ev.isOpen() {
		for i := range encodings {
			ev.try(i, p)
		}
	}
	return ev
}

// isOpen reports whether the words as they stand leave open that the
// paragraph is in a legacy encoding.
func (ev *evidence) isOpen() bool { return ev.marked > 0 && 2*ev.before <= ev.marked }

// try counts what comes of decoding the paragraph p as encodings[i].
func (ev *evidence) try(i int, p string) {
	ev.after[i], ev.signs[i], ev.native[i] = 0, 0, 0
	e := encodings[i]
	if e == UTF8In1252 {
		p = restoreTrails(p)
	}
	decode := decoderOf(e)
	var buf [64]byte
	for start, end := range words(p) {
		word := p[start:end]
		if !isMarked(word) {
			continue
		}
		decoded, sign := decode(buf[:0], word)
		switch judgeDecoded(decoded, e) {
		case syllable:
			ev.after[i]++
			if sign && (e == TCVN3 || utf8.RuneCountInString(word) >= signLength) {
				ev.signs[i]++
			}
			if viet.IsASCIISyllable(viet.Fold(string(decoded), viet.ASCII)) {
				ev.native[i]++
			}
		case unmarked: // a dash or a quotation mark, "â€“"
			if sign {
				ev.after[i]++
			}
		}
	}
}

// decide picks the encoding under which the paragraph has most syllables, and
// is false when it should be left alone. Of its words with letters beyond ASCII,
// at most half may be syllables as they stand, four in five must be after
// decoding, and the two shares must lie half apart. Of one or two such words,
// one must have a sign of the encoding, such as a letter with a mark after it;
// a single one, which may be a typing error, something that Vietnamese does
// not have.
//
// No paragraph of 20,000 news articles in clean Unicode is taken for legacy.
func (ev evidence) decide() (Encoding, bool) {
	best := -1
	for i := range encodings {
		if ev.accepts(i) && (best < 0 || ev.compare(i, best) > 0) {
			best = i
		}
	}
	if best < 0 {
		return "", false
	}
	return encodings[best], true
}

// compare orders encodings[i] and encodings[j] by how well they explain the
// paragraph.
func (ev evidence) compare(i, j int) int {
	return cmp.Or(
		cmp.Compare(ev.after[i], ev.after[j]),
		cmp.Compare(ev.native[i], ev.native[j]),
		cmp.Compare(ev.signs[i], ev.signs[j]),
	)
}

// accepts reports whether the paragraph can be in encodings[i].
func (ev evidence) accepts(i int) bool {
	return ev.isOpen() && 10*ev.after[i] >= 8*ev.marked &&
		2*(ev.after[i]-ev.before) >= ev.marked &&
		(ev.marked >= plainMarked || ev.signs[i] > 0 && (ev.marked > 1 || ev.alien > 0))
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
