package format

import (
	"encoding/json"
	"net/url"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"soi/index/schema"
)

// metadata is what a page says of itself outside of its visible text.
type metadata struct {
	title     string            // <title>
	named     map[string]string // values of meta tags by lower-case name, the first of each
	canonical string            // <link rel=canonical>
	jsonDate  string            // datePublished of JSON-LD
	inline    string            // a <time datetime> that is marked as the date of publication
	articles  []string          // a <time datetime> inside of the article: the first
	times     int               // <time datetime> outside of any article
	loose     string            // the last of those
	reading   atom.Atom         // the element whose text is wanted: title or script
	buf       []byte
}

// Dates are looked for in this order; names as sites use them.
var dateNames = []string{"article:published_time", "og:article:published_time", "og:published_time",
	"datepublished", "dc.date.issued", "dcterms.issued", "dc.date", "dc.date.created", "dcterms.created",
	"dcterms.date", "pubdate", "publishdate", "publish-date", "publish_date", "date"}

// Limits in bytes.
const (
	longestJSON  = 256 << 10 // of one JSON-LD script
	longestLabel = 500       // of a title
)

// tag takes a start tag.
func (m *metadata) tag(tag atom.Atom, attrs []html.Attribute) {
	switch tag {
	case atom.Meta:
		content := strings.TrimSpace(attribute(attrs, "content"))
		for _, key := range []string{"property", "name", "itemprop"} {
			name := strings.ToLower(strings.TrimSpace(attribute(attrs, key)))
			if _, taken := m.named[name]; name == "" || content == "" || taken || len(m.named) > 200 {
				continue
			}
			if m.named == nil {
				m.named = map[string]string{}
			}
			m.named[name] = content
		}
	case atom.Link:
		if m.canonical == "" && strings.EqualFold(attribute(attrs, "rel"), "canonical") {
			m.canonical = attribute(attrs, "href")
		}
	}
}

// time takes a <time> element.
func (m *metadata) time(attrs []html.Attribute, inArticle bool) {
	value := attribute(attrs, "datetime")
	if value == "" {
		return
	}
	marked := strings.EqualFold(attribute(attrs, "itemprop"), "datePublished")
	for _, a := range attrs {
		marked = marked || a.Key == "pubdate"
	}
	switch {
	case marked && m.inline == "":
		m.inline = value
	case inArticle && m.articles == nil:
		m.articles = []string{value}
	case !inArticle:
		m.times++
		m.loose = value
	}
}

// begin starts an element whose text is not visible.
func (m *metadata) begin(tag atom.Atom, attrs []html.Attribute) {
	m.reading, m.buf = 0, nil
	if tag == atom.Title && m.title == "" ||
		tag == atom.Script && strings.EqualFold(strings.TrimSpace(attribute(attrs, "type")), "application/ld+json") {
		m.reading = tag
	}
}

// text takes text of the element that began.
func (m *metadata) text(text []byte) {
	if m.reading != 0 && len(m.buf)+len(text) <= longestJSON {
		m.buf = append(m.buf, text...)
	}
}

// end ends the element.
func (m *metadata) end() {
	switch m.reading {
	case atom.Title:
		m.title = label(string(m.buf))
	case atom.Script:
		var data any
		if m.jsonDate == "" && json.Unmarshal(m.buf, &data) == nil {
			m.jsonDate = datePublished(data, 0)
		}
	}
	m.reading, m.buf = 0, nil
}

// datePublished finds the date of the first article in JSON-LD data.
func datePublished(data any, depth int) string {
	const deepest = 8 // a list in a graph in a list, with room
	if depth > deepest {
		return ""
	}
	switch data := data.(type) {
	case []any:
		for _, item := range data {
			if date := datePublished(item, depth+1); date != "" {
				return date
			}
		}
	case map[string]any:
		if date, ok := data["datePublished"].(string); ok {
			return date
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if date := datePublished(data[key], depth+1); date != "" {
				return date
			}
		}
	}
	return ""
}

// label makes one line of a title and cuts it behind a word at longestLabel.
func label(s string) string {
	s = oneLine(s)
	if len(s) <= longestLabel {
		return s
	}
	s = strings.ToValidUTF8(s[:longestLabel], "")
	if i := strings.LastIndexByte(s, ' '); i > 0 {
		s = s[:i]
	}
	return normalize(s)
}

// setMeta takes date and address from the metadata.
func (p *Page) setMeta(m *metadata) {
	dates := make([]string, 0, len(dateNames)+4)
	for _, name := range dateNames {
		dates = append(dates, m.named[name])
	}
	dates = append(dates, m.jsonDate, m.inline)
	dates = append(dates, m.articles...)
	if m.times == 1 { // of several, nothing tells which is meant
		dates = append(dates, m.loose)
	}
	for _, date := range dates {
		if date != "" && p.setPublished(date, schema.RuleMeta) {
			break
		}
	}
	for _, address := range []string{m.canonical, m.named["og:url"]} {
		u, ok := webAddress(address)
		if !ok {
			continue
		}
		p.URL = u
		if parsed, err := url.Parse(u); err == nil && strings.Trim(parsed.Path, "/") != "" {
			break // an address of the whole site gives way to one of the page
		}
	}
}
