package index

import (
	"github.com/blevesearch/bleve/v2/search/query"

	"soi/analyzer/viet"
	"soi/index/internal/snippet"
)

// Weights of a term by where and how it matches. They are a first guess that
// keeps the order title before body, as typed before other forms.
const (
	titleBoost  = 2.0
	otherBoost  = 0.5 // of forms that were not typed
	phraseBoost = 1.5 // of a phrase against a word
	wholeBoost  = 2.0 // of a code as a whole
)

// noMatter is the boost of what filters and must not change the order. It is
// not 0: Bleve divides by the sum of squared weights.
const noMatter = 1e-6

// mostExpanded bounds the terms that all unmarked slots of a query together
// stand for; with more of them each stands for its most frequent forms only.
const mostExpanded = 256

// noTerm is a term that no document has: the tokenizer gives none with a
// control character in it.
const noTerm = "\x00"

// A compiler puts clauses into Bleve's queries.
type compiler struct {
	forms   forms
	noTitle bool
	limit   int // forms a slot stands for
}

// newCompiler returns a compiler for root.
func newCompiler(all forms, noTitle bool, root clause) *compiler {
	open := 0
	leaves(root, func(l leaf) {
		for _, slot := range l.slots {
			for _, t := range slot {
				if t.Level == viet.Toneless || t.Level == viet.ASCII && len(l.slots) > 1 {
					open++
				}
			}
		}
	})
	return &compiler{all, noTitle, max(1, min(maxForms, mostExpanded/max(1, open)))}
}

func (c *compiler) query(cl clause) query.Query {
	switch cl := cl.(type) {
	case leaf:
		return c.leaf(cl)
	case valueOf:
		return c.values(cl)
	case noneOf:
		return exclude(query.NewMatchAllQuery(), []query.Query{c.query(cl.clause)})
	case anyOf:
		q := query.NewDisjunctionQuery(c.queries(cl.clauses))
		q.SetMin(float64(cl.min))
		return q
	case allOf:
		return c.all(cl)
	}
	return query.NewMatchAllQuery()
}

func (c *compiler) queries(clauses []clause) []query.Query {
	qs := make([]query.Query, len(clauses))
	for i, sub := range clauses {
		qs[i] = c.query(sub)
	}
	return qs
}

func (c *compiler) all(clauses allOf) query.Query {
	var must, mustNot []query.Query
	for _, sub := range clauses {
		if not, ok := sub.(noneOf); ok {
			mustNot = append(mustNot, c.query(not.clause))
		} else {
			must = append(must, c.query(sub))
		}
	}
	var q query.Query = query.NewMatchAllQuery()
	if len(must) > 0 {
		q = query.NewConjunctionQuery(must)
	}
	if len(mustNot) > 0 {
		q = exclude(q, mustNot)
	}
	return q
}

// exclude takes what any of nots matches out of q.
func exclude(q query.Query, nots []query.Query) query.Query {
	return query.NewBooleanQuery([]query.Query{q}, nil, nots)
}

// prefer puts documents of q that also match better before the others.
func prefer(q, better query.Query) query.Query {
	return query.NewBooleanQuery([]query.Query{q}, []query.Query{better}, nil)
}

func (c *compiler) values(v valueOf) query.Query {
	values := v.values
	if len(values) == 0 {
		values = []string{noTerm}
	}
	var any []query.Query
	for _, value := range values {
		any = append(any, term(v.field, value, noMatter))
	}
	return either(any)
}

func (c *compiler) leaf(l leaf) query.Query {
	var any []query.Query
	for _, w := range l.whole {
		any = append(any, c.exact(w, wholeBoost)...)
	}
	if len(l.slots) > 1 {
		return either(append(any, c.phrase(l.slots)...))
	}
	for i, t := range l.slots[0] {
		boost := 1.0
		if i > 0 {
			boost = otherBoost
		}
		any = append(any, c.term(t, boost)...)
	}
	return either(any)
}

// term looks a single word up.
func (c *compiler) term(t snippet.Term, boost float64) []query.Query {
	switch t.Level {
	case viet.ASCII:
		return c.fields(fieldTitleFolded, fieldBodyFolded, t.Text, boost)
	case viet.Toneless:
		var qs []query.Query
		for _, form := range c.forms.of(t.Text, viet.Toneless, c.limit) {
			qs = append(qs, c.exact(form, boost)...)
		}
		return qs
	}
	return c.exact(t.Text, boost)
}

func (c *compiler) exact(text string, boost float64) []query.Query {
	return c.fields(fieldTitle, fieldBody, text, boost)
}

func (c *compiler) fields(title, body, text string, boost float64) []query.Query {
	qs := []query.Query{term(body, text, boost)}
	if !c.noTitle {
		qs = append(qs, term(title, text, boost*titleBoost))
	}
	return qs
}

// phrase looks for slots side by side, in the exact fields: the folded ones
// keep no positions, so each slot stands for all its forms.
func (c *compiler) phrase(slots snippet.Sequence) []query.Query {
	terms := make([][]string, len(slots))
	for i, slot := range slots {
		seen := map[string]bool{}
		for _, t := range slot {
			for _, form := range c.forms.of(t.Text, t.Level, c.limit) {
				if !seen[form] {
					seen[form] = true
					terms[i] = append(terms[i], form)
				}
			}
		}
	}
	body := query.NewMultiPhraseQuery(terms, fieldBody)
	body.SetBoost(phraseBoost)
	if c.noTitle {
		return []query.Query{body}
	}
	title := query.NewMultiPhraseQuery(terms, fieldTitle)
	title.SetBoost(phraseBoost * titleBoost)
	return []query.Query{body, title}
}

func term(field, text string, boost float64) query.Query {
	q := query.NewTermQuery(text)
	q.SetField(field)
	q.SetBoost(boost)
	return q
}

func either(qs []query.Query) query.Query {
	if len(qs) == 1 {
		return qs[0]
	}
	return query.NewDisjunctionQuery(qs)
}
