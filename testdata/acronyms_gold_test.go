package testdata

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
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

func TestLabelsAgreeWithTheirREADME(t *testing.T) {
	counts := map[string]map[string]int{"`initials`": {}, "`foreign`": {}, "`declared`": {},
		"documents": {}, "documents without a definition": {}}
	for _, l := range readLabels[labelled](t, "acronyms.jsonl") {
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
	wantRows(t, counts)
}

// The documents are those that the rule in gold/README.md draws, so nobody can
// have picked the easy ones.
func TestLabelledDocumentsAreThoseDrawn(t *testing.T) {
	texts := partyTexts(t)
	sign := regexp.MustCompile(`\([\s\p{Z}]*(?:\p{Lu}{2}|(?i:gọi tắt|viết tắt|sau đây gọi))`)
	var with, without []string
	for _, id := range drawn(texts) {
		if sign.MatchString(texts[id]) {
			with = append(with, id)
		} else {
			without = append(without, id)
		}
	}
	var got []string
	for _, l := range readLabels[labelled](t, "acronyms.jsonl") {
		got = append(got, l.ID)
	}
	if want := slices.Concat(with[:50], without[:10]); !slices.Equal(got, want) {
		t.Errorf("labelled documents:\n%q\ndrawn:\n%q", got, want)
	}
}

func TestLabelsSliceTheirDocuments(t *testing.T) {
	texts := partyTexts(t)
	for _, l := range readLabels[labelled](t, "acronyms.jsonl") {
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
	short, err := spanOf(text, d.ShortSpan)
	if err != nil {
		return fmt.Errorf("short form: %w", err)
	}
	if short != d.Short {
		return fmt.Errorf("its span %v has %q", d.ShortSpan, short)
	}
	long, err := spanOf(text, d.LongSpan)
	if err != nil {
		return fmt.Errorf("long form: %w", err)
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
