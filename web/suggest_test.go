package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"soi/index/schema"
	"soi/testdata/browser"
)

// What is typed is answered with ways to go on, in the language of the page.
func TestSuggestions(t *testing.T) {
	for _, tt := range []struct{ target, want string }{
		{"/suggest?q=tu+soi,+tu+sua+&lang=vi", `{"said":"1 gợi ý; dùng mũi tên lên, xuống để chọn","suggestions":[` +
			`{"query":"Tự soi, tự sửa từ những việc nhỏ ở chi bộ thôn","text":"Tự soi, tự sửa từ những việc nhỏ ở chi bộ thôn","about":"tiêu đề"}]}`},
		{"/suggest?q=tu+n&lang=en", `{"said":"1 suggestion; choose with the up and down arrows","suggestions":[` +
			`{"query":"\"Tư Nghĩa\" tỉnh:\"Quảng Ngãi\"","text":"Tư Nghĩa, Quảng Ngãi","about":"place · 1 document"}]}`},
		{"/suggest?q=ket+l&lang=en", `{"said":"1 suggestion; choose with the up and down arrows","suggestions":[` +
			`{"query":"mã:21-KL/TW@XIII","text":"Kết luận 21-KL/TW \u003cb\u003e","about":"in 3 documents"}]}`},
		{"/suggest?q=xyz&lang=en", `{"said":"0 suggestions; choose with the up and down arrows","suggestions":[]}`},
		{"/suggest?lang=en", `{"said":"0 suggestions; choose with the up and down arrows","suggestions":[]}`},
		{"/suggest?lang=en&q=" + strings.Repeat("tu", 101), `{"said":"0 suggestions; choose with the up and down arrows","suggestions":[]}`},
	} {
		got := get(t, samples(), tt.target)
		if got.code != http.StatusOK || got.body != tt.want {
			t.Errorf("%s: %d\n%s\nwant\n%s", tt.target, got.code, got.body, tt.want)
		}
		for name, want := range map[string]string{"Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store"} {
			if value := got.head.Get(name); value != want {
				t.Errorf("%s: %s is %q, want %q", tt.target, name, value, want)
			}
		}
	}
}

// While the tables are being made there is nothing to go on with, and nothing
// is read aloud.
func TestSuggestNotReady(t *testing.T) {
	slow := Handler(&fake{err: fmt.Errorf("suggest: %w", context.DeadlineExceeded)}, Options{Log: slog.New(slog.DiscardHandler)})
	if got, want := get(t, slow, "/suggest?q=tu+soi"), `{"said":"","suggestions":[]}`; got.code != http.StatusOK || got.body != want {
		t.Errorf("%d %s, want %s", got.code, got.body, want)
	}
}

// Suggestions tell of the collection, so no other site is answered; and an
// error says no more than its status.
func TestSuggestRefuses(t *testing.T) {
	broken := Handler(&fake{err: errors.New("disk on fire")}, Options{Log: slog.New(slog.DiscardHandler)})
	slow := Handler(&fake{err: fmt.Errorf("suggest: %w", context.DeadlineExceeded)}, Options{Log: slog.New(slog.DiscardHandler)})
	for _, tt := range []struct {
		h          http.Handler
		name, from string
		want       int
	}{
		{samples(), "the page", "same-origin", http.StatusOK},
		{samples(), "the address bar", "none", http.StatusOK},
		{samples(), "another site", "cross-site", http.StatusForbidden},
		{samples(), "a site beside", "same-site", http.StatusForbidden},
		{broken, "the page, of a broken index", "same-origin", http.StatusInternalServerError},
		{slow, "the page, of an index that is not ready", "same-origin", http.StatusOK},
	} {
		got := get(t, tt.h, "/suggest?q=tu+so", "Sec-Fetch-Site", tt.from)
		if got.code != tt.want || tt.want != http.StatusOK && got.body != "" {
			t.Errorf("%s gets %d %q, want %d", tt.name, got.code, got.body, tt.want)
		}
	}
}

// begunWithTu is what the fake completes "tu" to.
const begunWithTu = "tự soi, tự sửa|Tư Nghĩa, Quảng Ngãi|Tự soi, tự sửa từ những việc nhỏ ở chi bộ thôn"

