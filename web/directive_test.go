package web

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"soi/index/schema"
)

// sampleSaid is what the samples tell of a conclusion beside its counts: a
// chain of plans, documents that differ, a cycle and a directive without an
// issuer.
func sampleSaid() map[string]schema.DirectiveDetail {
	directive := func(identity, typ, title string, level schema.Level) schema.Directive {
		code, _, _ := strings.Cut(identity, "@")
		return schema.Directive{Identity: identity, Filter: identity, Code: code, Type: typ, Title: title, Level: level}
	}
	edge := func(kind schema.RelationKind, from, to string) *schema.Edge {
		const before, words = "Theo báo cáo, ", "Kế hoạch 38-KH/HU về thực hiện Kết luận 21-KL/TW"
		return &schema.Edge{Kind: kind, From: from, To: to, Confidence: 0.9, Documents: 2, Statements: []schema.Statement{{
			Document: "sample-00", Title: "Một năm <thực hiện>", Published: "2022-11-14", Province: "Bắc Giang",
			Sentence: before + words + " ở cơ sở.", Words: schema.Span{Start: len(before), End: len(before) + len(words)},
		}}}
	}
	conclusion := directive("21-KL/TW@XIII", "Kết luận", "về đẩy mạnh xây dựng, chỉnh đốn Đảng và hệ thống chính trị", schema.LevelCentral)
	conclusion.Date = "2021-10-25"
	commune := schema.Branch{Directive: directive("12-KH/ĐU@quang-nam/tien-phuoc/tien-my", "Kế hoạch", "", schema.LevelCommune), Edge: edge(schema.Implements, "", ""), Branches: []schema.Branch{
		{Directive: conclusion, Edge: edge(schema.Implements, "", ""), End: schema.EndCycle},
	}}
	district := schema.Branch{Directive: directive("64-KH/HU@quang-nam/tien-phuoc", "Kế hoạch", "về thực hiện Kế hoạch 107-KH/TU", schema.LevelDistrict), Edge: edge(schema.Implements, "", ""), Branches: []schema.Branch{commune}}
	unknown := schema.Branch{Directive: schema.Directive{Identity: "43-KH/?", Code: "43-KH/?"}, Edge: edge(schema.Reviews, "", ""), End: schema.EndOpen}
	province := schema.Branch{Directive: directive("107-KH/TU@quang-nam", "Kế hoạch", "về thực hiện Kết luận 21-KL/TW", schema.LevelProvince), Edge: edge(schema.Implements, "", ""), Reports: 3, Branches: []schema.Branch{district}, More: 4}
	root := schema.Branch{Directive: conclusion, Asked: true, Reports: 5, Branches: []schema.Branch{province, unknown}}
	own := edge(schema.Implements, "", "21-KL/TW@XIII")
	return map[string]schema.DirectiveDetail{"21-KL/TW@XIII": {
		Directive: schema.Directive{Title: conclusion.Title,
			Titles: []schema.Voice{{Value: conclusion.Title, Documents: 4}, {Value: "về tiếp tục thực hiện Chỉ thị 05-CT/TW", Documents: 1}},
			Dates:  []schema.Voice{{Value: "2021-10-25", Documents: 7}, {Value: "2012-05-25", Documents: 1}}},
		Chain: []schema.Branch{root}, Edges: []schema.Edge{*own},
	}}
}

func TestDirectivePage(t *testing.T) {
	s := get(t, samples(), "/directive/21-KL/TW@XIII")
	if s.code != 200 {
		t.Fatalf("status %d", s.code)
	}
	same(t, "head", []string{s.text("h1"), s.text(".subject"), s.text(".dochead .intro")}, []string{
		"Kết luận 21-KL/TW", "về đẩy mạnh xây dựng, chỉnh đốn Đảng và hệ thống chính trị", "9 tài liệu nhắc đến, từ 06/12/2021 đến 02/10/2025"})
	same(t, "conflicts of the date", s.texts(".values > div:nth-child(3) .voices li"), []string{"25/10/2021 7 tài liệu", "25/05/2012 1 tài liệu"})
	same(t, "conflicts of the subject", s.texts(".values > div:nth-child(2) .voices li"), []string{
		"về đẩy mạnh xây dựng, chỉnh đốn Đảng và hệ thống chính trị 4 tài liệu", "về tiếp tục thực hiện Chỉ thị 05-CT/TW 1 tài liệu"})
	same(t, "levels", s.texts(".panel.level li"), []string{"Cấp tỉnh 5", "Cấp xã 2", "Cấp huyện 1", "Trung ương 1"})
	same(t, "first level", s.attrs(".panel.level li:first-child a", "href"), []string{"/search?directive=21-KL/TW@XIII&level=tinh"})
	same(t, "years", s.texts(".panel.year .name"), []string{"2025", "2023", "2022", "2021"})
	if n := len(s.all(".hits > li")); n != 9 {
		t.Errorf("%d documents are listed, want 9", n)
	}
	same(t, "all", s.attrs(".part .all a", "href"), []string{"/search?directive=21-KL/TW@XIII&sort=newest"})
}

