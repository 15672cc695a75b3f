package engine

import (
	"context"
	"math"

	"soi/index/internal/docset"
	"soi/index/internal/postings"
)

// Matches are the documents that match a query.
type Matches struct {
	index    *Index
	terms    []*Term // scored
	segments []segmentMatches
}

type segmentMatches struct {
	docs  docset.Set
	terms []termMatches // by scored term
}

// termMatches is where a term stands in a segment.
type termMatches struct {
	docs   docset.Set
	likely docset.Set // the documents with its likeliest forms
	found  []occurrences
}

// occurrences are those of a form, or of a phrase, in one field of the
// documents of a segment.
type occurrences struct {
	docs    []uint32
	list    *postings.List // of a form; nil of a phrase
	weights []float64      // of a phrase, added up
	field   string         // whose length counts
	weight  float64        // what each counts
	form    float64        // weight of the form alone
}

// addTo adds the documents to a set.
func (o *occurrences) addTo(docs docset.Set) {
	if o.list != nil {
		o.list.AddTo(docs)
		return
	}
	docs.AddAll(o.docs)
}

// Match finds the documents that match q. When ctx ends it gives what was
// found until then, beside the error.
func (ix *Index) Match(ctx context.Context, q Query) (*Matches, error) {
	m := &Matches{index: ix, terms: scoredTerms(q, nil), segments: make([]segmentMatches, len(ix.segments))}
	numbers := make(map[*Term]int, len(m.terms))
	for i, t := range m.terms {
		numbers[t] = i
	}
	err := parallel(len(ix.segments), func(i int) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		w := &matcher{ctx: ctx, segment: ix.segments[i], index: i, numbers: numbers, terms: make([]termMatches, len(m.terms))}
		docs, err := w.match(q)
		if err != nil {
			return err
		}
		docs.And(w.segment.Live())
		m.segments[i] = segmentMatches{docs, w.terms}
		return nil
	})
	for i, s := range ix.segments {
		if m.segments[i].docs == nil {
			m.segments[i] = segmentMatches{docset.New(s.Size()), make([]termMatches, len(m.terms))}
		}
	}
	return m, err
}

// Any reports whether some document matches.
func (m *Matches) Any() bool {
	for _, s := range m.segments {
		if s.docs.Any() {
			return true
		}
	}
	return false
}

// All is the number of documents that match.
func (m *Matches) All() int {
	n := 0
	for _, s := range m.segments {
		n += s.docs.Count()
	}
	return n
}

// A matcher matches one segment. Its sets hold deleted documents too.
type matcher struct {
	ctx     context.Context
	segment *postings.Segment
	index   int // of the segment
	numbers map[*Term]int
	terms   []termMatches

	// Memory for phrases, used again.
	candidates  []uint32
	here, there line
}

// match gives the set of documents that match q; it belongs to the caller.
func (w *matcher) match(q Query) (docset.Set, error) {
	switch q := q.(type) {
	case *Term:
		return w.term(q)
	case All:
		return w.all(q)
	case AtLeast:
		return w.atLeast(q)
	case Not:
		none, err := w.match(q.Query)
		if err != nil {
			return nil, err
		}
		docs := w.everything()
		docs.AndNot(none)
		return docs, nil
	case Values:
		docs := docset.New(w.segment.Size())
		q.Column.Fill(docs, w.index, q.Chosen)
		return docs, nil
	}
	return w.everything(), nil
}

func (w *matcher) everything() docset.Set {
	docs := docset.New(w.segment.Size())
	docs.Fill(w.segment.Size())
	return docs
}

func (w *matcher) all(queries All) (docset.Set, error) {
	var docs docset.Set
	for _, q := range queries {
		not, excludes := q.(Not)
		if excludes {
			q = not.Query
		}
		sub, err := w.match(q)
		if err != nil {
			return nil, err
		}
		switch {
		case docs == nil && !excludes:
			docs = sub
		case docs == nil:
			docs = w.everything()
			docs.AndNot(sub)
		case excludes:
			docs.AndNot(sub)
		default:
			docs.And(sub)
		}
	}
	return docs, nil
}

func (w *matcher) atLeast(q AtLeast) (docset.Set, error) {
	sets := make([]docset.Set, len(q.Of))
	for i, sub := range q.Of {
		var err error
		if sets[i], err = w.match(sub); err != nil {
			return nil, err
		}
	}
	if q.Min <= 0 {
		return w.everything(), nil
	}
	docs := docset.New(w.segment.Size())
	docs.AtLeast(q.Min, sets)
	return docs, nil
}

// term finds where a term stands, and keeps it for the scores.
func (w *matcher) term(t *Term) (docset.Set, error) {
	found := termMatches{docs: docset.New(w.segment.Size())}
	for _, f := range t.Fields {
		if err := w.field(f, &found); err != nil {
			return nil, err
		}
	}
	for _, o := range found.found {
		o.addTo(found.docs)
	}
	found.likely = w.likely(t, &found)
	if n, scored := w.numbers[t]; scored {
		w.terms[n] = found
		// The caller may change what it gets.
		return append(docset.Set(nil), found.docs...), nil
	}
	return found.docs, nil
}

// likely gives the documents with the forms of a word that weigh most. They
// tell how rare the word is: sãi is no common word for sai being one.
func (w *matcher) likely(t *Term, found *termMatches) docset.Set {
	most, least := 0.0, math.Inf(1)
	for _, f := range t.Fields {
		for _, slot := range f.Slots {
			for _, form := range slot {
				most, least = max(most, form.Weight), min(least, form.Weight)
			}
		}
	}
	if most == least || len(t.Fields[0].Slots) > 1 {
		return found.docs
	}
	docs := docset.New(w.segment.Size())
	for _, o := range found.found {
		if o.form == most {
			o.addTo(docs)
		}
	}
	return docs
}

// field finds where a term stands in one of its fields.
func (w *matcher) field(f Field, t *termMatches) error {
	if len(f.Slots) > 1 {
		return w.run(f, t)
	}
	for _, slot := range f.Slots {
		for _, form := range slot {
			list, err := w.segment.List(w.ctx, form.Field, form.Text)
			if err != nil {
				return err
			}
			if len(list.Docs) > 0 {
				t.found = append(t.found, occurrences{docs: list.Docs, list: list, field: f.Length, weight: form.Weight * f.Weight, form: form.Weight})
			}
		}
	}
	return w.ctx.Err()
}

// run finds where a phrase, or words near each other, stand in a field.
func (w *matcher) run(f Field, t *termMatches) error {
	r, err := postings.Cached(w.segment, f.runName(), func() (*postings.Run, error) {
		if f.Near > 0 {
			return w.near(f.Slots, f.Near)
		}
		return w.phrase(f.Slots)
	})
	if err == nil && len(r.Docs) > 0 {
		t.found = append(t.found, occurrences{docs: r.Docs, weights: r.Weights, field: f.Length, weight: f.Weight, form: 1})
	}
	return err
}
