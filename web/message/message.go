// Package message puts what Soi says into Vietnamese and English, for the
// pages and for the command line.
package message

// A Lang is a language of the interface, as in the lang parameter of an
// address and the lang attribute of a page.
type Lang string

// The languages.
const (
	Vietnamese Lang = "vi"
	English    Lang = "en"
)

// A Key names one message of the catalogue.
type Key string

// A Printer writes messages, numbers and dates in one language. It is safe
// for concurrent use.
type Printer struct{ lang Lang }

// NewPrinter returns a printer for lang; Vietnamese for a language that the
// catalogue does not have.
func NewPrinter(lang Lang) *Printer { return &Printer{lang: lang} }
