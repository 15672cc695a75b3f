package index

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"soi/analyzer/viet"
	"soi/index/internal/bare"
	"soi/index/internal/docset"
	"soi/index/internal/postings"
	"soi/index/internal/suggest"
	"soi/index/schema"
)

const (
	// titlesRead bounds the titles that are looked at for a suggestion, the
	// shortest of those that have the words.
	titlesRead = 24

	// mostEndings bounds the words that an unfinished one is completed to.
	mostEndings = 64

	// leastBeginning is the number of letters from which on a single word is
	// looked for in titles.
	leastBeginning = 3

	// leastScattered is the number of words from which on they need not stand
	// side by side in a title.
	leastScattered = 4

	// mostTitleWords is the number of words from which on nothing is looked
	// for: nobody types as many of a title.
	mostTitleWords = 32
)

// titles gives titles that have the words typed: those that begin with them
// first, then those that have them side by side, the newest first.
func (v *view) titles(ctx context.Context, s searcher, typed suggest.Typed, limit int) ([]schema.Suggestion, error) {
	words := typed.Words()
	if len(words) > mostTitleWords || len(words) == 1 && len([]rune(words[0].Folded)) < leastBeginning {
		return nil, nil
	}
	candidates, err := s.titled(ctx, words)
	if err != nil {
		return nil, err
	}
	type title struct {
		text, published string
		place           int
	}
	var all []title
	for _, c := range candidates {
		id, err := s.engine.Segments()[c.segment].ID(c.document)
		if err != nil {
			return nil, err
		}
		d, err := v.read(s.reader, id)
		if err != nil {
			return nil, err
		}
		text := strings.Join(strings.Fields(d.TitleText()), " ")
		place := typed.Place(text)
		if place == 0 && len(words) < leastScattered {
			continue
		}
		if !slices.ContainsFunc(all, func(t title) bool { return t.text == text }) {
			all = append(all, title{text, d.Published, place})
		}
	}
	slices.SortStableFunc(all, func(a, b title) int {
		return cmp.Or(cmp.Compare(b.place, a.place), cmp.Compare(b.published, a.published))
	})
	var found []schema.Suggestion
	for _, t := range all[:min(len(all), limit)] {
		found = append(found, schema.Suggestion{Text: t.text, Kind: schema.SuggestTitle, Value: t.text})
	}
	return found, nil
}

// A titled document has all typed words in its title.
type titled struct {
	segment  int
	document uint32
	length   uint32 // of the title, in words
}

// titled gives the documents with the shortest titles that have all words.
func (s searcher) titled(ctx context.Context, words []suggest.Word) ([]titled, error) {
	var all []titled
	for i, segment := range s.engine.Segments() {
		documents, err := withTitle(ctx, segment, words)
		if err != nil {
			return nil, err
		}
		lengths, err := segment.Lengths(ctx, fieldTitle)
		if err != nil {
			return nil, err
		}
		for _, d := range documents.Append(nil) {
			all = append(all, titled{i, d, lengths[d]})
		}
	}
	slices.SortFunc(all, func(a, b titled) int {
		return cmp.Or(cmp.Compare(a.length, b.length), cmp.Compare(a.segment, b.segment), cmp.Compare(a.document, b.document))
	})
	return all[:min(len(all), titlesRead)], nil
}

// withTitle gives the documents of a segment that have all words in their
// title.
func withTitle(ctx context.Context, segment *postings.Segment, words []suggest.Word) (docset.Set, error) {
	documents := slices.Clone(segment.Live())
	for _, w := range words {
		having := docset.New(segment.Size())
		forms, err := titleForms(ctx, segment, w)
		if err != nil {
			return nil, err
		}
		for _, f := range forms {
			list, err := segment.List(ctx, f.field, f.term)
			if err != nil {
				return nil, err
			}
			having.AddAll(list.Docs)
		}
		documents.And(having)
	}
	return documents, nil
}

type titleForm struct{ field, term string }

// titleForms gives the terms that a typed word stands for: what it may go on
// to, or the word with its marks or without any, or with any if it has none.
func titleForms(ctx context.Context, segment *postings.Segment, w suggest.Word) ([]titleForm, error) {
	switch {
	case w.Open:
		var forms []titleForm
		endings, err := titleWords(ctx, segment)
		if err != nil {
			return nil, err
		}
		for _, term := range endings.beginning(w.Beginnings, mostEndings) {
			forms = append(forms, titleForm{fieldTitleFolded, term})
		}
		return forms, nil
	case w.Marked:
		return []titleForm{{fieldTitle, w.Exact}, {fieldTitle, w.Folded}}, nil
	}
	return []titleForm{{fieldTitleFolded, w.Folded}}, nil
}

// countedWords are terms in order, with the number of their documents.
type countedWords []countedWord

type countedWord struct {
	term      string
	documents int
}

// titleWords gives the words of the titles of a segment, folded.
func titleWords(ctx context.Context, segment *postings.Segment) (countedWords, error) {
	return postings.Keep(segment, "title words", func() (countedWords, error) {
		return foldedWords(ctx, segment, fieldTitle)
	})
}

// foldedWords gives the words of an exact field folded. A document that has
// several forms of one counts for each.
func foldedWords(ctx context.Context, segment *postings.Segment, field string) (countedWords, error) {
	counts := map[string]int{}
	err := segment.Terms(ctx, field, func(term string, documents int) error {
		if strings.HasPrefix(term, bare.Mark) {
			return nil // counted without the mark
		}
		counts[viet.Fold(term, viet.ASCII)] += documents
		return nil
	})
	var all countedWords
	for _, term := range slices.Sorted(maps.Keys(counts)) {
		all = append(all, countedWord{term, counts[term]})
	}
	return all, err
}

// beginning gives at most limit words that begin in one of the ways, the most
// frequent first.
func (all countedWords) beginning(ways []string, limit int) []string {
	var found []countedWord
	for _, way := range ways {
		from, _ := slices.BinarySearchFunc(all, way, func(w countedWord, way string) int { return strings.Compare(w.term, way) })
		for _, w := range all[from:] {
			if !strings.HasPrefix(w.term, way) {
				break
			}
			found = append(found, w)
		}
	}
	slices.SortStableFunc(found, func(a, b countedWord) int { return cmp.Compare(b.documents, a.documents) })
	var terms []string
	for _, w := range found[:min(len(found), limit)] {
		terms = append(terms, w.term)
	}
	return terms
}
