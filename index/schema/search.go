package schema

import (
	"cmp"
	"errors"
	"fmt"
	"time"
)

// ErrNotFound says that a document or directive is not in the index.
var ErrNotFound = errors.New("not in this index")

// ErrCursor says that a cursor is none, or one of another order.
var ErrCursor = errors.New("not a cursor of this search")

// A FilterError says that a filter's value is none that Soi knows.
type FilterError struct {
	Field Field
	Value string // as typed
	Near  string // a known value that is close; "" none
}

func (e *FilterError) Error() string {
	if e.Near == "" {
		return fmt.Sprintf("filter %s: unknown value %q", e.Field, e.Value)
	}
	return fmt.Sprintf("filter %s: unknown value %q, did you mean %q", e.Field, e.Value, e.Near)
}

// A Sort is an order of hits.
type Sort string

// The orders. The empty Sort means SortScore. Ties are broken by id.
const (
	SortScore  Sort = "score"
	SortNewest Sort = "newest" // documents without a date last
	SortOldest Sort = "oldest" // documents without a date last
)

// A YearRange is an inclusive range of years; From == To is one year. A zero
// end is open.
type YearRange struct{ From, To int }

// A Filter narrows a search. Values of one field are alternatives; fields
// are joined by AND. Values are taken as a person types them: a province by
// name with or without marks or by slug, a directive in any spelling, with or
// without its term. In Province the name of a province of today stands for
// those that it was made of too, "Đà Nẵng" for Quảng Nam; "Đà Nẵng@" asks for
// the reports that name Đà Nẵng alone. The zero Filter lets everything through.
type Filter struct {
	Province    []string
	ProvinceNow []string
	Directive   []string
	Year        []YearRange
	Level       []Level
	Kind        []Kind
	Site        []string
	From, To    string // inclusive ISO dates; "" open
}

// The limits of a Request, as long as nothing else is asked for and at most.
const (
	DefaultLimit = 10
	MaxLimit     = 1_000
	MaxOffset    = 10_000
)

// A Request is one search.
type Request struct {
	Query   string // in Soi's query language; "" asks for every document
	Filter  Filter
	Sort    Sort
	Offset  int           // hits to skip, 0 to MaxOffset
	Cursor  string        // Next of the page before, instead of Offset; of the same query, filter and order
	Limit   int           // hits to return, 1 to MaxLimit; 0 means DefaultLimit
	Facets  bool          // count the facets
	Facet   []Field       // the fields to count; none means province, directive, year and level
	Values  int           // most values of a facet to list besides the selected ones; 0 means 20, -1 all
	Snippet int           // wished length of a snippet in bytes of UTF-8; 0 means 240, less than 0 no snippets
	Timeout time.Duration // for the whole search; 0 means none
	Literal bool          // take the query's words as typed: no keystroke decoding, no relaxation
	NoTitle bool          // leave titles out of matching; for evaluation
	Unfold  bool          // each document is a hit of its own, copies of a report too
}

// Results is the answer to a Request.
type Results struct {
	Query   string
	Total   int // documents that match, copies too, exact unless Partial; facets count the same
	Folded  int // of these, copies that are no hits of their own
	Took    time.Duration
	Partial bool // the time ran out: hits and counts are of what was reached
	Notes   []Note
	Hits    []Hit
	Typed   []TypedFilter // the filters in the text of the query
	Labels  Labels        // of the directives of Hits
	Next    string        // the Cursor of the page that follows; "" if this is the last
	Facets  []Facet       // in the order of Request.Facet

	// Relaxations tell, where nothing was found, what would be with one
	// condition less, the most first. Those that leave nothing either are not
	// among them.
	Relaxations []Relaxation
}

// Facet returns the facet of a field, or an empty one.
func (r *Results) Facet(f Field) Facet {
	for _, facet := range r.Facets {
		if facet.Field == f {
			return facet
		}
	}
	return Facet{Field: f}
}

// A Relaxation is a search with one condition less.
type Relaxation struct {
	Field  Field    // whose filter is left out; "" is a part of the query or, without Values, all filters
	Values []string // of that filter, as typed, or that part of the query
	Query  string   // what is left of the query, where a part of it is left out
	Total  int      // documents that match then
}

// A Hit is one document found.
type Hit struct {
	ID          string
	Title       string
	TitleMarks  []Span // of Title
	URL         string
	Path        string
	Province    string
	ProvinceNow string
	Year        int
	Published   string
	Level       Level
	Kind        Kind
	Directives  []string // identities
	Score       float64
	Snippet     Snippet
	Why         []Reason // how it matches; none without a query

	Copies     []Copy // folded into the hit, the earliest published first, at most 20
	MoreCopies int    // further ones
}

// A Copy is another document with the same report as a hit.
type Copy struct {
	ID        string
	Title     string
	URL       string
	Path      string
	Site      string
	Published string
}

// Similar are documents that report of the same as one.
type Similar struct {
	Copies     []Copy // of the document, the earliest published first, at most 20
	MoreCopies int    // further ones
	Hits       []Hit  // the most alike first; Why says what they have in common, Score how alike they are
	Labels     Labels // of the directives of Hits
}

// A Snippet is a passage of a document that shows why it matches.
type Snippet struct {
	Text  string
	Spans []Span // the words that match, of Text; sorted, disjoint
	Start int    // where Text begins in Document.Text, in bytes
}

