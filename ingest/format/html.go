package format

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"soi/index/schema"
)

// HTML reads a web page. The whole visible text is kept, a block element a
// line; Body is what the readability algorithm takes for the main text, and
// empty where it finds too little. Nothing is ever fetched.
//
// The page is read in one pass over its tokens (scanner), which costs time in
// proportion to its length however it is nested. The usual way, html.Parse,
// does not: elements that are opened without end make it build trees that are
// thousands of times larger than the page.
//
// The errors are ErrEmpty and ErrBinary.
func HTML(raw []byte) (Page, error) {
	var p Page
	text, encoding, replaced, err := decode(raw, declaredCharset(raw))
	if err != nil {
		return p, err
	}
	p.Replaced = replaced
	s := scan(text)
	if len(s.lines.done) == 0 {
		return p, ErrEmpty
	}
	p.Encoding = s.repair(encoding)
	title := s.title()
	if s.tree.deep {
		p.Warnings = append(p.Warnings, ErrTooDeep)
	}
	p.compose(s.lines.done, title, s.tree.main())
	p.setMeta(&s.meta)
	return p, nil
}

// declaredCharset is what the page says of its encoding in its head; "" or
// "utf-8" if nothing.
func declaredCharset(raw []byte) string {
	const window = 1000 // bytes; HTML's prescan reads 1,024 with what is added here
	head := raw[:min(len(raw), window)]
	// Where nothing is declared, DetermineEncoding guesses from the bytes
	// behind ASCII and does not say so. With these bytes it guesses UTF-8; it
	// does not look at the last letter, which might be cut.
	ascii := append(bytes.Map(dropHigh, head), "é."...)
	if _, name, _ := charset.DetermineEncoding(ascii, ""); name != "utf-8" {
		return name
	}
	if bytes.HasPrefix(bytes.TrimSpace(head), []byte("<?xml")) {
		_, after, _ := bytes.Cut(head, []byte("encoding="))
		if len(after) > 2 {
			name, _, _ := bytes.Cut(after[1:], after[:1])
			return string(name)
		}
	}
	return ""
}

func dropHigh(r rune) rune {
	if r >= utf8.RuneSelf {
		return -1
	}
	return r
}

// compose writes the lines into Text and sets Title, Body and Captions. kept
// says which pieces of text are the main text; nil if that is not known.
func (p *Page) compose(lines []line, title pageTitle, kept []bool) {
	var text strings.Builder
	if title.line < 0 && title.text != "" {
		p.Title = schema.Span{End: len(title.text)}
		text.WriteString(title.text + "\n")
	}
	spans := make([]schema.Span, len(lines))
	for i, l := range lines {
		spans[i].Start = text.Len()
		text.WriteString(l.text)
		spans[i].End = text.Len()
		text.WriteByte('\n')
	}
	p.Text = text.String()
	if title.line >= 0 {
		at := spans[title.line].Start + title.offset
		p.Title = schema.Span{Start: at, End: at + len(title.text)}
	}
	if title.text != "" {
		p.state(schema.FieldTitle, title.text, title.rule)
		e, span := p.Evidence[schema.FieldTitle], p.Title
		e.Span = &span
		p.Evidence[schema.FieldTitle] = e
	}
	p.Body, p.Captions = bodyOf(lines, spans, title.line, kept)
}
