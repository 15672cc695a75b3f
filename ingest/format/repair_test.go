package format

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"soi/index/schema"
)

// One line in each encoding, as windows-1252 shows it.
const (
	clean   = "Đảng ủy xã chỉ đạo các chi bộ tự soi, tự sửa"
	asTCVN3 = "§¶ng ñy x· chØ ®¹o c¸c chi bé tù soi, tù söa"
	asVNI   = "Ñaûng uûy xaõ chæ ñaïo caùc chi boä töï soi, töï söûa"
	as1258  = "ÐaÒng uÒy xaÞ chiÒ ðaòo caìc chi bôò týò soi, týò sýÒa"
	asUTF8  = "Ä\u0090áº£ng á»§y xÃ£ chá»‰ Ä‘áº¡o cÃ¡c chi bá»™ tá»± soi, tá»± sá»\u00ada"
)

// bytesOf are the bytes that windows-1252 shows as s.
func bytesOf(t *testing.T, s string) string {
	t.Helper()
	b, err := charmap.Windows1252.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func utf16Of(t *testing.T, s string, order unicode.Endianness) string {
	t.Helper()
	b, err := unicode.UTF16(order, unicode.IgnoreBOM).NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestTextLegacy(t *testing.T) {
	for _, tt := range []struct{ why, raw, want, encoding string }{
		{"clean", clean, clean, ""},
		{"bytes", bytesOf(t, asTCVN3), clean, "tcvn3"},
		{"bytes", bytesOf(t, asVNI), clean, "vni-win"},
		{"bytes", bytesOf(t, as1258), clean, "cp1258"},
		{"two words of bytes", bytesOf(t, "B¸o c¸o"), "Báo cáo", "tcvn3"},
		{"misread", asTCVN3, clean, "tcvn3"},
		{"misread", asVNI, clean, "vni-win"},
		{"misread", as1258, clean, "cp1258"},
		{"misread", asUTF8, clean, "utf8-in-1252"},
		{"misread with its byte order mark", "ï»¿" + asUTF8, clean, "utf8-in-1252"},
		{"the soft hyphen is ư", "Ban Th\u00adêng vô TØnh uû", "Ban Thường vụ Tỉnh uỷ", "tcvn3"},
		{"the no-break space ends à", "lÃ\u00a0 viá»‡c cá»§a má»—i chi bá»™", "là việc của mỗi chi bộ", "utf8-in-1252"},
		{"the first line is a title", "Hµ Nam\r\n" + asTCVN3 + "\r\nvÒ", "Hà Nam\n" + clean + "\nvề", "tcvn3"},
		{"little end first", utf16Of(t, clean, unicode.LittleEndian), clean, "utf-16le"},
		{"big end first", utf16Of(t, clean, unicode.BigEndian), clean, "utf-16be"},
		{"an old text saved anew", utf16Of(t, asVNI, unicode.LittleEndian), clean, "vni-win"},
		{"French", "Là où le café est très bon", "Là où le café est très bon", ""},
	} {
		p, err := Text([]byte(tt.raw))
		if err != nil || p.Text != tt.want || p.Encoding != tt.encoding || p.Replaced != 0 {
			t.Errorf("%s: Text(%q) = %q, %q, %d, %v, want %q, %q",
				tt.why, tt.raw, p.Text, p.Encoding, p.Replaced, err, tt.want, tt.encoding)
		}
	}
}

func TestHTMLLegacy(t *testing.T) {
	const charset = "<meta http-equiv=content-type content='text/html; charset="
	paragraph := func(s string) string { return "<p>" + s + "</p>" }
	for _, tt := range []struct{ why, page, want, encoding string }{
		{"declared as what it looks like", charset + "windows-1252'>" + paragraph(bytesOf(t, asTCVN3)), clean, "tcvn3"},
		{"a font of its own", charset + "x-user-defined'>" + paragraph(bytesOf(t, asVNI)), clean, "vni-win"},
		{"declared by the server", charset + "windows-1258'>" + paragraph(bytesOf(t, asVNI)), clean, "vni-win"},
		{"rightly declared", charset + "windows-1258'>" + paragraph(bytesOf(t, as1258)), clean, "windows-1258"},
		{"declared as UTF-8", charset + "utf-8'>" + paragraph(bytesOf(t, as1258)), clean, "cp1258"},
		{"nothing declared", paragraph(bytesOf(t, asTCVN3)), clean, "tcvn3"},
		{"UTF-8 all the same", charset + "iso-8859-1'>" + paragraph(clean), clean, ""},
		{"damaged UTF-8, wrongly declared", charset + "iso-8859-1'>" + paragraph(clean+"\xff"), clean + "ÿ", "utf8-in-1252"},
		{"misread once before", charset + "utf-8'>" + paragraph(asUTF8), clean, "utf8-in-1252"},
		{"UTF-16", utf16Of(t, paragraph(clean), unicode.BigEndian), clean, "utf-16be"},
		{"entities", paragraph("Ban Th&shy;&ecirc;ng v&ocirc; T&Oslash;nh u&ucirc;"), "Ban Thường vụ Tỉnh uỷ", "tcvn3"},
		{"bytes and entities", paragraph(bytesOf(t, "Ban Th&shy;êng vô TØnh uû")), "Ban Thường vụ Tỉnh uỷ", "tcvn3"},
		{"a no-break space", paragraph("lÃ&nbsp; viá»‡c cá»§a má»—i chi bá»™"), "là việc của mỗi chi bộ", "utf8-in-1252"},
		{"letters in elements of their own", paragraph("<b>§</b>¶ng <i>ñy</i> x· chØ ®¹o"), "Đảng ủy xã chỉ đạo", "tcvn3"},
		{"short lines follow", "<ul><li>vÒ<li>®Òn</ul>" + paragraph(asTCVN3), "về\nđền\n" + clean, "tcvn3"},
	} {
		p, err := HTML([]byte(tt.page))
		if err != nil || p.Text != tt.want+"\n" || p.Encoding != tt.encoding || p.Replaced != 0 {
			t.Errorf("%s: HTML(%q) = %q, %q, %d, %v, want %q, %q",
				tt.why, tt.page, p.Text, p.Encoding, p.Replaced, err, tt.want, tt.encoding)
		}
	}
}

// TestHTMLLegacyTitle repairs what the head states like what the page shows,
// so that the title is found in the page, and the spans fit the new text.
func TestHTMLLegacyTitle(t *testing.T) {
	const body = "<p>§¶ng ñy x· chØ ®¹o c¸c chi bé tù soi, tù söa, b¸o c¸o kÕt qu¶ víi cÊp trªn.</p>"
	page := "<title>X· Hßa B×nh häc tËp NghÞ quyÕt | Trang tin huyÖn</title><meta property=og:title content='X· Hßa B×nh häc tËp NghÞ quyÕt'>" +
		"<div><a href=/>Trang chñ</a></div><h1>X· Hßa B×nh häc tËp NghÞ quyÕt</h1>" + strings.Repeat(body, 20)
	p, err := HTML([]byte(page))
	if err != nil || p.Encoding != "tcvn3" {
		t.Fatalf("encoding %q, %v", p.Encoding, err)
	}
	if got := p.TitleText(); got != "Xã Hòa Bình học tập Nghị quyết" {
		t.Errorf("title %q", got)
	}
	if e := p.Evidence[schema.FieldTitle]; e.Rule != schema.RuleLine || e.Quote != p.TitleText() {
		t.Errorf("evidence %+v", e)
	}
	if len(p.Body) != 20 {
		t.Fatalf("%d parts of the body, want 20", len(p.Body))
	}
	for _, s := range p.Body {
		if got := s.Of(p.Text); got != clean+", báo cáo kết quả với cấp trên." {
			t.Errorf("body %q", got)
		}
	}
}

func TestRecordLegacy(t *testing.T) {
	for _, tt := range []struct{ why, line, want, encoding string }{
		{"clean", `{"title":"Tin","body":"` + clean + `"}`, "Tin\n\n" + clean, ""},
		{"title and body", `{"title":"Hµ Nam","body":"` + asTCVN3 + `"}`, "Hà Nam\n\n" + clean, "tcvn3"},
		{"a title of lines", `{"title":"Hµ\nNam","body":"\n` + asTCVN3 + `\n\nvÒ"}`, "Hà Nam\n\n\n" + clean + "\n\nvề", "tcvn3"},
		{"the whole text", `{"text":"` + asUTF8 + `"}`, clean, "utf8-in-1252"},
		{"bytes", bytesOf(t, `{"title":"Hµ Nam","body":"`+asTCVN3+`"}`), "Hà Nam\n\n" + clean, "tcvn3"},
		{"bytes and escapes", bytesOf(t, `{"title":"H\u00b5 Nam","body":"`+asTCVN3+`"}`), "Hà Nam\n\n" + clean, "tcvn3"},
	} {
		r, err := ParseRecord([]byte(tt.line))
		if err != nil {
			t.Fatalf("%s: %v", tt.why, err)
		}
		p, err := r.Page()
		if err != nil || p.Text != tt.want || p.Encoding != tt.encoding || p.Replaced != 0 {
			t.Errorf("%s: %q, %q, %d, %v, want %q, %q", tt.why, p.Text, p.Encoding, p.Replaced, err, tt.want, tt.encoding)
		}
	}
}

// TestRecordLegacyFields takes a province as the text of the record writes it.
func TestRecordLegacyFields(t *testing.T) {
	r, err := ParseRecord([]byte(`{"title":"Tin","body":"` + asTCVN3 + `","province":"Qu¶ng Nam","issuer":"TØnh uû"}`))
	if err != nil {
		t.Fatal(err)
	}
	p, err := r.Page()
	if err != nil || p.Province != "Quảng Nam" || p.Issuer != "Tỉnh uỷ" {
		t.Errorf("province %q, issuer %q, %v", p.Province, p.Issuer, err)
	}
}
