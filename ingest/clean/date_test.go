package clean

import (
	"slices"
	"strings"
	"testing"
	"time"

	"soi/index/schema"
)

func TestDate(t *testing.T) {
	const title = "Đảng bộ xã Tân Lập tổng kết năm\n"
	for _, tt := range []struct {
		in, published, notBefore string
		rule                     schema.Rule
		confidence               float64
		why                      string
	}{
		{title + "Thứ Hai, 05/12/2022 07:30\n" + longest, "2022-12-05", "", schema.RuleLine, 0.95, "day of the week, date, hour"},
		{title + "07:30 | 05-12-2022\n" + longest, "2022-12-05", "", schema.RuleLine, 0.95, "the hour first"},
		{title + "Minh Anh| 05/12/2022 07:30\n" + longest, "2022-12-05", "", schema.RuleLine, 0.95, "an author"},
		{title + "Ngày đăng: 05/12/2022\n" + longest, "2022-12-05", "", schema.RuleLine, 0.6, "no hour"},
		{title + "Đăng bởi: Văn phòng xã, ngày 5 tháng 12 năm 2022\n" + longest, "2022-12-05", "", schema.RuleLine, 0.6, "who put it there"},
		{title + "Thứ Hai, ngày 5 tháng 12 năm 2022\n" + longest, "2022-12-05", "", schema.RuleLine, 0.6, "in words"},
		{"Thứ Bảy, 22/6/2024\n" + title + longest, "", "", "", 0, "the clock of the page"},
		{"Thứ Bảy, 22/6/2024\nThứ Hai, 05/12/2022 07:30\n" + title + longest, "2022-12-05", "", schema.RuleLine, 0.95, "the clock and a time above the title"},
		{title + "05/12/2022 07:30\n" + longest + "\nCập nhật: 07/12/2022 09:00", "2022-12-05", "", schema.RuleLine, 0.9, "a rival with an hour: the earlier"},
		{title + "Thứ Ba, 05/12/2022\n05/12/2023\n" + longest, "2023-12-05", "", schema.RuleLine, 0.6, "5 December 2022 was no Tuesday"},
		{title + "05/12/2022\n06/11/2022\n" + longest + " Ngày 10/11/2022, xã họp.", "2022-12-05", "", schema.RuleLine, 0.6, "not before what the body tells"},
		{title + longest + "\n05/12/2022", "2022-12-05", "", schema.RuleLine, 0.6, "at the end of the page"},
		{title + longest + " Ngày 02/12/2022 xã họp; hạn đến trước ngày 31/12/2022.", "", "2022-12-02", "", 0, "events only; a deadline is none"},
		{title + longest, "", "", "", 0, "no date at all"},
		{title + "Đồng chí Bí thư Huyện ủy phát biểu tại hội nghị tổng kết vào ngày 08/3/2022\n" + longest, "", "2022-03-08", "", 0, "a caption"},
		{title + "Xã họp ngày 05/12/2022.\n" + longest, "", "2022-12-05", "", 0, "a short sentence"},
		{title + "22/12/1944 – 22/12/2022\n" + longest, "", "2022-12-22", "", 0, "a period"},
		{title + "31/02/2022 07:30\n" + longest, "", "", "", 0, "no such day"},
		{title + "05/12/2022\n" + longest + "\nTin liên quan\nĐại hội chi bộ thôn Đông\n15/12/2024 08:30", "2022-12-05", "", schema.RuleLine, 0.6, "the date of a link"},
		{title + longest + "\nCập nhật: 05/12/2022 08:00\nBài viết khác\nChủ nhật, 15/12/2024 08:30", "2022-12-05", "", schema.RuleLine, 0.95, "its own, then the date of a link"},
		{title + longest + " Ngày 02/12/2022 xã họp.\nCác tin khác\nĐại hội chi bộ thôn Đông\n15/12/2024 08:30", "", "2022-12-02", "", 0, "dates of links only"},
		{title + longest + "\nTin liên quan\nĐại hội chi bộ thôn Đông\nNgày đăng: 05/12/2022 08:00", "2022-12-05", "", schema.RuleLine, 0.95, "below the links, but labelled"},
		{"Hôm nay: Thứ Bảy, 22/06/2024 14:35\n" + title + longest, "", "", "", 0, "today, with an hour"},
		{title + longest + "\nBây giờ là: Thứ Bảy, 22/06/2024 14:35", "", "", "", 0, "now, below the article"},
		{title + longest + " Ngày 02/12/2022 xã họp; phấn đấu đến 31/12/2025 hoàn thành, dự kiến ngày 1/10/2025 khánh thành.", "", "2022-12-02", "", 0, "what is aimed at"},
		{title + longest + " Ngày 02/12/2022 xã họp; đến 31/12/2025, phấn đấu 100% chi bộ đạt.", "", "2022-12-02", "", 0, "aimed at, the date first"},
		{title + longest + " Ngày 02/12/2022 xã mở đợt thi đua, từ nay đến 30/04/2023 xong.", "", "2022-12-02", "", 0, "from now on"},
		{title + longest + " Đợt thi đua từ ngày 01/12/2022 đến ngày 05/12/2022 đã xong.", "", "2022-12-05", "", 0, "the end of a period is no plan"},
		{"Số 12-KH/TU\nBắc Hà, ngày 7 tháng 1 năm 2022\nKẾ HOẠCH\nvề dân vận\n\n" + longest + " Nghị quyết ngày 25/10/2021.", "2022-01-07", "", schema.RuleDateHeader, 0.9, "beside the number"},
		{"Số 12-KH/TU\nBắc Hà, ngày    tháng 1 năm 2022\nKẾ HOẠCH\nvề dân vận\n\n" + longest + " Nghị quyết ngày 25/10/2021.", "", "2021-10-25", "", 0, "a draft without its day"},
	} {
		d := documentOf(tt.in)
		Date(d)
		e := d.Evidence[schema.FieldPublished]
		if d.Published != tt.published || d.NotBefore != tt.notBefore || e.Rule != tt.rule || e.Confidence != tt.confidence {
			t.Errorf("%s: published %q, not before %q, evidence %+v; want %q, %q, %s %.2f",
				tt.why, d.Published, d.NotBefore, e, tt.published, tt.notBefore, tt.rule, tt.confidence)
		}
		if e.Span != nil && e.Span.Of(d.Text) != e.Quote {
			t.Errorf("%s: quote %q, but the span says %q", tt.why, e.Quote, e.Span.Of(d.Text))
		}
	}
}

