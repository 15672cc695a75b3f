package index

import (
	"context"
	"slices"
	"strings"

	"soi/analyzer/token"
	"soi/analyzer/viet"
	"soi/index/internal/engine"
	"soi/index/internal/snippet"
	"soi/index/query"
	"soi/index/schema"
)

// enoughRead is where the search for a snippet may stop, in bytes, once it
// has found something: a passage further down would not be better known.
const enoughRead = 512 << 10

// mostSpellings bounds the places of one document that are looked at for the
// spelling of the query.
const mostSpellings = 100

// matcher gives the matcher of a reading.
func (r reading) matcher() *snippet.Matcher {
	var sequences []snippet.Sequence
	if r.root != nil {
		leaves(r.root, func(l leaf) { sequences = append(sequences, l.sequences()...) })
	}
	return snippet.New(sequences, r.whole)
}

// page fills in the hits, and what they tell of the query's marks.
func (s *answer) page(ctx context.Context, v *view, r *schema.Results) error {
	m := s.reading.matcher()
	spellings := spellings{}
	for _, h := range s.hits {
		if err := ctx.Err(); err != nil {
			return err
		}
		id, err := s.engine.ID(h)
		if err != nil {
			return err
		}
		d, err := v.read(s.reader, id)
		if err != nil {
			return err
		}
		title := m.Find(d.TitleText(), []schema.Span{{End: d.Title.Len()}}, 0)
		body := m.Find(d.Text, searchable(&d), enoughRead)
		spellings.add(append(spellingsAt(d.TitleText(), title.Whole), spellingsAt(d.Text, body.Whole)...))
		r.Hits = append(r.Hits, hit(&d, h.Score, title.Spans(), body.Best(s.req.Snippet)))
	}
	if n := len(r.Hits); n > 0 && s.more {
		last := engine.Place{Score: r.Hits[n-1].Score, ID: r.Hits[n-1].ID}
		if s.order().Column != nil {
			last = engine.Place{Value: r.Hits[n-1].Published, ID: last.ID}
		}
		r.Next = writeCursor(s.req.Sort, last)
	}
	s.restore(spellings, len(r.Hits))
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

// spellings counts, by how they spell the whole query, the documents of a
// page that have it.
type spellings map[string]int

// add counts the spellings of one document, each once.
func (all spellings) add(spellings []string) {
	slices.Sort(spellings)
	for _, s := range slices.Compact(spellings) {
		all[s]++
	}
}

// spellingsAt gives the spellings at spans of a text.
func spellingsAt(text string, spans []schema.Span) []string {
	var all []string
	for _, span := range spans[:min(len(spans), mostSpellings)] {
		all = append(all, spelled(span.Of(text)))
	}
	return all
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

// restore announces the marks of a query typed without them, or without
// tones, if the page tells them: more than half of its hits have all the
// words side by side and spell them the same way, which differs from what was
// typed in nothing but marks.
func (s *answer) restore(all spellings, hits int) {
	if len(s.reading.whole) == 0 || s.ask.toned {
		return
	}
	best := ""
	for spelling, n := range all {
		if n > all[best] || n == all[best] && spelling < best {
			best = spelling
		}
	}
	typed := spelled(s.ask.query.Root.String())
	if 2*all[best] <= hits || best == typed || viet.Fold(best, viet.ASCII) != viet.Fold(typed, viet.ASCII) {
		return
	}
	restored := strings.TrimSpace(best + " " + query.Query{Filters: s.ask.query.Filters}.String())
	s.notes = append(s.notes, schema.Note{Kind: schema.NoteRestored, Args: []string{s.req.Query, restored}})
}
