package schema

// A Voice is a value that documents give, and how many of them give it.
type Voice struct {
	Value     string `json:"value"`
	Documents int    `json:"documents"`
}

// A DirectiveDetail is all that the collection knows of one directive.
type DirectiveDetail struct {
	Directive // Identity is "" where a code stands for Others only

	Others []Directive // the other identities of its code, the most cited first

	// The documents that refer to it by their values; "" counts those without
	// one. The sums are Documents each.
	Provinces    []Voice // as of the report, the most documents first
	ProvincesNow []Voice // since 1 July 2025
	Years        []Voice // rising
	Levels       []Voice // from the top of the state downwards

	Chain []Branch // what it carries out, down to it and to what carries it out; see Branch
	Edges []Edge   // the relations that it is an end of, the surest first
}

// An Edge is a relation as the documents of the collection state it.
type Edge struct {
	Kind       RelationKind
	From       string  // identity; "" stands for the documents themselves
	To         string  // identity
	Confidence float64 // of the surest statement
	Documents  int     // that state it
	Statements []Statement
}

// A Statement is the sentence with which a document states a relation.
type Statement struct {
	Document   string // id
	Title      string // of the document
	Published  string // ISO date or ""
	Province   string
	Sentence   string // as written
	Words      Span   // of Sentence: the words that state it
	At         int    // where Sentence begins in Document.Text, in bytes
	Confidence float64
}

// A Branch is a directive in a tree of relations, with those that carry out,
// review, amend or replace it. A tree is made when it is asked for, from edges
// whose references are sure and of one term, and is bounded: what was left out
// is counted.
type Branch struct {
	Directive Directive
	Edge      *Edge // how it is tied to the branch above; nil at a root
	Asked     bool  // the directive that the tree was asked for
	Reports   int   // documents that say themselves that they carry it out
	Branches  []Branch
	More      int // branches that were left out
	End       End // why nothing is said of what lies below, "" if that is all there is
}

// An End is a reason why a tree does not go on.
type End string

// The ends.
const (
	EndCycle   End = "cycle"   // it stands further up in the tree
	EndOpen    End = "open"    // its issuer or its term is not told, so that it could be several
	EndShown   End = "shown"   // what lies below it stands elsewhere in the tree
	EndFar     End = "far"     // more lies below, too deep to be shown
	EndChanged End = "changed" // it only amends or replaces: what carries it out is on its own page
)

// A CoverageRequest asks for a table of provinces and directives.
type CoverageRequest struct {
	Directives []string // codes or identities as typed; none means the most cited central ones
	Columns    int      // most directives when none are named; 0 means 8
	Now        bool     // the 34 provinces since 1 July 2025 instead of the 63 as of the report
}

// A Coverage is a table of provinces and directives. A cell counts documents of
// this collection: an empty one says nothing of what was done.
type Coverage struct {
	Now        bool
	Directives []Directive // the columns
	Rows       []CoverageRow
}

// A CoverageRow is a province; the last row, with Province "", has the
// documents without one.
type CoverageRow struct {
	Province string
	Cells    []CoverageCell // one for each directive
}

// A CoverageCell counts the documents of a province that refer to a directive.
type CoverageCell struct {
	Documents int
	First     string // earliest Published among them; "" unknown
}
