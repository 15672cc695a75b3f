package main

import (
	"encoding/json"
	"io"

	"soi/index/schema"
)

// The JSON that commands print is a contract: fields are only ever added, and
// the package comment describes each. What is unknown is null. The types here stand apart from those of package
// schema so that a change there cannot change the contract unnoticed.

// A resultsJSON is the one object that "soi search --json" prints.
type resultsJSON struct {
	Query   string                 `json:"query"`
	Total   int                    `json:"total"`
	Folded  int                    `json:"folded"` // of total, the documents that are copies of hits and no hits themselves
	TookMS  float64                `json:"took_ms"`
	Partial bool                   `json:"partial"`
	Notes   []noteJSON             `json:"notes"`
	Hits    []hitJSON              `json:"hits"`
	Next    *string                `json:"next"`   // --cursor of the page that follows; null: this is the last
	Facets  map[string][]valueJSON `json:"facets"` // by field: province, directive, year, level; all values

	// Where nothing was found: what would be with one condition less.
	Relaxations []relaxationJSON `json:"relaxations"`
}

type relaxationJSON struct {
	Field  *string  `json:"field"`  // whose filter is left out; null: a part of the query or, with no values, all filters
	Values []string `json:"values"` // of that filter, or that part
	Query  *string  `json:"query"`  // what is left of the query, where a part of it is left out
	Total  int      `json:"total"`
}

type noteJSON struct {
	Kind schema.NoteKind `json:"kind"`
	Args []string        `json:"args"`
	Text string          `json:"text"` // a sentence in the language of the run
}

type hitJSON struct {
	ID          string        `json:"id"`
	Title       string        `json:"title"`
	TitleSpans  []schema.Span `json:"title_spans"` // byte offsets into title
	URL         *string       `json:"url"`
	Path        string        `json:"path"`
	Province    *string       `json:"province"`
	ProvinceNow *string       `json:"province_now"`
	Year        *int          `json:"year"`
	Published   *string       `json:"published"`
	Level       *string       `json:"level"`
	Kind        *string       `json:"kind"`
	Directives  []string      `json:"directives"` // identities
	// The directives as people read them: "21-KL/TW", or "21-KL/TW (XIII)"
	// where the collection has others of the code.
	DirectiveLabels []string     `json:"directive_labels"`
	Score           float64      `json:"score"`
	Snippet         snippetJSON  `json:"snippet"`
	Why             []reasonJSON `json:"why"`         // how it matches the query
	Copies          []copyJSON   `json:"copies"`      // the same report, folded into the hit
	MoreCopies      int          `json:"more_copies"` // of them, those that are not listed
}

type reasonJSON struct {
	Kind schema.ReasonKind `json:"kind"`
	Args []string          `json:"args"`
}

type snippetJSON struct {
	Text  string        `json:"text"`
	Spans []schema.Span `json:"spans"` // byte offsets into text
	Start int           `json:"start"` // where text begins in the document's text
}

type valueJSON struct {
	Value    string `json:"value"`
	Label    string `json:"label"` // in the language of the run
	Count    int    `json:"count"`
	Selected bool   `json:"selected"`
}

func (a *app) newResultsJSON(r *schema.Results) resultsJSON {
	out := resultsJSON{
		Query:   r.Query,
		Total:   r.Total,
		Folded:  r.Folded,
		TookMS:  float64(r.Took.Microseconds()) / 1000,
		Partial: r.Partial,
		Notes:   a.newNotesJSON(r.Notes),
		Hits:    []hitJSON{},
		Next:    known(r.Next),
		Facets:  map[string][]valueJSON{},

		Relaxations: []relaxationJSON{},
	}
	for _, x := range r.Relaxations {
		out.Relaxations = append(out.Relaxations, relaxationJSON{known(string(x.Field)), list(x.Values), known(x.Query), x.Total})
	}
	for _, h := range r.Hits {
		out.Hits = append(out.Hits, a.newLabelledHitJSON(h, r.Labels))
	}
	for _, f := range r.Facets {
		values := []valueJSON{}
		for _, v := range f.Values {
			values = append(values, valueJSON{v.Value, a.FacetValue(f.Field, v), v.Count, v.Selected})
		}
		out.Facets[string(f.Field)] = values
	}
	return out
}

func (a *app) newNotesJSON(notes []schema.Note) []noteJSON {
	all := []noteJSON{}
	for _, n := range notes {
		all = append(all, noteJSON{n.Kind, list(n.Args), a.note(n)})
	}
	return all
}

func (a *app) newLabelledHitJSON(h schema.Hit, labels schema.Labels) hitJSON {
	hit := newHitJSON(h)
	for _, identity := range h.Directives {
		hit.DirectiveLabels = append(hit.DirectiveLabels, a.Directive(labels.Of(identity)))
	}
	return hit
}

func newHitJSON(h schema.Hit) hitJSON {
	out := hitJSON{
		ID:              h.ID,
		Title:           h.Title,
		TitleSpans:      list(h.TitleMarks),
		URL:             known(h.URL),
		Path:            h.Path,
		Province:        known(h.Province),
		ProvinceNow:     known(h.ProvinceNow),
		Year:            known(h.Year),
		Published:       known(h.Published),
		Level:           known(string(h.Level)),
		Kind:            known(string(h.Kind)),
		Directives:      list(h.Directives),
		DirectiveLabels: []string{},
		Score:           h.Score,
		Snippet:         snippetJSON{h.Snippet.Text, list(h.Snippet.Spans), h.Snippet.Start},
		Why:             []reasonJSON{},
		Copies:          newCopiesJSON(h.Copies),
		MoreCopies:      h.MoreCopies,
	}
	for _, r := range h.Why {
		out.Why = append(out.Why, reasonJSON{r.Kind, list(r.Args)})
	}
	return out
}

