package index

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"soi/analyzer/token"
	"soi/analyzer/viet"
	"soi/index/internal/spell"
	"soi/index/query"
	"soi/index/schema"
)

const (
	// fewDocuments is the number of documents that are next to nothing: a
	// query that finds no more, or a word that stands in no more, may be
	// misspelt.
	fewDocuments = 2

	// pays is how many times more another spelling must find.
	pays = 4

	// leastKnown is the number of documents from which on a word is thought
	// of: what stands in fewer is often a slip itself.
	leastKnown = 3

	// smallIndex is the number of documents below which such words are kept
	// all the same, as its segments may be small.
	smallIndex = 1000

	mostCorrected  = 3  // words of a query
	mostCandidates = 8  // spellings that are tried for a word
	mostChecks     = 48 // pairs of words that are looked up for a query
	mostSpelt      = 16 // words of a query up to which it is looked at
)

// correct adds a note that offers another spelling, if what was typed
// finds next to nothing, or a word of it stands next to nowhere, and words of
// the collection that are close to it find more. What was searched stays as it
// was typed.
func (s *answer) correct(ctx context.Context, v *view, r *schema.Results) error {
	meant := func(n schema.Note) bool { return n.Kind == schema.NoteMeant }
	if slices.ContainsFunc(s.notes, meant) || s.req.Literal || s.partial || s.req.Offset > 0 || s.req.Cursor != "" || s.ask.query.Root == nil {
		return nil
	}
	if !s.ask.marked && together(r.Hits) {
		return nil
	}
	c := &corrector{searcher: s.searcher, noTitle: s.req.NoTitle, marked: s.ask.marked}
	c.words = typedWords(s.ask.query.Root)
	if len(c.words) == 0 || len(c.words) > mostSpelt {
		return nil
	}
	found := s.foundAsTyped(r.Total)
	apart := s.ask.plain != nil && len(c.words) <= mostRequired && len(s.filters) == 0 && !sideBySide(r.Hits)
	if err := c.choose(ctx, found <= fewDocuments || apart); err != nil || len(c.chosen) == 0 {
		return err
	}
	offer := func(spelt map[string]string) string {
		return query.Query{Root: respelt(s.ask.query.Root, spelt), Filters: s.ask.query.Filters}.String()
	}
	better, err := v.search(ctx, schema.Request{
		Query: offer(c.chosen), Filter: s.req.Filter, Literal: true, NoTitle: s.req.NoTitle, Limit: 3,
	})
	if err != nil {
		return err
	}
	if better.Total == 0 || better.Total < pays*found && len(c.words) <= mostRequired && !apart {
		return nil
	}
	for typed, word := range c.chosen {
		c.chosen[typed] = writtenIn(better.Hits, word)
	}
	s.notes = append(s.notes, schema.Note{Kind: schema.NoteDidYouMean, Args: []string{s.req.Query, offer(c.chosen)}})
	return nil
}

// foundAsTyped is the number of documents that the query found as it was
// typed: filters that let none of them through are no slip of a key.
func (s *answer) foundAsTyped(total int) int {
	loose := func(n schema.Note) bool { return n.Kind == schema.NoteOtherMarks || n.Kind == schema.NoteRelaxed }
	switch {
	case slices.ContainsFunc(s.notes, loose):
		return 0
	case total <= fewDocuments:
		return s.found.Matches.Filter(nil).Total()
	}
	return total
}

// together reports whether a hit has the whole query side by side: words
// without marks that stand so were meant, be there a single report.
func together(hits []schema.Hit) bool {
	return slices.ContainsFunc(hits, func(h schema.Hit) bool {
		return slices.ContainsFunc(h.Why, func(r schema.Reason) bool { return r.Kind == schema.ReasonTogether })
	})
}

// sideBySide reports whether the best hits have any two words of the query
// side by side; those that do come first.
func sideBySide(hits []schema.Hit) bool {
	several := func(text string, spans []schema.Span) bool {
		return slices.ContainsFunc(spans, func(s schema.Span) bool { return len(units(s.Of(text))) > 1 })
	}
	return slices.ContainsFunc(hits[:min(len(hits), 3)], func(h schema.Hit) bool {
		return several(h.Title, h.TitleMarks) || several(h.Snippet.Text, h.Snippet.Spans)
	})
}

// typedWords gives the terms of the words of a query in their order; those of
// codes and numbers are no words.
func typedWords(root query.Node) []string {
	var all []string
	mapWords(root, func(text string) string {
		for t := range token.Tokens(text, viet.Exact) {
			if t.Kind == token.Word && t.Entry() == t.Term {
				all = append(all, t.Term)
			}
		}
		return text
	})
	return all
}

// respelt is a query with words, given by their terms, in another spelling.
func respelt(root query.Node, spelt map[string]string) query.Node {
	return mapWords(root, func(text string) string {
		var b strings.Builder
		end := 0
		for t := range token.Tokens(text, viet.Exact) {
			if word, ok := spelt[t.Term]; ok && t.Kind == token.Word && t.Start >= end {
				b.WriteString(text[end:t.Start] + word)
				end = t.End
			}
		}
		b.WriteString(text[end:])
		return b.String()
	})
}

// writtenIn gives a word as the snippets of hits have it: terms stand for
// several ways to write one, kĩ for kỹ.
func writtenIn(hits []schema.Hit, term string) string {
	for _, h := range hits {
		for _, span := range h.Snippet.Spans {
			marked := span.Of(h.Snippet.Text)
			for t := range token.Tokens(marked, viet.Exact) {
				if t.Term == term {
					return viet.Fold(t.Of(marked), viet.Exact)
				}
			}
		}
	}
	return term
}

