package index_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"soi/analyzer/viet"
	"soi/index"
	"soi/index/query"
	"soi/index/schema"
)

// The words of the random corpus: forms that meet when folded, with tones
// and bare.
var vocabulary = strings.Fields("tự tứ tu soi sói sỏi sửa sữa sua đảng đáng dang luận kết ket")

var unmarked = slices.DeleteFunc(slices.Clone(vocabulary), viet.HasMark)

var (
	provinces  = []string{"", "Bắc Giang", "Quảng Nam", "Hà Nội"}
	identities = []string{"21-KL/TW@XIII", "21-KL/TW@XI", "05-CT/TW", "107-KH/TU@quang-nam"}
)

// randomDocument makes a document of a few words, so that most queries match
// some documents and no query all.
func randomDocument(r *rand.Rand, id string) *schema.Document {
	words := func(n int) string {
		var all []string
		from := vocabulary
		if r.IntN(3) == 0 {
			from = unmarked
		}
		for range n {
			all = append(all, from[r.IntN(len(from))])
		}
		return strings.Join(all, " ")
	}
	d := text(id, words(1+r.IntN(3)), words(3+r.IntN(12)))
	d.Province = provinces[r.IntN(len(provinces))]
	if r.IntN(4) > 0 {
		d.Year = 2020 + r.IntN(4)
		d.Published = fmt.Sprintf("%d-0%d-15", d.Year, 1+r.IntN(9))
	}
	d.Level = schema.Levels[r.IntN(len(schema.Levels))]
	for range r.IntN(6) { // the same directive may be named several times
		d.References = append(d.References, schema.Reference{Identity: identities[r.IntN(len(identities))]})
	}
	return d
}

// randomIndex has several segments, updated and removed documents.
func randomIndex(t *testing.T, r *rand.Rand) (*index.Index, map[string]*schema.Document) {
	t.Helper()
	dir, ctx := t.TempDir(), context.Background()
	docs := map[string]*schema.Document{}
	for range 3 {
		w, err := index.OpenWriter(ctx, dir, index.WriterOptions{})
		if err != nil {
			t.Fatal(err)
		}
		ids := r.Perm(80)
		for _, n := range ids[:40] {
			id := "d" + strconv.Itoa(n)
			docs[id] = randomDocument(r, id)
			if err := w.Put(ctx, docs[id]); err != nil {
				t.Fatal(err)
			}
		}
		for _, n := range ids[40:43] {
			id := "d" + strconv.Itoa(n)
			if docs[id] == nil {
				continue
			}
			if _, err := w.Remove(ctx, id); err != nil {
				t.Fatal(err)
			}
			delete(docs, id)
		}
		if _, err := w.Commit(ctx); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	ix, err := index.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return ix, docs
}

// randomQuery makes a query of at most five words on a level.
func randomQuery(r *rand.Rand, depth int) string {
	word := func() string { return vocabulary[r.IntN(len(vocabulary))] }
	switch n := r.IntN(8); {
	case n < 3 || depth == 0:
		return word()
	case n == 3:
		return `"` + word() + " " + word() + `"`
	case n == 4:
		return "-" + word()
	case n == 5:
		return "(" + randomQuery(r, depth-1) + " OR " + randomQuery(r, depth-1) + ")"
	case n == 6:
		return "-(" + randomQuery(r, depth-1) + ")"
	}
	return randomQuery(r, depth-1) + " " + randomQuery(r, depth-1)
}

// bareWords reports of each word of a text whether it stands among at least six
// without marks, of which two cannot be words so, or in a text that has no
// other.
func bareWords(words []string) []bool {
	bare := make([]bool, len(words))
	for from := 0; from < len(words); {
		to, broken := from, 0
		for to < len(words) && !viet.HasMark(words[to]) {
			if !viet.IsSyllable(words[to]) {
				broken++
			}
			to++
		}
		for i := from; i < to; i++ {
			bare[i] = to-from >= 6 && broken >= 2 || to-from == len(words)
		}
		from = to + 1
	}
	return bare
}

// matches is the plain meaning of a query: a word without a mark in a query
// without marks stands for all forms, any other for itself, and for itself
// without marks where the document has none around.
func matches(n query.Node, d *schema.Document, marked bool) bool {
	title, body := strings.Fields(d.TitleText()), strings.Fields(d.Body[0].Of(d.Text))
	bare := bareWords(slices.Concat(title, body))
	within := func(typed, words []string, bare []bool) bool {
		for i := 0; i+len(typed) <= len(words); i++ {
			all := true
			for j, t := range typed {
				word, ascii := words[i+j], viet.Fold(t, viet.ASCII)
				if marked {
					all = all && (word == t || word == ascii && bare[i+j])
				} else {
					all = all && viet.Fold(word, viet.ASCII) == ascii
				}
			}
			if all {
				return true
			}
		}
		return false
	}
	anywhere := func(typed string) bool {
		w := strings.Fields(typed)
		return within(w, title, bare) || within(w, body, bare[len(title):])
	}
	switch n := n.(type) {
	case nil:
		return true
	case query.Word:
		return anywhere(n.Text)
	case query.Phrase:
		return anywhere(n.Text)
	case query.Not:
		return !matches(n.Operand, d, marked)
	case query.And:
		return !slices.ContainsFunc(n.Operands, func(o query.Node) bool { return !matches(o, d, marked) })
	case query.Or:
		return slices.ContainsFunc(n.Operands, func(o query.Node) bool { return matches(o, d, marked) })
	}
	return false
}

// Hits, totals and facet counts are those that reading every document gives.
func TestBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	ix, docs := randomIndex(t, r)
	for range 400 {
		req := schema.Request{Query: randomQuery(r, 3), Limit: 1000, Facets: true, Literal: true, Filter: randomFilter(r)}
		q := query.Parse(req.Query)
		if words, plain := plainWords(q.Root); plain && words > 5 {
			continue // any word may match; see TestAnyWord
		}
		marked := viet.HasMark(req.Query)
		want := schema.Results{}
		var hits []string
		counts := map[schema.Field]map[string]int{}
		for id, d := range docs {
			if !matches(q.Root, d, marked) {
				continue
			}
			failed := failedFields(req.Filter, d)
			if len(failed) == 0 {
				hits = append(hits, id)
			}
			for field, values := range facetValues(d) {
				if len(failed) == 0 || len(failed) == 1 && failed[0] == field {
					for _, v := range values {
						if counts[field] == nil {
							counts[field] = map[string]int{}
						}
						counts[field][v]++
					}
				}
			}
		}
		want.Total = len(hits)
		got := search(t, ix, req)
		found := ids(got)
		slices.Sort(found)
		slices.Sort(hits)
		if !slices.Equal(found, hits) || got.Total != want.Total {
			t.Errorf("%s %+v finds %v (total %d), want %v", req.Query, req.Filter, found, got.Total, hits)
		}
		for _, f := range got.Facets {
			for _, v := range f.Values {
				if v.Count != counts[f.Field][v.Value] {
					t.Errorf("%s %+v: %s %s counts %d, want %d", req.Query, req.Filter, f.Field, v.Value, v.Count, counts[f.Field][v.Value])
				}
				delete(counts[f.Field], v.Value)
			}
			if len(counts[f.Field]) > 0 || f.Other != 0 {
				t.Errorf("%s: facet %s lacks %v, other %d", req.Query, f.Field, counts[f.Field], f.Other)
			}
		}
	}
}

