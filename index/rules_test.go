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

// Of words that lie behind the end of what is read nothing is found, instead
// of everything, and why is said.
func TestWordsBehindTheLimit(t *testing.T) {
	ix := rulesCorpus(t)
	for _, tt := range []struct{ query, repair string }{
		{strings.Repeat("(", 5_000) + "tự" + strings.Repeat(")", 5_000), "too_long"},
		{strings.Repeat("a", 100_000), "too_long"},
	} {
		for _, literal := range []bool{false, true} {
			r := search(t, ix, schema.Request{Query: tt.query, Literal: literal, Facets: true})
			if r.Total != 0 || len(r.Hits) != 0 || len(r.Notes) == 0 {
				t.Errorf("%.5q…: %d found, notes %v", tt.query, r.Total, r.Notes)
				continue
			}
			if !slices.ContainsFunc(r.Notes, func(n schema.Note) bool { return n.Kind == schema.NoteSyntax && n.Args[0] == tt.repair }) {
				t.Errorf("%.5q…: notes %v, want %s among them", tt.query, r.Notes, tt.repair)
			}
		}
	}
	if r := search(t, ix, schema.Request{Query: "***"}); r.Total == 0 {
		t.Error("signs alone ask for nothing, but found nothing")
	}
}
