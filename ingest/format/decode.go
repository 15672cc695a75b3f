package format

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"soi/analyzer/legacy"
)

var errUnknownEncoding = errors.New("unknown encoding")

// decode turns the bytes of a file into UTF-8 and names the encoding if it
// was another one. declared is what the file says of itself, "" if nothing.
//
// A byte order mark wins, then what can only be UTF-16; then bytes that are
// valid UTF-8 are UTF-8 whatever is declared, since hardly any text in another
// encoding is; then the declaration; then what the bytes look like. A text in
// a legacy encoding comes as windows-1252 shows it, see repair. What is left
// is damaged UTF-8: each run of bad bytes becomes one U+FFFD, so that the
// document can still be found, and is counted.
func decode(raw []byte, declared string) (text, encoding string, replaced int, err error) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		raw = raw[3:]
	case bytes.HasPrefix(raw, []byte("ï»¿")): // the same, misread once
		raw = raw[len("ï»¿"):]
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return decodeAs(raw[2:], "utf-16le")
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return decodeAs(raw[2:], "utf-16be")
	}
	if bytes.IndexByte(raw, 0) >= 0 {
		text, ok := legacy.UTF16(raw)
		if !ok {
			return "", "", 0, ErrBinary
		}
		return decodeAs(raw, byteOrder(raw, text))
	}
	if utf8.Valid(raw) {
		return string(raw), "", 0, nil
	}
	text, encoding, replaced, err = decodeAs(raw, declared)
	if err == nil && encoding != "windows-1258" {
		return text, encoding, replaced, nil
	}
	// A server for Vietnam declares windows-1258 for pages of any font.
	if _, found, ok := legacy.Bytes(raw); ok && (err != nil || found != legacy.Windows1258) {
		return legacy.As1252(raw), string(found), 0, nil
	}
	if err != nil {
		return valid(string(raw)), "", countInvalid(raw), nil
	}
	return text, encoding, replaced, nil
}

// byteOrder names the UTF-16 in which raw is text.
func byteOrder(raw []byte, text string) string {
	first, _ := utf8.DecodeRuneInString(text)
	if binary.BigEndian.Uint16(raw) == utf16.AppendRune(nil, first)[0] {
		return "utf-16be"
	}
	return "utf-16le"
}

// decodeAs decodes raw from the named encoding.
func decodeAs(raw []byte, label string) (text, encoding string, replaced int, err error) {
	enc, name := charset.Lookup(label)
	switch name {
	case "", "utf-8", "replacement", "x-user-defined":
		return "", "", 0, errUnknownEncoding
	case "windows-1252": // often something else, and then no byte may be lost
		return legacy.As1252(raw), name, 0, nil
	case "utf-16le":
		enc = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case "utf-16be":
		enc = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	decoded, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		return "", "", 0, err
	}
	if bytes.IndexByte(decoded, 0) >= 0 {
		return "", "", 0, ErrBinary
	}
	text = string(decoded)
	return text, name, strings.Count(text, "\ufffd"), nil
}

// valid returns s with each run of invalid bytes replaced by U+FFFD.
func valid(s string) string { return strings.ToValidUTF8(s, "\ufffd") }

// countInvalid counts the runs of bytes in raw that are not UTF-8.
func countInvalid(raw []byte) int {
	n, inside := 0, false
	for len(raw) > 0 {
		r, size := utf8.DecodeRune(raw)
		bad := r == utf8.RuneError && size == 1
		if bad && !inside {
			n++
		}
		inside = bad
		raw = raw[size:]
	}
	return n
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\ufffd")

// normalize is the last change that a text sees: LF line ends and NFC.
// Pieces that end at line ends may be normalized one by one, because nothing
// composes with a line feed. NUL, which only escapes can bring in here, is
// replaced as HTML demands.
func normalize(s string) string {
	return norm.NFC.String(lineEnds.Replace(valid(s)))
}
