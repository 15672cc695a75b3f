package index

import (
	"strconv"
	"strings"

	"soi/analyzer/token"
	"soi/analyzer/viet"
	"soi/index/internal/snippet"
	"soi/index/query"
	"soi/index/schema"
)

// mostLong bounds the words of a long form that a query is searched for.
const mostLong = 12

// acronymsFor gives the acronyms that a request may be searched with, nil if it
// is to be taken literally.
func (l *lookups) acronymsFor(req schema.Request) *acronyms {
	if req.Literal {
		return nil
	}
	return l.acronyms
}

// expand lets a word that is an acronym be met by the words that the
// collection's documents agree it stands for. An acronym of several meanings
// is not guessed: the notes show them.
func (b *builder) expand(l leaf, w query.Word) clause {
	if b.acronyms == nil || len(l.slots) != 1 || len(l.whole) > 0 {
		return l
	}
	term := l.slots[0][0].Text
	meanings := b.acronyms.meanings[term]
	if len(meanings) == 0 || !isShortForm(term, w.Text, b.codes.shouted) {
		return l
	}
	m, ok := b.acronyms.agreed(term)
	if !ok {
		b.noteMeanings(meanings)
		return l
	}
	other, ok := (&builder{}).leaf(m.long, 0) // a long form has its marks
	if !ok || len(other.slots) > mostLong {
		return l
	}
	other.stands = w.Text
	b.notes = append(b.notes, schema.Note{Kind: schema.NoteAcronym, Args: []string{w.Text, m.long}})
	return synonym{typed: l, other: other}
}

// noteMeanings shows what an acronym is declared to mean, if that is more
// than one thing said once.
func (b *builder) noteMeanings(all []meaning) {
	if len(all) < 2 {
		return
	}
	note := schema.Note{Kind: schema.NoteMeanings, Args: []string{all[0].short}}
	for _, m := range all[:min(len(all), mostMeanings)] {
		note.Args = append(note.Args, m.long, strconv.Itoa(m.documents))
	}
	b.notes = append(b.notes, note)
}

// mostMeanings is the number of meanings of an acronym that a note shows.
const mostMeanings = 4

// A spoken is a word of a plain query with its leaf.
type spoken struct {
	leaf
	word query.Word
}

// shorten gives the clauses of words side by side. Words that the documents
// of the collection agree to shorten to an acronym are met by that too.
func (b *builder) shorten(words []spoken) []clause {
	var all []clause
	for i := 0; i < len(words); {
		n, short := b.acronymAt(words[i:])
		if n == 0 {
			all = append(all, b.expand(words[i].leaf, words[i].word))
			i++
			continue
		}
		var typed allOf
		var long []string
		for _, w := range words[i : i+n] {
			typed = append(typed, w.leaf)
			long = append(long, w.word.Text)
		}
		other := leaf{slots: snippet.Sequence{{{Text: short, Level: viet.Exact}}}, stands: strings.Join(long, " ")}
		b.notes = append(b.notes, schema.Note{Kind: schema.NoteShort, Args: []string{other.stands, strings.ToUpper(short)}})
		all = append(all, synonym{typed: typed, other: other})
		i += n
	}
	return all
}

// wordByWord takes the words of long forms one by one, for clauses of which any
// may match.
func wordByWord(all []clause) []clause {
	var out []clause
	for _, c := range all {
		if s, ok := c.(synonym); ok {
			if words, ok := s.typed.(allOf); ok {
				out = append(append(out, words...), s.other)
				continue
			}
		}
		out = append(out, c)
	}
	return out
}

// acronymAt gives the number of words, from the first on, that are the long
// form of an acronym, as many as are, and that acronym.
func (b *builder) acronymAt(words []spoken) (n int, short string) {
	if b.acronyms == nil {
		return 0, ""
	}
	var long strings.Builder
	for i, w := range words {
		if i == b.acronyms.longest || len(w.slots) != 1 || len(w.whole) > 0 {
			break
		}
		if i > 0 {
			long.WriteByte(' ')
		}
		long.WriteString(w.slots[0][0].Text)
		if s := b.acronyms.shortFor(long.String(), b.marks); i > 0 && s != "" {
			n, short = i+1, s
		}
	}
	return n, short
}

// shortFor gives the acronym of words as they are in a query, "" if there is
// none or more than one.
func (a *acronyms) shortFor(long string, m marks) string {
	table := a.shorts
	if m == anyMarks {
		table = a.folded
	}
	if shorts := table[long]; len(shorts) == 1 {
		return shorts[0]
	}
	return ""
}

// isShortForm reports whether a word of a query, given as its term and as
// typed, may be meant as an acronym: what is also a syllable only in capitals
// among other words.
func isShortForm(term, typed string, shouted bool) bool {
	return !isSyllable(term) || !shouted && isCapitals(typed)
}

// isAcronym reports whether a declared short form is one that queries can go
// by: a word in capitals, not a name such as "Đề án".
func isAcronym(short string) bool {
	tokens := token.Append(nil, short, viet.Exact)
	return len(tokens) == 1 && isCapitals(short) && len([]rune(short)) > 1
}
