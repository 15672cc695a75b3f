package legacy

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Bytes reads a file in TCVN3, VNI for Windows or windows-1258. It reports
// false, and the text is empty, when b is valid UTF-8, has NUL bytes, or is in
// none of the three. Not being UTF-8 counts as evidence: where no paragraph
// is sure by itself, four in five marked words of the whole file must become
// syllables, more than are ones already.
func Bytes(b []byte) (text string, e Encoding, ok bool) {
	if utf8.Valid(b) || bytes.IndexByte(b, 0) >= 0 {
		return "", "", false
	}
	raw := As1252(b)
	text, e, _ = Repair(raw)
	switch e {
	case UTF8In1252: // damaged UTF-8 is none of ours
		return "", "", false
	case "":
		if e, ok = likeliest(raw); !ok {
			return "", "", false
		}
		text = Decode(raw, e)
	}
	return text, e, true
}

// As1252 reads windows-1252 as browsers do: the five bytes that it lacks are
// controls. Of text in any of the encodings of this package, it makes what
// Repair and Decode take.
func As1252(b []byte) string {
	var s strings.Builder
	s.Grow(2 * len(b))
	for _, c := range b {
		r := charmap.Windows1252.DecodeByte(c)
		if r == utf8.RuneError {
			r = rune(c)
		}
		s.WriteRune(r)
	}
	return s.String()
}

// likeliest picks the encoding of a text that surely is in some.
func likeliest(text string) (Encoding, bool) {
	ev := weigh(text)
	best := -1
	for i, e := range encodings {
		if ev.try(i, text); e == UTF8In1252 {
			continue
		}
		if 10*ev.after[i] >= 8*ev.marked && ev.after[i] > ev.before && (best < 0 || ev.compare(i, best) > 0) {
			best = i
		}
	}
	if best < 0 {
		return "", false
	}
	return encodings[best], true
}

// UTF16 reads UTF-16 in either byte order. A byte order mark settles the
// order; without one, nearly all code units must be characters that
// Vietnamese text has, with ASCII among them, in one order and not in the
// other. Half a code unit at the end and unpaired surrogates become U+FFFD.
// It reports false, and the text is empty, when b is something else.
func UTF16(b []byte) (text string, ok bool) {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(b, []byte("\xFF\xFE\x00\x00")):
		return "", false // UTF-32
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		order, b = binary.LittleEndian, b[2:]
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		order, b = binary.BigEndian, b[2:]
	case looksUTF16(b, binary.LittleEndian):
		order = binary.LittleEndian
	case looksUTF16(b, binary.BigEndian):
		order = binary.BigEndian
	default:
		return "", false
	}
	units := make([]uint16, 0, len(b)/2+1)
	for len(b) >= 2 {
		units = append(units, order.Uint16(b))
		b = b[2:]
	}
	if len(b) > 0 {
		units = append(units, utf8.RuneError)
	}
	return string(utf16.Decode(units)), true
}

// sampleSize is how many bytes of a file are looked at.
const sampleSize = 1 << 16

// looksUTF16 reports whether at least 19 in 20 code units of b in the given
// order are usual in Vietnamese text, some of them ASCII. In the other order
// these would be characters of other scripts or unassigned.
func looksUTF16(b []byte, order binary.ByteOrder) bool {
	b = b[:min(len(b), sampleSize)]
	usual, ascii := 0, 0
	n := len(b) / 2
	for i := range n {
		switch u := order.Uint16(b[2*i:]); {
		case u >= 0x20 && u < 0x7F, u == '\n', u == '\r', u == '\t':
			ascii++
			usual++
		case u >= 0xA0 && u < 0x0370, u >= 0x1EA0 && u <= 0x1EF9, u >= 0x2010 && u <= 0x2044, u == '€', u == '₫':
			usual++
		}
	}
	return ascii > 0 && 20*usual >= 19*n
}
