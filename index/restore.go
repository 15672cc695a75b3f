package index

import (
	"slices"
	"strings"

	"soi/analyzer/viet"
	"soi/index/internal/bigram"
	"soi/index/internal/snippet"
	"soi/index/query"
	"soi/index/schema"
)

// A restoration is what words typed without marks, or without tones, likely
// mean, going by what stands beside them in the collection.
type restoration struct {
	// forms are the likely forms of words, by what they are without marks.
	// Words that are known beside no neighbour have none: the most frequent
	// form is but a guess.
	forms map[string][]string

	// query is a plain query with its marks, "" if they are not sure or as
	// typed.
	query string
}

// restore finds what the words of a reading likely mean.
func (l *lookups) restore(r reading) (restoration, error) {
	found := restoration{forms: map[string][]string{}}
	runs := r.runs()
	if !slices.ContainsFunc(runs, func(run snippet.Sequence) bool { return slices.ContainsFunc(run, isRestorable) }) {
		return found, nil
	}
	pairs, err := l.pairs()
	if err != nil {
		return found, err
	}
	for i, run := range runs {
		words := pairs.Restore(typedRun(run))[1:]
		for i, w := range words {
			if w.Seen && isRestorable(run[i]) {
				found.add(viet.Fold(w.Text, viet.ASCII), w.Text)
			}
		}
		if i == 0 && len(r.spoken) > 1 {
			found.query = r.spell(words)
		}
	}
	return found, nil
}

func (r restoration) add(bare, form string) {
	if !slices.Contains(r.forms[bare], form) {
		r.forms[bare] = append(r.forms[bare], form)
	}
}

// likely reports whether a word of a document, given by its term, has a likely
// form, or one that nothing is known of.
func (r restoration) likely(term string) bool {
	forms, known := r.forms[viet.Fold(term, viet.ASCII)]
	return !known || slices.Contains(forms, term)
}

// spell gives the plain query with its words restored, if all are sure and one
// is not as typed.
func (r reading) spell(words []bigram.Restored) string {
	var all []string
	differs := false
	for _, s := range r.spoken {
		own := words[:len(s.slots)]
		words = words[len(s.slots):]
		if len(own) > 1 || !isRestorable(s.slots[0]) {
			all = append(all, s.word.Text)
			continue
		}
		if !own[0].Seen {
			return ""
		}
		all = append(all, own[0].Text)
		differs = differs || own[0].Text != s.slots[0][0].Text
	}
	if !differs {
		return ""
	}
	return strings.Join(all, " ")
}

// runs are the words of a reading that stand side by side, those of a plain
// query first.
func (r reading) runs() []snippet.Sequence {
	var all []snippet.Sequence
	if len(r.words) > 0 {
		all = append(all, r.words)
	}
	if r.root != nil {
		leaves(r.root, func(l leaf) {
			if len(l.slots) > 1 {
				all = append(all, l.slots)
			}
		})
	}
	return all
}

// typedRun are the words of a run as a model of pairs takes them, behind
// their start.
func typedRun(run snippet.Sequence) []bigram.Typed {
	typed := []bigram.Typed{{Text: bigram.Start}}
	for _, slot := range run {
		word := bigram.Typed{Text: slot[0].Text, Level: slot[0].Level}
		switch {
		case isToneless(slot):
			word.Level = viet.Toneless
		case strings.Trim(word.Text, "0123456789.") == "":
			word = bigram.Typed{Text: bigram.Number}
		}
		typed = append(typed, word)
	}
	return typed
}

// isRestorable reports whether the marks of a word, or its tone, are to be restored.
func isRestorable(slot []snippet.Term) bool {
	return slot[0].Level == viet.ASCII || isToneless(slot)
}

// isToneless reports whether a word was typed with its shapes and may lack its
// tone.
func isToneless(slot []snippet.Term) bool {
	return len(slot) > 1 && slot[1].Level == viet.Toneless
}

// noteRestored says what a plain query was taken for.
func (s *answer) noteRestored() {
	if s.restored.query == "" {
		return
	}
	restored := strings.TrimSpace(s.restored.query + " " + query.Query{Filters: s.ask.query.Filters}.String())
	note := schema.Note{Kind: schema.NoteRestored, Args: []string{s.req.Query, restored}}
	if s.ask.marked {
		note.Args = append(note.Args, schema.TypedShapes)
	}
	s.notes = append(s.notes, note)
}
