package testdata

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestRelationCountsAgreeWithREADME(t *testing.T) {
	labels, err := os.ReadFile("gold/relations.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("gold/README.md")
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]*[2]int{} // right and wrong
	for line := range bytes.Lines(labels) {
		var r struct {
			ID, Corpus, Kind, From, To string
			Span                       [2]int
			Right                      bool
		}
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		if r.ID == "" || r.To == "" || r.Span[0] >= r.Span[1] {
			t.Errorf("%s lacks its document, its end or its words", line)
		}
		what := "document to directive"
		if r.From != "" {
			what = "between directives"
		}
		what += ", `" + r.Corpus + "`"
		if counts[what] == nil {
			counts[what] = new([2]int)
		}
		if r.Right {
			counts[what][0]++
		} else {
			counts[what][1]++
		}
	}
	for what, n := range counts {
		if row := fmt.Sprintf("| %s | %d | %d |", what, n[0], n[1]); !strings.Contains(string(readme), row) {
			t.Errorf("gold/README.md lacks the row %q", row)
		}
	}
}
