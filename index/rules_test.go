package index_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"soi/index"
	"soi/index/schema"
)

func rulesCorpus(t *testing.T) *index.Index {
	return corpus(t,
		text("a", "Kiểm điểm cuối năm", "Chi bộ kiểm điểm đảng viên, biểu dương gương tốt."),
		text("b", "Giám sát chuyên đề", "Ủy ban giám sát đảng viên theo Kết luận 21 – KL/TW ngày 25/10/2021."),
		text("c", "Thi đua", "Biểu dương tập thể theo 21 KL TW và Chỉ thị số 05-CT/TW ngày 15 tháng 5 năm 2016."),
		text("d", "Dịch bệnh", "Phòng, chống COVID-19; 2.365/2.623 người, đạt 90,16%; hơn 27.350 lượt."),
		text("e", "Thông báo", "Quy định 37-QD/TW nêu rõ; TP.HCM triển khai."),
	)
}

// Up to five words must all match; where nothing has them all, as few as
// possible may miss, but no more than half, and that is said. More words may
// match one by one.
func TestWordsRequired(t *testing.T) {
	ix := rulesCorpus(t)
	for _, tt := range []struct{ query, want, notes string }{
		{"đảng viên", "a b", ""},
		{"kiểm điểm đảng viên", "a", ""},
		{"đảng viên covid", "a b", "relaxed 1"},
		{"kiểm điểm biểu dương sát", "a", "relaxed 1"},
		{"đảng covid thông", "", ""}, // each document has one of three
		{"đảng covid thông viên", "a b", "relaxed 2"},
		{"biểu covid dịch thông phòng", "d", "relaxed 2"},
		{"đảng covid", "a b d", "relaxed 1"},
		{"đảng đảng đảng covid", "a b d", "relaxed 1"},
		{"đàng covíd thống", "", ""},                              // not with other marks as well
		{"kiểm điểm đảng viên biểu covid", "a b c d", "any_word"}, // six
		{"đảng viên -giám", "a", ""},
		{"covid OR giám", "b d", ""},
		{`"đảng viên" covid`, "", ""}, // operators are obeyed
		{"đảng -đảng", "", ""},
		{"-đảng", "c d e", ""},
		{"khôngcó", "", ""},
	} {
		r := search(t, ix, schema.Request{Query: tt.query})
		if got := found(r); got != tt.want {
			t.Errorf("%s finds %s, want %s", tt.query, got, tt.want)
		}
		if got := notes(r); got != tt.notes {
			t.Errorf("%s: notes %q, want %q", tt.query, got, tt.notes)
		}
	}
	if r := search(t, ix, schema.Request{Query: "đảng viên covid", Literal: true}); r.Total != 0 {
		t.Errorf("a literal query is relaxed to %v", ids(r))
	}
}

// Codes, dates and numbers are found in any spelling, whole and by parts.
func TestCodes(t *testing.T) {
	ix := rulesCorpus(t)
	for _, tt := range []struct{ query, want string }{
		{"21-KL/TW", "b c"}, // "21 KL TW" has the parts side by side
		{"21 - KL/TW", "b c"},
		{"21-kl/tw", "b c"},
		{`"Kết luận 21-KL/TW"`, "b"},
		{"kết luận 21 – kl/tw", "b"},
		{"KL/TW", "b c"},
		{"5-CT/TW", "c"},
		{"05-CT/TW", "c"},
		{"37-QĐ/TW", "e"}, // typed there without the stroke
		{"25/10/2021", "b"},
		{"25-10-2021", "b"},
		{"2021", "b"},
		{"15/5/2016", "c"}, // in words there
		{"covid-19", "d"},
		{"covid19", "d"},
		{"covid 19", "d"},
		{"2365/2623", "d"},
		{"90.16%", "d"},
		{"27350", "d"},
		{"tp.hcm", "e"},
		{"tphcm", "e"},
		{"tp hcm", "e"},
	} {
		if got := found(search(t, ix, schema.Request{Query: tt.query})); got != tt.want {
			t.Errorf("%s finds %s, want %s", tt.query, got, tt.want)
		}
	}
}

