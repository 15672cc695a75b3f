package main

import "soi/index/schema"

// A directiveJSON is a directive as "soi directives --json" prints it; what is
// unknown is "".
type directiveJSON struct {
	Identity  string         `json:"identity"`
	Filter    string         `json:"filter"` // what --directive takes for it and for no other
	Code      string         `json:"code"`
	Same      int            `json:"same"` // other directives of the code
	Type      string         `json:"type"`
	Title     string         `json:"title"` // "về đẩy mạnh xây dựng, chỉnh đốn Đảng"
	Term      string         `json:"term"`
	Date      string         `json:"date"`
	Issuer    string         `json:"issuer"`
	Level     schema.Level   `json:"level"`     // of the issuing body
	Documents int            `json:"documents"` // documents that refer to it
	First     string         `json:"first"`
	Last      string         `json:"last"`
	Types     []schema.Voice `json:"types"` // all that documents say, with how many do
	Titles    []schema.Voice `json:"titles"`
	Dates     []schema.Voice `json:"dates"`
	Issuers   []schema.Voice `json:"issuers"`
}

func newDirectiveJSON(d *schema.Directive) directiveJSON {
	return directiveJSON{
		Identity: d.Identity, Filter: d.Filter, Code: d.Code, Same: d.Same,
		Type: d.Type, Title: d.Title, Term: d.Term, Date: d.Date, Issuer: d.Issuer, Level: d.Level,
		Documents: d.Documents, First: d.First, Last: d.Last,
		Types: list(d.Types), Titles: list(d.Titles), Dates: list(d.Dates), Issuers: list(d.Issuers),
	}
}

// A treeJSON is the object that "soi directives --tree CODE --json" prints: a
// tree for each directive of the code, which stands in it with "asked".
type treeJSON struct {
	Code  string         `json:"code"` // as typed
	Trees [][]branchJSON `json:"trees"`
}

type branchJSON struct {
	Identity  string       `json:"identity"`
	Code      string       `json:"code"`
	Type      string       `json:"type"`
	Title     string       `json:"title"`
	Date      string       `json:"date"`
	Level     schema.Level `json:"level"`
	Documents int          `json:"documents"`
	Asked     bool         `json:"asked"`
	Reports   int          `json:"reports"`  // documents that say that they carry it out
	Relation  *edgeJSON    `json:"relation"` // to the branch above; null at a root
	Branches  []branchJSON `json:"branches"`
	More      int          `json:"more"` // branches left out
	End       *schema.End  `json:"end"`  // why the tree does not go on
}

type edgeJSON struct {
	Kind       schema.RelationKind `json:"kind"`
	From       string              `json:"from"`
	To         string              `json:"to"`
	Confidence float64             `json:"confidence"`
	Documents  int                 `json:"documents"` // that state it
	Evidence   []statementJSON     `json:"evidence"`  // the surest three
}

type statementJSON struct {
	Document  string      `json:"document"` // id
	Title     string      `json:"title"`
	Published *string     `json:"published"`
	Province  *string     `json:"province"`
	Sentence  string      `json:"sentence"`
	Words     schema.Span `json:"words"` // of sentence, in bytes
	Start     int         `json:"start"` // where sentence begins in the document's text
}

func newBranchesJSON(branches []schema.Branch) []branchJSON {
	all := []branchJSON{}
	for _, b := range branches {
		d := &b.Directive
		all = append(all, branchJSON{
			Identity: d.Identity, Code: d.Code, Type: d.Type, Title: d.Title, Date: d.Date, Level: d.Level, Documents: d.Documents,
			Asked: b.Asked, Reports: b.Reports, Relation: newEdgeJSON(b.Edge),
			Branches: newBranchesJSON(b.Branches), More: b.More, End: known(b.End),
		})
	}
	return all
}

func newEdgeJSON(e *schema.Edge) *edgeJSON {
	if e == nil {
		return nil
	}
	out := &edgeJSON{Kind: e.Kind, From: e.From, To: e.To, Confidence: e.Confidence, Documents: e.Documents, Evidence: []statementJSON{}}
	for _, s := range e.Statements {
		out.Evidence = append(out.Evidence, statementJSON{
			Document: s.Document, Title: s.Title, Published: known(s.Published), Province: known(s.Province),
			Sentence: s.Sentence, Words: s.Words, Start: s.At,
		})
	}
	return out
}
