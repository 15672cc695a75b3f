package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"soi/index/query"
	"soi/index/schema"
)

func TestHost(t *testing.T) {
	for _, tt := range []struct {
		addr    string
		further []string
		host    string
		want    bool
	}{
		{"127.0.0.1:8080", nil, "127.0.0.1:8080", true},
		{"127.0.0.1:8080", nil, "localhost:8080", true},
		{"127.0.0.1:8080", nil, "LOCALHOST.", true},
		{"127.0.0.1:8080", nil, "[::1]:8080", true},
		{"127.0.0.1:8080", nil, "[::1]", true},
		{"127.0.0.1:8080", nil, "127.8.8.8", true},
		{"127.0.0.1:8080", nil, "localhost:9000", true}, // a forwarded port
		{"127.0.0.1:8080", nil, "evil.example:8080", false},
		{"127.0.0.1:8080", nil, "localhost.evil.example", false},
		{"127.0.0.1:8080", nil, "127.0.0.1.evil.example", false},
		{"127.0.0.1:8080", nil, "192.168.1.5:8080", false},
		{"127.0.0.1:8080", nil, "0.0.0.0:8080", false}, // reaches the loopback address on some systems
		{"127.0.0.1:8080", nil, "", false},
		{"127.0.0.1:8080", nil, "evil.example\r\nX: localhost", false},
		{"127.0.0.1:8080", nil, "::1:8080:", false},
		{"192.168.1.5:8080", nil, "192.168.1.5:8080", true},
		{"soi.lan:80", nil, "soi.lan", true},
		{":8080", nil, "192.168.1.5:8080", true}, // all addresses are listened on
		{"0.0.0.0:8080", nil, "10.0.0.7", true},
		{"[::]:8080", nil, "[fe80::1]:8080", true},
		{":8080", nil, "evil.example", false}, // an address cannot be rebound, a name can
		{":8080", []string{"soi.lan"}, "soi.lan:8080", true},
		{"", nil, "127.0.0.1", true},
		{"", nil, "192.168.1.5", false},
		{"", nil, "", false},
	} {
		if got := newHosts(tt.addr, tt.further).answers(tt.host); got != tt.want {
			t.Errorf("on %q with %q: host %q answered: %v", tt.addr, tt.further, tt.host, got)
		}
	}
}

func TestWrongHostIsTold(t *testing.T) {
	for _, target := range []string{"/", "/search?q=soi", "/doc/sample-00", assetURL("soi.css")} {
		s := get(t, samples(), target, "Host", "evil.example")
		if s.code != http.StatusMisdirectedRequest || strings.Contains(s.body, "Bắc Giang") {
			t.Errorf("%s under another name: %d", target, s.code)
		}
		if got := s.text("[role=alert]"); got != "Máy chủ này không trả lời dưới tên “evil.example”." {
			t.Errorf("%s: %q", target, got)
		}
	}
}

func TestReadOnly(t *testing.T) {
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"} {
		for _, target := range []string{"/", "/search?q=soi", "/doc/sample-00", assetURL("soi.css")} {
			s := get(t, samples(), target, "Method", method)
			if s.code != http.StatusMethodNotAllowed || s.head.Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s: %d, Allow %q", method, target, s.code, s.head.Get("Allow"))
			}
		}
	}
	s := get(t, samples(), "/search?q=soi", "Method", "HEAD")
	if length, _ := strconv.Atoi(s.head.Get("Content-Length")); s.code != 200 || s.body != "" || length < 1000 {
		t.Errorf("HEAD: %d, %d bytes, Content-Length %d", s.code, len(s.body), length)
	}
}

// Every answer, errors too, has the headers that keep other sites out.
func TestHeaders(t *testing.T) {
	for _, tt := range []struct{ target, method, host string }{
		{"/", "GET", "localhost"}, {"/search?year=x", "GET", "localhost"}, {"/none", "GET", "localhost"},
		{"/", "POST", "localhost"}, {"/", "GET", "evil.example"}, {assetURL("soi.js"), "GET", "localhost"},
	} {
		s := get(t, samples(), tt.target, "Method", tt.method, "Host", tt.host)
		for name, want := range map[string]string{
			"Content-Security-Policy":      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
			"X-Content-Type-Options":       "nosniff",
			"Referrer-Policy":              "no-referrer",
			"Cross-Origin-Opener-Policy":   "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin",
			"Set-Cookie":                   "",
		} {
			if got := s.head.Get(name); got != want {
				t.Errorf("%s %s under %s: %s: %q, want %q", tt.method, tt.target, tt.host, name, got, want)
			}
		}
	}
}

