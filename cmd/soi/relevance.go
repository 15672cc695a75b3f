package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"strings"
)

// A judgedQuery is a line of a file of judged queries:
// {"qid","query","relevant":[ids]}.
type judgedQuery struct {
	ID       string   `json:"qid"`
	Query    string   `json:"query"`
	Relevant []string `json:"relevant"`
}

// readJudgedQueries reads a file of judged queries, gzipped if its name ends
// in ".gz". A query without a relevant document is left out: no ranking can
// do well or badly on it.
func readJudgedQueries(path string) ([]judgedQuery, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(path, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
	}
	var queries []judgedQuery
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var q judgedQuery
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			return nil, fmt.Errorf("read %s:%d: %w", path, n, err)
		}
		if len(q.Relevant) > 0 {
			queries = append(queries, q)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return queries, nil
}

// depth is how far down a ranking the measures look.
const depth = 10

// A relevance is how well rankings put relevant documents first, each figure
// the mean over the queries, 0 to 1. The JSON names are the contract of
// "soi eval relevance --json".
type relevance struct {
	Queries int     `json:"queries"`
	NDCG    float64 `json:"ndcg@10"`   // normalised discounted cumulative gain, binary gains
	MRR     float64 `json:"mrr@10"`    // mean reciprocal rank of the first relevant document
	Recall  float64 `json:"recall@10"` // share of the relevant documents among the first ten
}

// measure scores one ranking, given as ids best first.
func measure(ranking, relevant []string) relevance {
	wanted := make(map[string]bool, len(relevant))
	for _, id := range relevant {
		wanted[id] = true
	}
	m := relevance{Queries: 1}
	var gain, ideal float64
	found := 0
	for i, id := range ranking[:min(depth, len(ranking))] {
		if !wanted[id] {
			continue
		}
		delete(wanted, id) // a document counts once
		gain += 1 / math.Log2(float64(i+2))
		if found++; found == 1 {
			m.MRR = 1 / float64(i+1)
		}
	}
	relevantCount := found + len(wanted)
	if relevantCount == 0 {
		return m
	}
	for i := range min(depth, relevantCount) {
		ideal += 1 / math.Log2(float64(i+2))
	}
	m.NDCG = gain / ideal
	m.Recall = float64(found) / float64(relevantCount)
	return m
}

// mean averages the measures of single queries.
func mean(each []relevance) relevance {
	var sum relevance
	for _, m := range each {
		sum.Queries += m.Queries
		sum.NDCG += m.NDCG
		sum.MRR += m.MRR
		sum.Recall += m.Recall
	}
	if n := float64(sum.Queries); n > 0 {
		sum.NDCG /= n
		sum.MRR /= n
		sum.Recall /= n
	}
	return sum
}