// Each count of the page is that of the search it leads to.
func TestDirectiveCountsLeadToThem(t *testing.T) {
	h := samples()
	slugs["hue"] = "Thừa Thiên Huế" // the slug of its name of today, which links have
	s := get(t, h, "/directive/21-KL/TW@XIII")
	for _, li := range s.all(".panel li") {
		for n := range li.Descendants() {
			for _, a := range n.Attr {
				if n.Data != "a" || a.Key != "href" {
					continue
				}
				text := textOf(n)
				count := text[strings.LastIndexByte(text, ' ')+1:]
				if got := get(t, h, a.Val).text("[role=status]"); got != count+" tài liệu" {
					t.Errorf("%s leads to %q", text, got)
				}
			}
		}
	}
}

// A title that states the relation itself stands there once.
func TestStatementOfTitle(t *testing.T) {
	const title = "Kế hoạch 38-KH/HU về thực hiện Kết luận 21-KL/TW"
	e := schema.Edge{Statements: []schema.Statement{
		{Document: "a", Title: title, Sentence: title, Words: schema.Span{End: len(title)}},
		{Document: "b", Title: title, Sentence: title + " ở cơ sở.", Words: schema.Span{End: len(title)}},
	}}
	got := view{printer: printers["vi"]}.statements(&e)
	if len(got) != 2 || got[0].Title != title || len(got[0].Sentence) != 0 || len(got[1].Sentence) != 2 {
		t.Errorf("statements %+v, want the first without and the second with its sentence", got)
	}
}

func TestDirectiveTree(t *testing.T) {
	s := get(t, samples(), "/directive/21-KL/TW@XIII")
	same(t, "directives", s.texts(".tree .node > a, .tree .node > strong, .tree .node > .hint"), []string{
		"21-KL/TW", "107-KH/TU", "64-KH/HU", "12-KH/ĐU", "21-KL/TW", "43-KH/?"})
	same(t, "what they are", s.texts(".tree .node > .what"), []string{
		"Kết luận về đẩy mạnh xây dựng, chỉnh đốn Đảng và hệ thống chính trị (25/10/2021)", "5 tài liệu cho biết là thực hiện văn bản này",
		"Kế hoạch (Quảng Nam) về thực hiện Kết luận 21-KL/TW", "3 tài liệu cho biết là thực hiện văn bản này",
		"Kế hoạch (Tiên Phước, Quảng Nam) về thực hiện Kế hoạch 107-KH/TU", "Kế hoạch (Tiên Mỹ, Quảng Nam)",
		"Kết luận về đẩy mạnh xây dựng, chỉnh đốn Đảng và hệ thống chính trị (25/10/2021)"})
	same(t, "pages", s.attrs(".tree .node > a", "href"), []string{
		"/directive/107-KH/TU@quang-nam", "/directive/64-KH/HU@quang-nam/tien-phuoc", "/directive/12-KH/%C4%90U@quang-nam/tien-phuoc/tien-my", "/directive/21-KL/TW@XIII"})
	same(t, "relations", s.texts(".tree .does"), []string{"thực hiện", "thực hiện", "thực hiện", "thực hiện", "sơ kết, tổng kết việc thực hiện"})
	same(t, "ends", s.texts(".tree .end"), []string{"vòng lặp: văn bản này đã có ở trên", "chưa rõ cơ quan, khóa hoặc nơi ban hành nên không nối tiếp"})
	same(t, "left out", s.texts(".tree .rest"), []string{"và 4 văn bản nữa"})
	if got := s.texts(".tree .evidence q")[0]; got != "Theo báo cáo, Kế hoạch 38-KH/HU về thực hiện Kết luận 21-KL/TW ở cơ sở." {
		t.Errorf("evidence %q", got)
	}
	if got := s.texts(".tree .evidence q b")[0]; got != "Kế hoạch 38-KH/HU về thực hiện Kết luận 21-KL/TW" {
		t.Errorf("words of the evidence %q", got)
	}
	same(t, "document of the evidence", s.attrs(".own .statements a", "href"), []string{"/doc/sample-00"})
	// Each branch stands inside of the one above.
	if n := len(s.all(".tree > li > ul > li > ul > li > ul > li > ul > li")); n != 1 {
		t.Errorf("%d branches on the fifth storey, want 1", n)
	}
}

