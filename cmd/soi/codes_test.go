package main

import (
	"context"
	"encoding/json"
	"io"
	"testing"

	"soi/analyzer/cite"
	"soi/index/schema"
	"soi/testdata/shared"
)

// cutShort are codes of the corpus's field "codes" of which its expression read
// a part only, with the whole.
var cutShort = map[string]string{
	"baomoi-21484662 2017/NQ-CP":          "19/2017/NQ-CP", // 19-2017/NQ-CP
	"vietnews-val-013663 2018/NQ-CP":      "19/2018/NQ-CP",
	"baomoi-22677082 31-QĐ/ĐU":            "31-QĐ/ĐU-MTTW",
	"vietnews-train-067902 000/PL-UBTVQH": "30/2000/PL-UBTVQH10", // 30/2 000/PL-UBTVQH 10
	"vietnews-train-068087 749/NQ-UBTVQH": "749/NQ-UBTVQH14",     // NQ-UBTVQH 14
	"vietnews-train-068087 750/NQ-UBTVQH": "750/NQ-UBTVQH14",
}

// TestCorpusCodes demands every code that a plain expression found in the
// articles, in its repaired form where it has one: 09/NQ-TW as 09-NQ/TW.
func TestCorpusCodes(t *testing.T) {
	records := shared.Path(t, "data/corpora/party-2k.jsonl.gz")
	found := map[string]map[string]bool{}
	a := newApp(testStreams(io.Discard, io.Discard), nil)
	if err := a.eachDocument(context.Background(), []string{records}, func(d *schema.Document) {
		keys := map[string]bool{}
		for _, r := range d.References {
			keys[r.Key] = true
		}
		found[d.ID] = keys
	}); err != nil {
		t.Fatal(err)
	}
	codes := 0
	for id, list := range corpusCodes(t, "party-2k") {
		for _, code := range list {
			codes++
			want := cite.Key(code)
			if whole, ok := cutShort[id+" "+code]; ok {
				want = cite.Key(whole)
			} else if r, ok := cite.CodeAt(code, 0); ok {
				want = r.Key
			}
			if !found[id][want] {
				t.Errorf("%s: %s is not found as %s", id, code, want)
			}
		}
	}
	if codes != 449 {
		t.Errorf("%d codes, want 449", codes)
	}
}

// corpusCodes are the codes that the records of the corpus list, by their ids.
func corpusCodes(t *testing.T, corpus string) map[string][]string {
	t.Helper()
	codes := map[string][]string{}
	for line := range shared.Lines(t, corpus) {
		var record struct {
			ID    string
			Codes []string
		}
		if err := json.Unmarshal(line, &record); err != nil {
			t.Fatal(err)
		}
		if record.Codes != nil {
			codes[record.ID] = record.Codes
		}
	}
	return codes
}
