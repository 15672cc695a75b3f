package place

import (
	"strings"
	"testing"
)

// prose is n bytes or a little more in which no place is named.
func prose(n int) string {
	const sentence = "Cán bộ và đảng viên cùng nhau làm việc, học tập và giữ gìn kỷ luật. "
	return strings.Repeat(sentence, n/len(sentence)+1)
}

// A province that is named in passing is not the document's.
func TestPassing(t *testing.T) {
	for _, tt := range []struct{ title, body, want, why string }{
		{"Những sai phạm của ông Sơn", prose(600) + "Ông là Bí thư Tỉnh ủy Quảng Nam. " + prose(3000), "", "an office once held"},
		{"Những sai phạm của ông Sơn", "Ông Sơn là Bí thư Tỉnh ủy Quảng Nam. " + prose(3000), "", "an office, named once"},
		{"Những sai phạm của ông Sơn", "Tỉnh ủy Quảng Nam họp. " + prose(3000), "Quảng Nam", "a body that acts, at once"},
		{"Những sai phạm của ông Sơn", prose(300) + "Đảng bộ tỉnh Quảng Nam. Ở tỉnh Quảng Nam. " + prose(3000), "Quảng Nam", "early and more than once"},
		{"Những sai phạm của ông Sơn", prose(3000) + "Đảng bộ tỉnh Quảng Nam. Ở tỉnh Quảng Nam.", "", "at the end"},
		{"Những sai phạm của ông Sơn", prose(1000) + strings.Repeat("Ở tỉnh Quảng Nam. ", 5) + prose(2000), "Quảng Nam", "often enough"},
		{"Chuyện ở Quảng Nam", prose(3000) + "Tỉnh ủy Quảng Nam họp.", "Quảng Nam", "the title names it"},
		{"Xã Long Bình họp", prose(300) + "Huyện ủy Gò Công Tây. " + prose(3000), "Tiền Giang", "the report of a local body"},
		{"Bộ Chính trị họp", prose(300) + strings.Repeat("Ở tỉnh Quảng Nam. ", 3) + prose(3000), "", "a central matter"},
		{"Bộ Chính trị họp", prose(100) + strings.Repeat("Ở tỉnh Quảng Nam. ", 9) + prose(3000), "Quảng Nam", "a central body at work in a province"},
		{"Bộ Chính trị họp", prose(600) + strings.Repeat("Ở tỉnh Quảng Nam. ", 9) + prose(3000), "", "its work there comes up later"},
		{"Chuyện ông Sơn", "Quốc hội nghe ông Sơn, nguyên Bí thư Tỉnh ủy Quảng Nam. " + strings.Repeat("Ông là Phó Chủ tịch tỉnh Quảng Nam. ", 6) + prose(900), "", "a central body and where a person held office"},
		{"Chuyện ông Sơn", "Ủy viên Bộ Chính trị, Bí thư Tỉnh ủy Quảng Nam dự họp. Ở tỉnh Quảng Nam, mọi việc đều tốt. Tỉnh ủy Quảng Nam vui. " + prose(3000), "Quảng Nam", "a member of a central body at work in a province"},
		{"Chuyện ông Sơn", "Theo quyết định của Bộ Chính trị, ông Sơn về Tỉnh ủy Quảng Nam. Ở tỉnh Quảng Nam, ông Sơn là mới. " + prose(3000), "Quảng Nam", "the order is central, the place is not"},
		{"Chuyện ông Sơn", "Sau khi Bộ Chính trị ban hành quy định, Tỉnh ủy Quảng Nam đã làm ngay. " + prose(3000), "Quảng Nam", "nor is this a central matter"},
		{"Nhiều tỉnh, TP có đường dây nóng", "Ở tỉnh Quảng Nam và ở tỉnh Quảng Nam. " + prose(3000), "", "a matter of many places"},
		{"Điểm tin sáng nay", "Ở tỉnh Quảng Nam và ở tỉnh Quảng Nam. " + prose(3000), "", "a digest is of many places"},
		{"Tỷ lệ tái cử", prose(1000) + strings.Repeat("Ở Huế, Quảng Nam. ", 9) + "Ở tỉnh Quảng Nam. " + prose(3000), "", "a bare name in lists"},
		{"Thứ trưởng mới", prose(900) + "Ông từng là Bí thư Tỉnh ủy Quảng Nam.", "", "a life told in short"},
		{"Đại học thiếu thầy", "Đại học Quốc gia TP Hồ Chí Minh tuyển sinh. Trường ĐH Kinh tế TP Hồ Chí Minh cũng vậy.", "", "names of universities"},
		{"Tỷ lệ tái cử", prose(300) + "Kiên Giang, TP Hồ Chí Minh; Kiên Giang, TP Hồ Chí Minh. " + prose(3000), "", "one of a list"},
		{"Quảng Nam và Đà Nẵng họp", "Tỉnh ủy Quảng Nam họp. Tỉnh ủy Quảng Nam họp. Thành ủy Đà Nẵng họp.", "", "the title names two"},
		{"Hội nghị", strings.Repeat("Tỉnh ủy Quảng Nam họp. ", 12) + strings.Repeat("Ở tỉnh Bắc Giang. ", 3), "Quảng Nam", "one is named far more often"},
	} {
		d := report(tt.title + "\n" + tt.body)
		Locate(d)
		if d.Province != tt.want {
			t.Errorf("%s: province %q of %.60q, want %q", tt.why, d.Province, tt.body, tt.want)
		}
		checkEvidence(t, d)
	}
}
