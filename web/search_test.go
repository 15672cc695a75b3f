package web

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"soi/index/schema"
)

func TestHome(t *testing.T) {
	s := get(t, samples(), "/")
	if got := s.text(".holdings"); got != "14 tài liệu từ 2021 đến 2025. Tất cả tài liệu" {
		t.Errorf("holdings: %q", got)
	}
	same(t, "years", s.texts(".panel.year .name"), []string{"2025", "2024", "2023", "2022", "2021"})
	same(t, "links", s.attrs(".panel.year a, .panel.level li:first-child a", "href"),
		[]string{"/search?year=2025", "/search?year=2024", "/search?year=2023", "/search?year=2022", "/search?year=2021", "/search?level=tinh"})
	if len(s.all("form.find")) != 1 || len(s.all("input[name=q][autofocus]")) != 1 {
		t.Error("the start page has one box, and the focus is in it")
	}
}

func TestHomeOfNothing(t *testing.T) {
	s := get(t, Handler(&fake{}, Options{}), "/")
	if got := s.text(".holdings code"); got != "soi index THƯ_MỤC" {
		t.Errorf("an empty collection does not say how it is filled: %q", got)
	}
	if len(s.all(".panel")) != 0 {
		t.Error("empty panels")
	}
}

func TestResults(t *testing.T) {
	s := get(t, samples(), "/search?q=t%E1%BB%B1+soi")
	if got := s.text("[role=status]"); got != "14 tài liệu khớp với “tự soi”" {
		t.Errorf("status: %q", got)
	}
	if got := s.text("title"); got != "Tìm: tự soi – Soi" {
		t.Errorf("title: %q", got)
	}
	first := ".hits > li:first-child "
	same(t, "meta", s.texts(first+".meta > *"), []string{"Thừa Thiên Huế (nay thuộc Huế)", "05/12/2022", "Cấp huyện", "huyenuy.example.vn"})
	same(t, "machine date", s.attrs(first+"time", "datetime"), []string{"2022-12-05"})
	same(t, "marks", s.texts(".hits > li:nth-child(2) mark"), []string{"tự soi", "tự"})
	same(t, "directives", s.texts(first+".tags a"), []string{"21-KL/TW", "37-QĐ/TW", "05-CT/TW"})
	same(t, "directive link", s.attrs(first+".tags li:first-child a", "href"), []string{"/search?q=t%E1%BB%B1+soi&directive=21-KL/TW@XIII"})
	same(t, "document link", s.attrs(first+"h2 a", "href"), []string{longReportPath + "?q=t%E1%BB%B1+soi"})
}

func TestInSentence(t *testing.T) {
	for _, tt := range []struct {
		text      string
		start     int
		cut, open bool
	}{
		{"Tự soi là việc khó.", 90, false, false},
		{"sẵn cho bí thư chi bộ", 90, true, true},
		{"sẵn từ đầu.", 0, false, false}, // the text itself begins so
		{`Bác dạy: "Tự soi."`, 90, false, false},
		{"", 90, false, false},
	} {
		if cut, open := inSentence(&schema.Snippet{Text: tt.text, Start: tt.start}); cut != tt.cut || open != tt.open {
			t.Errorf("%q from %d: cut %v, open %v", tt.text, tt.start, cut, open)
		}
	}
}

func TestFilters(t *testing.T) {
	s := get(t, samples(), "/search?q=soi&province=bac-giang&province=Ngh%E1%BB%87+An&year=2022..2023&level=tinh")
	same(t, "hits", s.texts(".hits h2"), []string{
		"Bắc Giang: Một năm thực hiện Kết luận 21-KL/TW về xây dựng, chỉnh đốn Đảng",
		"Nghệ An sơ kết hai năm thực hiện Chỉ thị 05-CT/TW ở các cơ quan cấp tỉnh",
	})
	same(t, "chips", s.texts(".chips a:not(.clear)"), []string{
		"Tỉnh, thành phố Bắc Giang ×", "Tỉnh, thành phố Nghệ An ×", "Năm 2022–2023 ×", "Cấp Cấp tỉnh ×",
	})
	same(t, "ways out", s.attrs(".chips li:nth-child(3) a, .clear", "href"), []string{
		"/search?q=soi&province=bac-giang&province=nghe-an&level=tinh", "/search?q=soi",
	})
	same(t, "ticked", s.attrs("input[name=year][checked], input[name=level][checked]", "value"), []string{"2023", "2022", "tinh"})
	// Unticking a year must take it out of the search, so the range is not
	// carried beside the boxes.
	if len(s.all("input[type=hidden][name=year]")) != 0 {
		t.Error("a hidden field keeps the years that boxes carry")
	}
}

