package schema

// A Suggestion is a way to go on with what is being typed.
type Suggestion struct {
	Text  string // as people read it: "tự soi, tự sửa", "Kết luận 21-KL/TW về …"
	Kind  SuggestionKind
	Count int    // documents, see the kinds; 0 not counted
	Value string // the query that finds them
}

// A SuggestionKind says what a suggestion is, and what its Count holds.
type SuggestionKind string

// The kinds of suggestions.
const (
	SuggestPlace     SuggestionKind = "place"     // province or district: documents that report from there
	SuggestDirective SuggestionKind = "directive" // documents that refer to it
	SuggestPhrase    SuggestionKind = "phrase"    // documents that have it, estimated from a sample of a large collection
	SuggestTitle     SuggestionKind = "title"     // of a document: not counted
)
