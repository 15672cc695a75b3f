package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"soi/analyzer/token"
	"soi/analyzer/viet"
)

// A question is what every engine is asked, each in its own language: the
// best ten documents with a snippet of each, and the counts of five facets,
// each under all filters but its own.
type question struct {
	Kind    string
	Join    join
	Words   []string // small letters; without marks unless Marked
	Marked  bool
	Filters map[string][]string // values by field: alternatives
}

// A join is how the words of a question belong together.
type join string

const (
	and    join = "AND"
	or     join = "OR"
	phrase join = "phrase"
)

// facetFields are the facets that are counted.
var facetFields = []string{"province", "province_now", "directive", "year", "level"}

// A shape is a kind of question but for marks and filters.
type shape struct {
	name     string
	join     join
	words    int
	frequent bool // words that one document in ten has
}

var shapes = []shape{
	{"one term", and, 1, false},
	{"frequent term", and, 1, true},
	{"AND 2", and, 2, false}, {"AND 3", and, 3, false}, {"AND 4", and, 4, false},
	{"OR 3", or, 3, false},
	{"phrase 2", phrase, 2, false}, {"phrase 3", phrase, 3, false},
}

// Names of how filters are set.
const (
	noFilter    = "no filter"
	twoFilters  = "2 filters"
	multiSelect = "multi-select" // several values of each of two facets
)

// A drawer draws questions from articles.
type drawer struct {
	chance    *rand.Rand
	articles  []article
	documents map[string]int // with the word
}

func newDrawer(articles []article, seed uint64) *drawer {
	d := &drawer{chance: rand.New(rand.NewPCG(seed, 2)), articles: articles, documents: map[string]int{}}
	seen := map[string]int{}
	for i, a := range articles {
		for t := range token.Tokens(a.Body, viet.Exact) {
			if t.Kind == token.Word && seen[t.Term] != i+1 {
				seen[t.Term] = i + 1
				d.documents[t.Term]++
			}
		}
	}
	return d
}

// questions draws n questions of each kind. Those without marks, and those
// with filters, are the same questions as those with and without.
func (d *drawer) questions(n int) ([]question, error) {
	var all []question
	for _, s := range shapes {
		for range n {
			words, from, err := d.words(s)
			if err != nil {
				return nil, err
			}
			for _, marked := range []bool{true, false} {
				for _, filters := range []string{noFilter, twoFilters, multiSelect} {
					all = append(all, newQuestion(s, words, marked, filters, d.filters(from, filters)))
				}
			}
		}
	}
	return all, nil
}

func newQuestion(s shape, words []string, marked bool, filtered string, filters map[string][]string) question {
	q := question{Join: s.join, Words: words, Marked: marked, Filters: filters}
	marks := "with marks"
	if !marked {
		marks = "without"
		q.Words = nil
		for _, w := range words {
			q.Words = append(q.Words, viet.Fold(w, viet.ASCII))
		}
	}
	q.Kind = strings.Join([]string{s.name, marks, filtered}, ", ")
	return q
}

// words draws words that follow one another in an article, one of them with
// marks, none of them in more than one document in five, unless frequent ones
// are wanted.
func (d *drawer) words(s shape) ([]string, article, error) {
	const patience = 1_000_000
	for range patience {
		a := d.articles[d.chance.IntN(len(d.articles))]
		tokens := token.Append(nil, a.Body, viet.Exact)
		if len(tokens) <= s.words {
			continue
		}
		at := d.chance.IntN(len(tokens) - s.words)
		if words, ok := d.run(a.Body, tokens[at:at+s.words], s.frequent); ok {
			return words, a, nil
		}
	}
	return nil, article{}, fmt.Errorf("the corpus has no words for %q", s.name)
}

func (d *drawer) run(text string, tokens []token.Token, frequent bool) (words []string, ok bool) {
	most, least := len(d.articles)/5, len(d.articles)/2000
	if frequent {
		most, least = len(d.articles)/2, len(d.articles)/10
	}
	marked := false
	for i, t := range tokens {
		n := d.documents[t.Term]
		if t.Kind != token.Word || !viet.IsSyllable(t.Term) || n > most || n < least || slices.Contains(words, t.Term) {
			return nil, false
		}
		if i > 0 && strings.TrimSpace(text[tokens[i-1].End:t.Start]) != "" { // not across a comma
			return nil, false
		}
		marked = marked || viet.HasMark(t.Term)
		words = append(words, t.Term)
	}
	return words, marked
}

// filters draws filters that the article itself passes.
func (d *drawer) filters(a article, filtered string) map[string][]string {
	year := a.Published[:len("2006")]
	switch filtered {
	case twoFilters:
		return map[string][]string{"year": {year}, "level": {a.Level}}
	case multiSelect:
		n, err := strconv.Atoi(year)
		if err != nil {
			panic(err) // the dresser wrote it
		}
		return map[string][]string{
			"year":     {year, strconv.Itoa(n - 1), strconv.Itoa(n - 2)},
			"province": slices.Compact([]string{a.Province, "Hà Nội", "Nghệ An", "Quảng Nam"}),
		}
	}
	return nil
}

// An answer is what an engine tells of one question.
type answer struct {
	Nanos  int64  // from the question to the whole answer
	Total  int    // documents found
	Top    string // id of the best
	Facets int    // values counted
	Marks  int    // bytes of snippets
	Peak   int64  // bytes of memory at most, in what says nothing else
	Error  string
}

func (q question) String() string {
	return fmt.Sprintf("%s: %s %v", q.Kind, strings.Join(q.Words, " "), q.Filters)
}
