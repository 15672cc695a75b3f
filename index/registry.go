package index

import (
	"cmp"
	"context"
	"slices"

	"soi/analyzer/cite"
	"soi/index/schema"
)

// A registry is what the documents of a generation say together of the
// directives they refer to. It is made from their voices when it is first
// asked for, and never changes.
type registry struct {
	list    []schema.Directive  // the most cited first
	entries map[string]*entry   // by identity
	codes   map[string][]*entry // by key of the code, the most cited first
	graph   graph
}

// registry gives the registry of the view. The first call has it made.
func (v *view) registry(ctx context.Context) (*registry, error) {
	return v.tables.registry.get(ctx, v, func(ctx context.Context) (*registry, error) {
		voices, err := v.voices(ctx)
		if err != nil {
			return nil, err
		}
		return newRegistry(voices), nil
	})
}

func newRegistry(voices []*voice) *registry {
	r := &registry{entries: map[string]*entry{}, codes: map[string][]*entry{}}
	for _, v := range voices {
		for i := range v.Said {
			r.entry(v.Said[i].Identity).hear(v, &v.Said[i])
		}
	}
	var all []*entry
	for _, e := range r.entries {
		e.settle()
		all = append(all, e)
	}
	slices.SortFunc(all, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(b.Documents, a.Documents), cmp.Compare(a.Identity, b.Identity))
	})
	for _, e := range all {
		code, _ := cite.ParseIdentity(e.Identity)
		key := cite.Key(code)
		r.codes[key] = append(r.codes[key], e)
	}
	for _, e := range all {
		e.setApart(r.others(e))
		r.list = append(r.list, e.Directive)
	}
	r.graph = newGraph(voices)
	return r
}

func (r *registry) entry(identity string) *entry {
	e := r.entries[identity]
	if e == nil {
		e = newEntry(identity)
		r.entries[identity] = e
	}
	return e
}

// directive is what is known of an identity, be it no more than its name.
func (r *registry) directive(identity string) schema.Directive {
	if e := r.entries[identity]; e != nil {
		return e.Directive
	}
	code, _ := cite.ParseIdentity(identity)
	return schema.Directive{Identity: identity, Code: code, Level: levelOf(identity)}
}

// An entry collects what documents say of one directive. Each document has
// one vote for each value.
type entry struct {
	schema.Directive
	codes, types, terms, dates, issuers votes
	titles                              []string

	provinces, provincesNow, years, levels tally
}

func newEntry(identity string) *entry {
	return &entry{
		Directive: schema.Directive{Identity: identity},
		codes:     votes{}, types: votes{}, terms: votes{}, dates: votes{}, issuers: votes{},
		provinces: tally{}, provincesNow: tally{}, years: tally{}, levels: tally{},
	}
}

// hear adds what one document says.
func (e *entry) hear(v *voice, s *saying) {
	e.codes.add(s.Code, s.Code)
	e.types.add(s.Type, s.Type)
	e.terms.add(s.Term, s.Term)
	e.dates.add(s.Date, s.Date)
	e.issuers.add(bodyKey(s.Issuer), s.Issuer)
	if s.Title != "" {
		e.titles = append(e.titles, s.Title)
	}
	e.Documents++
	e.First, e.Last = earlier(e.First, v.Published), max(e.Last, v.Published)
	e.provinces.add(v.Province, v.Published)
	e.provincesNow.add(v.ProvinceNow, v.Published)
	e.years.add(v.Year, v.Published)
	e.levels.add(v.Level, v.Published)
}

// earlier is the earlier of two dates that may be unknown.
func earlier(a, b string) string {
	if a == "" || b == "" {
		return cmp.Or(a, b)
	}
	return min(a, b)
}

// settle takes what most documents say.
func (e *entry) settle() {
	code, _ := cite.ParseIdentity(e.Identity)
	e.Code = cmp.Or(e.codes.most(), code)
	e.Type, e.Term, e.Date, e.Issuer = e.types.most(), e.terms.most(), e.dates.most(), e.issuers.most()
	e.Types, e.Dates, e.Issuers = e.types.voices(), e.dates.voices(), e.issuers.voices()
	if isOpen(e.Identity) && len(e.Dates) > 0 && 2*e.Dates[0].Documents <= e.Documents {
		e.Date = "" // it may be several directives; a few dated mentions do not date the others
	}
	e.Title, e.Titles = agreedTitle(e.titles)
	e.Level = levelOf(e.Identity)
	e.titles = nil
}

// setApart notes how many others share the code of e, and how to ask for e
// alone.
func (e *entry) setApart(others []*entry) {
	var identities []string
	for _, o := range others {
		identities = append(identities, o.Identity)
	}
	e.Same, e.Filter = len(others), cite.ExactIdentity(e.Identity, identities)
}
