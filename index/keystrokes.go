package index

import (
	"context"
	"strings"
	"unicode"

	"soi/analyzer/cite"
	"soi/analyzer/keystroke"
	"soi/index/query"
	"soi/index/schema"
)

// understand parses the query of a request. Words typed as raw keys of Telex
// or VNI come back decoded, and the notes say so, unless the request is
// literal.
func (s searcher) understand(ctx context.Context, req schema.Request) (query.Query, []schema.Note, error) {
	q := withWholeProvinces(query.Parse(req.Query))
	notes := syntaxNotes(q)
	if req.Literal {
		return q, notes, nil
	}
	decoded, kind, err := s.decode(ctx, q, req.NoTitle)
	if err != nil || kind == "" {
		return q, notes, err
	}
	notes = append(notes, schema.Note{Kind: kind, Args: []string{req.Query, decoded.String()}})
	if kind == schema.NoteMeant {
		return q, notes, nil
	}
	return decoded, notes, nil
}

// decode gives q with its words decoded, and what that is: NoteKeystrokes if
// the words are keys, NoteMeant if they only may be, "" if q should stand as
// it is. Fields and codes are nobody's keys. Of one word alone the collection
// decides: it is keys if the collection lacks it and has it decoded.
func (s searcher) decode(ctx context.Context, q query.Query, noTitle bool) (query.Query, schema.NoteKind, error) {
	var words []string
	mapWords(q.Root, func(word string) string {
		words = append(words, word)
		return word
	})
	_, r := keystroke.Words(words)
	if r.Text == "" {
		return q, "", nil
	}
	decoded := strings.Fields(r.Text) // a word each
	kind := schema.NoteKeystrokes
	if r.Suggest {
		kind = schema.NoteMeant
	}
	if r.Single {
		form := anyMarks
		if r.Suggest {
			form = typedMarks // hoaf is less surely keys: hóa is no proof of hòa
		}
		switch lacking, err := s.lacks(ctx, words, decoded, form, noTitle); {
		case err != nil:
			return q, "", err
		case lacking:
			kind = schema.NoteKeystrokes
		case !r.Suggest:
			return q, "", nil
		}
	}
	q.Root = mapWords(q.Root, func(string) string {
		word := decoded[0]
		decoded = decoded[1:]
		return word
	})
	return q, kind, nil
}

// lacks reports whether the collection has none of the words that decoding
// changes as they were typed, in whatever form, and all of them decoded, in
// the given one.
func (s searcher) lacks(ctx context.Context, words, decoded []string, form marks, noTitle bool) (bool, error) {
	asked := map[string]bool{} // hostile queries repeat themselves
	for i, word := range words {
		if word == decoded[i] || asked[word] {
			continue
		}
		asked[word] = true
		if raw, err := s.has(ctx, word, anyMarks, noTitle); raw || err != nil {
			return false, err
		}
		if found, err := s.has(ctx, decoded[i], form, noTitle); !found || err != nil {
			return false, err
		}
	}
	return true, nil
}

// has reports whether a document has the word in the given form.
func (s searcher) has(ctx context.Context, word string, form marks, noTitle bool) (bool, error) {
	l, ok := (&builder{marks: form}).leaf(word, 0)
	if !ok {
		return false, nil
	}
	found, err := s.engine.Match(ctx, newCompiler(s.lookups, noTitle, l).leaf(l))
	if err != nil {
		return false, err
	}
	return found.Any(), nil
}

// mapWords gives the tree of n with f of each of its words in their places,
// in the order of the text.
func mapWords(n query.Node, f func(word string) string) query.Node {
	all := func(nodes []query.Node) []query.Node {
		mapped := make([]query.Node, len(nodes))
		for i, n := range nodes {
			mapped[i] = mapWords(n, f)
		}
		return mapped
	}
	switch n := n.(type) {
	case query.Word:
		n.Text = mapText(n.Text, f)
		return n
	case query.Phrase:
		n.Text = mapText(n.Text, f)
		return n
	case query.Not:
		return query.Not{Operand: mapWords(n.Operand, f)}
	case query.And:
		return query.And{Operands: all(n.Operands)}
	case query.Or:
		return query.Or{Operands: all(n.Operands)}
	}
	return n
}

// mapText gives text with f of what stands between its spaces. Directive
// codes stay: their letters are not keys, and their Đ is no sign that the
// rest was typed with marks.
func mapText(text string, f func(word string) string) string {
	var b strings.Builder
	for text != "" {
		if code, ok := cite.CodeAt(text, 0); ok {
			b.WriteString(text[:code.End])
			text = text[code.End:]
			continue
		}
		end := strings.IndexFunc(text, unicode.IsSpace)
		if end < 0 {
			end = len(text)
		}
		if end > 0 {
			b.WriteString(f(text[:end]))
		}
		rest := strings.TrimLeftFunc(text[end:], unicode.IsSpace)
		b.WriteString(text[end : len(text)-len(rest)])
		text = rest
	}
	return b.String()
}
