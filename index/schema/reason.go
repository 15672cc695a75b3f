package schema

// A Reason says in what way a document matches a query. The message catalogue
// puts it into words.
type Reason struct {
	Kind ReasonKind
	Args []string
}

// A ReasonKind names a reason; the comment says what Args hold.
type ReasonKind string

// The reasons, the strongest first.
const (
	ReasonCode       ReasonKind = "code"       // a directive's code as the document writes it
	ReasonTitle      ReasonKind = "title"      // the words of the query that its title has, as written there
	ReasonTogether   ReasonKind = "together"   // the whole query as the document has it, word after word
	ReasonPhrase     ReasonKind = "phrase"     // a phrase of the query as the document has it
	ReasonUnmarked   ReasonKind = "unmarked"   // words as typed, the same as the document writes them: without marks
	ReasonMarked     ReasonKind = "marked"     // words typed without marks, or without tones, the same with the document's
	ReasonOther      ReasonKind = "otherwise"  // words as typed, the same with other marks in the document
	ReasonAcronym    ReasonKind = "acronym"    // words or an acronym as typed, the other form as the document has it
	ReasonFormer     ReasonKind = "former"     // the province it reports from, what that belongs to now
	ReasonNearly     ReasonKind = "nearly"     // of a similar document: nearly the same words
	ReasonDirectives ReasonKind = "directives" // of a similar document: the directives both refer to, as in Labels
	ReasonShared     ReasonKind = "shared"     // of a similar document: what both say, as the first writes it
	ReasonLacks      ReasonKind = "lacks"      // the words of the query that it does not have
)
