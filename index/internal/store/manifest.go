// Package store keeps the generations of an index on disk.
package store

import "time"

// A Manifest says what a generation consists of and who made it.
type Manifest struct {
	Schema    int       `json:"schema"`     // version of fields and files
	Analyzer  string    `json:"analyzer"`   // version of the analyzer and hash of its tables
	Ingest    int       `json:"ingest"`     // version of ingest that read the documents
	Documents int       `json:"documents"`  // documents in the index
	TextBytes int64     `json:"text_bytes"` // bytes of UTF-8 in all documents' texts
	Created   time.Time `json:"created"`
	Files     []File    `json:"files"` // all files but the manifest, sorted by name
}

// A File is one file of a generation.
type File struct {
	Name  string `json:"name"`  // below the generation, with slashes
	Size  int64  `json:"size"`  // bytes
	CRC32 string `json:"crc32"` // IEEE, eight hex digits
}
