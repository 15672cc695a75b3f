package web

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"soi/testdata/browser"
)

// The way through the pages that most readers take, at both ends of the range
// of widths, with and without script: type, press Enter, choose a province,
// open the document, walk through its matches, go back.
func TestBrowse(t *testing.T) {
	chromium := browser.Start(t)
	for _, width := range []int64{360, 1280} {
		for _, script := range []bool{true, false} {
			t.Run(fmt.Sprintf("%d px, script %v", width, script), func(t *testing.T) {
				b := newTab(t, chromium, width, script)
				b.searchAndFilter(width, script)
				b.walkMatches(script)
				b.goBack(script)
				b.Complaints()
			})
		}
	}
}

func (b tab) searchAndFilter(width int64, script bool) {
	b.Helper()
	b.Open("/")
	b.Fits()
	b.Loads(chromedp.SendKeys(chromedp.CSS("#q"), "tự soi"+kb.Enter))
	b.At("/search?q=tự soi")
	b.Fits()
	if got := b.Text("document.querySelector('[role=status]').textContent"); got != "14 tài liệu khớp với “tự soi”" {
		b.Errorf("status: %q", got)
	}
	const province = "input[value=bac-giang]"
	if seen := b.Bool("document.querySelector('" + province + "').checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})"); seen != (width > 960) {
		b.Errorf("filters are visible: %v", seen)
	}
	if width < 960 {
		b.Do(chromedp.Click(chromedp.CSS(".fold > summary")))
	}
	if script {
		b.Loads(chromedp.Click(chromedp.CSS(province)))
		if focus := b.Text("document.activeElement.value"); focus != "bac-giang" {
			b.Errorf("the focus is lost: it is on %q", focus)
		}
	} else {
		b.Do(chromedp.Click(chromedp.CSS(province)))
		b.Loads(chromedp.Click(chromedp.CSS(".apply")))
	}
	b.At("/search?q=tự soi&province=bac-giang")
	b.Fits()
	if got := b.Int("document.querySelectorAll('.hit').length"); got != 1 {
		b.Errorf("%d hits from Bắc Giang", got)
	}
	b.Loads(chromedp.Click(chromedp.CSS(".chips li:first-child a")))
	b.At("/search?q=tự soi")
}

func (b tab) walkMatches(script bool) {
	b.Helper()
	b.Loads(chromedp.Click(chromedp.CSS(".hits > li:first-child h2 a")))
	b.Fits()
	b.Do(chromedp.Click(chromedp.CSS(".matches .first")))
	b.onMatch(1)
	b.Do(chromedp.Click(chromedp.CSS("#m1 + .jump [rel=next]")))
	b.onMatch(2)
	b.Do(chromedp.Click(chromedp.CSS("#m2 + .jump [rel=prev]")))
	b.onMatch(1)
	if script {
		b.Do(browser.Press("n"), browser.Press("n"))
		b.onMatch(3)
		b.Do(browser.Press("p"))
		b.onMatch(2)
	}
	// The evidence for the date stands in folded noise, which opens for it.
	b.Do(chromedp.Navigate(b.Text("location.href.split('#')[0]") + "#e-published"))
	if !b.Bool("document.querySelector('#e-published').closest('details').open") {
		b.Error("the noise with the evidence stays folded")
	}
}

// onMatch fails unless match n is the target of the address, can be seen and
// shows the way on.
func (b tab) onMatch(n int) {
	b.Helper()
	b.Until(fmt.Sprintf("m%d %d / 8 seen", n, n), `(() => {
		const mark = document.querySelector("mark:target");
		if (!mark) return "no match";
		const box = mark.getBoundingClientRect(), jump = mark.nextElementSibling;
		const seen = box.top >= 0 && box.bottom <= innerHeight && jump.checkVisibility();
		return [mark.id, jump.querySelector("b").textContent, seen ? "seen" : "not seen"].join(" ");
	})()`)
}

func (b tab) goBack(script bool) {
	b.Helper()
	if script {
		// The walk left no trace but the last address, so two steps lead out.
		b.Do(chromedp.Evaluate[chromedp.Void]("history.go(-2)"))
		b.Until("/search", "location.pathname")
	} else {
		b.Loads(chromedp.Click(chromedp.CSS(".back a")))
	}
	b.At("/search?q=tự soi")
}

// Everything can be done without a mouse.
func TestKeyboard(t *testing.T) {
	b := newTab(t, browser.Start(t), 1280, true)
	b.Open("/directives")
	b.Do(chromedp.KeyEvent(kb.Tab))
	if got := b.Text("document.activeElement.className + getComputedStyle(document.activeElement).top"); got != "skip0px" {
		b.Errorf("the first stop is not the visible skip link: %s", got)
	}
	b.Do(browser.Press("/"))
	if got := b.Text("document.activeElement.id"); got != "q" {
		b.Errorf("/ leads to %q", got)
	}
	b.Loads(chromedp.KeyEvent("tự soi" + kb.Enter))
	b.At("/search?q=tự soi")
	b.TabTo("input[value='05-CT/TW@XII']")
	b.Loads(chromedp.KeyEvent(" "))
	b.At("/search?q=tự soi&directive=05-CT/TW@XII")
	b.TabTo(".hits > li:first-child h2 a")
	b.Loads(chromedp.KeyEvent(kb.Enter))
	b.TabTo(".matches .first")
	b.Do(chromedp.KeyEvent(kb.Enter))
	b.onMatch(1)
	b.TabTo("#m1 + .jump [rel=next]")
	b.Do(chromedp.KeyEvent(kb.Enter))
	b.onMatch(2)
	// A letter typed into a field is a letter.
	b.Do(chromedp.Focus(chromedp.CSS("#within")), browser.Press("n"), browser.Press("/"), browser.Press("p"))
	if got := b.Text("document.activeElement.value"); !strings.Contains(got, "n/p") {
		b.Errorf("the field holds %q", got)
	}
	b.Complaints()
}

// No page is wider than the narrowest screen or makes the browser complain,
// and what a document holds never runs.
func TestPagesFit(t *testing.T) {
	chromium := browser.Start(t)
	for _, width := range []int64{320, 360, 768, 1280, 2560} {
		b := newTab(t, chromium, width, true)
		for _, target := range everyPage {
			for _, lang := range []string{"vi", "en"} {
				sign := "?"
				if strings.Contains(target, "?") {
					sign = "&"
				}
				b.Open(target + sign + "lang=" + lang)
				b.Fits()
			}
		}
		b.Complaints()
	}
}