func TestNoTitle(t *testing.T) {
	ix := rulesCorpus(t)
	for _, q := range []string{"thông báo", "thong bao", `"thông báo"`, `"thong bao"`, "thông bao"} {
		if r := search(t, ix, schema.Request{Query: q}); found(r) != "e" {
			t.Errorf("%s finds %s, want e", q, found(r))
		}
		if r := search(t, ix, schema.Request{Query: q, NoTitle: true, Literal: true}); r.Total != 0 {
			t.Errorf("%s without titles finds %s, want nothing", q, found(r))
		}
	}
}

// A title that has the words comes before a body that has them.
func TestTitleFirst(t *testing.T) {
	ix := corpus(t,
		text("a", "Tin trong ngày", "Hội nghị bàn về chuyển đổi số."),
		text("b", "Chuyển đổi số", "Hội nghị bàn về việc khác trong ngày."),
	)
	for _, q := range []string{"chuyển đổi số", "chuyen doi so", `"chuyển đổi số"`} {
		if r := search(t, ix, schema.Request{Query: q}); strings.Join(ids(r), " ") != "b a" {
			t.Errorf("%s gives %v, want the title first", q, ids(r))
		}
	}
}

// The form that was typed comes before the one without marks.
func TestExactFirst(t *testing.T) {
	ix := corpus(t, text("a", "Bao cao", "Cong tac dang vien"), text("b", "Báo cáo", "Công tác đảng viên"))
	if r := search(t, ix, schema.Request{Query: "đảng viên"}); strings.Join(ids(r), " ") != "b a" {
		t.Errorf("hits %v, want the typed form first", ids(r))
	}
}

func TestRestored(t *testing.T) {
	ix := corpus(t,
		dated("2022-01-01", text("a", "Chuyên đề", "Đảng viên tự soi, tự sửa.")),
		text("b", "Sinh hoạt", "Việc tự soi tự sửa của chi bộ."),
		text("c", "Khác", "Mỗi người tự làm; con sói, quả sữa."),
	)
	for _, tt := range []struct{ query, want string }{
		{"tu soi tu sua", "tự soi tự sửa"},
		{"Tu Soi", "tự soi"},
		{"tu soi năm:2022", "tự soi năm:2022"}, // filters stay
		{"tự soi", ""},                         // typed with marks
		{"soi", ""},                            // one syllable tells nothing
		{"sua tu", ""},                         // nowhere side by side
	} {
		r := search(t, ix, schema.Request{Query: tt.query})
		got := ""
		if n := note(r, schema.NoteRestored); n != nil {
			got = n.Args[1]
		}
		if got != tt.want {
			t.Errorf("%s is restored to %q, want %q", tt.query, got, tt.want)
		}
	}
}

// What is said of marks does not depend on the page that is looked at.
func TestRestoredWhateverPage(t *testing.T) {
	var docs []*schema.Document
	for i := range 9 {
		body := "Việc của chi bộ là tự làm, con sói."
		if i%3 == 0 {
			body = "Đảng viên tự soi, tự sửa."
		}
		docs = append(docs, dated(fmt.Sprintf("202%d-01-01", i), text(fmt.Sprint(i), "Sinh hoạt", body)))
	}
	docs = append(docs, text("best", "Tự soi", "Đảng viên tự soi."), text("tại", "Đảng viên tu soi", "Sinh hoạt."))
	for _, ask := range []string{"tu soi", "tư soi", "tu lam"} {
		ix := corpus(t, docs...)
		want := fmt.Sprint(note(search(t, ix, schema.Request{Query: ask}), schema.NoteRestored))
		for _, req := range []schema.Request{
			{Limit: 1}, {Limit: 3}, {Limit: 50}, {Limit: 2, Offset: 4}, {Offset: 11},
			{Sort: schema.SortNewest}, {Sort: schema.SortOldest, Limit: 2},
		} {
			req.Query = ask
			if got := fmt.Sprint(note(search(t, ix, req), schema.NoteRestored)); got != want {
				t.Errorf("%+v: note %s, want %s", req, got, want)
			}
		}
	}
}

// dated gives d its day of publication.
func dated(day string, d *schema.Document) *schema.Document {
	d.Published = day
	fmt.Sscan(day[:4], &d.Year)
	return d
}

