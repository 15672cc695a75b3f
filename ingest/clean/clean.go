// Package clean tells the article in a text from the noise of the page it
// was taken from, and finds the day it was published.
package clean

import "soi/index/schema"

// Parts are the parts of a text as spans of it: sorted, disjoint and on rune
// borders. What they leave is the noise of the page.
type Parts struct {
	Title    schema.Span   // empty if there is none
	Body     []schema.Span // the paragraphs of the article, its headings among them
	Captions []schema.Span // captions of pictures
}

// Split finds title, body and captions of a text in NFC.
func Split(text string) Parts { return Parts{} }

// Date fills Published, Year and NotBefore of d with their evidence. Values
// that are there already are left as they are.
func Date(d *schema.Document) {}
