package format

import "golang.org/x/net/html/atom"

// htmlSpace is HTML's white space, which lays out the source and not the
// page. A no-break space is text.
const htmlSpace = " \t\n\r\f"

func tags(names ...atom.Atom) map[atom.Atom]bool {
	set := make(map[atom.Atom]bool, len(names))
	for _, name := range names {
		set[name] = true
	}
	return set
}

func words(names ...string) map[string]bool {
	set := make(map[string]bool, len(names))
	for _, name := range names {
		set[name] = true
	}
	return set
}

var (
	// blocks begin and end a line.
	blocks = tags(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center,
		atom.Dd, atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption,
		atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header,
		atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Listing, atom.Main, atom.Menu, atom.Nav, atom.Ol,
		atom.P, atom.Plaintext, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Tfoot, atom.Thead,
		atom.Tr, atom.Ul, atom.Xmp)

	// void elements have no content and no end tag.
	void = tags(atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Keygen,
		atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr)

	// skipped elements hold nothing that a reader of the page sees as text.
	skipped = tags(atom.Audio, atom.Canvas, atom.Datalist, atom.Iframe, atom.Math, atom.Noembed, atom.Noframes,
		atom.Noscript, atom.Object, atom.Script, atom.Select, atom.Style, atom.Svg, atom.Template, atom.Textarea,
		atom.Title, atom.Video)

	// breakable ones among them end at the next block when their end tag is
	// missing, so that the page behind is not lost.
	breakable = words("audio", "canvas", "datalist", "math", "object", "select", "svg", "video")

	// fence elements are not closed by an end tag of something around them.
	fence = words("table", "td", "th", "tr", "tbody", "thead", "tfoot", "caption", "button")

	// wanted attributes are those that a reader of the page asks for.
	wanted = words("aria-hidden", "aria-modal", "class", "content", "datetime", "hidden", "href", "id", "itemprop",
		"name", "property", "pubdate", "rel", "role", "style", "type")
)