// An extractJSON is the object that "soi extract --json" prints for a
// document.
type extractJSON struct {
	File        string                           `json:"file"`
	ID          string                           `json:"id"`
	Title       *string                          `json:"title"`
	Published   *string                          `json:"published"`
	NotBefore   *string                          `json:"not_before"`
	Year        *int                             `json:"year"`
	Province    *string                          `json:"province"`
	ProvinceNow *string                          `json:"province_now"`
	District    *string                          `json:"district"`
	Commune     *string                          `json:"commune"`
	Level       *string                          `json:"level"`
	Kind        *string                          `json:"kind"`
	Issuer      *string                          `json:"issuer"`
	Site        *string                          `json:"site"`
	URL         *string                          `json:"url"`
	Encoding    *string                          `json:"encoding"`
	Evidence    map[schema.Field]schema.Evidence `json:"evidence"`
	References  []referenceJSON                  `json:"references"`
	Relations   []schema.Relation                `json:"relations"`
	Ratios      []ratioJSON                      `json:"ratios"`
	Acronyms    []acronymJSON                    `json:"acronyms"`
}

type referenceJSON struct {
	Raw        string         `json:"raw"`
	Start      int            `json:"start"` // byte offsets into the document's text
	End        int            `json:"end"`
	Code       *string        `json:"code"`
	Key        *string        `json:"key"`
	Identity   *string        `json:"identity"`
	Type       *string        `json:"type"`
	Number     *string        `json:"number"`
	Date       *string        `json:"date"`
	Issuer     *string        `json:"issuer"`
	Term       *string        `json:"term"`
	Year       *int           `json:"year"`
	Title      *string        `json:"title"` // the words "về …" that follow
	Kind       schema.RefKind `json:"kind"`
	Confidence float64        `json:"confidence"`
	Noise      bool           `json:"noise"` // outside of what the document says, in a related link say
}

// A ratioJSON is a quantity that the document states as a quotient and in
// percent; spans are byte offsets into the document's text.
type ratioJSON struct {
	Part     float64     `json:"part"`
	Whole    float64     `json:"whole"`
	Percent  float64     `json:"percent"` // as stated
	Sum      float64     `json:"sum"`     // as it works out
	Holds    bool        `json:"holds"`   // the two agree within the rounding of percent
	Quotient schema.Span `json:"quotient"`
	Stated   schema.Span `json:"stated"`
	Sentence schema.Span `json:"sentence"`
}

// An acronymJSON is a short form that the document declares. Spans are byte
// offsets into its text.
type acronymJSON struct {
	Short     string             `json:"short"`
	Long      string             `json:"long"`
	ShortSpan schema.Span        `json:"short_span"`
	LongSpan  schema.Span        `json:"long_span"`
	Kind      schema.AcronymKind `json:"kind"` // initials, foreign, declared
}

func newExtractJSON(d *schema.Document) extractJSON {
	out := extractJSON{
		File:        d.Path,
		ID:          d.ID,
		Title:       known(d.TitleText()),
		Published:   known(d.Published),
		NotBefore:   known(d.NotBefore),
		Year:        known(d.Year),
		Province:    known(d.Province),
		ProvinceNow: known(d.ProvinceNow),
		District:    known(d.District),
		Commune:     known(d.Commune),
		Level:       known(string(d.Level)),
		Kind:        known(string(d.Kind)),
		Issuer:      known(d.Issuer),
		Site:        known(d.Site),
		URL:         known(d.URL),
		Encoding:    known(d.Encoding),
		Evidence:    d.Evidence,
		References:  []referenceJSON{},
		Relations:   list(d.Relations),
		Ratios:      []ratioJSON{},
		Acronyms:    []acronymJSON{},
	}
	if out.Evidence == nil {
		out.Evidence = map[schema.Field]schema.Evidence{}
	}
	for _, r := range d.References {
		out.References = append(out.References, referenceJSON{
			Raw: r.Raw, Start: r.Start, End: r.End,
			Code: known(r.Code), Key: known(r.Key), Identity: known(r.Identity),
			Type: known(r.Type), Number: known(r.Number), Date: known(r.Date),
			Issuer: known(r.Issuer), Term: known(r.Term), Year: known(r.Year),
			Title: known(r.Title), Kind: r.Kind, Confidence: r.Confidence, Noise: !d.Says(r.Span()),
		})
	}
	for _, r := range d.Ratios {
		out.Ratios = append(out.Ratios, ratioJSON(r))
	}
	for _, s := range d.Acronyms {
		out.Acronyms = append(out.Acronyms, acronymJSON(s))
	}
	return out
}

// known returns nil for a zero value, so that what is unknown prints as null.
func known[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

// list returns an empty list for nil, so that it prints as [].
func list[T any](v []T) []T {
	if v == nil {
		return []T{}
	}
	return v
}

// printJSON writes v as one line of JSON, letters unescaped.
func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
