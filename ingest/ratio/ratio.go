// Package ratio finds the quantities that a document states twice, as a
// quotient and as a percentage, and works them out: "2.365/2.623 cán bộ, đảng
// viên tham gia, đạt tỷ lệ 90,16%". Where the two do not agree a reader may
// want to look again; which of them is wrong, or whether the text means
// another base, the package does not know and does not say.
//
// A percentage belongs to the nearest quotient before it in its clause, if a
// word such as đạt, chiếm, tỷ lệ or an opening parenthesis leads to it, or to
// the one in parentheses behind it. A pair that works out is its own evidence;
// one that does not is kept only where nothing hints that the percentage is of
// something else: a false "please check" is worse than a missed one.
package ratio

import (
	"math"
	"slices"
	"strings"

	"soi/analyzer/cite"
	"soi/index/schema"
)

// Find fills d.Ratios from what d says: its title, body and captions.
func Find(d *schema.Document) {
	d.Ratios = nil
	for _, part := range parts(d) {
		if !hasPercent(part.Of(d.Text)) {
			continue
		}
		for sentence := range sentences(d.Text, part) {
			d.Ratios = append(d.Ratios, inSentence(d.Text, sentence)...)
		}
	}
}

// parts are the title, the body and the captions in the order of the text.
func parts(d *schema.Document) []schema.Span {
	all := slices.Concat([]schema.Span{d.Title}, d.Body, d.Captions)
	slices.SortStableFunc(all, func(a, b schema.Span) int { return a.Start - b.Start })
	return all
}

// hasPercent is a quick look: most paragraphs have no percentage.
func hasPercent(s string) bool {
	return strings.IndexByte(s, '%') >= 0 || strings.Contains(s, percentWords)
}

// inSentence finds the ratios of one sentence of text.
func inSentence(text string, sentence schema.Span) []schema.Ratio {
	quotients, percents := scan(sentence.Of(text))
	if len(quotients) == 0 || len(percents) == 0 {
		return nil
	}
	s := clause{text: sentence.Of(text), quotients: quotients, percents: percents}
	s.dropCitations()
	var found []schema.Ratio
	for _, p := range s.pairs() {
		found = append(found, p.ratio(sentence))
	}
	return found
}

// dropCitations takes out what looks like a quotient and is a date or part of
// a directive's code.
func (s *clause) dropCitations() {
	var taken []schema.Span
	for _, d := range cite.FindDates(s.text) {
		taken = append(taken, schema.Span{Start: d.Start, End: d.End})
	}
	for _, r := range cite.Find(s.text) {
		taken = append(taken, schema.Span{Start: r.Start, End: r.End})
	}
	slices.SortFunc(taken, func(a, b schema.Span) int { return a.Start - b.Start })
	s.quotients = slices.DeleteFunc(s.quotients, func(q quotient) bool {
		for len(taken) > 0 && taken[0].End <= q.start {
			taken = taken[1:]
		}
		return len(taken) > 0 && taken[0].Start < q.end
	})
}

// A pair is a quotient and the percentage that belongs to it.
type pair struct {
	quotient quotient
	percent  percent
	holds    bool
}

// ratio gives the pair with spans of the text that the sentence is of.
func (p pair) ratio(sentence schema.Span) schema.Ratio {
	at := func(start, end int) schema.Span {
		return schema.Span{Start: sentence.Start + start, End: sentence.Start + end}
	}
	return schema.Ratio{
		Part: p.quotient.part, Whole: p.quotient.whole,
		Percent: p.percent.value, Sum: p.quotient.sum(), Holds: p.holds,
		Quotient: at(p.quotient.start, p.quotient.end),
		Stated:   at(p.percent.start, p.percent.end),
		Sentence: sentence,
	}
}

// holds reports whether a percentage is the sum of a quotient: rounded or cut
// off at its last digit, or, where it calls itself approximate, within a
// point.
func holds(q quotient, p percent, approximate bool) bool {
	const exact = 1e-9 // what the sum of two floats may be off
	sum, unit := q.sum(), math.Pow10(-p.decimals)
	off := math.Abs(p.value - sum)
	switch {
	case approximate && off <= 1+exact:
		return true
	case off <= unit/2+exact:
		return true
	}
	return p.value <= sum && off < unit-exact
}
