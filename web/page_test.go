package web

import (
	"bytes"
	"flag"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"soi/web/message"
)

var update = flag.Bool("update", false, "rewrite golden files")

// golden compares got with a file in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (read the change, then run with -update)\ngot:\n%s\nwant:\n%s", file, got, want)
	}
}

// A sheet is an answer with its page.
type sheet struct {
	t    *testing.T
	code int
	head http.Header
	body string
	root *html.Node
}

// samples are the pages over the samples.
func samples() http.Handler {
	return Handler(&fake{documents: sampleDocuments(), said: sampleSaid()}, Options{})
}

// get asks h for an address. Further arguments are names and values of
// headers; Host and Method are taken as what they say.
func get(t *testing.T, h http.Handler, target string, headers ...string) sheet {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, "http://localhost"+target, nil)
	for i := 0; i < len(headers); i += 2 {
		switch headers[i] {
		case "Host":
			r.Host = headers[i+1]
		case "Method":
			r.Method = headers[i+1]
		default:
			r.Header.Set(headers[i], headers[i+1])
		}
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	root, err := html.Parse(bytes.NewReader(w.Body.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	return sheet{t: t, code: w.Code, head: w.Header(), body: w.Body.String(), root: root}
}

// all are the elements that a selector matches.
func (s sheet) all(selector string) []*html.Node {
	s.t.Helper()
	sel, err := cascadia.ParseGroup(selector)
	if err != nil {
		s.t.Fatalf("selector %s: %v", selector, err)
	}
	return cascadia.QueryAll(s.root, sel)
}

// texts are the texts of those elements, white space tidied.
func (s sheet) texts(selector string) []string {
	s.t.Helper()
	var all []string
	for _, n := range s.all(selector) {
		all = append(all, textOf(n))
	}
	return all
}

// text is the text of the only such element.
func (s sheet) text(selector string) string {
	s.t.Helper()
	found := s.texts(selector)
	if len(found) != 1 {
		s.t.Fatalf("%d elements match %s, want 1", len(found), selector)
	}
	return found[0]
}

// attrs are the values of an attribute of those elements.
func (s sheet) attrs(selector, name string) []string {
	s.t.Helper()
	var all []string
	for _, n := range s.all(selector) {
		for _, a := range n.Attr {
			if a.Key == name {
				all = append(all, a.Val)
			}
		}
	}
	return all
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// same fails unless got and want are equal.
func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if g, w := strings.Join(got, " | "), strings.Join(want, " | "); g != w {
		t.Errorf("%s:\n got %s\nwant %s", what, g, w)
	}
}

// everyPage are addresses that lead to each kind of page.
var everyPage = []string{
	"/", "/search", "/search?q=soi", "/search?q=soi&province=bac-giang&sort=newest", "/search?q=zz",
	"/directives", "/help", "/directive/21-KL/TW@XIII", "/directive/21-KL/TW", "/directive/1%22%3E%3Cscript%3E@%3CX%3E", "/directive/99-KL/TW",
	"/coverage", "/coverage?provinces=63&directive=21-KL/TW", "/coverage?directive=x", "/doc/sample-00?q=soi", longReportPath + "?q=t%E1%BB%B1+soi", hostilePath + "?q=t%E1%BB%B1",
	"/search?q=soi&page=9", "/search?year=x", "/search?province=bac-gian", "/nowhere", "/doc/none",
}

const hostilePath = "/doc/%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E"

// What holds for every page, in both languages.
func TestEveryPage(t *testing.T) {
	h := samples()
	for _, target := range everyPage {
		for _, lang := range message.Langs {
			s := get(t, h, target, "Accept-Language", string(lang))
			same(t, target+": lang", s.attrs("html", "lang"), []string{string(lang)})
			for _, landmark := range []string{"main", "header.top", "footer", "h1", "a.skip", "#content", "title"} {
				if len(s.all(landmark)) != 1 {
					t.Errorf("%s has %d × %s", target, len(s.all(landmark)), landmark)
				}
			}
			if n := len(s.all("[role=status], [role=alert], [aria-live]")); n > 1 {
				t.Errorf("%s has %d live regions", target, n)
			}
			checkIDs(t, target, s)
			checkOwnOnly(t, target, s)
			if strings.Contains(s.body, "ZgotmplZ") || strings.Contains(s.body, "%!") {
				t.Errorf("%s: a template refused a value", target)
			}
		}
	}
}

// checkIDs demands that ids are unique and that what points to one is right.
func checkIDs(t *testing.T, target string, s sheet) {
	t.Helper()
	ids := map[string]bool{}
	for _, id := range s.attrs("[id]", "id") {
		if ids[id] {
			t.Errorf("%s: id %s twice", target, id)
		}
		ids[id] = true
	}
	for _, points := range []struct{ selector, attr string }{
		{"label[for]", "for"}, {"[form]", "form"}, {"[aria-labelledby]", "aria-labelledby"}, {"a[href^='#']", "href"},
	} {
		for _, id := range s.attrs(points.selector, points.attr) {
			if !ids[strings.TrimPrefix(id, "#")] {
				t.Errorf("%s: %s=%q leads nowhere", target, points.attr, id)
			}
		}
	}
	for _, input := range s.all("input:not([type=hidden])") {
		named := input.Parent.Data == "label"
		for _, a := range input.Attr {
			named = named || a.Key == "id" && len(s.all("label[for='"+a.Val+"']")) == 1
		}
		if !named {
			t.Errorf("%s: a field without a label", target)
		}
	}
}

// checkOwnOnly demands that a page has no script or style in itself and loads
// nothing from elsewhere, as the policy says.
func checkOwnOnly(t *testing.T, target string, s sheet) {
	t.Helper()
	if n := len(s.all("style, [style], script:not([src]), iframe, object, embed, base")); n > 0 {
		t.Errorf("%s: %d elements that the policy forbids", target, n)
	}
	for _, n := range s.all("*") {
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") {
				t.Errorf("%s: <%s %s=%q>", target, n.Data, a.Key, a.Val)
			}
		}
	}
	for _, url := range append(s.attrs("[src]", "src"), s.attrs("link[href]", "href")...) {
		if !strings.HasPrefix(url, "/static/") {
			t.Errorf("%s loads %s", target, url)
		}
	}
	for _, url := range s.attrs("a[href], form[action]", "href") {
		if !strings.HasPrefix(url, "/") && !strings.HasPrefix(url, "#") && !strings.HasPrefix(url, "https://") {
			t.Errorf("%s links to %q", target, url)
		}
	}
}

