package format

import "strings"

// Text reads a plain text file. Front matter is no part of the text. The
// errors are ErrEmpty and ErrBinary.
func Text(raw []byte) (Page, error) {
	var p Page
	text, encoding, replaced, err := decode(raw, "")
	if err != nil {
		return p, err
	}
	encoding = repair(encoding, &text)
	text = normalize(text)
	if block, rest, ok := cutFrontMatter(text); ok {
		p.FrontMatter, text = block, rest
	}
	if strings.TrimSpace(text) == "" {
		return Page{}, ErrEmpty
	}
	p.Text, p.Encoding, p.Replaced = text, encoding, replaced
	return p, nil
}
