package index

import (
	"context"
	"fmt"
	"slices"

	"soi/analyzer/cite"
	"soi/index/schema"
)

// Directives lists the directives that the documents of the index refer to,
// those with the most documents first. The first call on a generation reads
// all documents with references; what they say is kept. The caller owns the
// slice, but not the lists inside of its elements.
func (ix *Index) Directives(ctx context.Context) ([]schema.Directive, error) {
	v, release := ix.acquire()
	defer release()
	r, err := v.registry(ctx)
	if err != nil {
		return nil, fmt.Errorf("directives: %w", err)
	}
	return slices.Clone(r.list), nil
}

// Directive tells all that the documents say of one directive, named by its
// identity or by its code in any spelling, as a filter takes them. Where that
// stands for several directives, the answer has nothing but these, as Others.
// The error wraps schema.ErrNotFound if no document refers to it.
func (ix *Index) Directive(ctx context.Context, code string) (schema.DirectiveDetail, error) {
	v, release := ix.acquire()
	defer release()
	r, err := v.registry(ctx)
	if err != nil {
		return schema.DirectiveDetail{}, fmt.Errorf("directive %s: %w", code, err)
	}
	d, ok := r.detail(code)
	if !ok {
		return d, fmt.Errorf("directive %s: %w", code, schema.ErrNotFound)
	}
	return d, nil
}

// Steps gives, for each directive named by its identity that the documents
// relate to others, what it carries out and what carries it out, one step up
// and one down: see schema.Branch.
func (ix *Index) Steps(ctx context.Context, identities []string) ([]schema.Branch, error) {
	v, release := ix.acquire()
	defer release()
	r, err := v.registry(ctx)
	if err != nil {
		return nil, fmt.Errorf("relations of directives: %w", err)
	}
	var all []schema.Branch
	for _, identity := range identities {
		if roots := r.chain(identity, step); identity != "" && (len(roots) > 1 || len(roots[0].Branches) > 0) {
			all = append(all, roots...)
		}
	}
	return all, nil
}

// detail answers Directive.
func (r *registry) detail(typed string) (schema.DirectiveDetail, bool) {
	matched := r.matching(typed)
	switch len(matched) {
	case 0:
		return schema.DirectiveDetail{}, false
	case 1:
		return r.detailOf(matched[0]), true
	}
	var d schema.DirectiveDetail
	d.Code = matched[0].Code
	for _, e := range matched {
		d.Others = append(d.Others, e.Directive)
	}
	return d, true
}

// matching are the directives that an identity or code as typed stands for,
// the most cited first. An identity with a tail stands for its own directive,
// even if it is part of a longer one.
func (r *registry) matching(typed string) []*entry {
	ref, tail, ok := cite.ParseCode(typed)
	if e := r.entries[typed]; e != nil && (tail != "" || !ok) {
		return []*entry{e}
	}
	if !ok {
		return nil
	}
	var matched []*entry
	for _, e := range r.codes[cite.Key(ref.Code)] {
		if cite.MatchIdentity(e.Identity, typed) {
			matched = append(matched, e)
		}
	}
	return matched
}

// others are the directives that share the code of e.
func (r *registry) others(e *entry) []*entry {
	code, _ := cite.ParseIdentity(e.Identity)
	return slices.DeleteFunc(slices.Clone(r.codes[cite.Key(code)]), func(o *entry) bool { return o == e })
}

func (r *registry) detailOf(e *entry) schema.DirectiveDetail {
	d := schema.DirectiveDetail{Directive: e.Directive}
	for _, o := range r.others(e) {
		d.Others = append(d.Others, o.Directive)
	}
	d.Provinces, d.ProvincesNow = e.provinces.voices(byCount), e.provincesNow.voices(byCount)
	d.Years, d.Levels = e.years.voices(byValue), e.levels.voices(byLevel)
	d.Chain = r.chain(e.Identity, whole)
	d.Edges = r.graph.touching(e.Identity)
	return d
}
