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
		"Ngày đăng 05/12/2022 một dòng của trang: 05/12/2022, 08:15 độ tin cậy 90% xem trong văn bản",
		"Tỉnh, thành phố Thừa Thiên Huế nêu trong bài: tỉnh Thừa Thiên Huế độ tin cậy 95% xem trong văn bản",
		"Tỉnh, thành phố hiện nay Huế suy từ việc sáp nhập các tỉnh: Thừa Thiên Huế độ tin cậy 100%",
	})
	same(t, "source", s.attrs("a.out", "rel"), []string{"noopener noreferrer external"})
	same(t, "references", s.texts(".refs .code"), []string{"21-KL/TW", "38-KH/HU", "37-QĐ/TW", "05-CT/TW"})
	same(t, "first reference", s.texts(".refs > li:first-child p"), []string{
		"21-KL/TW", "Kết luận ngày 25/10/2021, Ban Chấp hành Trung ương, khóa XIII · xem văn bản", "theo số hiệu độ tin cậy 98%", "nhắc 3 lần: 1 2 3",
	})
	same(t, "relations", s.texts(".rels li"), []string{"Tài liệu này thực hiện 21-KL/TW xem trong văn bản"})
	same(t, "captions", s.texts(".caption"), []string{"Chú thích ảnh: Các đồng chí trong Ban Thường vụ Huyện ủy dự sinh hoạt chi bộ thôn Hạ Lang. Ảnh: Văn phòng Huyện ủy"})
}

// A document that was written before Unicode says so.
func TestEncoding(t *testing.T) {
	old := schema.Document{ID: "old", Text: "Tin", Title: schema.Span{End: 3}, Encoding: "tcvn3"}
	h := Handler(&fake{documents: []schema.Document{old}}, Options{})
	same(t, "metadata", get(t, h, "/doc/old").texts(".values > div:last-child"),
		[]string{"Bảng mã gốc TCVN3 (phông ABC), đã chuyển sang Unicode"})
	same(t, "English", get(t, h, "/doc/old?lang=en").texts(".values > div:last-child"),
		[]string{"Original encoding TCVN3 (ABC fonts), turned into Unicode"})
}

// Figures that do not agree are offered to be looked at again, with the sum
// and the sentence they stand in; those that agree are a line.
func TestRatios(t *testing.T) {
	s := get(t, samples(), longReportPath)
	section := "[aria-labelledby=sums] "
	same(t, "ratios", s.texts(section+"h2, "+section+"p"), []string{
		"Tỷ lệ phần trăm trong bài",
		"Hãy kiểm tra lại",
		"118/131 tính ra 90,08%; văn bản ghi 96%",
		"… đạt 93,1%; 1.204/1.377 đảng viên, đạt 87,4%, đã viết bản cam kết; riêng khối trường học có 118/131 đảng viên ghi sổ theo dõi hằng tuần, đạt 96%, cao hơn cùng kỳ năm trước. xem trong văn bản",
		"2 tỷ lệ khớp với phép tính.",
	})
	same(t, "figures", s.texts(section+"q b"), []string{"118/131", "96%"})
	same(t, "place", s.attrs(section+".see", "href"), []string{"#q3"})
	if at := s.all("#q3"); len(at) != 1 || !strings.HasPrefix(at[0].NextSibling.Data, "118/131") {
		t.Error("the quotient is not where the link leads")
	}
	same(t, "English", get(t, samples(), longReportPath+"?lang=en").texts(section+".sum, "+section+".hold"),
		[]string{"118/131 comes to 90.08%; the text says 96%", "2 percentages agree with their sums."})
	if n := len(get(t, samples(), "/doc/sample-00").all("#sums, #forms")); n != 0 {
		t.Errorf("%d empty sections", n)
	}
}

