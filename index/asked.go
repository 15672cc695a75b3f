package index

import (
	"slices"
	"strings"

	"soi/analyzer/viet"
	"soi/index/query"
	"soi/index/schema"
)

// interrogatives are the words that make a question of a query, with marks
// and without where that is clear: dau and may stand for đầu and máy too
// often. Of a pair both words ask.
var interrogatives = []string{
	"ai", "gì", "nào", "đâu", "mấy", "gi", "nao",
	"bao nhiêu", "bao lâu", "bao giờ", "thế nào", "vì sao", "tại sao", "làm sao",
	"bao nhieu", "bao lau", "bao gio", "the nao", "vi sao", "tai sao", "lam sao",
}

// leastAsked is the number of words of the shortest question: "Ai Cập" is
// none, "ai là tổng bí thư" is one.
const leastAsked = 4

// askingWords tells which words of a question ask. In an answer they need not
// be, and where documents have them they are rare: "bao nhiêu" stands in
// hardly a law.
func askingWords(words []query.Word) []bool {
	asking := make([]bool, len(words))
	if len(words) < leastAsked {
		return asking
	}
	before := ""
	for i, w := range words {
		fold := viet.Fold(w.Text, viet.Exact)
		if slices.Contains(interrogatives, fold) && w.Text != strings.ToUpper(w.Text) {
			asking[i] = true
		}
		if i > 0 && slices.Contains(interrogatives, before+" "+fold) {
			asking[i-1], asking[i] = true, true
		}
		before = fold
	}
	return asking
}

// asked reports whether words are a question put to a person: its answer
// need not hold the words that ask. Of the questions of UIT with up to five
// words a third have none that does [nDCG@10 .921 if all must match, .938].
func asked(words []query.Word) bool { return slices.Contains(askingWords(words), true) }

// questionMark reports whether a query ends with one: that makes it a
// question, however short.
func questionMark(typed string) bool {
	return strings.HasSuffix(strings.TrimRight(typed, " \t\r\n"), "?")
}

// A quotation is a query of words and phrases that is too long for all its
// words to be required: only the phrases are.
type quotation struct {
	words   []query.Word
	phrases []query.Phrase
}

// newQuotation gives the quotation that root is, with more words than so
// many beside its phrases or a question in them; nil if it is none.
func newQuotation(root query.Node, required int) *quotation {
	q := &quotation{}
	for _, n := range operands(root) {
		switch n := n.(type) {
		case query.Word:
			q.words = append(q.words, n)
		case query.Phrase:
			q.phrases = append(q.phrases, n)
		default:
			return nil
		}
	}
	if len(q.phrases) == 0 || len(q.words) <= required && !asked(q.words) {
		return nil
	}
	return q
}

// dissolved gives all words, those of phrases too, in their order.
func (q *quotation) dissolved() []query.Word {
	all := slices.Clone(q.words)
	for _, p := range q.phrases {
		for i, w := range strings.Fields(p.Text) {
			all = append(all, query.Word{Text: w, Start: p.Start + i, End: p.End})
		}
	}
	slices.SortStableFunc(all, func(a, b query.Word) int { return a.Start - b.Start })
	return all
}

// quoted requires the phrases of a quotation and prefers its words.
func (b *builder) quoted(q *quotation) reading {
	var all allOf
	for _, p := range q.phrases {
		if l, ok := b.leaf(p.Text, p.Start); ok {
			all = append(all, l)
		}
	}
	words := b.plain(q.words, 0)
	r := reading{root: all, words: words.words}
	if any, ok := words.root.(anyOf); ok {
		r.root = append(all, anyOf{any.clauses, 0})
	} else if words.root != nil {
		r.root = append(all, anyOf{[]clause{words.root}, 0})
	}
	b.notes = append(b.notes, schema.Note{Kind: schema.NoteAnyWord})
	r.notes = b.notes
	return r
}
