package testdata

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"soi/analyzer/viet"
)

// cited is a line of gold/references.jsonl: the directives that one document
// refers to, and the province that it is about.
type cited struct {
	ID           string      `json:"id"`
	Half         string      `json:"half"` // "dev" or "held"
	Province     *string     `json:"province"`
	ProvinceSpan *[2]int     `json:"province_span"`
	References   []reference `json:"references"`
}

// reference is one mention of a directive. Its span is a half-open range of
// byte offsets into the document's text in NFC; what the text leaves open is
// nil.
type reference struct {
	Kind string  `json:"kind"`
	Code *string `json:"code"` // display form without leading zeros
	Type *string `json:"type"`
	Date *string `json:"date"` // ISO
	Term *string `json:"term"` // "XIII"
	Year *int    `json:"year"`
	Span [2]int  `json:"span"`
}

func TestReferenceCountsAgreeWithREADME(t *testing.T) {
	counts := map[string]map[string]int{"documents with a province": {}}
	for _, kind := range []string{"code", "number", "plenum", "title", "words"} {
		counts["`"+kind+"`"] = map[string]int{}
	}
	for _, c := range readLabels[cited](t, "references.jsonl") {
		if want := half(c.ID); c.Half != want {
			t.Errorf("%s: half is %q, want %q", c.ID, c.Half, want)
		}
		if c.Province != nil {
			counts["documents with a province"][c.Half]++
		}
		for _, r := range c.References {
			if kind := counts["`"+r.Kind+"`"]; kind != nil {
				kind[c.Half]++
			} else {
				t.Errorf("%s: the reference at %v is of no known kind: %q", c.ID, r.Span, r.Kind)
			}
		}
	}
	wantRows(t, counts)
}

// candidate is what looks like a reference to a directive, the rule that the
// documents were drawn by: a type word with a digit shortly after it, a number
// and an abbreviation of a type, or the resolution of a plenum.
var candidate = regexp.MustCompile(`(?i)(?:nghị quyết|chỉ thị|kết luận|quyết định|quy định|qui định|quy chế` +
	`|nghị định|thông tư liên tịch|thông tư|thông tri|thông báo|bộ luật|luật|pháp lệnh|kế hoạch|hướng dẫn` +
	`|công văn|công điện|chương trình|đề án|tờ trình|văn bản)` +
	`[^0-9\n]{0,12}[0-9]+(?:[ \x{a0}]?[-–/][ \x{a0}]?[0-9A-ZĐ]+)*` +
	`|[0-9]+[ \x{a0}]?[-–/][ \x{a0}]?(?:[0-9]{4}[ \x{a0}]?[-–/][ \x{a0}]?)?` +
	`(?:NQ|CT|KL|QĐ|NĐ|TT|TTLT|TB|HD|KH|CTr|CV|ĐA|TTr)[ \x{a0}]?[-–/]` +
	`|(?:nghị quyết|kết luận)[^0-9\n]{0,40}(?:trung ương|TW|TƯ|T\.Ư)[^0-9\n]{0,3}[0-9]`)

// The documents are those that the rule in gold/README.md draws, so nobody can
// have picked the easy ones.
func TestDocumentsWithReferencesAreThoseDrawn(t *testing.T) {
	texts := partyTexts(t)
	var with, without []string
	for _, id := range drawn(texts) {
		switch n := len(candidate.FindAllStringIndex(texts[id], 2)); n {
		case 0:
			without = append(without, id)
		case 2:
			with = append(with, id)
		}
	}
	want := slices.Concat(with[:90], without[:30])
	var got []string
	for _, c := range readLabels[cited](t, "references.jsonl") {
		got = append(got, c.ID)
	}
	if !slices.Equal(got, want) {
		t.Errorf("the %d documents labelled are not the %d drawn, in their order", len(got), len(want))
	}
}

func TestReferencesFitTheTexts(t *testing.T) {
	texts := partyTexts(t)
	for _, c := range readLabels[cited](t, "references.jsonl") {
		text, ok := texts[c.ID]
		if !ok {
			t.Errorf("%s is not in the corpus", c.ID)
			continue
		}
		if err := c.checkProvince(text); err != nil {
			t.Errorf("%s: %v", c.ID, err)
		}
		end := 0
		for _, r := range c.References {
			if r.Span[0] < end {
				t.Errorf("%s: the references up to %d and from %d overlap or are not in order", c.ID, end, r.Span[0])
			}
			end = r.Span[1]
			if err := r.check(text); err != nil {
				t.Errorf("%s: the reference at %v: %v", c.ID, r.Span, err)
			}
		}
	}
}

// checkProvince tells what is wrong with the words that name the province.
func (c cited) checkProvince(text string) error {
	if c.Province == nil || c.ProvinceSpan == nil {
		if (c.Province == nil) != (c.ProvinceSpan == nil) {
			return fmt.Errorf("province and its span are not given together")
		}
		return nil
	}
	words, err := spanOf(text, *c.ProvinceSpan)
	if err != nil {
		return fmt.Errorf("province: %w", err)
	}
	name, said := viet.Slug(*c.Province), viet.Slug(words)
	if !strings.Contains(said, name) && !(name == "ho-chi-minh" && strings.Contains(said, "hcm")) {
		return fmt.Errorf("province: %q does not name %s", words, *c.Province)
	}
	return nil
}

var (
	number   = regexp.MustCompile(`[0-9]+`)
	ofCode   = regexp.MustCompile(`^(?:NQTW)?([1-9][0-9]*)(?:/([0-9]{4})/)?`)
	roman    = regexp.MustCompile(`^[IVX]+$`)
	codeless = []string{"title", "words"} // kinds
)

// check tells what is wrong with r as a reference in text: each number that
// its code begins with must stand in the words labelled.
func (r reference) check(text string) error {
	words, err := spanOf(text, r.Span)
	if err != nil {
		return err
	}
	if r.Date != nil {
		if _, err := time.Parse(time.DateOnly, *r.Date); err != nil {
			return err
		}
	}
	if r.Term != nil && !roman.MatchString(*r.Term) {
		return fmt.Errorf("%q is no congress term", *r.Term)
	}
	if r.Code == nil {
		if r.Kind == "code" || r.Kind == "plenum" {
			return fmt.Errorf("kind %q without a code", r.Kind)
		}
		return nil
	}
	if slices.Contains(codeless, r.Kind) {
		return fmt.Errorf("kind %q with the code %s", r.Kind, *r.Code)
	}
	written := number.FindAllString(words, -1)
	for i := range written {
		written[i] = strings.TrimLeft(written[i], "0")
	}
	m := ofCode.FindStringSubmatch(*r.Code)
	if m == nil {
		return fmt.Errorf("code %q begins with no number", *r.Code)
	}
	for _, n := range m[1:] {
		if n != "" && !slices.Contains(written, n) {
			return fmt.Errorf("%s of code %s is not in %q", n, *r.Code, words)
		}
	}
	return nil
}
