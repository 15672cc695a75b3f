package index

import (
	"slices"

	gazetteer "soi/analyzer/place"
	"soi/analyzer/token"
	"soi/analyzer/viet"
	"soi/index/internal/snippet"
	"soi/index/query"
	"soi/index/schema"
)

// mostRequired is the number of words up to which all must match; of more,
// any may.
const mostRequired = 5

// A question is a query as typed, with what its words tell before they are
// looked up.
type question struct {
	query   query.Query
	plain   []query.Word // the words, if there is nothing but words
	marked  bool         // some word has a mark
	toned   bool         // some word has a tone
	shouted bool         // it is all in capitals, words and not only abbreviations
	asked   bool         // it is put as to a person
	quoted  *quotation   // it is long and has phrases
	literal bool         // its words are to be taken as typed
}

func newQuestion(q query.Query, literal bool) question {
	ask := question{query: q, literal: literal}
	ask.read(q.Root)
	ask.shouted = shouted(q.Root)
	ask.quoted = newQuotation(q.Root, mostRequired)
	switch root := q.Root.(type) {
	case query.Word:
		ask.plain = []query.Word{root}
	case query.And:
		for _, n := range root.Operands {
			w, ok := n.(query.Word)
			if !ok {
				ask.plain = nil
				break
			}
			ask.plain = append(ask.plain, w)
		}
	}
	ask.asked = asked(ask.plain)
	return ask
}

// withWholeProvinces reads tỉnh:Quảng Nam, typed without quotes, as it is
// meant: a province that is none alone takes in the words behind it that make
// it one.
func withWholeProvinces(q query.Query) query.Query {
	q.Filters = slices.Clone(q.Filters)
	for i, f := range q.Filters {
		if _, known := gazetteer.FindProvince(f.Value); known || f.Name != query.Province {
			continue
		}
		wide := f
		for n := 1; n <= mostProvinceWords; n++ {
			next, ok := wordAfter(q.Root, wide.End)
			if !ok {
				break
			}
			wide.Value, wide.End = wide.Value+" "+next.Text, next.End
			if _, known := gazetteer.FindProvince(wide.Value); known {
				q.Filters[i] = wide
				q.Root = without(q.Root, f.End, wide.End)
				break
			}
		}
	}
	return q
}

// mostProvinceWords is the number of words that the name of a province can
// have behind its first: Bà Rịa - Vũng Tàu.
const mostProvinceWords = 3

// wordAfter gives the word that follows byte end of the query but for a space
// or a dash.
func wordAfter(root query.Node, end int) (query.Word, bool) {
	for _, n := range operands(root) {
		if w, ok := n.(query.Word); ok && w.Start > end && w.Start <= end+len(" – ") {
			return w, true
		}
	}
	return query.Word{}, false
}

// without is root without the words from byte start to end of the query.
func without(root query.Node, start, end int) query.Node {
	var rest []query.Node
	for _, n := range operands(root) {
		if w, ok := n.(query.Word); !ok || w.Start < start || w.End > end {
			rest = append(rest, n)
		}
	}
	switch len(rest) {
	case 0:
		return nil
	case 1:
		return rest[0]
	}
	return query.And{Operands: rest}
}

// operands are what the outermost And of a query joins.
func operands(root query.Node) []query.Node {
	switch root := root.(type) {
	case nil:
		return nil
	case query.And:
		return root.Operands
	}
	return []query.Node{root}
}

// read looks for marks in the words below n. Codes do not count: the Đ of
// 37-QĐ/TW is no sign that the rest was typed with marks.
func (ask *question) read(n query.Node) {
	switch n := n.(type) {
	case query.Word:
		ask.readText(n.Text)
	case query.Phrase:
		ask.readText(n.Text)
	case query.Not:
		ask.read(n.Operand)
	case query.And:
		for _, o := range n.Operands {
			ask.read(o)
		}
	case query.Or:
		for _, o := range n.Operands {
			ask.read(o)
		}
	}
}

func (ask *question) readText(text string) {
	end := 0 // of the last code
	for t := range token.Tokens(text, viet.Exact) {
		switch {
		case t.Kind == token.Code:
			end = t.End
		case t.Kind == token.Word && t.Start >= end && viet.HasMark(t.Term):
			ask.marked = true
			ask.toned = ask.toned || viet.Fold(t.Term, viet.Toneless) != t.Term
		}
	}
}

// A reading is one way to take a question.
type reading struct {
	root   clause           // nil asks for every document
	whole  snippet.Sequence // the words of a plain question side by side; nil if they are too many
	words  snippet.Sequence // the same, however many
	spoken []spoken         // of a plain question: what words are the slots of
	notes  []schema.Note
}

// An attempt is how far to go beyond what was typed.
type attempt struct {
	marks   marks
	missing int  // words of a plain question that a document may lack
	loose   bool // phrases of a quotation need not stand as such
}

// attempts lists the attempts at a question whose marks are taken as typed
// says, the closest first: other marks before missing words, because a slip
// of a mark is likelier than a word too many. Never both, and never fewer than
// half of the words: that is another question, and finding nothing answers
// this one.
func (ask question) attempts(typed marks, literal bool) []attempt {
	all := []attempt{{marks: typed}}
	if literal || ask.query.Root == nil {
		return all
	}
	if typed != anyMarks {
		all = append(all, attempt{marks: otherMarks})
	}
	if ask.quoted != nil {
		return append(all, attempt{marks: typed, loose: true})
	}
	if len(ask.plain) > mostRequired || ask.asked {
		return all
	}
	for missing := 1; missing <= len(ask.plain)/2; missing++ {
		all = append(all, attempt{marks: typed, missing: missing})
	}
	return all
}

