package index_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"soi/index"
	"soi/index/schema"
	"soi/ingest"
)

// samples indexes the sample reports. Their ids are the names of their files,
// without the ending; records of JSONL keep their own.
func samples(t testing.TB) *index.Index {
	t.Helper()
	return corpus(t, sampleDocuments(t)...)
}

func sampleDocuments(t testing.TB) []*schema.Document {
	t.Helper()
	var docs []*schema.Document
	for entry, err := range ingest.Walk(context.Background(), []string{"../testdata/samples"}, ingest.Options{}) {
		if err != nil {
			continue // one of them is broken on purpose
		}
		if d := entry.Document; d != nil {
			if ext := filepath.Ext(d.Path); ext != ".jsonl" {
				d.ID = strings.TrimSuffix(filepath.Base(d.Path), ext)
			}
			docs = append(docs, d)
		}
	}
	if len(docs) < 50 {
		t.Fatalf("%d samples", len(docs))
	}
	return docs
}
