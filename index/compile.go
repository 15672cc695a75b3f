package index

import (
	"slices"
	"strings"

	"soi/analyzer/token"
	"soi/analyzer/viet"
	"soi/index/internal/bare"
	"soi/index/internal/engine"
	"soi/index/internal/snippet"
)

// Weights of a match by where and how it is: few, and the same for every
// collection. They were searched on three sets together, nDCG@10 of ALQAC 2022,
// UIT regulations and wiki, and web questions without titles, each with marks
// and without: each step below from the values before it, then one weight at
// a time from the chosen ones.
//
//	                                  ALQAC         UIT          web
//	textbook, one text, as typed      .905  .890    .925  .905   .693  .672
//	pairs side by side                .945  .949    .938  .935   .699  .688
//	words that ask weigh 0.25         .948  .949    .938  .938   .706  .698
//	pairs with words between          .948  .947    .938  .938   .709  .702
//	a title's length by itself, 2     .949  .949    .940  .939   .709  .702
//	restored marks                    .950  .947    .941  .938   .711  .711
//	pairs of asking words: chosen     .950  .947    .941  .937   .713  .712
//
//	no pairs                          .911  .907    .928  .922   .702  .700
//	pairs 0.6 / 0.9                   .947/.950     .943/.940    .714/.707
//	no words between                  .948  .948    .940  .937   .711  .713
//	title 1 / 3                       .949/.948     .941/.942    .713/.713
//	words that ask 0.1 / 0.5 / 1      .950/.948/.948  .941/.941/.941  .714/.712/.702
//	unlikely 0.1 / 0.5 / 1, no marks  .948/.949/.949  .938/.940/.939  .711/.707/.707
//	other forms 0.05 / 0.3            no change beyond .001
//
// Three words in line, pairs in any order, words as often as they were asked
// for, and pairs as rare as in all documents (instead of among the best) did
// no better in all three.
const (
	titleWeight    = 2.0
	otherWeight    = 0.1  // of an occurrence in a form that was not typed
	unlikelyWeight = 0.2  // the same where no mark was typed, and another form is meant
	askWeight      = 0.25 // of a word that asks, and its pairs
	pairBoost      = 0.7  // of two neighbouring words against one, in the second stage
	phraseBoost    = 1.5  // of a phrase against a word
	wholeBoost     = 2.0  // of a code as a whole
)

// mostExpanded bounds the terms that all unmarked slots of a query together
// stand for; with more of them each stands for its most frequent forms only.
const mostExpanded = 256

// textFields are where words are looked for.
var textFields = []struct {
	exact, folded string
	weight        float64
}{
	{fieldBody, fieldBodyFolded, 1},
	{fieldTitle, fieldTitleFolded, titleWeight},
}

// A compiler puts clauses into queries of the engine.
type compiler struct {
	*lookups
	noTitle bool
	limit   int // forms a slot stands for

	// likely are the forms that words without marks likely mean.
	likely map[string][]string
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
	return &compiler{lookups: l, noTitle: noTitle, limit: max(1, min(maxForms, mostExpanded/max(1, open)))}
}

func (c *compiler) query(cl clause) engine.Query {
	switch cl := cl.(type) {
	case leaf:
		return c.leaf(cl)
	case valueOf:
		column := c.columns[cl.field]
		return engine.Values{Column: column, Chosen: column.Choose(func(v string) bool { return slices.Contains(cl.values, v) })}
	case noneOf:
		return engine.Not{Query: c.query(cl.clause)}
	case anyOf:
		return engine.AtLeast{Min: cl.min, Of: c.queries(cl.clauses)}
	case allOf:
		return engine.All(c.queries(cl))
	case synonym:
		return engine.AtLeast{Min: 1, Of: c.queries([]clause{cl.typed, cl.other})}
	}
	return nil
}

func (c *compiler) queries(clauses []clause) []engine.Query {
	qs := make([]engine.Query, len(clauses))
	for i, sub := range clauses {
		qs[i] = c.query(sub)
	}
	return qs
}

