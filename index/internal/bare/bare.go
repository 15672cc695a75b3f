// Package bare finds the passages of a document that are written without
// marks: "Chi bo tu soi, tu sua".
//
// A word without marks among words that have theirs is another word: Nhung in
// "bà Nhung" is a name, not nhũng. In a text where no word has any it may be
// each of its forms. An index therefore holds the words of such passages once
// more, under Mark, and a query typed with marks looks for those.
package bare

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/viet"
	"soi/index/schema"
)

// Mark stands in an index before a word of a bare passage. No other term
// begins with it.
const Mark = "~"

// Among words with marks, a bare passage has so many syllables at least, and so
// many of them that are none without marks, such as duoc and quyet: names and
// chance ("sau khi anh chia tay") give runs of whole words without a mark, but
// not those. Of 22,000 articles of news and of the Party, 80 have a run of six
// syllables, none of them a text that lost its marks; this leaves two, both
// words in the address of a page.
const (
	minSyllables = 6
	minBroken    = 2
)

// A Passage is a stretch of a part, in bytes.
type Passage = schema.Span

// Find gives the bare passages of each part of a text, sorted. They go on
// from one part into the next. A text that has no mark at all is one passage if
// half of its words can be Vietnamese syllables: English has no marks either.
// In others four of five must be.
func Find(parts []string) [][]Passage {
	f := finder{found: make([][]Passage, len(parts))}
	for i, part := range parts {
		f.part = i
		f.read(part)
	}
	f.end(!f.marked)
	return f.found
}

// A finder reads the parts one after the other.
type finder struct {
	found [][]Passage
	part  int

	run              []piece // of the passage at hand
	words, syllables int     // in it
	broken           int     // syllables that are none without marks
	marked           bool    // a word with marks was read
}

// A piece is what one part has of a passage.
type piece struct {
	part int
	Passage
}

// read goes through a part word by word.
func (f *finder) read(text string) {
	for i := 0; i < len(text); {
		start := i
		bare := true
		for i < len(text) && isWord(text[i]) {
			if text[i] >= utf8.RuneSelf {
				r, n := utf8.DecodeRuneInString(text[i:])
				if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) {
					break
				}
				bare = false
				i += n
				continue
			}
			i++
		}
		switch {
		case i == start: // no word stands here
			_, n := utf8.DecodeRuneInString(text[i:])
			i += n
		case bare:
			f.add(text, start, i)
		default:
			f.marked = true
			f.end(false)
		}
	}
}

// isWord reports whether a byte may belong to a letter.
func isWord(b byte) bool {
	return b >= utf8.RuneSelf || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z'
}

// add takes a word into the passage.
func (f *finder) add(text string, start, end int) {
	f.words++
	if word := text[start:end]; IsSyllable(word) {
		f.syllables++
		if !viet.IsSyllable(strings.ToLower(word)) {
			f.broken++
		}
	}
	if n := len(f.run); n > 0 && f.run[n-1].part == f.part {
		f.run[n-1].End = end
		return
	}
	f.run = append(f.run, piece{f.part, Passage{Start: start, End: end}})
}

// end closes the passage, which is the whole text or lies between words with
// marks.
func (f *finder) end(whole bool) {
	among := f.syllables >= minSyllables && f.broken >= minBroken && 5*f.syllables >= 4*f.words
	if among || whole && 2*f.syllables >= f.words {
		for _, p := range f.run {
			f.found[p.part] = append(f.found[p.part], p.Passage)
		}
	}
	f.run, f.words, f.syllables, f.broken = f.run[:0], 0, 0, 0
}

// longest is the length of the longest syllable without marks, nghieng.
const longest = 7

// IsSyllable reports whether a word of ASCII letters in any case can be a
// Vietnamese syllable that lost its marks.
func IsSyllable(word string) bool {
	return len(word) <= longest && viet.IsASCIISyllable(strings.ToLower(word))
}

// Holds reports whether one of passages, which are sorted, holds the byte at
// a place of their part.
func Holds(passages []Passage, at int) bool {
	_, found := slices.BinarySearchFunc(passages, at, func(p Passage, at int) int {
		switch {
		case p.End <= at:
			return -1
		case p.Start > at:
			return 1
		}
		return 0
	})
	return found
}
