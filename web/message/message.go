// Package message puts what Soi says into Vietnamese and English, for the
// pages and for the command line: fixed messages by their Key, and the values
// of package schema (notes, filter errors, levels, rules and so on), numbers
// and dates by the methods of a Printer.
package message

import (
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// A Lang is a language of the interface, as in the lang parameter of an
// address and the lang attribute of a page.
type Lang string

// The languages.
const (
	Vietnamese Lang = "vi"
	English    Lang = "en"
)

// Langs lists the languages, the first of them the one for readers of whom
// nothing is known.
var Langs = []Lang{Vietnamese, English}

// tags are the languages as x/text names them, in the order of Langs.
var tags = []language.Tag{language.Vietnamese, language.English}

var matcher = language.NewMatcher(tags)

// ParseLang returns the language with the name s, "vi" or "en".
func ParseLang(s string) (lang Lang, ok bool) {
	for _, l := range Langs {
		if string(l) == s {
			return l, true
		}
	}
	return Langs[0], false
}

// Accepted returns the language that suits an Accept-Language header best,
// Vietnamese when the header names none that Soi speaks. Headers longer than
// any browser sends are not read.
func Accepted(header string) Lang {
	const longest = 1 << 10 // bytes
	if len(header) > longest {
		return Langs[0]
	}
	wanted, _, err := language.ParseAcceptLanguage(header)
	if err != nil {
		return Langs[0]
	}
	_, i, _ := matcher.Match(wanted...)
	return Langs[i]
}

// A Key names one message of the catalogue; see keys.go.
type Key string

// A Printer writes messages, numbers and dates in one language. It is safe
// for concurrent use.
type Printer struct {
	lang    Lang
	printer *message.Printer
}

// NewPrinter returns a printer for lang, or for Vietnamese if lang is none of
// Langs.
func NewPrinter(lang Lang) *Printer {
	p := &Printer{lang: Langs[0]}
	tag := tags[0]
	for i, l := range Langs {
		if l == lang {
			p.lang, tag = l, tags[i]
		}
	}
	p.printer = message.NewPrinter(tag, message.Catalog(messages))
	return p
}

// Lang is the language that the printer writes.
func (p *Printer) Lang() Lang { return p.lang }

// Has reports whether the catalogue has a message of this key.
func Has(key Key) bool {
	_, ok := catalogue[key]
	return ok
}

// Text is the message of key with args in their places. Integers are written
// with the separators of the language: 1.234 in Vietnamese, 1,234 in English;
// a year goes in as a string. A key that the catalogue does not have comes
// back as it is.
func (p *Printer) Text(key Key, args ...any) string {
	if !Has(key) {
		return string(key)
	}
	return p.printer.Sprintf(string(key), args...)
}

// Number is n with the separators of the language.
func (p *Printer) Number(n int) string { return p.printer.Sprintf("%d", n) }

// Percent is a share in whole percent, "95%". What is not from 0 to 1 is taken
// as the nearer end, and a share below 1 is never rounded up to 100%.
func (p *Printer) Percent(share float64) string {
	share = max(0, min(share, 1))
	whole := int(share*100 + 0.5)
	if whole >= 100 && share < 1 {
		whole = 99
	}
	return p.printer.Sprintf("%d%%", whole)
}
