package index

import (
	"slices"
	"strconv"

	"soi/index/query"
	"soi/index/schema"
)

// syntaxNotes puts the repairs of a query into notes.
func syntaxNotes(q query.Query) []schema.Note {
	var notes []schema.Note
	for _, r := range q.Repairs {
		switch {
		case q.Kept == 0 || q.Kept == q.Words: // there is nothing to count
			notes = append(notes, syntaxNote(r))
		case r.Kind == query.TooLong || r.Kind == query.TooManyTerms:
			tooLong := schema.Note{Kind: schema.NoteTooLong, Args: []string{strconv.Itoa(q.Kept), strconv.Itoa(q.Words)}}
			if !slices.ContainsFunc(notes, func(n schema.Note) bool { return n.Kind == schema.NoteTooLong }) {
				notes = append(notes, tooLong)
			}
		default:
			notes = append(notes, syntaxNote(r))
		}
	}
	return notes
}

func syntaxNote(r query.Repair) schema.Note {
	return schema.Note{Kind: schema.NoteSyntax, Args: []string{string(r.Kind), strconv.Itoa(r.Offset), r.Text}}
}
