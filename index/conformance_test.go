package index

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"soi/analyzer/viet"
	"soi/index/internal/engine"
	"soi/index/internal/postings"
	"soi/index/schema"
)

// The engine against Bleve's own searchers and facets, and against BM25 as
// the textbook has it, on random queries over several segments with updated
// and removed documents.
func TestEngineConforms(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	c := newConformance(t, r)
	for range 500 {
		q := c.query(r, 3)
		found, err := c.engine.Match(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		all := found.Filter(nil)
		hits, err := all.Top(t.Context(), engine.Order{}, len(c.docs), nil)
		if err != nil {
			t.Fatal(err)
		}
		scores := map[string]float64{}
		for _, h := range hits {
			id, err := c.engine.ID(h)
			if err != nil {
				t.Fatal(err)
			}
			scores[id] = h.Score
		}
		want := c.bleveSearch(t, q)
		if len(hits) != all.Total() || len(scores) != len(want.Hits) {
			t.Errorf("%s: %d hits, total %d; Bleve finds %d", show(q), len(hits), all.Total(), len(want.Hits))
		}
		for _, h := range want.Hits {
			got, ok := scores[h.ID]
			if score := c.textbook(q, h.ID); !ok || math.Abs(got-score) > 1e-6 {
				t.Errorf("%s: %s scores %v (found: %t), the textbook says %v", show(q), h.ID, got, ok, score)
			}
		}
		for field, f := range want.Facets {
			column := c.columns[field]
			counts := map[string]int{}
			for o, n := range all.Count(column) {
				if n > 0 {
					counts[column.Values()[o]] = n
				}
			}
			for _, v := range f.Terms.Terms() {
				if counts[v.Term] != v.Count {
					t.Errorf("%s: %s %s counts %d, Bleve counts %d", show(q), field, v.Term, counts[v.Term], v.Count)
				}
				delete(counts, v.Term)
			}
			if len(counts) > 0 {
				t.Errorf("%s: %s has %v beside what Bleve counts", show(q), field, counts)
			}
		}
	}
}

// A conformance is an index of random documents with what is in them.
type conformance struct {
	*lookups
	bleve bleve.Index
	plain bleve.Index // the same with positions as Bleve's searchers read them
	docs  map[string]*schema.Document
}

var conformanceWords = strings.Fields("tự tu tứ soi sói sỏi sửa sua đảng dang viên vien kết luận")

func newConformance(t *testing.T, r *rand.Rand) *conformance {
	c := &conformance{docs: map[string]*schema.Document{}}
	var err error
	for _, ix := range []*bleve.Index{&c.bleve, &c.plain} {
		if *ix, err = createBleve(t.TempDir()); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { (*ix).Close() })
	}
	var later []*bleve.Batch
	for range 6 {
		ours, plain := c.batches(t, r)
		if err := c.bleve.Batch(ours); err != nil {
			t.Fatal(err)
		}
		later = append(later, plain)
	}
	reader, err := snapshot(c.bleve)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { reader.Close() })
	segments := postings.Open(reader, noKey, placed, nil, postings.NewCache(1<<20))
	for _, batch := range later { // after the snapshot, before Bleve merges segments
		if err := c.plain.Batch(batch); err != nil {
			t.Fatal(err)
		}
	}
	if len(segments) < 2 {
		t.Fatalf("%d segments, want several", len(segments))
	}
	if c.lookups, err = makeLookups(t.Context(), segments); err != nil {
		t.Fatal(err)
	}
	return c
}

// batches add documents, update some and remove some, the same in both indexes.
func (c *conformance) batches(t *testing.T, r *rand.Rand) (ours, plain *bleve.Batch) {
	ours, plain = c.bleve.NewBatch(), c.plain.NewBatch()
	for _, n := range r.Perm(90)[:30] {
		id := "d" + strconv.Itoa(n)
		if r.IntN(8) == 0 {
			ours.Delete(id)
			plain.Delete(id)
			delete(c.docs, id)
			continue
		}
		c.docs[id] = conformanceDocument(r, id)
		doc := newBleveDocument(c.docs[id], nil, func() {})
		for i, f := range doc.Fields {
			if exact, ok := f.(*textField); ok {
				doc.Fields[i] = plainField{exact}
			}
		}
		if err := errors.Join(ours.IndexAdvanced(newBleveDocument(c.docs[id], nil, func() {})), plain.IndexAdvanced(doc)); err != nil {
			t.Fatal(err)
		}
	}
	return ours, plain
}

// A plainField has a location for each occurrence.
type plainField struct{ *textField }

