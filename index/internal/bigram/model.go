package bigram

import (
	"cmp"
	"math"
	"slices"

	"soi/analyzer/viet"
)

// discount is taken off the times of each pair, for those that never came or
// were left out (absolute discounting: Ney, Essen and Kneser, On structuring
// probabilistic dependences in stochastic language modelling, 1994).
const discount = 0.75

// mostForms bounds the forms of a word that are weighed: there are at most 34.
const mostForms = 40

// A Model is what several tables say together. A nil Model knows nothing.
type Model []*Table

// A Typed is a word as typed, as a term of the index, or Start or Number. At
// level ASCII its marks are to be restored, at level Toneless its tones, at
// level Exact nothing.
type Typed struct {
	Text  string
	Level viet.Level
}

func (t Typed) isWord() bool { return t.Text != Start && t.Text != Number }

// A Restored is a word with its marks.
type Restored struct {
	Text string // "" if the model has no form of the word

	// Seen tells that the word has come beside its neighbour, before or
	// behind it, as both are restored.
	Seen bool
}

// A form is one of those that a word may have.
type form struct {
	text        string
	numbers     []int // in the tables
	occurrences float64
	rest        float64 // of the occurrences, see Table.rest

	score float64 // logarithm of the probability of the best way to it
	from  int     // form of the word before, on that way
	seen  bool    // it has come after that form
}

// Restore gives the forms that words side by side most likely have.
func (m Model) Restore(words []Typed) []Restored {
	out := make([]Restored, len(words))
	for from := 0; from < len(words); {
		steps := m.walk(words[from:])
		trace(words[from:], steps, out[from:])
		from += len(steps) + 1 // a word that the model does not have ends the way
	}
	return out
}

// walk gives the forms of words up to the first without any, with the best way
// to each (Viterbi's algorithm).
func (m Model) walk(words []Typed) [][]form {
	var steps [][]form
	for i, w := range words {
		forms := m.forms(w)
		if len(forms) == 0 {
			break
		}
		for j := range forms {
			if f := &forms[j]; i == 0 {
				f.score = math.Log(m.share(f))
			} else {
				m.reach(steps[i-1], f)
			}
		}
		steps = append(steps, forms)
	}
	return steps
}

// reach finds the best way to a form over those of the word before.
func (m Model) reach(before []form, f *form) {
	share := m.share(f)
	f.score = math.Inf(-1)
	for i := range before {
		times := m.times(&before[i], f)
		score := before[i].score + math.Log((max(0, times-discount)+before[i].rest*share)/before[i].occurrences)
		if score > f.score {
			f.score, f.from, f.seen = score, i, times > 0
		}
	}
}

// trace follows the best way back.
func trace(words []Typed, steps [][]form, out []Restored) {
	at := 0
	for i := len(steps) - 1; i >= 0; i-- {
		if i == len(steps)-1 {
			at = best(steps[i])
		}
		f := steps[i][at]
		out[i].Text = f.text
		if f.seen && words[i].isWord() && words[i-1].isWord() {
			out[i].Seen, out[i-1].Seen = true, true
		}
		at = f.from
	}
}

// best is the form with the best way to it, of several the first.
func best(forms []form) int {
	at := 0
	for i := range forms {
		if forms[i].score > forms[at].score {
			at = i
		}
	}
	return at
}

// forms gives the forms that a word may have, the most frequent first.
func (m Model) forms(w Typed) []form {
	var all []form
	for i, t := range m {
		for n, end := t.forms(viet.Fold(w.Text, viet.ASCII)); n < end; n++ {
			text := t.words[n]
			if w.Level != viet.ASCII && viet.Fold(text, w.Level) != w.Text {
				continue
			}
			at := slices.IndexFunc(all, func(f form) bool { return f.text == text })
			if at < 0 {
				at = len(all)
				all = append(all, form{text: text, numbers: slices.Repeat([]int{-1}, len(m))})
			}
			all[at].numbers[i] = n
			all[at].occurrences += float64(t.occurrences[n])
			all[at].rest += t.rest(n)
		}
	}
	slices.SortFunc(all, func(a, b form) int {
		return cmp.Or(cmp.Compare(b.occurrences, a.occurrences), cmp.Compare(a.text, b.text))
	})
	return all[:min(len(all), mostForms)]
}

// share is the share of a form in all words.
func (m Model) share(f *form) float64 {
	total := 0.0
	for _, t := range m {
		total += float64(t.total)
	}
	return f.occurrences / max(1, total)
}

// times is how often one form comes after another.
func (m Model) times(a, b *form) float64 {
	n := 0.0
	for i, t := range m {
		if a.numbers[i] >= 0 && b.numbers[i] >= 0 {
			n += float64(t.follows(a.numbers[i], b.numbers[i]))
		}
	}
	return n
}
