package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"soi/testdata/browser"
)

// A reader unfolds a report's copies in its place, by mouse and by keys, and in
// the list, at both ends of the range of widths, with and without script.
func TestUnfoldInBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("left to the run without -short: needs a browser")
	}
	files, err := filepath.Glob("../../testdata/samples/*")
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "index")
	mustIndex(t, dir, files...)
	server := strings.TrimSuffix(startServer(t, dir), "/")
	chromium := browser.Start(t)
	const (
		search  = "/search?q=%22g%C3%B3c+nh%E1%BA%AFc%22&lang=vi" // "góc nhắc"
		hits    = "document.querySelectorAll('.hit').length"
		visible = "document.querySelector('.copies li a').checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})"
	)
	for _, width := range []int64{360, 1280} {
		for _, script := range []bool{true, false} {
			t.Run(fmt.Sprintf("%d px, script %v", width, script), func(t *testing.T) {
				b := browser.NewTab(t, chromium, server, width, script)
				b.Open(search)
				if n := b.Int(hits); n != 1 || b.Bool(visible) {
					t.Errorf("%d hits, copies are shown: %v; want 1 hit with its copy folded", n, b.Bool(visible))
				}
				b.Do(chromedp.Click(chromedp.CSS(".copies summary")))
				if !b.Bool(visible) {
					t.Error("the copy is not shown after a click")
				}
				b.Fits()
				first := b.Text("document.querySelector('.hit h2 a').pathname")
				b.Loads(chromedp.Click(chromedp.CSS(".copies li a")))
				if second := b.Text("location.pathname"); second == first || !strings.HasPrefix(second, "/doc/") {
					t.Errorf("the copy of %s leads to %s", first, second)
				}
				b.Loads(chromedp.Click(chromedp.CSS(".back a")))
				b.Loads(chromedp.Click(chromedp.CSS(".folded a")))
				if n := b.Int(hits); n != 2 || b.Int("document.querySelectorAll('.copies').length") != 0 {
					t.Errorf("%d hits, want both by themselves", n)
				}
				b.Fits()
				b.Loads(chromedp.Click(chromedp.CSS(".folded a")))
				if n := b.Int(hits); n != 1 {
					t.Errorf("%d hits, want them folded again", n)
				}
				b.Complaints()
			})
		}
	}
}
