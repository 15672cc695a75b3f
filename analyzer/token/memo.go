package token

import (
	"strings"

	"soi/analyzer/viet"
)

// A memo remembers the terms of words as they were written. A text of any
// size has few distinct words (7,000 syllables make nearly all of the news),
// and looking one up takes a tenth of the time of working it out. It is a
// table of fixed size in which a new word takes the place of an old one, so
// no text can make it grow.
type memo struct {
	slots [memoSize]struct{ word, term string }
}

const (
	memoSize = 1 << 12
	memoWord = 24 // bytes; longer words are rare and not remembered
)

// memos keeps a few memos of each level between texts. A sync.Pool would lose
// them at each garbage collection, and with them what they have learned.
var memos = [3]chan *memo{make(chan *memo, spareMemos), make(chan *memo, spareMemos), make(chan *memo, spareMemos)}

const spareMemos = 4 // as many texts at once as writers and queries need; more make their own

func memoOf(level viet.Level) *memo {
	select {
	case m := <-memos[level]:
		return m
	default:
		return new(memo)
	}
}

// release gives m back for the next text.
func (m *memo) release(level viet.Level) {
	select {
	case memos[level] <- m:
	default:
	}
}

// term is the term of word.
func (m *memo) term(word string, level viet.Level) string {
	if len(word) > memoWord {
		return wordTerm(word, level)
	}
	h := uint32(2166136261) // FNV-1a
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(word[i])) * 16777619
	}
	slot := &m.slots[(h^h>>16)%memoSize]
	if slot.word != word {
		term := wordTerm(word, level)
		// A copy, so that a word does not hold its whole text in memory.
		slot.word, slot.term = strings.Clone(word), strings.Clone(term)
	}
	return slot.term
}

// wordTerm works out the term of word.
func wordTerm(word string, level viet.Level) string {
	term := cut(viet.Key(word))
	if level != viet.Exact {
		term = viet.Fold(term, level)
	}
	return term
}
