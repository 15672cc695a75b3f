package shared

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"iter"
	"os"
	"strings"
	"testing"
)

// longestLine bounds a line of a corpus in bytes.
const longestLine = 16 << 20

// Rows returns the rows of a table in ../shared, such as
// "vectors/tokens.tsv": the fields between its tabs, as they are written.
// Lines that are empty or begin with # are no rows; a table without any fails
// the test.
func Rows(t testing.TB, name string) [][]string {
	t.Helper()
	data, err := os.ReadFile(Path(t, name))
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && line[0] != '#' {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	if len(rows) == 0 {
		t.Fatalf("../shared/%s has no rows", name)
	}
	return rows
}

// Lines yields the records of a corpus in ../shared/data/corpora, "news-20k",
// one JSON object each; it is valid until the next. A corpus without any fails
// the test.
func Lines(t testing.TB, corpus string) iter.Seq[[]byte] {
	t.Helper()
	path := Path(t, "data/corpora/"+corpus+".jsonl.gz")
	return func(yield func([]byte) bool) {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatalf("read %s: %v", path, err)
		}
		lines := bufio.NewScanner(z)
		lines.Buffer(nil, longestLine)
		read := 0
		for ; lines.Scan(); read++ {
			if !yield(lines.Bytes()) {
				return
			}
		}
		if err := lines.Err(); err != nil || read == 0 {
			t.Fatalf("read %s: %d records, %v", path, read, err)
		}
	}
}

// An Article is a record of a corpus, its texts as they are written.
type Article struct{ ID, Title, Body string }

// Articles yields the records of a corpus as articles.
func Articles(t testing.TB, corpus string) iter.Seq[Article] {
	t.Helper()
	lines := Lines(t, corpus)
	return func(yield func(Article) bool) {
		for line := range lines {
			var a Article
			if err := json.Unmarshal(line, &a); err != nil {
				t.Fatalf("%s: %v", corpus, err)
			}
			if !yield(a) {
				return
			}
		}
	}
}
