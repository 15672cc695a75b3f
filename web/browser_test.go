package web

import (
	"context"
	"net/http/httptest"
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
