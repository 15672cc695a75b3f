package main

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"soi/analyzer/viet"
)

// The engines run in processes of their own, which here are this test's
// program.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && slices.Contains([]string{"build", "answer"}, os.Args[1]) {
		if err := run(os.Args[1:]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// writeArticles writes a corpus of syllables by chance, some of them frequent.
func writeArticles(t *testing.T, path string, n int) {
	t.Helper()
	var rare []string
	for _, onset := range strings.Fields("b c ch d g h l m n ph s t th tr v x") {
		for _, rhyme := range strings.Fields("ạ ấp ích ọn ường ề") {
			rare = append(rare, onset+rhyme)
		}
	}
	frequent := strings.Fields("báo đảng và của")
	r := rand.New(rand.NewPCG(1, 1))
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for i := range n {
		var words []string
		for range 12 {
			words = append(words, rare[r.IntN(len(rare))])
		}
		body := strings.Join(words, " ")
		if i%3 == 0 {
			body += ", " + frequent[r.IntN(len(frequent))] + " " + frequent[r.IntN(len(frequent))] + "."
		}
		title := fmt.Sprintf("Bài %d %s", i, strings.Join(words[:3], " "))
		if err := json.NewEncoder(f).Encode(article{ID: fmt.Sprint("a", i), Title: title, Body: body}); err != nil {
			t.Fatal(err)
		}
	}
}

// A run on a small corpus measures every part and says so.
func TestRun(t *testing.T) {
	dir := t.TempDir()
	corpus, out := filepath.Join(dir, "corpus.jsonl"), filepath.Join(dir, "report.md")
	writeArticles(t, corpus, 300)
	err := run([]string{
		"-corpus", corpus, "-keep", filepath.Join(dir, "keep"), "-o", out, "-engines", "soi,bleve", "-copies", "2",
		"-queries", "1", "-rounds", "1", "-known", "20", "-parts", "build,search,page,known",
	})
	if err != nil {
		t.Fatal(err)
	}
	report, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"600 documents: 300 articles", "|Soi|", "|Bleve|", "|reading alone|", "|the mix:", "|phrase 3, without, multi-select|",
		"p99/p50", "Time on the server", "|BM25 folded, stripped|",
	} {
		if !strings.Contains(string(report), want) {
			t.Errorf("the report has no %q:\n%s", want, report)
		}
	}
}

func TestQuantile(t *testing.T) {
	times := []time.Duration{5, 1, 4, 2, 3}
	for _, tt := range []struct {
		share float64
		want  time.Duration
	}{{0, 1}, {0.5, 3}, {0.99, 5}, {1, 5}} {
		if got := quantile(times, tt.share); got != tt.want {
			t.Errorf("quantile %v = %v, want %v", tt.share, got, tt.want)
		}
	}
	if got := quantile(nil, 0.5); got != 0 {
		t.Errorf("quantile of nothing = %v", got)
	}
}

func TestBM25(t *testing.T) {
	m := newBM25([]article{
		{ID: "a", Body: "tự soi tự sửa"}, {ID: "b", Body: "tự hào"}, {ID: "c", Body: "việc khác"}, {ID: "d", Body: "tự hào"},
	}, viet.Exact)
	if got := fmt.Sprint(m.rank("tự soi", 10)); got != "[a b d]" { // ties by id
		t.Errorf("rank = %s", got)
	}
	if got := len(m.rank("tự", 1)); got != 1 {
		t.Errorf("%d of 1", got)
	}
	if want := (4.0 + 2 + 2 + 2) / 4; math.Abs(m.average-want) > 1e-9 {
		t.Errorf("average length %v, want %v", m.average, want)
	}
}

func TestSQLiteStatements(t *testing.T) {
	q := question{Join: phrase, Words: []string{"tự", "soi"}, Filters: map[string][]string{"year": {"2022"}, "province": {"Hà Nội", "a'b"}}}
	got := sqliteStatements(q)
	for _, want := range []string{
		`MATCH '"tự soi"'`,
		"WHERE true AND province IN ('Hà Nội','a''b') AND year IN ('2022');", // the total
		"WHERE province IS NOT NULL AND true AND year IN ('2022') GROUP BY",  // under all filters but its own
		"WHERE year IS NOT NULL AND true AND province IN ('Hà Nội','a''b') GROUP BY",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

// Varied articles have the words of real ones, and other numbers.
func TestVary(t *testing.T) {
	d := newDresser(1)
	got := d.vary(article{ID: "a", Title: "Một", Body: "Câu một 15. Câu hai. "}, article{Body: "Khác một. Khác hai 9. Khác ba. Khác bốn."}, 3)
	if got.ID != "a-3" || got.Body != "Câu một 48. Khác hai 2. Khác bốn." {
		t.Errorf("vary = %+v", got)
	}
}
