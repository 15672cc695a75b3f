package analyzer_test

import (
	"fmt"
	"log"

	"github.com/blevesearch/bleve/v2"

	"soi/analyzer"
)

// A mapping of Bleve with the exact terms in one field and the folded ones in
// another: a query without marks goes to the folded field. Queries have their
// own analyzers, so that a code named in words is found in both.
func Example() {
	exact := bleve.NewTextFieldMapping()
	exact.Analyzer = analyzer.Vi
	folded := bleve.NewTextFieldMapping()
	folded.Name = "body_folded"
	folded.Analyzer = analyzer.ViFolded

	mapping := bleve.NewIndexMapping()
	mapping.DefaultMapping.AddFieldMappingsAt("body", exact, folded)
	index, err := bleve.NewMemOnly(mapping)
	if err != nil {
		log.Fatal(err)
	}
	defer index.Close()
	for id, body := range map[string]string{
		"xa.txt":    "Đảng uỷ xã thực hiện Kết luận 21 – KL/TW: tự soi, tự sửa.",
		"huyen.txt": "Huyện ủy sơ kết năm 2023.",
	} {
		if err := index.Index(id, map[string]string{"body": body}); err != nil {
			log.Fatal(err)
		}
	}

	for _, ask := range []struct{ field, analyzer, phrase string }{
		{"body", analyzer.ViQuery, "Đảng ủy"},
		{"body", analyzer.ViQuery, "21-KL/TW"},
		{"body", analyzer.ViQuery, "21 KL TW"},
		{"body_folded", analyzer.ViFoldedQuery, "tu soi tu sua"},
	} {
		query := bleve.NewMatchPhraseQuery(ask.phrase)
		query.Analyzer = ask.analyzer
		query.SetField(ask.field)
		result, err := index.Search(bleve.NewSearchRequest(query))
		if err != nil {
			log.Fatal(err)
		}
		for _, hit := range result.Hits {
			fmt.Printf("%s: %s\n", ask.phrase, hit.ID)
		}
	}
	// Output:
	// Đảng ủy: xa.txt
	// 21-KL/TW: xa.txt
	// 21 KL TW: xa.txt
	// tu soi tu sua: xa.txt
}