// A template names messages by their key; each must be in the catalogue,
// even where no test reaches it.
func TestTemplatesNameMessages(t *testing.T) {
	files, err := filepath.Glob("templates/*.tmpl")
	if err != nil || len(files) == 0 {
		t.Fatal("no templates:", err)
	}
	call := regexp.MustCompile(`[{(]\s*t "([^"]+)"`)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range call.FindAllStringSubmatch(string(text), -1) {
			if !message.Has(message.Key(m[1])) {
				t.Errorf("%s: no message %q", file, m[1])
			}
		}
	}
}

func TestLanguage(t *testing.T) {
	for _, tt := range []struct{ target, accept, lang, other string }{
		{"/", "", "vi", "/?lang=en"},
		{"/", "en-US,en;q=0.9", "en", "/?lang=vi"},
		{"/", "fr", "vi", "/?lang=en"},
		{"/?lang=en", "vi", "en", "/?lang=vi"}, // what the reader chose comes first
		{"/?lang=xx", "en", "en", "/?lang=vi"},
		{"/search?q=soi&province=bac-giang&lang=en", "vi", "en", "/search?q=soi&province=bac-giang&lang=vi"},
		{"/nowhere?lang=en", "", "en", "/nowhere?lang=vi"},
	} {
		s := get(t, samples(), tt.target, "Accept-Language", tt.accept)
		same(t, tt.target+" lang", s.attrs("html", "lang"), []string{tt.lang})
		same(t, tt.target+" switch", s.attrs(".nav a[hreflang]", "href"), []string{tt.other})
	}
}

// A chosen language is carried by every link and form, for there are no
// cookies.
func TestLanguageIsCarried(t *testing.T) {
	h := samples()
	for _, target := range []string{"/?lang=en", "/search?q=soi&lang=en", "/search?q=soi&level=tinh&lang=en", "/directives?lang=en", "/directive/21-KL/TW@XIII?lang=en", "/coverage?provinces=63&lang=en", "/doc/sample-00?q=soi&lang=en"} {
		s := get(t, h, target)
		for _, url := range s.attrs("a[href^='/']:not([hreflang])", "href") {
			if !strings.Contains(url, "lang=en") {
				t.Errorf("%s: %s loses the language", target, url)
			}
		}
		if forms, hidden := len(s.all("form")), len(s.all("form input[type=hidden][name=lang][value=en]")); forms != hidden {
			t.Errorf("%s: %d of %d forms carry the language", target, hidden, forms)
		}
	}
}

// Text of documents is marked as Vietnamese in the English interface.
func TestForeignText(t *testing.T) {
	s := get(t, samples(), "/search?q=t%E1%BB%B1&lang=en")
	for _, selector := range []string{".hit h2", ".hit .snippet", ".hit .place", ".tags a", "input[name=province] + .name"} {
		for _, n := range s.all(selector) {
			if !hasAttr(n, "lang", "vi") {
				t.Errorf("%s %q is not marked as Vietnamese", selector, textOf(n))
			}
		}
	}
}

func hasAttr(n *html.Node, key, value string) bool {
	for _, a := range n.Attr {
		if a.Key == key && a.Val == value {
			return true
		}
	}
	return false
}
