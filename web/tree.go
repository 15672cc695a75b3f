package web

import (
	"context"
	"slices"
	"strings"

	"soi/index/schema"
	"soi/web/message"
)

// A branch is a directive in a tree, in words.
type branch struct {
	link              // to its page; without address for one that documents only hint at
	Relation   string // what it does to the one above; "" at a root
	What       string // type, subject and date
	Reports    string // how many documents say that they carry it out
	Statements []statement
	Stated     string // how many documents state the relation
	Branches   []branch
	More       int    // branches that are left out
	End        string // why the tree does not go on
}

// A statement is the sentence with which a document states a relation.
type statement struct {
	URL      string // of the document
	Title    string
	Where    string  // place and date of the document
	Sentence []piece // none where it is the title
}

func (v view) branches(all []schema.Branch) []branch {
	var shown []branch
	for i := range all {
		shown = append(shown, v.branch(&all[i]))
	}
	return shown
}

func (v view) branch(b *schema.Branch) branch {
	d := &b.Directive
	shown := branch{
		link:     link{URL: v.directiveURL(d), Text: v.printer.Directive(d.Label()), Current: b.Asked},
		What:     v.what(d),
		Branches: v.branches(b.Branches),
		More:     b.More,
	}
	if b.Reports > 0 {
		shown.Reports = v.printer.Text(message.DirectiveReports, b.Reports)
	}
	if b.End != "" {
		shown.End = v.printer.End(b.End)
	}
	if b.Edge != nil {
		shown.Relation = v.printer.Relation(b.Edge.Kind)
		shown.Stated = v.printer.Text(message.DirectiveStated, b.Edge.Documents)
		shown.Statements = v.statements(b.Edge)
	}
	return shown
}

// what says what a directive is, in a line. Whose a local one is stands there
// where its name does not tell.
func (v view) what(d *schema.Directive) string {
	what := []string{d.Type}
	label, full := v.printer.Directive(d.Label()), v.printer.Directive(d.Identity)
	if d.Level != schema.LevelCentral && label != full && strings.HasPrefix(full, label) {
		what = append(what, full[len(label):])
	}
	what = append(what, shorten(d.Title))
	if d.Date != "" {
		what = append(what, "("+v.printer.Date(d.Date)+")")
	}
	return strings.Join(strings.Fields(strings.Join(what, " ")), " ")
}

func (v view) statements(e *schema.Edge) []statement {
	var all []statement
	for _, s := range e.Statements {
		one := statement{
			URL:   documentURL(s.Document, state{}, v.explicit),
			Title: s.Title,
		}
		if strings.TrimSpace(s.Sentence) != strings.TrimSpace(s.Title) {
			one.Sentence = pieces(s.Sentence, []schema.Span{s.Words})
		}
		if one.Title == "" {
			one.Title = v.printer.Text(message.NoTitle)
		}
		one.Where = s.Province
		if s.Published != "" {
			one.Where = strings.TrimPrefix(one.Where+", "+v.printer.Date(s.Published), ", ")
		}
		all = append(all, one)
	}
	return all
}

// ownStatements tell how many documents say that they carry out the directive
// themselves, and show some of them.
func (v view) ownStatements(d *schema.DirectiveDetail) (own string, says []statement) {
	n := 0
	for i := range d.Edges {
		if e := &d.Edges[i]; e.From == "" && e.To == d.Identity {
			n += e.Documents
			says = append(says, v.statements(e)...)
		}
	}
	if n == 0 {
		return "", nil
	}
	return v.printer.Text(message.DirectiveReports, n), says
}

// stepsAsked is of how many directives that a document ties its page shows
// what stands above and below them.
const stepsAsked = 6

// steps are the directives that a document ties, with what the collection
// tells of one step up and one down. Where that cannot be had the page goes
// without: it is not the document's own.
func (s *site) steps(ctx context.Context, v view, d *schema.Document) []branch {
	var asked []string
	for _, r := range d.Relations {
		for _, identity := range []string{r.From, r.To} {
			if identity != "" && !slices.Contains(asked, identity) && len(asked) < stepsAsked {
				asked = append(asked, identity)
			}
		}
	}
	if len(asked) == 0 {
		return nil
	}
	found, err := s.searcher.Steps(ctx, asked)
	if err != nil {
		s.log.Error("no relations", "document", d.ID, "error", err)
		return nil
	}
	return v.branches(found)
}