// interpret gives the reading of an attempt; short are the acronyms that its
// words may stand for, nil for none, and values looks up a field that stands
// in the tree.
func (ask question) interpret(a attempt, short *acronyms, values func(query.Field) (valueOf, error)) (reading, error) {
	b := builder{marks: a.marks, values: values, codes: codes{shouted: ask.shouted}, asked: ask.asked, literal: ask.literal}
	if a.missing == 0 {
		b.acronyms = short
	}
	if a.loose {
		b.asked = true
		return b.plain(ask.quoted.dissolved(), 0), nil
	}
	if ask.quoted != nil {
		b.asked = true
		return b.quoted(ask.quoted), nil
	}
	if ask.plain != nil {
		return b.plain(ask.plain, a.missing), nil
	}
	root, err := b.clause(ask.query.Root)
	return reading{root: root, notes: b.notes}, err
}

// A builder makes clauses of nodes.
type builder struct {
	marks  marks
	values func(query.Field) (valueOf, error)
	codes  codes
	asked  bool // any of the words may match, however few they are

	literal bool // no letter is put right

	acronyms *acronyms // nil if words are to be taken as they stand

	notes []schema.Note
}

// plain takes words without operators: up to mostRequired must all match but
// for the missing ones, of more any may.
func (b *builder) plain(words []query.Word, missing int) reading {
	var r reading
	var spoke []spoken
	seen := map[string]bool{}
	asking := askingWords(words)
	for i, w := range words {
		l, ok := b.leaf(w.Text, w.Start)
		if !ok {
			continue
		}
		l.asks = asking[i]
		r.whole = append(r.whole, l.slots...)
		r.spoken = append(r.spoken, spoken{l, w})
		if key := sequenceKey(l.slots); !seen[key] {
			seen[key] = true
			spoke = append(spoke, spoken{l, w})
		}
	}
	all := b.shorten(spoke)
	r.words = r.whole
	if len(spoke) < 2 || len(r.whole) > query.MaxPhrase {
		r.whole = nil
	}
	switch n := len(spoke); {
	case n == 0:
	case len(all) == 1:
		r.root = all[0]
	case n > mostRequired || b.asked:
		r.root = anyOf{wordByWord(all), 1}
		b.notes = append(b.notes, schema.Note{Kind: schema.NoteAnyWord})
	case missing > 0:
		r.root = anyOf{all, max((n+1)/2, n-missing)}
	default:
		r.root = allOf(all)
	}
	r.notes = b.notes
	return r
}

func sequenceKey(s snippet.Sequence) string {
	key := ""
	for _, slot := range s {
		key += slot[0].Text + "\x00"
	}
	return key
}

// leaf gives the leaf for text at a byte of the query, cut to query.MaxPhrase
// slots. ok is false if text has nothing to look for.
func (b *builder) leaf(text string, at int) (l leaf, ok bool) {
	us := units(text)
	if len(us) == 1 {
		l.whole = us[0].whole
	}
	for _, u := range us {
		for _, part := range u.parts {
			if len(l.slots) == query.MaxPhrase {
				b.notes = append(b.notes, syntaxNote(query.Repair{Kind: query.PhraseTooLong, Offset: at, Text: text}))
				return l, true
			}
			letters, only := b.codes.letters(text, part)
			m := b.marks
			if only {
				m = typedMarks
			}
			l.slots = append(l.slots, append(b.forms(m, part.Term, part.Of(text)), letters...))
		}
	}
	return l, len(l.slots) > 0
}

// forms gives the forms that a word may have in a document. One whose ươ lacks
// a horn stands for the word with both and, last, as it was typed.
func (b *builder) forms(m marks, term, typed string) []snippet.Term {
	meant := viet.CanonHorn(term)
	if b.literal || meant == term {
		return m.alternatives(term)
	}
	note := schema.Note{Kind: schema.NoteHorn, Args: []string{typed, meant}}
	if !slices.ContainsFunc(b.notes, func(n schema.Note) bool { return n.Kind == note.Kind && slices.Equal(n.Args, note.Args) }) {
		b.notes = append(b.notes, note)
	}
	return append(m.alternatives(meant), snippet.Term{Text: term, Level: viet.Exact})
}

// clause gives the clause for n, or nil if n has nothing to look for.
func (b *builder) clause(n query.Node) (clause, error) {
	switch n := n.(type) {
	case query.Word:
		if l, ok := b.leaf(n.Text, n.Start); ok {
			return b.expand(l, n), nil
		}
		return nil, nil
	case query.Phrase:
		l, ok := b.leaf(n.Text, n.Start)
		if !ok {
			return nil, nil
		}
		if len(l.whole) == 0 { // a code alone has no words to stand apart
			l.near = n.Near
		}
		return l, nil
	case query.Field:
		v, err := b.values(n)
		return v, err
	case query.Not:
		c, err := b.clause(n.Operand)
		if c == nil || err != nil {
			return nil, err
		}
		return noneOf{c}, nil
	case query.And:
		all, err := b.clauses(n.Operands)
		if len(all) < 2 || err != nil {
			return first(all), err
		}
		return allOf(all), nil
	case query.Or:
		all, err := b.clauses(n.Operands)
		if len(all) < 2 || err != nil {
			return first(all), err
		}
		return anyOf{all, 1}, nil
	}
	return nil, nil
}

func (b *builder) clauses(nodes []query.Node) ([]clause, error) {
	var all []clause
	for _, n := range nodes {
		c, err := b.clause(n)
		if err != nil {
			return nil, err
		}
		if c != nil {
			all = append(all, c)
		}
	}
	return all, nil
}

func first(cs []clause) clause {
	if len(cs) == 0 {
		return nil
	}
	return cs[0]
}
