package snippet

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/index/schema"
)

// DefaultSize is the wished length of a passage in bytes of UTF-8: about
// three lines of a page of results.
const DefaultSize = 240

// mostStarts bounds the passages that are compared for one document; a text
// with more matches shows why it matches in any of them.
const mostStarts = 4096

// Best gives the passage of about size bytes that shows the most of the
// query; size 0 means DefaultSize. Without a match it is the beginning of the
// text. The passage is a piece of the text as it stands, line breaks
// included; it begins at a sentence where one begins near, and never inside
// a word.
func (f Found) Best(size int) schema.Snippet {
	if size <= 0 {
		size = DefaultSize
	}
	if len(f.blocks) == 0 {
		return schema.Snippet{}
	}
	best, bestScore := f.window(f.blocks[0], trimStart(f.text, f.blocks[0].Span), size), 0
	compared := 0
	for _, b := range f.blocks {
		last := -1
		for i, m := range b.matches {
			start := f.begin(b.Span, m.Start, size)
			if start == last {
				continue // begins with an earlier match
			}
			if compared++; compared > mostStarts {
				break
			}
			last = start
			w := f.window(b, start, size)
			if score := f.score(b, i, w); score > bestScore {
				best, bestScore = w, score
			}
		}
	}
	return f.cut(best)
}

// score says how good a window is that shows the matches of a block from the
// given one on: different words first, then the query as a whole, then a
// clean beginning, then how often.
func (f Found) score(b block, from int, w schema.Span) int {
	var seen []int
	count := 0
	for _, m := range b.matches[from:] {
		if m.Start >= w.End || count == 64 {
			break
		}
		if m.End > w.End && count > 0 {
			continue
		}
		count++
		if !slices.Contains(seen, m.sequence) {
			seen = append(seen, m.sequence)
		}
	}
	whole := 0
	next, _ := slices.BinarySearchFunc(f.Whole, w.Start, func(s schema.Span, at int) int { return s.Start - at })
	if next < len(f.Whole) && f.Whole[next].End <= w.End {
		whole = 1
	}
	clean := 0
	if _, ok := f.sentenceIn(b.Start, w.Start, w.Start); ok {
		clean = 1
	}
	return 100*len(seen) + 50*whole + 20*clean + min(count, 9)
}

// cut makes a snippet of a window.
func (f Found) cut(w schema.Span) schema.Snippet {
	s := schema.Snippet{Text: w.Of(f.text), Start: w.Start}
	for _, m := range f.Spans() {
		start, end := max(m.Start, w.Start), min(m.End, w.End)
		if start < end {
			s.Spans = append(s.Spans, schema.Span{Start: start - w.Start, End: end - w.Start})
		}
	}
	return s
}

// begin chooses where a passage that shows the match at byte at begins: at
// the nearest sentence start that leaves room for the match, else at a word
// some way before it.
func (f Found) begin(b schema.Span, at, size int) int {
	lowest := max(b.Start, at-size*2/3)
	if start, ok := f.sentenceIn(b.Start, lowest, at); ok {
		return start
	}
	start := max(b.Start, at-size/4)
	for start < at && !wordStart(f.text, b.Start, start) {
		start++
	}
	return start
}

// window gives the passage of about size bytes from start: up to the end of
// a sentence if one ends near the wished length, else of a word.
func (f Found) window(b block, start, size int) schema.Span {
	if b.End-start <= size {
		return trimEnd(f.text, schema.Span{Start: start, End: b.End})
	}
	if next, ok := f.sentenceIn(b.Start, start+size*3/4+1, start+size); ok {
		return trimEnd(f.text, schema.Span{Start: start, End: next})
	}
	for i := start + size; i > start; i-- {
		if wordStart(f.text, start, i) {
			return trimEnd(f.text, schema.Span{Start: start, End: i})
		}
	}
	return schema.Span{Start: start, End: runeEnd(f.text, start+size, b.End)}
}

// runeEnd is the first end of a letter with its marks at or after i.
func runeEnd(text string, i, end int) int {
	for i < end {
		r, n := utf8.DecodeRuneInString(text[i:])
		if utf8.RuneStart(text[i]) && !unicode.Is(unicode.M, r) {
			return i
		}
		i += n
	}
	return end
}

// beforeSpaceEnd reports whether a byte can stand before the last one of a
// space beyond ASCII: U+0085, U+00A0, U+1680, U+2000 to U+205F, U+3000.
func beforeSpaceEnd(b byte) bool { return b == 0x80 || b == 0x81 || b == 0x9a || b == 0xc2 }

// wordStart reports whether a word begins at byte i of text, which begins at
// lo.
func wordStart(text string, lo, i int) bool {
	if i <= lo || i >= len(text) {
		return i <= lo
	}
	switch before := text[i-1]; {
	case before > ' ' && before < utf8.RuneSelf:
		return false // as most bytes are: no rune need be decoded
	case before >= utf8.RuneSelf && i > 1 && !beforeSpaceEnd(text[i-2]):
		return false // as Vietnamese letters are
	}
	return utf8.RuneStart(text[i]) && !spaceAt(text, i) && spaceBefore(text, i)
}

func spaceAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsSpace(r)
}

func spaceBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return unicode.IsSpace(r)
}

// sentenceStart reports whether a sentence begins at byte i of text, which
// begins at lo: behind a line break, or behind the sign that ends a sentence
// if what follows can begin one.
func sentenceStart(text string, lo, i int) bool {
	if !wordStart(text, lo, i) {
		return false
	}
	if i <= lo {
		return true
	}
	before := strings.TrimRightFunc(text[lo:i], unicode.IsSpace)
	if strings.ContainsAny(text[lo+len(before):i], "\n\r") {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) && !strings.ContainsRune("\"“«-–+(", r) {
		return false
	}
	ended := strings.TrimRight(before, "\"”»)")
	if strings.HasSuffix(ended, ".") {
		return !abbreviated(ended[:len(ended)-1])
	}
	return strings.HasSuffix(ended, "!") || strings.HasSuffix(ended, "?") || strings.HasSuffix(ended, "…")
}

// abbreviated reports whether the full stop behind s belongs to an
// abbreviation or a number, as in "TP. Hồ Chí Minh", "ThS. Nguyễn", "2. Kết
// quả": at most three letters with a capital in front, or a digit.
func abbreviated(s string) bool {
	letters := 0
	for letters <= 3 && s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		if unicode.IsDigit(r) && letters == 0 {
			return len(s) <= 2 || !unicode.IsDigit(rune(s[len(s)-3]))
		}
		if !unicode.IsLetter(r) {
			return false
		}
		letters++
		s = s[:len(s)-n]
		if unicode.IsUpper(r) && (s == "" || spaceBefore(s, len(s))) {
			return letters <= 3
		}
	}
	return false
}

// trimStart is where the first word of a span begins.
func trimStart(text string, s schema.Span) int {
	return s.End - len(strings.TrimLeftFunc(s.Of(text), unicode.IsSpace))
}

// trimEnd takes the white space off the end of a span.
func trimEnd(text string, s schema.Span) schema.Span {
	s.End = s.Start + len(strings.TrimRightFunc(s.Of(text), unicode.IsSpace))
	return s
}
