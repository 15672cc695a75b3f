package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"soi/index"
	"soi/index/schema"
)

var update = flag.Bool("update", false, "rewrite golden files")

// A rankedQuery is a block of testdata/relevance/queries.txt.
type rankedQuery struct {
	query string
	want  []string // names of samples, "file.txt" or "file.jsonl#id"
}

// readRankedQueries reads testdata/relevance/queries.txt; its head says how it
// is written.
func readRankedQueries(t *testing.T) []rankedQuery {
	t.Helper()
	b, err := os.ReadFile("../../testdata/relevance/queries.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []rankedQuery
	begins := true
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSuffix(line, "\n")
		name, isWant := strings.CutPrefix(line, "want ")
		switch {
		case line == "":
			begins = true
		case strings.HasPrefix(line, "#") || strings.HasPrefix(line, "why "):
		case isWant:
			last := &all[len(all)-1]
			last.want = append(last.want, strings.TrimSpace(name))
		case begins:
			query, _, _ := strings.Cut(line, "  #")
			all = append(all, rankedQuery{query: query})
			begins = false
		default:
			t.Fatalf("queries.txt: what is %q", line)
		}
	}
	return all
}

// TestRanking ranks the sample reports for the queries that were judged by
// reading, as "soi search" does, and holds where the wanted ones come out.
func TestRanking(t *testing.T) {
	samples, err := filepath.Abs("../../testdata/samples")
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "index")
	mustIndex(t, dir, samples)
	ix, err := index.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()

	var out bytes.Buffer
	fmt.Fprint(&out, "# Where the wanted samples of relevance/queries.txt are ranked; \"-\" is nowhere.\n\n")
	var sum ranks
	for _, q := range readRankedQueries(t) {
		ranking := rankSamples(t, ix, q.query)
		fmt.Fprintln(&out, q.query)
		first := 0
		for _, name := range q.want {
			rank := slices.Index(ranking, name) + 1
			fmt.Fprintf(&out, "%5s  %s\n", strings.Replace(fmt.Sprint(rank), "0", "-", 1), name)
			sum.add(rank)
			if rank > 0 && (first == 0 || rank < first) {
				first = rank
			}
		}
		sum.first(first)
	}
	fmt.Fprintf(&out, "\n%s", &sum)
	goldenFile(t, "../../testdata/golden/ranking.txt", out.Bytes())
}

// rankSamples gives the names of the samples that a query finds, in order.
func rankSamples(t *testing.T, ix *index.Index, query string) []string {
	t.Helper()
	r, err := ix.Search(t.Context(), schema.Request{Query: query, Limit: schema.MaxLimit, Unfold: true})
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	var names []string
	for _, h := range r.Hits {
		name := filepath.Base(h.Path)
		if filepath.Ext(name) == ".jsonl" {
			name += "#" + h.ID
		}
		names = append(names, name)
	}
	return names
}

// ranks sums up where targets are ranked.
type ranks struct {
	targets, atOne, atFive int
	queries                int
	reciprocal             float64
}

func (r *ranks) add(rank int) {
	r.targets++
	if rank == 1 {
		r.atOne++
	}
	if rank > 0 && rank <= 5 {
		r.atFive++
	}
}

// first counts a query by the rank of its first target.
func (r *ranks) first(rank int) {
	r.queries++
	if rank > 0 {
		r.reciprocal += 1 / float64(rank)
	}
}

func (r *ranks) String() string {
	n := float64(r.targets)
	return fmt.Sprintf("recall@1 %.3f (%d of %d)\nrecall@5 %.3f (%d of %d)\nMRR      %.3f (%d queries)\n",
		float64(r.atOne)/n, r.atOne, r.targets, float64(r.atFive)/n, r.atFive, r.targets, r.reciprocal/float64(r.queries), r.queries)
}

// goldenFile compares got with a file.
func goldenFile(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs (read the change, then run with -update)\ngot:\n%s\nwant:\n%s", file, got, want)
	}
}
