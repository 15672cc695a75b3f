package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"

	"soi/analyzer/token"
	"soi/analyzer/viet"
)

// A bm25 is the textbook's ranking over the bodies of articles, written
// plainly (S. Robertson and H. Zaragoza, The Probabilistic Relevance
// Framework: BM25 and Beyond, 2009).
type bm25 struct {
	level    viet.Level
	ids      []string
	lengths  []float64
	average  float64
	postings map[string][]posting
}

type posting struct {
	article   int
	frequency float64
}

func newBM25(articles []article, level viet.Level) *bm25 {
	m := &bm25{level: level, postings: map[string][]posting{}}
	for i, a := range articles {
		frequencies, length := map[string]float64{}, 0.0
		for t := range token.Tokens(a.Body, level) {
			frequencies[strings.Clone(t.Term)]++
			length++
		}
		for term, n := range frequencies {
			m.postings[term] = append(m.postings[term], posting{i, n})
		}
		m.ids = append(m.ids, a.ID)
		m.lengths = append(m.lengths, length)
		m.average += length / float64(len(articles))
	}
	return m
}

// rank gives the ids of the best n articles for a text; ties are broken by id.
func (m *bm25) rank(text string, n int) []string {
	const k1, b = 1.2, 0.75
	scores := map[int]float64{}
	asked := map[string]bool{}
	for t := range token.Tokens(text, m.level) {
		if asked[t.Term] {
			continue
		}
		asked[t.Term] = true
		found := m.postings[t.Term]
		idf := math.Log(1 + (float64(len(m.ids))-float64(len(found))+0.5)/(float64(len(found))+0.5))
		for _, p := range found {
			scores[p.article] += idf * p.frequency * (k1 + 1) / (p.frequency + k1*(1-b+b*m.lengths[p.article]/m.average))
		}
	}
	var all []int
	for i := range scores {
		all = append(all, i)
	}
	slices.SortFunc(all, func(i, j int) int {
		return cmp.Or(cmp.Compare(scores[j], scores[i]), cmp.Compare(m.ids[i], m.ids[j]))
	})
	var ids []string
	for _, i := range all[:min(n, len(all))] {
		ids = append(ids, m.ids[i])
	}
	return ids
}

// A codeQuery is a code and the documents that hold it.
type codeQuery struct {
	Query    string   `json:"query"`
	Relevant []string `json:"relevant"`
}

func readCodeQueries(path string) ([]codeQuery, error) {
	var all []codeQuery
	for line, err := range lines(path) {
		if err != nil {
			return nil, err
		}
		var q codeQuery
		if err := json.Unmarshal(line, &q); err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		all = append(all, q)
	}
	return all, nil
}
