package index

import (
	"cmp"
	"context"
	"slices"

	"soi/analyzer/viet"
	"soi/index/internal/postings"
)

// maxForms bounds the forms that one unmarked word stands for. Of the forms
// of real syllables there are at most 34 (of "do") in news.
const maxForms = 40

// mostForms bounds the forms kept of one word without marks: no language has
// as many, but random letters have.
const mostForms = 256

// forms are the words of the collection that have marks, segment by segment.
type forms []segmentForms

// segmentForms are the words with marks by what is left of them without.
type segmentForms map[string][]form

type form struct {
	term      string // exact
	toneless  string
	documents int
}

// readForms reads the dictionaries of the exact fields, or takes what was
// read of a segment before.
func readForms(ctx context.Context, segments []*postings.Segment) (forms, error) {
	all := make(forms, len(segments))
	for i, s := range segments {
		var err error
		all[i], err = postings.Keep(s, keptForms, func() (segmentForms, error) { return formsOf(ctx, s) })
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// keptForms is the name under which a segment's forms are kept.
const keptForms = "forms"

// formsOf reads the dictionaries of a segment.
func formsOf(ctx context.Context, s *postings.Segment) (segmentForms, error) {
	found := segmentForms{}
	for _, field := range []string{fieldBody, fieldTitle} {
		err := s.Terms(ctx, field, func(term string, documents int) error {
			if ascii := viet.Fold(term, viet.ASCII); ascii != term {
				found.add(ascii, term, documents)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

func (all segmentForms) add(ascii, term string, documents int) {
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

// under gives the words with marks that are ascii without, the most frequent
// first.
func (all forms) under(ascii string) []form {
	var list []form
	for _, segment := range all {
		for _, f := range segment[ascii] {
			i := slices.IndexFunc(list, func(g form) bool { return g.term == f.term })
			if i < 0 {
				list = append(list, f)
			} else {
				list[i].documents += f.documents
			}
		}
	}
	slices.SortFunc(list, func(a, b form) int {
		return cmp.Or(cmp.Compare(b.documents, a.documents), cmp.Compare(a.term, b.term))
	})
	return list
}

// of gives the exact terms that text, folded to level, stands for: itself and
// at most limit others, the most frequent first.
func (all forms) of(text string, level viet.Level, limit int) []string {
	terms := []string{text}
	if level == viet.Exact {
		return terms
	}
	for _, f := range all.under(viet.Fold(text, viet.ASCII)) {
		if len(terms) > limit {
			break
		}
		if f.term != text && (level == viet.ASCII || f.toneless == text) {
			terms = append(terms, f.term)
		}
	}
	return terms
}
