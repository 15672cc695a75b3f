package snippet

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"soi/analyzer/token"
	"soi/analyzer/viet"
	"soi/index/internal/bare"
	"soi/index/schema"
)

// mostRead is the longest text, in bytes, that is taken apart ahead. Of
// longer ones only the beginning is looked at for a passage.
const mostRead = 64 << 10

// A Text is what a Matcher looks through: the parts of a document's text. It
// never changes and may be used for many queries at once.
type Text struct {
	text   string
	parts  []schema.Span
	bare   [][]bare.Passage // of each part
	joined []joined

	// What a text that is taken apart ahead has; nil for others.
	words     [][]word // of each part
	sentences []int32  // where sentences begin in joined parts, rising
}

// A word is a token as a Matcher compares it. Its bytes are those of its part.
type word struct {
	entry      string // in the index
	start, end int32
	position   int32
	initial    initial
	bare       bool // it stands in a bare passage
}

// An initial is a number that words with the same first letters have, whatever
// their marks. Most words of a text have none of those of a query, and need
// not be looked up.
type initial uint8

func initialOf(entry string) initial {
	var folded [token.MaxTerm]byte
	h := initial(0)
	for i, b := range viet.AppendFold(folded[:0], entry, viet.ASCII) {
		if i == 3 {
			break
		}
		h = h*31 + initial(b)
	}
	return h
}

// joined are parts with nothing but white space between them, from one up to
// another.
type joined struct {
	schema.Span
	from, to int
}

// Read takes the parts of text, which are sorted, apart. passages are the bare
// ones of each part, as the index has them; nil if there are none.
func Read(text string, parts []schema.Span, passages [][]bare.Passage) *Text {
	t := &Text{text: text}
	read := 0
	for i, part := range parts {
		content := part.Of(text)
		if blank(content) {
			continue
		}
		t.join(part, len(t.parts))
		t.parts = append(t.parts, part)
		var inPart []bare.Passage
		if passages != nil {
			inPart = passages[i]
		}
		t.bare = append(t.bare, inPart)
		read += len(content)
	}
	if read <= mostRead {
		t.takeApart()
	}
	return t
}

func (t *Text) takeApart() {
	words := make([][]word, len(t.parts))
	for i := range t.parts {
		words[i] = slices.Collect(t.wordsOf(i))
	}
	t.words = words
	for _, j := range t.joined {
		for i := j.Start; i <= j.End; i++ {
			if sentenceStart(t.text, j.Start, i) {
				t.sentences = append(t.sentences, int32(i))
			}
		}
	}
}

// sentenceIn gives the last sentence start from one byte to another, both
// included, of a text that goes on from lo.
func (t *Text) sentenceIn(lo, from, to int) (at int, ok bool) {
	if t.words != nil {
		i, found := slices.BinarySearch(t.sentences, int32(to))
		if !found {
			i--
		}
		if i < 0 || int(t.sentences[i]) < from {
			return 0, false
		}
		return int(t.sentences[i]), true
	}
	for i := to; i >= from; i-- {
		if sentenceStart(t.text, lo, i) {
			return i, true
		}
	}
	return 0, false
}

// join puts the i-th part to the one before if only white space lies between.
func (t *Text) join(part schema.Span, i int) {
	if n := len(t.joined); n > 0 {
		if last := &t.joined[n-1]; last.End <= part.Start && blank(t.text[last.End:part.Start]) {
			last.End, last.to = part.End, i+1
			return
		}
	}
	t.joined = append(t.joined, joined{part, i, i + 1})
}

// Size is about what the Text takes in memory beside its text, in bytes.
func (t *Text) Size() int {
	const wordSize = 32
	size := 0
	for _, words := range t.words {
		size += wordSize * cap(words)
	}
	return size
}

// wordsOf gives the words of a part.
func (t *Text) wordsOf(part int) iter.Seq[word] {
	if t.words != nil {
		return slices.Values(t.words[part])
	}
	return func(yield func(word) bool) {
		passages := t.bare[part]
		for k := range token.Tokens(t.parts[part].Of(t.text), viet.Exact) {
			entry := k.Entry()
			w := word{
				entry: entry, initial: initialOf(entry),
				start: int32(k.Start), end: int32(k.End), position: int32(k.Position),
				bare: len(passages) > 0 && bare.Holds(passages, k.Start),
			}
			if !yield(w) {
				return
			}
		}
	}
}

func blank(s string) bool { return strings.TrimLeftFunc(s, unicode.IsSpace) == "" }
