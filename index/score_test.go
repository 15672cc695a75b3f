package index_test

import (
	"math"
	"slices"
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

// The second stage adds what pairs of words are worth: BM25 of what stands
// side by side, and for less with one or two words between, as rare as the
// pair is side by side among the hits.
func TestPairsAreBM25(t *testing.T) {
	bodies := []string{
		"đảng viên tự soi mình rồi tự mình soi lại",
		"tự tay cầm gương lên soi",
		"soi gương mà tự hỏi",
		"tự đem ra soi",
		"việc khác của chi bộ hôm nay là làm đường",
	}
	var docs []*schema.Document
	total, hits, adjacent := 0.0, 0.0, 0.0
	words := make([][]string, len(bodies))
	pairs := make([]float64, len(bodies))
	found := map[string]float64{}
	for i, body := range bodies {
		docs = append(docs, text(strconv.Itoa(i), "Bài", body))
		words[i] = strings.Fields(body)
		total += float64(len(words[i]))
		for _, w := range []string{"tự", "soi"} {
			if slices.Contains(words[i], w) {
				found[w]++
			}
		}
		if slices.Contains(words[i], "tự") && slices.Contains(words[i], "soi") {
			hits++
		}
		if strings.Contains(body, "tự soi") {
			adjacent++
		}
		for a := range words[i] {
			for d := 1; d <= 3 && a+d < len(words[i]); d++ {
				if words[i][a] == "tự" && words[i][a+d] == "soi" {
					pairs[i] += 1 / float64(d*d)
				}
			}
		}
	}
	idf := func(n, df float64) float64 { return math.Log(1 + (n-df+0.5)/(df+0.5)) }
	r := search(t, corpus(t, docs...), schema.Request{Query: "tự soi", NoTitle: true})
	if float64(len(r.Hits)) != hits {
		t.Fatalf("%d hits, want %v", len(r.Hits), hits)
	}
	for _, h := range r.Hits {
		i, _ := strconv.Atoi(h.ID)
		norm := 1.2 * (0.25 + 0.75*float64(len(words[i]))/(total/float64(len(bodies))))
		bm25 := func(idf, tf float64) float64 { return idf * tf * 2.2 / (tf + norm) }
		want := 0.7 * bm25(idf(hits, adjacent), pairs[i])
		for w, df := range found {
			tf := 0.0
			for _, v := range words[i] {
				if v == w {
					tf++
				}
			}
			want += bm25(idf(float64(len(bodies)), df), tf)
		}
		if math.Abs(h.Score-want) > 1e-6 {
			t.Errorf("%q scores %f, want %f", bodies[i], h.Score, want)
		}
	}
}
