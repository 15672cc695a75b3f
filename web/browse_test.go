package web

import (
	"fmt"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The way through the pages that most readers take, at both ends of the range
// of widths, with and without script: type, press Enter, choose a province,
// open the document, walk through its matches, go back.
func TestBrowse(t *testing.T) {
	browser := startBrowser(t)
	for _, width := range []int64{360, 1280} {
		for _, script := range []bool{true, false} {
			t.Run(fmt.Sprintf("%d px, script %v", width, script), func(t *testing.T) {
				b := newTab(t, browser, width, script)
				b.searchAndFilter(width, script)
				b.walkMatches(script)
				b.goBack(script)
				b.complaints()
			})
		}
	}
}

// at fails unless the page's address is path with these parameters.
func (b *tab) at(want string) {
	b.Helper()
	got := strings.TrimPrefix(ask[string](b, "location.href"), b.server)
	if readable, err := url.QueryUnescape(got); err == nil {
		got = readable
	}
	if got != want {
		b.Errorf("the browser is at %s, want %s", got, want)
	}
}

// fits fails if the page can be scrolled sideways.
func (b *tab) fits() {
	b.Helper()
	if over := ask[int](b, "document.documentElement.scrollWidth - innerWidth"); over > 0 {
		b.Errorf("%s is %d px too wide", ask[string](b, "location.pathname"), over)
	}
}

// complaints fails if the browser had any.
func (b *tab) complaints() {
	b.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, p := range b.problems {
		b.Errorf("the browser says: %s", p)
	}
}

func (b *tab) searchAndFilter(width int64, script bool) {
	b.Helper()
	b.do(chromedp.Navigate(b.server + "/"))
	b.fits()
	b.loads(chromedp.SendKeys(chromedp.CSS("#q"), "tự soi"+kb.Enter))
	b.at("/search?q=tự soi")
	b.fits()
	if got := ask[string](b, "document.querySelector('[role=status]').textContent"); got != "14 tài liệu khớp với “tự soi”" {
		b.Errorf("status: %q", got)
	}
	const province = "input[value=bac-giang]"
	if seen := ask[bool](b, "document.querySelector('"+province+"').checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})"); seen != (width > 960) {
		b.Errorf("filters are visible: %v", seen)
	}
	if width < 960 {
		b.do(chromedp.Click(chromedp.CSS(".fold > summary")))
	}
	if script {
		b.loads(chromedp.Click(chromedp.CSS(province)))
		if focus := ask[string](b, "document.activeElement.value"); focus != "bac-giang" {
			b.Errorf("the focus is lost: it is on %q", focus)
		}
	} else {
		b.do(chromedp.Click(chromedp.CSS(province)))
		b.loads(chromedp.Click(chromedp.CSS(".apply")))
	}
	b.at("/search?q=tự soi&province=bac-giang")
	b.fits()
	if got := ask[int](b, "document.querySelectorAll('.hit').length"); got != 1 {
		b.Errorf("%d hits from Bắc Giang", got)
	}
	b.loads(chromedp.Click(chromedp.CSS(".chips li:first-child a")))
	b.at("/search?q=tự soi")
}

func (b *tab) walkMatches(script bool) {
	b.Helper()
	b.loads(chromedp.Click(chromedp.CSS(".hits > li:first-child h2 a")))
	b.fits()
	b.do(chromedp.Click(chromedp.CSS(".matches .first")))
	b.onMatch(1)
	b.do(chromedp.Click(chromedp.CSS("#m1 + .jump [rel=next]")))
	b.onMatch(2)
	b.do(chromedp.Click(chromedp.CSS("#m2 + .jump [rel=prev]")))
	b.onMatch(1)
	if script {
		b.do(press("n"), press("n"))
		b.onMatch(3)
		b.do(press("p"))
		b.onMatch(2)
	}
	// The evidence for the date stands in folded noise, which opens for it.
	b.do(chromedp.Navigate(ask[string](b, "location.href.split('#')[0]") + "#e-published"))
	if !ask[bool](b, "document.querySelector('#e-published').closest('details').open") {
		b.Error("the noise with the evidence stays folded")
	}
}

// onMatch fails unless match n is the target of the address, can be seen and
// shows the way on.
func (b *tab) onMatch(n int) {
	b.Helper()
	b.until(fmt.Sprintf("m%d %d / 8 seen", n, n), `(() => {
		const mark = document.querySelector("mark:target");
		if (!mark) return "no match";
		const box = mark.getBoundingClientRect(), jump = mark.nextElementSibling;
		const seen = box.top >= 0 && box.bottom <= innerHeight && jump.checkVisibility();
		return [mark.id, jump.querySelector("b").textContent, seen ? "seen" : "not seen"].join(" ");
	})()`)
}

// until waits until an expression is as wanted.
func (b *tab) until(want, expression string) {
	b.Helper()
	got := ""
	for range 100 {
		if got = ask[string](b, expression); got == want {
			return
		}
		b.do(chromedp.Sleep(50 * time.Millisecond))
	}
	b.Fatalf("the page stays at %q, want %q", got, want)
}

func (b *tab) goBack(script bool) {
	b.Helper()
	if script {
		// The walk left no trace but the last address, so two steps lead out.
		b.do(chromedp.Evaluate[chromedp.Void]("history.go(-2)"))
		b.until("/search", "location.pathname")
	} else {
		b.loads(chromedp.Click(chromedp.CSS(".back a")))
	}
	b.at("/search?q=tự soi")
}

// Everything can be done without a mouse.
func TestKeyboard(t *testing.T) {
	b := newTab(t, startBrowser(t), 1280, true)
	b.do(chromedp.Navigate(b.server + "/directives"))
	b.do(chromedp.KeyEvent(kb.Tab))
	if got := ask[string](b, "document.activeElement.className + getComputedStyle(document.activeElement).top"); got != "skip0px" {
		b.Errorf("the first stop is not the visible skip link: %s", got)
	}
	b.do(press("/"))
	if got := ask[string](b, "document.activeElement.id"); got != "q" {
		b.Errorf("/ leads to %q", got)
	}
	b.loads(chromedp.KeyEvent("tự soi" + kb.Enter))
	b.at("/search?q=tự soi")
	b.tabTo("input[value='05-CT/TW@XII']")
	b.loads(chromedp.KeyEvent(" "))
	b.at("/search?q=tự soi&directive=05-CT/TW@XII")
	b.tabTo(".hits > li:first-child h2 a")
	b.loads(chromedp.KeyEvent(kb.Enter))
	b.tabTo(".matches .first")
	b.do(chromedp.KeyEvent(kb.Enter))
	b.onMatch(1)
	b.tabTo("#m1 + .jump [rel=next]")
	b.do(chromedp.KeyEvent(kb.Enter))
	b.onMatch(2)
	// A letter typed into a field is a letter.
	b.do(chromedp.Focus(chromedp.CSS("#within")), press("n"), press("/"), press("p"))
	if got := ask[string](b, "document.activeElement.value"); !strings.Contains(got, "n/p") {
		b.Errorf("the field holds %q", got)
	}
	b.complaints()
}

// tabTo presses Tab until the focus is on the element, and fails if it is not
// to be seen there.
func (b *tab) tabTo(selector string) {
	b.Helper()
	for range 120 {
		b.do(chromedp.KeyEvent(kb.Tab))
		if ask[bool](b, fmt.Sprintf("document.activeElement.matches(%q)", selector)) {
			if !ask[bool](b, "getComputedStyle(document.activeElement).outlineStyle !== 'none'") {
				b.Errorf("the focus on %s cannot be seen", selector)
			}
			return
		}
	}
	b.Fatalf("Tab does not reach %s", selector)
}

// No page is wider than the narrowest screen or makes the browser complain,
// and what a document holds never runs.
func TestPagesFit(t *testing.T) {
	browser := startBrowser(t)
	for _, width := range []int64{320, 360, 768, 1280, 2560} {
		b := newTab(t, browser, width, true)
		for _, target := range everyPage {
			for _, lang := range []string{"vi", "en"} {
				sign := "?"
				if strings.Contains(target, "?") {
					sign = "&"
				}
				b.do(chromedp.Navigate(b.server + target + sign + "lang=" + lang))
				b.fits()
			}
		}
		b.complaints()
	}
}
