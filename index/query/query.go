// Package query reads what a person types into Soi's search box. It knows the
// language of queries and nothing of an index: words, phrases, operators and
// field filters come out as typed, and package index decides what they mean.
//
//	tự soi tự sửa            all of the words
//	"tự soi, tự sửa"         the words one after the other; “typographic” quotes too
//	"tự soi tự sửa"~5        the words in any order, at most 5 others between them
//	kiểm điểm -dân vận       not the word behind the minus
//	kết luận OR nghị quyết   either side; OR binds looser than standing together,
//	                         because a Vietnamese word is mostly two syllables
//	(a OR b) c               parentheses
//	21 - KL/TW               a code is one word, however it is spaced
//	tỉnh:"Bắc Giang"         fields: tỉnh mã năm cấp, without marks too,
//	năm:2021..2023           or province code year level
//
// Parse never fails. What is broken is repaired, and the repair is said.
package query

import "strings"

// The limits of a query. What is beyond them is left out, and said.
const (
	MaxLength = 4096 // bytes read
	MaxTerms  = 128  // words, phrases and fields kept
	MaxPhrase = 32   // words of a phrase kept, as separated by spaces
	MaxNear   = 50   // other words between those of a phrase with a nearness
	MaxDepth  = 16   // parentheses inside each other
)

// A Query is a query as read.
type Query struct {
	// Root is the tree of what the text of a document must match; nil when
	// the query has no words.
	Root Node

	// Filters are the field filters that the whole query stands under;
	// those of one field are alternatives. A filter inside OR, or behind a
	// minus, stays in the tree.
	Filters []Field

	// Repairs say what was mended, in the order of the text, each kind once.
	Repairs []Repair

	// Kept counts the words of the query that were read, Words all of them,
	// both as separated by spaces; they differ when a limit was met.
	Kept, Words int
}

// Lost reports whether words were typed and none of them lies within the
// limits: such a query asks for something, and nobody knows what.
func (q Query) Lost() bool {
	return q.Kept == 0 && q.Words > 0
}

// String is the query in canonical form. Parse reads the same tree from it
// if it is no longer than MaxLength.
func (q Query) String() string {
	var parts []string
	if q.Root != nil {
		parts = append(parts, inAnd(q.Root, len(q.Filters) > 0))
	}
	for _, f := range q.Filters {
		parts = append(parts, f.String())
	}
	return strings.Join(parts, " ")
}

// A Repair is one thing that was wrong with a query and how it was taken.
type Repair struct {
	Kind   RepairKind
	Offset int    // where it stands in the query, in bytes
	Text   string // what stands there
}

// A RepairKind names what was mended; the message catalogue puts it into
// words.
type RepairKind string

// The repairs.
const (
	UnclosedQuote RepairKind = "unclosed_quote"  // a quote is not closed: it ends where the query ends
	UnclosedParen RepairKind = "unclosed_paren"  // "(" is not closed: it closes where the query ends
	StrayParen    RepairKind = "stray_paren"     // ")" closes nothing: left out
	LoneOperator  RepairKind = "lone_operator"   // OR, AND, "-" or "()" has nothing to work on: left out
	EmptyValue    RepairKind = "empty_value"     // a field without a value behind its colon: taken as a word
	NoWords       RepairKind = "no_words"        // signs only, nothing to look for: left out
	TooDeep       RepairKind = "too_deep"        // parentheses deeper than MaxDepth: left out
	TooManyTerms  RepairKind = "too_many_terms"  // more than MaxTerms: the rest is left out
	PhraseTooLong RepairKind = "phrase_too_long" // more than MaxPhrase words in quotes: only the first ones count
	TooFar        RepairKind = "too_far"         // a nearness above MaxNear: MaxNear counts
	TooLong       RepairKind = "too_long"        // longer than MaxLength: the rest is left out
)
