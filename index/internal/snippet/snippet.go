// Package snippet finds the words of a query in the text of a document and
// chooses the passage that shows best why the document matches.
package snippet
