package directive

import (
	"testing"

	"soi/index/schema"
	"soi/testdata/shared"
)

// BenchmarkResolve measures all that is read of directives, references, titles
// and relations, on real articles. What expressions run over the whole text need
// for the references alone is measured in package cite.
func BenchmarkResolve(b *testing.B) {
	const articles = 200
	var texts []string
	size := 0
	for a := range shared.Articles(b, "party-2k") {
		if len(texts) == articles {
			break
		}
		texts = append(texts, a.Title+"\n\n"+a.Body)
		size += len(texts[len(texts)-1])
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, text := range texts {
			Resolve(&schema.Document{Text: text})
		}
	}
}
