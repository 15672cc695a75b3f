// Package directive finds the directives that a document refers to, resolves
// its short forms against the rest of it, and ties directives that the text
// ties.
package directive

import "soi/index/schema"

// Resolve fills the references and relations of d from its text.
func Resolve(d *schema.Document) {
	resolveAll(d)
}
