package clean

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"soi/index/schema"
)

// documentOf is a document of a text as it is after Split.
func documentOf(text string) *schema.Document {
	p := Split(text)
	return &schema.Document{Text: text, Title: p.Title, Body: p.Body, Captions: p.Captions}
}

// The paragraphs of the tests: long ones and what stands between them.
const (
	longest = "Năm qua, cấp ủy các cấp đã tập trung lãnh đạo, chỉ đạo thực hiện tốt nhiệm vụ chính trị của địa phương, đơn vị; " +
		"chất lượng sinh hoạt chi bộ được nâng lên, số chi bộ yếu kém giảm so với đầu nhiệm kỳ, nhân dân đồng tình ủng hộ."
	sentence = "Các đại biểu đã thảo luận, thống nhất thông qua báo cáo với 25 phiếu."
)

// dump writes the parts as "T title", "B body" and "C caption", a line each,
// in the order of the text.
func dump(text string) string {
	p := Split(text)
	type part struct {
		sign string
		span schema.Span
	}
	parts := []part{{"T", p.Title}}
	for _, s := range p.Body {
		parts = append(parts, part{"B", s})
	}
	for _, s := range p.Captions {
		parts = append(parts, part{"C", s})
	}
	slices.SortStableFunc(parts, func(a, b part) int { return a.span.Start - b.span.Start })
	var b strings.Builder
	for _, x := range parts {
		if x.span.Len() > 0 {
			s := strings.ReplaceAll(x.span.Of(text), longest, "…")
			fmt.Fprintf(&b, "%s %s\n", x.sign, strings.ReplaceAll(s, "\n", "|"))
		}
	}
	return b.String()
}

