package legacy

// An Encoding names a legacy encoding, or the mistake that made the text
// unreadable. The zero Encoding is none.
type Encoding string

// The encodings that are recognised. VISCII and VPS are left out: they are
// rare, and trying them too makes TCVN3 less certain in short paragraphs.
const (
	TCVN3       Encoding = "tcvn3"        // TCVN 5712 VN3, "ABC" fonts: one byte a letter
	VNIWindows  Encoding = "vni-win"      // VNI for Windows: a letter and a mark, a byte each
	Windows1258 Encoding = "cp1258"       // windows-1258 read as windows-1252
	UTF8In1252  Encoding = "utf8-in-1252" // UTF-8 read as windows-1252 or Latin-1
)

// encodings are the candidates; of two that explain a paragraph equally well
// the earlier one is taken.
var encodings = [...]Encoding{UTF8In1252, TCVN3, VNIWindows, Windows1258}

// maxRounds bounds how often Repair decodes its own result: text that was
// misread twice takes two rounds, and one more shows that it is clean.
const maxRounds = 4

// Repair decodes the paragraphs (lines) of a document that are in a legacy
// encoding. It returns the text, the encoding of most of what was decoded and
// the number of paragraphs that changed. A document without any comes back as
// it is, with "" and 0; only invalid bytes become U+FFFD. Repairing twice is
// repairing once.
//
// A paragraph is decoded when its words name its encoding, and also, in a
// document where the paragraphs so found have eight marked words or more,
// when decoding makes no fewer syllables: a title of two words tells little
// by itself. If the document also has paragraphs written in Unicode, decoding
// must then make more.
func Repair(text string) (repaired string, e Encoding, fixed int) {
	text = validUTF8(text)
	repaired = text
	for range maxRounds {
		next, found, n := repairOnce(repaired)
		if n == 0 {
			return repaired, e, fixed
		}
		if e == "" {
			e, fixed = found, n
		}
		repaired = next
	}
	return text, "", 0 // decoding it never ends: it was no text
}
