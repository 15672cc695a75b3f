package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"net/http"
	"path"
	"strconv"
	"strings"
)

//go:embed static
var staticFiles embed.FS

// An asset is a file that pages load. Its address holds a hash of its
// content, so browsers may keep it for ever.
type asset struct {
	url         string
	contentType string
	etag        string
	body, zip   []byte // zip is body compressed
}

// assets are the static files by name, assetsByURL by address.
var assets, assetsByURL = func() (byName, byURL map[string]*asset) {
	byName, byURL = map[string]*asset{}, map[string]*asset{}
	entries, err := staticFiles.ReadDir("static")
	if err != nil {
		panic(err) // they are part of the program
	}
	for _, e := range entries {
		body, err := staticFiles.ReadFile("static/" + e.Name())
		if err != nil {
			panic(err)
		}
		sum := sha256.Sum256(body)
		hash := hex.EncodeToString(sum[:6])
		ext := path.Ext(e.Name())
		a := &asset{
			url:         "/static/" + strings.TrimSuffix(e.Name(), ext) + "." + hash + ext,
			contentType: contentTypes[ext],
			etag:        `"` + hash + `"`,
			body:        body,
			zip:         compress(body),
		}
		byName[e.Name()], byURL[a.url] = a, a
	}
	return byName, byURL
}()

// contentTypes are written here and not asked of the system, whose table
// differs from machine to machine.
var contentTypes = map[string]string{
	".css": "text/css; charset=utf-8",
	".js":  "text/javascript; charset=utf-8",
	".svg": "image/svg+xml",
}

// assetURL is the address of a static file.
func assetURL(name string) string { return assets[name].url }

// static serves the static files and leaves other addresses to missing.
func (s *site) static(missing http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		a, ok := assetsByURL[r.URL.Path]
		if !ok {
			missing.ServeHTTP(w, r)
			return
		}
		head := w.Header()
		head.Set("Cache-Control", "public, max-age=31536000, immutable")
		head.Set("ETag", a.etag)
		head.Set("Vary", "Accept-Encoding")
		if r.Header.Get("If-None-Match") == a.etag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		body := a.body
		if acceptsGzip(r) {
			head.Set("Content-Encoding", "gzip")
			body = a.zip
		}
		head.Set("Content-Type", a.contentType)
		head.Set("Content-Length", strconv.Itoa(len(body)))
		if r.Method != http.MethodHead {
			_, _ = w.Write(body) // the reader may be gone
		}
	})
}
