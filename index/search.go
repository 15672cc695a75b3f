package index

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"sync"
	"time"

	"github.com/blevesearch/bleve/v2/index/scorch"

	"soi/index/internal/engine"
	"soi/index/schema"
)

// Search answers a request; beyond the limits of package schema it is refused.
// The error is a *schema.FilterError if a value of
// Request.Filter is none that Soi knows (in the query's text it is put right
// or left out, with a note), wraps schema.ErrCursor if the cursor is none
// of this order, and is that of ctx if it ends. When Request.Timeout is over,
// the answer holds what was reached until then and says so.
func (ix *Index) Search(ctx context.Context, req schema.Request) (schema.Results, error) {
	search, release := ix.Hold()
	defer release()
	return search(ctx, req)
}

// Hold gives Search on the generation that is live now, whatever Refresh does,
// until release is called: the pages of one long answer fit together.
func (ix *Index) Hold() (search func(context.Context, schema.Request) (schema.Results, error), release func()) {
	v, release := ix.acquire()
	return v.answer, release
}

// answer is Index.Search.
func (v *view) answer(ctx context.Context, req schema.Request) (schema.Results, error) {
	start := time.Now()
	if req.Limit == 0 {
		req.Limit = schema.DefaultLimit
	}
	if err := check(req); err != nil {
		return schema.Results{}, fmt.Errorf("search: %w", err)
	}
	results, err := v.search(ctx, req)
	if err != nil {
		return schema.Results{}, fmt.Errorf("search: %w", err)
	}
	results.Took = time.Since(start)
	return results, nil
}

func check(req schema.Request) error {
	switch {
	case req.Limit < 0 || req.Limit > schema.MaxLimit:
		return fmt.Errorf("limit %d is not within 1 to %d", req.Limit, schema.MaxLimit)
	case req.Offset < 0 || req.Offset > schema.MaxOffset:
		return fmt.Errorf("offset %d is not within 0 to %d", req.Offset, schema.MaxOffset)
	case req.Offset > 0 && req.Cursor != "":
		return fmt.Errorf("offset %d beside a cursor", req.Offset)
	case !slices.Contains([]schema.Sort{"", schema.SortScore, schema.SortNewest, schema.SortOldest}, req.Sort):
		return fmt.Errorf("unknown order %q", req.Sort)
	}
	for _, f := range req.Facet {
		if !slices.Contains(columnFields, string(f)) || f == schema.FieldPublished {
			return fmt.Errorf("field %q has no facet", f)
		}
	}
	return nil
}

// A searcher is a view open for one request.
type searcher struct {
	reader *scorch.IndexSnapshot
	*lookups
}

// searcher opens the view for searching.
func (v *view) searcher(ctx context.Context) (s searcher, done func(), err error) {
	reader, err := snapshot(v.bleve)
	if err != nil {
		return searcher{}, nil, err
	}
	s = searcher{reader: reader}
	if s.lookups, err = v.lookups(ctx); err != nil {
		return searcher{}, nil, errors.Join(err, reader.Close())
	}
	return s, func() { _ = reader.Close() }, nil
}

// search answers a request within the time that it allows.
func (v *view) search(ctx context.Context, req schema.Request) (schema.Results, error) {
	limited := ctx
	if req.Timeout > 0 {
		var cancel context.CancelFunc
		limited, cancel = context.WithTimeout(ctx, req.Timeout)
		defer cancel()
	}
	r, err := v.reach(limited, req)
	if err == nil && r.Partial && ctx.Err() != nil {
		err = ctx.Err()
	}
	if err != nil {
		return schema.Results{}, err
	}
	return r, nil
}

// reach answers a request as far as ctx lets it. That it ended is no error:
// the answer holds what was reached until then, and says so.
func (v *view) reach(ctx context.Context, req schema.Request) (schema.Results, error) {
	r := schema.Results{Query: req.Query}
	s := &answer{req: req}
	from, done, err := v.searcher(ctx)
	if err == nil {
		defer done()
		s.searcher = from
		err = s.fill(ctx, v, &r)
	}
	if err = s.late(ctx, err); err != nil {
		return schema.Results{}, err
	}
	r.Partial = s.partial
	s.addNotes(&r)
	return r, nil
}

// late takes the error of a step for what it is: that the time ran out is
// noted, others stay.
func (s *answer) late(ctx context.Context, err error) error {
	if err == nil || ctx.Err() == nil || !errors.Is(err, ctx.Err()) {
		return err
	}
	s.partial = true
	s.notes = append(s.notes, schema.Note{Kind: schema.NotePartial, Args: []string{s.req.Timeout.String()}})
	return nil
}