func (c *compiler) leaf(l leaf) engine.Query {
	term := c.term(l.slots)
	for i := range term.Fields {
		term.Fields[i].Near = l.near
	}
	if l.asks {
		term.Boost = askWeight
	}
	if len(l.whole) == 0 {
		return term
	}
	var whole snippet.Sequence
	for _, w := range l.whole {
		whole = append(whole, []snippet.Term{{Text: w, Level: viet.Exact}})
	}
	either := engine.AtLeast{Min: 1, Of: []engine.Query{term}}
	for i := range whole {
		code := c.term(whole[i : i+1])
		code.Boost = wholeBoost
		either.Of = append(either.Of, code)
	}
	return either
}

// term looks for slots side by side. A single word in a form folded to ASCII
// is looked up in the folded fields. They keep no positions, so in a phrase
// it stands for all its exact forms.
func (c *compiler) term(slots snippet.Sequence) *engine.Term {
	if len(slots) > 1 {
		t := c.sequence(slots)
		t.Boost = phraseBoost
		return t
	}
	return &engine.Term{Boost: 1, Fields: c.fields(func(exact, folded string) []engine.Slot {
		return []engine.Slot{c.word(slots[0], exact, folded)}
	})}
}

// sequence gives a term of all slots in the exact fields.
func (c *compiler) sequence(slots snippet.Sequence) *engine.Term {
	return &engine.Term{Boost: pairBoost, Fields: c.fields(func(exact, _ string) []engine.Slot {
		var all []engine.Slot
		for _, slot := range slots {
			all = append(all, c.exact(slot, exact))
		}
		return all
	})}
}

// fields gives the text fields to look at.
func (c *compiler) fields(slots func(exact, folded string) []engine.Slot) []engine.Field {
	var all []engine.Field
	for _, f := range textFields {
		if !c.noTitle || f.exact != fieldTitle {
			all = append(all, engine.Field{Length: f.exact, Weight: f.weight, Slots: slots(f.exact, f.folded)})
		}
	}
	return all
}

// word gives the forms of a word that stands alone.
func (c *compiler) word(slot []snippet.Term, exact, folded string) engine.Slot {
	at := slices.IndexFunc(slot, func(t snippet.Term) bool { return t.Level == viet.ASCII })
	if at < 0 {
		return c.exact(slot, exact)
	}
	forms := c.exact(slices.Concat(slot[:at], slot[at+1:]), exact)
	any := engine.Form{Field: folded, Text: slot[at].Text, Weight: weight(slot[at], at)}
	likely := c.likely[any.Text]
	if at > 0 || len(likely) == 0 {
		return append(forms, any)
	}
	any.Weight = unlikelyWeight
	forms = append(forms, any)
	// Each of these is among any already. What stands in a passage without
	// marks is there as a plain word, too.
	if !slices.Contains(likely, any.Text) {
		likely = slices.Concat(likely, []string{bare.Mark + any.Text})
	}
	for _, text := range likely {
		forms = append(forms, engine.Form{Field: exact, Text: text, Weight: 1 - unlikelyWeight})
	}
	return forms
}

// exact gives the exact terms that a slot stands for.
func (c *compiler) exact(slot []snippet.Term, field string) engine.Slot {
	var forms engine.Slot
	add := func(text string, weight float64) {
		if !slices.ContainsFunc(forms, func(f engine.Form) bool { return f.Text == text }) {
			forms = append(forms, engine.Form{Field: field, Text: text, Weight: weight})
		}
	}
	for i, t := range slot {
		likely := c.likely[viet.Fold(t.Text, viet.ASCII)]
		if t.Level == viet.Exact || len(likely) == 0 {
			for _, text := range c.forms.of(t.Text, t.Level, c.limit) {
				add(text, weight(t, i))
			}
			continue
		}
		if t.Level == viet.ASCII {
			for _, text := range likely {
				add(text, 1)
			}
			add(bare.Mark+t.Text, 1) // where no word has marks it is as typed
		}
		for _, text := range c.forms.of(t.Text, t.Level, c.limit) {
			if slices.Contains(likely, text) {
				add(text, 1)
			} else {
				add(text, unlikelyWeight)
			}
		}
	}
	return forms
}

// weight is that of an occurrence in t, the i-th of a word's alternatives.
func weight(t snippet.Term, i int) float64 {
	if i > 0 && !strings.HasPrefix(t.Text, token.CodeMark) {
		return otherWeight
	}
	return 1
}
