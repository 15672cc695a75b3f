package index

import (
	"cmp"
	"context"
	"slices"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"soi/analyzer/viet"
)

// maxForms bounds the forms that one unmarked word stands for. Of the forms
// of real syllables there are at most 34 (of "do") in news.
const maxForms = 40

// forms are the words of the collection that have marks, by what is left of
// them without, the most frequent first.
type forms map[string][]form

type form struct {
	term      string // exact
	toneless  string
	documents uint64
}

// readForms reads the dictionaries of the exact fields.
func readForms(ctx context.Context, reader bleveindex.IndexReader) (forms, error) {
	all := forms{}
	for _, field := range []string{fieldBody, fieldTitle} {
		err := eachTerm(ctx, reader, field, func(term string, documents uint64) error {
			if ascii := viet.Fold(term, viet.ASCII); ascii != term {
				all.add(ascii, term, documents)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	for _, list := range all {
		slices.SortFunc(list, func(a, b form) int {
			return cmp.Or(cmp.Compare(b.documents, a.documents), cmp.Compare(a.term, b.term))
		})
	}
	return all, nil
}

func (all forms) add(ascii, term string, documents uint64) {
	list := all[ascii]
	for i := range list {
		if list[i].term == term {
			list[i].documents += documents
			return
		}
	}
	all[ascii] = append(list, form{term, viet.Fold(term, viet.Toneless), documents})
}

// of gives the exact terms that text, folded to level, stands for: itself and
// at most limit others, the most frequent first.
func (all forms) of(text string, level viet.Level, limit int) []string {
	terms := []string{text}
	if level == viet.Exact {
		return terms
	}
	for _, f := range all[viet.Fold(text, viet.ASCII)] {
		if len(terms) > limit {
			break
		}
		if f.term != text && (level == viet.ASCII || f.toneless == text) {
			terms = append(terms, f.term)
		}
	}
	return terms
}