// A code that stands for several directives leads to each; one of nothing is
// not found.
func TestDirectiveSeveral(t *testing.T) {
	f := &fake{documents: []schema.Document{
		report(0, "Lai Châu", "Lai Châu", "Một", "Tự soi.", "2022-01-01", schema.LevelProvince, []string{"21-KL/TW@XIII"}),
		report(1, "Lai Châu", "Lai Châu", "Hai", "Tự soi.", "2022-01-02", schema.LevelProvince, []string{"21-KL/TW"}),
	}}
	h := Handler(f, Options{})
	s := get(t, h, "/directive/21-KL%2FTW")
	same(t, "choices", s.texts(".others a"), []string{"21-KL/TW (chưa rõ khóa)", "21-KL/TW (XIII)"})
	same(t, "pages", s.attrs(".others a", "href"), []string{"/directive/21-KL/TW@", "/directive/21-KL/TW@XIII"})
	s = get(t, h, "/directive/21-KL/TW@XIII")
	same(t, "the other", s.texts(".others a"), []string{"21-KL/TW (chưa rõ khóa)"})
	if s := get(t, h, "/directive/99-KL/TW"); s.code != 404 || s.text("[role=alert]") != "Không tài liệu nào trong kho nhắc đến văn bản này." {
		t.Errorf("nothing: %d %q", s.code, s.texts("[role=alert]"))
	}
	if s := get(t, h, "/directive/"); s.code != 404 {
		t.Errorf("no code at all: %d", s.code)
	}
}

// A document shows what lies one step above and below the directives it ties.
func TestDocumentSteps(t *testing.T) {
	s := get(t, samples(), longReportPath)
	if got := s.texts("aside .tree > li > .node > strong"); len(got) != 1 || got[0] != "21-KL/TW" {
		t.Errorf("the document's directives: %q", got)
	}
	if n := len(get(t, samples(), "/doc/sample-00").all("aside .tree")); n != 0 {
		t.Errorf("%d trees beside a document that ties nothing", n)
	}
}

func TestCoveragePage(t *testing.T) {
	s := get(t, samples(), "/coverage?provinces=63")
	same(t, "columns", s.texts("thead th")[:3], []string{"Tỉnh, thành phố", "21-KL/TW", "05-CT/TW"})
	same(t, "a row", s.texts("tbody tr:first-child td")[:3], []string{"1từ 05/12/2022", "1từ 05/12/2022", "1từ 05/12/2022"})
	same(t, "empty cells", s.texts("tbody tr:nth-child(3) td")[:2], []string{"1từ 03/02/2023", "–không có trong kho này"})
	same(t, "a cell", s.attrs("tbody tr:nth-child(2) td:nth-child(2) a", "href"), []string{"/search?province=bac-giang&directive=21-KL/TW@XIII"})
	same(t, "head of a column", s.attrs("thead th:nth-child(2) a", "href"), []string{"/directive/21-KL/TW@XIII"})
	if last := s.texts("tbody tr:last-child th"); last[0] != "Chưa rõ tỉnh" {
		t.Errorf("last row %q", last)
	}
	same(t, "other language", s.attrs(".nav a[hreflang]", "href"), []string{"/coverage?lang=en&provinces=63"})
	same(t, "scales", s.attrs(".sorts a", "href"), []string{"/coverage", "/coverage?provinces=63"})

	s = get(t, samples(), "/coverage?directive=05-CT/TW&lang=en")
	same(t, "chosen", s.texts("thead th"), []string{"Province", "05-CT/TW"})
	same(t, "of today", s.attrs("tbody a", "href")[:1], []string{"/search?province_now=hue&directive=05-CT/TW@XII&lang=en"})
	same(t, "form", s.attrs(".within input[type=hidden]", "value"), []string{"en", "05-CT/TW"})
	for _, target := range []string{"/coverage?provinces=35", "/coverage?directive=x"} {
		if s := get(t, samples(), target); s.code != 400 {
			t.Errorf("%s is answered with %d", target, s.code)
		}
	}
	if got := get(t, Handler(&fake{}, Options{}), "/coverage").text(".intro"); got != "Chưa tài liệu nào nhắc đến văn bản của Trung ương." {
		t.Errorf("none: %q", got)
	}
}

