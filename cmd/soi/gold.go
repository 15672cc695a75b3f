package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"soi/analyzer/cite"
	"soi/index/schema"
)

// A goldDocument is what a person read in one document, however the file of
// labels writes it.
type goldDocument struct {
	File string // name of the file; "" where only the id tells the document
	ID   string // of a record; "" where the file is the document

	// Fields holds the labelled values; "" says that the document does not
	// tell. A field that was not labelled is missing.
	Fields map[schema.Field]string

	References []goldReference
	Labelled   bool     // References are complete: what is not among them is none
	Spans      bool     // References have spans; else each directive stands once
	Neither    []string // keys that are neither right nor wrong to find
}

// A goldReference is a directive that a document refers to.
type goldReference struct {
	Kind  string      // "code" and "number" are scored
	Key   string      // comparison form; "" where the document leaves the code open
	Type  string      // Vietnamese name
	Dated bool        // Term and Year are labelled, as known or as unknown
	Term  string      // congress term; "" unknown
	Year  int         // 0 unknown
	Span  schema.Span // bytes of the text
}

func (r goldReference) scored() bool { return r.Kind == "code" || r.Kind == "number" }

// name is the document as people are told it.
func (g goldDocument) name() string {
	if g.File == "" || g.ID == "" {
		return g.File + g.ID
	}
	return g.File + "#" + g.ID
}

// A goldLine is a line of a file of labels in any of three forms, which
// differ in how they give the references: "directives" with byte_start and
// byte_end, "references" with span, or "codes" without places.
type goldLine struct {
	File       string          `json:"file"`
	ID         string          `json:"id"`
	Half       string          `json:"half"`
	Directives []goldDirective `json:"directives"`
	References []goldDirective `json:"references"`
	Codes      []string        `json:"codes"`

	// Beside codes: plenums and the document's own number may be found, terms
	// part the identities of a code.
	Plenums   []string          `json:"plenums"`
	OwnNumber string            `json:"own_number"`
	Terms     map[string]string `json:"terms"`
}

// A goldDirective is one reference of either form with places.
type goldDirective struct {
	Kind      string       `json:"kind"`
	Canonical string       `json:"canonical"`
	Code      string       `json:"code"`
	Type      string       `json:"type"`
	Term      string       `json:"term"`
	Year      int          `json:"year"`
	Span      *schema.Span `json:"span"`
	Start     int          `json:"byte_start"`
	End       int          `json:"byte_end"`
}

// scoredFields are the values that evaluation compares.
var scoredFields = []schema.Field{
	schema.FieldTitle, schema.FieldPublished, schema.FieldYear, schema.FieldProvince, schema.FieldProvinceNow, schema.FieldLevel,
	schema.FieldDistrict, schema.FieldCommune,
}

// errNoLabels says that a line of a file of labels has nothing to compare.
var errNoLabels = errors.New(`no labels: a line has "file" or "id", and values, "directives", "references" or "codes"`)

// readGold reads the labels of a file, only those of a half if it is named.
func readGold(path, half string) ([]goldDocument, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var all []goldDocument
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 16<<20)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		doc, in, err := parseGold(lines.Bytes())
		if err != nil {
			return nil, fmt.Errorf("read %s:%d: %w", path, n, err)
		}
		if half == "" || in == half {
			all = append(all, doc)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return all, nil
}

// parseGold reads one line of labels and tells its half.
func parseGold(data []byte) (doc goldDocument, half string, err error) {
	var line goldLine
	var values map[schema.Field]json.RawMessage
	if err := errors.Join(json.Unmarshal(data, &line), json.Unmarshal(data, &values)); err != nil {
		return doc, "", err
	}
	doc = goldDocument{File: line.File, ID: line.ID, Fields: map[schema.Field]string{}}
	for _, field := range scoredFields {
		if raw, ok := values[field]; ok {
			if doc.Fields[field], err = goldValue(raw); err != nil {
				return doc, "", fmt.Errorf("%s: %w", field, err)
			}
		}
	}
	doc.setReferences(line)
	if doc.name() == "" || len(doc.Fields) == 0 && !doc.Labelled {
		return doc, "", errNoLabels
	}
	return doc, line.Half, nil
}

// goldValue is a labelled value as text: a string, a number, or null for "".
func goldValue(raw json.RawMessage) (string, error) {
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		return "", err
	}
	switch v := v.(type) {
	case nil:
		return "", nil
	case string:
		return v, nil
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64), nil
	}
	return "", fmt.Errorf("a text or number was expected, not %s", raw)
}

// setReferences takes the references of whichever form the line has.
func (g *goldDocument) setReferences(line goldLine) {
	switch {
	case line.Directives != nil: // there, "id" is a number that counts the files
		g.ID = ""
		g.addMentions(line.Directives, false)
	case line.References != nil:
		g.addMentions(line.References, true)
	case line.Codes != nil:
		g.Labelled = true
		for _, code := range line.Codes {
			term, dated := line.Terms[code]
			g.References = append(g.References, goldReference{Kind: "code", Key: cite.Key(code), Dated: dated, Term: term})
		}
		for _, code := range append(line.Plenums, line.OwnNumber) {
			g.Neither = append(g.Neither, cite.Key(code))
		}
	}
}

func (g *goldDocument) addMentions(directives []goldDirective, dated bool) {
	g.Labelled, g.Spans = true, true
	for _, d := range directives {
		r := goldReference{
			Kind: d.Kind, Key: cite.Key(d.Canonical + d.Code), Type: d.Type, // a form has one of the two
			Dated: dated, Term: d.Term, Year: d.Year, Span: schema.Span{Start: d.Start, End: d.End},
		}
		if d.Span != nil {
			r.Span = *d.Span
		}
		g.References = append(g.References, r)
	}
}
