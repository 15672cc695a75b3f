package format

import (
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A treeBuilder makes the tree that the readability algorithm works on.
//
// The algorithm clones, renames and rebuilds elements, so neither nodes nor
// attributes tell afterwards which text of the page it kept. Therefore each
// piece of text begins with a letter of its own, its mark, from the private
// use planes, and the marks that come out say which pieces were kept.
type treeBuilder struct {
	root, body *html.Node
	elements   int
	pieces     int
	deep       bool // whether elements were nested beyond what any page needs
	work       int  // bytes of text, and elementWork for each element, times their depth
	full       bool // the page is beyond the limits below
}

// Limits of the tree. The algorithm looks at an element and its text once or
// more for each element around it, so its time grows with work: at the limit
// it took 0.3 to 1.5 s, the slowest being tables in tables. Pages of news
// sites have 500 to 5,000 elements, depths up to 30, and work up to 10 M.
// Beyond the limits the main text is found in the lines instead.
const (
	maxElements = 60_000
	absurdDepth = 1000 // no page that a person wrote or a program made for people is nested so
	maxDepth    = 80   // deeper elements melt into the one at this depth
	maxWork     = 40_000_000
	elementWork = 20
	firstMark   = 0xF0000
	lastMark    = 0x10FFFD
	maxPieces   = lastMark - firstMark
)

func (t *treeBuilder) start() *html.Node {
	t.root = &html.Node{Type: html.DocumentNode}
	root := newElement(atom.Html, "html", nil)
	t.body = newElement(atom.Body, "body", nil)
	t.root.AppendChild(root)
	root.AppendChild(newElement(atom.Head, "head", nil))
	root.AppendChild(t.body)
	return t.body
}

func newElement(tag atom.Atom, name string, attrs []html.Attribute) *html.Node {
	return &html.Node{Type: html.ElementNode, DataAtom: tag, Data: name, Attr: attrs}
}

// element adds an element to parent and returns the node for its content.
func (t *treeBuilder) element(parent *html.Node, tag atom.Atom, name string, attrs []html.Attribute, depth int) *html.Node {
	t.elements++
	t.work += elementWork * min(depth, maxDepth)
	t.deep = t.deep || depth > absurdDepth
	if t.full = t.full || t.elements > maxElements || t.work > maxWork; t.full || depth > maxDepth {
		return parent
	}
	switch tag {
	case atom.Html, atom.Body, atom.Head:
		return parent
	case atom.H1:
		// Headings that repeat the title are taken out of the article, by
		// comparing each heading with the first h1 word by word. The title
		// is known here already, and a long one would make that slow.
		tag, name = atom.H2, "h2"
	}
	node := newElement(tag, name, shortened(attrs))
	parent.AppendChild(node)
	return node
}

// shortened keeps of each attribute what the algorithm's patterns look at.
func shortened(attrs []html.Attribute) []html.Attribute {
	const longest = 256
	for i, a := range attrs {
		if len(a.Val) > longest {
			attrs[i].Val = valid(a.Val[:longest])
		}
	}
	return attrs
}

// text adds a piece of text to parent.
func (t *treeBuilder) text(parent *html.Node, text string, piece int) {
	depth := 1
	for n := parent; n != t.body && n != nil; n = n.Parent {
		depth++ // bounded by maxDepth
	}
	t.pieces = piece + 1
	t.work += len(text) * depth
	if t.full = t.full || t.work > maxWork || t.pieces > maxPieces; t.full {
		t.root = nil // let go of the memory
		return
	}
	if strings.ContainsFunc(text, isMark) {
		text = strings.Map(func(r rune) rune {
			if isMark(r) {
				return -1
			}
			return r
		}, text)
	}
	parent.AppendChild(&html.Node{Type: html.TextNode, Data: string(rune(firstMark+piece)) + text})
}

func isMark(r rune) bool { return r >= firstMark }

// main runs the readability algorithm and says which pieces it kept; nil if
// the page is too large for it or it found nothing.
func (t *treeBuilder) main() (kept []bool) {
	if t.full || t.pieces == 0 {
		return nil
	}
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	// A panic of the algorithm on a page it cannot handle must not cost the
	// run: the lines of the page are there without it.
	defer func() {
		if recover() != nil {
			kept = nil
		}
	}()
	article, err := parser.ParseAndMutate(t.root, &url.URL{})
	if err != nil || article.Node == nil {
		return nil
	}
	kept = make([]bool, t.pieces)
	for n := range article.Node.Descendants() {
		if n.Type != html.TextNode {
			continue
		}
		for _, r := range n.Data {
			if piece := int(r - firstMark); isMark(r) && piece < len(kept) {
				kept[piece] = true
			}
		}
	}
	return kept
}
