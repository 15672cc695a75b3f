package format

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"soi/index/schema"
)

// describe writes a sidecar as "title/1=x directives/2=[a/3 b/4]" and its
// problems as "!5 unknown key".
func describe(s Sidecar, problems []Problem) string {
	var all []string
	for _, st := range s.statements {
		value := st.value
		if setters[st.key] == nil {
			var items []string
			for _, i := range st.list {
				items = append(items, fmt.Sprintf("%s/%d", i.value, i.line))
			}
			value = "[" + strings.Join(items, " ") + "]"
		}
		all = append(all, fmt.Sprintf("%s/%d=%s", st.key, st.line, value))
	}
	for _, p := range problems {
		for _, kind := range []error{ErrSidecar, ErrEncoding, ErrUnknownKey, ErrBadValue} {
			if errors.Is(p.Err, kind) {
				all = append(all, fmt.Sprintf("!%d %v", p.Line, kind))
			}
		}
	}
	return strings.Join(all, " ")
}

func TestParseSidecar(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"title: Báo cáo\nlevel: xa\n", "title/1=Báo cáo level/2=xa"},
		{"\ufefftitle: \"Báo cáo: quý I\" # lời giải thích\r\nlevel: xa\r\n", "title/1=Báo cáo: quý I level/2=xa"},
		{"title: >\n  Báo cáo\n  quý I\nyear: 2024\n", "title/1=Báo cáo quý I year/4=2024"},
		{"published: 2024-05-01\nyear: 02024\n", "published/1=2024-05-01 year/2=02024"}, // as written
		{"province: none\n", "province/1=none"},
		{"title:\nprovince: ~\ndirectives:\n", ""}, // nothing is stated
		{"directives:\n  - 21-KL/TW@XIII\n  - 05-CT/TW\n", "directives/1=[21-KL/TW@XIII/2 05-CT/TW/3]"},
		{"directives: 21-KL/TW\n", "directives/1=[21-KL/TW/1]"},
		{"directives: []\n", "directives/1=[]"},
		{"directives: none\n", "directives/1=[]"},
		{"{title: x, level: xa}", "title/1=x level/1=xa"},
		{"# chỉ có lời giải thích\n", ""},
		{"", ""},

		{"titel: x\nlevel: xa\n", "level/2=xa !1 unknown key"},
		{"level: [xa]\ntitle: x\n", "title/2=x !1 bad value"},
		{"level: {a: b}\ntitle: ''\n", "!1 bad value !2 bad value"},
		{"directives:\n  - a\n  - [b]\n", "!3 bad value"},
		{"title: x\n\nlevel xa\n", "!3 no YAML list of values"},
		{"title: x\ntitle: y\n", "!2 no YAML list of values"},
		{"title: Báo cáo: quý I\n", "!1 no YAML list of values"}, // a colon wants quotes
		{"- title\n", "!1 no YAML list of values"},
		{"title\n", "!1 no YAML list of values"},
		{"title: x\n---\ntitle: y\n", "!1 no YAML list of values"},
		{"title: \xff\n", "!1 in no encoding that Soi reads"},
		{"title: x\x00y\n", "!1 in no encoding that Soi reads"},

		// What stands for more than it is.
		{"title: &a x\nlevel: *a\n", "!1 bad value !2 bad value"},
		{"title: !!binary eA==\n", "!1 bad value"},
		{"<<: {title: x}\n", "!1 unknown key"},
		{"? [a]\n: x\n", "!2 no YAML list of values"},
	} {
		if got := describe(ParseSidecar("a.soi.yaml", []byte(tt.in), 1)); got != tt.want {
			t.Errorf("ParseSidecar(%q) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

// A sidecar is read in the encodings that its text is read in.
func TestParseSidecarEncoding(t *testing.T) {
	const text = "title: Đảng ủy xã Tích Điền báo cáo kết quả thực hiện nghị quyết\nlevel: xa\n"
	const want = "title/1=Đảng ủy xã Tích Điền báo cáo kết quả thực hiện nghị quyết level/2=xa"
	for _, tt := range []struct{ encoding, in string }{
		{"UTF-16, little end first", "\xff\xfe" + utf16Of(t, text, unicode.LittleEndian)},
		{"UTF-16, big end first", "\xfe\xff" + utf16Of(t, text, unicode.BigEndian)},
		{"UTF-16 without a mark", utf16Of(t, text, unicode.LittleEndian)},
		{"TCVN3", "title: \xa7\xb6ng \xf1y x\xb7 T\xddch \xa7i\xd2n b\xb8o c\xb8o k\xd5t qu\xb6 th\xf9c hi\xd6n ngh\xde quy\xd5t\nlevel: xa\n"},
	} {
		if got := describe(ParseSidecar("a.soi.yaml", []byte(tt.in), 1)); got != want {
			t.Errorf("%s: %s, want %s", tt.encoding, got, want)
		}
	}
}

// Lines count from the first line of the file, not of the block.
func TestParseSidecarFirstLine(t *testing.T) {
	got := describe(ParseSidecar("", []byte("title: x\nfoo: y\ndirectives: [a]\n"), 2))
	if want := "title/2=x directives/4=[a/4] !3 unknown key"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Hostile YAML ends in a problem, at once and without a deep stack.
func TestHostileSidecar(t *testing.T) {
	bomb := "a: &a [x,x,x,x,x,x,x,x,x]\n"
	for c := 'b'; c <= 'i'; c++ {
		bomb += fmt.Sprintf("%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n", c, c, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1, c-1)
	}
	inputs := []string{bomb + "title: *i\n", "title: " + strings.Repeat("x", MaxSidecar)}
	for _, piece := range []string{
		"[", "{", "- ", "? ", "a: {", "a:\n ", "!", "&a ", "*a ", "'", "\"", "|\n", "\t", ": ", "-\n", "a: b\n", "<<: ", "[a,", "%", "---\n", "\\",
	} {
		for _, n := range []int{mostTokens / 4, mostTokens - 10, MaxSidecar / len(piece)} {
			inputs = append(inputs, strings.Repeat(piece, n), "title: "+strings.Repeat(piece, n-len("title: ")))
		}
	}
	for _, in := range inputs {
		s, problems := ParseSidecar("a.soi.yaml", []byte(in), 1)
		if len(s.statements) > 1 {
			t.Errorf("%.40q…: %s", in, describe(s, problems))
		}
		for _, p := range problems {
			if len(p.Err.Error()) > 300 {
				t.Errorf("%.40q…: an error of %d bytes", in, len(p.Err.Error()))
			}
		}
	}
}

func TestCutFrontMatter(t *testing.T) {
	for _, tt := range []struct{ in, block, rest string }{
		{"---\ntitle: x\n---\nChữ", "title: x\n", "Chữ"},
		{"--- \ntitle: x\n...\n\n\nChữ", "title: x\n", "Chữ"},
		{"---\ntitle: x\n---", "title: x\n", ""},
		{"---\ntitle : x\n---\nChữ", "title : x\n", "Chữ"},
		{"---\nBáo cáo: quý I\n---\nChữ", "", "---\nBáo cáo: quý I\n---\nChữ"}, // a rule, not front matter
		{"---\ntitle: x\nChữ", "", "---\ntitle: x\nChữ"},                       // no end
		{"----\ntitle: x\n---\nChữ", "", "----\ntitle: x\n---\nChữ"},
		{"\n---\ntitle: x\n---\nChữ", "", "\n---\ntitle: x\n---\nChữ"}, // not at the head
		{"---", "", "---"},
		{"", "", ""},
	} {
		block, rest, ok := cutFrontMatter(tt.in)
		if !ok {
			block = ""
			if rest != tt.in {
				rest = tt.in // of no use to the caller
			}
		}
		if block != tt.block || rest != tt.rest {
			t.Errorf("cutFrontMatter(%q) = %q, %q, want %q, %q", tt.in, block, rest, tt.block, tt.rest)
		}
	}
}

// page is a page with values of its own.
func page() Page {
	text := "Tên cũ\n\nThân bài.\nTên mới\nHết."
	p := Page{Document: schema.Document{
		Text: text, Title: schema.Span{End: len("Tên cũ")}, Body: paragraphs(text, len("Tên cũ")),
		Published: "2020-01-01", Year: 2020, Province: "Bắc Giang", ProvinceNow: "Bắc Ninh", Level: schema.LevelProvince,
	}}
	p.state(schema.FieldPublished, "2020-01-01", schema.RuleMeta)
	return p
}

func TestApply(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"published: 01/5/2024", "2024-05-01 0 Bắc Giang Bắc Ninh tinh"},
		{"published: 2024-05-01\nyear: 1999", "2024-05-01 0 Bắc Giang Bắc Ninh tinh"}, // the date's year, later
		{"year: 2024\npublished: 2024-05-01", "2024-05-01 2024 Bắc Giang Bắc Ninh tinh"},
		{"year: 2021", "2020-01-01 2021 Bắc Giang Bắc Ninh tinh"},
		{"province: TP.HCM", "2020-01-01 2020 Hồ Chí Minh  tinh"}, // what follows is found anew
		{"province: Quảng Nam\nprovince_now: Đà Nẵng", "2020-01-01 2020 Quảng Nam Đà Nẵng tinh"},
		{"level: Huyện", "2020-01-01 2020 Bắc Giang Bắc Ninh huyen"},
		{"level: làng", "2020-01-01 2020 Bắc Giang Bắc Ninh tinh !1 bad value"},
		{"province: Atlantis", "2020-01-01 2020 Bắc Giang Bắc Ninh tinh !1 bad value"},
		{"published: hôm qua\nyear: 12", "2020-01-01 2020 Bắc Giang Bắc Ninh tinh !1 bad value !2 bad value"},
		{"url: javascript:alert(1)", "!"},
		{"kind: thơ", "!"},
		{"province: none\npublished: none", "2020-01-01 2020 Bắc Giang Bắc Ninh tinh"}, // denied at the end
	} {
		s, problems := ParseSidecar("a.soi.yaml", []byte(tt.in), 1)
		if len(problems) > 0 {
			t.Fatalf("%q: %v", tt.in, problems)
		}
		p := page()
		problems = s.Apply(&p)
		got := fmt.Sprintf("%s %d %s %s %s", p.Published, p.Year, p.Province, p.ProvinceNow, p.Level)
		if bad := describe(Sidecar{}, problems); bad != "" {
			got += " " + bad
		}
		if tt.want == "!" {
			if len(problems) != 1 {
				t.Errorf("Apply(%q): problems %v, want one", tt.in, problems)
			}
			continue
		}
		if got != tt.want {
			t.Errorf("Apply(%q) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestDeny(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"province: none", "2020-01-01 2020   tinh"}, // and what follows from it
		{"province: none\nprovince_now: Bắc Ninh", "2020-01-01 2020  Bắc Ninh tinh"},
		{"published: none", " 0 Bắc Giang Bắc Ninh tinh"},
		{"level: none", "2020-01-01 2020 Bắc Giang Bắc Ninh "},
		{"district: none\ntitle: none", "2020-01-01 2020 Bắc Giang Bắc Ninh tinh"},
	} {
		s, _ := ParseSidecar("a.soi.yaml", []byte(tt.in), 1)
		d := page().Document
		s.Deny(&d)
		if got := fmt.Sprintf("%s %d %s %s %s", d.Published, d.Year, d.Province, d.ProvinceNow, d.Level); got != tt.want {
			t.Errorf("Deny(%q) = %q, want %q", tt.in, got, tt.want)
		}
		if d.TitleText() == "" {
			t.Errorf("Deny(%q) takes the title", tt.in)
		}
	}
}

// A stated title is the line that reads so, or a new first line; the old one
// is read on as part of the body.
func TestApplyTitle(t *testing.T) {
	for _, tt := range []struct{ title, text, body string }{
		{"Tên mới", "Tên cũ\n\nThân bài.\nTên mới\nHết.", "Tên cũ|Thân bài.|Hết."},
		{"Tên cũ", "Tên cũ\n\nThân bài.\nTên mới\nHết.", "Thân bài.|Tên mới|Hết."},
		{"Tên", "Tên\n\nTên cũ\n\nThân bài.\nTên mới\nHết.", "Tên cũ|Thân bài.|Tên mới|Hết."}, // no line of its own
	} {
		p := page()
		s, _ := ParseSidecar("a.soi.yaml", []byte("title: "+tt.title), 1)
		if problems := s.Apply(&p); len(problems) > 0 {
			t.Fatal(problems)
		}
		var body []string
		for _, b := range p.Body {
			body = append(body, b.Of(p.Text))
		}
		if p.TitleText() != tt.title || p.Text != tt.text || strings.Join(body, "|") != tt.body {
			t.Errorf("title %q: %q in %q, body %q, want %q, body %q", tt.title, p.TitleText(), p.Text, body, tt.text, tt.body)
		}
		if e := p.Evidence[schema.FieldTitle]; e.Rule != schema.RuleSidecar || e.Quote != "a.soi.yaml: "+tt.title {
			t.Errorf("title %q: evidence %+v", tt.title, e)
		}
	}
}

// What is written as a sidecar is read back as it was.
func TestWriteSidecar(t *testing.T) {
	for _, title := range []string{
		"Báo cáo: quý I", "- gạch", "'nháy' \"kép\" \\", "#1", "2024", "none của ai", "true", "null", "~", "@a", "&a", "*a", "!a", "%a", "{a}", "[a]", "a # b", "|", ">", "?", ": ", "Đảng\u00a0bộ",
	} {
		text := oneLine(title) + "\n\nChữ."
		d := schema.Document{Text: text, Title: schema.Span{End: len(oneLine(title))}, Province: "Bắc Giang", Level: schema.LevelCommune}
		out := WriteSidecar(&d, func(schema.Field) string { return "vì: # “x”\nxuống dòng" })
		s, problems := ParseSidecar("a.soi.yaml", []byte(out), 1)
		p := Page{Document: schema.Document{Text: text}}
		problems = append(problems, s.Apply(&p)...)
		if len(problems) > 0 || p.TitleText() != oneLine(title) || p.Province != d.Province || p.Level != d.Level {
			t.Errorf("%q is read back as %q, %v, from\n%s", title, p.TitleText(), problems, out)
		}
	}
}