func TestFilterErrors(t *testing.T) {
	ix := rulesCorpus(t)
	for _, tt := range []struct {
		req   schema.Request
		field schema.Field
		value string
		near  string
	}{
		{schema.Request{Filter: schema.Filter{Province: []string{"Bắc Giangg"}}}, "province", "Bắc Giangg", "Bắc Giang"},
		{schema.Request{Filter: schema.Filter{ProvinceNow: []string{"Quảng Nêm"}}}, "province_now", "Quảng Nêm", "Quảng Nam"},
		{schema.Request{Filter: schema.Filter{Directive: []string{"KL"}}}, "directive", "KL", ""},
		{schema.Request{Filter: schema.Filter{Level: []schema.Level{"làng"}}}, "level", "làng", ""},
		{schema.Request{Filter: schema.Filter{Kind: []schema.Kind{"thơ"}}}, "kind", "thơ", ""},
		{schema.Request{Filter: schema.Filter{From: "2021-13-01"}}, "published", "2021-13-01", ""},
	} {
		_, err := ix.Search(context.Background(), tt.req)
		var filterErr *schema.FilterError
		if !errors.As(err, &filterErr) {
			t.Errorf("%+v: %v, want a FilterError", tt.req, err)
			continue
		}
		if want := (schema.FilterError{Field: tt.field, Value: tt.value, Near: tt.near}); *filterErr != want {
			t.Errorf("%+v: %+v, want %+v", tt.req, *filterErr, want)
		}
	}
}

// metadataCorpus has a former and a present province, two directives under
// one code, and documents without values.
func metadataCorpus(t *testing.T) *index.Index {
	doc := func(id, province, now, published string, level schema.Level, identities ...string) *schema.Document {
		d := text(id, "Báo cáo", "Kết quả thực hiện.")
		d.Province, d.ProvinceNow, d.Level = province, now, level
		if published != "" {
			dated(published, d)
		}
		for _, identity := range identities {
			d.References = append(d.References, schema.Reference{Identity: identity})
		}
		d.Site, d.Kind = "bao"+id+".vn", schema.KindNews
		return d
	}
	return corpus(t,
		doc("a", "Bắc Giang", "Bắc Ninh", "2022-03-01", schema.LevelProvince, "21-KL/TW@XIII"),
		doc("b", "Bắc Ninh", "Bắc Ninh", "2025-09-01", schema.LevelCommune, "21-KL/TW@XIII", "05-CT/TW"),
		doc("c", "Đà Nẵng", "Đà Nẵng", "2013-01-01", schema.LevelDistrict, "21-KL/TW@XI"),
		doc("d", "", "", "", ""),
	)
}

// A filter typed in the query that nothing is known of ends no search: it is
// put right, or left out.
func TestUnknownFiltersTyped(t *testing.T) {
	ix := metadataCorpus(t)
	for _, tt := range []struct{ query, want, notes string }{
		{"năm:2025..2022 kết quả", "a b", "filter_mended năm:2025..2022, năm:2022..2025"},
		{"năm:2025-2022", "a b", "filter_mended năm:2025-2022, năm:2022..2025"},
		{"kết quả năm:xưa", "a b c d", "filter_dropped năm:xưa, year, xưa"},
		{"tỉnh:Atlantis kết quả", "a b c d", "filter_dropped tỉnh:Atlantis, province, Atlantis"},
		{`tỉnh:Atlantis tỉnh:"Bắc Ninh@"`, "b", "filter_dropped tỉnh:Atlantis, province, Atlantis; apart Bắc Ninh, Bắc Giang"},
		{`tỉnh:"Bắc Giangg"`, "a", `filter_mended tỉnh:"Bắc Giangg", tỉnh:"Bắc Giang"`},
		{"mã:xyz", "a b c d", "filter_dropped mã:xyz, directive, xyz"},
		{"cấp:làng quả", "a b c d", "filter_dropped cấp:làng, level, làng"},
		{"không OR tỉnh:Atlantis OR năm:2013", "c", "filter_dropped tỉnh:Atlantis, province, Atlantis"},
		{"quả -tỉnh:Atlantis", "a b c d", "filter_dropped tỉnh:Atlantis, province, Atlantis"},
		{"quả -(tỉnh:Atlantis OR năm:2013)", "a b d", "filter_dropped tỉnh:Atlantis, province, Atlantis"},
		{"mã:xyz cấp:làng", "a b c d", "filter_dropped mã:xyz, directive, xyz; filter_dropped cấp:làng, level, làng"},
	} {
		r := search(t, ix, schema.Request{Query: tt.query})
		got := ids(r)
		slices.Sort(got)
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s finds %s, want %s", tt.query, s, tt.want)
		}
		var said []string
		for _, n := range r.Notes {
			said = append(said, string(n.Kind)+" "+strings.Join(n.Args, ", "))
		}
		if s := strings.Join(said, "; "); s != tt.notes {
			t.Errorf("%s: notes %s, want %s", tt.query, s, tt.notes)
		}
	}
}

