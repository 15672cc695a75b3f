package web

import (
	"net"
	"net/http"
	"net/netip"
	"runtime/debug"
	"strings"
)

// policy lets a page load Soi's own style sheet, script and icon, ask Soi for
// suggestions, send its forms to Soi, and nothing else.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard lets through to next only what reads, under a name that is Soi's, and
// sets the headers that every answer has. A panic below it becomes an error
// page.
func (s *site) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		head.Set("Content-Security-Policy", policy)
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("Referrer-Policy", "no-referrer")
		head.Set("Cross-Origin-Opener-Policy", "same-origin")
		head.Set("Cross-Origin-Resource-Policy", "same-origin")
		defer s.recover(w, r)
		switch {
		case !s.hosts.answers(r.Host):
			s.refuse(w, r, errWrongHost)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			head.Set("Allow", "GET, HEAD")
			s.refuse(w, r, errMethod)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func (s *site) refuse(w http.ResponseWriter, r *http.Request, err error) {
	v := newView(r)
	s.send(w, r, v, s.failure(v, r, err))
}

func (s *site) recover(w http.ResponseWriter, r *http.Request) {
	cause := recover()
	if cause == nil {
		return
	}
	if cause == http.ErrAbortHandler {
		panic(cause)
	}
	s.log.Error("panic in a page", "path", r.URL.Path, "cause", cause, "stack", string(debug.Stack()))
	v := newView(r)
	s.send(w, r, v, v.message(http.StatusInternalServerError))
}

// hosts are the names that a server answers to. A page of another site can
// point its own name at this machine (DNS rebinding) and would then read Soi
// as if it were its own; but the name stays in the Host header.
type hosts struct {
	names map[string]bool
	anyIP bool // an address in digits cannot be rebound
}

// newHosts allows the loopback names, the host of addr and the further names.
// A server that listens on all addresses of the machine is reached under any
// of them, so then every address in digits is allowed.
func newHosts(addr string, further []string) hosts {
	h := hosts{names: map[string]bool{"localhost": true}}
	host := hostOf(addr)
	if ip, err := netip.ParseAddr(host); host == "" || err == nil && ip.IsUnspecified() {
		h.anyIP = addr != ""
	} else {
		h.names[host] = true
	}
	for _, name := range further {
		h.names[hostOf(name)] = true
	}
	return h
}

// answers reports whether a Host header names this server. The port does not
// matter: it may have been forwarded.
func (h hosts) answers(header string) bool {
	host := hostOf(header)
	if h.names[host] {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && (h.anyIP || ip.IsLoopback())
}

// hostOf is the host of host:port, or of a host alone, in lower case, without
// brackets and without the dot of a full name.
func hostOf(s string) string {
	if host, _, err := net.SplitHostPort(s); err == nil {
		s = host
	} else {
		s = strings.TrimSuffix(strings.TrimPrefix(s, "["), "]")
	}
	return strings.TrimSuffix(strings.ToLower(s), ".")
}
