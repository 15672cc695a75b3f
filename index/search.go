package index

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"time"

	blevequery "github.com/blevesearch/bleve/v2/search/query"

	"soi/index/query"
	"soi/index/schema"
)

// The limits of a request; beyond them Search refuses it.
const (
	DefaultLimit = 10
	MaxLimit     = 1_000
	MaxOffset    = 10_000
)

// Search answers a request. The error is a *schema.FilterError if a filter's
// value is none that Soi knows, and that of ctx if it ends. When
// Request.Timeout is over, the answer holds what was reached until then and
// says so.
func (ix *Index) Search(ctx context.Context, req schema.Request) (schema.Results, error) {
	start := time.Now()
	if req.Limit == 0 {
		req.Limit = DefaultLimit
	}
	if req.Limit < 0 || req.Limit > MaxLimit {
		return schema.Results{}, fmt.Errorf("search: limit %d is not within 1 to %d", req.Limit, MaxLimit)
	}
	if req.Offset < 0 || req.Offset > MaxOffset {
		return schema.Results{}, fmt.Errorf("search: offset %d is not within 0 to %d", req.Offset, MaxOffset)
	}
	if !slices.Contains([]schema.Sort{"", schema.SortScore, schema.SortNewest, schema.SortOldest}, req.Sort) {
		return schema.Results{}, fmt.Errorf("search: unknown order %q", req.Sort)
	}
	v, release := ix.acquire()
	defer release()
	results, err := v.search(ctx, req)
	if err != nil {
		return schema.Results{}, fmt.Errorf("search: %w", err)
	}
	results.Took = time.Since(start)
	return results, nil
}

// engine opens the view for searching.
func (v *view) engine(ctx context.Context) (e engine, done func(), err error) {
	reader, err := snapshot(v.bleve)
	if err != nil {
		return engine{}, nil, err
	}
	e = engine{reader: reader, mapping: v.bleve.Mapping()}
	if e.lookups, err = v.lookups(ctx, reader); err != nil {
		return engine{}, nil, errors.Join(err, reader.Close())
	}
	return e, func() { _ = reader.Close() }, nil
}

func (v *view) search(ctx context.Context, req schema.Request) (schema.Results, error) {
	e, done, err := v.engine(ctx)
	if err != nil {
		return schema.Results{}, err
	}
	defer done()
	s := &answer{engine: e, req: req, ask: newQuestion(query.Parse(req.Query))}
	s.filterer = &filterer{lookups: e.lookups}
	s.notes = syntaxNotes(s.ask.query)
	if s.filters, err = s.filterer.filters(req.Filter, s.ask.query.Filters); err != nil {
		return schema.Results{}, err
	}
	s.notes = append(s.notes, s.filterer.notes...)
	if err := s.within(ctx); err != nil {
		return schema.Results{}, err
	}
	return s.results(ctx, v)
}

// An answer is one request on its way to its results.
type answer struct {
	engine
	req      schema.Request
	ask      question
	filterer *filterer
	filters  []filter
	notes    []schema.Note

	reading reading
	tally   *tally
	top     *top
	partial bool
}

// within runs the search within the time allowed.
func (s *answer) within(ctx context.Context) error {
	limited := ctx
	if s.req.Timeout > 0 {
		var cancel context.CancelFunc
		limited, cancel = context.WithTimeout(ctx, s.req.Timeout)
		defer cancel()
	}
	err := s.run(limited)
	if err != nil && errors.Is(err, limited.Err()) && ctx.Err() == nil {
		s.partial = true
		s.notes = append(s.notes, schema.Note{Kind: schema.NotePartial, Args: []string{s.req.Timeout.String()}})
		return nil
	}
	return err
}

// run tries the readings of the question, from the closest to what was typed
// to the loosest, until one finds something. What the last one found stands.
func (s *answer) run(ctx context.Context) error {
	typed, err := s.ask.marks(ctx, s.engine, s.req)
	if err != nil {
		return err
	}
	for _, a := range s.ask.attempts(typed, s.req.Literal) {
		if err := s.try(ctx, a); err != nil {
			return err
		}
		if s.tally.matched > 0 {
			s.announce(a, typed)
			break
		}
	}
	s.notes = append(s.notes, s.reading.notes...)
	return nil
}

// try finds what one reading matches.
func (s *answer) try(ctx context.Context, a attempt) error {
	reading, err := s.ask.interpret(a, s.filterer.value)
	if err != nil {
		return err
	}
	s.reading = reading
	s.tally = newTally(s.columns, s.filters)
	s.top = &top{size: s.req.Offset + s.req.Limit}
	scored := s.req.Sort == "" || s.req.Sort == schema.SortScore
	published := s.columns[fieldPublished]
	return s.each(ctx, s.compile(scored), scored, func(document uint32, score float64) bool {
		if s.tally.add(document) {
			s.top.offer(candidate{document, score, sortKey(s.req.Sort, published.First(document)), s.rank[document]})
		}
		return true
	})
}

// compile gives the engine's query of the reading; nil for every document.
func (s *answer) compile(scored bool) blevequery.Query {
	if s.reading.root == nil {
		return nil
	}
	c := newCompiler(s.lookups, s.req.NoTitle, s.reading.root)
	q := c.query(s.reading.root)
	if _, all := s.reading.root.(allOf); all && scored && len(s.reading.whole) > 1 {
		q = prefer(q, either(c.phrase(s.reading.whole)))
	}
	return q
}

// sortKey is higher for what comes first; date is the ordinal of the date, or
// -1 if it is not known, which comes last either way.
func sortKey(sort schema.Sort, date int) int {
	switch {
	case sort == schema.SortNewest:
		return date
	case sort == schema.SortOldest && date < 0:
		return math.MinInt
	case sort == schema.SortOldest:
		return -date
	}
	return 0
}

// announce says how far the attempt that found something goes beyond what was
// typed.
func (s *answer) announce(a attempt, typed marks) {
	if a.marks != typed {
		s.notes = append(s.notes, schema.Note{Kind: schema.NoteOtherMarks})
	}
	if a.missing > 0 {
		s.notes = append(s.notes, schema.Note{Kind: schema.NoteRelaxed, Args: []string{strconv.Itoa(a.missing)}})
	}
}

// results puts the answer together.
func (s *answer) results(ctx context.Context, v *view) (schema.Results, error) {
	r := schema.Results{Query: s.req.Query, Partial: s.partial}
	if s.tally != nil { // nil when the time ran out before anything was read
		r.Total = len(s.tally.hits)
		if s.req.Facets {
			r.Facets = s.tally.facets()
		}
		if err := s.page(ctx, v, &r); err != nil {
			return r, err
		}
	}
	for _, n := range s.notes {
		if !slices.ContainsFunc(r.Notes, func(m schema.Note) bool { return m.Kind == n.Kind && slices.Equal(m.Args, n.Args) }) {
			r.Notes = append(r.Notes, n)
		}
	}
	return r, nil
}
