package legacy

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/viet"
)

// A lettering is what the letters of a TCVN3 word as seen say of its case.
type lettering uint8

const (
	noLetters lettering = iota
	small               // has a small letter whose capital has a code
	open                // capitals, and toned letters that can be either
	capitals            // surely all capitals
)

// A tcvn3Word is a word of a paragraph with its decoded form.
type tcvn3Word struct {
	start, end int
	text       string
	lettering  lettering
}

// decodeTCVN3 decodes a paragraph.
func decodeTCVN3(p string) string {
	var all []tcvn3Word
	for start, end := range words(p) {
		w := tcvn3Word{start: start, end: end, text: p[start:end], lettering: letteringOf(p[start:end])}
		if !isASCII(w.text) && !isMereSymbol(p, start, end) {
			w.text = readTCVN3(w.text)
		}
		all = append(all, w)
	}
	raiseCapitals(all)
	var b strings.Builder
	done := 0
	for _, w := range all {
		b.WriteString(p[done:w.start])
		b.WriteString(w.text)
		done = w.end
	}
	b.WriteString(p[done:])
	return b.String()
}

// raiseCapitals puts words back into capitals. The toned letters have codes
// for small letters only, and a font of capitals shows these as capitals:
// "§¶NG Bé" was ĐẢNG BỘ. So in an unbroken run of words that could all be
// capitals, of which one surely is, all letters become capitals.
func raiseCapitals(all []tcvn3Word) {
	for first := 0; first < len(all); {
		last, sure := first, false
		for ; last < len(all) && all[last].lettering != small; last++ {
			sure = sure || all[last].lettering == capitals
		}
		for i := first; sure && i < last; i++ {
			all[i].text = strings.ToUpper(all[i].text)
		}
		first = last + 1
	}
}

// letteringOf looks at a word as it is seen.
func letteringOf(word string) lettering {
	upper, toned := 0, 0
	for _, r := range word {
		switch {
		case r >= 'A' && r <= 'Z', strings.ContainsRune("¡¢£¤¥¦§", r):
			upper++
		case r < utf8.RuneSelf, strings.ContainsRune("¨©ª«¬\u00AD®", r):
			return small
		case r < 256 && tcvn3.single[r] != 0:
			toned++
		case unicode.IsLower(r):
			return small
		}
	}
	switch {
	case upper+toned == 0:
		return noLetters
	case upper >= 2 && toned > 0, upper >= 3 && viet.IsASCIISyllable(strings.ToLower(word)):
		return capitals
	}
	return open
}

// Symbols that stand before and after words, and that TCVN3 fonts show as
// letters.
const (
	openers = "«·"
	closers = "»·©®"
)

// readTCVN3 decodes a word. Symbols at its ends stay if that makes a syllable
// of it: quotation marks have the codes of ô and ằ.
func readTCVN3(word string) string {
	read := tcvn3.read(nil, word)
	decoded := string(read)
	if judge(read) == syllable {
		return decoded
	}
	left := len(word) - len(strings.TrimLeft(word, openers))
	right := len(strings.TrimRight(word, closers))
	if left >= right || right-left == len(word) || strings.ContainsAny(word[left:right], "«»") {
		return decoded // "«t«" is ôtô
	}
	inner := tcvn3.read(nil, word[left:right])
	if judge(inner) == syllable || isASCII(string(inner)) {
		return word[:left] + string(inner) + word[right:]
	}
	return decoded
}

// isMereSymbol reports whether the word p[start:end] is a sign that stands for
// itself: the codes of bullets and fractions are letters that are no words.
func isMereSymbol(p string, start, end int) bool {
	word := p[start:end]
	if _, n := utf8.DecodeRuneInString(word); n != len(word) {
		return false
	}
	if strings.ContainsAny(word, "·©®×»¼½¾") {
		return end == len(p) || p[end] != '/' && p[end] != '.' // ®/c is đ/c, đồng chí
	}
	if start > 0 && isDigit(p[start-1]) || end < len(p) && isDigit(p[end]) {
		return strings.ContainsAny(word, "§£¤¥")
	}
	return word == "§" && end+1 < len(p) && p[end] == ' ' && isDigit(p[end+1])
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