// fill takes the steps from the query to the results.
func (s *answer) fill(ctx context.Context, v *view, r *schema.Results) error {
	if err := s.prepare(ctx); err != nil {
		return err
	}
	r.Typed = typedFilters(s.ask.query)
	if err := s.late(ctx, s.run(ctx)); err != nil {
		return err
	}
	if s.partial {
		ctx = context.WithoutCancel(ctx) // what was reached is still shown: a page at most
	}
	if err := s.results(ctx, v, r); err != nil {
		return err
	}
	return s.correct(ctx, v, r)
}

// prepare reads the query and the filters.
func (s *answer) prepare(ctx context.Context) error {
	q, notes, err := s.understand(ctx, s.req)
	if err != nil {
		return err
	}
	q, mended := s.withKnownFilters(q)
	s.ask, s.notes = newQuestion(q, s.req.Literal), append(notes, mended...)
	if questionMark(s.req.Query) {
		s.ask.asked, s.ask.quoted = true, newQuotation(s.ask.query.Root, 0)
	}
	s.filterer = &filterer{lookups: s.lookups}
	if s.after, err = readCursor(s.req.Sort, s.req.Cursor); err != nil {
		return err
	}
	if s.filters, err = s.filterer.filters(s.req.Filter, s.ask.query.Filters); err != nil {
		return err
	}
	if s.given, err = s.filterer.filters(s.req.Filter, nil); err != nil {
		return err
	}
	s.notes = append(s.notes, s.filterer.notes...)
	return nil
}

// An answer is one request on its way to its results.
type answer struct {
	searcher
	req      schema.Request
	ask      question
	filterer *filterer
	filters  []filter
	given    []filter // without those in the text of the query
	after    *engine.Place
	notes    []schema.Note

	reading  reading
	restored restoration
	found    *engine.Found
	hits     []engine.Hit // of the page
	texts    termReader
	more     bool // there are hits behind the page
	partial  bool
}

// run tries the readings of the question, from the closest to what was typed
// to the loosest, until one finds something. What the last one found stands.
func (s *answer) run(ctx context.Context) error {
	typed, err := s.ask.marks(ctx, s.searcher, s.req)
	if err != nil {
		return err
	}
	for _, a := range s.ask.attempts(typed, s.req.Literal) {
		any, err := s.try(ctx, a)
		if err != nil {
			return err
		}
		if any {
			s.announce(a, typed)
			break
		}
	}
	s.notes = append(s.notes, s.reading.notes...)
	if s.found.Total() > 0 {
		s.noteRestored()
	}
	return s.rank(ctx)
}

// try finds what one reading matches, and reports whether it is anything but
// for the filters.
func (s *answer) try(ctx context.Context, a attempt) (any bool, err error) {
	s.reading, err = s.ask.interpret(a, s.acronymsFor(s.req), s.filterer.value)
	if err != nil {
		return false, err
	}
	if !s.req.Literal {
		if s.restored, err = s.restore(s.reading); err != nil {
			return false, err
		}
	}
	var q engine.Query
	if s.ask.query.Lost() {
		q = engine.Not{} // not everything
	}
	if s.reading.root != nil {
		c := newCompiler(s.lookups, s.req.NoTitle, s.reading.root)
		c.likely = s.restored.forms
		q = c.query(s.reading.root)
	}
	matches, err := s.engine.Match(ctx, q)
	s.found = matches.Filter(s.engineFilters())
	if !s.req.Unfold {
		s.found.Fold(s.copies)
	}
	return matches.Any(), err
}

func (s *answer) engineFilters() []engine.Filter {
	all := make([]engine.Filter, len(s.filters))
	for i, f := range s.filters {
		all[i] = engine.Filter{Column: s.columns[f.field], Chosen: f.set}
	}
	return all
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

// results fills in what was found.
func (s *answer) results(ctx context.Context, v *view, r *schema.Results) error {
	if s.found == nil { // the time ran out before anything was read
		return nil
	}
	r.Total, r.Folded = s.found.Total(), s.found.Folded()
	var facets sync.WaitGroup
	if s.req.Facets {
		facets.Go(func() { r.Facets = s.facets() })
	}
	err := s.page(ctx, v, r)
	facets.Wait()
	if r.Total == 0 && !s.partial && err == nil {
		r.Relaxations, err = s.relaxations(ctx)
	}
	return err
}

// addNotes adds the notes of the answer, each once.
func (s *answer) addNotes(r *schema.Results) {
	notes := s.notes
	if s.filterer != nil {
		notes = slices.Concat(notes, s.filterer.notes) // filters inside of the query have come late
	}
	for _, n := range notes {
		if !slices.ContainsFunc(r.Notes, func(m schema.Note) bool { return m.Kind == n.Kind && slices.Equal(m.Args, n.Args) }) {
			r.Notes = append(r.Notes, n)
		}
	}
}
