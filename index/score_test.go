package index_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"soi/analyzer/viet"
	"soi/index/schema"
)

// The score of a word is that of the textbook: BM25 with k1 1.2 and b 0.75,
// forms of one word as one term, lengths as they are.
func TestScoreIsBM25(t *testing.T) {
	bodies := []string{
		"của tự soi tự sửa",
		"của soi",
		"của sói và sỏi và soi trong một bài dài hơn hẳn những bài khác ở đây",
		"của những việc khác",
		"của đảng viên soi xét soi kỹ soi lại",
		"chi bo tu soi tu sua",
	}
	var docs []*schema.Document
	total := 0
	for i, body := range bodies {
		docs = append(docs, text(strconv.Itoa(i), "Bài", body))
		total += len(strings.Fields(body))
	}
	ix := corpus(t, docs...)
	average := float64(total) / float64(len(bodies))
	for _, tt := range []struct {
		query string
		forms map[string]float64 // what an occurrence weighs; ~ stands before those in texts without marks
		found float64            // documents with any of the likeliest
	}{
		{"soi", map[string]float64{"soi": 1, "sói": 1, "sỏi": 1}, 5}, // no mark typed: all forms are one
		{"sói", map[string]float64{"sói": 1, "~soi": 0.1}, 1},        // as rare as the typed form
	} {
		frequencies := make([]float64, len(bodies))
		for i, body := range bodies {
			for _, w := range strings.Fields(body) {
				frequencies[i] += tt.forms[w]
				if !viet.HasMark(body) {
					frequencies[i] += tt.forms["~"+w]
				}
			}
		}
		n := float64(len(bodies))
		idf := math.Log(1 + (n-tt.found+0.5)/(tt.found+0.5))
		for _, h := range search(t, ix, schema.Request{Query: tt.query, NoTitle: true}).Hits {
			i, _ := strconv.Atoi(h.ID)
			f, length := frequencies[i], float64(len(strings.Fields(bodies[i])))
			want := idf * f * 2.2 / (f + 1.2*(0.25+0.75*length/average))
			if math.Abs(h.Score-want) > 1e-6 {
				t.Errorf("%s in %q scores %f, want %f", tt.query, bodies[i], h.Score, want)
			}
		}
	}
}
