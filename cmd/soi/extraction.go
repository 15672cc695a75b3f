package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"soi/analyzer/cite"
	"soi/index/schema"
)

// An outcome is how one label came out, or one value that no label has. The
// outcomes of a run are stored to be compared with those of a later one.
type outcome struct {
	Document string `json:"document"`
	Field    string `json:"field"` // a field's name, or fieldReferences, fieldIdentities
	Place    string `json:"place"` // bytes "127-208" of a reference; "" elsewhere
	Gold     string `json:"gold"`  // "" where the document does not tell
	Got      string `json:"got"`   // "" where nothing was found
	Right    bool   `json:"right"`
}

// What is compared besides the fields of a document.
const (
	fieldReferences = "references"
	fieldIdentities = "identities" // the term or year of references that were found
)

// kindCount counts the labels of one kind of reference. Kinds that are not
// scored have no code; found counts those that any reference overlaps.
type kindCount struct {
	Gold  int `json:"gold"`
	Found int `json:"found"`
}

// comparison collects the outcomes of documents.
type comparison struct {
	outcomes []outcome
	kinds    map[string]kindCount
}

func newComparison() *comparison { return &comparison{kinds: map[string]kindCount{}} }

// add compares what was extracted from a document with its labels.
func (c *comparison) add(gold goldDocument, d *schema.Document) {
	for _, field := range scoredFields {
		want, labelled := gold.Fields[field]
		got := extracted(d, field)
		if !labelled || want == "" && got == "" {
			continue
		}
		c.note(outcome{gold.name(), string(field), "", want, got, plain(got) == plain(want)})
	}
	switch {
	case gold.Spans:
		c.addMentions(gold, d)
	case gold.Labelled:
		c.addDirectives(gold, d)
	}
}

func (c *comparison) note(o outcome) { c.outcomes = append(c.outcomes, o) }

func (c *comparison) count(kind string, found bool) {
	n := c.kinds[kind]
	n.Gold++
	if found {
		n.Found++
	}
	c.kinds[kind] = n
}

// extracted is a field's value in a document, "" if it is not known.
func extracted(d *schema.Document, field schema.Field) string {
	switch field {
	case schema.FieldTitle:
		return d.TitleText()
	case schema.FieldPublished:
		return d.Published
	case schema.FieldYear:
		if d.Year != 0 {
			return strconv.Itoa(d.Year)
		}
	case schema.FieldProvince:
		return d.Province
	case schema.FieldProvinceNow:
		return d.ProvinceNow
	case schema.FieldLevel:
		return string(d.Level)
	case schema.FieldDistrict:
		return d.District
	case schema.FieldCommune:
		return d.Commune
	}
	return ""
}

// plain is a value as it is compared: NFC, nothing invisible, single blanks.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, norm.NFC.String(s))
	return strings.Join(strings.Fields(s), " ")
}

// addMentions compares mentions one by one: right is one that overlaps a
// label and has its key. What overlaps a label of a kind that is not scored is
// neither right nor wrong, and so is what only the page around the document
// says.
func (c *comparison) addMentions(gold goldDocument, d *schema.Document) {
	taken := make([]bool, len(d.References))
	for _, want := range gold.References {
		near, exact := -1, -1
		for i, r := range d.References {
			if r.Start >= want.Span.End || r.End <= want.Span.Start {
				continue
			}
			if near = i; exact < 0 && !taken[i] && want.names(r) {
				exact = i
			}
		}
		if !want.scored() {
			c.count(want.Kind, near >= 0)
			continue
		}
		c.count(want.Kind, exact >= 0)
		o := outcome{gold.name(), fieldReferences, place(want.Span), label(want.Type, want.Key), "", exact >= 0}
		if exact >= 0 {
			taken[exact] = true
			o.Got = o.Gold
			c.addIdentity(gold, want, d.References[exact:exact+1])
		}
		c.note(o)
	}
	for i, r := range d.References {
		if !taken[i] && scoredKind(r) && d.Says(r.Span()) && !gold.unscored(r.Span()) {
			c.note(outcome{gold.name(), fieldReferences, place(r.Span()), "", label(r.Type, r.Key), false})
		}
	}
}

