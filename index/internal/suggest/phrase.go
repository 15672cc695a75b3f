package suggest

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"soi/analyzer/token"
)

// The bounds of a sample. 3,000 documents of 300 words, the titles first,
// take 40 MB while they are counted.
const (
	SampleDocuments = 3000
	sampleWords     = 300 // of a document

	// MostPhrases is how many are kept, those in the most documents.
	MostPhrases = 20000

	// LongestPhrase is in words.
	LongestPhrase = 6

	// rare is the share of the documents that a phrase must be in, and
	// rarest their number: what stands in fewer is one writer's.
	rare   = 1. / 750
	rarest = 2

	// covered: a phrase goes where a longer one around it has so many of its
	// documents. Of "tự soi, tự" nearly all go on with "sửa".
	covered = 0.7

	// free is the share of its occurrences in which a phrase must begin and
	// end at a sign or beside a word that only ties others: "xây dựng cơ" goes
	// on, with "sở" here and with "chế" there.
	free = 0.1

	// tied is how far two words stand together rather than apart, as the
	// square of the documents with both side by side over those with either.
	// It tells "thường vụ" (0.3) from "dựng cơ" (0.001): a phrase that begins
	// or ends with such a pair does not end inside a word of two syllables.
	tied = 0.03

	mostVoices = 24 // ways to write a phrase that are told apart
)

// A Phrase is a run of words that is frequent.
type Phrase struct {
	Text      string // as most write it
	Key       string // its exact words, a space between
	Documents int    // that have it
}

// A Sample is texts whose phrases are counted.
type Sample struct {
	ids   map[string]uint32 // of words, from 1
	terms []string          // by id
	ties  []bool            // by id
	texts []sampled
}

type sampled struct {
	text  string
	words []sampledWord
}

type sampledWord struct {
	id         uint32
	run        uint32 // the phrase of the length at hand that begins here; 0 none
	start, end uint32
	joined     bool // it may stand in a phrase with the word before
	numbered   bool // a number or code follows it
}

// NewSample returns an empty Sample.
func NewSample() *Sample {
	return &Sample{ids: map[string]uint32{}, terms: []string{""}, ties: []bool{false}}
}

// Add adds a document by the parts of its text.
func (s *Sample) Add(parts []string) {
	all := sampled{}
	var text strings.Builder
	for _, part := range parts {
		if len(all.words) == sampleWords {
			break
		}
		part = part[:min(len(part), 16*sampleWords)]
		s.part(&all, uint32(text.Len()), part)
		text.WriteString(part)
	}
	all.text = text.String()
	s.texts = append(s.texts, all)
}

func (s *Sample) part(all *sampled, shift uint32, text string) {
	end := -1 // of the word before, if a phrase can go on from it
	for _, w := range wordsOf(text) {
		if len(all.words) == sampleWords {
			return
		}
		if w.kind != token.Word || w.entry != w.term { // numbers, codes
			if end >= 0 {
				all.words[len(all.words)-1].numbered = true
			}
			end = -1
			continue
		}
		joined := end >= 0 && joins(text[end:w.start])
		all.words = append(all.words, sampledWord{
			id: s.id(w.term), start: shift + uint32(w.start), end: shift + uint32(w.end), joined: joined,
		})
		end = w.end
	}
}

func (s *Sample) id(term string) uint32 {
	id := s.ids[term]
	if id == 0 {
		id = uint32(len(s.terms))
		s.ids[term] = id
		s.terms = append(s.terms, term)
		s.ties = append(s.ties, ties[term])
	}
	return id
}

// joins reports whether a phrase can go over what stands between two words:
// space, or a comma as in "tự soi, tự sửa".
func joins(gap string) bool {
	commas := 0
	for _, r := range gap {
		switch {
		case r == ',':
			commas++
		case r == '\n' || !unicode.IsSpace(r):
			return false
		}
	}
	return gap != "" && commas <= 1
}

