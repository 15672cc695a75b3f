package index

import (
	"slices"

	"github.com/blevesearch/bleve/v2/search/query"

	"soi/analyzer/viet"
	"soi/index/internal/snippet"
)

// Weights of a match by where and how it is. A title needs little more than a
// body: it is short, so BM25 puts a word in it before the same word in a
// body. Measured nDCG@10 on ALQAC 2022 and on UIT regulations and wiki, each
// with and without marks: .897 .885 .893 .872; with 2.0 for titles .891 .876
// .895 .876.
const (
	titleBoost  = 1.25
	otherWeight = 0.5 // of an occurrence in a form that was not typed
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
	*lookups
	noTitle bool
	limit   int // forms a slot stands for
}

// newCompiler returns a compiler for root.
func newCompiler(l *lookups, noTitle bool, root clause) *compiler {
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
	return &compiler{l, noTitle, max(1, min(maxForms, mostExpanded/max(1, open)))}
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
	if len(l.whole) > 0 {
		var whole []wordForm
		for _, w := range l.whole {
			whole = append(whole, wordForm{w, 1})
		}
		any = append(any, c.word(wholeBoost, map[viet.Level][]wordForm{viet.Exact: whole}))
	}
	if len(l.slots) > 1 {
		return either(append(any, c.phrase(l.slots)...))
	}
	forms := map[viet.Level][]wordForm{}
	for i, t := range l.slots[0] {
		weight := 1.0
		if i > 0 {
			weight = otherWeight
		}
		if t.Level == viet.ASCII {
			forms[viet.ASCII] = append(forms[viet.ASCII], wordForm{t.Text, weight})
			continue
		}
		for _, form := range c.forms.of(t.Text, t.Level, c.limit) {
			if !slices.ContainsFunc(forms[viet.Exact], func(f wordForm) bool { return f.term == form }) {
				forms[viet.Exact] = append(forms[viet.Exact], wordForm{form, weight})
			}
		}
	}
	return either(append(any, c.word(1, forms)))
}

// word looks the forms of a word up: exact ones in the exact fields, those
// folded to ASCII in the folded ones.
func (c *compiler) word(boost float64, forms map[viet.Level][]wordForm) query.Query {
	q := &wordQuery{}
	for _, f := range []struct {
		name  string
		level viet.Level
		boost float64
		like  string // the field with the same lengths
	}{
		{fieldBody, viet.Exact, 1, fieldBody},
		{fieldBodyFolded, viet.ASCII, 1, fieldBody},
		{fieldTitle, viet.Exact, titleBoost, fieldTitle},
		{fieldTitleFolded, viet.ASCII, titleBoost, fieldTitle},
	} {
		if len(forms[f.level]) > 0 && !(c.noTitle && f.like == fieldTitle) {
			q.fields = append(q.fields, wordField{f.name, boost * f.boost, c.lengths[f.like], forms[f.level]})
		}
	}
	return q
}

// phrase looks for slots side by side, in the exact fields: the folded ones
// keep no positions, so each slot stands for all its forms.
func (c *compiler) phrase(slots snippet.Sequence) []query.Query {
	terms := make([][]string, len(slots))
	for i, slot := range slots {
		for _, t := range slot {
			for _, form := range c.forms.of(t.Text, t.Level, c.limit) {
				if !slices.Contains(terms[i], form) {
					terms[i] = append(terms[i], form)
				}
			}
		}
	}
	qs := []query.Query{&phraseQuery{query.NewMultiPhraseQuery(terms, fieldBody), phraseBoost}}
	if !c.noTitle {
		qs = append(qs, &phraseQuery{query.NewMultiPhraseQuery(terms, fieldTitle), phraseBoost * titleBoost})
	}
	return qs
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
