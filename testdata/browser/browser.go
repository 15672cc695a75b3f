// Package browser drives a real Chromium for tests of the pages: a Tab of a
// width, with script or without, opened on a server, that fails its test when
// something does not go as wanted. No program imports it.
package browser

import (
	"context"
	"os/exec"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"soi/testdata/shared"
)

// path is the path of the browser. Where there is none the test is skipped
// and says so; with SOI_REQUIRE_BROWSER=1 in the environment it fails.
func path(t testing.TB) string {
	t.Helper()
	if testing.Short() {
		t.Skip("left to the run without -short: needs a browser")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	shared.Missing(t, "SOI_REQUIRE_BROWSER", "there is no Chromium or Chrome in PATH")
	return ""
}

// Start starts a browser that prefers Vietnamese, for NewTab to open pages in.
// It ends with the test. Without a Chromium, and under -short, the test is
// skipped; with SOI_REQUIRE_BROWSER=1 in the environment a missing one fails it.
func Start(t testing.TB) context.Context {
	t.Helper()
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(path(t)), chromedp.NoSandbox, chromedp.Flag("accept-lang", "vi"))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal("start the browser:", err)
	}
	return ctx
}

// A Tab is a page of a browser on a server. Its methods fail the test.
type Tab struct {
	testing.TB
	Server string // address without a slash at its end

	ctx      context.Context
	mu       sync.Mutex
	problems []string // what the browser complained of
}

// NewTab opens a tab of a width in pixels, with or without script, that knows
// the address of a server and has not gone there yet.
func NewTab(t testing.TB, browser context.Context, server string, width int64, script bool) *Tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	// Only so that a browser that hangs does not hang the test.
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	b := &Tab{TB: t, Server: server, ctx: ctx}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	// Without motion a place that was jumped to is there at once.
	b.Do(command(log.Enable, cdp.Empty{}), chromedp.EmulateViewport(width, 800), Feature("prefers-reduced-motion", "reduce"),
		command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !script}))
	return b
}

// listen notes what the browser complains of: errors of the script, a policy
// that was violated, anything on the console.
func (b *Tab) listen(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *log.EventEntryAdded:
		if e.Entry.Source != log.EntrySourceNetwork { // a status that is not 200 is no complaint
			b.problems = append(b.problems, e.Entry.Text)
		}
	case *runtime.EventExceptionThrown:
		b.problems = append(b.problems, e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		b.problems = append(b.problems, "console."+string(e.Type))
	}
}

// Do does the actions, one after the other.
func (b *Tab) Do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

// Open goes to a path of the server and waits for its page.
func (b *Tab) Open(path string) {
	b.Helper()
	b.Do(chromedp.Navigate(b.Server + path))
}

// Loads does the actions and waits for the page that they lead to.
func (b *Tab) Loads(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	_, err := chromedp.Run(b.ctx, chromedp.WaitEvent(page.LoadEventFired, nil, chromedp.Steps(actions...)))
	if err != nil {
		b.Fatal(err)
	}
}

// Picture returns a picture as PNG: of the whole page, or of what the window
// shows of it.
func (b *Tab) Picture(whole bool) []byte {
	b.Helper()
	shot := chromedp.CaptureScreenshot()
	if whole {
		shot = chromedp.FullScreenshot(100)
	}
	png, err := chromedp.Run(b.ctx, shot)
	if err != nil {
		b.Fatal(err)
	}
	return png
}