// names reports whether a found reference is the labelled one.
func (g goldReference) names(r schema.Reference) bool {
	return r.Key == g.Key && (g.Key != "" || r.Type == g.Type)
}

// unscored reports whether a label that is not scored overlaps a span.
func (g goldDocument) unscored(s schema.Span) bool {
	return slices.ContainsFunc(g.References, func(r goldReference) bool {
		return !r.scored() && s.Start < r.Span.End && s.End > r.Span.Start
	})
}

func scoredKind(r schema.Reference) bool {
	return r.Kind == schema.RefCode || r.Kind == schema.RefNumber
}

// addDirectives compares which directives a document refers to.
func (c *comparison) addDirectives(gold goldDocument, d *schema.Document) {
	byKey := map[string][]schema.Reference{}
	var order []string
	for _, r := range d.References {
		if r.Key != "" && d.Says(r.Span()) {
			if byKey[r.Key] == nil {
				order = append(order, r.Key)
			}
			byKey[r.Key] = append(byKey[r.Key], r)
		}
	}
	wanted := map[string]bool{}
	for _, want := range gold.References {
		wanted[want.Key] = true
		found := byKey[want.Key]
		c.count(want.Kind, found != nil)
		o := outcome{gold.name(), fieldReferences, "", want.Key, "", found != nil}
		if found != nil {
			o.Got = want.Key
			c.addIdentity(gold, want, found)
		}
		c.note(o)
	}
	for _, key := range order {
		scored := slices.ContainsFunc(byKey[key], scoredKind)
		if scored && !wanted[key] && !slices.Contains(gold.Neither, key) {
			c.note(outcome{gold.name(), fieldReferences, "", "", key, false})
		}
	}
}

// addIdentity compares the term or year that the identity of a found directive
// has with the labelled one. Where neither has one there is nothing to tell.
func (c *comparison) addIdentity(gold goldDocument, want goldReference, found []schema.Reference) {
	got := ""
	for _, r := range found {
		got = max(got, identityTime(r.Identity))
	}
	expected := want.time()
	if !want.Dated || want.Key == "" || expected == "" && got == "" {
		return
	}
	at := ""
	if gold.Spans {
		at = place(want.Span)
	}
	c.note(outcome{gold.name(), fieldIdentities, at, tail(want.Key, expected), tail(want.Key, got), got == expected})
}

// time is what parts a directive from others of its code: of the Party, whose
// codes have their dash before their slash, the term; of the state the year,
// unless the code has it.
func (g goldReference) time() string {
	beforeSlash, _, _ := strings.Cut(g.Key, "/")
	ofState := !strings.Contains(beforeSlash, "-")
	year := strconv.Itoa(g.Year)
	if !ofState || g.Year == 0 || strings.Contains(g.Key, "/"+year+"/") {
		return g.Term
	}
	return year
}

// identityTime is the congress term or year in an identity, "" if it has none.
func identityTime(identity string) string {
	_, parts := cite.ParseIdentity(identity)
	for part := range strings.SplitSeq(parts, ":") {
		if part != "" && (strings.Trim(part, "IVX") == "" || strings.Trim(part, "0123456789") == "") {
			return part
		}
	}
	return ""
}

// tail joins a code and its term or year; "" where that is not known.
func tail(key, time string) string {
	if time == "" {
		return ""
	}
	return key + "@" + time
}

// label is a reference as the lists of outcomes name it.
func label(kind, key string) string {
	if key == "" {
		return kind + " ?"
	}
	return key
}

func place(s schema.Span) string { return fmt.Sprintf("%d-%d", s.Start, s.End) }
