package testdata

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"soi/testdata/shared"
)

// readLabels reads a file of labels, a JSON object a line. Fields that L does
// not have fail the test.
func readLabels[L any](t *testing.T, name string) []L {
	t.Helper()
	b, err := os.ReadFile("gold/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var all []L
	for i, line := range bytes.Split(bytes.TrimSpace(b), []byte("\n")) {
		d := json.NewDecoder(bytes.NewReader(line))
		d.DisallowUnknownFields()
		var l L
		if err := d.Decode(&l); err != nil {
			t.Fatalf("gold/%s:%d: %v", name, i+1, err)
		}
		all = append(all, l)
	}
	return all
}

// wantRows fails unless gold/README.md has a row for each count: what is
// counted, in the half "dev", in the half "held", together.
func wantRows(t *testing.T, counts map[string]map[string]int) {
	t.Helper()
	readme, err := os.ReadFile("gold/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for what, n := range counts {
		row := fmt.Sprintf("| %s | %d | %d | %d |", what, n["dev"], n["held"], n["dev"]+n["held"])
		if !bytes.Contains(readme, []byte(row)) {
			t.Errorf("gold/README.md lacks the row %q", row)
		}
	}
}

// partyTexts returns the texts that the labels are about by document, skipping
// the test where the corpus is missing.
func partyTexts(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for a := range shared.Articles(t, "party-2k") {
		texts[a.ID] = norm.NFC.String(a.Title + "\n\n" + a.Body)
	}
	return texts
}

// drawn returns the ids of the documents in the order of their digests, in
// which the rules of gold/README.md draw them.
func drawn(texts map[string]string) []string {
	return slices.SortedFunc(maps.Keys(texts), func(a, b string) int {
		return strings.Compare(digest(a), digest(b))
	})
}

func digest(id string) string {
	sum := sha256.Sum256([]byte(id))
	return hex.EncodeToString(sum[:])
}

// half is the half of the labels that a document belongs to.
func half(id string) string {
	sum := sha256.Sum256([]byte(id))
	if sum[len(sum)-1]>>4%2 == 0 { // the last hexadecimal digit but one
		return "dev"
	}
	return "held"
}

// spanOf returns the words in a span, which must begin and end between letters
// and without blanks.
func spanOf(text string, s [2]int) (string, error) {
	if s[0] < 0 || s[1] <= s[0] || s[1] > len(text) {
		return "", fmt.Errorf("span %v is empty or outside of a text of %d bytes", s, len(text))
	}
	if !utf8.RuneStart(text[s[0]]) || s[1] < len(text) && !utf8.RuneStart(text[s[1]]) {
		return "", fmt.Errorf("span %v cuts a letter", s)
	}
	words := text[s[0]:s[1]]
	if strings.TrimSpace(words) != words {
		return "", fmt.Errorf("%q has blanks at an end", words)
	}
	return words, nil
}
