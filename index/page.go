package index

import (
	"context"
	"runtime"
	"strconv"
	"strings"

	"golang.org/x/sync/errgroup"

	"soi/analyzer/token"
	"soi/analyzer/viet"
	"soi/index/internal/engine"
	"soi/index/internal/postings"
	"soi/index/internal/snippet"
	"soi/index/internal/store"
	"soi/index/schema"
)

// enoughRead is where the search for a snippet may stop, in bytes, once it
// has found something: a passage further down would not be better known.
const enoughRead = 512 << 10

// matcher gives the matcher of a reading.
func (r reading) matcher() *snippet.Matcher {
	var sequences []snippet.Sequence
	var nears []snippet.Near
	if r.root != nil {
		leaves(r.root, func(l leaf) {
			sequences = append(sequences, l.sequences()...)
			if l.near > 0 {
				nears = append(nears, snippet.Near{Words: l.slots, Between: l.near})
			}
		})
	}
	return snippet.New(sequences, r.whole, nears...)
}

// A takenApart is a document with its words, for queries to be found in. It is
// kept with the postings: who turns a page, or chooses a facet, sees many
// documents again.
type takenApart struct {
	schema.Document
	title, body *snippet.Text
}

// Size is about what it takes in memory, in bytes.
func (d *takenApart) Size() int {
	const (
		fixed = 2 << 10
		named = 256 // a reference, relation or acronym
	)
	return fixed + len(d.Text) + named*(len(d.References)+len(d.Relations)+len(d.Acronyms)) + d.title.Size() + d.body.Size()
}

// takenApartOf reads a document of a segment, or gives what was read before.
func takenApartOf(segment *postings.Segment, number uint32) (*takenApart, error) {
	return postings.Cached(segment, "document "+strconv.Itoa(int(number)), func() (*takenApart, error) {
		d, err := storedDocument(segment, number)
		if err != nil {
			return nil, err
		}
		title, body := passages(&d)
		return &takenApart{
			Document: d,
			title:    snippet.Read(d.TitleText(), []schema.Span{{End: d.Title.Len()}}, title),
			body:     snippet.Read(d.Text, searchable(&d), body),
		}, nil
	})
}

// A looked is a document with what its page of results shows of it.
type looked struct {
	document    *schema.Document
	title, body snippet.Found
}

// A looker reads documents and finds the query in them, each once.
type looker struct {
	*answer
	view    *view
	matcher *snippet.Matcher
	seen    map[hitKey]*looked
}

// A hitKey tells hits apart.
type hitKey struct {
	segment  int
	document uint32
}

func keyOf(h engine.Hit) hitKey { return hitKey{h.Segment, h.Document} }

// look gives hits with what is found in them. It reads their documents side by
// side.
func (l *looker) look(ctx context.Context, hits []engine.Hit) ([]*looked, error) {
	read := make([]*takenApart, len(hits))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, h := range hits {
		if l.seen[keyOf(h)] != nil {
			continue
		}
		group.Go(func() (err error) {
			if err := ctx.Err(); err != nil {
				return err
			}
			if read[i], err = takenApartOf(l.engine.Segments()[h.Segment], h.Document); err != nil {
				err = store.Damaged(l.view.generation.Path, "has an unreadable document: %v", err)
			}
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	all := make([]*looked, len(hits))
	for i, h := range hits {
		if l.seen[keyOf(h)] == nil {
			l.seen[keyOf(h)] = l.find(read[i])
		}
		all[i] = l.seen[keyOf(h)]
	}
	return all, nil
}

// find looks for the query in a document.
func (l *looker) find(d *takenApart) *looked {
	found := &looked{document: &d.Document, title: l.matcher.Find(d.title, 0)}
	if l.req.Snippet >= 0 {
		found.body = l.matcher.Find(d.body, enoughRead)
	}
	return found
}

// page fills in the hits.
func (s *answer) page(ctx context.Context, v *view, r *schema.Results) error {
	s.texts = termReader{}
	l := looker{s, v, s.reading.matcher(), map[hitKey]*looked{}}
	r.Labels = schema.Labels{}
	all, err := l.look(ctx, s.hits)
	if err != nil {
		return err
	}
	for i, found := range all {
		s.labels(found.document, r.Labels)
		var passage schema.Snippet
		if s.req.Snippet >= 0 {
			passage = found.body.Best(s.req.Snippet)
		}
		one := hit(found.document, s.hits[i].Score, found.title.Spans(), passage)
		if s.req.Snippet >= 0 {
			one.Why = s.why(found)
		}
		if one.Copies, one.MoreCopies, err = s.copiesOf(ctx, v, s.hits[i]); err != nil {
			return err
		}
		r.Hits = append(r.Hits, one)
	}
	if n := len(r.Hits); n > 0 && s.more {
		last := engine.Place{Score: r.Hits[n-1].Score, ID: r.Hits[n-1].ID}
		if s.order().Column != nil {
			last = engine.Place{Value: r.Hits[n-1].Published, ID: last.ID}
		}
		r.Next = writeCursor(s.req.Sort, last)
	}
	return nil
}

func hit(d *schema.Document, score float64, titleMarks []schema.Span, passage schema.Snippet) schema.Hit {
	return schema.Hit{
		ID:          d.ID,
		Title:       d.TitleText(),
		TitleMarks:  titleMarks,
		URL:         d.URL,
		Path:        d.Path,
		Province:    d.Province,
		ProvinceNow: d.ProvinceNow,
		Year:        d.Year,
		Published:   d.Published,
		Level:       d.Level,
		Kind:        d.Kind,
		Directives:  d.Directives(),
		Score:       score,
		Snippet:     passage,
	}
}

// spelled gives the words of text in small letters with a space between.
func spelled(text string) string {
	var words []string
	end := 0
	for t := range token.Tokens(text, viet.Exact) {
		if t.Start >= end { // a whole comes before its parts
			words = append(words, viet.Fold(text[t.Start:t.End], viet.Exact))
			end = t.End
		}
	}
	return strings.Join(words, " ")
}
