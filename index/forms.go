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

// mostForms bounds the forms kept of one word without marks: no language has
// as many, but random letters have.
const mostForms = 256

// forms are the words of the collection that have marks, by what is left of
// them without, the most frequent first.
type forms map[string][]form

type form struct {
	term      string // exact
	toneless  string
	documents uint64
}

// read reads the dictionary of an exact field, and gives the term that
// most of its documents have.
func (all forms) read(ctx context.Context, reader bleveindex.IndexReader, field string) (frequent string, err error) {
	most := uint64(0)
	err = eachTerm(ctx, reader, field, func(term string, documents uint64) error {
		if documents > most {
			frequent, most = term, documents
		}
		if ascii := viet.Fold(term, viet.ASCII); ascii != term {
			all.add(ascii, term, documents)
		}
		return nil
	})
	return frequent, err
}

// sort puts the most frequent forms first.
func (all forms) sort() {
	for _, list := range all {
		slices.SortFunc(list, func(a, b form) int {
			return cmp.Or(cmp.Compare(b.documents, a.documents), cmp.Compare(a.term, b.term))
		})
	}
}

func (all forms) add(ascii, term string, documents uint64) {
	list := all[ascii]
	for i := range list {
		if list[i].term == term {
			list[i].documents += documents
			return
		}
	}
	if len(list) == mostForms {
		return
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
