// Package legacy recognises and decodes Vietnamese text in the encodings from
// before Unicode.
package legacy
