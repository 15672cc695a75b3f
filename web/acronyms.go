package web

import (
	"strconv"
	"strings"

	"soi/index/schema"
)

// acronymsShown is how many short forms are shown unfolded.
const acronymsShown = 10

// An acronym is a short form that the document declares.
type acronym struct {
	Short  string
	Long   string
	Kind   string // "" where the letters say it: initials
	Anchor string // of its place in the text, "" if it has none
}

// acronyms are the short forms of the document, in the order of its text, and
// those that are folded away.
func (v view) acronyms(d *schema.Document, a anchors) (shown, folded []acronym) {
	var all []acronym
	for i, s := range d.Acronyms {
		one := acronym{Short: s.Short, Long: strings.Join(strings.Fields(s.Long), " "), Anchor: a.acronym[i]}
		if s.Kind != schema.AcronymInitials {
			one.Kind = v.printer.AcronymKind(s.Kind)
		}
		all = append(all, one)
	}
	n := min(len(all), acronymsShown)
	return all[:n], all[n:]
}

// addAcronyms gives each short form of the document its place, where the words
// it stands for begin, or it itself.
func (a *anchors) addAcronyms(d *schema.Document) {
	for i, s := range d.Acronyms {
		id := ""
		if s.ShortSpan.Of(d.Text) != "" && s.LongSpan.Of(d.Text) != "" {
			id = "a" + strconv.Itoa(i+1)
			a.all = append(a.all, anchor{min(s.ShortSpan.Start, s.LongSpan.Start), id})
		}
		a.acronym = append(a.acronym, id)
	}
}
