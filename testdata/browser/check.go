package browser

import (
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Text returns the value of an expression of the page that is a string.
func (b *Tab) Text(expression string) string { b.Helper(); return ask[string](b, expression) }

// Int returns the value of an expression of the page that is a whole number.
func (b *Tab) Int(expression string) int { b.Helper(); return ask[int](b, expression) }

// Bool returns the value of an expression of the page that is true or false.
func (b *Tab) Bool(expression string) bool { b.Helper(); return ask[bool](b, expression) }

// ask evaluates an expression in the page.
func ask[T any](b *Tab, expression string) T {
	b.Helper()
	got, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	return got
}

// Until waits until an expression of the page is as wanted.
func (b *Tab) Until(want, expression string) {
	b.Helper()
	got := ""
	for range 100 {
		if got = b.Text(expression); got == want {
			return
		}
		b.Do(chromedp.Sleep(50 * time.Millisecond))
	}
	b.Fatalf("the page stays at %q, want %q", got, want)
}

// At fails unless the page's address is this path with these parameters,
// given without percent signs.
func (b *Tab) At(want string) {
	b.Helper()
	got := strings.TrimPrefix(b.Text("location.href"), b.Server)
	if readable, err := url.QueryUnescape(got); err == nil {
		got = readable
	}
	if got != want {
		b.Errorf("the browser is at %s, want %s", got, want)
	}
}

// Fits fails if the page can be scrolled sideways.
func (b *Tab) Fits() {
	b.Helper()
	if over := b.Int("document.documentElement.scrollWidth - innerWidth"); over > 0 {
		b.Errorf("%s is %d px too wide", b.Text("location.pathname"), over)
	}
}

// Complaints fails if the browser had any: an error of a script, a violated
// policy, a word on the console.
func (b *Tab) Complaints() {
	b.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, p := range b.problems {
		b.Errorf("the browser says: %s", p)
	}
}

// TabTo presses Tab until the focus is on the element, and fails if it is not
// to be seen there.
func (b *Tab) TabTo(selector string) {
	b.Helper()
	for range 120 {
		b.Do(chromedp.KeyEvent(kb.Tab))
		if b.Bool(fmt.Sprintf("document.activeElement.matches(%q)", selector)) {
			if !b.Bool("getComputedStyle(document.activeElement).outlineStyle !== 'none'") {
				b.Errorf("the focus on %s cannot be seen", selector)
			}
			return
		}
	}
	b.Fatalf("Tab does not reach %s", selector)
}
