package cite

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"soi/analyzer/viet"
)

// A Text is a text with a clean copy in which codes and dates are read: full
// width ASCII is narrow, wide and thin spaces are spaces, soft hyphens and
// zero-width characters are left out, as viet.Fold has it. All offsets that go
// in and come out count bytes of the text itself. Nearly every text is its own
// clean copy, which costs four searches for a byte to find out.
type Text struct {
	raw, clean string
	cuts       []cut // where the two part, in order; nil if they are the same
}

// A cut says that from clean[clean:] on, up to the next cut, the copy is
// raw[raw:].
type cut struct{ clean, raw int }

// NewText returns the Text of raw.
func NewText(raw string) Text {
	t := Text{raw: raw, clean: raw}
	i := firstUnclean(raw)
	if i == len(raw) {
		return t
	}
	var b strings.Builder
	done := 0
	for i < len(raw) {
		r, n := rune(raw[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(raw[i:])
		}
		if isUnclean(r) {
			b.WriteString(raw[done:i])
			b.WriteString(narrow(r))
			done = i + n
			t.cuts = append(t.cuts, cut{b.Len(), done})
		}
		i += n
	}
	b.WriteString(raw[done:])
	t.clean = b.String()
	return t
}

// CodeAt is the code that begins at byte i of the text, as CodeAt reads it.
func (t *Text) CodeAt(i int) (Reference, bool) {
	ref, ok := CodeAt(t.clean, t.cleanAt(i))
	if ok && t.cuts != nil {
		t.place(&ref)
	}
	return ref, ok
}

// DateAt is the date that begins at byte i of the text, as DateAt reads it.
func (t *Text) DateAt(i int) (Date, bool) {
	d, ok := DateAt(t.clean, t.cleanAt(i))
	if ok && t.cuts != nil {
		d.Start, d.End = t.startOf(d.Start), t.endOf(d.End)
	}
	return d, ok
}

// place puts a reference of the clean copy into the text.
func (t *Text) place(r *Reference) {
	r.Start, r.End = t.startOf(r.Start), t.endOf(r.End)
	r.Raw = t.raw[r.Start:r.End]
}

// cleanAt is the place in the clean copy of byte i of the text.
func (t *Text) cleanAt(i int) int {
	n, _ := slices.BinarySearchFunc(t.cuts, i+1, func(c cut, i int) int { return cmp.Compare(c.raw, i) })
	if n == 0 {
		return i
	}
	c := t.cuts[n-1]
	return c.clean + i - c.raw
}

// startOf is the place in the text of the character at byte i of the copy.
func (t *Text) startOf(i int) int {
	n, _ := slices.BinarySearchFunc(t.cuts, i+1, func(c cut, i int) int { return cmp.Compare(c.clean, i) })
	if n == 0 {
		return i
	}
	c := t.cuts[n-1]
	return c.raw + i - c.clean
}

// endOf is the end in the text of what ends at byte i of the copy: what was
// left out after it stays outside.
func (t *Text) endOf(i int) int {
	if i == 0 {
		return 0
	}
	last := t.startOf(i - 1)
	if utf8.RuneStart(t.raw[last]) { // perhaps a wide character that is one byte in the copy
		_, n := utf8.DecodeRuneInString(t.raw[last:])
		return last + n
	}
	return last + 1
}

// firstUnclean is the place of the first character of s that the clean copy
// has in another form, or len(s).
func firstUnclean(s string) int {
	first := len(s)
	for _, lead := range [...]byte{0xC2, 0xE2, 0xE3, 0xEF} { // first bytes of all of them in UTF-8
		for at := 0; ; at++ {
			n := strings.IndexByte(s[at:first], lead)
			if n < 0 {
				break
			}
			at += n
			if r, _ := utf8.DecodeRuneInString(s[at:]); isUnclean(r) {
				first = at
				break
			}
		}
	}
	return first
}

// isUnclean reports whether the clean copy has r in another form. Dashes and
// the no-break space are common, and are read as they stand.
func isUnclean(r rune) bool {
	switch {
	case r >= '\uFF01' && r <= '\uFF5E', r >= '\u2000' && r <= '\u200F', r >= '\u202A' && r <= '\u202F',
		r >= '\u205F' && r <= '\u2064', r >= '\u2066' && r <= '\u2069':
		return true
	}
	return r == '\u00AD' || r == '\u3000' || r == '\uFEFF'
}

// narrow is what the clean copy has for r: its case matters in codes, which
// Fold does not keep.
func narrow(r rune) string {
	if r >= '\uFF21' && r <= '\uFF3A' {
		return string(r - '\uFF21' + 'A')
	}
	return viet.Fold(string(r), viet.Exact)
}