// A filter in the text of the query is told apart from one beside it.
func TestTypedFilters(t *testing.T) {
	ix := metadataCorpus(t)
	for _, tt := range []struct{ query, typed, values string }{
		{"cấp:xã báo cáo năm:2025", "level xã 0-9, year 2025 20-29", "xa typed, tinh given"},
		{"năm:2025..2022", "year 2022..2025 0-15", "tinh given"},
		{"tỉnh:Atlantis báo", "", "tinh given"},
		{"cấp:tỉnh", "level tỉnh 0-12", "tinh given"}, // beside it too
		{"tỉnh:Bắc Giang báo", "province Bắc Giang 0-18", "tinh given"},
		{"báo OR cấp:xã", "", "tinh given"}, // not all of the query
	} {
		r := search(t, ix, schema.Request{Query: tt.query, Facets: true, Filter: schema.Filter{Level: []schema.Level{"tinh"}}})
		var typed, values []string
		for _, f := range r.Typed {
			typed = append(typed, fmt.Sprintf("%s %s %d-%d", f.Field, f.Value, f.Start, f.End))
		}
		if got := strings.Join(typed, ", "); got != tt.typed {
			t.Errorf("%s: typed %s, want %s", tt.query, got, tt.typed)
		}
		for _, v := range r.Facet(schema.FieldLevel).Values {
			switch {
			case v.Typed:
				values = append(values, v.Value+" typed")
			case v.Selected:
				values = append(values, v.Value+" given")
			}
		}
		slices.Sort(values)
		want := strings.Split(tt.values, ", ")
		slices.Sort(want)
		if !slices.Equal(values, want) {
			t.Errorf("%s: values %s, want %s", tt.query, values, want)
		}
	}
}

