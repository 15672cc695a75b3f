package spell

import (
	"hash/maphash"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Table finds among many words those that are close to one, without a look
// at the others. Close words share a key: said alike, they have one sound;
// a key apart, one of them is the other with a letter left out, or both are
// the same with one left out each (Garbe's symmetric delete).
type Table struct {
	words   []string
	entries []entry // sorted
}

// An entry is a key's hash above the number of a word. Words that share a
// hash by chance are told apart by their distance.
type entry uint64

func newEntry(key string, word int) entry { return entry(hash(key))<<32 | entry(word) }

var seed = maphash.MakeSeed()

func hash(key string) uint32 { return uint32(maphash.String(seed, key)) }

// NewTable returns a Table of words, terms in NFC. It takes about 60 bytes
// for each.
func NewTable(words []string) *Table {
	t := &Table{words: words}
	for i, w := range words {
		for key := range keys(w) {
			t.entries = append(t.entries, newEntry(key, i))
		}
	}
	slices.Sort(t.entries)
	t.entries = slices.Clip(t.entries)
	return t
}

// Close gives the words that are close to one, by their numbers, which rise,
// and how far from it they are. The word itself is not among them.
func (t *Table) Close(word string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		var near []int
		for key := range keys(word) {
			first := newEntry(key, 0)
			from, _ := slices.BinarySearch(t.entries, first)
			for _, e := range t.entries[from:] {
				if e>>32 != first>>32 {
					break
				}
				near = append(near, int(uint32(e)))
			}
		}
		slices.Sort(near)
		written := New(word)
		for _, i := range slices.Compact(near) {
			if d := written.Distance(New(t.words[i])); d > 0 && d < Far && !yield(i, d) {
				return
			}
		}
	}
}

// keys gives the keys of a word.
func keys(word string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if !yield(split(word).sound()) || !yield(word) {
			return
		}
		for i := range word {
			_, size := utf8.DecodeRuneInString(word[i:])
			if !yield(word[:i] + word[i+size:]) {
				return
			}
		}
	}
}

// sound is the same for all that is said alike, and for little else. With the
// line break it is no word.
func (s syllable) sound() string {
	tone := s.tone
	if tone == hook {
		tone = tilde
	}
	return strings.Join([]string{class(alikeOnsets, s.onset), s.nucleus, class(alikeFinals, s.final), string(tone)}, "\n")
}

// class is the first member of the classes that have a part. Those that share
// a member share their first one.
func class(classes [][]string, part string) string {
	for _, c := range classes {
		if slices.Contains(c, part) {
			return c[0]
		}
	}
	return part
}
