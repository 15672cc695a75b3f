package index

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"soi/index/internal/engine"
	"soi/index/internal/postings"
	"soi/index/internal/profile"
	"soi/index/schema"
)

const (
	// similarWords is the number of telling words that candidates are looked
	// for by, similarRead that of candidates that are read and compared.
	similarWords = 24
	similarRead  = 30

	// leastLike is how alike a document must be to be shown: below it, in
	// news, are those that have a place or a person in common and no more.
	// directiveLike is what the same directives add at most.
	leastLike     = 0.12
	directiveLike = 0.25

	// nearlyLike is how alike documents are that say the same in nearly the
	// same words.
	nearlyLike = 0.8

	// similarReasons is the number of pieces of text and of directives that
	// are named as what documents have in common.
	similarReasons = 4
)

// Similar gives at most limit documents that report of the same as one, the
// most alike first, with what they have in common, and the copies of that one.
// Of copies of a report only one is among the similar ones. The error wraps
// schema.ErrNotFound if the index has no document of that id.
func (ix *Index) Similar(ctx context.Context, id string, limit int) (schema.Similar, error) {
	v, release := ix.acquire()
	defer release()
	d, err := v.load(id)
	if err != nil {
		return schema.Similar{}, err
	}
	from, done, err := v.searcher(ctx)
	if err != nil {
		return schema.Similar{}, err
	}
	defer done()
	c := &comparison{searcher: from, view: v, document: &d, profile: profileOf(&d), known: map[string]float64{}}
	found, err := c.similar(ctx, limit)
	if err != nil {
		return found, fmt.Errorf("documents like %s: %w", id, err)
	}
	return found, nil
}

// profileOf is the profile of a document.
func profileOf(d *schema.Document) *profile.Profile {
	return profile.New(d.Text, append([]schema.Span{d.Title}, d.Body...))
}

// A comparison looks for documents like one.
type comparison struct {
	searcher
	view     *view
	document *schema.Document
	profile  *profile.Profile
	known    map[string]float64 // rarities by word
	failed   error              // of rarity
}

// A likeness is a document and how like it is.
type likeness struct {
	document schema.Document
	score    float64
	why      []schema.Reason
}

func (c *comparison) similar(ctx context.Context, limit int) (schema.Similar, error) {
	r := schema.Similar{Labels: schema.Labels{}}
	self, ok, err := c.find(ctx)
	if err != nil {
		return r, err
	}
	if ok {
		if r.Copies, r.MoreCopies, err = c.tell(ctx, c.view, c.copies.Others(self)); err != nil {
			return r, err
		}
	}
	hits, err := c.candidates(ctx)
	if err != nil {
		return r, err
	}
	var all []likeness
	for _, h := range hits {
		if ok && (h.Same(self) || slices.ContainsFunc(c.copies.Others(self), h.Same)) {
			continue
		}
		l, err := c.compare(ctx, h)
		if err != nil {
			return r, err
		}
		if l.score >= leastLike {
			all = append(all, l)
		}
	}
	slices.SortFunc(all, func(a, b likeness) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.document.ID, b.document.ID))
	})
	for _, l := range all[:min(limit, len(all))] {
		h := hit(&l.document, l.score, nil, schema.Snippet{})
		h.Why = l.why
		c.labels(&l.document, r.Labels)
		r.Hits = append(r.Hits, h)
	}
	return r, nil
}

// find gives the place of the document in its segment.
func (c *comparison) find(ctx context.Context) (engine.Hit, bool, error) {
	hits, err := placesOf(ctx, c.engine.Segments(), c.document.ID)
	if err != nil || len(hits) == 0 {
		return engine.Hit{}, false, err
	}
	return hits[0], true, nil
}