// A corrector looks for other spellings of the words of a query.
type corrector struct {
	searcher
	noTitle bool
	marked  bool     // the words have marks
	words   []string // terms
	checks  int      // pairs that were looked up

	chosen map[string]string // term as typed, term as it may be meant
}

// A candidate is another spelling of a word.
type candidate struct {
	term      string
	distance  int
	documents int
	beside    int // documents that have it beside its neighbours in the query
}

// choose fills chosen: for the words that stand next to nowhere, and, if the
// query finds next to nothing though all its words are common, for the one
// that fits worst.
func (c *corrector) choose(ctx context.Context, nothing bool) error {
	c.chosen = map[string]string{}
	var rare []int
	for i, word := range c.words {
		n, err := c.documents(ctx, word)
		if err != nil {
			return err
		}
		if n <= fewDocuments {
			rare = append(rare, i)
		}
	}
	if len(rare) > mostCorrected {
		return nil // another language, or none
	}
	for _, i := range rare {
		best, err := c.best(ctx, i)
		if err != nil {
			return err
		}
		if best.term != "" {
			c.chosen[c.words[i]] = best.term
		}
	}
	if !nothing || len(rare) > 0 || !c.marked || len(c.words) < 2 {
		return nil
	}
	return c.misfit(ctx)
}

// misfit chooses another spelling for one word of those that stand beside none
// of their neighbours anywhere: the spelling that does in the most documents.
func (c *corrector) misfit(ctx context.Context) error {
	var best candidate
	at := 0
	for i := range c.words {
		n, err := c.beside(ctx, i, c.words[i])
		if err != nil {
			return err
		}
		if n > fewDocuments {
			continue
		}
		other, err := c.best(ctx, i)
		if err != nil {
			return err
		}
		if other.beside >= pays*max(1, n) && other.beside > best.beside {
			best, at = other, i
		}
	}
	if best.beside > 0 {
		c.chosen[c.words[at]] = best.term
	}
	return nil
}

// best gives the spelling of a word that stands beside its neighbours in the
// most documents. Where the word has no neighbours, or the query no marks, it
// is the closest one, of those the most frequent.
func (c *corrector) best(ctx context.Context, i int) (candidate, error) {
	all, err := c.candidates(ctx, c.words[i])
	if err != nil {
		return candidate{}, err
	}
	if len(all) == 0 {
		return candidate{}, nil
	}
	if !c.marked || len(c.words) == 1 {
		return all[0], nil
	}
	var best candidate
	for _, k := range all {
		if k.beside, err = c.beside(ctx, i, k.term); err != nil {
			return candidate{}, err
		}
		least := best.beside
		if k.distance == spell.OneKey && best.distance < spell.OneKey && least > fewDocuments {
			least *= pays // what is said alike is likelier than a slip of a key
		}
		if k.beside > least {
			best = k
		}
	}
	return best, nil
}

// candidates gives the words of the collection that are close to one and in
// more documents, the closest first.
func (c *corrector) candidates(ctx context.Context, typed string) ([]candidate, error) {
	documents, err := c.documents(ctx, typed)
	if err != nil {
		return nil, err
	}
	found := map[string]*candidate{}
	for _, segment := range c.engine.Segments() {
		words, err := c.vocabulary(ctx, segment)
		if err != nil {
			return nil, err
		}
		for i, distance := range words.table.Close(typed) {
			w := words.counted[i]
			if found[w.term] == nil {
				found[w.term] = &candidate{term: w.term, distance: distance}
			}
			found[w.term].documents += w.documents
		}
	}
	var all []candidate
	for _, k := range found {
		if k.documents >= leastKnown && k.documents >= pays*min(documents, fewDocuments) {
			all = append(all, *k)
		}
	}
	slices.SortFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), cmp.Compare(b.documents, a.documents), cmp.Compare(a.term, b.term))
	})
	return all[:min(len(all), mostCandidates)], nil
}

// documents is the number of documents that have a word in their text, as it
// is written or without marks.
func (c *corrector) documents(ctx context.Context, term string) (int, error) {
	fields := []string{fieldBodyFolded, fieldTitleFolded}
	if c.marked {
		fields = []string{fieldBody, fieldTitle}
	}
	n := 0
	for _, segment := range c.engine.Segments() {
		for _, field := range fields {
			list, err := segment.List(ctx, field, term)
			if err != nil {
				return 0, err
			}
			n += segment.CountLive(list.Docs)
		}
	}
	return n, nil
}

// beside is the number of documents that have a term beside the neighbours of
// the i-th word, as they were chosen so far.
func (c *corrector) beside(ctx context.Context, i int, term string) (int, error) {
	n := 0
	for _, pair := range [][]int{{i - 1, i}, {i, i + 1}} {
		if pair[0] < 0 || pair[1] == len(c.words) || c.checks == mostChecks {
			continue
		}
		terms := []string{c.spelt(pair[0]), c.spelt(pair[1])}
		terms[i-pair[0]] = term
		c.checks++
		found, err := c.engine.Match(ctx, newCompiler(c.lookups, c.noTitle, nil).leaf(exactly(terms)))
		if err != nil {
			return 0, err
		}
		n += found.Filter(nil).Total()
	}
	return n, nil
}

// spelt is the i-th word as it was chosen, or as typed.
func (c *corrector) spelt(i int) string { return cmp.Or(c.chosen[c.words[i]], c.words[i]) }
