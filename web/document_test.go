package web

import (
	"fmt"
	"strings"
	"testing"

	"soi/index/schema"
)

func TestDocument(t *testing.T) {
	s := get(t, samples(), longReportPath+"?q=t%E1%BB%B1+soi")
	if got := s.text("h1"); got != "Huyện ủy Tiên Phương: Kết quả bước đầu thực hiện Kết luận số 21-KL/TW ngày 25/10/2021" {
		t.Errorf("heading: %q", got)
	}
	if got := s.text("[role=status]"); got != "8 chỗ khớp “tự soi”" {
		t.Errorf("status: %q", got)
	}
	same(t, "metadata", s.texts(".values > div:nth-child(-n+3)"), []string{
		"Ngày đăng 05/12/2022 một dòng của trang: 05/12/2022, 08:15 độ chắc 90% xem trong văn bản",
		"Tỉnh, thành phố Thừa Thiên Huế nêu trong bài: tỉnh Thừa Thiên Huế độ chắc 95% xem trong văn bản",
		"Tỉnh, thành phố hiện nay Huế suy từ việc sáp nhập ngày 1/7/2025: Thừa Thiên Huế độ chắc 100%",
	})
	same(t, "source", s.attrs("a.out", "rel"), []string{"noopener noreferrer external"})
	same(t, "references", s.texts(".refs .code"), []string{"21-KL/TW", "38-KH/HU", "37-QĐ/TW", "05-CT/TW"})
	same(t, "first reference", s.texts(".refs > li:first-child p"), []string{
		"21-KL/TW", "Kết luận ngày 25/10/2021, Ban Chấp hành Trung ương, khóa XIII", "theo số hiệu độ chắc 98%", "nhắc 3 lần: 1 2 3",
	})
	same(t, "relations", s.texts(".rels li"), []string{"Tài liệu này thực hiện 21-KL/TW (XIII) xem trong văn bản"})
	same(t, "captions", s.texts(".caption"), []string{"Chú thích ảnh: Các đồng chí trong Ban Thường vụ Huyện ủy dự sinh hoạt chi bộ thôn Hạ Lang. Ảnh: Văn phòng Huyện ủy"})
}

// Every match is reached from the one before and the one after it, without
// script: the links are in the page.
func TestMatchesInTurn(t *testing.T) {
	s := get(t, samples(), longReportPath+"?q=t%E1%BB%B1+soi")
	var ids, next, previous []string
	for i := 1; i <= 8; i++ {
		ids = append(ids, fmt.Sprintf("m%d", i))
	}
	for _, id := range ids[1:] {
		next = append(next, "#"+id)
	}
	for _, id := range ids[:7] {
		previous = append(previous, "#"+id)
	}
	same(t, "matches", s.attrs("mark", "id"), ids)
	same(t, "first", s.attrs(".matches a", "href"), []string{"#m1"})
	same(t, "next", s.attrs("mark + .jump [rel=next]", "href"), next)
	same(t, "previous", s.attrs("mark + .jump [rel=prev]", "href"), previous)
}

func TestWayBack(t *testing.T) {
	h := samples()
	for target, want := range map[string]string{
		"/doc/sample-00":                                 "/",
		"/doc/sample-00?q=soi":                           "/search?q=soi",
		"/doc/sample-00?province=nghe-an":                "/search?province=nghe-an",
		"/doc/sample-00?q=soi&sort=newest&page=2":        "/search?q=soi&sort=newest&page=2",
		"/doc/sample-00?q=soi&level=tinh&page=2&lang=vi": "/search?q=soi&level=tinh&page=2&lang=vi",
	} {
		same(t, target, get(t, h, target).attrs(".back a", "href"), []string{want})
	}
}

// What is not known is said, and the path of a file is nobody's business.
func TestUnknownIsSaid(t *testing.T) {
	f := &fake{documents: []schema.Document{{ID: "bare", Path: "/home/someone/secret/bare.txt", Text: "Một dòng."}}}
	s := get(t, Handler(f, Options{}), "/doc/bare")
	same(t, "unknown", s.texts(".missing"), []string{"Ngày đăng chưa rõ", "Tỉnh, thành phố chưa rõ", "Cấp chưa rõ"})
	if got := s.text("h1"); got != "Tài liệu không có tiêu đề" {
		t.Errorf("heading: %q", got)
	}
	if strings.Contains(s.body, "secret") || !strings.Contains(s.body, "bare.txt") {
		t.Error("the page shows where the file lies, or not its name")
	}
}

// A document's address becomes a link only if it leads to the web.
func TestWebAddress(t *testing.T) {
	for _, tt := range []struct {
		address, site string
	}{
		{"https://bao.example.vn/a?b=c", "bao.example.vn"},
		{"HTTP://bao.example.vn:8080/", "bao.example.vn"},
		{"javascript:alert(1)", ""},
		{" javascript:alert(1)", ""},
		{"java\nscript:alert(1)", ""},
		{"data:text/html,<script>alert(1)</script>", ""},
		{"file:///etc/passwd", ""},
		{"//bao.example.vn/", ""},                    // whatever scheme the page has
		{"https:bao.example.vn", ""},                 // no host
		{"https://bao.example.vn@evil.example/", ""}, // a name that hides the host
		{"https://[::1", ""},                         // broken
		{"/search?q=x", ""}, {"", ""}, {"vbscript:", ""},
	} {
		if got := siteOf(tt.address); got != tt.site {
			t.Errorf("siteOf(%q) = %q, want %q", tt.address, got, tt.site)
		}
	}
}

func TestShorten(t *testing.T) {
	long := strings.Repeat("tự soi ", 50)
	for in, want := range map[string]string{
		"ngắn":                   "ngắn",
		" hai \n dòng ":          "hai dòng",
		long:                     strings.TrimSpace(strings.Repeat("tự soi ", 17)) + " tự…",
		strings.Repeat("ậ", 200): strings.Repeat("ậ", 53) + "…", // 3 bytes each, not cut inside
	} {
		if got := shorten(in); got != want {
			t.Errorf("shorten(%.20q) = %q, want %q", in, got, want)
		}
	}
}
