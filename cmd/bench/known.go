package main

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"soi/analyzer/viet"
	"soi/index"
	"soi/index/schema"
)

// A titled is a title that only one article has, to be found by it.
type titled struct {
	id, title string
}

// A finding is how well known items were found.
type finding struct {
	first int     // times the item was the first
	ranks float64 // reciprocal ranks added up, of the first ten
}

func (f *finding) add(ranking []string, id string) {
	at := slices.Index(ranking, id)
	if at == 0 {
		f.first++
	}
	if at >= 0 && at < 10 {
		f.ranks += 1 / float64(at+1)
	}
}

// known looks for articles by their titles, which neither Soi nor plain BM25
// may look at, with their marks and without.
func (b *bench) known(ctx context.Context) error {
	if b.Known == 0 {
		return nil
	}
	dir := b.index("soi-plain") // the articles as they are
	if _, err := os.Stat(dir); err != nil {
		if _, err := build(ctx, "soi", dir, b.Corpus); err != nil {
			return err
		}
	}
	ix, err := index.Open(dir)
	if err != nil {
		return err
	}
	defer ix.Close()
	wanted := uniqueTitles(b.articles, b.Known, b.Seed)
	found := map[string]*finding{"Soi": {}, "Soi, stripped": {}, "BM25": {}, "BM25 folded, stripped": {}}
	exact, folded := newBM25(b.articles, viet.Exact), newBM25(b.articles, viet.ASCII)
	for _, w := range wanted {
		stripped := viet.Fold(w.title, viet.ASCII)
		for name, query := range map[string]string{"Soi": w.title, "Soi, stripped": stripped} {
			ranking, err := soiRanking(ctx, ix, query)
			if err != nil {
				return err
			}
			found[name].add(ranking, w.id)
		}
		found["BM25"].add(exact.rank(w.title, 10), w.id)
		found["BM25 folded, stripped"].add(folded.rank(stripped, 10), w.id)
	}
	b.report.known(len(wanted), found)
	return nil
}

// soiRanking gives the ids of the first ten. The title is taken as it is, its
// quotation marks and colons too, as by somebody who pastes it.
func soiRanking(ctx context.Context, ix *index.Index, text string) ([]string, error) {
	r, err := ix.Search(ctx, schema.Request{Query: text, NoTitle: true, Unfold: true})
	var ids []string
	for _, h := range r.Hits {
		ids = append(ids, h.ID)
	}
	return ids, err
}

// uniqueTitles draws n of the titles that occur once.
func uniqueTitles(articles []article, n int, seed uint64) []titled {
	times := map[string]int{}
	for _, a := range articles {
		times[a.Title]++
	}
	var all []titled
	for _, a := range articles {
		if times[a.Title] == 1 && strings.TrimSpace(a.Title) != "" {
			all = append(all, titled{a.ID, a.Title})
		}
	}
	chance := rand.New(rand.NewPCG(seed, 3))
	chance.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:min(n, len(all))]
}

func (r *report) known(n int, found map[string]*finding) {
	r.line("\n## Known items\n\n%d titles that one article has, looked for in the bodies alone. BM25 is the textbook's (k1 1.2, b 0.75)"+
		" over the same tokens of the bodies.", n)
	var rows []string
	for _, name := range []string{"Soi", "BM25", "Soi, stripped", "BM25 folded, stripped"} {
		f := found[name]
		rows = append(rows, fmt.Sprintf("%s|%.3f|%.3f", name, float64(f.first)/float64(n), f.ranks/float64(n)))
	}
	r.table("|success@1|MRR@10", rows)
}

// codes looks for every directive code of party-2k.
func (b *bench) codes(ctx context.Context) error {
	if b.Codes == "" {
		return nil
	}
	dir := b.index("soi-party")
	if _, err := os.Stat(dir); err != nil {
		if _, err := build(ctx, "soi", dir, filepath.Join(b.Codes, "party-2k.jsonl.gz")); err != nil {
			return err
		}
	}
	queries, err := readCodeQueries(filepath.Join(b.Codes, "party-2k.queries.jsonl.gz"))
	if err != nil {
		return err
	}
	ix, err := index.Open(dir)
	if err != nil {
		return err
	}
	defer ix.Close()
	var wanted, got int
	var differences []string
	for _, q := range queries {
		r, err := ix.Search(ctx, schema.Request{Query: q.Query, Limit: schema.MaxLimit, Unfold: true})
		if err != nil {
			return err
		}
		hits := map[string]schema.Hit{}
		for _, h := range r.Hits {
			hits[h.ID] = h
		}
		for _, id := range q.Relevant {
			wanted++
			if _, found := hits[id]; found {
				got++
				delete(hits, id)
			} else {
				differences = append(differences, fmt.Sprintf("%s misses %s", q.Query, id))
			}
		}
		for _, id := range slices.Sorted(maps.Keys(hits)) {
			differences = append(differences, fmt.Sprintf("%s finds %s too, where it reads “%s”", q.Query, id, firstMark(hits[id])))
		}
	}
	b.report.codes(len(queries), got, wanted, differences)
	return nil
}

// firstMark is the first of what a hit shows as matching.
func firstMark(h schema.Hit) string {
	if len(h.Snippet.Spans) == 0 {
		return h.Title
	}
	return h.Snippet.Spans[0].Of(h.Snippet.Text)
}

func (r *report) codes(queries, got, wanted int, differences []string) {
	r.line("\n## Codes of directives\n\n%d codes, %d of %d documents found: recall %.4f. What differs from the codes that a regular"+
		" expression found there:\n", queries, got, wanted, float64(got)/float64(max(1, wanted)))
	for _, d := range differences {
		r.line("- %s", d)
	}
}