// A filter in the text of the query has a chip whose link takes it out of the
// text. Its box shows it, but belongs to no form: unticking it would change
// nothing.
func TestTypedFilters(t *testing.T) {
	s := get(t, samples(), "/search?q="+url.QueryEscape(`cấp:tinh soi tỉnh:"Bắc Giang"`)+"&province=nghe-an&sort=newest")
	same(t, "chips", s.texts(".chips a:not(.clear)"), []string{
		"Tỉnh, thành phố Nghệ An ×", "Cấp Cấp tỉnh ×", "Tỉnh, thành phố Bắc Giang ×",
	})
	var ways []string
	for _, href := range s.attrs(".chips a", "href") {
		way, err := url.QueryUnescape(href)
		if err != nil {
			t.Fatal(err)
		}
		ways = append(ways, way)
	}
	same(t, "ways out", ways, []string{
		`/search?q=cấp:tinh soi tỉnh:"Bắc Giang"&sort=newest`,
		`/search?q=soi tỉnh:"Bắc Giang"&province=nghe-an&sort=newest`,
		"/search?q=cấp:tinh soi&province=nghe-an&sort=newest",
		"/search?q=soi&sort=newest",
	})
	same(t, "ticked in the form", s.attrs("input[name][type=checkbox][checked]", "value"), []string{"nghe-an"})
	if n := len(s.all("input:not([name])[checked][disabled]")); n != 2 {
		t.Errorf("%d ticked boxes outside of the form, want those of the level and of Bắc Giang", n)
	}
	if n := len(s.all("input[type=hidden][name=level], input[type=hidden][name=province]")); n != 0 {
		t.Errorf("%d hidden fields for filters of the query", n)
	}
}

func TestUntyped(t *testing.T) {
	for _, tt := range []struct {
		query string
		part  string // of the query
		want  string
	}{
		{"soi năm:2022 sửa", "năm:2022", "soi sửa"},
		{"năm:2022", "năm:2022", ""},
		{"soi (tỉnh:a OR tỉnh:b)", "tỉnh:a", "soi tỉnh:b"},
		{"tỉnh:Quảng Nam soi", "tỉnh:Quảng Nam", "soi"},
		{`"tự  soi" cấp:xã`, "cấp:xã", `"tự soi"`},
	} {
		at := strings.Index(tt.query, tt.part)
		got := state{query: tt.query, page: 3}.untyped(schema.TypedFilter{Start: at, End: at + len(tt.part)})
		if got.query != tt.want || got.page != 1 {
			t.Errorf("%s without %s is %q on page %d, want %q", tt.query, tt.part, got.query, got.page, tt.want)
		}
	}
}

// A filter without a facet goes along with the form, so does the order.
func TestHiddenFilters(t *testing.T) {
	s := get(t, samples(), "/search?q=soi&kind=tin&from=2022-01-01&to=2022-12-31&sort=newest")
	same(t, "hidden", s.attrs("#find input[type=hidden]", "name"), []string{"kind", "from", "to", "sort"})
	same(t, "chips", s.texts(".chips a:not(.clear)"), []string{"Loại tài liệu Tin, bài ×", "Từ ngày 01/01/2022 ×", "Đến ngày 31/12/2022 ×"})
	same(t, "order", s.texts(".sorts [aria-current]"), []string{"Mới nhất"})
}

func TestFacetsFold(t *testing.T) {
	s := get(t, samples(), "/search?province=thua-thien-hue")
	shown := s.all("fieldset:first-child > .choices input")
	folded := s.all("fieldset:first-child .more input")
	if len(shown) != facetShown+1 || len(folded) != 4 { // the chosen one is rare, and shown
		t.Errorf("%d shown, %d folded", len(shown), len(folded))
	}
	if got := s.text("fieldset:first-child .other"); got != "1 tài liệu có giá trị khác hoặc chưa rõ" {
		t.Errorf("documents without a province: %q", got)
	}
}

// A page lists many values of a facet, and says how many more there are.
func TestFacetsLeft(t *testing.T) {
	identities := make([]string, facetListed+5)
	for i := range identities {
		identities[i] = fmt.Sprintf("%d-KL/TW", i+1)
	}
	d := report(0, "Lai Châu", "Lai Châu", "Một", "Tự soi.", "2022-01-01", schema.LevelProvince, identities)
	s := get(t, Handler(&fake{documents: []schema.Document{d}}, Options{}), "/search")
	if n := len(s.all("input[name=directive]")); n != facetListed {
		t.Errorf("%d directives can be chosen, want %d", n, facetListed)
	}
	same(t, "left out", s.texts(".other"), []string{"Còn 5 mục ít gặp hơn không nêu ở đây"})
}