// A filter typed in the query and one given beside it answer alike.
func TestFilters(t *testing.T) {
	ix := metadataCorpus(t)
	for _, tt := range []struct {
		filter      schema.Filter
		query, want string
		notes       string
	}{
		{schema.Filter{Province: []string{"Bắc Giang"}}, `tỉnh:"Bắc Giang"`, "a", ""},
		{schema.Filter{Province: []string{"Bắc Ninh@"}}, `tỉnh:"Bắc Ninh@"`, "b", "apart Bắc Ninh, Bắc Giang"},
		{schema.Filter{Province: []string{"bac ninh", "TP. Đà Nẵng"}}, `tỉnh:bac-ninh tỉnh:"TP. Đà Nẵng"`, "a b c", "former Bắc Ninh, Bắc Giang"},
		{schema.Filter{Province: []string{"Quảng Nam"}}, "tỉnh:Quảng Nam", "", "merged Quảng Nam, Đà Nẵng"},
		{schema.Filter{ProvinceNow: []string{"Bắc Ninh"}}, "", "a b", ""},
		{schema.Filter{Directive: []string{"21-KL/TW"}}, "mã:21-KL/TW", "a b c", "identities 21-KL/TW, 21-KL/TW@XI, 21-KL/TW@XIII"},
		{schema.Filter{Directive: []string{"21-KL/TW@XIII"}}, "mã:21-KL/TW@XIII", "a b", ""},
		{schema.Filter{Directive: []string{"99-KL/TW"}}, "mã:99-KL/TW", "", ""}, // a code that no document names
		{schema.Filter{Year: []schema.YearRange{{From: 2022, To: 2024}}}, "năm:2022..2024", "a", ""},
		{schema.Filter{Year: []schema.YearRange{{From: 2022}}}, "năm:2022..", "a b", ""},
		{schema.Filter{Year: []schema.YearRange{{To: 2013}, {From: 2025, To: 2025}}}, "năm:..2013 năm:2025", "b c", ""},
		{schema.Filter{Level: []schema.Level{"xa"}}, "cấp:xã", "b", ""},
		{schema.Filter{Level: []schema.Level{"tỉnh", "huyện"}}, "cap:tinh cap:huyen", "a c", ""},
		{schema.Filter{Province: []string{"Bắc Giang"}, Level: []schema.Level{"xa"}}, `tỉnh:"Bắc Giang" cấp:xã`, "", ""},
		{schema.Filter{From: "2022-03-01", To: "2022-03-01"}, "", "a", ""},
		{schema.Filter{To: "2022-12-31"}, "", "a c", ""}, // without a date: out
		{schema.Filter{Site: []string{"WWW.baob.vn"}}, "", "b", ""},
		{schema.Filter{Kind: []schema.Kind{schema.KindNews}}, "", "a b c d", ""},
	} {
		requests := []schema.Request{{Filter: tt.filter}}
		if tt.query != "" {
			requests = append(requests, schema.Request{Query: tt.query}, schema.Request{Query: "báo cáo " + tt.query})
		}
		for _, req := range requests {
			r := search(t, ix, req)
			if found(r) != tt.want || notes(r) != tt.notes {
				t.Errorf("%q %+v finds %s with notes %q, want %s, %q", req.Query, req.Filter, found(r), notes(r), tt.want, tt.notes)
			}
		}
	}
	for _, tt := range []struct{ query, want string }{
		{"-tỉnh:bac-ninh", "c d"},
		{"tỉnh:bac-giang OR năm:2013", "a c"},
		{"báo (tỉnh:bac-ninh OR cấp:tỉnh)", "a b"},
		{"-mã:21-KL/TW@XIII báo", "c d"},
		{"tỉnh:quang-nam OR cấp:tỉnh", "a"}, // a value that no document has
		{"báo tỉnh:Bắc Giang cáo", "a"},     // without quotes
		{"tỉnh:TP. Đà Nẵng, báo", "c"},
		{"tỉnh:Bà Rịa - Vũng Tàu báo", ""},
	} {
		if r := search(t, ix, schema.Request{Query: tt.query}); found(r) != tt.want {
			t.Errorf("%s finds %s, want %s", tt.query, found(r), tt.want)
		}
	}
}

func TestFacetLabels(t *testing.T) {
	r := search(t, metadataCorpus(t), schema.Request{Facets: true, Filter: schema.Filter{Directive: []string{"05-CT/TW"}}})
	var got []string
	for _, v := range r.Facet(schema.FieldDirective).Values {
		got = append(got, fmt.Sprintf("%s=%d %t", v.Label, v.Count, v.Selected))
	}
	want := []string{"21-KL/TW@XIII=2 false", "05-CT/TW=1 true", "21-KL/TW@XI=1 false"}
	if !slices.Equal(got, want) {
		t.Errorf("labels %v, want %v", got, want)
	}
}

func TestFacetOther(t *testing.T) {
	var docs []*schema.Document
	for i := range 30 {
		d := text(fmt.Sprint(i), "Báo cáo", "Kết quả.")
		d.References = []schema.Reference{{Identity: fmt.Sprintf("%02d-KL/TW", i+1)}, {Identity: fmt.Sprintf("%02d-KL/TW", i%3+1)}}
		docs = append(docs, d)
	}
	ix := corpus(t, docs...)
	r := search(t, ix, schema.Request{Facets: true, Filter: schema.Filter{Directive: []string{"30-KL/TW"}}})
	f := r.Facet(schema.FieldDirective)
	if n := len(f.Values); n != 21 {
		t.Errorf("%d values, want 20 and the selected one", n)
	}
	if f.Values[0].Count != 10 || f.Other != 0 {
		t.Errorf("first count %d, other %d; want 10 and none: each document has a listed value", f.Values[0].Count, f.Other)
	}
	if f.Left != 9 {
		t.Errorf("%d values left out, want 9", f.Left)
	}
	if last := f.Values[20]; last.Value != "30-KL/TW" || !last.Selected {
		t.Errorf("last value %+v, want the selected one", last)
	}
	for _, tt := range []struct{ values, listed, left int }{{0, 20, 10}, {3, 3, 27}, {30, 30, 0}, {200, 30, 0}, {-1, 30, 0}} {
		r := search(t, ix, schema.Request{Facets: true, Values: tt.values})
		f := r.Facet(schema.FieldDirective)
		if len(f.Values) != tt.listed || f.Left != tt.left {
			t.Errorf("of %d: %d listed, %d left out, want %d, %d", tt.values, len(f.Values), f.Left, tt.listed, tt.left)
		}
	}
}

