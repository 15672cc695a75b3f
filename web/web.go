// Package web shows an index as pages: search, documents, directives. It is
// read-only, needs no script in the browser and makes no outgoing request.
//
// Every state of a page is its address (see state), so a page can be kept,
// sent and gone back to. Text from documents only ever reaches a page through
// html/template's escaping: matches come as byte spans and are cut into
// pieces, never joined with markup.
package web

import (
	"context"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"soi/index/schema"
	"soi/web/message"
)

// A Searcher answers what the pages ask. It must be safe for concurrent use.
type Searcher interface {
	// Search returns the documents that match a request. Its error wraps a
	// *schema.FilterError if a filter has a value that nothing is known of.
	Search(ctx context.Context, req schema.Request) (schema.Results, error)
	// Hold gives Search on the documents that there are now, whatever is
	// indexed meanwhile, until release is called.
	Hold() (search func(context.Context, schema.Request) (schema.Results, error), release func())
	// Document returns one document and the places in it that match the
	// query of a request, read as Search reads it; filters do not count. Its
	// error wraps schema.ErrNotFound if there is none with this id.
	Document(ctx context.Context, id string, req schema.Request) (schema.Document, schema.Matches, error)
	// Directives lists the directives that the documents refer to, the most
	// cited first.
	Directives(ctx context.Context) ([]schema.Directive, error)
	// Directive tells all that is known of one directive, or which ones a
	// code stands for. Its error wraps schema.ErrNotFound if no document
	// refers to it.
	Directive(ctx context.Context, code string) (schema.DirectiveDetail, error)
	// Steps gives what directives carry out and what carries them out, one
	// step up and one down.
	Steps(ctx context.Context, identities []string) ([]schema.Branch, error)
	// Coverage tells which provinces' documents refer to which directives.
	// Its error wraps a *schema.FilterError if one is named by no code.
	Coverage(ctx context.Context, req schema.CoverageRequest) (schema.Coverage, error)
	// Similar gives at most limit documents that report of the same as one,
	// with what they have in common, and its copies. Its error wraps
	// schema.ErrNotFound if there is none with this id.
	Similar(ctx context.Context, id string, limit int) (schema.Similar, error)
	// Suggest gives at most limit ways to go on with a query that is being
	// typed.
	Suggest(ctx context.Context, text string, limit int) ([]schema.Suggestion, error)
}

// Options say how the pages are served. The zero Options suit a server on a
// loopback address.
type Options struct {
	Addr    string        // address listened on, "127.0.0.1:8080"; see hosts for the names that are answered
	Hosts   []string      // further host names that are answered, without port
	Timeout time.Duration // for one search; 0 means 5 s
	Log     *slog.Logger  // errors that a reader is not told about; nil means slog.Default()
}

// site is the pages over one Searcher.
type site struct {
	searcher Searcher
	timeout  time.Duration
	log      *slog.Logger
	hosts    hosts
	tables   chan struct{} // one for each table that is being sent
}

// A handler makes the answer to a request. What it returns as an error
// becomes an error page; see site.failure.
type handler func(v view, r *http.Request) (answer, error)

// Handler returns the pages over s:
//
//	/                 the start page
//	/search           results; see state for its parameters
//	/search.csv       the same, all of them in a table
//	/doc/{id}         one document, with the matches of the parameter q
//	/help             the language of queries
//	/directives       the directives that the documents refer to
//	/directive/{identity}  one of them, by its identity or code
//	/coverage         which provinces' documents refer to which directives
//	/suggest          ways to go on with what is typed into the box, as JSON
//	/static/          style sheet, script, icon
func Handler(s Searcher, opts Options) http.Handler {
	web := &site{searcher: s, timeout: opts.Timeout, log: opts.Log, hosts: newHosts(opts.Addr, opts.Hosts), tables: make(chan struct{}, tablesAtOnce)}
	if web.timeout <= 0 {
		web.timeout = 5 * time.Second
	}
	if web.log == nil {
		web.log = slog.Default()
	}
	mux := http.NewServeMux()
	for pattern, h := range map[string]handler{
		"/{$}":                     web.home,
		"/search":                  web.search,
		"/help":                    web.help,
		"/doc/{id}":                web.document,
		"/directives":              web.directives,
		"/coverage":                web.coverage,
		"/directive/{identity...}": web.directive,
		"/":                        func(view, *http.Request) (answer, error) { return answer{}, errNoPage },
	} {
		mux.Handle(pattern, web.page(h))
	}
	mux.HandleFunc("/search.csv", web.table)
	mux.HandleFunc("/suggest", web.suggest)
	mux.Handle("/static/", web.static(web.page(func(view, *http.Request) (answer, error) { return answer{}, errNoPage })))
	return web.guard(mux)
}

// page makes an http.Handler of h. The page is complete before its first byte
// is sent, so that an error never ends in half a page.
func (s *site) page(h handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		v := newView(r)
		ctx, cancel := context.WithTimeout(r.Context(), s.timeout)
		defer cancel()
		a, err := h(v, r.WithContext(ctx))
		if err != nil {
			a = s.failure(v, r, err)
		}
		s.send(w, r, v, a)
	})
}

// A view is what a request says about how its answer is to look.
type view struct {
	printer  *message.Printer
	explicit message.Lang // the language if the address names it, "" if not
	path     string       // the address itself, escaped, without its query
	values   url.Values
}

// newView reads the language: the lang parameter, which links then carry on,
// or else what the browser accepts. There are no cookies.
func newView(r *http.Request) view {
	values := r.URL.Query()
	v := view{path: r.URL.EscapedPath(), values: values}
	lang, ok := message.ParseLang(values.Get("lang"))
	if ok {
		v.explicit = lang
	} else {
		lang = message.Accepted(r.Header.Get("Accept-Language"))
	}
	v.printer = printers[lang]
	return v
}

var printers = map[message.Lang]*message.Printer{
	message.Vietnamese: message.NewPrinter(message.Vietnamese),
	message.English:    message.NewPrinter(message.English),
}