func TestPaging(t *testing.T) {
	h := samples()
	first, second := get(t, h, "/search?q=soi"), get(t, h, "/search?q=soi&page=2")
	same(t, "next", first.attrs(".pages [rel=next]", "href"), []string{"/search?q=soi&page=2"})
	same(t, "previous", second.attrs(".pages [rel=prev]", "href"), []string{"/search?q=soi"})
	if n, m := len(first.all(".hit")), len(second.all(".hit")); n != 10 || m != 4 {
		t.Errorf("%d and %d hits", n, m)
	}
	if beyond := get(t, h, "/search?q=soi&page=3"); beyond.text(".empty") != "Kết quả không dài đến trang này." ||
		len(beyond.attrs(".pages [rel=prev]", "href")) != 1 {
		t.Error("a page behind the last shows no way back")
	}
}

func TestNothingFound(t *testing.T) {
	s := get(t, samples(), "/search?q=kh%C3%B4ng+c%C3%B3&level=xa")
	if got := s.text("[role=status]"); got != "0 tài liệu khớp với “không có”" {
		t.Errorf("status: %q", got)
	}
	same(t, "without filters", s.attrs(".empty a[href^='/search']", "href"), []string{"/search?q=kh%C3%B4ng+c%C3%B3"})
}

func TestNotes(t *testing.T) {
	f := &fake{documents: sampleDocuments(), notes: map[string][]schema.Note{
		"soi": {{Kind: schema.NoteRestored, Args: []string{"soi", "sõi"}}, {Kind: schema.NotePartial, Args: []string{"1s"}}},
	}}
	s := get(t, Handler(f, Options{}), "/search?q=soi&level=tinh")
	same(t, "notes", s.texts(".note"), []string{
		"“soi” gõ không dấu; trước hết hiểu là “sõi”. Chỉ tìm “sõi”", "Hết thời gian (1s): kết quả và số đếm chưa đầy đủ.",
	})
	same(t, "the other query", s.attrs(".note a", "href"), []string{"/search?q=s%C3%B5i&level=tinh"})
}

// Keys that were decoded can be taken as typed, and keys that were not can be
// decoded, on the pages of results and of documents.
func TestKeystrokeNotes(t *testing.T) {
	h := Handler(&fake{documents: sampleDocuments(), notes: map[string][]schema.Note{
		"tuwj": {{Kind: schema.NoteKeystrokes, Args: []string{"tuwj", "tự"}}},
		"hoas": {{Kind: schema.NoteMeant, Args: []string{"hoas", "hóa"}}},
	}}, Options{})
	for _, tt := range []struct{ target, note, link string }{
		{"/search?q=tuwj&level=tinh&page=2", "“tuwj” được hiểu theo kiểu gõ Telex hoặc VNI; đã tìm “tự”. Chỉ tìm “tuwj”", "/search?q=tuwj&level=tinh&literal=1"},
		{"/search?q=hoas&level=tinh", "Có phải “hoas” là gõ Telex của “hóa”? Tìm với “hóa”", "/search?q=h%C3%B3a&level=tinh"},
		{"/doc/sample-00?q=tuwj&lang=vi", "“tuwj” được hiểu theo kiểu gõ Telex hoặc VNI; đã tìm “tự”. Chỉ tìm “tuwj”", "/doc/sample-00?q=tuwj&literal=1&lang=vi"},
		{"/doc/sample-00?q=hoas", "Có phải “hoas” là gõ Telex của “hóa”? Tìm với “hóa”", "/doc/sample-00?q=h%C3%B3a"},
	} {
		s := get(t, h, tt.target)
		same(t, tt.target, s.texts(".note"), []string{tt.note})
		same(t, tt.target+" link", s.attrs(".note a", "href"), []string{tt.link})
	}
}

// A query taken as typed stays so while the search is narrowed, the page says
// so, and a click undoes it. What is typed into a document is another query.
func TestLiteral(t *testing.T) {
	h := Handler(&fake{documents: sampleDocuments(), notes: map[string][]schema.Note{
		"soi": {{Kind: schema.NoteKeystrokes, Args: []string{"soi", "sói"}}},
	}}, Options{})
	s := get(t, h, "/search?q=soi&level=tinh&literal=1&lang=en")
	same(t, "notes", s.texts(".note"), nil)
	same(t, "chips", s.texts(".chips a:not(.clear)"), []string{"Level Provincial level ×", "Query as typed ×"})
	same(t, "way out", s.attrs(".chips li:nth-child(2) a, .clear", "href"), []string{"/search?q=soi&level=tinh&lang=en", "/search?q=soi&lang=en"})
	same(t, "hidden", s.attrs("#find input[name=literal]", "value"), []string{"1"})
	same(t, "hit", s.attrs(".hits > li:first-child h2 a", "href"), []string{"/doc/sample-00?q=soi&level=tinh&literal=1&lang=en"})
	d := get(t, h, "/doc/sample-00?q=soi&literal=1")
	same(t, "notes of the document", d.texts(".note"), nil)
	same(t, "way back", d.attrs(".back a", "href"), []string{"/search?q=soi&literal=1"})
	if n := len(d.all("input[name=literal]")); n != 0 {
		t.Errorf("%d forms of the document take what is typed literally", n)
	}
	if s := get(t, h, "/search?q=soi&literal=yes"); s.code != 400 {
		t.Errorf("literal=yes is answered with %d", s.code)
	}
}