// A Facet counts the documents found by the values of a field. Counts of a
// facet ignore that facet's own filter, so that a second value can be chosen.
type Facet struct {
	Field  Field
	Values []FacetValue // selected values are always among them
	Other  int          // documents whose values are not listed
	Left   int          // values of documents found that are not listed
}

// A FacetValue is one value of a facet.
type FacetValue struct {
	Value    string // as filters take it: "Bắc Giang", "21-KL/TW@XIII", "21-KL/TW@" (term unknown), "2022", "tinh"
	Label    string // what the message catalogue makes a name of: Value, or a directive's label as in Labels
	Count    int
	Selected bool
	Typed    bool // selected by a filter in the text of the query, and by none beside it
}

// A TypedFilter is a filter in the text of a query, under which the whole
// query stands.
type TypedFilter struct {
	Field      Field
	Value      string // as it was taken
	Start, End int    // where it stands in Request.Query, in bytes
}

// Matches are the places in a document that match a query.
type Matches struct {
	Spans []Span // of Document.Text: title, body and captions; sorted, disjoint
	Notes []Note // how the query was read

	Labels Labels // of the document's directives
}

// Labels say how directives, by their identities, are called: by the code
// alone, "21-KL/TW", where no other directive of the collection has it, else
// by the identity, "21-KL/TW@XIII" or "21-KL/TW@". The message catalogue puts
// them into words.
type Labels map[string]string

// Of is the label of an identity, or the identity itself if none is known.
func (l Labels) Of(identity string) string { return cmp.Or(l[identity], identity) }

// A Note tells what the search did beyond the letter of the query. The
// message catalogue puts it into words.
type Note struct {
	Kind NoteKind
	Args []string
}

// A NoteKind names what a note is about; the comment says what Args hold.
type NoteKind string

// The notes.
const (
	NoteRestored   NoteKind = "restored"    // query as typed, query with the marks that its words have beside one another in the collection, see TypedShapes
	NoteKeystrokes NoteKind = "keystrokes"  // query as typed, query as understood (Telex or VNI)
	NoteMeant      NoteKind = "meant"       // query as typed, what its words would be as keys: offered, not searched
	NoteRelaxed    NoteKind = "relaxed"     // nothing has all words: number of words that the hits miss at most
	NoteAnyWord    NoteKind = "any_word"    // a long query: any of its words may match, best first
	NoteOtherMarks NoteKind = "other_marks" // nothing has these marks: hits have others
	NoteSyntax     NoteKind = "syntax"      // what was repaired (a query.RepairKind), where (byte offset), what stands there
	NoteTooLong    NoteKind = "too_long"    // words kept of the query, words in it
	NoteIdentities NoteKind = "identities"  // directive as typed, then the identities it stands for
	NoteMerged     NoteKind = "merged"      // province as typed, the province it belongs to now
	NoteFormer     NoteKind = "former"      // province of today, then the former ones whose reports are found too
	NoteApart      NoteKind = "apart"       // province of today, then the former ones whose reports are left out
	NoteAcronym    NoteKind = "acronym"     // acronym as typed, the words it stands for, which are searched too
	NoteShort      NoteKind = "short"       // words as typed, their acronym, which is searched too
	NoteHorn       NoteKind = "horn"        // word as typed, with the horn of ươ that it lacks, which is searched too
	NoteMeanings   NoteKind = "meanings"    // acronym, then each of its meanings with the number of documents that declare it; none is searched
	NotePartial    NoteKind = "partial"     // the time allowed, "1s"

	NoteDidYouMean    NoteKind = "did_you_mean"   // query as typed, query in a spelling that finds more: offered, not searched
	NoteFilterMended  NoteKind = "filter_mended"  // filter as typed in the query, as it was taken
	NoteFilterDropped NoteKind = "filter_dropped" // filter as typed in the query, its Field, its value, which nothing is known of
)

// A Directive is what the collection knows of one directive. Type, Title, Date
// and Issuer are what most documents say; the lists have all that they say, the
// most frequent first, so that conflicts show.
type Directive struct {
	Identity  string `json:"identity"` // "21-KL/TW@XIII"
	Filter    string `json:"filter"`   // what a filter takes for it and for no other; "" for one that documents only hint at
	Code      string `json:"code"`     // display form, "21-KL/TW"
	Same      int    `json:"same"`     // other directives of the code
	Type      string `json:"type"`     // "Kết luận"
	Title     string `json:"title"`    // "về đẩy mạnh xây dựng, chỉnh đốn Đảng"
	Term      string `json:"term"`
	Date      string `json:"date"` // ISO
	Issuer    string `json:"issuer"`
	Level     Level  `json:"level"`     // of the issuing body
	Documents int    `json:"documents"` // documents that refer to it
	First     string `json:"first"`     // earliest and latest Published among them
	Last      string `json:"last"`

	Types   []Voice `json:"types"`
	Titles  []Voice `json:"titles"` // at most 8
	Dates   []Voice `json:"dates"`
	Issuers []Voice `json:"issuers"`
}

// Label is how the directive is called, as in Labels.
func (d *Directive) Label() string {
	if d.Same == 0 {
		return cmp.Or(d.Code, d.Identity)
	}
	return cmp.Or(d.Filter, d.Identity)
}

// TypedShapes is the third argument of a NoteRestored whose query was typed
// with some marks but without tones, "nghi quyêt"; others have none.
const TypedShapes = "shapes"