func TestSplit(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"title and paragraphs",
			"Đảng bộ xã Tân Lập tổng kết năm\n\n" + longest + "\nVề dân vận\n" + sentence,
			"T Đảng bộ xã Tân Lập tổng kết năm\nB …\nB Về dân vận\nB " + sentence + "\n"},
		{"breadcrumb, date, byline, counter",
			"Trang chủ > Tin tức > Xây dựng Đảng\nĐảng bộ xã Tân Lập tổng kết năm\nThứ Hai, 05/12/2022 07:30\nMinh Anh\n" + longest + "\nLượt xem: 120",
			"T Đảng bộ xã Tân Lập tổng kết năm\nB …\n"},
		{"name of the site in capitals",
			"BÁO VÙNG CAO\nChính trị | Kinh tế | Xã hội\nĐảng bộ xã Tân Lập tổng kết năm\n" + longest,
			"T Đảng bộ xã Tân Lập tổng kết năm\nB …\n"},
		{"a title in capitals",
			"BÁO CÁO KẾT QUẢ CÔNG TÁC NĂM 2022 CỦA ĐẢNG BỘ XÃ\n" + longest,
			"T BÁO CÁO KẾT QUẢ CÔNG TÁC NĂM 2022 CỦA ĐẢNG BỘ XÃ\nB …\n"},
		{"a short title above a paragraph",
			"Lòng dân\n" + longest + longest, "T Lòng dân\nB ……\n"},
		{"one line only: its first sentence",
			"Chi bộ thôn Đông họp bàn việc làm đường. " + longest + longest, "T Chi bộ thôn Đông họp bàn việc làm đường.\nB ……\n"},
		{"a date inside a title",
			"Lịch cắt điện thành phố ngày 25/5/2023\n" + longest, "T Lịch cắt điện thành phố ngày 25/5/2023\nB …\n"},
		{"numbered parts are no labels",
			"Bài 3: Giữ lửa từ chi bộ nhỏ\n" + longest, "T Bài 3: Giữ lửa từ chi bộ nhỏ\nB …\n"},
		{"comments end the article, whatever they say",
			"Đảng bộ xã Tân Lập tổng kết năm\n" + longest + "\nÝ kiến bạn đọc\n" + sentence + "\nGửi",
			"T Đảng bộ xã Tân Lập tổng kết năm\nB …\n"},
		{"a box of links in the middle",
			"Đảng bộ xã Tân Lập tổng kết năm\n" + longest + "\nTin liên quan\nXã Tân Hòa làm đường\nVề dân vận\n" + longest,
			"T Đảng bộ xã Tân Lập tổng kết năm\nB …\nB Về dân vận\nB …\n"},
		{"a sentence below a box stays",
			"Đảng bộ xã Tân Lập tổng kết năm\n" + longest + "\nTin liên quan\nXã Tân Hòa làm đường\n" + sentence,
			"T Đảng bộ xã Tân Lập tổng kết năm\nB …\nB " + sentence + "\n"},
		{"a heading that is a menu entry elsewhere",
			"Đảng bộ xã Tân Lập tổng kết năm\n" + longest + "\nNội dung\n" + longest,
			"T Đảng bộ xã Tân Lập tổng kết năm\nB …\nB Nội dung\nB …\n"},
		{"a paragraph that begins like a label",
			"Đảng bộ xã Tân Lập tổng kết năm\nNgày 30/3/2023, Đảng ủy xã họp phiên thường kỳ, bàn về việc làm đường liên thôn.\n" + longest,
			"T Đảng bộ xã Tân Lập tổng kết năm\nB Ngày 30/3/2023, Đảng ủy xã họp phiên thường kỳ, bàn về việc làm đường liên thôn.\nB …\n"},
		{"captions by credit, twice, by what they show",
			"Đảng bộ xã Tân Lập tổng kết năm\n" + longest + "\nQuang cảnh hội nghị. Ảnh: Minh Anh\nĐại biểu dự hội nghị tổng kết năm\nĐại biểu dự hội nghị tổng kết năm\nCác đồng chí lãnh đạo huyện trao cờ thi đua cho chi bộ\n" + longest,
			"T Đảng bộ xã Tân Lập tổng kết năm\nB …\nC Quang cảnh hội nghị. Ảnh: Minh Anh\nC Đại biểu dự hội nghị tổng kết năm\nC Đại biểu dự hội nghị tổng kết năm\nC Các đồng chí lãnh đạo huyện trao cờ thi đua cho chi bộ\nB …\n"},
		{"signatures", "Đảng bộ xã Tân Lập tổng kết năm\n" + longest + "\nTuấn Anh - Hồng Hạnh\nPV\nTheo Báo Vùng cao\nTin, ảnh: Lê Hà",
			"T Đảng bộ xã Tân Lập tổng kết năm\nB …\n"},
		{"the title again at the end", "Đảng bộ xã Tân Lập tổng kết năm\n" + longest + "\nNổi bật\nĐảng bộ xã Tân Lập tổng kết năm",
			"T Đảng bộ xã Tân Lập tổng kết năm\nB …\n"},
		{"official document: type and subject, header kept",
			"TỈNH ỦY BẮC HÀ\n*\nSố 12-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nBắc Hà, ngày 7 tháng 1 năm 2022\n\nKẾ HOẠCH\nthực hiện Kết luận số 21-KL/TW\nvề xây dựng, chỉnh đốn Đảng\n\nI. MỤC ĐÍCH\n" + longest,
			"B TỈNH ỦY BẮC HÀ\nB Số 12-KH/TU\nB ĐẢNG CỘNG SẢN VIỆT NAM\nB Bắc Hà, ngày 7 tháng 1 năm 2022\nT KẾ HOẠCH|thực hiện Kết luận số 21-KL/TW|về xây dựng, chỉnh đốn Đảng\nB I. MỤC ĐÍCH\nB …\n"},
		{"official document: the subject ends at the addressee",
			"Số: 15/BC-UBND\nBÁO CÁO\nKết quả công tác dân tộc\nKính gửi: Hội đồng nhân dân xã\n" + longest,
			"B Số: 15/BC-UBND\nT BÁO CÁO|Kết quả công tác dân tộc\nB Kính gửi: Hội đồng nhân dân xã\nB …\n"},
		{"official letter",
			"UBND XÃ TÂN LẬP\nSố: 102/UBND-VP\nV/v báo cáo số liệu quý I\nKính gửi: Các thôn\n" + longest,
			"B UBND XÃ TÂN LẬP\nB Số: 102/UBND-VP\nT V/v báo cáo số liệu quý I\nB Kính gửi: Các thôn\nB …\n"},
		{"empty", "", ""},
		{"blank lines", "\n \n\u00a0\n", ""},
		{"signs", "***\n---", ""},
	} {
		if got := dump(tt.in); got != tt.want {
			t.Errorf("%s:\ngot:\n%swant:\n%s", tt.name, got, tt.want)
		}
	}
}

