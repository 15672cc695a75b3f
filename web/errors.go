package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"

	"soi/index/query"
	"soi/index/schema"
	"soi/web/message"
)

var (
	errNoPage    = errors.New("no such page")
	errMethod    = errors.New("method is not GET or HEAD")
	errWrongHost = errors.New("host is not this server")
	errBusy      = errors.New("too many tables at once")
)

// A badRequest says what is wrong with an address, in words for its reader.
type badRequest struct {
	key  message.Key
	args []any
}

func (e *badRequest) Error() string { return fmt.Sprintf("bad request: %s %v", e.key, e.args) }

// errorPage is the data of error.tmpl.
type errorPage struct {
	frame
	Heading string
	Text    string
	Near    *link // the same address with a value that is known
}

// message is the error page of a status that says no more than the status.
func (v view) message(status int) answer {
	heading, text := message.ErrorInternal, message.ErrorInternalSay
	if status == http.StatusNotFound {
		heading, text = message.ErrorNotFound, message.ErrorNoPage
	}
	return v.errorPage(status, heading, v.printer.Text(text))
}

// errorPage keeps what was typed in the box, so that it can be mended there.
func (v view) errorPage(status int, heading message.Key, text string) answer {
	p := errorPage{Heading: v.printer.Text(heading), Text: text}
	p.frame = v.frame(p.Heading)
	if typed := v.values.Get("q"); len(typed) <= query.MaxLength {
		p.Query = typed
	}
	return answer{status: status, template: "error", data: &p}
}

// failure is the table of kinds of errors and their pages. A reader is told
// what he can mend; of what is wrong inside he is told only that it is.
func (s *site) failure(v view, r *http.Request, err error) answer {
	var bad *badRequest
	var filter *schema.FilterError
	say := v.printer.Text
	switch {
	case errors.As(err, &bad):
		return v.errorPage(http.StatusBadRequest, message.ErrorBadRequest, say(bad.key, bad.args...))
	case errors.As(err, &filter):
		return v.filterError(filter)
	case errors.Is(err, schema.ErrNotFound):
		return v.errorPage(http.StatusNotFound, message.ErrorNotFound, say(message.ErrorNoDocument))
	case errors.Is(err, errNoDirective):
		return v.errorPage(http.StatusNotFound, message.ErrorNotFound, say(message.ErrorNoDirective))
	case errors.Is(err, errNoPage):
		return v.message(http.StatusNotFound)
	case errors.Is(err, errMethod):
		return v.errorPage(http.StatusMethodNotAllowed, message.ErrorMethod, say(message.ErrorMethodText))
	case errors.Is(err, errWrongHost):
		return v.errorPage(http.StatusMisdirectedRequest, message.ErrorHost, say(message.ErrorHostText, r.Host))
	case errors.Is(err, errBusy):
		return v.errorPage(http.StatusServiceUnavailable, message.ErrorBusy, say(message.ErrorBusyText))
	case errors.Is(err, context.DeadlineExceeded):
		return v.errorPage(http.StatusServiceUnavailable, message.ErrorTime, say(message.ErrorTimeText))
	case errors.Is(err, context.Canceled): // the reader is gone
		return v.message(http.StatusServiceUnavailable)
	}
	s.log.Error("page failed", "path", r.URL.Path, "error", err)
	return v.message(http.StatusInternalServerError)
}

// filterError is the page for a filter with an unknown value. Where a known
// one is close, it links to the same search with that.
func (v view) filterError(e *schema.FilterError) answer {
	text := v.printer.FilterError(e)
	if e.Near != "" { // follows as a link
		text = v.printer.Text(message.FilterUnknown, v.printer.Field(e.Field), e.Value)
	}
	a := v.errorPage(http.StatusBadRequest, message.ErrorBadRequest, text)
	var st state
	if err := st.read(v.values); err != nil || e.Near == "" || !slices.Contains(st.chosen[e.Field], e.Value) {
		return a
	}
	name := v.printer.Value(e.Field, e.Near)
	url := st.replace(e.Field, e.Value, e.Near).url(v.explicit)
	a.data.(*errorPage).Near = &link{URL: url, Text: v.printer.Text(message.TryInstead, name)}
	return a
}
