package format

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"soi/index/schema"
)

// parts writes a page as its title, body and captions, the parts of one kind
// between bars.
func parts(p Page) string {
	of := func(spans []schema.Span) string {
		var all []string
		for _, s := range spans {
			all = append(all, s.Of(p.Text))
		}
		return strings.Join(all, " | ")
	}
	s := p.TitleText() + " / " + of(p.Body)
	if len(p.Captions) > 0 {
		s += " / " + of(p.Captions)
	}
	return s
}

func TestRecordText(t *testing.T) {
	for _, tt := range []struct{ line, text, parts string }{
		{`{"title":"Tiêu đề","body":"Một.\nHai."}`, "Tiêu đề\n\nMột.\nHai.", "Tiêu đề / Một. | Hai."},
		{`{"title":" Tiêu\n đề ","body":"Một.\r\n\r\nHai.\n"}`, "Tiêu đề\n\nMột.\n\nHai.", "Tiêu đề / Một. | Hai."},
		{`{"title":"Tiêu đề","body":""}`, "Tiêu đề\n\n", "Tiêu đề / "},
		{`{"body":"Đầu đề\nMột."}`, "Đầu đề\nMột.", "Đầu đề / Một."}, // the first line is the title
		{`{"body":"Một đoạn."}`, "Một đoạn.", " / Một đoạn."},
		{`{"title":null,"body":12}`, "12", " / 12"},
		{`{"TITLE":"A","Body":"B"}`, "A\n\nB", "A / B"},
		{`{"title":"Đầu đề","text":"Menu\nĐầu đề\nMột."}`, "Menu\nĐầu đề\nMột.", "Đầu đề / "}, // a page with noise
		{`{"title":"Khác","text":"Menu\nMột."}`, "Khác\n\nMenu\nMột.", "Khác / "},
		{`{"title":"a","body":"e\u0301 \ud800 \u0000"}`, "a\n\né \ufffd \ufffd", "a / é \ufffd \ufffd"},
	} {
		r, err := ParseRecord([]byte(tt.line))
		if err != nil {
			t.Errorf("ParseRecord(%s): %v", tt.line, err)
			continue
		}
		p, err := r.Page()
		if err != nil || p.Text != tt.text || parts(p) != tt.parts {
			t.Errorf("%s gives %q (%s), %v, want %q (%s)", tt.line, p.Text, parts(p), err, tt.text, tt.parts)
		}
	}
}

func TestRecordFields(t *testing.T) {
	for _, tt := range []struct{ field, want string }{
		{`"id":" 7 "`, "id 7"},
		{`"id":7`, "id 7"},
		{`"url":"https://a.vn/b?c=1"`, "url https://a.vn/b?c=1"},
		{`"url":"javascript:alert(1)"`, ""},
		{`"url":"/b"`, ""},
		{`"published":"2022-12-03"`, "published 2022-12-03 year 2022"},
		{`"published":"3/12/2022"`, "published 2022-12-03 year 2022"},
		{`"published":"hôm qua"`, ""},
		{`"year":2022`, "year 2022"},
		{`"year":"2022"`, "year 2022"},
		{`"year":22`, ""},
		{`"published":"2021-01-01","year":2022`, "published 2021-01-01 year 2021"},
		{`"province":"bac giang"`, "province Bắc Giang"},
		{`"province":"Tỉnh Bắc Giang"`, "province Bắc Giang"},
		{`"province":"Atlantis"`, ""},
		{`"level":"tinh"`, "level tinh"},
		{`"level":"Trung ương"`, "level trung_uong"},
		{`"level":"Phường"`, "level xa"},
		{`"level":"hoàng gia"`, ""},
		{`"kind":"bao_cao"`, "kind bao_cao"},
		{`"kind":"Báo cáo"`, "kind bao_cao"},
		{`"district":"Gò Công Tây","commune":"Long Bình"`, "district Gò Công Tây commune Long Bình"},
		{`"site":"www.Example.vn"`, "site example.vn"},
		{`"issuer":"Huyện ủy Tiên Phước"`, "issuer Huyện ủy Tiên Phước"},
	} {
		r, err := ParseRecord([]byte(`{"body":"x",` + tt.field + "}"))
		if err != nil {
			t.Errorf("%s: %v", tt.field, err)
			continue
		}
		p, err := r.Page()
		var got []string
		for _, f := range []struct{ name, value string }{
			{"id", r.ID}, {"url", p.URL}, {"published", p.Published}, {"year", strings.TrimLeft(fmt.Sprint(p.Year), "0")},
			{"province", p.Province}, {"level", string(p.Level)}, {"kind", string(p.Kind)}, {"district", p.District},
			{"commune", p.Commune}, {"site", p.Site}, {"issuer", p.Issuer},
		} {
			if f.value == "" {
				continue
			}
			got = append(got, f.name+" "+f.value)
			if e := p.Evidence[schema.Field(f.name)]; e.Rule != schema.RuleField && f.name != "id" && f.name != "url" {
				t.Errorf("%s: %s has no evidence", tt.field, f.name)
			}
		}
		if err != nil || strings.Join(got, " ") != tt.want {
			t.Errorf("%s gives %q, %v, want %q", tt.field, strings.Join(got, " "), err, tt.want)
		}
	}
}