// The box is a combobox by keyboard, at both ends of the range of widths.
func TestCombobox(t *testing.T) {
	chromium := browser.Start(t)
	for _, width := range []int64{360, 1280} {
		for _, page := range []string{"/", selfCheck} {
			t.Run(fmt.Sprintf("%d px, %s", width, page), func(t *testing.T) {
				b := newTab(t, chromium, width, true)
				b.Do(chromedp.Navigate(b.Server+page), chromedp.Evaluate[chromedp.Void]("document.querySelector('#q').value = ''"), chromedp.Focus(chromedp.CSS("#q")))
				b.combobox("combobox list listbox suggestions false - closed")
				b.Do(chromedp.KeyEvent("tu"))
				b.combobox("combobox list listbox suggestions true - " + begunWithTu)
				b.Fits()
				b.Do(chromedp.KeyEvent(kb.ArrowDown))
				b.combobox("combobox list listbox suggestions true 0 " + begunWithTu)
				b.Do(chromedp.KeyEvent(kb.ArrowUp + kb.ArrowUp))
				b.combobox("combobox list listbox suggestions true 2 " + begunWithTu)
				b.Do(chromedp.KeyEvent(kb.Escape))
				b.combobox("combobox list listbox suggestions false - closed")
				if got := b.Text("document.activeElement.id + ' ' + document.activeElement.value"); got != "q tu" {
					b.Errorf("after Escape the focus is on %q", got)
				}
				b.Do(chromedp.KeyEvent(kb.ArrowDown)) // opens again
				b.combobox("combobox list listbox suggestions true - " + begunWithTu)
				b.Loads(chromedp.KeyEvent(kb.ArrowDown + kb.Enter))
				b.At("/search?q=tự soi, tự sửa")
				b.Complaints()
			})
		}
	}
}

// combobox waits until the box and its list are as wanted: role, kind of
// completion, of popup, its id, whether it is open, the option that is active,
// the options.
func (b tab) combobox(want string) {
	b.Helper()
	b.Until(want, `(() => {
		const box = document.querySelector("#q"), list = document.querySelector("#suggestions");
		const options = [...list.querySelectorAll("[role=option]")];
		const active = options.findIndex(o => o.id === box.getAttribute("aria-activedescendant") && o.getAttribute("aria-selected") === "true");
		return [box.getAttribute("role"), box.getAttribute("aria-autocomplete"), box.getAttribute("aria-haspopup"), box.getAttribute("aria-controls"),
			box.getAttribute("aria-expanded"), active < 0 ? "-" : active,
			list.checkVisibility() ? options.map(o => o.firstChild.textContent).join("|") : "closed"].join(" ");
	})()`)
}

// Enter without a choice searches for what was typed, a click takes a
// suggestion, and leaving the box closes the list.
func TestComboboxTyped(t *testing.T) {
	b := newTab(t, browser.Start(t), 360, true)
	b.Do(chromedp.Navigate(b.Server+"/"), chromedp.Focus(chromedp.CSS("#q")), chromedp.KeyEvent("tu"))
	b.combobox("combobox list listbox suggestions true - " + begunWithTu)
	b.Loads(chromedp.KeyEvent(kb.Enter))
	b.At("/search?q=tu")
	b.Do(chromedp.Navigate(b.Server+"/"), chromedp.Focus(chromedp.CSS("#q")), chromedp.KeyEvent("ket l"))
	b.combobox("combobox list listbox suggestions true - Kết luận 21-KL/TW <b>")
	b.Do(chromedp.KeyEvent(kb.Tab))
	b.combobox("combobox list listbox suggestions false - closed")
	b.Do(chromedp.Focus(chromedp.CSS("#q")), chromedp.KeyEvent("u"))
	b.combobox("combobox list listbox suggestions true - Kết luận 21-KL/TW <b>")
	b.Loads(chromedp.Click(chromedp.CSS("#suggestions li")))
	b.At("/search?q=mã:21-KL/TW@XIII")
	b.Complaints()
}

// Without script the box is a plain one.
func TestBoxWithoutScript(t *testing.T) {
	b := newTab(t, browser.Start(t), 360, false)
	b.Open("/")
	if got := b.Bool("document.querySelector('#q').hasAttribute('role') || document.querySelector('#suggestions') !== null"); got {
		b.Error("the box says it is a combobox without being one")
	}
	b.Loads(chromedp.SendKeys(chromedp.CSS("#q"), "tự soi"+kb.Enter))
	b.At("/search?q=tự soi")
}

// Another spelling is offered as a link that keeps the filters; the results
// stay those of what was typed.
func TestDidYouMean(t *testing.T) {
	h := Handler(&fake{documents: sampleDocuments(), notes: map[string][]schema.Note{
		"tự xoi": {{Kind: schema.NoteDidYouMean, Args: []string{"tự xoi", "tự soi"}}},
	}}, Options{})
	page := get(t, h, "/search?q=t%E1%BB%B1+xoi&province=bac-giang&lang=en")
	same(t, "note", page.texts(".note"), []string{"Did you mean “tự soi”? Search with “tự soi”"})
	same(t, "link", page.attrs(".note a", "href"), []string{"/search?q=t%E1%BB%B1+soi&province=bac-giang&lang=en"})
	same(t, "query", page.attrs("#q", "value"), []string{"tự xoi"})
}
