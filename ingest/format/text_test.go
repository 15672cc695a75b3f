package format

import (
	"errors"
	"testing"
)

func TestText(t *testing.T) {
	for _, tt := range []struct {
		raw, want, encoding string
		replaced            int
		err                 error
	}{
		{"Tự soi, tự sửa", "Tự soi, tự sửa", "", 0, nil},
		{"Tự soi\u0323", "Tự soị", "", 0, nil}, // a mark of its own is composed
		{"\xef\xbb\xbfĐảng", "Đảng", "", 0, nil},
		{"một\r\nhai\rba\n", "một\nhai\nba\n", "", 0, nil},
		{"\xff\xfe\x10\x01\xa3\x1en\x00g\x00", "Đảng", "utf-16le", 0, nil},
		{"\xfe\xff\x01\x10\x1e\xa3\x00n\x00g", "Đảng", "utf-16be", 0, nil},
		{"\xff\xfe\x10\x01\xa3", "Đ\ufffd", "utf-16le", 1, nil},        // half a letter at the end
		{"Đ\xffảng \xfe\xfebộ", "Đ\ufffdảng \ufffdbộ", "", 2, nil},     // a run of bad bytes is one place
		{"a\u00a0b\u00adc\u200b", "a\u00a0b\u00adc\u200b", "", 0, nil}, // nothing else changes
		{"PK\x00\x01", "", "", 0, ErrBinary},
		{"\xff\xfea\x00\x00\x00", "", "", 0, ErrBinary},
		{"", "", "", 0, ErrEmpty},
		{"\ufeff \n", "", "", 0, ErrEmpty},
	} {
		p, err := Text([]byte(tt.raw))
		if p.Text != tt.want || p.Encoding != tt.encoding || p.Replaced != tt.replaced || !errors.Is(err, tt.err) {
			t.Errorf("Text(%q) = %q, %q, %d, %v, want %q, %q, %d, %v",
				tt.raw, p.Text, p.Encoding, p.Replaced, err, tt.want, tt.encoding, tt.replaced, tt.err)
		}
	}
}

func TestKindOf(t *testing.T) {
	for _, tt := range []struct {
		name string
		kind Kind
		gz   bool
	}{
		{"a.txt", PlainText, false},
		{"a.b.TXT", PlainText, false},
		{"a.md", PlainText, false},
		{"x/a.html.gz", WebPage, true},
		{"a.HTM", WebPage, false},
		{"a.jsonl.GZ", Records, true},
		{"a.ndjson", Records, false},
		{"a.json", Unknown, false},
		{"a.gz", Unknown, true},
		{"txt", Unknown, false},
		{"", Unknown, false},
	} {
		if kind, gz := KindOf(tt.name); kind != tt.kind || gz != tt.gz {
			t.Errorf("KindOf(%q) = %d, %v, want %d, %v", tt.name, kind, gz, tt.kind, tt.gz)
		}
	}
}

func TestParseDate(t *testing.T) {
	for _, tt := range []struct {
		in, want string
	}{
		{"2022-12-03", "2022-12-03"},
		{"2022-12-03T07:43:00+07:00", "2022-12-03"},
		{"2022-12-02T20:00:00Z", "2022-12-03"},     // the day it was in Vietnam
		{"2022-12-02T17:00:00.000Z", "2022-12-03"}, // midnight in Vietnam
		{"2022-12-02T23:30:00", "2022-12-02"},      // no zone: as it stands
		{"2022-12-02 23:30", "2022-12-02"},
		{"2022/12/03", "2022-12-03"},
		{"20221203", "2022-12-03"},
		{"Sat, 03 Dec 2022 00:10:00 +0700", "2022-12-03"},
		{"03/12/2022", "2022-12-03"}, // day first, as in Vietnam
		{"Thứ bảy, 3/12/2022 07:43", "2022-12-03"},
		{"ngày 3 tháng 12 năm 2022", "2022-12-03"},
		{"2022", ""},
		{"12/2022", ""},
		{"31/02/2022", ""},
		{"2022-02-31", ""},
		{"0001-01-01T00:00:00Z", ""}, // a machine's zero
		{"1669999999", ""},
		{"", ""},
		{"hôm qua", ""},
	} {
		if got, year := parseDate(tt.in); got != tt.want || (year == 0) != (got == "") {
			t.Errorf("parseDate(%q) = %q, %d, want %q", tt.in, got, year, tt.want)
		}
	}
}