// checkParts reports what is wrong with the spans of a split.
func checkParts(text string, p Parts) error {
	spans := slices.Concat(p.Body, p.Captions)
	if !slices.IsSortedFunc(p.Body, bySpan) || !slices.IsSortedFunc(p.Captions, bySpan) {
		return fmt.Errorf("body %v or captions %v are not sorted", p.Body, p.Captions)
	}
	if p.Title.Len() > 0 {
		spans = append(spans, p.Title)
	} else if p.Title != (schema.Span{}) {
		return fmt.Errorf("empty title at %v", p.Title)
	}
	slices.SortFunc(spans, bySpan)
	end := 0
	for _, s := range spans {
		if s.Start < end || s.End <= s.Start || s.End > len(text) {
			return fmt.Errorf("span %v after byte %d of %d", s, end, len(text))
		}
		if !utf8.RuneStart(text[s.Start]) || s.End < len(text) && !utf8.RuneStart(text[s.End]) {
			return fmt.Errorf("span %v cuts a letter", s)
		}
		end = s.End
	}
	return nil
}

func bySpan(a, b schema.Span) int { return a.Start - b.Start }

func FuzzSplit(f *testing.F) {
	f.Add("Trang chủ\nĐảng bộ xã Tân Lập tổng kết năm\n05/12/2022 07:30\n" + longest + "\nẢnh: PV\nTin liên quan\nGửi")
	f.Add("Số 1-KH/TU\nKẾ HOẠCH\nvề\n\nI. A")
	f.Add(strings.Repeat("a\u0301", 300))
	f.Add("\xff\n\ufeff\u200b" + longest + longest + "\xff")
	f.Fuzz(func(t *testing.T, s string) {
		Split(s) // whatever it is, it is read
		s = strings.ToValidUTF8(s, "\ufffd")
		if err := checkParts(s, Split(s)); err != nil {
			t.Errorf("Split(%q): %v", s, err)
		}
		d := documentOf(s)
		Date(d)
		if d.Published != "" && d.Year == 0 {
			t.Errorf("Date(%q): %q without its year", s, d.Published)
		}
	})
}

// Hostile texts come out whole: nothing is quadratic in lines, boxes or bytes.
func TestSplitHostile(t *testing.T) {
	for name, text := range map[string]string{
		"one line":      strings.Repeat("a", 1<<20),
		"one sentence":  strings.Repeat("từ ", 1<<18) + ".",
		"empty lines":   strings.Repeat("\n", 500_000),
		"short lines":   strings.Repeat("a\n", 50_000),
		"boxes":         longest + "\n" + strings.Repeat("Tin liên quan\n", 20_000) + longest,
		"ends":          longest + "\n" + strings.Repeat("Các tin khác\n", 20_000),
		"dates":         strings.Repeat("01/02/2023 10:00\n", 50_000),
		"same captions": longest + "\n" + strings.Repeat("Quang cảnh hội nghị tổng kết\n", 20_000) + longest,
		"marks only":    strings.Repeat("\u0301", 1<<18),
		"not UTF-8":     strings.Repeat("\xff", 1<<18),
	} {
		text = strings.ToValidUTF8(text, "\ufffd")
		if err := checkParts(text, Split(text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
