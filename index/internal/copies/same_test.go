package copies

import "testing"

// Of a report on one boilerplate one sentence is another one: that of a quarter,
// a count in words, a negation.
func TestReworded(t *testing.T) {
	base := report("Tân Lạc", "61", "04/11/2022")
	for _, tt := range []struct{ why, a, b string }{
		{"quarters", "Báo cáo quý I đã được thông qua tại hội nghị.", "Báo cáo quý II đã được thông qua tại hội nghị."},
		{"quarters with a year", "Báo cáo Quý III/2022 được thông qua.", "Báo cáo Quý IV/2022 được thông qua."},
		{"quarters joined with a year", "Báo cáo quý III-2022 được thông qua.", "Báo cáo quý IV-2022 được thông qua."},
		{"terms", "Đây là việc làm thường xuyên của nhiệm kỳ, khóa XII.", "Đây là việc làm thường xuyên của nhiệm kỳ, khóa XIII."},
		{"halves of a year", "Kết quả sáu tháng đầu năm được báo cáo tại hội nghị.", "Kết quả sáu tháng cuối năm được báo cáo tại hội nghị."},
		{"numbers of months", "Kết quả sáu tháng được báo cáo tại hội nghị.", "Kết quả chín tháng được báo cáo tại hội nghị."},
		{"a half and the year", "Kết quả sáu tháng đầu năm được báo cáo tại hội nghị.", "Kết quả sáu tháng được báo cáo tại hội nghị."},
		{"counts in words", "Ủy ban Kiểm tra đã kỷ luật mười hai đảng viên.", "Ủy ban Kiểm tra đã kỷ luật mười lăm đảng viên."},
		{"one and five", "Ủy ban Kiểm tra đã kỷ luật một đảng viên ở xã.", "Ủy ban Kiểm tra đã kỷ luật năm đảng viên ở xã."},
		{"ordinals", "Hội nghị lần thứ ba bàn về việc nêu gương.", "Hội nghị lần thứ tư bàn về việc nêu gương."},
		{"amounts", "Trị giá của các công trình là hai tỷ đồng.", "Trị giá của các công trình là hai triệu đồng."},
		{"done or not", "Xã đã hoàn thành việc viết cam kết.", "Xã chưa hoàn thành việc viết cam kết."},
		{"a negation", "Các chi bộ hoàn thành việc viết cam kết.", "Các chi bộ không hoàn thành việc viết cam kết."},
		{"some and none", "Trong kỳ có 12 đảng viên bị kỷ luật.", "Trong kỳ không có đảng viên bị kỷ luật."},
		{"a number and none", "Trong kỳ có 12 đảng viên bị kỷ luật.", "Trong kỳ có đảng viên bị kỷ luật."},
		{"more and less", "Số đơn thư của nhân dân tăng so với cùng kỳ.", "Số đơn thư của nhân dân giảm so với cùng kỳ."},
		{"one for the other", "Xã Bình Minh đã xong, xã Đồng Tâm chưa xong.", "Xã Bình Minh chưa xong, xã Đồng Tâm đã xong."},
	} {
		a, b := New([]string{base + tt.a + "\n" + base}), New([]string{base + tt.b + "\n" + base})
		if Same(a, b) || Same(b, a) {
			t.Errorf("%s: two reports are taken for one", tt.why)
		}
	}
	for _, tt := range []struct{ why, a, b string }{
		{"a count in digits", "Kết quả sáu tháng được báo cáo tại hội nghị.", "Kết quả 6 tháng được báo cáo tại hội nghị."},
		{"a quarter in digits", "Báo cáo quý II đã được thông qua.", "Báo cáo quý 2 đã được thông qua."},
		{"another spelling", "Báo cáo quý II, khoá XIII đã được thông qua.", "Báo cáo quí II, khóa XIII đã được thông qua."},
		{"a day for today", "Hội nghị mở vào sáng nay tại trụ sở huyện.", "Hội nghị mở vào sáng 4/11 tại trụ sở huyện."},
		{"without đã", "Xã đã hoàn thành việc viết cam kết.", "Xã hoàn thành việc viết cam kết."},
		{"an article", "Đó là một cách làm hay của huyện.", "Đó là cách làm hay của huyện."},
		{"a sentence more", "Không có đơn thư nào vượt cấp, hai xã được biểu dương.", ""},
	} {
		a, b := New([]string{base + tt.a + "\n" + base}), New([]string{base + tt.b + "\n" + base})
		if !Same(a, b) || !Same(b, a) {
			t.Errorf("%s: one report is taken for two", tt.why)
		}
	}
}

func TestPeriod(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"Báo cáo năm 2022", "Báo cáo năm 2023", true},
		{"Báo cáo năm 2022", "Huyện ủy tự soi, tự sửa", false},
		{"Báo cáo năm 2022", "Báo cáo quý I năm 2022", false},
		{"Báo cáo quý I", "Báo cáo quý II", true},
		{"Báo cáo Quý I/2022", "Báo cáo quý 1 năm 2022", false},
		{"Báo cáo quý I-2022", "Báo cáo quý II-2022", true},
		{"Báo cáo tháng 6", "Báo cáo tháng 7", true},
		{"Sơ kết 6 tháng", "Sơ kết sáu tháng", false},
		{"Sơ kết 6 tháng", "Sơ kết 9 tháng", true},
		{"Sơ kết đầu năm", "Tổng kết cuối năm", true},
		{"Nhiệm kỳ 2015-2020", "Nhiệm kỳ 2020-2025", true},
		{"Nghị quyết khóa XII", "Nghị quyết khoá XIII", true},
		{"Hội nghị lần thứ ba", "Hội nghị lần thứ tư", true},
		{"Hội nghị ngày 04/11/2022", "Hội nghị ngày 05/11/2022", true},
		{"Hội nghị ngày 04/11/2022", "Hội nghị năm 2022", false},
		{"", "Báo cáo năm 2022", false},
	} {
		a, b := NewPeriod(tt.a), NewPeriod(tt.b)
		if a.Differs(b) != tt.want || b.Differs(a) != tt.want {
			t.Errorf("%q %v and %q %v: want %v", tt.a, a, tt.b, b, tt.want)
		}
	}
}
