package clean

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed noise.txt
var noiseText string

// A phraseKind is a kind of row in noise.txt.
type phraseKind string

const (
	phraseEnd    phraseKind = "end"
	phraseBox    phraseKind = "box"
	phraseButton phraseKind = "button"
	phraseLine   phraseKind = "line"
	phraseCount  phraseKind = "count"
	phraseLabel  phraseKind = "label"
	phraseLink   phraseKind = "link"
	phraseStart  phraseKind = "start"
	phraseSite   phraseKind = "site"
	phraseSign   phraseKind = "sign"
)

// phrases holds noise.txt: each kind a set.
type phrases map[phraseKind]map[string]bool

var noisePhrases = sync.OnceValue(func() phrases {
	p := phrases{}
	for row := range strings.Lines(noiseText) {
		kind, phrase, ok := strings.Cut(strings.TrimRight(row, "\n"), "\t")
		if !ok || row[0] == '#' {
			continue
		}
		k := phraseKind(kind)
		if p[k] == nil {
			p[k] = map[string]bool{}
		}
		p[k][phrase] = true
	}
	return p
})

// is reports whether the whole of a line is a phrase of one of the kinds.
func (l *line) is(kinds ...phraseKind) bool {
	if l.key == "" {
		return false
	}
	for _, kind := range kinds {
		if noisePhrases()[kind][l.key] {
			return true
		}
	}
	return false
}

// labelled reports whether what stands before the first colon of a line is a
// phrase of the kind.
func (l *line) labelled(kind phraseKind) bool {
	return l.label != "" && noisePhrases()[kind][l.label]
}

// maxPhrase is the number of words of the longest beginning in noise.txt.
const maxPhrase = 6

// begins reports whether a line begins with a phrase of the kind.
func (l *line) begins(kind phraseKind) bool {
	set := noisePhrases()[kind]
	for i, words := 0, 0; words < maxPhrase; words++ {
		next := strings.IndexByte(l.key[i:], ' ')
		if next < 0 {
			return set[l.key]
		}
		if set[l.key[:i+next]] {
			return true
		}
		i += next + 1
	}
	return false
}
