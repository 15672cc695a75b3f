package legacy

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Decode returns text, all of it written in e, as Unicode in NFC. Words that
// are foreign by all signs stay: "Müller" in a TCVN3 report is not "Mỹller".
// Invalid bytes become U+FFFD; an unknown e changes nothing else.
//
// In TCVN3, a font of capitals shows small letters as capitals; words between
// capitals get them back. Where the soft hyphen that is ư was lost, ơng and
// ơc become ương and ươc, since nothing else ends so.
func Decode(text string, e Encoding) string {
	text = validUTF8(text)
	var b strings.Builder
	b.Grow(len(text) + len(text)/4)
	for line, end := range paragraphs(text) {
		b.WriteString(decodeParagraph(line, e))
		b.WriteString(end)
	}
	return b.String()
}

// decodeParagraph is Decode for one paragraph of valid UTF-8.
func decodeParagraph(p string, e Encoding) string {
	if isASCII(p) {
		return p
	}
	switch e {
	case TCVN3:
		p = decodeTCVN3(p)
	case VNIWindows:
		p = decodeWords(p, vni.read)
	case Windows1258:
		p = decodeWords(p, cp1258.read)
	case UTF8In1252:
		p = decodeWords(restoreTrails(p), readUTF8)
	default:
		return p
	}
	return norm.NFC.String(p)
}

// decodeWords puts what read appends for each marked word in its place.
func decodeWords(p string, read func(dst []byte, word string) []byte) string {
	out := make([]byte, 0, len(p)+len(p)/4)
	done := 0
	for start, end := range words(p) {
		if word := p[start:end]; !isASCII(word) {
			out = append(out, p[done:start]...)
			out = read(out, word)
			done = end
		}
	}
	return string(append(out, p[done:]...))
}

// decode appends word, decoded letter by letter, to dst. sign reports whether
// the word has what hardly stands in a word otherwise: a symbol, a letter
// with a mark after it, a capital after a small letter.
func (t *table) decode(dst []byte, word string) (out []byte, sign bool) {
	start := len(dst)
	var before rune
	for i := 0; i < len(word); {
		r, n := utf8.DecodeRuneInString(word[i:])
		next, m := utf8.DecodeRuneInString(word[i+n:])
		if letter := t.paired(r, next); letter != 0 {
			dst = utf8.AppendRune(dst, letter)
			i, before, sign = i+n+m, next, true
			continue
		}
		if r < 256 && t.single[r] != 0 {
			sign = sign || t.sign != nil && t.sign(r) || unicode.IsUpper(r) && unicode.IsLower(before)
			dst = utf8.AppendRune(dst, t.single[r])
		} else {
			dst = append(dst, word[i:i+n]...)
		}
		i, before = i+n, r
	}
	if t.finish != nil {
		dst = append(dst[:start], t.finish(dst[start:])...)
	}
	return dst, sign
}

// read appends word to dst, decoded unless it is foreign: no syllable comes
// of it, and nothing in it is typical of the encoding.
func (t *table) read(dst []byte, word string) []byte {
	start := len(dst)
	dst, sign := t.decode(dst, word)
	if !sign && t.canBeForeign(word) && judge(dst[start:]) != syllable {
		return append(dst[:start], word...)
	}
	return dst
}

// longestAbbreviation is in characters: "ATNÑ", "HÑND".
const longestAbbreviation = 5

// canBeForeign reports whether the letters of word that the table decodes are
// all letters that Vietnamese does not have, such as ü. Others would have been
// written with their code. Abbreviations, in capitals or without vowels, are
// not foreign, nor are capitals in the middle, "LÐman".
func (t *table) canBeForeign(word string) bool {
	allCapitals := strings.ToUpper(word) == word
	for i, r := range word {
		if r < 256 && t.single[r] != 0 && (isVietnamese[r] || i > 0 && unicode.IsUpper(r) && !allCapitals) {
			return false
		}
	}
	short := allCapitals && utf8.RuneCountInString(word) <= longestAbbreviation
	return !short && strings.ContainsAny(word, "aeiouyAEIOUY")
}

// restoreHorns makes ơng and ơc, which end no word, ương and ươc.
func restoreHorns(word []byte) []byte {
	i := bytes.IndexFunc(word, isHornedO)
	if i < 0 {
		return word
	}
	s := string(word)
	r, n := utf8.DecodeRuneInString(s[i:])
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	switch strings.ToLower(s[i+n:]) {
	case "ng", "c":
	default:
		return word
	}
	if before == 'ư' || before == 'Ư' {
		return word
	}
	horn := "ư"
	if unicode.IsUpper(r) || unicode.IsUpper(before) && strings.ToUpper(s[i+n:]) == s[i+n:] {
		horn = "Ư"
	}
	return []byte(s[:i] + horn + s[i:])
}

// isHornedO reports whether r is ơ under any tone.
func isHornedO(r rune) bool {
	return r == 'ơ' || r == 'Ơ' || r >= 'Ớ' && r <= 'ợ' // U+1EDA to U+1EE3
}
