package viet

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxMarks is how many combining marks a letter keeps: the limit of Unicode's
// Stream-Safe Text, beyond which normalizers insert graphemeJoiner.
const maxMarks = 30

const graphemeJoiner = '\u034F' // combining grapheme joiner

// foldCluster folds the combining marks at the start of s onto the last
// letter of dst[start:]. It returns how many bytes of s it has read: all
// marks up to the next letter, and the invisible characters among them.
func foldCluster(dst []byte, start int, s string, level Level) ([]byte, int) {
	base := len(dst)
	for base > start { // a letter can fold to a letter and marks, as क़ does
		r, n := utf8.DecodeLastRune(dst[start:base])
		base -= n
		if ccc(r) == 0 {
			break
		}
	}
	var c cluster
	for _, r := range string(dst[base:]) {
		c.add(r)
	}
	n := c.addMarks(s, level)
	return c.append(dst[:base]), n
}

// foldVowel is the short way of foldCluster at Exact, for a vowel with its
// Vietnamese marks. It reports false and changes nothing when there is more
// to it.
func foldVowel(dst []byte, start int, s string) ([]byte, int, bool) {
	last, size := utf8.DecodeLastRune(dst[start:])
	l := letterOf(last)
	if l.vowel == 0 {
		return dst, 0, false
	}
	i := 0
	for i < len(s) && s[i] >= utf8.RuneSelf {
		e, n := foldTables[Exact].at(s, i)
		if e != special && e.len() > 0 {
			break // an ordinary letter
		}
		m, _ := utf8.DecodeRuneInString(s[i:])
		var ok bool
		if l, ok = l.add(m); !ok {
			return dst, 0, false
		}
		i += n
	}
	return utf8.AppendRune(dst[:len(dst)-size], l.rune()), i, true
}

// A cluster is a letter with its combining marks, decomposed.
type cluster struct {
	starters []rune // nearly always one
	marks    []mark // in the order of the text
	seen     [256]uint8
	total    int // marks read, the dropped ones too
}

type mark struct {
	r   rune
	ccc uint8 // canonical combining class
}

// addMarks adds the marks at the start of s and returns their length.
func (c *cluster) addMarks(s string, level Level) int {
	for i, r := range s {
		switch {
		case r < utf8.RuneSelf:
			return i
		case ccc(r) != 0:
			if keepsMark(r, level) {
				c.add(r)
			}
		case r == graphemeJoiner && c.total > maxMarks-4:
			// Put in by a normalizer that counts to 30; a mark it looked at
			// can be worth up to four.
		case r != utf8.RuneError && foldRune(r, level) == "":
		default:
			return i
		}
	}
	return len(s)
}

// add adds r, decomposed. Of each combining class no more than maxMarks can
// come into the result, so no more are kept.
func (c *cluster) add(r rune) {
	if r == utf8.RuneError {
		c.starters = append(c.starters, r)
		return
	}
	for _, d := range norm.NFD.String(string(r)) {
		class := ccc(d)
		if class == 0 {
			c.starters = append(c.starters, d)
			continue
		}
		c.total++
		if c.seen[class] < maxMarks {
			c.seen[class]++
			c.marks = append(c.marks, mark{d, class})
		}
	}
}

// append appends the cluster in NFC to dst.
func (c *cluster) append(dst []byte) []byte {
	if len(c.starters) == 1 {
		c.dropSilent()
	}
	slices.SortStableFunc(c.marks, func(a, b mark) int { return int(a.ccc) - int(b.ccc) })
	c.marks = c.marks[:min(len(c.marks), maxMarks)]
	if len(c.starters) == 1 {
		c.shapeFirst()
	}
	runes := c.starters
	for _, m := range c.marks {
		runes = append(runes, m.r)
	}
	return append(dst, norm.NFC.String(string(runes))...)
}

// dropSilent makes d with a stroke đ, and takes the dot off i.
func (c *cluster) dropSilent() {
	switch c.starters[0] {
	case 'd':
		if slices.ContainsFunc(c.marks, func(m mark) bool { return isStroke(m.r) }) {
			c.starters[0] = 'đ'
			c.marks = slices.DeleteFunc(c.marks, func(m mark) bool { return isStroke(m.r) })
		}
	case 'i':
		c.marks = slices.DeleteFunc(c.marks, func(m mark) bool { return m.r == markDot })
	}
}

// shapeFirst moves the shape of a vowel before its other marks: é with a
// circumflex is ế, though Unicode keeps the order of these two apart.
func (c *cluster) shapeFirst() {
	v := letterOf(c.starters[0]).vowel
	if v == 0 {
		return
	}
	for i, m := range c.marks {
		if v.shaped(m.r) != 0 {
			copy(c.marks[1:i+1], c.marks[:i])
			c.marks[0] = m
			return
		}
	}
}

// ccc is the canonical combining class of r, of its first rune if r
// decomposes: 0 for letters, not 0 for marks.
func ccc(r rune) uint8 {
	if r < 0x0300 || r == utf8.RuneError {
		return 0
	}
	var buf [utf8.UTFMax]byte
	n := utf8.EncodeRune(buf[:], r)
	return norm.NFC.Properties(buf[:n]).LeadCCC()
}