// A cell of a province of today asks for the reports that name it alone, and
// counts lead where they count.
func TestCellPath(t *testing.T) {
	for _, tt := range []struct {
		province string
		now      bool
		want     string
	}{
		{"Đà Nẵng", true, "/search?province_now=da-nang&directive=21-KL/TW@XIII"},
		{"Đà Nẵng", false, "/search?province=da-nang@&directive=21-KL/TW@XIII"}, // without Quảng Nam
		{"Quảng Nam", false, "/search?province=quang-nam&directive=21-KL/TW@XIII"},
		{"Hà Nội", false, "/search?province=ha-noi@&directive=21-KL/TW@XIII"},    // without Hà Tây
		{"Lạng Sơn", false, "/search?province=lang-son&directive=21-KL/TW@XIII"}, // made of itself alone
	} {
		c := schema.Coverage{Now: tt.now, Directives: []schema.Directive{{Filter: "21-KL/TW@XIII"}}}
		row := schema.CoverageRow{Province: tt.province, Cells: []schema.CoverageCell{{Documents: 1}}}
		if got := CellPath(&c, row, 0); got != tt.want {
			t.Errorf("CellPath(%s, %v) = %s, want %s", tt.province, tt.now, got, tt.want)
		}
	}
}

// A name in a document is no formula of a spreadsheet.
func TestWriteCoverage(t *testing.T) {
	c := schema.Coverage{Directives: []schema.Directive{{Filter: "21-KL/TW@XIII"}}, Rows: []schema.CoverageRow{
		{Province: "=1+1", Cells: []schema.CoverageCell{{Documents: 2, First: "2022-03-02"}}},
		{Province: "Hà Nội", Cells: []schema.CoverageCell{{}}},
		{Cells: []schema.CoverageCell{{Documents: 1}}},
	}}
	var b strings.Builder
	if err := WriteCoverage(&b, printers["en"], &c); err != nil {
		t.Fatal(err)
	}
	want := "province,21-KL/TW@XIII,21-KL/TW@XIII first,21-KL/TW@XIII link\n" +
		harmless("=1+1") + ",2,2022-03-02,/search?province=%3D1%2B1&directive=21-KL/TW@XIII\n" +
		"Hà Nội,not in this collection,,\nProvince unknown,1,,\n"
	if got := b.String(); got != want || harmless("=1+1") == "=1+1" {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// From a province of today to the reports that name it alone, and back.
func TestProvinceNotes(t *testing.T) {
	v := view{printer: printers["vi"]}
	for _, tt := range []struct {
		chosen []string
		note   schema.Note
		want   string
	}{
		{[]string{"da-nang"}, schema.Note{Kind: schema.NoteFormer, Args: []string{"Đà Nẵng", "Quảng Nam"}}, "Chỉ hiện báo cáo ghi Đà Nẵng /search?province=da-nang@"},
		{[]string{"ha-noi", "Đà Nẵng@"}, schema.Note{Kind: schema.NoteApart, Args: []string{"Đà Nẵng", "Quảng Nam"}}, "Lấy cả Đà Nẵng ngày nay /search?province=ha-noi&province=da-nang"},
		{[]string{"thai-binh"}, schema.Note{Kind: schema.NoteMerged, Args: []string{"thai-binh", "Hưng Yên"}}, "Lấy cả Hưng Yên ngày nay /search?province_now=hung-yen"},
		{nil, schema.Note{Kind: schema.NoteFormer, Args: []string{"Đà Nẵng", "Quảng Nam"}}, ""}, // typed in the query
	} {
		st := state{chosen: map[schema.Field][]string{schema.FieldProvince: tt.chosen}}
		got := ""
		if use := v.notes(&st, []schema.Note{tt.note}, func(st state) string { return st.url("") })[0].Use; use != nil {
			got = use.Text + " " + use.URL
		}
		if got != tt.want {
			t.Errorf("%v of %v: %q, want %q", tt.note, tt.chosen, got, tt.want)
		}
	}
	c := v.chips(&state{chosen: map[schema.Field][]string{schema.FieldProvince: {"da-nang@"}}}, &schema.Results{})
	if c[0].Value != "Đà Nẵng (theo báo cáo)" {
		t.Errorf("chip %q", c[0].Value)
	}
}

// A directive that is called by its plenum has its type in its name.
func TestDirectiveCalledByItsPlenum(t *testing.T) {
	v := newView(httptest.NewRequest(http.MethodGet, "/directive/NQTW4-XII", nil))
	p := v.directivePage(&schema.DirectiveDetail{Directive: schema.Directive{Identity: "NQTW4-XII", Code: "NQTW4-XII", Type: "Nghị quyết"}})
	if p.Type != "" || p.Label != "Nghị quyết Trung ương 4 khóa XII" {
		t.Errorf("the heading is %q %q", p.Type, p.Label)
	}
	p = v.directivePage(&schema.DirectiveDetail{Directive: schema.Directive{Identity: "21-KL/TW@XIII", Code: "21-KL/TW", Same: 1, Type: "Kết luận"}})
	if p.Type != "Kết luận" {
		t.Errorf("%s lacks its type", p.Label)
	}
}
