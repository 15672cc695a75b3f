package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"soi/testdata/shared"
)

// selfCheckTitle is how the title of the report on "tự soi, tự sửa" begins.
const selfCheckTitle = "Huyện ủy Tiên Phước: Một số kết quả bước đầu"

// selfCheckQueries are spellings of one phrase that must all find that report
// first, with its words marked.
var selfCheckQueries = []string{
	"tự soi, tự sửa", `"tự soi, tự sửa"`, "tu soi tu sua", "TỰ SOI TỰ SỬA",
	"tu\u031b\u0323 soi tu\u031b\u0323 su\u031b\u0309a", // NFD
	"tư soi", "tuwj soi tuwj suwar", "tu75 soi",
}

// TestBrowser goes the way of a reader over the real index of the shared
// reports in a real browser.
func TestBrowser(t *testing.T) {
	seeds := shared.Path(t, "seeds")
	dir := filepath.Join(t.TempDir(), "index")
	mustIndex(t, dir, seedFiles(t, seeds)...)
	server := startServer(t, dir)
	browser := startChromium(t)
	for _, width := range []int64{360, 1280} {
		for _, script := range []bool{true, false} {
			t.Run(fmt.Sprintf("%d px, script %v", width, script), func(t *testing.T) {
				tab := newTab(t, browser, server, width, script)
				for _, query := range selfCheckQueries {
					tab.search(query)
					tab.want("the first title for "+query, firstTitle, selfCheckTitle)
					tab.want("marks for "+query, "String(document.querySelectorAll('.hit')[0].querySelectorAll('mark').length > 0)", "true")
				}
				tab.chooseProvince("bac-giang", script)
				tab.openAndReturn()
			})
		}
	}
}

const firstTitle = "document.querySelector('.hit h2 a').textContent"

func seedFiles(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) != 5 {
		t.Fatalf("the shared reports are %q, %v; want 5", files, err)
	}
	return files
}

// startChromium starts the browser. Where there is none the test is skipped
// and says so; with SOI_REQUIRE_BROWSER=1 in the environment it fails.
func startChromium(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("left to the run without -short: needs a browser")
	}
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" && os.Getenv("SOI_REQUIRE_BROWSER") == "1" {
		t.Fatal("SOI_REQUIRE_BROWSER=1, but there is no Chromium or Chrome in PATH")
	} else if path == "" {
		t.Skip("SKIPPED: no Chromium or Chrome in PATH; set SOI_REQUIRE_BROWSER=1 to make this a failure")
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.Flag("accept-lang", "vi"))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatal("start the browser:", err)
	}
	return ctx
}

// A browserTab is a page of the browser on a server of Soi's.
type browserTab struct {
	*testing.T
	ctx    context.Context
	server string // address with a slash at its end
}

// newTab opens a tab of a width in pixels, with or without script.
func newTab(t *testing.T, browser context.Context, server string, width int64, script bool) *browserTab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 30*time.Second) // a browser that hangs must not hang the test
	t.Cleanup(cancel)
	tab := &browserTab{t, ctx, server}
	tab.do(chromedp.EmulateViewport(width, 800), chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled,
			emulation.SetScriptExecutionDisabledParams{Value: !script})
		return err
	}))
	return tab
}

func (b *browserTab) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

// loads does the actions and waits for the page that they lead to.
func (b *browserTab) loads(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if _, err := chromedp.Run(b.ctx, chromedp.WaitEvent(page.LoadEventFired, nil, chromedp.Steps(actions...))); err != nil {
		b.Fatal(err)
	}
}

// want fails unless an expression of the page has a value that begins so.
func (b *browserTab) want(what, expression, beginning string) {
	b.Helper()
	got, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](expression))
	if err != nil {
		b.Fatalf("%s: %v", what, err)
	}
	if !strings.HasPrefix(strings.TrimSpace(got), beginning) {
		b.Errorf("%s: %q, want %q…", what, got, beginning)
	}
}

// search types a query on the start page and presses Enter.
func (b *browserTab) search(query string) {
	b.Helper()
	b.do(chromedp.Navigate(b.server))
	b.loads(chromedp.SendKeys(chromedp.CSS("#q"), query+kb.Enter))
}

// chooseProvince asks for everything and then for one province.
func (b *browserTab) chooseProvince(slug string, script bool) {
	b.Helper()
	b.do(chromedp.Navigate(b.server + "search?q="))
	b.want("everything", "document.querySelector('[role=status]').textContent", "5 tài liệu")
	b.want("filters shown", "String(innerWidth > 960)", fmt.Sprint(b.wide()))
	if !b.wide() {
		b.do(chromedp.Click(chromedp.CSS(".fold > summary")))
	}
	choice := chromedp.Click(chromedp.CSS("input[value=" + slug + "]"))
	if script {
		b.loads(choice)
	} else {
		b.do(choice)
		b.loads(chromedp.Click(chromedp.CSS(".apply")))
	}
	b.want("one province", "String(document.querySelectorAll('.hit').length)", "1")
	b.want("its report", firstTitle, "Bắc Giang: Kết quả tích cực")
}

func (b *browserTab) wide() bool {
	b.Helper()
	width, err := chromedp.Run(b.ctx, chromedp.Evaluate[int]("innerWidth"))
	if err != nil {
		b.Fatal(err)
	}
	return width > 960
}

// openAndReturn opens the first hit and goes back to the results.
func (b *browserTab) openAndReturn() {
	b.Helper()
	b.loads(chromedp.Click(chromedp.CSS(".hit h2 a")))
	b.want("the document", "document.querySelector('h1').textContent", "Bắc Giang: Kết quả tích cực")
	b.want("nothing to scroll sideways", "String(document.documentElement.scrollWidth > innerWidth)", "false")
	// A page out of the browser's memory fires no load event.
	b.do(chromedp.Evaluate[chromedp.Void]("history.back()"))
	for range 100 {
		if path, err := chromedp.Run(b.ctx, chromedp.Evaluate[string]("location.pathname")); err == nil && path == "/search" {
			break
		}
		b.do(chromedp.Sleep(50 * time.Millisecond))
	}
	b.want("the results again", "String(document.querySelectorAll('.hit').length)", "1")
}
