package index

import (
	"testing"

	"soi/index/schema"
	"soi/testdata/shared"
)

// maxRatio is the size of an index of 2,000 articles over the size of their
// texts that must not be exceeded unnoticed; larger collections, where fewer
// terms are rare, come to 1.36. Measured 2026-11: with a location of Bleve's for
// each occurrence and lengths beside all postings it was 2.32, now it is 1.48.
const maxRatio = 1.55

func TestSize(t *testing.T) {
	dir := t.TempDir()
	w := begin(t, dir)
	const articles = 2000
	written := 0
	for a := range shared.Articles(t, "news-20k") {
		if written++; written > articles {
			break
		}
		d := line("/news.jsonl", a.ID, a.Title+"\n"+a.Body)
		d.Source = schema.Source{Path: d.Path}
		put(t, w, d)
	}
	commit(t, w)
	info := open(t, dir).Info()
	ratio := float64(info.Size) / float64(info.TextBytes)
	t.Logf("%d bytes of text, %d of index: %.3f", info.TextBytes, info.Size, ratio)
	if info.Documents != articles || ratio > maxRatio {
		t.Errorf("%d documents, ratio %.3f", info.Documents, ratio)
	}
}
