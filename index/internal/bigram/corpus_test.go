package bigram

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"iter"
	"os"
	"testing"

	"soi/analyzer/token"
	"soi/analyzer/viet"
	"soi/testdata/shared"
)

// A line is one of a corpus or of judged queries.
type line struct{ Title, Body, Query string }

func lines(t *testing.T, name string) iter.Seq[line] {
	path := shared.Path(t, "data/"+name)
	return func(yield func(line) bool) {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		unzip, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		scan := bufio.NewScanner(unzip)
		scan.Buffer(nil, 16<<20)
		for scan.Scan() {
			var l line
			if err := json.Unmarshal(scan.Bytes(), &l); err != nil {
				t.Fatal(err)
			}
			if !yield(l) {
				return
			}
		}
	}
}

// A score counts words whose marks come back.
type score struct{ right, words int }

func (s *score) share() float64 { return float64(s.right) / float64(s.words) }

// add takes the marks off a text and has them restored.
func (s *score) add(m Model, text string) {
	want, typed := []string{Start}, []Typed{{Start, viet.Exact}}
	for t := range token.Tokens(text, viet.Exact) {
		switch t.Kind {
		case token.Word:
			want = append(want, t.Term)
			typed = append(typed, Typed{viet.Fold(t.Term, viet.ASCII), viet.ASCII})
		case token.Number:
			want, typed = append(want, Number), append(typed, Typed{Number, viet.Exact})
		}
	}
	for i, r := range m.Restore(typed) {
		if !typed[i].isWord() {
			continue
		}
		s.words++
		if r.Text == want[i] || r.Text == "" && want[i] == typed[i].Text {
			s.right++
		}
	}
}

// Headlines of articles that were not counted get back the marks of 94 in 100
// syllables, within 3 % of the bytes of the text.
func TestRestoresHeadlines(t *testing.T) {
	c := NewCounter()
	var headlines []string
	n, size := 0, 0
	for a := range lines(t, "corpora/news-20k.jsonl.gz") {
		if n++; n%10 == 0 {
			headlines = append(headlines, a.Title)
			continue
		}
		size += len(a.Title) + len(a.Body)
		c.Add([]string{a.Title, a.Body})
	}
	file := c.Table().Encode()
	table, err := Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	var s score
	for _, headline := range headlines {
		s.add(Model{table, Questions()}, headline)
	}
	t.Logf("%d headlines, %d words: %.4f right; %d pairs, %d bytes for %d of text", len(headlines), s.words, s.share(), len(table.next), len(file), size)
	if s.share() < 0.94 {
		t.Errorf("%.4f of the syllables come back", s.share())
	}
	if float64(len(file)) > 0.03*float64(size) {
		t.Errorf("%d bytes for %d of text", len(file), size)
	}
}

// Questions to a collection get their marks back by its own words.
func TestRestoresQuestions(t *testing.T) {
	for _, tt := range []struct {
		name  string
		least float64
	}{{"alqac2022", 0.985}, {"uit-reg-wiki", 0.955}, {"vi-webqa-mailong25", 0.985}} {
		c := NewCounter()
		for d := range lines(t, "relevance/"+tt.name+"/corpus.jsonl.gz") {
			if tt.name == "vi-webqa-mailong25" {
				d.Title = "" // is the question itself
			}
			c.Add([]string{d.Title, d.Body})
		}
		m := Model{c.Table(), Questions()}
		var s score
		for q := range lines(t, "relevance/"+tt.name+"/queries.jsonl.gz") {
			s.add(m, q.Query)
		}
		t.Logf("%s: %d words, %.4f right", tt.name, s.words, s.share())
		if s.share() < tt.least {
			t.Errorf("%s: %.4f of the syllables come back, want %.3f", tt.name, s.share(), tt.least)
		}
	}
}
