package format

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A scanner reads the tokens of a page once and feeds what three readers
// need: the visible lines, the tree for the readability algorithm, and the
// metadata.
type scanner struct {
	z     *html.Tokenizer
	stack []element
	skip  skipping
	lines lineBuilder
	tree  treeBuilder
	meta  metadata
}

// An element is one that is open. The flags are inherited.
type element struct {
	name                          string
	node                          *html.Node // its node, or that of an ancestor where the tree is full
	link, pre, caption, head1, hN bool
}

// skipping says that text is dropped until the element ends.
type skipping struct {
	name  string // "" nothing is skipped
	depth int    // elements of that name inside one another
}

// endSearch is how many open elements an end tag looks at for its start tag.
// Real pages close the innermost one or one a few levels up; a bound keeps a
// page of stray end tags linear.
const endSearch = 64

func scan(page string) *scanner {
	s := &scanner{z: html.NewTokenizer(strings.NewReader(page))}
	s.stack = []element{{name: "body", node: s.tree.start()}}
	for {
		switch s.z.Next() {
		case html.ErrorToken: // the end; a reader of a string has no other error
			s.lines.flush()
			return s
		case html.TextToken:
			s.text()
		case html.StartTagToken:
			s.startTag(false)
		case html.SelfClosingTagToken:
			s.startTag(true)
		case html.EndTagToken:
			name, _ := s.z.TagName()
			s.endTag(string(name))
		}
	}
}

func (s *scanner) top() *element { return &s.stack[len(s.stack)-1] }

func (s *scanner) text() {
	if s.skip.name != "" {
		s.meta.text(s.z.Text())
		return
	}
	top := s.top()
	text := string(s.z.Text())
	for text != "" {
		part := text
		if top.pre {
			if i := strings.IndexByte(text, '\n'); i >= 0 {
				part = text[:i+1]
			}
		}
		text = text[len(part):]
		if strings.Trim(part, htmlSpace) != "" {
			piece := s.lines.add(part, *top)
			s.tree.text(top.node, part, piece)
		} else {
			s.lines.space()
		}
		if top.pre && strings.HasSuffix(part, "\n") {
			s.lines.flush()
		}
	}
}

// startTag takes a start tag. That it closes itself counts for drawings and
// formulas only, as HTML has it.
func (s *scanner) startTag(closed bool) {
	raw, more := s.z.TagName()
	tag := atom.Lookup(raw)
	name := string(raw)
	attrs := s.attributes(more)
	s.meta.tag(tag, attrs)
	if tag == atom.Time {
		s.meta.time(attrs, s.inArticle())
	}
	if s.skip.name != "" && !s.leaveSkipped(tag, name) {
		return
	}
	if closed && (tag == atom.Svg || tag == atom.Math) {
		return
	}
	if skipped[tag] {
		s.skip = skipping{name, 1}
		s.meta.begin(tag, attrs)
		return
	}
	s.closeImplied(tag)
	switch {
	case tag == atom.Br && s.top().hN:
		s.lines.space()
	case tag == atom.Td || tag == atom.Th:
		s.lines.cell()
	case tag == atom.Br || blocks[tag]:
		s.lines.flush()
	}
	node := s.tree.element(s.top().node, tag, name, attrs, len(s.stack))
	if void[tag] || tag == atom.Html || tag == atom.Body || tag == atom.Head {
		return
	}
	s.stack = append(s.stack, s.top().child(tag, name, node, attrs))
}

// leaveSkipped counts a tag inside a skipped element and says whether it
// ends it: a block in a drawing or a list of choices that was never closed.
func (s *scanner) leaveSkipped(tag atom.Atom, name string) bool {
	if name == s.skip.name {
		s.skip.depth++
		return false
	}
	if !breakable[s.skip.name] || !blocks[tag] {
		return false
	}
	s.skip = skipping{}
	return true
}

func (s *scanner) endTag(name string) {
	if s.skip.name != "" {
		if name == s.skip.name {
			if s.skip.depth--; s.skip.depth == 0 {
				s.meta.end()
				s.skip = skipping{}
			}
		}
		return
	}
	if tag := atom.Lookup([]byte(name)); blocks[tag] {
		s.lines.flush()
	}
	for i := len(s.stack) - 1; i > 0 && i > len(s.stack)-endSearch; i-- {
		if s.stack[i].name == name {
			s.stack = s.stack[:i]
			return
		}
		if fence[s.stack[i].name] && !fence[name] {
			return
		}
	}
}

// closeImplied closes the elements that a start tag ends without saying so:
// a paragraph before a block, a list item before the next, a cell before the
// next.
func (s *scanner) closeImplied(tag atom.Atom) {
	ends, stops := implied(tag)
	if ends == "" {
		return
	}
	for i := len(s.stack) - 1; i > 0 && i > len(s.stack)-endSearch; i-- {
		name := " " + s.stack[i].name + " "
		if strings.Contains(stops, name) {
			return
		}
		if strings.Contains(ends, name) {
			s.stack = s.stack[:i]
			if tag != atom.Tr { // a row ends its predecessor's cell and itself
				return
			}
		}
	}
}

// implied gives the names that a start tag closes and those that it does not
// look behind, each between spaces.
func implied(tag atom.Atom) (ends, stops string) {
	switch tag {
	case atom.Li:
		return " li ", " ul ol menu table "
	case atom.Dt, atom.Dd:
		return " dt dd ", " dl table "
	case atom.Td, atom.Th:
		return " td th ", " table tr "
	case atom.Tr:
		return " td th tr ", " table thead tbody tfoot "
	case atom.Thead, atom.Tbody, atom.Tfoot:
		return " thead tbody tfoot ", " table "
	}
	if blocks[tag] {
		return " p ", " table td th button li div section article "
	}
	return "", ""
}

func (s *scanner) inArticle() bool {
	for i := len(s.stack) - 1; i > 0 && i > len(s.stack)-endSearch; i-- {
		if s.stack[i].name == "article" || s.stack[i].name == "main" {
			return true
		}
	}
	return false
}

// child is an element opened inside e.
func (e element) child(tag atom.Atom, name string, node *html.Node, attrs []html.Attribute) element {
	e.name, e.node = name, node
	switch tag {
	case atom.A:
		e.link = true
	case atom.Pre, atom.Listing, atom.Xmp, atom.Plaintext:
		e.pre = true
	case atom.H1:
		e.head1, e.hN = true, true
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		e.hN = true
	case atom.Figcaption:
		e.caption = true
	case atom.P, atom.Td, atom.Div, atom.Span, atom.Em:
		e.caption = e.caption || strings.Contains(strings.ToLower(attribute(attrs, "class")), "caption")
	}
	return e
}

// The longest value of an attribute that is kept, in bytes, and the most
// attributes of a tag.
const (
	longestValue   = 4096
	mostAttributes = 32
)

// attributes reads those attributes of the tag that any reader asks for.
func (s *scanner) attributes(more bool) []html.Attribute {
	var attrs []html.Attribute
	for more {
		var key, value []byte
		key, value, more = s.z.TagAttr()
		if wanted[string(key)] && len(attrs) < mostAttributes {
			value = value[:min(len(value), longestValue)]
			attrs = append(attrs, html.Attribute{Key: string(key), Val: valid(string(value))})
		}
	}
	return attrs
}

func attribute(attrs []html.Attribute, key string) string {
	for _, a := range attrs {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
