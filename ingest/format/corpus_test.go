package format

import (
	"encoding/json"
	"html"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"soi/testdata/shared"
)

// TestCleanCorporaStay reads every real article as a record, and every fifth
// as a text file and a web page too: no encoding is repaired in any, and the
// text is that of the article in NFC.
func TestCleanCorporaStay(t *testing.T) {
	for _, tt := range []struct {
		name string
		docs int
	}{
		{"news-20k", 20_000},
		{"party-2k", 1_937},
	} {
		docs := 0
		for line := range shared.Lines(t, tt.name) {
			checkUntouched(t, line, docs%5 == 0)
			docs++
		}
		if docs != tt.docs {
			t.Errorf("%s has %d articles, want %d", tt.name, docs, tt.docs)
		}
	}
}

func checkUntouched(t *testing.T, line []byte, allForms bool) {
	t.Helper()
	var a struct{ ID, Title, Body string }
	if err := json.Unmarshal(line, &a); err != nil {
		t.Fatal(err)
	}
	r, err := ParseRecord(line)
	if err != nil {
		t.Fatal(err)
	}
	page, err := r.Page()
	title := strings.Join(strings.FieldsFunc(a.Title, func(r rune) bool { return r <= ' ' }), " ")
	untouched(t, a.ID+" as a record", page, err, title+"\n\n"+strings.TrimRight(a.Body, " \n"))
	if !allForms {
		return
	}
	page, err = Text([]byte(a.Title + "\n" + a.Body))
	untouched(t, a.ID+" as a text", page, err, a.Title+"\n"+a.Body)
	page, err = HTML([]byte("<pre>" + html.EscapeString(a.Title+"\n"+a.Body)))
	if err != nil || page.Encoding != "" {
		t.Errorf("%s as a page: %v, repaired as %q", a.ID, err, page.Encoding)
	}
}

// untouched demands a page of text in NFC and nothing repaired.
func untouched(t *testing.T, name string, p Page, err error, text string) {
	t.Helper()
	switch want := norm.NFC.String(text); {
	case err != nil:
		t.Errorf("%s: %v", name, err)
	case p.Encoding != "":
		t.Errorf("%s: repaired as %s", name, p.Encoding)
	case p.Text != want:
		t.Errorf("%s: %d bytes of text differ from %d", name, len(p.Text), len(want))
	}
}
