package cite

import (
	"strings"
	"testing"
)

func TestFindDates(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"25/10/2021", "2021-10-25"},
		{"25-10-2021", "2021-10-25"},
		{"25.10.2021", "2021-10-25"},
		{"2021-10-25", "2021-10-25"},
		{"ngày 5/3/2020", "2020-03-05"},
		{"ngày 25 tháng 10 năm 2021", "2021-10-25"},
		{"NGÀY 25 THÁNG 10 NĂM 2021", "2021-10-25"},
		{"ngay 25 thang 10 nam 2021", "2021-10-25"},
		{"25\u00a0tháng 10\u00a0năm 2021", "2021-10-25"},
		{"tháng 10/2021", "2021-10"},
		{"ngày 13-8", "--08-13"},
		{"sáng 02/9", "--09-02"},
		{"ngay 13-8, sang 2/9", "--08-13 --09-02"}, // without marks
		{"NGA\u0300Y 13-8", "--08-13"},
		{"xã tới 8/10 xã", ""}, // words that only fold to those of days
		{"tôi 5/6, ngáy 5/6", ""},
		{"hoàn thành ngay 3/5 đơn vị", ""},
		{"chuyển sang 7/9 chỉ tiêu", ""},
		{"Sang 7/9 chỉ tiêu", ""},
		{"đã xong\nngay 3/5 hop", "--05-03"}, // another line has the marks
		{"quý 1/2024, quí 2/2024, QUÝ 3/2024", ""},
		{"kỳ 1/2024, học kì 1/2024, đợt 2/2024", ""},
		{"quy 1/2024, hoc ky 1/2024", ""},
		{"Quy chế ký 1/2024", "2024-01"}, // signed in January
		{"tháng 7-2025, tháng 8.2025", "2025-07 2025-08"},
		{"THANG 7-2025", "2025-07"},
		{"7-2025, 7.2025, năm 7-2025", ""},
		{"tháng 13-2025", ""},
		{"ngày 3.2, sáng 19.5", "--02-03 --05-19"},
		{"ngày 3.2.1930", "1930-02-03"},
		{"mỗi ngày 3.2 và một ngày 2.5 xe", ""},
		{"ngày 3.2 triệu, ngày 3.2% và đến 3.2", ""},
		{"ngày 3.20, 3.2", ""},
		{"11/10/2022 08:40", "2022-10-11 time"},
		{"11/10/2022, 8h40", "2022-10-11 time"},
		{"11/10/2022 - 10:24", "2022-10-11 time"},
		{"11/10/2022 28:40", "2022-10-11"},
		{"từ 1/2/2020 đến 3/4/2021", "2020-02-01 2021-04-03"},
		{"29/2/2020 29/2/2021", "2020-02-29"}, // no such day in 2021
		{"31/4/2021", ""},
		{"8/42 tổ chức", ""},
		{"tỷ số 2-1", ""},
		{"giai đoạn 2021-2025", ""},
		{"2.365/2.623", ""},
		{"12/2021/QĐ-UBND", ""}, // a code
		{"1/2/3/2020", ""},
		{"ngày 1-5/10", ""}, // a range of days
		{"IP 10.10.2021.5", ""},
		{"1/1/20212", ""},
	} {
		var got []string
		for _, d := range FindDates(tt.in) {
			s := d.ISO()
			if d.Time {
				s += " time"
			}
			got = append(got, s)
		}
		if joined := strings.Join(got, " "); joined != tt.want {
			t.Errorf("FindDates(%q) = %q, want %q", tt.in, joined, tt.want)
		}
	}
}

func TestDateAtSpan(t *testing.T) {
	text := "ngày 25 tháng 10 năm 2021 và"
	d, ok := DateAt(text, strings.Index(text, "25"))
	if !ok || text[d.Start:d.End] != "25 tháng 10 năm 2021" {
		t.Errorf("DateAt(%q) covers %q", text, text[d.Start:d.End])
	}
}

func TestTermOf(t *testing.T) {
	for _, tt := range []struct{ date, want string }{
		{"2021-10-25", "XIII"},
		{"2012-05-25", "XI"},
		{"2021-01-30", "XII"},
		{"2021-01-31", "XIII"},
		{"2026-06-05", "XIV"},
		{"1990-01-01", ""}, // before the table
		{"2021-10", ""},    // which day is not told
		{"", ""},
	} {
		if got := TermOf(tt.date); got != tt.want {
			t.Errorf("TermOf(%q) = %q, want %q", tt.date, got, tt.want)
		}
	}
}