// Only the first of many are unfolded, and where all agree nobody is asked to
// look.
func TestManyRatios(t *testing.T) {
	w := &writer{}
	w.d.ID, w.d.Title = "sums", w.add("Kết quả")
	sentence := w.add("Có 1/3 chi bộ, đạt 34%.")
	w.d.Body = []schema.Span{sentence}
	r := schema.Ratio{Quotient: w.at("1/3", 0), Stated: w.at("34%", 0), Sentence: sentence, Sum: 100. / 3}
	for range ratiosShown + 2 {
		w.d.Ratios = append(w.d.Ratios, r)
	}
	s := get(t, Handler(&fake{documents: []schema.Document{w.d}}, Options{}), "/doc/sums")
	if shown, folded := len(s.all("section > .sums > li")), len(s.all(".more .sums > li")); shown != ratiosShown || folded != 2 {
		t.Errorf("%d shown, %d folded", shown, folded)
	}
	r.Holds = true
	w.d.Ratios = []schema.Ratio{r}
	s = get(t, Handler(&fake{documents: []schema.Document{w.d}}, Options{}), "/doc/sums")
	same(t, "all agree", s.texts("[aria-labelledby=sums] > *"), []string{"Tỷ lệ phần trăm trong bài", "1 tỷ lệ khớp với phép tính."})
}

func TestAround(t *testing.T) {
	words := strings.Repeat("tự soi ", 40)
	for _, tt := range []struct{ before, after, want string }{
		{"ngắn ", " gọn", "ngắn 1/3 gọn"},
		{words, "", strings.Repeat("tự soi ", 13) + "1/3"},
		{"", " " + words, "1/3" + strings.Repeat(" tự soi", 13)},
		{strings.Repeat("ậ", 200), strings.Repeat("ậ", 200), "1/3"}, // nowhere to cut
	} {
		text := "trước " + tt.before + "1/3" + tt.after + " sau"
		sentence := schema.Span{Start: len("trước "), End: len(text) - len(" sau")}
		core := schema.Span{Start: sentence.Start + len(tt.before), End: sentence.Start + len(tt.before) + len("1/3")}
		if got := around(text, sentence, core).Of(text); got != tt.want {
			t.Errorf("around %.20q and %.20q: %q, want %q", tt.before, tt.after, got, tt.want)
		}
	}
}

// Short forms lead to the place that declares them.
func TestAcronyms(t *testing.T) {
	s := get(t, samples(), longReportPath)
	same(t, "short forms", s.texts(".forms > div"), []string{
		"BTVBan Thường vụ", "FAOTổ chức Lương thực và Nông nghiệp (tên nước ngoài)", "Tổ 3Tổ công tác số 3 (bài gọi tắt như vậy)",
	})
	same(t, "places", s.attrs(".forms a", "href"), []string{"#a1", "#a2", "#a3"})
	if at := s.all("#a2"); len(at) != 1 || !strings.HasPrefix(at[0].NextSibling.Data, "Tổ chức Lương thực và Nông nghiệp (FAO)") {
		t.Error("the definition is not where the link leads")
	}
	same(t, "English", get(t, samples(), longReportPath+"?lang=en").texts("#forms, .forms .why"), []string{"Short forms", "(a foreign name)", "(so called in the text)"})
}

func TestManyAcronyms(t *testing.T) {
	w := &writer{}
	w.d.ID, w.d.Title = "forms", w.add("Ban Thường vụ (BTV)")
	for range acronymsShown + 3 {
		w.d.Acronyms = append(w.d.Acronyms, schema.Acronym{
			Short: "BTV", Long: "Ban Thường vụ", ShortSpan: w.at("BTV", 0), LongSpan: w.at("Ban Thường vụ", 0), Kind: schema.AcronymInitials,
		})
	}
	s := get(t, Handler(&fake{documents: []schema.Document{w.d}}, Options{}), "/doc/forms")
	if shown, folded := len(s.all("section > .forms > div")), len(s.all(".more .forms > div")); shown != acronymsShown || folded != 3 {
		t.Errorf("%d shown, %d folded", shown, folded)
	}
	checkIDs(t, "many short forms", s)
}

// A text that was repaired says what it was written in.
func TestRepairedEncoding(t *testing.T) {
	for lang, want := range map[string]string{
		"vi": "Bảng mã gốc TCVN3 (phông ABC), đã chuyển sang Unicode",
		"en": "Original encoding TCVN3 (ABC fonts), turned into Unicode",
	} {
		values := get(t, samples(), longReportPath+"?lang="+lang).texts(".values > div:last-child")
		same(t, lang, values, []string{want})
	}
	if body := get(t, samples(), "/doc/sample-00").body; strings.Contains(body, "Bảng mã") {
		t.Error("a text in Unicode is said to be repaired")
	}
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
