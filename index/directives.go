package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"

	"soi/analyzer/cite"
	"soi/index/schema"
)

// Directives lists the directives that the documents of the index refer to,
// those with the most documents first. The first call on a generation reads
// all documents with references; the list is kept. The caller owns the slice.
func (ix *Index) Directives(ctx context.Context) ([]schema.Directive, error) {
	v, release := ix.acquire()
	defer release()
	list, err := v.directives(ctx)
	if err != nil {
		return nil, fmt.Errorf("directives: %w", err)
	}
	return slices.Clone(list), nil
}

// registry keeps the directives of a view.
type registry struct {
	mu   sync.Mutex
	made []schema.Directive
	done bool
}

func (v *view) directives(ctx context.Context) ([]schema.Directive, error) {
	r := &v.tables.registry
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.done {
		return r.made, nil
	}
	s, done, err := v.searcher(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	entries := map[string]*entry{}
	column := s.columns[fieldDirective]
	for i, segment := range s.engine.Segments() {
		for _, document := range segment.Live().Append(nil) {
			if !column.Has(i, document) {
				continue
			}
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			id, err := segment.ID(document)
			if err != nil {
				return nil, err
			}
			d, err := v.read(s.reader, id)
			if err != nil {
				return nil, err
			}
			count(entries, &d)
		}
	}
	r.made, r.done = list(entries), true
	return r.made, nil
}

// An entry collects what documents say of one directive. Each document has
// one voice for each value.
type entry struct {
	schema.Directive
	codes, types, terms, dates, issuers votes
}

func newEntry() *entry {
	return &entry{codes: votes{}, types: votes{}, terms: votes{}, dates: votes{}, issuers: votes{}}
}

// count adds a document to the entries of the directives it refers to.
func count(entries map[string]*entry, d *schema.Document) {
	voices := map[string]*entry{}
	for _, r := range d.References {
		if r.Identity == "" {
			continue
		}
		voice := voices[r.Identity]
		if voice == nil {
			voice = newEntry()
			voices[r.Identity] = voice
		}
		voice.codes.add(r.Code)
		voice.types.add(r.Type)
		voice.terms.add(r.Term)
		voice.dates.add(r.Date)
		voice.issuers.add(r.Issuer)
	}
	for identity, voice := range voices {
		e := entries[identity]
		if e == nil {
			e = newEntry()
			e.Identity = identity
			entries[identity] = e
		}
		e.hear(voice, d.Published)
	}
}

// hear adds the voice of one document.
func (e *entry) hear(voice *entry, published string) {
	e.codes.add(voice.codes.most())
	e.types.add(voice.types.most())
	e.terms.add(voice.terms.most())
	e.dates.add(voice.dates.most())
	e.issuers.add(voice.issuers.most())
	e.Documents++
	if published == "" {
		return
	}
	if e.First == "" || published < e.First {
		e.First = published
	}
	e.Last = max(e.Last, published)
}

func list(entries map[string]*entry) []schema.Directive {
	var all []schema.Directive
	for _, e := range entries {
		code, _ := cite.ParseIdentity(e.Identity)
		e.Code = cmp.Or(e.codes.most(), code)
		e.Type, e.Term, e.Date, e.Issuer = e.types.most(), e.terms.most(), e.dates.most(), e.issuers.most()
		all = append(all, e.Directive)
	}
	slices.SortFunc(all, func(a, b schema.Directive) int {
		return cmp.Or(cmp.Compare(b.Documents, a.Documents), cmp.Compare(a.Identity, b.Identity))
	})
	return all
}

// votes counts values.
type votes map[string]int

// add counts a value that is known.
func (v votes) add(value string) {
	if value != "" {
		v[value]++
	}
}

// most gives the value with the most votes, of several the first in order, or
// "".
func (v votes) most() string {
	best := ""
	for value, n := range v {
		if n > v[best] || n == v[best] && value < best {
			best = value
		}
	}
	return best
}
