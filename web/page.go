package web

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"strconv"
	"strings"

	"soi/index/schema"
	"soi/web/message"
)

// An answer is a page before it is written.
type answer struct {
	status   int // of HTTP
	template string
	data     any // has a frame
}

// A link is an address and what it is called.
type link struct {
	URL     string
	Text    string
	Current bool // it leads to where the reader is
}

// A frame is what every page has around its content.
type frame struct {
	Lang       message.Lang
	Title      string // of the page, without the name of the site
	Query      string // in the search box
	Hidden     []parameter
	Home       string // addresses that keep the language
	Directives string
	Coverage   string
	Help       string
	Other      link // the same page in the other language
	OtherLang  message.Lang
}

// A parameter is one that a form sends without showing it.
type parameter struct{ Name, Value string }

// frame is the frame of a page.
func (v view) frame(title string) frame {
	f := frame{
		Lang: v.printer.Lang(), Title: title,
		Home: v.keep("/"), Directives: v.keep("/directives"), Coverage: v.keep("/coverage"),
	}
	f.Help = v.keep("/help")
	if v.explicit != "" {
		f.Hidden = append(f.Hidden, parameter{"lang", string(v.explicit)})
	}
	for _, l := range message.Langs {
		if l != f.Lang {
			f.OtherLang = l
			f.Other = link{URL: v.inLang(l), Text: v.printer.Text(message.NavLanguage)}
		}
	}
	return f
}

// keep adds the language to an address without parameters, if the reader
// chose one.
func (v view) keep(path string) string { return path + state{}.parameters(v.explicit) }

// inLang is the address of this page in another language.
func (v view) inLang(lang message.Lang) string {
	var st state
	if err := st.read(v.values); err != nil {
		return "/" + state{}.parameters(lang)
	}
	return v.path + st.parameters(lang)
}

//go:embed templates
var templateFiles embed.FS

// templates are the pages by language and name. Each is parsed with the words
// of its language, so that a template only names messages.
var templates = func() map[message.Lang]map[string]*template.Template {
	all := map[message.Lang]map[string]*template.Template{}
	for lang, printer := range printers {
		base := template.Must(template.New("layout.tmpl").Funcs(functions(printer)).
			ParseFS(templateFiles, "templates/layout.tmpl", "templates/parts.tmpl", "templates/hits.tmpl", "templates/tree.tmpl"))
		pages := map[string]*template.Template{}
		for _, name := range []string{"home", "search", "document", "directives", "directive", "coverage", "help", "error"} {
			pages[name] = template.Must(template.Must(base.Clone()).ParseFS(templateFiles, "templates/"+name+".tmpl"))
		}
		all[lang] = pages
	}
	return all
}()

// functions are what templates can call.
func functions(p *message.Printer) template.FuncMap {
	return template.FuncMap{
		"t": func(key message.Key, args ...any) (string, error) {
			if !message.Has(key) {
				return "", fmt.Errorf("no message %q", key)
			}
			return p.Text(key, args...), nil
		},
		"number":  p.Number,
		"date":    p.Date,
		"level":   func(l schema.Level) string { return p.Level(l) },
		"asset":   assetURL,
		"choices": func(f schema.Field, c []choice) choiceList { return choiceList{f, c} },
	}
}

// A choiceList is the data of the template "choices".
type choiceList struct {
	Field   schema.Field
	Choices []choice
}

// send writes a page, compressed where the browser takes it.
func (s *site) send(w http.ResponseWriter, r *http.Request, v view, a answer) {
	var page bytes.Buffer
	if err := templates[v.printer.Lang()][a.template].Execute(&page, a.data); err != nil {
		s.log.Error("page not written", "path", r.URL.Path, "error", err)
		a.status = http.StatusInternalServerError
		page.Reset()
		page.WriteString(v.printer.Text(message.ErrorInternal))
	}
	head := w.Header()
	head.Set("Content-Type", "text/html; charset=utf-8")
	head.Set("Content-Language", string(v.printer.Lang()))
	// An index can change between two looks, and its texts may not be for
	// everybody who shares a cache.
	head.Set("Cache-Control", "private, no-cache")
	head.Set("Vary", "Accept-Language, Accept-Encoding")
	body := page.Bytes()
	if acceptsGzip(r) {
		head.Set("Content-Encoding", "gzip")
		body = compress(body)
	}
	head.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // the reader may be gone; there is nobody to tell
	}
}

// acceptsGzip reports whether the browser reads gzip. A weight of zero, which
// no browser sends, is honoured.
func acceptsGzip(r *http.Request) bool {
	for _, part := range strings.Split(r.Header.Get("Accept-Encoding"), ",") {
		coding, weight, _ := strings.Cut(part, ";")
		if strings.TrimSpace(coding) == "gzip" {
			q := strings.TrimSpace(weight)
			return q != "q=0" && q != "q=0.0" && q != "q=0.00" && q != "q=0.000"
		}
	}
	return false
}

func compress(b []byte) []byte {
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestSpeed) // pages are made anew each time
	if err != nil {
		panic(err) // only of a level that there is not
	}
	_, _ = z.Write(b) // a Buffer takes everything
	_ = z.Close()
	return out.Bytes()
}
