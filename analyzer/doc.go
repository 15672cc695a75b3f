// Package analyzer registers Soi's analyzers with Bleve.
package analyzer
