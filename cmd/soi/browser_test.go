package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"soi/testdata/browser"
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
	server := strings.TrimSuffix(startServer(t, dir), "/")
	chromium := browser.Start(t)
	for _, width := range []int64{360, 1280} {
		for _, script := range []bool{true, false} {
			t.Run(fmt.Sprintf("%d px, script %v", width, script), func(t *testing.T) {
				tab := reader{browser.NewTab(t, chromium, server, width, script)}
				for _, query := range selfCheckQueries {
					tab.search(query)
					tab.want("the first title for "+query, firstTitle, selfCheckTitle)
					tab.want("marks for "+query, "String(document.querySelectorAll('.hit')[0].querySelectorAll('mark').length > 0)", "true")
				}
				tab.chooseProvince("bac-giang", script)
				tab.openAndReturn()
				tab.Complaints()
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

// A reader is a page of a browser on a server of Soi's.
type reader struct{ *browser.Tab }

// want fails unless an expression of the page has a value that begins so.
func (b reader) want(what, expression, beginning string) {
	b.Helper()
	if got := b.Text(expression); !strings.HasPrefix(strings.TrimSpace(got), beginning) {
		b.Errorf("%s: %q, want %q…", what, got, beginning)
	}
}

// search types a query on the start page and presses Enter.
func (b reader) search(query string) {
	b.Helper()
	b.Open("/")
	b.Loads(chromedp.SendKeys(chromedp.CSS("#q"), query+kb.Enter))
}

// chooseProvince asks for everything and then for one province.
func (b reader) chooseProvince(slug string, script bool) {
	b.Helper()
	b.Open("/search?q=")
	b.want("everything", "document.querySelector('[role=status]').textContent", "5 tài liệu")
	b.want("filters shown", "String(innerWidth > 960)", fmt.Sprint(b.wide()))
	if !b.wide() {
		b.Do(chromedp.Click(chromedp.CSS(".fold > summary")))
	}
	choice := chromedp.Click(chromedp.CSS("input[value=" + slug + "]"))
	if script {
		b.Loads(choice)
	} else {
		b.Do(choice)
		b.Loads(chromedp.Click(chromedp.CSS(".apply")))
	}
	b.want("one province", "String(document.querySelectorAll('.hit').length)", "1")
	b.want("its report", firstTitle, "Bắc Giang: Kết quả tích cực")
}

func (b reader) wide() bool { b.Helper(); return b.Int("innerWidth") > 960 }

// openAndReturn opens the first hit and goes back to the results.
func (b reader) openAndReturn() {
	b.Helper()
	b.Loads(chromedp.Click(chromedp.CSS(".hit h2 a")))
	b.want("the document", "document.querySelector('h1').textContent", "Bắc Giang: Kết quả tích cực")
	b.Fits()
	// A page out of the browser's memory fires no load event.
	b.Do(chromedp.Evaluate[chromedp.Void]("history.back()"))
	b.Until("/search", "location.pathname")
	b.want("the results again", "String(document.querySelectorAll('.hit').length)", "1")
}

// BenchmarkFirstResult tells how long a reader waits for results over 20,000
// articles: from Enter until Chromium has drawn the first content of their
// page, which comes in one piece.
func BenchmarkFirstResult(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "index")
	mustIndex(b, dir, shared.Path(b, "data/corpora/news-20k.jsonl.gz"))
	tab := reader{browser.NewTab(b, browser.Start(b), strings.TrimSuffix(startServer(b, dir), "/"), 1280, true)}
	var all []int
	for i := 0; b.Loop(); i++ {
		tab.search([]string{"thanh tra chính phủ", "tham nhung", "dịch bệnh", "cong an tinh", `"đường sắt"`}[i%5])
		tab.Until("true", "String(performance.getEntriesByName('first-contentful-paint').length > 0)")
		if tab.Int("document.querySelectorAll('.hit').length") == 0 {
			b.Fatal("no result is drawn")
		}
		all = append(all, tab.Int("Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)"))
	}
	slices.Sort(all)
	b.ReportMetric(float64(all[len(all)/2]), "ms/result")
	b.ReportMetric(float64(all[len(all)*9/10]), "ms/p90")
}