// A directive whose term is not known has an address and a name of its own
// where others have its code.
func TestTermUnknown(t *testing.T) {
	f := &fake{documents: []schema.Document{
		report(0, "Lai Châu", "Lai Châu", "Một", "Tự soi.", "2022-01-01", schema.LevelProvince, []string{"21-KL/TW@XIII", "22-QĐ/TW"}),
		report(1, "Lai Châu", "Lai Châu", "Hai", "Tự soi.", "2022-01-02", schema.LevelProvince, []string{"21-KL/TW@XIII", "21-KL/TW"}),
	}}
	s := get(t, Handler(f, Options{}), "/directives")
	same(t, "names", s.texts("tbody th a"), []string{"21-KL/TW (XIII)", "21-KL/TW (chưa rõ khóa)", "22-QĐ/TW"})
	same(t, "pages", s.attrs("tbody th a", "href"), []string{
		"/directive/21-KL/TW@XIII", "/directive/21-KL/TW@", "/directive/22-Q%C4%90/TW"})
	same(t, "addresses", s.attrs("tbody .num a", "href"), []string{
		"/search?directive=21-KL/TW@XIII", "/search?directive=21-KL/TW@", "/search?directive=22-Q%C4%90/TW"})
	s = get(t, Handler(f, Options{}), "/search?directive=21-KL/TW@&lang=en")
	same(t, "chip", s.texts(".chips a:not(.clear)"), []string{"Directive 21-KL/TW (term unknown) ×"})
	same(t, "form", s.attrs("#find input[name=directive][type=hidden]", "value"), []string{"21-KL/TW@"})
	v := view{printer: printers["vi"]}
	c := v.choice(schema.FieldDirective, schema.FacetValue{Value: "21-KL/TW@", Label: "21-KL/TW@", Count: 1})
	if c.Value != "21-KL/TW@" || c.Label != "21-KL/TW (chưa rõ khóa)" {
		t.Errorf("the facet offers %q as %q", c.Value, c.Label)
	}
}

func TestDirectives(t *testing.T) {
	s := get(t, samples(), "/directives")
	if got := s.text("tbody tr:first-child"); !strings.HasPrefix(got, "21-KL/TWKết luận, Ban Chấp hành Trung ương 25/10/2021khóa XIII 906/12/2021 – 02/10/2025") {
		t.Errorf("first row: %q", got)
	}
	same(t, "link", s.attrs("tbody tr:first-child a", "href"), []string{"/directive/21-KL/TW@XIII", "/search?directive=21-KL/TW@XIII"})
	if got := get(t, Handler(&fake{}, Options{}), "/directives").text(".intro"); got != "Chưa tài liệu nào nhắc đến văn bản nào." {
		t.Errorf("none: %q", got)
	}
}

// A hit with everything that a document can try, to look at.
func TestHitEscapes(t *testing.T) {
	s := get(t, samples(), "/search?q=script%3E+t%E1%BB%B1")
	if len(s.all(".hit")) != 1 {
		t.Fatal("the hostile document is not found")
	}
	start := strings.Index(s.body, `<li><article class="hit">`)
	end := strings.Index(s.body, "</article>")
	golden(t, "hit_escapes.html", s.body[start:end]+"</article></li>\n")
}

// A report that refers to dozens of directives does not bury the others.
func TestManyDirectives(t *testing.T) {
	identities := make([]string, directivesShown+3)
	for i := range identities {
		identities[i] = strings.Repeat("1", i+1) + "-KL/TW@XIII"
	}
	d := report(0, "Lai Châu", "Lai Châu", "Nhiều văn bản", "Tự soi.", "2022-01-01", schema.LevelProvince, identities)
	s := get(t, Handler(&fake{documents: []schema.Document{d}}, Options{}), "/search")
	if n := len(s.all(".tags a")); n != directivesShown || s.text(".tags .rest") != "và 3 văn bản nữa" {
		t.Errorf("%d shown, then %q", n, s.texts(".tags .rest"))
	}
}

// A phrase does not stand in quotation marks twice.
func TestUnquoted(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{`"tự soi"`, "tự soi"},
		{`"tự soi" "tự sửa"`, `"tự soi" "tự sửa"`},
		{`"tự soi`, `"tự soi`},
		{`"`, `"`},
		{"tự soi", "tự soi"},
		{"", ""},
	} {
		if got := unquoted(tt.in); got != tt.want {
			t.Errorf("unquoted(%s) = %s, want %s", tt.in, got, tt.want)
		}
	}
}
