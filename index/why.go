package index

import (
	"slices"
	"strings"

	"soi/analyzer/token"
	"soi/analyzer/viet"
	"soi/index/schema"
)

// A wanted is a leaf of the query and where it stands among the sequences
// that the matcher looks for.
type wanted struct {
	leaf
	first, last int // sequences
}

// typed is the leaf as its terms say it.
func (w wanted) typed() string {
	var words []string
	for _, slot := range w.slots {
		words = append(words, slot[0].Text)
	}
	return strings.Join(words, " ")
}

// wanted lists the leaves of a reading that a document may show.
func (r reading) wanted() []wanted {
	var all []wanted
	n := 0
	if r.root != nil {
		leaves(r.root, func(l leaf) {
			size := len(l.sequences())
			all = append(all, wanted{l, n, n + size})
			n += size
		})
	}
	return all
}

// why tells in what ways a document matches.
func (s *answer) why(found *looked) []schema.Reason {
	w := reasons{}
	for _, want := range s.reading.wanted() {
		w.add(found, want, s.restored, s.texts)
	}
	if whole := found.whole(); whole != "" {
		w.say(schema.ReasonTogether, whole)
	}
	all := w.all()
	if d := found.document; s.filtersByFormer(d) {
		all = append(all, schema.Reason{Kind: schema.ReasonFormer, Args: []string{d.Province, d.ProvinceNow}})
	}
	return all
}

// filtersByFormer reports whether a document came through the filter of a
// province of today that its own has become a part of.
func (s *answer) filtersByFormer(d *schema.Document) bool {
	return d.Province != d.ProvinceNow && slices.ContainsFunc(s.filters, func(f filter) bool {
		c := s.columns[f.field]
		now := c.Ordinal(d.ProvinceNow)
		return (f.field == fieldProvince || f.field == fieldProvinceNow) && now >= 0 && f.set[now]
	})
}

// whole is the whole query as the document has it side by side, "" nowhere.
func (l *looked) whole() string {
	if len(l.title.Whole) > 0 {
		return l.title.Whole[0].Of(l.document.TitleText())
	}
	if len(l.body.Whole) > 0 {
		return l.body.Whole[0].Of(l.document.Text)
	}
	return ""
}

// first is where the document has one of some sequences first: as written,
// and whether in its title. The forms that stand together come before the
// likely ones, and those before others, wherever they stand.
func (l *looked) first(from, to int, means restoration, texts termReader) (text string, title, ok bool) {
	together := strings.Fields(texts.terms(l.whole()))
	for _, accept := range []func(string) bool{
		func(text string) bool { return slices.Contains(together, texts.terms(text)) },
		func(text string) bool { return means.likely(texts.terms(text)) },
		func(string) bool { return true },
	} {
		if span, ok := l.title.First(from, to, accept); ok {
			return span.Of(l.document.TitleText()), true, true
		}
		if span, ok := l.body.First(from, to, accept); ok {
			return span.Of(l.document.Text), false, true
		}
	}
	return "", false, false
}

// reasons gathers what is said of one document, by kind.
type reasons map[schema.ReasonKind][][]string

// say notes words, once each.
func (r reasons) say(kind schema.ReasonKind, args ...string) {
	if !slices.ContainsFunc(r[kind], func(a []string) bool { return slices.Equal(a, args) }) {
		r[kind] = append(r[kind], args)
	}
}

// add notes how a leaf is met; means is what its words likely do.
func (r reasons) add(found *looked, want wanted, means restoration, texts termReader) {
	if want.near > 0 {
		return // its words are marked where they stand
	}
	text, title, ok := found.first(want.first, want.last, means, texts)
	typed := want.typed()
	if want.stands != "" {
		if ok {
			r.say(schema.ReasonAcronym, want.stands, text)
		}
		return
	}
	if !ok {
		r.say(schema.ReasonLacks, typed)
		return
	}
	if title {
		r.say(schema.ReasonTitle, text)
	}
	switch {
	case len(want.whole) > 0:
		r.say(schema.ReasonCode, text)
	case len(want.slots) > 1:
		r.say(schema.ReasonPhrase, text)
	}
	if form := texts.terms(text); len(want.whole) == 0 && form != typed && viet.Fold(form, viet.ASCII) == viet.Fold(typed, viet.ASCII) {
		r.say(formReason(typed, form), typed, spelled(text))
	}
}

// formReason tells how what a document has differs from what was typed.
func formReason(typed, form string) schema.ReasonKind {
	switch {
	case form == viet.Fold(typed, viet.ASCII):
		return schema.ReasonUnmarked
	case viet.Fold(form, viet.Toneless) == typed || viet.Fold(typed, viet.ASCII) == typed:
		return schema.ReasonMarked
	}
	return schema.ReasonOther
}

// terms are the terms of a text's words as the index has them.
func terms(text string) string {
	var all []string
	end := 0
	for t := range token.Tokens(text, viet.Exact) {
		if t.Start >= end {
			all = append(all, t.Term)
			end = t.End
		}
	}
	return strings.Join(all, " ")
}

// A termReader gives the terms of texts. What a query meets in ten documents
// is mostly the same few words: each is read once.
type termReader map[string]string

func (r termReader) terms(text string) string {
	known, ok := r[text]
	if !ok {
		known = terms(text)
		r[text] = known
	}
	return known
}

// reasonOrder is the order in which reasons are told, the strongest first.
var reasonOrder = []schema.ReasonKind{
	schema.ReasonCode, schema.ReasonTitle, schema.ReasonTogether, schema.ReasonPhrase,
	schema.ReasonAcronym, schema.ReasonUnmarked, schema.ReasonMarked, schema.ReasonOther, schema.ReasonLacks,
}

// all puts together what was noted: the words of each kind side by side.
func (r reasons) all() []schema.Reason {
	for _, pair := range r[schema.ReasonAcronym] { // it lacks no word of what it has shortened
		short := terms(pair[0])
		r[schema.ReasonLacks] = slices.DeleteFunc(r[schema.ReasonLacks], func(lacks []string) bool {
			return slices.Contains(strings.Fields(short), lacks[0])
		})
	}
	var all []schema.Reason
	for _, kind := range reasonOrder {
		if len(r[kind]) == 0 {
			continue
		}
		switch kind {
		case schema.ReasonAcronym, schema.ReasonUnmarked, schema.ReasonMarked, schema.ReasonOther:
			var typed, form []string
			for _, pair := range r[kind] {
				typed, form = append(typed, pair[0]), append(form, pair[1])
			}
			all = append(all, schema.Reason{Kind: kind, Args: []string{strings.Join(typed, " "), strings.Join(form, " ")}})
		default:
			reason := schema.Reason{Kind: kind}
			for _, args := range r[kind] {
				reason.Args = append(reason.Args, args...)
			}
			all = append(all, reason)
		}
	}
	return all
}
