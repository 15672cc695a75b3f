package index

import (
	"context"

	"soi/index/internal/postings"
	"soi/index/internal/spell"
)

// A vocabulary is the words of a segment that are thought of when one is
// misspelt.
type vocabulary struct {
	counted countedWords
	table   *spell.Table // of them
}

func newVocabulary(counted countedWords) *vocabulary {
	words := make([]string, len(counted))
	for i, w := range counted {
		words[i] = w.term
	}
	return &vocabulary{counted, spell.NewTable(words)}
}

// vocabulary gives the words of a segment that are thought of: as they are
// written, or folded where the query has no marks.
func (c *corrector) vocabulary(ctx context.Context, segment *postings.Segment) (*vocabulary, error) {
	least := leastKnown
	if c.engine.Documents() < smallIndex {
		least = 1
	}
	if !c.marked {
		return postings.Keep(segment, "vocabulary without marks", func() (*vocabulary, error) {
			words, err := foldedWords(ctx, segment, fieldBody)
			var all countedWords
			for _, w := range words {
				if w.documents >= least && isWord(w.term) {
					all = append(all, w)
				}
			}
			return newVocabulary(all), err
		})
	}
	return postings.KeepLive(segment, "vocabulary", func() (*vocabulary, error) {
		words, err := markedWords(ctx, segment, least)
		return newVocabulary(words), err
	})
}

// markedWords gives the words of a segment's texts, as they are written, that
// stand in least live documents.
func markedWords(ctx context.Context, segment *postings.Segment, least int) (countedWords, error) {
	var all countedWords
	deleted := segment.Deleted()
	err := segment.Terms(ctx, fieldBody, func(term string, documents int) error {
		if documents < least || !isWord(term) {
			return nil
		}
		if deleted > 0 && documents-deleted < least { // it may stand in deleted documents only
			list, err := segment.List(ctx, fieldBody, term)
			if err != nil {
				return err
			}
			if documents = segment.CountLive(list.Docs); documents < least {
				return nil
			}
		}
		all = append(all, countedWord{term, documents})
		return nil
	})
	return all, err
}

// isWord reports whether a term is made of letters alone.
func isWord(term string) bool {
	for _, r := range term {
		if r <= '@' {
			return false
		}
	}
	return true
}
