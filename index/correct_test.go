package index_test

import (
	"fmt"
	"slices"
	"testing"

	"soi/index"
	"soi/index/schema"
)

// spellingCorpus has "kỷ luật" and "kiểm điểm" side by side in many reports,
// "kỹ" and "luật" apart in some.
func spellingCorpus(t testing.TB) *index.Index {
	var docs []*schema.Document
	for i := range 20 {
		docs = append(docs, text(fmt.Sprintf("r%02d", i), "Xử lý kỷ luật", "Chi bộ kiểm điểm, xử lý kỷ luật đảng viên; tự soi, tự sửa; nghiêm túc lắng nghe. Phòng chống tham nhũng. Lãnh đạo giải quyết dứt điểm."))
	}
	for i := range 5 {
		docs = append(docs, text(fmt.Sprintf("k%d", i), "Kỹ thuật", "Kỹ thuật viên đọc luật mới. Lý do sử dụng đất."))
	}
	return corpus(t, docs...)
}

// Of words without marks that one report has side by side none is put right,
// however many reports have others.
func TestDidYouMeanTogether(t *testing.T) {
	docs := []*schema.Document{text("one", "Báo cáo", "Chi bộ tự soi, tự sửa.")}
	for i := range 8 {
		docs = append(docs, text(fmt.Sprint("d", i), "Tin", "Từ đội tuyển, đội trưởng sửa sân; tự đổi, từ sửa."))
	}
	r := search(t, corpus(t, docs...), schema.Request{Query: "tu soi tu sua"})
	if n := note(r, schema.NoteDidYouMean); n != nil || r.Total != 1 {
		t.Errorf("%d found, %v is offered", r.Total, n)
	}
}

func TestDidYouMean(t *testing.T) {
	ix := spellingCorpus(t)
	for _, tt := range []struct{ query, want string }{ // "": nothing is offered
		{"kiễm điểm", "kiểm điểm"},                           // hỏi for ngã
		{"tự xoi tự sửa", "tự soi tự sửa"},                   // x for s
		{"phòng trống tham nhũng", "phòng chống tham nhũng"}, // ch for tr
		{"rứt điểm", "dứt điểm"},                             // r for d
		{"giứt điểm", "dứt điểm"},                            // gi for d
		{"nãnh đạo", "lãnh đạo"},                             // l for n
		{"đảng viêng", "đảng viên"},                          // ng for n
		{"kỷ luậc", "kỷ luật"},                               // c for t
		{"lắng nghhe", "lắng nghe"},                          // one key
		{"kiem diem dang vieen", "kiem diem dang vien"},      // a key of Telex among words
		{"nghiem tucs", "nghiem tuc"},
		{"kiem dieem", "kiem diem"},
		{"tham nhjng", "tham nhung"}, // without marks
		{"kỹ luật", "kỷ luật"},       // both words are common, but never side by side
		{"sử lý", "xử lý"},
		{`"kỹ luật" tỉnh:"Bắc Giang"`, ""},
		{`"kiễm điểm"`, `"kiểm điểm"`},
		{"kiễm điểm -kỹ", "kiểm điểm -kỹ"},
		{"kiểm điểm", ""}, // right
		{"kỹ thuật", ""},  // right
		{"kiem diem", ""}, // right but for marks
		{"luật đất", ""},  // apart, and no other spelling is side by side
		{"zzz", ""},       // nothing is close
		{"the quick brown fox jumps", ""},
		{"21-KL/TW", ""},
		{"", ""},
	} {
		r := search(t, ix, schema.Request{Query: tt.query})
		got := ""
		if n := note(r, schema.NoteDidYouMean); n != nil {
			got = n.Args[1]
			if n.Args[0] != tt.query {
				t.Errorf("%s: the note says that %q was typed", tt.query, n.Args[0])
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q is offered, want %q", tt.query, got, tt.want)
		}
		if tt.want != "" && search(t, ix, schema.Request{Query: tt.want}).Total == 0 {
			t.Errorf("%s: what is offered finds nothing", tt.query)
		}
	}
}

// What is said alike is offered before a slip of a key, unless the slip stands
// beside its neighbours in far more documents.
func TestDidYouMeanBySlip(t *testing.T) {
	for _, tt := range []struct {
		alike, slips int // documents with "nghị kết", with "nghị quyết"
		want         string
	}{
		{4, 40, "nghị quyết"},
		{8, 12, "nghị kết"},
		{0, 12, "nghị quyết"},
	} {
		var docs []*schema.Document
		for i := range tt.alike {
			docs = append(docs, text(fmt.Sprintf("k%02d", i), "Tin", "Hội nghị kết thúc vào buổi chiều."))
		}
		for i := range tt.slips {
			docs = append(docs, text(fmt.Sprintf("q%02d", i), "Tin", "Chi bộ học tập nghị quyết mới."))
		}
		r := search(t, corpus(t, docs...), schema.Request{Query: "nghị quết"})
		if n := note(r, schema.NoteDidYouMean); n == nil || n.Args[1] != tt.want {
			t.Errorf("%d documents with nghị kết, %d with nghị quyết: %v, want %s", tt.alike, tt.slips, n, tt.want)
		}
	}
}

// What is offered is not searched, and what is taken literally is not looked
// at.
func TestNothingCorrected(t *testing.T) {
	ix := spellingCorpus(t)
	typed := schema.Request{Query: "tự xoi tự xửa"}
	if r := search(t, ix, typed); note(r, schema.NoteDidYouMean) == nil || slices.Contains(ids(r), "r00") {
		t.Errorf("found %v with %v", ids(r), r.Notes)
	}
	typed.Literal = true
	if r := search(t, ix, typed); note(r, schema.NoteDidYouMean) != nil {
		t.Errorf("a literal query gets %v", r.Notes)
	}
}

// A filter that nothing passes is no misspelling.
func TestFilterIsNoMisspelling(t *testing.T) {
	r := search(t, spellingCorpus(t), schema.Request{Query: "kiểm điểm", Filter: schema.Filter{Year: []schema.YearRange{{From: 1990, To: 1991}}}})
	if r.Total != 0 || note(r, schema.NoteDidYouMean) != nil {
		t.Errorf("%d found, %v", r.Total, r.Notes)
	}
}

// Words are offered as documents write them, not as terms stand in the index.
func TestOfferedAsWritten(t *testing.T) {
	var docs []*schema.Document
	for i := range 10 {
		docs = append(docs, text(fmt.Sprint(i), "Tin", "Ủy ban họp về kỷ luật và hoà bình."))
	}
	ix := corpus(t, docs...)
	for _, tt := range []struct{ query, want string }{
		{"kỷ luậc", "kỷ luật"}, {"kỹ luật", "kỷ luật"}, {"hoà bìng", "hoà bình"},
	} {
		if n := note(search(t, ix, schema.Request{Query: tt.query}), schema.NoteDidYouMean); n == nil || n.Args[1] != tt.want {
			t.Errorf("%s: %v, want %s", tt.query, n, tt.want)
		}
	}
}
