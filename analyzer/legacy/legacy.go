package legacy

// An Encoding names a legacy encoding, or the mistake that made the text
// unreadable.
type Encoding string

// The encodings that are recognised.
const (
	TCVN3       Encoding = "tcvn3"        // TCVN 5712, VN3: one byte a letter ("ABC" fonts)
	VNIWindows  Encoding = "vni-win"      // VNI for Windows: a letter and a mark, two bytes
	Windows1258 Encoding = "cp1258"       // windows-1258 read as windows-1252
	UTF8In1252  Encoding = "utf8-in-1252" // UTF-8 read as windows-1252
)

// Detect reports in which legacy encoding a paragraph is written, and false
// when it should be left alone.
func Detect(paragraph string) (Encoding, bool) { return "", false }

// Decode returns text, written in e, as Unicode in NFC.
func Decode(text string, e Encoding) string { return text }

// Repair decodes the paragraphs of a document that are written in a legacy
// encoding. It returns the text, the encoding and how many paragraphs were
// decoded; "" and 0, and text itself, when there are none.
func Repair(text string) (repaired string, e Encoding, fixed int) { return text, "", 0 }

// Bytes reads a file in a legacy encoding of one byte a letter. It reports
// false when b is in none.
func Bytes(b []byte) (text string, e Encoding, ok bool) { return "", "", false }

// UTF16 reads UTF-16 in either order, with or without a byte order mark. It
// reports false when b is something else.
func UTF16(b []byte) (text string, ok bool) { return "", false }