// A gram is a phrase in the making.
type gram struct {
	documents   int
	around      int    // documents of the most frequent phrase that is a word longer
	left, right uint32 // what is left of it without its last word, without its first
	first, last uint32 // words

	// begins and ends say that the first, and the last, two words are tied.
	begins, ends bool

	occurrences         int
	freeLeft, freeRight int // occurrences that can begin, and end, there
	numbered            int // occurrences before a number
	voices              []voice
}

// A voice is a way to write a phrase.
type voice struct {
	text  string
	count float64
}

// Phrases gives the frequent phrases, those in the most documents first. A
// phrase can only be frequent if what is left of it without its last word and
// without its first is, so they are counted by growing length, each made of
// two of those before.
func (s *Sample) Phrases() []Phrase {
	least := s.Least()
	level, keys := s.words(least), s.terms
	var found []Phrase
	for length := 2; len(level) > 1 && length <= LongestPhrase+1; length++ {
		next := s.longer(level, length, least)
		if length > 2 {
			found = s.finish(found, level, keys)
		}
		longer := make([]string, len(next))
		for n := 1; n < len(next); n++ {
			longer[n] = keys[next[n].left] + " " + s.terms[next[n].last]
		}
		level, keys = next, longer
	}
	slices.SortFunc(found, func(a, b Phrase) int {
		return cmp.Or(cmp.Compare(b.Documents, a.Documents), cmp.Compare(a.Key, b.Key))
	})
	return found[:min(len(found), MostPhrases)]
}

// TakeFrom takes what the sample says out of phrases that were counted in its
// documents and others. Those that fewer than least documents are left of go.
func (s *Sample) TakeFrom(phrases []Phrase, least int) []Phrase {
	numbers := make(map[string]int, len(phrases))
	for n, p := range phrases {
		numbers[p.Key] = n
	}
	left := slices.Clone(phrases)
	for _, t := range s.texts {
		said := map[int]bool{}
		for at, w := range t.words {
			key := s.terms[w.id]
			for end := at + 1; end < min(len(t.words), at+LongestPhrase) && t.words[end].joined; end++ {
				key += " " + s.terms[t.words[end].id]
				if n, ok := numbers[key]; ok && !said[n] {
					said[n] = true
					left[n].Documents--
				}
			}
		}
	}
	return slices.DeleteFunc(left, func(p Phrase) bool { return p.Documents < least })
}

// Least is the number of documents that each of the phrases is in, or more.
func (s *Sample) Least() int { return max(rarest, int(rare*float64(len(s.texts)))) }

// words gives the words as phrases of one word.
func (s *Sample) words(least int) []gram {
	level := make([]gram, len(s.terms))
	last := make([]int, len(s.terms)) // text counted last, from 1
	for i, t := range s.texts {
		for _, w := range t.words {
			if g := &level[w.id]; last[w.id] != i+1 {
				last[w.id] = i + 1
				g.documents++
				g.first, g.last = w.id, w.id
			}
		}
	}
	for _, t := range s.texts {
		for at, w := range t.words {
			if level[w.id].documents >= least {
				t.words[at].run = w.id
			}
		}
	}
	return level
}

// pair is the pair of runs that a longer one beginning at a word is made of.
func (t *sampled) pair(at int) (pair uint64, ok bool) {
	if at+1 >= len(t.words) || t.words[at].run == 0 || t.words[at+1].run == 0 || !t.words[at+1].joined {
		return 0, false
	}
	return uint64(t.words[at].run)<<32 | uint64(t.words[at+1].run), true
}

// longer gives the frequent phrases of a length, made of those of level, which
// are a word shorter, and notes them where they begin. The first is none.
func (s *Sample) longer(level []gram, length, least int) []gram {
	type tally struct{ documents, last uint32 } // last: the text counted last, from 1
	tallies := map[uint64]tally{}
	for i := range s.texts {
		for at := range s.texts[i].words {
			pair, ok := s.texts[i].pair(at)
			if !ok {
				continue
			}
			if t := tallies[pair]; t.last != uint32(i+1) {
				tallies[pair] = tally{t.documents + 1, uint32(i + 1)}
			}
		}
	}
	next := []gram{{}}
	numbers := map[uint64]uint32{}
	for pair, t := range tallies {
		if int(t.documents) >= least {
			numbers[pair] = uint32(len(next))
			next = append(next, joined(level, uint32(pair>>32), uint32(pair), int(t.documents)))
		}
	}
	s.hear(next, numbers, length)
	for n := 1; n < len(next); n++ {
		if g := &next[n]; !s.ties[g.first] && !s.ties[g.last] {
			level[g.left].around = max(level[g.left].around, g.documents)
			level[g.right].around = max(level[g.right].around, g.documents)
		}
	}
	return next
}

