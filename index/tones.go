package index

import (
	"context"

	"soi/analyzer/viet"
	"soi/index/internal/snippet"
	"soi/index/query"
	"soi/index/schema"
)

// mostPairs bounds the look-ups that decide how a query without tones is
// taken.
const mostPairs = 32

// marks decides how the marks of the question are taken. Words typed with
// shapes and without any tone ("nghi quyêt", "tư soi") may be meant as they
// stand ("công an", "tư nhân") or lack their tones. They are taken as they
// stand if the collection has them so, each beside the next.
func (ask question) marks(ctx context.Context, s searcher, req schema.Request) (marks, error) {
	switch {
	case !ask.marked:
		return anyMarks, nil
	case ask.toned || req.Literal:
		return typedMarks, nil
	}
	c := newCompiler(s.lookups, req.NoTitle, nil)
	for i, terms := range ask.neighbours() {
		if i == mostPairs {
			break
		}
		found, err := s.engine.Match(ctx, c.leaf(exactly(terms)))
		if err != nil {
			return 0, err
		}
		if !found.Any() {
			return anyTones, nil
		}
	}
	return typedMarks, nil
}

// neighbours gives the words of the question by twos as they follow one
// another, or alone where one has no neighbour.
func (ask question) neighbours() [][]string {
	var runs []string
	if ask.plain != nil {
		text := ""
		for _, w := range ask.plain {
			text += w.Text + " "
		}
		runs = []string{text}
	} else {
		runs = textsOf(ask.query.Root)
	}
	var all [][]string
	for _, run := range runs {
		var parts []string
		for _, u := range units(run) {
			for _, part := range u.parts {
				parts = append(parts, part.Entry())
			}
		}
		if len(parts) == 1 {
			all = append(all, parts)
		}
		for i := 1; i < len(parts); i++ {
			all = append(all, parts[i-1:i+1])
		}
	}
	return all
}

// textsOf gives the texts of the words and phrases below n.
func textsOf(n query.Node) []string {
	var all []string
	switch n := n.(type) {
	case query.Word:
		all = []string{n.Text}
	case query.Phrase:
		all = []string{n.Text}
	case query.Not:
		all = textsOf(n.Operand)
	case query.And:
		for _, o := range n.Operands {
			all = append(all, textsOf(o)...)
		}
	case query.Or:
		for _, o := range n.Operands {
			all = append(all, textsOf(o)...)
		}
	}
	return all
}

// exactly is the leaf for terms side by side.
func exactly(terms []string) leaf {
	var l leaf
	for _, t := range terms {
		l.slots = append(l.slots, []snippet.Term{{Text: t, Level: viet.Exact}})
	}
	return l
}
