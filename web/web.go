// Package web shows an index as pages: search, documents, directives. It is
// read-only, needs no script in the browser and makes no outgoing request.
package web

import (
	"context"
	"net"
	"net/http"
	"time"

	"soi/index/schema"
)

// A Searcher answers what the pages ask. It must be safe for concurrent use.
type Searcher interface {
	// Search returns the documents that match a request. Its error wraps a
	// *schema.FilterError if a filter has a value that nothing is known of.
	Search(ctx context.Context, req schema.Request) (schema.Results, error)
	// Document returns one document and the spans of its text that match
	// query. Its error wraps schema.ErrNotFound if there is none with this id.
	Document(ctx context.Context, id, query string) (schema.Document, []schema.Span, error)
	// Directives lists the directives that the documents refer to.
	Directives(ctx context.Context) ([]schema.Directive, error)
}

// Options say how the pages are served.
type Options struct {
	Addr    string        // address listened on, "127.0.0.1:8080"; its host is answered besides the loopback names
	Hosts   []string      // further host names that are answered, without port
	Timeout time.Duration // for one search; 0 means 5 s
}

// Handler returns the pages over s.
func Handler(s Searcher, opts Options) http.Handler {
	return http.NotFoundHandler()
}

// Serve answers requests on l with h until ctx is done, then lets running
// requests end and returns nil.
func Serve(ctx context.Context, l net.Listener, h http.Handler) error {
	return http.Serve(l, h)
}
