package format

import (
	"strings"
)

// Text reads a plain text file. The errors are ErrEmpty and ErrBinary.
func Text(raw []byte) (Page, error) {
	var p Page
	text, encoding, replaced, err := decode(raw, "")
	if err != nil {
		return p, err
	}
	if strings.TrimSpace(text) == "" {
		return p, ErrEmpty
	}
	p.Text, p.Encoding, p.Replaced = normalize(text), encoding, replaced
	return p, nil
}