func TestErrors(t *testing.T) {
	long := strings.Repeat("a", query.MaxLength+1)
	for _, tt := range []struct {
		target string
		code   int
		text   string
	}{
		{"/nowhere", 404, "Không có trang nào ở địa chỉ này."},
		{"/doc/", 404, "Không có trang nào ở địa chỉ này."},
		{"/doc/a/b", 404, "Không có trang nào ở địa chỉ này."},
		{"/doc/none", 404, "Kho không có tài liệu này. Có thể nó đã bị gỡ sau lần tìm trước."},
		{"/static/soi.css", 404, "Không có trang nào ở địa chỉ này."},
		{"/static/../web.go", 307, ""},
		{"/search?province=bac-gian", 400, "Tỉnh, thành phố: không có giá trị nào là “bac-gian”."},
		{"/search?year=hai", 400, "Năm: không có giá trị nào là “hai”. Viết 2022 hoặc 2021..2023."},
		{"/search?level=quan", 400, "Cấp: không có giá trị nào là “quan”. Các cấp: trung_uong, tinh, huyen, xa, khac."},
		{"/search?sort=best", 400, "Không hiểu sort=“best”."},
		{"/search?page=0", 400, "Không hiểu page=“0”."},
		{"/search?page=-1", 400, "Không hiểu page=“-1”."},
		{"/search?page=99999999999999999999", 400, "Không hiểu page=“99999999999999999999”."},
		{"/search?page=1002", 400, "Chỉ xem được 10.010 kết quả đầu; hãy thu hẹp câu tìm."},
		{"/search?from=1/2/2022", 400, "Không hiểu from=“1/2/2022”."},
		{"/search?from=2022-01-01&from=2022-01-02", 400, "Không hiểu from=“2022-01-02”."},
		{"/search?q=" + long, 400, "Câu tìm quá dài: nhiều nhất là 4.096 byte."},
		{"/doc/sample-00?q=" + long, 400, "Câu tìm quá dài: nhiều nhất là 4.096 byte."},
		{"/search?province=" + long, 400, "Tỉnh, thành phố: không có giá trị nào là “" + long[:maxValue] + "…”. Viết tên tỉnh, có dấu hay không: Bắc Giang, bac-giang."},
		{"/search?" + strings.Repeat("year=2022&", maxValues) + "level=x", 400, "Cấp: không có giá trị nào là “x”. Các cấp: trung_uong, tinh, huyen, xa, khac."}, // doubles do not count
		{"/search?" + manyYears(maxValues+1), 400, "Quá nhiều điều kiện lọc: nhiều nhất là 64 giá trị."},
	} {
		s := get(t, samples(), tt.target)
		if s.code != tt.code {
			t.Errorf("%.60s: %d, want %d", tt.target, s.code, tt.code)
		}
		if tt.text != "" && s.text("[role=alert]") != tt.text {
			t.Errorf("%.60s: %q, want %q", tt.target, s.text("[role=alert]"), tt.text)
		}
	}
	near := get(t, samples(), "/search?q=soi&province=nghe-an&province=bac-gian&page=2")
	same(t, "what was typed", near.attrs("#q", "value"), []string{"soi"})
	same(t, "near", near.attrs(".near", "href"), []string{"/search?q=soi&province=nghe-an&province=bac-giang"})
}

func manyYears(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "year=%d&", 1900+i)
	}
	return b.String()
}

// What goes wrong inside is logged, and the reader is not told what it was.
func TestInnerErrors(t *testing.T) {
	for _, tt := range []struct {
		err    error
		code   int
		logged bool
	}{
		{errors.New("open /secret/idx: permission denied"), 500, true},
		{fmt.Errorf("/secret: %w", context.DeadlineExceeded), 503, false},
		{fmt.Errorf("/secret: %w", context.Canceled), 503, false},
		{fmt.Errorf("/secret: %w", schema.ErrNotFound), 404, false},
	} {
		var log strings.Builder
		h := Handler(&fake{err: tt.err}, Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
		for _, target := range []string{"/", "/search?q=soi", "/doc/x", "/directives"} {
			s := get(t, h, target)
			if s.code != tt.code || strings.Contains(s.body, "secret") {
				t.Errorf("%v at %s: %d, want %d, and not a word of it", tt.err, target, s.code, tt.code)
			}
		}
		if strings.Contains(log.String(), "secret") != tt.logged {
			t.Errorf("%v: log is %q", tt.err, log.String())
		}
	}
}

// A broken searcher does not take the page down with it.
type panicking struct{ fake }

func (panicking) Search(context.Context, schema.Request) (schema.Results, error) { panic("secret") }

func TestPanic(t *testing.T) {
	h := Handler(&panicking{}, Options{Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	if s := get(t, h, "/search?q=soi"); s.code != 500 || strings.Contains(s.body, "secret") || s.text("h1") != "Soi gặp lỗi" {
		t.Errorf("%d %s", s.code, s.body)
	}
}
