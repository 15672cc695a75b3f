package index

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"testing"

	"soi/index/schema"
	"soi/testdata/shared"
)

// maxRatio is the size of an index of 2,000 articles over the size of their
// texts that must not be exceeded unnoticed; larger collections, where fewer
// terms are rare, come to 2.1. Measured 2026-11: exact terms with positions
// 1.49, folded ones 0.36, stored text 0.36, the rest 0.12.
const maxRatio = 2.4

func TestSize(t *testing.T) {
	f, err := os.Open(shared.Path(t, "data/corpora/news-20k.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	unzip, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	lines := json.NewDecoder(bufio.NewReader(unzip))
	dir := t.TempDir()
	w := begin(t, dir)
	for range 2000 {
		var article struct{ ID, Title, Body string }
		if err := lines.Decode(&article); err != nil {
			t.Fatal(err)
		}
		d := line("/news.jsonl", article.ID, article.Title+"\n"+article.Body)
		d.Source = schema.Source{Path: d.Path}
		put(t, w, d)
	}
	commit(t, w)
	info := open(t, dir).Info()
	ratio := float64(info.Size) / float64(info.TextBytes)
	t.Logf("%d bytes of text, %d of index: %.3f", info.TextBytes, info.Size, ratio)
	if info.Documents != 2000 || ratio > maxRatio {
		t.Errorf("%d documents, ratio %.3f", info.Documents, ratio)
	}
}
