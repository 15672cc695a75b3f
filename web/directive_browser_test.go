package web

import (
	"fmt"
	"soi/testdata/browser"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// On a narrow screen the coverage scrolls in its own box, beside the names of
// the provinces, by keyboard too; the page stays where it is.
func TestCoverageScrolls(t *testing.T) {
	b := newTab(t, browser.Start(t), 360, false)
	b.Open("/coverage")
	b.Fits()
	if !b.Bool("(() => { const s = document.querySelector('.scroll'); return s.scrollWidth > s.clientWidth + 200; })()") {
		t.Fatal("the table is not wider than its box")
	}
	b.TabTo(".scroll")
	b.Do(chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.ArrowRight))
	b.Until("scrolled, names stay", `(() => {
		const box = document.querySelector(".scroll"), left = e => Math.round(e.getBoundingClientRect().left);
		const row = document.querySelector("tbody tr");
		const stays = Math.abs(left(row.children[0]) - left(box)) <= 2;
		return (box.scrollLeft > 40 && left(row.children[1]) < left(row.children[0]) + row.children[0].offsetWidth ? "scrolled" : "at rest") + ", names " + (stays ? "stay" : "go");
	})()`)
	b.Fits()
	b.Complaints()
}

// From the list to a directive, its evidence and its documents, by keyboard,
// at both widths, with and without script.
func TestDirectiveByKeyboard(t *testing.T) {
	chromium := browser.Start(t)
	for _, width := range []int64{360, 1280} {
		for _, script := range []bool{true, false} {
			t.Run(fmt.Sprintf("%d px, script %v", width, script), func(t *testing.T) {
				b := newTab(t, chromium, width, script)
				b.Open("/directives")
				b.TabTo("tbody tr:first-child th a")
				b.Loads(chromedp.KeyEvent(kb.Enter))
				b.At("/directive/21-KL/TW@XIII")
				b.Fits()
				b.TabTo(".tree ul .evidence > summary")
				b.Do(chromedp.KeyEvent(kb.Enter))
				if !b.Bool("document.querySelector('.tree ul .evidence q').checkVisibility()") {
					t.Error("the evidence stays folded")
				}
				b.Fits()
				b.TabTo(".panel.level li:first-child a")
				b.Loads(chromedp.KeyEvent(kb.Enter))
				b.At("/search?directive=21-KL/TW@XIII&level=tinh")
				b.Complaints()
			})
		}
	}
}
