package web

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// On a narrow screen the coverage scrolls in its own box, beside the names of
// the provinces, by keyboard too; the page stays where it is.
func TestCoverageScrolls(t *testing.T) {
	b := newTab(t, startBrowser(t), 360, false)
	b.do(chromedp.Navigate(b.server + "/coverage"))
	b.fits()
	if !ask[bool](b, "(() => { const s = document.querySelector('.scroll'); return s.scrollWidth > s.clientWidth + 200; })()") {
		t.Fatal("the table is not wider than its box")
	}
	b.tabTo(".scroll")
	b.do(chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(kb.ArrowRight))
	b.until("scrolled, names stay", `(() => {
		const box = document.querySelector(".scroll"), left = e => Math.round(e.getBoundingClientRect().left);
		const row = document.querySelector("tbody tr");
		const stays = Math.abs(left(row.children[0]) - left(box)) <= 2;
		return (box.scrollLeft > 40 && left(row.children[1]) < left(row.children[0]) + row.children[0].offsetWidth ? "scrolled" : "at rest") + ", names " + (stays ? "stay" : "go");
	})()`)
	b.fits()
	b.complaints()
}

// From the list to a directive, its evidence and its documents, by keyboard,
// at both widths, with and without script.
func TestDirectiveByKeyboard(t *testing.T) {
	browser := startBrowser(t)
	for _, width := range []int64{360, 1280} {
		for _, script := range []bool{true, false} {
			t.Run(fmt.Sprintf("%d px, script %v", width, script), func(t *testing.T) {
				b := newTab(t, browser, width, script)
				b.do(chromedp.Navigate(b.server + "/directives"))
				b.tabTo("tbody tr:first-child th a")
				b.loads(chromedp.KeyEvent(kb.Enter))
				b.at("/directive/21-KL/TW@XIII")
				b.fits()
				b.tabTo(".tree ul .evidence > summary")
				b.do(chromedp.KeyEvent(kb.Enter))
				if !ask[bool](b, "document.querySelector('.tree ul .evidence q').checkVisibility()") {
					t.Error("the evidence stays folded")
				}
				b.fits()
				b.tabTo(".panel.level li:first-child a")
				b.loads(chromedp.KeyEvent(kb.Enter))
				b.at("/search?directive=21-KL/TW@XIII&level=tinh")
				b.complaints()
			})
		}
	}
}