func TestDirectives(t *testing.T) {
	a, b := text("a", "A", "B."), text("b", "B", "C.")
	a.Published, b.Published = "2022-05-01", "2021-12-02"
	ref := schema.Reference{Identity: "21-KL/TW@XIII", Code: "21-KL/TW", Type: "Kết luận", Term: "XIII", Date: "2021-10-25"}
	bare := schema.Reference{Identity: "21-KL/TW@XIII", Code: "21-KL/TW"}
	a.References = []schema.Reference{ref, bare, bare}
	b.References = []schema.Reference{bare, {Identity: "05-CT/TW", Code: "05-CT/TW"}}
	got, err := corpus(t, a, b).Directives(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	want := []schema.Directive{
		{Identity: "21-KL/TW@XIII", Filter: "21-KL/TW@XIII", Code: "21-KL/TW", Type: "Kết luận", Term: "XIII", Date: "2021-10-25", Level: schema.LevelCentral,
			Documents: 2, First: "2021-12-02", Last: "2022-05-01",
			Types: []schema.Voice{{Value: "Kết luận", Documents: 1}}, Dates: []schema.Voice{{Value: "2021-10-25", Documents: 1}}},
		{Identity: "05-CT/TW", Filter: "05-CT/TW", Code: "05-CT/TW", Level: schema.LevelCentral, Documents: 1, First: "2021-12-02", Last: "2021-12-02"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("directives\n%+v, want\n%+v", got, want)
	}
}

// Hostile queries are answered and say what was left out.
func TestHostile(t *testing.T) {
	ix := rulesCorpus(t)
	for _, tt := range []struct{ name, query, notes string }{
		{"terms", strings.Repeat("đảng viên ", 5_000), "too_long 128, 10000"},
		{"different terms", manyTerms(10_000), "too_long 128, 10000 any_word"},
		{"stars", strings.Repeat("*", 1000), "syntax no_words"},
		{"parentheses", strings.Repeat("(", 5_000) + "a" + strings.Repeat(")", 5_000), "too_long"},
		{"100 kB", strings.Repeat("ữ", 33_000), "too_long"},
		{"not UTF-8", "\xff\xfe đảng \xc3", ""},
		{"a long phrase without marks", `"` + strings.Repeat("dang vien ", 300) + `"`, "phrase_too_long"},
		{"a phrase of joined words", `"` + strings.Repeat("a.", 300) + `"`, "phrase_too_long"},
	} {
		got := notes(search(t, ix, schema.Request{Query: tt.query, Facets: true}))
		if !strings.Contains(got, tt.notes) {
			t.Errorf("%s: notes %.200q, want %q among them", tt.name, got, tt.notes)
		}
	}
}

func manyTerms(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "t%d ", i)
	}
	return b.String()
}

func TestLimits(t *testing.T) {
	ix := rulesCorpus(t)
	for _, req := range []schema.Request{{Limit: -1}, {Limit: 1001}, {Offset: -1}, {Offset: 10_001}, {Sort: "best"}} {
		if _, err := ix.Search(context.Background(), req); err == nil {
			t.Errorf("%+v is answered, want an error", req)
		}
	}
	if r := search(t, ix, schema.Request{Offset: 10_000}); len(r.Hits) != 0 || r.Total != 5 {
		t.Errorf("far beyond the end: %d hits of %d, want 0 of 5", len(r.Hits), r.Total)
	}
}

