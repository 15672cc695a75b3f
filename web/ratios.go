package web

import (
	"strconv"
	"strings"

	"soi/index/schema"
	"soi/web/message"
)

// ratiosShown is how many ratios to check are shown unfolded.
const ratiosShown = 5

// A ratio is a quantity that the document states as a quotient and in percent,
// which do not agree. Which of them is wrong, or whether either is, is for the
// reader to say.
type ratio struct {
	Sum      string  // "118/131 tính ra 90,08%; văn bản ghi 96%"
	Sentence []piece // around it, the two figures marked
	Cut      bool    // words before or behind are left out
	Open     bool
	Anchor   string // of the quotient in the text
}

// ratios are the document's ratios that do not agree with their percentage,
// those of them that are folded away, and how many agree.
func (v view) ratios(d *schema.Document) (shown, folded []ratio, hold int) {
	var all []ratio
	for i, r := range d.Ratios {
		switch {
		case r.Holds:
			hold++
		case checkable(d.Text, r):
			all = append(all, v.ratio(d.Text, r, ratioID(i)))
		}
	}
	n := min(len(all), ratiosShown)
	return all[:n], all[n:], hold
}

// checkable reports whether the spans of a ratio can be shown.
func checkable(text string, r schema.Ratio) bool {
	return len(sound(text, []schema.Span{r.Sentence})) == 1 && len(sound(text, []schema.Span{r.Quotient, r.Stated})) == 2 &&
		r.Sentence.Start <= min(r.Quotient.Start, r.Stated.Start) && max(r.Quotient.End, r.Stated.End) <= r.Sentence.End
}

func (v view) ratio(text string, r schema.Ratio, anchor string) ratio {
	excerpt := around(text, r.Sentence, schema.Span{
		Start: min(r.Quotient.Start, r.Stated.Start), End: max(r.Quotient.End, r.Stated.End),
	})
	figures := []schema.Span{r.Quotient, r.Stated}
	for i := range figures {
		figures[i].Start -= excerpt.Start
		figures[i].End -= excerpt.Start
	}
	return ratio{
		Sum:      v.printer.Text(message.ShowRatio, r.Quotient.Of(text), r.Sum, r.Stated.Of(text)),
		Sentence: pieces(excerpt.Of(text), figures),
		Cut:      excerpt.Start > r.Sentence.Start,
		Open:     excerpt.End < r.Sentence.End,
		Anchor:   anchor,
	}
}

// around is the part of a sentence around a core that is short enough for a
// few lines, cut between words.
func around(text string, sentence, core schema.Span) schema.Span {
	const context = 120 // bytes on either side
	part := sentence
	if from := core.Start - context; from > sentence.Start {
		part.Start = core.Start
		if i := strings.IndexByte(text[from:core.Start], ' '); i >= 0 {
			part.Start = from + i + 1
		}
	}
	if to := core.End + context; to < sentence.End {
		part.End = core.End
		if i := strings.LastIndexByte(text[core.End:to], ' '); i >= 0 {
			part.End = core.End + i
		}
	}
	return part
}

// addRatios gives the ratios that are to be checked their places.
func (a *anchors) addRatios(d *schema.Document) {
	for i, r := range d.Ratios {
		if !r.Holds && checkable(d.Text, r) {
			a.all = append(a.all, anchor{r.Quotient.Start, ratioID(i)})
		}
	}
}

// ratioID is the id of the i-th ratio of a document.
func ratioID(i int) string { return "q" + strconv.Itoa(i+1) }
