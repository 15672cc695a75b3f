package engine

// Groups are documents that are the same report. Of each group Top gives the
// hit that stands first for all of them.
type Groups struct {
	members [][]Hit    // by group; no group 0
	of      [][]uint32 // by segment and document the group, 0 none; nil for a segment without
}

// NewGroups returns the groups of documents, each given by segment and
// number.
func (ix *Index) NewGroups(groups [][]Hit) *Groups {
	g := &Groups{members: append([][]Hit{nil}, groups...), of: make([][]uint32, len(ix.segments))}
	for n, members := range g.members {
		for _, m := range members {
			if g.of[m.Segment] == nil {
				g.of[m.Segment] = make([]uint32, ix.segments[m.Segment].Size())
			}
			g.of[m.Segment][m.Document] = uint32(n)
		}
	}
	return g
}

// in gives the groups of a segment's documents, nil if it has none.
func (g *Groups) in(segment int) []uint32 {
	if g == nil {
		return nil
	}
	return g.of[segment]
}

// Others gives the other documents of a document's group.
func (g *Groups) Others(h Hit) []Hit {
	of := g.in(h.Segment)
	if of == nil || of[h.Document] == 0 {
		return nil
	}
	var others []Hit
	for _, m := range g.members[of[h.Document]] {
		if !m.Same(h) {
			others = append(others, m)
		}
	}
	return others
}

// Fold lets Top give one hit of each group. Totals and counts go on counting
// documents.
func (f *Found) Fold(g *Groups) { f.groups = g }

// Copies gives the other hits of a hit's group, none if hits are not folded.
func (f *Found) Copies(h Hit) []Hit {
	var copies []Hit
	for _, m := range f.groups.Others(h) {
		if f.hits[m.Segment].Has(m.Document) {
			copies = append(copies, m)
		}
	}
	return copies
}

// Folded is the number of hits that Top leaves out because another of their
// group stands for them.
func (f *Found) Folded() int {
	if f.groups == nil {
		return 0
	}
	folded := 0
	for _, members := range f.groups.members {
		hits := 0
		for _, m := range members {
			if f.hits[m.Segment].Has(m.Document) {
				hits++
			}
		}
		folded += max(0, hits-1)
	}
	return folded
}

// fold keeps the first hit of a group. It may stand before the place that
// hits are wanted after: then the group does, and none of it is wanted.
func (t *top) fold(group uint32, h Hit) {
	if t.best == nil {
		t.best = map[uint32]Hit{}
	}
	if other, met := t.best[group]; !met || t.before(h, other) {
		t.best[group] = h
	}
}

// leaders gives the first hits of groups, which may be met in several
// segments, as far as they are wanted.
func (f *Found) leaders(tops []top) ([]Hit, error) {
	met := map[uint32][]Hit{}
	for _, t := range tops {
		for group, h := range t.best {
			met[group] = append(met[group], h)
		}
	}
	var leaders []Hit
	for _, hits := range met {
		if err := f.sort(hits); err != nil {
			return nil, err
		}
		if after := tops[hits[0].Segment].after; after == nil || after.before(hits[0]) {
			leaders = append(leaders, hits[0])
		}
	}
	return leaders, nil
}