// A search whose context has ended fails; one whose own time is over answers
// with what it has.
func TestTimes(t *testing.T) {
	ix := rulesCorpus(t)
	search(t, ix, schema.Request{}) // the tables are made
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := ix.Search(ended, schema.Request{Query: "đảng"}); !errors.Is(err, context.Canceled) {
		t.Errorf("ended context: %v, want context.Canceled", err)
	}
	r := search(t, ix, schema.Request{Query: "đảng", Timeout: time.Nanosecond})
	if !r.Partial || notes(r) != "partial 1ns" {
		t.Errorf("one nanosecond: partial %t, notes %q", r.Partial, notes(r))
	}
}

func TestDocumentMarks(t *testing.T) {
	ix := rulesCorpus(t)
	for _, tt := range []struct{ id, query, want string }{
		{"a", "điểm", "Kiểm [điểm] cuối năm\nChi bộ kiểm [điểm] đảng viên, biểu dương gương tốt."},
		{"a", "diem", "Kiểm [điểm] cuối năm\nChi bộ kiểm [điểm] đảng viên, biểu dương gương tốt."},
		{"a", "điễm", "Kiểm [điểm] cuối năm\nChi bộ kiểm [điểm] đảng viên, biểu dương gương tốt."}, // other marks
		{"a", `"đảng viên"`, "Kiểm điểm cuối năm\nChi bộ kiểm điểm [đảng viên], biểu dương gương tốt."},
		{"a", "chi -kiểm", "Kiểm điểm cuối năm\n[Chi] bộ kiểm điểm đảng viên, biểu dương gương tốt."}, // excluded: not marked
		{"a", "", "Kiểm điểm cuối năm\nChi bộ kiểm điểm đảng viên, biểu dương gương tốt."},
	} {
		d, matches, err := ix.Document(context.Background(), tt.id, schema.Request{Query: tt.query})
		if err != nil {
			t.Fatal(err)
		}
		got, at := "", 0
		for _, s := range matches.Spans {
			got += d.Text[at:s.Start] + "[" + s.Of(d.Text) + "]"
			at = s.End
		}
		if got += d.Text[at:]; got != tt.want {
			t.Errorf("%s in %s: %s, want %s", tt.query, tt.id, got, tt.want)
		}
	}
	if _, _, err := ix.Document(context.Background(), "none", schema.Request{Query: "a"}); !errors.Is(err, schema.ErrNotFound) {
		t.Errorf("unknown id: %v, want ErrNotFound", err)
	}
}

// found lists the ids of the hits by code point.
func found(r schema.Results) string {
	all := ids(r)
	slices.Sort(all)
	return strings.Join(all, " ")
}

// notes lists the notes with their arguments.
func notes(r schema.Results) string {
	var all []string
	for _, n := range r.Notes {
		all = append(all, strings.TrimSpace(string(n.Kind)+" "+strings.Join(n.Args, ", ")))
	}
	return strings.Join(all, " ")
}

// A code is found by all of it: another of the same assembly is not meant.
func TestCodeInsideCode(t *testing.T) {
	ix := corpus(t,
		text("a", "Luật", "Luật Xử lý vi phạm hành chính số 15/2012/QH13."),
		text("b", "Bộ luật", "Bộ luật Hình sự số 100/2015/QH13."),
	)
	for _, tt := range []struct{ query, want string }{
		{"15/2012/QH13", "a"},
		{"QH13", "a b"},
		{"luật 100/2015/qh13", "b"},
	} {
		if got := found(search(t, ix, schema.Request{Query: tt.query})); got != tt.want {
			t.Errorf("%s finds %s, want %s", tt.query, got, tt.want)
		}
	}
}

// A page can be asked for without snippets, which cost most of its time.
func TestNoSnippets(t *testing.T) {
	ix := rulesCorpus(t)
	with := search(t, ix, schema.Request{Query: "biểu dương"})
	without := search(t, ix, schema.Request{Query: "biểu dương", Snippet: -1})
	if got, want := strings.Join(ids(without), " "), strings.Join(ids(with), " "); got != want {
		t.Errorf("without snippets %s, with them %s", got, want)
	}
	for i, h := range without.Hits {
		if h.Snippet.Text != "" || with.Hits[i].Snippet.Text == "" {
			t.Errorf("%s: snippet %q, and %q without", h.ID, with.Hits[i].Snippet.Text, h.Snippet.Text)
		}
	}
}
