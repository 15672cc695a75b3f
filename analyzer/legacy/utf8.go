package legacy

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// readUTF8 appends word to dst with every sequence of UTF-8 that was read as
// windows-1252 decoded. What makes none stays.
func readUTF8(dst []byte, word string) []byte {
	dst, _ = decodeUTF8(dst, word)
	return dst
}

// maxMisreadings is how often one text is taken to have been misread.
const maxMisreadings = 3

// decodeUTF8 is readUTF8; sign reports whether anything was decoded. What is
// still UTF-8 after that was misread more than once.
func decodeUTF8(dst []byte, word string) (out []byte, sign bool) {
	start := len(dst)
	dst, sign = decodeOnce(dst, word, true)
	for again, i := sign, 1; again && i < maxMisreadings; i++ {
		dst, again = decodeOnce(dst[:start], string(dst[start:]), false)
	}
	return dst, sign
}

// decodeOnce undoes one misreading of word. mending lets it put in bytes that
// were lost; in a word that was decoded before, Ã is the letter.
func decodeOnce(dst []byte, word string, mending bool) (out []byte, sign bool) {
	start := len(dst)
	gap, lead := -1, "" // where in dst a sequence lacks its last byte
	for i := 0; i < len(word); {
		r, n := misread(word[i:])
		if n > 0 {
			dst, sign = utf8.AppendRune(dst, r), true
			i += n
			continue
		}
		switch l := leadAt(word[i:]); {
		case !mending:
		case l == strokeLead: // only Đ has this one
			dst = append(dst, "Đ"...)
			i += len(l)
			continue
		case l != "" && gap < 0:
			gap, lead = len(dst), l
		}
		_, n = utf8.DecodeRuneInString(word[i:])
		dst = append(dst, word[i:i+n]...)
		i += n
	}
	if gap < 0 {
		return dst, sign
	}
	if mended, ok := mend(string(dst[start:gap]), lead, string(dst[gap+len(lead):])); ok {
		return append(dst[:start], mended...), true
	}
	return dst, sign
}

// misread reads one sequence of UTF-8 of two bytes or more, taken for
// windows-1252, at the start of s. n is its length in s, 0 if there is none.
func misread(s string) (r rune, n int) {
	var raw [utf8.UTFMax]byte
	size := 0
	for i, c := range s {
		b, ok := byteOf(c)
		if !ok || b < utf8.RuneSelf {
			return 0, 0
		}
		raw[size] = b
		size++
		if utf8.FullRune(raw[:size]) {
			r, got := utf8.DecodeRune(raw[:size])
			if got != size || size == 1 {
				return 0, 0
			}
			return r, i + utf8.RuneLen(c)
		}
	}
	return 0, 0
}

// strokeLead is what is left of Đ (C4 90).
const strokeLead = "Ä"

// lost holds the letters whose last byte is easily lost, under the characters
// that the bytes before it are read as. Windows-1252 has no 81, 8D, 8F, 90 and
// 9D, so that copying drops them, and AD is a soft hyphen.
var lost = []struct {
	lead    string
	letters []rune
}{
	{"Ä", []rune{'Đ'}},                           // C4 90
	{"Ã", []rune{'Á', 'Í', 'Ý', 'í'}},            // C3 81, 8D, 9D, AD
	{"áº", []rune{'ậ'}},                          // E1 BA AD
	{"á»", []rune{'ề', 'ọ', 'ỏ', 'Ố', 'ờ', 'ử'}}, // E1 BB 81, 8D, 8F, 90, 9D, AD
}

// leadAt returns the lead of a lost letter at the start of s, "" for none.
func leadAt(s string) string {
	for _, l := range lost {
		if strings.HasPrefix(s, l.lead) {
			return l.lead
		}
	}
	return ""
}

// mend finds the letter that lost its last byte between before and after. It
// reports false unless exactly one makes a syllable.
func mend(before, lead, after string) (word string, ok bool) {
	if len(before)+len(after) > maxSyllable {
		return "", false
	}
	for _, l := range lost {
		if l.lead != lead {
			continue
		}
		for _, r := range l.letters {
			if unicode.IsUpper(r) && before != strings.ToUpper(before) {
				continue // no capital after a small letter
			}
			if w := before + string(r) + after; judge([]byte(w)) == syllable {
				if ok {
					return "", false
				}
				word, ok = w, true
			}
		}
	}
	return word, ok
}

// noBreak is the character of byte A0, which ends à, Ạ, Ỡ and the no-break
// space itself in UTF-8. Many pages and editors make it a plain space.
const noBreak = "\u00A0"

// beforeNoBreak are the characters that the bytes before A0 are read as.
var beforeNoBreak = []string{"Ã", "áº", "á»", "Â"}

// restoreTrails makes the plain spaces of a paragraph no-break spaces where
// they were the last byte of a letter: "thÃ nh" was thành. Where two spaces
// became one, "lÃ tá»‰nh" for "là tỉnh", and at the end it adds the lost one.
func restoreTrails(p string) string {
	var b strings.Builder
	done := 0
	for start, end := range words(p) {
		if !endsInLead(p[start:end]) || end < len(p) && p[end] != ' ' {
			continue
		}
		b.WriteString(p[done:end])
		b.WriteString(noBreak)
		done = end
		if end < len(p) && joins(p[start:end], nextWord(p[end+1:])) {
			done++
		}
	}
	if done == 0 {
		return p
	}
	b.WriteString(p[done:])
	return b.String()
}

func endsInLead(word string) bool {
	for _, lead := range beforeNoBreak {
		if strings.HasSuffix(word, lead) {
			return true
		}
	}
	return false
}

// nextWord returns the word at the very start of s, "" if there is none.
func nextWord(s string) string {
	i := 0
	for i < len(s) && i <= 4*maxSyllable && inWord(s[i]) {
		i++
	}
	return s[:i]
}

// joins reports whether the space between left, which lacks A0, and right is
// that A0, and not a space that stood after it.
func joins(left, right string) bool {
	switch {
	case right == "" || strings.HasSuffix(left, "Â"):
		return true
	case len(left)+len(right) > 4*maxSyllable:
		return false
	}
	whole := readUTF8(nil, left+noBreak+right)
	return judge(whole) == syllable && (len(right) == 1 || !standsAlone(readUTF8(nil, right)))
}
