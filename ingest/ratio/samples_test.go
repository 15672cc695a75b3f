package ratio_test

import (
	"context"
	"os"
	"testing"

	"soi/ingest"
	"soi/testdata"
)

// The ratios of the sample reports were written to hold.
func TestSamples(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, testdata.Samples); err != nil {
		t.Fatal(err)
	}
	found := 0
	for entry, err := range ingest.Walk(context.Background(), []string{dir}, ingest.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		if entry.Document == nil {
			continue
		}
		for _, r := range entry.Document.Ratios {
			if found++; !r.Holds {
				t.Errorf("%s: %v/%v is %v%%, stated %v%%: %s", entry.Source.Path, r.Part, r.Whole, r.Sum, r.Percent,
					r.Sentence.Of(entry.Document.Text))
			}
		}
	}
	const written = 49 // the other quotients beside a percentage are dates and totals, read by hand
	if found != written {
		t.Errorf("%d ratios are found, want %d", found, written)
	}
}
