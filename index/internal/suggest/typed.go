package suggest

import (
	"slices"
	"strings"

	"soi/analyzer/viet"
)

// Typed is text as it is being typed.
type Typed struct {
	text  string
	words []word
	open  bool // the last word may go on

	// prefixes are the words folded to ASCII, as keys of a Table begin. There
	// are two where the last word may go on and is no beginning of its own
	// term: that of "quy" is "qui", that of "quyết" is not.
	prefixes []string
}

// NewTyped reads text. Its last word may go on unless something that is no
// letter follows it.
func NewTyped(text string) Typed {
	t := Typed{text: text, words: wordsOf(text)}
	if n := len(t.words); n > 0 {
		t.open = t.words[n-1].end == len(text)
	}
	return t.Behind(0)
}

// Behind gives what was typed without its first n words.
func (t Typed) Behind(n int) Typed {
	t.words = t.words[n:]
	t.prefixes = []string{key(t.words, ascii)}
	if !t.open || len(t.words) == 0 {
		return t
	}
	before, last := key(t.words[:len(t.words)-1], ascii), t.words[len(t.words)-1]
	t.prefixes[0] = strings.TrimSuffix(t.prefixes[0], " ")
	if plain := before + ascii(t.raw(last)); plain != t.prefixes[0] {
		t.prefixes = append(t.prefixes, plain)
	}
	return t
}

// raw is a word as typed.
func (t Typed) raw(w word) string { return t.text[w.start:w.end] }

// begins reports whether a key of words folded to ASCII begins as typed.
func (t Typed) begins(rest string) bool {
	return slices.ContainsFunc(t.prefixes, func(p string) bool { return strings.HasPrefix(rest, p) })
}

// Len is the number of words.
func (t Typed) Len() int { return len(t.words) }

// Head is the text before the i-th word.
func (t Typed) Head(i int) string { return t.text[:t.words[i].start] }

// A Word is a typed word as an index is asked for it.
type Word struct {
	Exact      string   // term of the exact fields
	Folded     string   // term of the folded fields
	Marked     bool     // it has a mark, so that other marks are another word
	Open       bool     // it may go on
	Beginnings []string // how terms of the folded fields begin that it may go on to
}

// Words are the words for an index.
func (t Typed) Words() []Word {
	all := make([]Word, len(t.words))
	for i, w := range t.words {
		all[i] = Word{Exact: w.entry, Folded: ascii(w.entry), Marked: viet.HasMark(w.term)}
		if t.open && i == len(t.words)-1 {
			all[i].Open = true
			all[i].Beginnings = []string{all[i].Folded}
			if plain := ascii(t.raw(w)); plain != all[i].Folded {
				all[i].Beginnings = append(all[i].Beginnings, plain)
			}
		}
	}
	return all
}

// agrees reports whether rest, a key of exact words that begins with what was
// typed but for marks, has the marks that were typed. A word without any
// agrees with every form, and of one that may go on only the shapes count:
// tones are typed last.
func (t Typed) agrees(rest string) bool {
	for i, w := range t.words {
		term, after, _ := strings.Cut(rest, " ")
		rest = after
		switch {
		case !viet.HasMark(w.term):
		case t.open && i == len(t.words)-1:
			if !strings.HasPrefix(viet.Fold(term, viet.Toneless), viet.Fold(t.raw(w), viet.Toneless)) {
				return false
			}
		case term != w.term && viet.HasMark(term):
			return false
		}
	}
	return true
}

// Place says where in a text the typed words stand side by side: 2 at its
// beginning, 1 further down, 0 nowhere.
func (t Typed) Place(text string) int {
	words := wordsOf(text)
	for i := range words {
		if len(words)-i < len(t.words) {
			break
		}
		if t.begins(key(words[i:min(len(words), i+len(t.words))], ascii)) && t.agrees(key(words[i:], same)) {
			if i == 0 {
				return 2
			}
			return 1
		}
	}
	return 0
}
