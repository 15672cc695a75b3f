// Package snippet finds the words of a query in the text of a document and
// chooses the passage that shows best why the document matches.
//
// It reads the stored text again with the tokenizer of the index instead of
// keeping offsets there: a page has ten hits, and ten texts are read faster
// than the offsets of every posting.
package snippet

import (
	"iter"
	"slices"
	"sort"
	"strings"

	"soi/analyzer/viet"
	"soi/index/internal/bare"
	"soi/index/schema"
)

// A Term is a form that a token may have: it matches the tokens whose entry in
// the index, folded to Level, is Text. With bare.Mark before it, it matches
// those in bare passages.
type Term struct {
	Text  string
	Level viet.Level
}

// A Sequence is what tokens must be, one after the other: at each place any
// of its terms. One place is a word, or a code as a whole.
type Sequence [][]Term

// A Matcher knows the places of a query's terms. It serves one goroutine.
type Matcher struct {
	sequences []Sequence
	whole     int // index of the sequence that is found but not marked; -1 none
	nears     []nearby
	exact     map[string][]place
	toneless  map[string][]place
	ascii     map[string][]place
	initials  []initial          // of the words looked for
	memo      map[string][]place // what a term of the text stands for
	bare      bool               // words in bare passages are looked for as such

	// Of the text at hand, if it is taken apart: for each of its terms 0, or
	// its number from 1 among those looked for; and the places of these.
	sought []uint16
	places [][]place
}

// A place is one place of one sequence.
type place struct{ sequence, at int }

// New returns a Matcher that marks sequences. The sequence whole, the query's
// words side by side, is looked for too but not marked by itself: passages
// with it are better, and Found.Whole tells where it stands. It may be empty.
// The words of nears are marked where they stand near each other.
func New(sequences []Sequence, whole Sequence, nears ...Near) *Matcher {
	m := &Matcher{
		sequences: slices.Clone(sequences), whole: -1, memo: map[string][]place{},
		exact: map[string][]place{}, toneless: map[string][]place{}, ascii: map[string][]place{},
	}
	if len(whole) > 0 {
		m.whole = len(m.sequences)
		m.sequences = append(m.sequences, whole)
	}
	for _, n := range nears {
		m.addNear(n)
	}
	for s, sequence := range m.sequences {
		// Later places first: a token that is both the second and the third
		// word of "a a a" must extend the second before it begins a third.
		for at := len(sequence) - 1; at >= 0; at-- {
			for _, t := range sequence[at] {
				m.add(t, place{s, at})
			}
		}
	}
	return m
}

func (m *Matcher) add(t Term, p place) {
	table := m.exact
	switch t.Level {
	case viet.Toneless:
		table = m.toneless
	case viet.ASCII:
		table = m.ascii
	}
	table[t.Text] = append(table[t.Text], p)
	if first := initialOf(strings.TrimPrefix(t.Text, bare.Mark)); !slices.Contains(m.initials, first) {
		m.initials = append(m.initials, first)
	}
	m.bare = m.bare || strings.HasPrefix(t.Text, bare.Mark)
}

// placesOf gives the places that a term of the text can take.
func (m *Matcher) placesOf(t term) []place {
	term, key := t.entry, t.entry
	isBare := t.bare && m.bare
	if isBare {
		key = bare.Mark + term
	}
	if known, ok := m.memo[key]; ok {
		return known
	}
	var found []place
	found = append(found, m.exact[term]...)
	if isBare {
		found = append(found, m.exact[key]...)
	}
	if len(m.toneless) > 0 {
		found = append(found, m.toneless[viet.Fold(term, viet.Toneless)]...)
	}
	if len(m.ascii) > 0 {
		found = append(found, m.ascii[viet.Fold(term, viet.ASCII)]...)
	}
	slices.SortFunc(found, func(a, b place) int {
		if a.sequence != b.sequence {
			return a.sequence - b.sequence
		}
		return b.at - a.at
	})
	found = slices.Compact(found)
	m.memo[key] = found
	return found
}

// A match is a sequence found.
type match struct {
	schema.Span
	sequence int
	position int // of its last token, in the text
}

// Found is what a Matcher found in a text.
type Found struct {
	*Text
	blocks []block

	// Whole holds the places of the whole query, sorted.
	Whole []schema.Span
}

// A block is a stretch of the text that a passage may be taken from: parts
// with nothing but white space between them, and what was found in them. No
// sequence goes from one part into the next; the index knows none either.
type block struct {
	schema.Span
	matches []match
}

