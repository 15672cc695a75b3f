package index

import (
	"cmp"
	"slices"

	"soi/index/schema"
)

// The bounds of a tree. A chain from the Centre down to a commune has four
// storeys; the broadest tree of 2,000 reports has fewer than ten branches.
const (
	maxTree  = 300 // branches of a tree
	maxRoots = 8   // ways upwards
)

// A scale bounds a tree further.
type scale struct {
	storeys int // of branches below the directive that was asked for, and above it
	breadth int // branches of one branch
}

var (
	whole = scale{storeys: 8, breadth: 24} // for the directive's own page
	step  = scale{storeys: 1, breadth: 5}  // beside a document
)

// A tree is made for one question and one directive.
type tree struct {
	*registry
	scale
	room  int             // branches that may still be added
	shown map[string]bool // directives that stand in it with what is below them
}

// chain is what a directive carries out, as far up as it is told, down to the
// directive and to what carries it out. There are several roots where it
// carries out several directives; what lies below it stands under the first.
func (r *registry) chain(asked string, s scale) []schema.Branch {
	t := &tree{registry: r, scale: s, room: maxTree, shown: map[string]bool{}}
	top := schema.Branch{Directive: r.directive(asked), Asked: true, Reports: r.graph.reports(asked)}
	t.grow(&top, "", []string{asked})
	if isOpen(asked) {
		top.End = schema.EndOpen
	}
	roots := t.climb(top, "", []string{asked})
	for i := 1; i < len(roots); i++ {
		prune(&roots[i])
	}
	return roots
}

// grow adds what acts on the directive of b. The path leads down to it.
func (t *tree) grow(b *schema.Branch, time string, path []string) {
	identity := b.Directive.Identity
	edges := t.children(identity, time)
	switch {
	case len(edges) == 0:
		return
	case t.shown[identity]:
		b.End = schema.EndShown
		return
	case len(path) > t.storeys:
		b.End = schema.EndFar
		return
	}
	t.shown[identity] = true
	for _, e := range edges {
		if len(b.Branches) == t.breadth || t.room == 0 {
			b.More++
			continue
		}
		t.room--
		b.Branches = append(b.Branches, t.branch(e.edge, e.time, path))
	}
}

// branch is the lower end of an edge with what lies below it.
func (t *tree) branch(e *edge, time string, path []string) schema.Branch {
	b := schema.Branch{Directive: t.directive(e.From), Edge: &e.Edge, Reports: t.graph.reports(e.From)}
	switch {
	case slices.Contains(path, e.From):
		b.End = schema.EndCycle
	case isOpen(e.From):
		b.End = schema.EndOpen
	case e.Kind == schema.Amends, e.Kind == schema.Replaces:
		if len(t.children(e.From, time)) > 0 {
			b.End = schema.EndChanged
		}
	default:
		t.grow(&b, time, append(slices.Clip(path), e.From))
	}
	return b
}

// A way is an edge with the time of the end that it leads to.
type way struct {
	*edge
	time string
}

// children are the edges to a directive, those of higher bodies first.
func (t *tree) children(identity, time string) []way {
	var all []way
	for _, e := range t.graph.to[identity] {
		if e.From == "" {
			continue
		}
		if from, ok := e.below(time); ok {
			all = append(all, way{e, from})
		}
	}
	slices.SortStableFunc(all, func(a, b way) int { return cmp.Compare(floor(a.From), floor(b.From)) })
	return all
}

// floor counts levels from the top; the unknown comes last.
func floor(identity string) int {
	if i := slices.Index(schema.Levels, levelOf(identity)); i >= 0 {
		return i
	}
	return len(schema.Levels)
}

// climb gives the roots above b, whose path leads up to it. A directive that
// is not told from others of its code is a root: what it carries out could be
// another's.
func (t *tree) climb(b schema.Branch, time string, path []string) []schema.Branch {
	identity := b.Directive.Identity
	if len(path) > 1 && isOpen(identity) {
		b.End = schema.EndOpen
		return []schema.Branch{b}
	}
	if len(path) > t.storeys {
		return []schema.Branch{b}
	}
	var roots []schema.Branch
	for _, e := range t.graph.from[identity] {
		to, ok := e.above(time)
		if !ok || len(path) > 1 && (e.Kind == schema.Amends || e.Kind == schema.Replaces) || len(roots) >= maxRoots {
			continue
		}
		if slices.Contains(path, e.To) || t.shown[e.To] {
			continue // a cycle, which shows below
		}
		below := b
		below.Edge = &e.Edge
		parent := schema.Branch{Directive: t.directive(e.To), Reports: t.graph.reports(e.To), Branches: []schema.Branch{below}}
		parent.More = len(t.children(e.To, to)) - 1
		roots = append(roots, t.climb(parent, to, append(slices.Clip(path), e.To))...)
	}
	if len(roots) == 0 {
		return []schema.Branch{b}
	}
	return roots[:min(len(roots), maxRoots)]
}

// prune takes away what lies below the directive that was asked for: it stands
// under another root.
func prune(b *schema.Branch) {
	if b.Asked && len(b.Branches) > 0 {
		b.Branches, b.More, b.End = nil, 0, schema.EndShown
		return
	}
	b.Branches = slices.Clone(b.Branches)
	for i := range b.Branches {
		prune(&b.Branches[i])
	}
}
