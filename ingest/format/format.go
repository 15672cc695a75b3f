// Package format reads the kinds of files that Soi knows, one file a kind.
package format