// Find looks through t. If enough is not 0 it may stop after so many bytes once
// it has found something.
func (m *Matcher) Find(t *Text, enough int) Found {
	found := Found{Text: t}
	read, any := 0, false
	state := newProgress(m.sequences)
	m.seek(t)
	for _, j := range t.joined {
		b := block{Span: j.Span}
		for i := j.from; i < j.to; i++ {
			if enough != 0 && read >= enough && any {
				break
			}
			m.scan(t, i, state, &b, &found)
			read += t.parts[i].Len()
			any = any || len(b.matches) > 0 && len(m.nears) == 0
		}
		m.dropFar(&b)
		sort.SliceStable(b.matches, func(i, j int) bool { return b.matches[i].Start < b.matches[j].Start })
		found.blocks = append(found.blocks, b)
	}
	return found
}

// seek looks up which terms of a text that is taken apart are looked for.
func (m *Matcher) seek(t *Text) {
	m.sought = append(m.sought[:0], make([]uint16, len(t.terms))...)
	m.places = m.places[:0]
	for _, first := range m.initials {
		for n := range t.withInitial(first) {
			if places := m.placesOf(t.terms[n]); len(places) > 0 {
				m.places = append(m.places, places)
				m.sought[n] = uint16(len(m.places))
			}
		}
	}
}

// scan finds the sequences in one part of a block.
func (m *Matcher) scan(t *Text, part int, state *progress, b *block, found *Found) {
	state.cut()
	for places, w := range m.met(t, part) {
		for _, p := range places {
			start, position, done := state.step(p, int(w.position), int(w.start))
			if !done {
				continue
			}
			span := schema.Span{Start: t.parts[part].Start + start, End: t.parts[part].Start + int(w.end)}
			if p.sequence == m.whole {
				found.Whole = append(found.Whole, span)
			} else {
				b.matches = append(b.matches, match{span, p.sequence, position})
			}
		}
	}
}

// met gives the words of a part that can take places, and those.
func (m *Matcher) met(t *Text, part int) iter.Seq2[[]place, spot] {
	if t.words == nil {
		return m.read(t, part)
	}
	return func(yield func([]place, spot) bool) {
		words := &t.words[part]
		for i, n := range words.terms {
			if k := m.sought[n]; k > 0 && !yield(m.places[k-1], words.spots[i]) {
				return
			}
		}
	}
}

// read is met for a text that is not taken apart.
func (m *Matcher) read(t *Text, part int) iter.Seq2[[]place, spot] {
	return func(yield func([]place, spot) bool) {
		for k, w := range t.wordsOf(part) {
			if !slices.Contains(m.initials, initialOf(k.entry)) {
				continue
			}
			if places := m.placesOf(k); len(places) > 0 && !yield(places, w) {
				return
			}
		}
	}
}

// progress holds how far each sequence has come: for each of its places the
// position of the last token that took it, and where that run began.
type progress struct {
	position [][]int
	start    [][]int
	base     int // added to positions, which begin anew in each part
	last     int // the highest position so far
}

func newProgress(sequences []Sequence) *progress {
	p := &progress{position: make([][]int, len(sequences)), start: make([][]int, len(sequences))}
	for i, s := range sequences {
		p.position[i] = make([]int, len(s))
		p.start[i] = make([]int, len(s))
	}
	return p
}

// partGap is the distance in positions between two parts of a text, more than
// any sequence or nearness reaches over.
const partGap = 100

// cut lets no sequence go on into what follows.
func (p *progress) cut() { p.base = p.last + partGap }

// step lets a token take a place. It reports where the sequence began, and
// the position in the whole text, if the token ends it.
func (p *progress) step(at place, position, start int) (begin, whole int, done bool) {
	position += p.base
	p.last = max(p.last, position)
	positions, starts := p.position[at.sequence], p.start[at.sequence]
	if at.at > 0 {
		if positions[at.at-1] != position-1 {
			return 0, 0, false
		}
		start = starts[at.at-1]
	}
	positions[at.at], starts[at.at] = position, start
	return start, position, at.at == len(positions)-1
}

// Spans are the places to mark, sorted and disjoint.
func (f Found) Spans() []schema.Span {
	var spans []schema.Span
	for _, b := range f.blocks {
		for _, m := range b.matches {
			spans = append(spans, m.Span)
		}
	}
	return merge(spans)
}

// First is the first place of the sequences from one to before another, as
// they were given to New, that accept takes. ok is false if there is none.
func (f Found) First(from, to int, accept func(text string) bool) (span schema.Span, ok bool) {
	for _, b := range f.blocks {
		for _, m := range b.matches {
			if m.sequence >= from && m.sequence < to && accept(m.Of(f.text)) {
				return m.Span, true
			}
		}
	}
	return schema.Span{}, false
}

// merge makes one span of those that overlap.
func merge(spans []schema.Span) []schema.Span {
	slices.SortFunc(spans, func(a, b schema.Span) int { return a.Start - b.Start })
	var out []schema.Span
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