func (f plainField) AnalyzedTokenFrequencies() bleveindex.TokenFrequencies { return unpacked(f.terms) }

// conformanceDocument makes a document that may lack a title, a body, a
// province and a year.
func conformanceDocument(r *rand.Rand, id string) *schema.Document {
	words := func(n int) string {
		var all []string
		for range n {
			all = append(all, conformanceWords[r.IntN(len(conformanceWords))])
		}
		return strings.Join(all, " ")
	}
	title, body := words(r.IntN(4)), words(r.IntN(20))
	d := &schema.Document{ID: id, Path: "/" + id, Text: title + "\n" + body}
	d.Title = schema.Span{End: len(title)}
	d.Body = []schema.Span{{Start: len(title) + 1, End: len(d.Text)}}
	d.Province = []string{"", "Bắc Giang", "Hà Nội"}[r.IntN(3)]
	d.Year = []int{0, 2020, 2021, 2022}[r.IntN(4)]
	for range r.IntN(4) {
		d.References = append(d.References, schema.Reference{Identity: fmt.Sprintf("%d-KL/TW", 1+r.IntN(5))})
	}
	return d
}

// query makes a random query of the engine.
func (c *conformance) query(r *rand.Rand, depth int) engine.Query {
	switch n := r.IntN(8); {
	case n < 3 || depth == 0:
		return c.word(r)
	case n == 3:
		return c.phrase(r)
	case n == 4:
		return engine.All{c.query(r, depth-1), engine.Not{Query: c.query(r, depth-1)}}
	case n == 5:
		of := []engine.Query{c.query(r, depth-1), c.query(r, depth-1), c.query(r, depth-1), c.query(r, depth-1)}
		return engine.AtLeast{Min: 1 + r.IntN(4), Of: of}
	case n == 6:
		column := c.columns[fieldYear]
		return engine.All{c.query(r, depth-1), engine.Values{Column: column, Chosen: column.Choose(func(string) bool { return r.IntN(2) == 0 })}}
	}
	return engine.All{c.query(r, depth-1), c.query(r, depth-1)}
}

// word is a word in its exact forms, or folded.
func (c *conformance) word(r *rand.Rand) *engine.Term {
	word := conformanceWords[r.IntN(len(conformanceWords))]
	ascii := viet.Fold(word, viet.ASCII)
	return &engine.Term{Boost: 1 + r.Float64(), Fields: (&compiler{}).fields(func(exact, folded string) []engine.Slot {
		if ascii == word {
			return []engine.Slot{{{Field: folded, Text: ascii, Weight: 1}}}
		}
		return []engine.Slot{{{Field: exact, Text: word, Weight: 1}, {Field: exact, Text: ascii, Weight: 0.3}}}
	})}
}

// phrase is a phrase of words with several forms.
func (c *conformance) phrase(r *rand.Rand) *engine.Term {
	slots := make([][]string, 2+r.IntN(2))
	for i := range slots {
		slots[i] = []string{conformanceWords[r.IntN(len(conformanceWords))]}
		if other := conformanceWords[r.IntN(len(conformanceWords))]; other != slots[i][0] {
			slots[i] = append(slots[i], other)
		}
	}
	return &engine.Term{Boost: 1, Fields: (&compiler{}).fields(func(exact, _ string) []engine.Slot {
		all := make([]engine.Slot, len(slots))
		for i, slot := range slots {
			for j, text := range slot {
				all[i] = append(all[i], engine.Form{Field: exact, Text: text, Weight: []float64{1, otherWeight}[j]})
			}
		}
		return all
	})}
}

