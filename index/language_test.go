package index_test

import (
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"soi/analyzer/token"
	"soi/analyzer/viet"
	"soi/index"
	"soi/index/schema"
	"soi/ingest"
	"soi/testdata/shared"
)

// TestNewsLanguage asks 20,000 real articles, half of them in the new spelling
// of tones and some decomposed, and compares each answer with what reading
// every article finds. A word of the pattern is a choice of terms; ~ stands
// for all terms that fold to one, and ! for a term among words without marks.
func TestNewsLanguage(t *testing.T) {
	ix, articles := news(t)
	for _, tt := range []struct{ query, pattern string }{
		{"uỷ ban", "ủy|!uy ban"}, // new placement
		{"ủy ban", "ủy|!uy ban"}, // old placement
		{"UỶ BAN", "ủy|!uy ban"},
		{norm.NFD.String("uỷ ban"), "ủy|!uy ban"},
		{norm.NFD.String("ủy ban"), "ủy|!uy ban"},
		{norm.NFD.String("UỶ BAN"), "ủy|!uy ban"},
		{"uy ban", "~uy ~ban"},
		{"tham nhũng", "tham nhũng|!nhung"}, // neither "thăm những" nor the name Nhung
		{"tham nhung", "~tham ~nhung"},
		{"đường sắt", "đường|!duong sắt|!sat"}, // not "đương", "dương"
	} {
		want := articles.find(tt.pattern)
		got, notes := everyHit(t, ix, tt.query)
		slices.Sort(got)
		if len(want) == 0 || !slices.Equal(got, want) {
			t.Errorf("%q finds %d articles, %q are %d; too many: %.5q, missing: %.5q",
				tt.query, len(got), tt.pattern, len(want), without(got, want), without(want, got))
		}
		if slices.ContainsFunc(notes, func(n schema.Note) bool { return n.Kind != schema.NoteRestored }) {
			t.Errorf("%q: notes %v", tt.query, notes)
		}
		t.Logf("%-12q %5d articles", tt.query, len(got))
	}
	marked, plain := articles.find("ủy|!uy ban"), articles.find("~uy ~ban")
	if missing := without(marked, plain); len(missing) > 0 || len(plain) == len(marked) {
		t.Errorf("uy ban finds %d articles, uỷ ban %d; missing %.5q", len(plain), len(marked), missing)
	}
}

// The terms of articles that fold to one of those asked for, by id.
type newsTerms map[string]map[string]bool

// askedFolded are the words of the queries, folded.
var askedFolded = map[string]bool{"uy": true, "ban": true, "tham": true, "nhung": true, "duong": true, "sat": true}

// news indexes the articles and notes their terms.
func news(t *testing.T) (*index.Index, newsTerms) {
	t.Helper()
	ctx, dir, articles := context.Background(), t.TempDir(), newsTerms{}
	w, err := index.OpenWriter(ctx, dir, index.WriterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	path := shared.Path(t, "data/corpora/news-20k.jsonl.gz")
	for entry, err := range ingest.Walk(ctx, []string{path}, ingest.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		d := entry.Document
		if d == nil {
			continue // the end of the file
		}
		articles.add(d)
		if err := w.Put(ctx, d); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.Commit(ctx); err != nil {
		t.Fatal(err)
	}
	if len(articles) != 20_000 {
		t.Fatalf("%d articles, want 20,000", len(articles))
	}
	ix, err := index.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return ix, articles
}

func (n newsTerms) add(d *schema.Document) {
	terms := map[string]bool{}
	parts := append(slices.Clone(d.Body), d.Captions...)
	slices.SortFunc(parts, func(a, b schema.Span) int { return a.Start - b.Start })
	var unmarked []string // words since the last with a mark
	read, syllables, broken := 0, 0, 0
	end := func(bare bool) {
		for _, term := range unmarked {
			terms["!"+term] = terms["!"+term] || bare
		}
		unmarked, syllables, broken = nil, 0, 0
	}
	for _, part := range append([]schema.Span{d.Title}, parts...) {
		for tok := range token.Tokens(part.Of(d.Text), viet.Exact) {
			term := tok.Entry()
			if askedFolded[viet.Fold(term, viet.ASCII)] {
				terms[term] = true
			}
			switch {
			case tok.Kind != token.Word:
			case viet.HasMark(term):
				read++
				end(syllables >= 6 && broken >= 2 && 5*syllables >= 4*len(unmarked))
			default:
				read++
				unmarked = append(unmarked, term)
				if viet.IsASCIISyllable(term) {
					syllables++
					if !viet.IsSyllable(term) {
						broken++
					}
				}
			}
		}
	}
	end(len(unmarked) == read && 2*syllables >= read ||
		syllables >= 6 && broken >= 2 && 5*syllables >= 4*len(unmarked))
	n[d.ID] = terms
}

// find returns the ids of the articles that have a term of each choice.
func (n newsTerms) find(pattern string) []string {
	var found []string
	for id, terms := range n {
		if !slices.ContainsFunc(strings.Fields(pattern), func(choice string) bool { return !hasChoice(terms, choice) }) {
			found = append(found, id)
		}
	}
	slices.Sort(found)
	return found
}

func hasChoice(terms map[string]bool, choice string) bool {
	if folded, ok := strings.CutPrefix(choice, "~"); ok {
		for term := range maps.Keys(terms) {
			if viet.Fold(term, viet.ASCII) == folded {
				return true
			}
		}
		return false
	}
	return slices.ContainsFunc(strings.Split(choice, "|"), func(term string) bool { return terms[term] })
}

// everyHit turns all pages of an answer.
func everyHit(t *testing.T, ix *index.Index, query string) (found []string, notes []schema.Note) {
	t.Helper()
	for req := (schema.Request{Query: query, Limit: 1000, Unfold: true}); ; req.Offset += req.Limit {
		r := search(t, ix, req)
		found = append(found, ids(r)...)
		if len(r.Hits) < req.Limit {
			if len(found) != r.Total {
				t.Errorf("%q: %d hits of %d", query, len(found), r.Total)
			}
			return found, r.Notes
		}
	}
}

// without returns what of the sorted list a the sorted list b has not.
func without(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(id string) bool {
		_, found := slices.BinarySearch(b, id)
		return found
	})
}
