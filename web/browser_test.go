package web

import (
	"context"
	"flag"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The addresses of the document that the browser opens, and of searches.
const (
	longReportPath = "/doc/tien-phuong%2Fbao%20cao%3F2022"
	selfCheck      = "/search?q=t%E1%BB%B1+soi" // tự soi
)

// chromium is the path of the browser. Where there is none the test is
// skipped and says so; with SOI_REQUIRE_BROWSER=1 in the environment it fails.
func chromium(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("left to the run without -short: needs a browser")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("SOI_REQUIRE_BROWSER") == "1" {
		t.Fatal("SOI_REQUIRE_BROWSER=1, but there is no Chromium or Chrome in PATH")
	}
	t.Skip("SKIPPED: no Chromium or Chrome in PATH; set SOI_REQUIRE_BROWSER=1 to make this a failure")
	return ""
}

// A tab is a page of a browser on a server over the samples.
type tab struct {
	*testing.T
	ctx    context.Context
	server string

	mu       sync.Mutex
	problems []string // what the browser complained of
}

// startBrowser starts a browser; newTab opens pages in it.
func startBrowser(t *testing.T) context.Context {
	t.Helper()
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(chromium(t)), chromedp.NoSandbox, chromedp.Flag("accept-lang", "vi"))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal("start the browser:", err)
	}
	return ctx
}

// newTab opens a tab of a width in pixels, with or without script.
func newTab(t *testing.T, browser context.Context, width int64, script bool) *tab {
	t.Helper()
	server := httptest.NewServer(Handler(&fake{documents: sampleDocuments(), said: sampleSaid()}, Options{}))
	t.Cleanup(server.Close)
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	// Only so that a browser that hangs does not hang the test.
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	b := &tab{T: t, ctx: ctx, server: server.URL}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	// Without motion a place that was jumped to is there at once.
	b.do(command(log.Enable, cdp.Empty{}), chromedp.EmulateViewport(width, 800), feature("prefers-reduced-motion", "reduce"),
		command(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !script}))
	return b
}

// command is an action that sends a command of the protocol.
func command[P any](c cdp.Command[P, cdp.Empty], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, c, params)
		return err
	})
}

// feature is an action that makes a media feature have a value.
func feature(name, value string) chromedp.Action[chromedp.Void] {
	return command(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: name, Value: value}},
	})
}

// press is an action that presses a key that writes a letter. Unlike
// chromedp.KeyEvent it sends the letter with the key, as a keyboard does, so
// that a script can keep it from being written.
func press(letter string) chromedp.Action[chromedp.Void] {
	return chromedp.Steps(
		command(input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kb.KeyDown, Key: letter, Text: letter}),
		command(input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kb.KeyUp, Key: letter}),
	)
}

// listen notes what the browser complains of: errors of the script, a policy
// that was violated, anything on the console.
func (b *tab) listen(event any) {
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

func (b *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

// ask evaluates an expression in the page.
func ask[T any](b *tab, expression string) T {
	b.Helper()
	got, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		b.Fatalf("%s: %v", expression, err)
	}
	return got
}

// loads does the actions and waits for the page that they lead to.
func (b *tab) loads(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	_, err := chromedp.Run(b.ctx, chromedp.WaitEvent(page.LoadEventFired, nil, chromedp.Steps(actions...)))
	if err != nil {
		b.Fatal(err)
	}
}

var screens = flag.String("screens", "", "write pictures of every page to this folder")

// TestScreens makes pictures for people to look at.
func TestScreens(t *testing.T) {
	if *screens == "" {
		t.Skip("no -screens DIR: no pictures wanted")
	}
	browser := startBrowser(t)
	for name, path := range map[string]string{
		"home": "/", "results": selfCheck, "filtered": selfCheck + "&province=bac-giang&level=tinh&year=2022&directive=21-KL/TW@XIII",
		"none": "/search?q=kh%C3%B4ng+c%C3%B3+g%C3%AC&province=bac-giang", "document": longReportPath + "?q=t%E1%BB%B1+soi",
		"match": longReportPath + "?q=t%E1%BB%B1+soi#m3", "figures": longReportPath + "#sums", "directives": "/directives", "directive": "/directive/21-KL/TW@XIII", "coverage": "/coverage", "error": "/search?province=bac-gian", "english": selfCheck + "&lang=en",
		"hostile": "/doc/%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E?q=t%E1%BB%B1",
	} {
		for suffix, width := range map[string]int64{"narrow": 360, "wide": 1280} {
			for _, scheme := range []string{"light", "dark"} {
				b := newTab(t, browser, width, true)
				b.do(feature("prefers-color-scheme", scheme), chromedp.Navigate(b.server+path))
				shot := chromedp.FullScreenshot(100)
				if name == "match" {
					shot = chromedp.CaptureScreenshot()
				}
				png, err := chromedp.Run(b.ctx, shot)
				if err == nil {
					err = os.WriteFile(filepath.Join(*screens, name+"-"+suffix+"-"+scheme+".png"), png, 0o644)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}
