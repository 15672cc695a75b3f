package web

import (
	"context"
	"flag"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"soi/testdata/browser"
)

// The addresses of the document that the browser opens, and of searches.
const (
	longReportPath = "/doc/tien-phuong%2Fbao%20cao%3F2022"
	selfCheck      = "/search?q=t%E1%BB%B1+soi" // tự soi
)

// A tab is a page of a browser on a server over the samples.
type tab struct{ *browser.Tab }

// newTab opens a tab of a width in pixels, with or without script.
func newTab(t *testing.T, chromium context.Context, width int64, script bool) tab {
	t.Helper()
	server := httptest.NewServer(Handler(&fake{documents: sampleDocuments(), said: sampleSaid()}, Options{}))
	t.Cleanup(server.Close)
	return tab{browser.NewTab(t, chromium, server.URL, width, script)}
}

var screens = flag.String("screens", "", "write pictures of every page to this folder")

// TestScreens makes pictures for people to look at.
func TestScreens(t *testing.T) {
	if *screens == "" {
		t.Skip("no -screens DIR: no pictures wanted")
	}
	chromium := browser.Start(t)
	for name, path := range map[string]string{
		"home": "/", "results": selfCheck, "filtered": selfCheck + "&province=bac-giang&level=tinh&year=2022&directive=21-KL/TW@XIII",
		"none": "/search?q=kh%C3%B4ng+c%C3%B3+g%C3%AC&province=bac-giang", "document": longReportPath + "?q=t%E1%BB%B1+soi",
		"match": longReportPath + "?q=t%E1%BB%B1+soi#m3", "figures": longReportPath + "#sums", "directives": "/directives", "directive": "/directive/21-KL/TW@XIII", "coverage": "/coverage", "error": "/search?province=bac-gian", "english": selfCheck + "&lang=en",
		"hostile": "/doc/%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E?q=t%E1%BB%B1",
	} {
		for suffix, width := range map[string]int64{"narrow": 360, "wide": 1280} {
			for _, scheme := range []string{"light", "dark"} {
				b := newTab(t, chromium, width, true)
				b.Do(browser.Feature("prefers-color-scheme", scheme))
				b.Open(path)
				file := filepath.Join(*screens, name+"-"+suffix+"-"+scheme+".png")
				if err := os.WriteFile(file, b.Picture(name != "match"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}
