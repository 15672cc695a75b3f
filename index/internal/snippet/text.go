package snippet

import (
	"iter"
	"math"
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

	// What a text that is taken apart ahead has; nil for others. A query has
	// few of a text's different words: those are looked up, and then only
	// their numbers are met in what may be a long text.
	terms     []term
	initials  []initialTerm // of terms, sorted
	words     []wordList    // of each part
	sentences []int32       // where sentences begin in joined parts, rising
}

// A term is what a Matcher compares of a word.
type term struct {
	entry string // in the index
	bare  bool   // the word stands in a bare passage
}

// An initialTerm is the number of a term below its initial.
type initialTerm uint32

func newInitialTerm(first initial, number uint16) initialTerm {
	return initialTerm(first)<<16 | initialTerm(number)
}

// A wordList is the words of a part, in their order.
type wordList struct {
	terms []uint16 // their numbers
	spots []spot
}

// A spot is where a word stands: its bytes are those of its part.
type spot struct{ start, end, position int32 }

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

// takeApart takes the text apart, unless it has more different words than can
// be numbered.
func (t *Text) takeApart() {
	numbers := map[term]uint16{}
	all := make([]wordList, len(t.parts))
	for i := range t.parts {
		for k, at := range t.wordsOf(i) {
			n, known := numbers[k]
			if !known {
				if len(t.terms) > math.MaxUint16 {
					t.terms, t.initials = nil, nil
					return
				}
				n = uint16(len(t.terms))
				numbers[k] = n
				t.terms = append(t.terms, k)
				t.initials = append(t.initials, newInitialTerm(initialOf(k.entry), n))
			}
			all[i].terms, all[i].spots = append(all[i].terms, n), append(all[i].spots, at)
		}
	}
	slices.Sort(t.initials)
	t.words = all
	for _, j := range t.joined {
		for i := j.Start; i <= j.End; i++ {
			if sentenceStart(t.text, j.Start, i) {
				t.sentences = append(t.sentences, int32(i))
			}
		}
	}
}

// withInitial gives the terms with an initial.
func (t *Text) withInitial(first initial) iter.Seq[uint16] {
	return func(yield func(uint16) bool) {
		from, _ := slices.BinarySearch(t.initials, newInitialTerm(first, 0))
		for _, it := range t.initials[from:] {
			if initial(it>>16) != first || !yield(uint16(it)) {
				return
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
	const wordSize, termSize = 2 + 12, 24 + 4
	size := termSize * cap(t.terms)
	for _, w := range t.words {
		size += wordSize * cap(w.spots)
	}
	return size
}

// wordsOf reads the words of a part.
func (t *Text) wordsOf(part int) iter.Seq2[term, spot] {
	return func(yield func(term, spot) bool) {
		passages := t.bare[part]
		for k := range token.Tokens(t.parts[part].Of(t.text), viet.Exact) {
			isBare := len(passages) > 0 && bare.Holds(passages, k.Start)
			if !yield(term{k.Entry(), isBare}, spot{int32(k.Start), int32(k.End), int32(k.Position)}) {
				return
			}
		}
	}
}

func blank(s string) bool { return strings.TrimLeftFunc(s, unicode.IsSpace) == "" }
