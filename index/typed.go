package index

import (
	"errors"

	"soi/index/query"
	"soi/index/schema"
)

// queryFields are the fields of documents by their names in the language of
// queries.
var queryFields = map[query.Name]schema.Field{
	query.Province: schema.FieldProvince, query.Code: schema.FieldDirective,
	query.Year: schema.FieldYear, query.Level: schema.FieldLevel,
}

// typedFilters are the filters that all of q stands under.
func typedFilters(q query.Query) []schema.TypedFilter {
	var all []schema.TypedFilter
	for _, f := range q.Filters {
		all = append(all, schema.TypedFilter{Field: queryFields[f.Name], Value: f.Value, Start: f.Start, End: f.End})
	}
	return all
}

// withKnownFilters gives q with every filter in it one that Soi knows: a value
// that is nearly right is put right, one that is not is left out, and the
// notes say so. A person who types a filter into the box gets an answer; only
// a filter that a request names beside its query is refused.
func (s searcher) withKnownFilters(q query.Query) (query.Query, []schema.Note) {
	m := mender{filterer: &filterer{lookups: s.lookups}}
	var kept []query.Field
	for _, f := range q.Filters {
		if f, ok := m.field(f); ok {
			kept = append(kept, f)
		}
	}
	q.Filters, q.Root = kept, m.tree(q.Root)
	return q, m.said
}

// A mender puts filters right.
type mender struct {
	*filterer
	said []schema.Note
}

// field gives f with a value that is known; ok is false if there is none.
func (m *mender) field(f query.Field) (mended query.Field, ok bool) {
	_, err := m.filters(schema.Filter{}, []query.Field{f})
	if err == nil {
		return f, true
	}
	unknown := &schema.FilterError{Value: f.Value}
	errors.As(err, &unknown)
	mended = f
	if mended.Value = unknown.Near; f.Name == query.Year {
		mended.Value, _ = query.SwapYears(f.Value)
	}
	if mended.Value == "" {
		m.say(schema.NoteFilterDropped, f.String(), string(unknown.Field), unknown.Value)
		return f, false
	}
	m.say(schema.NoteFilterMended, f.String(), mended.String())
	return mended, true
}

func (m *mender) say(kind schema.NoteKind, args ...string) {
	m.said = append(m.said, schema.Note{Kind: kind, Args: args})
}

// tree gives the tree of n with its fields put right; nil if nothing is left
// of it.
func (m *mender) tree(n query.Node) query.Node {
	switch n := n.(type) {
	case query.Field:
		if f, ok := m.field(n); ok {
			return f
		}
		return nil
	case query.Not:
		if o := m.tree(n.Operand); o != nil {
			return query.Not{Operand: o}
		}
		return nil
	case query.And:
		rest := m.trees(n.Operands)
		if len(rest) < 2 {
			return only(rest)
		}
		return query.And{Operands: rest}
	case query.Or:
		rest := m.trees(n.Operands)
		if len(rest) < 2 {
			return only(rest)
		}
		return query.Or{Operands: rest}
	}
	return n
}

// trees gives what is left of nodes.
func (m *mender) trees(nodes []query.Node) []query.Node {
	var rest []query.Node
	for _, n := range nodes {
		if n = m.tree(n); n != nil {
			rest = append(rest, n)
		}
	}
	return rest
}

// only is the one node of nodes, or nil.
func only(nodes []query.Node) query.Node {
	if len(nodes) == 0 {
		return nil
	}
	return nodes[0]
}