// plainWords counts the words of a query that has nothing else.
func plainWords(n query.Node) (int, bool) {
	and, ok := n.(query.And)
	if !ok {
		return 1, true
	}
	for _, o := range and.Operands {
		if _, word := o.(query.Word); !word {
			return 0, false
		}
	}
	return len(and.Operands), true
}

func randomFilter(r *rand.Rand) schema.Filter {
	var f schema.Filter
	if r.IntN(3) == 0 {
		f.Province = []string{"bac-giang", "Hà Nội"}[:1+r.IntN(2)]
	}
	if r.IntN(3) == 0 {
		f.Directive = []string{"21 - kl/tw"}
	}
	if r.IntN(3) == 0 {
		f.Year = []schema.YearRange{{From: 2021, To: 2022}}
	}
	if r.IntN(3) == 0 {
		f.Level = []schema.Level{schema.LevelCommune, schema.LevelProvince}
	}
	return f
}

// failedFields are the fields whose filter keeps d out. The filters are those
// of randomFilter.
func failedFields(f schema.Filter, d *schema.Document) []schema.Field {
	var failed []schema.Field
	fail := func(is bool, field schema.Field) {
		if is {
			failed = append(failed, field)
		}
	}
	names := map[string]string{"bac-giang": "Bắc Giang", "Hà Nội": "Hà Nội"}
	fail(f.Province != nil && !slices.ContainsFunc(f.Province, func(p string) bool { return names[p] == d.Province }), schema.FieldProvince)
	fail(f.Directive != nil && !slices.ContainsFunc(d.Directives(), func(id string) bool { return strings.HasPrefix(id, "21-KL/TW") }), schema.FieldDirective)
	fail(f.Year != nil && d.Year != 2021 && d.Year != 2022, schema.FieldYear)
	fail(f.Level != nil && !slices.Contains(f.Level, d.Level), schema.FieldLevel)
	return failed
}

// facetValues are the values of d that facets count, each once.
func facetValues(d *schema.Document) map[schema.Field][]string {
	values := map[schema.Field][]string{
		schema.FieldDirective: d.Directives(),
		schema.FieldLevel:     {string(d.Level)},
	}
	if d.Province != "" {
		values[schema.FieldProvince] = []string{d.Province}
	}
	if d.Year != 0 {
		values[schema.FieldYear] = []string{strconv.Itoa(d.Year)}
	}
	return values
}

// Sorting by date goes by date, then by id; documents without a date come
// last, and pages follow one another without a gap.
func TestSortAndPages(t *testing.T) {
	ix, docs := randomIndex(t, rand.New(rand.NewPCG(3, 4)))
	for _, tt := range []struct {
		sort  schema.Sort
		order func(a, b string) bool
	}{
		{schema.SortNewest, func(a, b string) bool { return a > b }},
		{schema.SortOldest, func(a, b string) bool { return a < b }},
	} {
		var want []string
		for id := range docs {
			want = append(want, id)
		}
		slices.SortFunc(want, func(a, b string) int {
			da, db := docs[a].Published, docs[b].Published
			switch {
			case da == db:
				return strings.Compare(a, b)
			case da == "" || db != "" && tt.order(db, da):
				return 1
			}
			return -1
		})
		var got []string
		for offset := 0; offset < len(docs); offset += 7 {
			got = append(got, ids(search(t, ix, schema.Request{Sort: tt.sort, Offset: offset, Limit: 7}))...)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n%v, want\n%v", tt.sort, got, want)
		}
	}
}
