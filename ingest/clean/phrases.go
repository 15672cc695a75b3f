package clean

import (
	"cmp"
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
	phraseLink   phraseKind = "link"
	phraseStart  phraseKind = "start"
	phraseSign   phraseKind = "sign"
)

// phrases holds noise.txt: whole lines, and beginnings of lines.
type phrases struct {
	whole, begin map[string]phraseKind
}

var noisePhrases = sync.OnceValue(func() phrases {
	p := phrases{whole: map[string]phraseKind{}, begin: map[string]phraseKind{}}
	for row := range strings.Lines(noiseText) {
		kind, phrase, ok := strings.Cut(strings.TrimRight(row, "\n"), "\t")
		if !ok || row[0] == '#' {
			continue
		}
		switch k := phraseKind(kind); k {
		case phraseEnd, phraseBox, phraseButton, phraseLine, phraseCount:
			p.whole[phrase] = k
		default:
			p.begin[phrase] = k
		}
	}
	return p
})

// maxPhrase is the number of words of the longest beginning in noise.txt.
const maxPhrase = 6

// kindOf returns the kinds of phrase that a line is and that it begins with;
// "" for none.
func kindOf(key string) (whole, begin phraseKind) {
	p := noisePhrases()
	whole = p.whole[key]
	for i, words := 0, 0; words < maxPhrase; words++ {
		next := strings.IndexByte(key[i:], ' ')
		if next < 0 {
			return whole, cmp.Or(p.begin[key], begin)
		}
		begin = cmp.Or(p.begin[key[:i+next]], begin)
		i += next + 1
	}
	return whole, begin
}
