package web

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"
)

func unzip(t *testing.T, s string) string {
	t.Helper()
	z, err := gzip.NewReader(strings.NewReader(s))
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestStatic(t *testing.T) {
	for name, contentType := range map[string]string{
		"soi.css": "text/css; charset=utf-8", "soi.js": "text/javascript; charset=utf-8", "suggest.js": "text/javascript; charset=utf-8", "soi.svg": "image/svg+xml",
	} {
		s := get(t, samples(), assetURL(name))
		if s.code != 200 || s.head.Get("Content-Type") != contentType || s.body == "" {
			t.Errorf("%s: %d %s", name, s.code, s.head.Get("Content-Type"))
		}
		if got := s.head.Get("Cache-Control"); got != "public, max-age=31536000, immutable" {
			t.Errorf("%s: Cache-Control %q", name, got)
		}
		zipped := get(t, samples(), assetURL(name), "Accept-Encoding", "br, gzip")
		if unzip(t, zipped.body) != s.body {
			t.Errorf("%s is another one when compressed", name)
		}
		again := get(t, samples(), assetURL(name), "If-None-Match", s.head.Get("ETag"))
		if again.code != 304 || again.body != "" {
			t.Errorf("%s asked for again: %d, %d bytes", name, again.code, len(again.body))
		}
	}
}

func TestGzip(t *testing.T) {
	plain := get(t, samples(), "/search?q=soi")
	for accept, want := range map[string]bool{
		"": false, "identity": false, "gzip": true, "br;q=1.0, gzip;q=0.8": true, "gzip;q=0": false, "xgzip": false,
	} {
		s := get(t, samples(), "/search?q=soi", "Accept-Encoding", accept)
		zipped := s.head.Get("Content-Encoding") == "gzip"
		if zipped != want {
			t.Errorf("Accept-Encoding %q: compressed %v", accept, zipped)
		}
		if zipped {
			s.body = unzip(t, s.body)
		}
		if s.body != plain.body {
			t.Errorf("Accept-Encoding %q: another page", accept)
		}
	}
}

// A page of ten results with all that it loads is at most 60 kB on the wire.
func TestPageWeight(t *testing.T) {
	const most = 60_000 // bytes
	page := get(t, samples(), "/search?q=soi", "Accept-Encoding", "gzip")
	sum := len(page.body)
	for _, name := range []string{"soi.css", "soi.js", "suggest.js", "soi.svg"} {
		sum += len(assets[name].zip)
	}
	t.Logf("result page %d bytes, with style, script and icon %d", len(page.body), sum)
	if sum > most {
		t.Errorf("%d bytes, want at most %d", sum, most)
	}
}

// Nothing that browsers load names another host, and only the box asks Soi for
// more.
func TestAssetsStayHome(t *testing.T) {
	for name, a := range assets {
		body := bytes.ReplaceAll(a.body, []byte(`xmlns="http://www.w3.org/2000/svg"`), nil)
		for _, outside := range []string{"http:", "https:", "//cdn", "@import", "url(\"", "url(/", "eval(", "innerHTML"} {
			if bytes.Contains(body, []byte(outside)) {
				t.Errorf("%s holds %s", name, outside)
			}
		}
		if bytes.Contains(body, []byte("fetch(")) != (name == "suggest.js") {
			t.Errorf("%s: fetch", name)
		}
	}
}