func (c *conformance) bleveSearch(t *testing.T, q engine.Query) *bleve.SearchResult {
	req := bleve.NewSearchRequestOptions(bleveQuery(q), len(c.docs), 0, false)
	for _, field := range []string{fieldProvince, fieldYear, fieldDirective} {
		req.AddFacet(field, bleve.NewFacetRequest(field, 100))
	}
	found, err := c.plain.SearchInContext(context.Background(), req)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// bleveQuery says q in Bleve's terms.
func bleveQuery(q engine.Query) query.Query {
	var any []query.Query
	switch q := q.(type) {
	case *engine.Term:
		for _, f := range q.Fields {
			if len(f.Slots) > 1 {
				var terms [][]string
				for _, slot := range f.Slots {
					var texts []string
					for _, form := range slot {
						texts = append(texts, form.Text)
					}
					terms = append(terms, texts)
				}
				any = append(any, query.NewMultiPhraseQuery(terms, f.Length))
				continue
			}
			for _, form := range f.Slots[0] {
				any = append(any, termQuery(form.Field, form.Text))
			}
		}
	case engine.Values:
		for i, chosen := range q.Chosen {
			if chosen {
				any = append(any, termQuery(fieldYear, q.Column.Values()[i]))
			}
		}
		any = append(any, bleve.NewMatchNoneQuery())
	case engine.AtLeast:
		for _, sub := range q.Of {
			any = append(any, bleveQuery(sub))
		}
		d := bleve.NewDisjunctionQuery(any...)
		d.SetMin(float64(q.Min))
		return d
	case engine.All:
		for _, sub := range q {
			any = append(any, bleveQuery(sub))
		}
		return bleve.NewConjunctionQuery(any...)
	case engine.Not:
		b := bleve.NewBooleanQuery()
		b.AddMust(bleve.NewMatchAllQuery())
		b.AddMustNot(bleveQuery(q.Query))
		return b
	}
	return bleve.NewDisjunctionQuery(any...)
}

func termQuery(field, text string) query.Query {
	q := bleve.NewTermQuery(text)
	q.SetField(field)
	return q
}

// textbook is the score of a document by BM25: for each term that counts,
// the inverse document frequency of its likeliest forms times the saturated
// frequency of all its forms, that in title and in body taken over the length
// of each and added up.
func (c *conformance) textbook(q engine.Query, id string) float64 {
	score := 0.0
	switch q := q.(type) {
	case engine.All:
		for _, sub := range q {
			score += c.textbook(sub, id)
		}
	case engine.AtLeast:
		for _, sub := range q.Of {
			score += c.textbook(sub, id)
		}
	case *engine.Term:
		found := 0
		for _, d := range c.docs {
			if c.frequency(q, d, len(q.Fields[0].Slots) == 1) > 0 {
				found++
			}
		}
		n, df := float64(len(c.docs)), float64(found)
		tf := c.frequency(q, c.docs[id], false)
		score = q.Boost * math.Log(1+(n-df+0.5)/(df+0.5)) * tf * 2.2 / (tf + 1.2)
	}
	return score
}

// wordsIn are the words of a field of a document.
func wordsIn(field string, d *schema.Document) []string {
	if field == fieldTitle {
		return strings.Fields(d.TitleText())
	}
	return strings.Fields(d.Body[0].Of(d.Text))
}

// norm is the length of a field of d, 1 at the average, with b 0.75.
func (c *conformance) norm(field string, d *schema.Document) float64 {
	total := 0
	for _, other := range c.docs {
		total += len(wordsIn(field, other))
	}
	return 0.25 + 0.75*float64(len(wordsIn(field, d)))/(float64(total)/float64(len(c.docs)))
}

// frequency adds up what the places of a term in d weigh: only those of forms
// that weigh 1 if so wished.
func (c *conformance) frequency(t *engine.Term, d *schema.Document, likely bool) float64 {
	sum := 0.0
	for _, f := range t.Fields {
		words := wordsIn(f.Length, d)
		here := 0.0
		for at := 0; at+len(f.Slots) <= len(words); at++ {
			least := 1.0
			for i, slot := range f.Slots {
				least = min(least, formWeight(slot, words[at+i]))
			}
			if !likely || least == 1 {
				here += f.Weight * least
			}
		}
		if here > 0 {
			sum += here / c.norm(f.Length, d)
		}
	}
	return sum
}

// formWeight is the weight of the form that word is, or 0.
func formWeight(slot engine.Slot, word string) float64 {
	i := slices.IndexFunc(slot, func(f engine.Form) bool {
		if f.Field == fieldBodyFolded || f.Field == fieldTitleFolded {
			word = viet.Fold(word, viet.ASCII)
		}
		return f.Text == word
	})
	if i < 0 {
		return 0
	}
	return slot[i].Weight
}

// show writes a query down.
func show(q engine.Query) string {
	switch q := q.(type) {
	case *engine.Term:
		var slots []string
		for _, slot := range q.Fields[0].Slots {
			var forms []string
			for _, f := range slot {
				forms = append(forms, f.Text)
			}
			slots = append(slots, strings.Join(forms, "|"))
		}
		return strconv.Quote(strings.Join(slots, " "))
	case engine.Not:
		return "-" + show(q.Query)
	case engine.All:
		return fmt.Sprint("all", showAll(q))
	case engine.AtLeast:
		return fmt.Sprint(q.Min, " of ", showAll(q.Of))
	}
	return "year"
}

func showAll(qs []engine.Query) []string {
	var all []string
	for _, q := range qs {
		all = append(all, show(q))
	}
	return all
}
