package index

import (
	"cmp"
	"slices"

	"soi/index/schema"
)

// mostStatements is how many sentences are kept for a relation.
const mostStatements = 3

// A graph holds the relations that documents state, from the directive that
// carries out to the one that is carried out.
type graph struct {
	edges []*edge
	from  map[string][]*edge
	to    map[string][]*edge
}

// An edge is a relation with the times at which its ends were issued. A local
// body counts its numbers anew in each of its terms, so that one identity can
// be two directives; whatever is followed through it must be of one time.
type edge struct {
	schema.Edge
	times []times
}

// times are the congress terms of the two ends, "" where none is told.
type times struct{ from, to string }

func newGraph(voices []*voice) graph {
	g := graph{from: map[string][]*edge{}, to: map[string][]*edge{}}
	known := map[[3]string]*edge{}
	for _, v := range voices {
		for _, t := range v.Ties {
			key := [3]string{string(t.Kind), t.From, t.To}
			e := known[key]
			if e == nil {
				e = &edge{Edge: schema.Edge{Kind: t.Kind, From: t.From, To: t.To}}
				known[key] = e
				g.edges = append(g.edges, e)
			}
			e.state(t)
		}
	}
	for _, e := range g.edges {
		e.settle()
	}
	slices.SortFunc(g.edges, surestFirst)
	for _, e := range g.edges {
		g.from[e.From] = append(g.from[e.From], e)
		g.to[e.To] = append(g.to[e.To], e)
	}
	return g
}

// state adds the statement of one document, which states a relation once.
func (e *edge) state(t tie) {
	e.Documents++
	e.Confidence = max(e.Confidence, t.Statement.Confidence)
	e.Statements = append(e.Statements, t.Statement)
	if at := (times{t.FromTime, t.ToTime}); !slices.Contains(e.times, at) {
		e.times = append(e.times, at)
	}
}

// settle keeps the surest statements, of equally sure ones the earliest.
func (e *edge) settle() {
	slices.SortFunc(e.Statements, func(a, b schema.Statement) int {
		undated := func(s schema.Statement) string { return cmp.Or(s.Published, "9999") }
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(undated(a), undated(b)), cmp.Compare(a.Document, b.Document))
	})
	e.Statements = slices.Clip(e.Statements[:min(len(e.Statements), mostStatements)])
}

func surestFirst(a, b *edge) int {
	return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(b.Documents, a.Documents),
		cmp.Compare(a.To, b.To), cmp.Compare(a.From, b.From), cmp.Compare(a.Kind, b.Kind))
}

// touching are the edges that have a directive as an end, the surest first.
func (g *graph) touching(identity string) []schema.Edge {
	found := slices.Concat(g.from[identity], g.to[identity])
	slices.SortFunc(found, surestFirst)
	all := make([]schema.Edge, len(found))
	for i, e := range found {
		all[i] = e.Edge
	}
	return all
}

// reports counts the documents that say themselves that they carry out a
// directive, or review how that went; a document says one of the two.
func (g *graph) reports(identity string) int {
	n := 0
	for _, e := range g.to[identity] {
		if e.From == "" && (e.Kind == schema.Implements || e.Kind == schema.Reviews) {
			n += e.Documents
		}
	}
	return n
}

// below tells of which time the lower end is, if the upper is of a time; ok is
// false if the relation was never stated of that time.
func (e *edge) below(time string) (from string, ok bool) {
	return meet(e.times, time, func(t times) (string, string) { return t.to, t.from })
}

// above is the same from the lower end upwards.
func (e *edge) above(time string) (to string, ok bool) {
	return meet(e.times, time, func(t times) (string, string) { return t.from, t.to })
}

// meet gives the time of the other end where that of the near end agrees with
// time; "" where several agree.
func meet(all []times, time string, ends func(times) (near, far string)) (string, bool) {
	far, ok := "", false
	for _, t := range all {
		near, other := ends(t)
		if near != "" && time != "" && near != time {
			continue
		}
		if ok && other != far {
			return "", true
		}
		far, ok = other, true
	}
	return far, ok
}
