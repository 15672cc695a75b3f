// Package index keeps documents on disk and finds them again. It is one of
// the two places that know Bleve; the other is package analyzer.
//
// A folder holds generations of the index (see index/internal/store): a
// Writer makes the next one while any number of readers go on with the one
// before, and nothing a writer does, or fails to do, changes what a reader
// sees until Commit has renamed one small file.
package index
