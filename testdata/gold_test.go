package testdata

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"soi/testdata/shared"
)

// labelled is a line of gold/acronyms.jsonl: the definitions of one document.
type labelled struct {
	ID          string       `json:"id"`
	Half        string       `json:"half"` // "dev" or "held"
	Definitions []definition `json:"definitions"`
}

// definition is where a document says what a short form stands for. Spans are
// byte offsets [start, end) into the document's text in NFC.
type definition struct {
	Short     string `json:"short"`
	Kind      string `json:"kind"`
	ShortSpan [2]int `json:"short_span"`
	LongSpan  [2]int `json:"long_span"`
}

func readLabels(t *testing.T) []labelled {
	t.Helper()
	b, err := os.ReadFile("gold/acronyms.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var all []labelled
	for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		d := json.NewDecoder(strings.NewReader(line))
		d.DisallowUnknownFields()
		var l labelled
		if err := d.Decode(&l); err != nil {
			t.Fatalf("gold/acronyms.jsonl:%d: %v", i+1, err)
		}
		all = append(all, l)
	}
	return all
}

// partyTexts returns the texts that the labels are about by document, skipping
// the test where the corpus is missing.
func partyTexts(t *testing.T) map[string]string {
	t.Helper()
	f, err := os.Open(shared.Path(t, "data/corpora/party-2k.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var r struct{ ID, Title, Body string }
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatalf("party-2k: %v", err)
		}
		texts[r.ID] = norm.NFC.String(r.Title + "\n\n" + r.Body)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return texts
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

func TestLabelsAgreeWithTheirREADME(t *testing.T) {
	readme, err := os.ReadFile("gold/README.md")
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]map[string]int{"`initials`": {}, "`foreign`": {}, "`declared`": {},
		"documents": {}, "documents without a definition": {}}
	for _, l := range readLabels(t) {
		if want := half(l.ID); l.Half != want {
			t.Errorf("%s: half is %q, want %q", l.ID, l.Half, want)
		}
		counts["documents"][l.Half]++
		if len(l.Definitions) == 0 {
			counts["documents without a definition"][l.Half]++
		}
		for _, d := range l.Definitions {
			if kind := counts["`"+d.Kind+"`"]; kind != nil {
				kind[l.Half]++
			} else {
				t.Errorf("%s: %s is of no known kind: %q", l.ID, d.Short, d.Kind)
			}
		}
	}
	for what, n := range counts {
		row := fmt.Sprintf("| %s | %d | %d | %d |", what, n["dev"], n["held"], n["dev"]+n["held"])
		if !bytes.Contains(readme, []byte(row)) {
			t.Errorf("gold/README.md lacks the row %q", row)
		}
	}
}

// The documents are those that the rule in gold/README.md draws, so nobody can
// have picked the easy ones.
func TestLabelledDocumentsAreThoseDrawn(t *testing.T) {
	texts := partyTexts(t)
	ids := make([]string, 0, len(texts))
	for id := range texts {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int { return strings.Compare(digest(a), digest(b)) })
	sign := regexp.MustCompile(`\([\s\p{Z}]*(?:\p{Lu}{2}|(?i:gọi tắt|viết tắt|sau đây gọi))`)
	var with, without []string
	for _, id := range ids {
		if sign.MatchString(texts[id]) {
			with = append(with, id)
		} else {
			without = append(without, id)
		}
	}
	var got []string
	for _, l := range readLabels(t) {
		got = append(got, l.ID)
	}
	if want := slices.Concat(with[:50], without[:10]); !slices.Equal(got, want) {
		t.Errorf("labelled documents:\n%q\ndrawn:\n%q", got, want)
	}
}

func TestLabelsSliceTheirDocuments(t *testing.T) {
	texts := partyTexts(t)
	for _, l := range readLabels(t) {
		after := 0
		for _, d := range l.Definitions {
			if err := d.check(texts[l.ID]); err != nil {
				t.Errorf("%s: %s: %v", l.ID, d.Short, err)
			}
			if d.ShortSpan[0] < after {
				t.Errorf("%s: %s is out of order or overlaps the one before", l.ID, d.Short)
			}
			after = d.ShortSpan[1]
		}
	}
}

// check tells what is wrong with d as a definition in text.
func (d definition) check(text string) error {
	for _, s := range [][2]int{d.ShortSpan, d.LongSpan} {
		if s[0] < 0 || s[1] <= s[0] || s[1] > len(text) {
			return fmt.Errorf("span %v is empty or outside of a text of %d bytes", s, len(text))
		}
		if !utf8.RuneStart(text[s[0]]) || s[1] < len(text) && !utf8.RuneStart(text[s[1]]) {
			return fmt.Errorf("span %v cuts a letter", s)
		}
	}
	if got := text[d.ShortSpan[0]:d.ShortSpan[1]]; got != d.Short {
		return fmt.Errorf("its span %v has %q", d.ShortSpan, got)
	}
	first, second := d.LongSpan, d.ShortSpan
	if first[0] > second[0] {
		first, second = second, first
	}
	if first[1] > second[0] {
		return fmt.Errorf("long form %v and short form %v overlap", d.LongSpan, d.ShortSpan)
	}
	if between := text[first[1]:second[0]]; !strings.HasSuffix(between, "(") {
		return fmt.Errorf("no parenthesis opens between long and short form: %q", between)
	}
	long := text[d.LongSpan[0]:d.LongSpan[1]]
	if strings.TrimSpace(long) != long {
		return fmt.Errorf("long form %v has blanks at an end", d.LongSpan)
	}
	if d.Kind == "initials" && initials(d.Short) != initialsOf(long) {
		return fmt.Errorf("initials of the long form are %q", initialsOf(long))
	}
	return nil
}

// initials returns the letters of a short form without hyphens and marks, W of
// TW as the U of TƯ.
func initials(short string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ReplaceAll(short, "TW", "TƯ")) {
		if unicode.IsLetter(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// initialsOf returns the first letters of the words of a long form as capitals
// without marks, "và" left out.
func initialsOf(long string) string {
	var b strings.Builder
	for _, word := range strings.Fields(long) {
		if first, _ := utf8.DecodeRuneInString(norm.NFD.String(word)); word != "và" {
			b.WriteRune(unicode.ToUpper(first))
		}
	}
	return b.String()
}