// joined is the phrase of two of a level, which is in so many documents.
func joined(level []gram, left, right uint32, documents int) gram {
	l, r := &level[left], &level[right]
	g := gram{documents: documents, left: left, right: right, first: l.first, last: r.last, begins: l.begins, ends: r.ends}
	if l.occurrences == 0 { // words
		g.begins = float64(documents)*float64(documents) >= tied*float64(l.documents)*float64(r.documents)
		g.ends = g.begins
	}
	return g
}

// hear notes the phrases of a length where they begin, and how each of them
// stands there.
func (s *Sample) hear(next []gram, numbers map[uint64]uint32, length int) {
	for i := range s.texts {
		t := &s.texts[i]
		for at := range t.words {
			pair, ok := t.pair(at)
			if t.words[at].run = 0; !ok {
				continue
			}
			n := numbers[pair]
			if t.words[at].run = n; n == 0 {
				continue
			}
			g, end := &next[n], at+length
			inside := at > 0 && t.words[at].joined
			g.occurrences++
			if !inside || s.ties[t.words[at-1].id] {
				g.freeLeft++
			}
			if end == len(t.words) || !t.words[end].joined || s.ties[t.words[end].id] {
				g.freeRight++
			}
			if t.words[end-1].numbered {
				g.numbered++
			}
			g.write(t.text[t.words[at].start:t.words[end-1].end], inside)
		}
	}
}

// write takes an occurrence into account for how the phrase is written. At the
// beginning of a sentence its capital says little.
func (g *gram) write(text string, inside bool) {
	weight := 1.
	if !inside {
		weight = 1. / 64
	}
	for i := range g.voices {
		if g.voices[i].text == text {
			g.voices[i].count += weight
			return
		}
	}
	if len(g.voices) < mostVoices {
		g.voices = append(g.voices, voice{text, weight})
	}
}

// whole reports whether a phrase begins and ends where something does: "Nghị
// quyết số" does not.
func (s *Sample) whole(g *gram) bool {
	least := free * float64(g.occurrences)
	return !s.ties[g.first] && !s.ties[g.last] && 2*g.numbered < g.occurrences &&
		(g.begins || float64(g.freeLeft) >= least) && (g.ends || float64(g.freeRight) >= least)
}

// finish adds the phrases of a level that stand for themselves.
func (s *Sample) finish(found []Phrase, level []gram, keys []string) []Phrase {
	for n := 1; n < len(level); n++ {
		g := &level[n]
		if !s.whole(g) || float64(g.around) >= covered*float64(g.documents) {
			continue
		}
		best := slices.MaxFunc(g.voices, func(a, b voice) int {
			return cmp.Or(cmp.Compare(a.count, b.count), cmp.Compare(b.text, a.text))
		})
		text := strings.Join(strings.Fields(best.text), " ")
		found = append(found, Phrase{Text: text, Key: keys[n], Documents: g.documents})
	}
	return found
}

// ties are the words that only tie others together: a phrase neither begins
// nor ends with one.
var ties = func() map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(`và của các những là được đã đang sẽ có cho với trong ngoài tại từ đến tới
		theo về do bởi vì mà thì này đó kia ấy khi như mỗi mọi cũng để ở trên dưới vào ra rất nhiều sau trước
		bằng nên còn hay hoặc không chưa phải bị lại rồi vẫn đều cùng qua nếu nhưng tuy song nhằm gồm giữa hơn`) {
		all[w] = true
	}
	return all
}()