// candidates are the documents that have most of the telling words, and of
// those with the same directives the first.
func (c *comparison) candidates(ctx context.Context) ([]engine.Hit, error) {
	var words []engine.Query
	for _, w := range c.profile.Telling(c.rarity(ctx), similarWords) {
		words = append(words, &engine.Term{Boost: 1, Fields: []engine.Field{
			{Length: fieldBody, Weight: 1, Slots: []engine.Slot{{{Field: fieldBody, Text: w, Weight: 1}}}},
		}})
	}
	if c.failed != nil {
		return nil, c.failed
	}
	queries := []engine.Query{engine.AtLeast{Min: min(2, len(words)), Of: words}}
	if said := c.document.Directives(); len(said) > 0 {
		directives := c.columns[fieldDirective]
		same := engine.Values{Column: directives, Chosen: directives.Choose(func(v string) bool { return slices.Contains(said, v) })}
		queries = append(queries, engine.All{same, engine.AtLeast{Of: words}})
	}
	var all []engine.Hit
	for i, q := range queries {
		matches, err := c.engine.Match(ctx, q)
		if err != nil {
			return nil, err
		}
		found := matches.Filter(nil)
		found.Fold(c.copies)
		hits, err := found.Top(ctx, engine.Order{}, similarRead/(i+1), nil)
		if err != nil {
			return nil, err
		}
		for _, h := range hits {
			if !slices.ContainsFunc(all, h.Same) {
				all = append(all, h)
			}
		}
	}
	return all, nil
}

// rarity says how rare a word is among the documents. A word that no other
// document has tells nothing here.
func (c *comparison) rarity(ctx context.Context) profile.Rarity {
	return func(word string) float64 {
		r, known := c.known[word]
		if known {
			return r
		}
		documents := 0
		for _, s := range c.engine.Segments() {
			n, err := s.Frequency(fieldBody, word)
			if err != nil {
				c.failed = err
			}
			documents += n
		}
		if documents > 1 {
			r = math.Log(float64(c.engine.Documents()+1) / float64(documents))
			r = max(0, r)
		}
		c.known[word] = r
		return r
	}
}

// compare reads a candidate and says how like the document it is.
func (c *comparison) compare(ctx context.Context, h engine.Hit) (likeness, error) {
	if err := ctx.Err(); err != nil {
		return likeness{}, err
	}
	id, err := c.engine.ID(h)
	if err != nil {
		return likeness{}, err
	}
	l := likeness{}
	if l.document, err = c.view.read(c.reader, id); err != nil {
		return likeness{}, err
	}
	other := profileOf(&l.document)
	l.score = c.profile.Like(other, c.rarity(ctx))
	if l.score >= nearlyLike {
		l.why = append(l.why, schema.Reason{Kind: schema.ReasonNearly})
	}
	if same := c.sameDirectives(&l.document); len(same) > 0 {
		reason := schema.Reason{Kind: schema.ReasonDirectives}
		weight := 0.0
		for _, identity := range same {
			weight += c.directiveRarity(identity)
			reason.Args = append(reason.Args, c.label(identity))
		}
		l.score += directiveLike * weight / (1 + weight)
		reason.Args = reason.Args[:min(similarReasons, len(reason.Args))]
		l.why = append(l.why, reason)
	}
	if shared := c.profile.Shared(other, c.rarity(ctx), similarReasons); len(shared) > 0 {
		l.why = append(l.why, schema.Reason{Kind: schema.ReasonShared, Args: shared})
	}
	return l, c.failed
}

// sameDirectives are those that both documents refer to, the rarest first.
func (c *comparison) sameDirectives(d *schema.Document) []string {
	others := d.Directives()
	same := slices.DeleteFunc(slices.Clone(c.document.Directives()), func(identity string) bool { return !slices.Contains(others, identity) })
	slices.SortFunc(same, func(a, b string) int {
		return cmp.Or(cmp.Compare(c.directiveRarity(b), c.directiveRarity(a)), cmp.Compare(a, b))
	})
	return same
}

// directiveRarity says how rare a directive is among the documents.
func (c *comparison) directiveRarity(identity string) float64 {
	documents := 1
	for _, s := range c.engine.Segments() {
		n, err := s.Frequency(fieldDirective, identity)
		if err != nil {
			c.failed = err
		}
		documents += n
	}
	return max(0, math.Log(float64(c.engine.Documents()+1)/float64(documents)))
}

// placesOf gives the places of the live documents of an id.
func placesOf(ctx context.Context, segments []*postings.Segment, id string) ([]engine.Hit, error) {
	var hits []engine.Hit
	for i, s := range segments {
		documents, err := s.Documents(ctx, fieldID, id)
		if err != nil {
			return nil, err
		}
		for _, d := range documents {
			if s.Live().Has(d) {
				hits = append(hits, engine.Hit{Segment: i, Document: d})
			}
		}
	}
	return hits, nil
}