func TestDateLeavesGivenValues(t *testing.T) {
	d := documentOf("Đảng bộ xã Tân Lập tổng kết năm\nThứ Hai, 05/12/2022 07:30\n" + longest)
	d.Published = "2021-03-04"
	Date(d)
	if d.Published != "2021-03-04" || d.Year != 2021 {
		t.Errorf("published %q in %d, want the given day and its year", d.Published, d.Year)
	}
	d.Year = 2020
	Date(d)
	if d.Year != 2020 {
		t.Errorf("year %d, want the given 2020", d.Year)
	}
}

// A date after the file was last written is still to come.
func TestDateAfterTheFile(t *testing.T) {
	d := documentOf("Đảng bộ xã Tân Lập tổng kết năm\n" + longest + " Họp ngày 02/12/2022, họp lại ngày 02/12/2023.")
	d.Source.ModTime = time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC)
	Date(d)
	if d.NotBefore != "2022-12-02" {
		t.Errorf("not before %q, want 2022-12-02", d.NotBefore)
	}
}

// The head of noise.txt promises kinds, folded phrases, order and no doubles.
func TestNoiseTable(t *testing.T) {
	var rows []string
	kinds := []phraseKind{phraseEnd, phraseBox, phraseButton, phraseLine, phraseCount, phraseLabel, phraseLink, phraseStart, phraseSite, phraseSign}
	for row := range strings.Lines(noiseText) {
		row = strings.TrimSuffix(row, "\n")
		if row[0] == '#' {
			continue
		}
		kind, phrase, _ := strings.Cut(row, "\t")
		if !slices.Contains(kinds, phraseKind(kind)) {
			t.Errorf("unknown kind in %q", row)
		}
		if phrase == "" || phraseKey(phrase) != phrase {
			t.Errorf("phrase %q is not in its folded form %q", phrase, phraseKey(phrase))
		}
		if n := strings.Count(phrase, " ") + 1; n > maxPhrase && (phraseKind(kind) == phraseStart || phraseKind(kind) == phraseSite || phraseKind(kind) == phraseSign) {
			t.Errorf("beginning %q has %d words, more than are looked at", phrase, n)
		}
		rows = append(rows, row)
	}
	if sorted := slices.Sorted(slices.Values(rows)); !slices.Equal(rows, slices.Compact(sorted)) {
		t.Error("rows are not sorted, or some are doubles")
	}
}
