package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"

	"soi/analyzer/place"
)

// An article is a line of a corpus. Beside what news has it gets what reports
// have, so that every facet counts something: province, date and level by
// chance, and for four in ten a sentence that names a directive.
type article struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Body      string `json:"body"`
	Published string `json:"published,omitempty"`
	Province  string `json:"province,omitempty"`
	Level     string `json:"level,omitempty"`
}

// readArticles reads a corpus, gzipped if its name says so.
func readArticles(path string) ([]article, error) {
	var all []article
	for line, err := range lines(path) {
		if err != nil {
			return nil, err
		}
		var a article
		if err := json.Unmarshal(line, &a); err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		all = append(all, a)
	}
	return all, nil
}

// lines gives the lines of a file; each is valid until the next.
func lines(path string) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		f, err := os.Open(path)
		if err != nil {
			yield(nil, err)
			return
		}
		defer f.Close()
		var r io.Reader = f
		if strings.HasSuffix(path, ".gz") {
			if r, err = gzip.NewReader(f); err != nil {
				yield(nil, fmt.Errorf("read %s: %w", path, err))
				return
			}
		}
		s := bufio.NewScanner(r)
		s.Buffer(nil, 16<<20)
		for s.Scan() {
			if len(s.Bytes()) > 0 && !yield(s.Bytes(), nil) {
				return
			}
		}
		if err := s.Err(); err != nil {
			yield(nil, fmt.Errorf("read %s: %w", path, err))
		}
	}
}

// A dresser makes the documents of the benchmark of articles.
type dresser struct {
	chance     *rand.Rand
	provinces  []place.Province
	directives []string
}

func newDresser(seed uint64) *dresser {
	d := &dresser{chance: rand.New(rand.NewPCG(seed, 1)), provinces: place.Provinces()}
	for i := range 200 {
		kind := []string{"CT", "NQ", "KL", "QĐ"}[i%4]
		d.directives = append(d.directives, fmt.Sprintf("%02d-%s/TW", 1+i/4, kind))
	}
	return d
}

// few gives a number below n, small ones more often, as values of facets are
// spread: half of all fall on the first fifth.
func (d *dresser) few(n int) int {
	x := d.chance.Float64()
	return int(x * x * x * float64(n))
}

// dress gives an article the values of a report.
func (d *dresser) dress(a article) article {
	a.Province = d.provinces[d.few(len(d.provinces))].Name
	a.Published = fmt.Sprintf("%d-%02d-%02d", 2025-d.few(11), 1+d.chance.IntN(12), 1+d.chance.IntN(28))
	a.Level = []string{"tinh", "huyen", "xa", "trung_uong", "khac"}[d.few(5)]
	if d.chance.IntN(10) < 4 {
		a.Body += "\nCăn cứ " + d.directives[d.few(len(d.directives))] + " và " + d.directives[d.few(len(d.directives))] + "."
	}
	return a
}

// vary makes a new article of two: the odd sentences of one, the even ones of
// the other, numbers changed. Words are as frequent as before, and neighbours
// as real; only rare words are not as many as in as many real articles.
func (d *dresser) vary(a, b article, copied int) article {
	first, second := strings.SplitAfter(a.Body, ". "), strings.SplitAfter(b.Body, ". ")
	var body strings.Builder
	for i := range max(len(first), len(second)) {
		from := first
		if i%2 == 1 {
			from = second
		}
		if i < len(from) {
			body.WriteString(from[i])
		}
	}
	shift := func(r rune) rune {
		if '0' <= r && r <= '9' {
			return '0' + (r-'0'+rune(copied))%10
		}
		return r
	}
	return article{ID: a.ID + "-" + strconv.Itoa(copied), Title: a.Title, Body: strings.Map(shift, body.String())}
}

// writeCorpus writes the documents of the benchmark.
func writeCorpus(path string, articles []article, copies int, seed uint64) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	d := newDresser(seed)
	for copied := range copies {
		for _, a := range articles {
			if copied > 0 {
				a = d.vary(a, articles[d.chance.IntN(len(articles))], copied)
			}
			if err := enc.Encode(d.dress(a)); err != nil {
				return err
			}
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}