func TestRecordErrors(t *testing.T) {
	for _, line := range []string{
		"", "chữ", "[1]", `"a"`, "null", `{"id":"a"`, `{"id":"a"} {}`, `{"body":["a"]}`, `{"title":{}}`, `{"id":true}`,
		strings.Repeat(`{"a":`, 20_000), "{" + strings.Repeat("[", 100_000),
	} {
		if _, err := ParseRecord([]byte(line)); !errors.Is(err, ErrNotJSON) {
			t.Errorf("ParseRecord(%.40q): %v, want %v", line, err, ErrNotJSON)
		}
	}
	for _, line := range []string{"{}", `{"id":"a"}`, `{"title":" ","body":"\n"}`, `{"text":""}`, `{"title":"Tên của thứ khác"}`} {
		r, err := ParseRecord([]byte(line))
		if err != nil {
			t.Errorf("ParseRecord(%s): %v", line, err)
		}
		if _, err := r.Page(); !errors.Is(err, ErrNoText) {
			t.Errorf("%s: %v, want %v", line, err, ErrNoText)
		}
	}
}

// Stated values that Soi does not know are named, each once, and left empty.
func TestRecordWarnings(t *testing.T) {
	r, err := ParseRecord([]byte(`{"title":"T","body":"B","published":"hôm qua","year":"xưa","province":"Atlantis","level":"zzz","kind":"?"}`))
	if err != nil {
		t.Fatal(err)
	}
	p, err := r.Page()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, w := range p.Warnings {
		if !errors.Is(w, ErrUnknownValue) {
			t.Errorf("%v is not %v", w, ErrUnknownValue)
		}
		got = append(got, strings.TrimPrefix(w.Error(), ErrUnknownValue.Error()+": "))
	}
	want := []string{`province "Atlantis"`, `published "hôm qua"`, `year "xưa"`, `level "zzz"`, `kind "?"`}
	if !slices.Equal(got, want) {
		t.Errorf("warnings %q, want %q", got, want)
	}
	if p.Published+p.Province+string(p.Level)+string(p.Kind) != "" || p.Year != 0 {
		t.Errorf("values that nobody knows were believed: %+v", p.Document)
	}
}

func TestLines(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want []string
	}{
		{"", nil},
		{"\n\n", nil},
		{"a", []string{"1:a"}},
		{"a\nb\n", []string{"1:a", "2:b"}},
		{"a\r\n\r\n  b", []string{"1:a", "3:b"}},
		{"\xef\xbb\xbfa", []string{"1:a"}},
		{"0123456789\n01234567890\nb", []string{"1:0123456789", "2 has 11", "3:b"}},
		{strings.Repeat("x", 200_000) + "\nb", []string{"1 has 200000", "2:b"}},
		{"a\n" + strings.Repeat("x", 70_000), []string{"1:a", "2 has 70000"}},
	} {
		var got []string
		for l, err := range Lines(strings.NewReader(tt.in), 10) {
			switch {
			case err != nil:
				t.Errorf("Lines(%.20q): %v", tt.in, err)
			case l.Bytes == nil:
				got = append(got, fmt.Sprintf("%d has %d", l.Number, l.Size))
			default:
				got = append(got, fmt.Sprintf("%d:%s", l.Number, l.Bytes))
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("Lines(%.20q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// A file of records in UTF-16 is read as one in UTF-8 is, in both byte orders,
// and the record says so.
func TestLinesUTF16(t *testing.T) {
	const text = "{\"title\":\"Đảng ủy xã\",\"body\":\"Tự soi, tự sửa.\"}\r\n\r\n{\"title\":\"Ằ\",\"body\":\"𝄞\"}"
	for _, tt := range []struct {
		in       string
		encoding string
	}{
		{text, ""},
		{"\ufeff" + text, ""},
		{"\xff\xfe" + utf16Of(t, text, unicode.LittleEndian), "utf-16le"},
		{"\xfe\xff" + utf16Of(t, text, unicode.BigEndian), "utf-16be"},
		{utf16Of(t, text, unicode.LittleEndian), "utf-16le"},
		{utf16Of(t, text, unicode.BigEndian), "utf-16be"},
	} {
		var got []string
		for l, err := range Lines(strings.NewReader(tt.in), 1000) {
			if err != nil {
				t.Fatal(err)
			}
			r, err := l.Record()
			if err != nil {
				t.Fatal(err)
			}
			p, err := r.Page()
			if err != nil || p.Encoding != tt.encoding {
				t.Errorf("%.9q: line %d: encoding %q, want %q (%v)", tt.in, l.Number, p.Encoding, tt.encoding, err)
			}
			got = append(got, fmt.Sprintf("%d:%s", l.Number, p.Text))
		}
		if want := []string{"1:Đảng ủy xã\n\nTự soi, tự sửa.", "3:Ằ\n\n𝄞"}; !slices.Equal(got, want) {
			t.Errorf("%.9q: %q, want %q", tt.in, got, want)
		}
	}
}

// Half a letter is one bad place, as in text.
func TestLinesUTF16Damaged(t *testing.T) {
	in := "\xff\xfe" + utf16Of(t, "{\"title\":\"T\",\"body\":\"a", unicode.LittleEndian) + "\x00\xd8" + utf16Of(t, "b\"}", unicode.LittleEndian)
	for l, err := range Lines(strings.NewReader(in), 1000) {
		if err != nil {
			t.Fatal(err)
		}
		r, err := l.Record()
		if err != nil {
			t.Fatal(err)
		}
		if p, err := r.Page(); err != nil || p.Text != "T\n\na\ufffdb" || p.Replaced != 1 {
			t.Errorf("text %q with %d places replaced, %v", p.Text, p.Replaced, err)
		}
	}
}
