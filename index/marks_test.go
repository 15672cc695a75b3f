package index_test

import (
	"slices"
	"strings"
	"testing"

	"soi/index"
	"soi/index/schema"
)

// marksCorpus has each word in several forms. The ids tell what is inside.
func marksCorpus(t *testing.T) *index.Index {
	return corpus(t,
		text("tự-soi", "Sinh hoạt chuyên đề", "Mỗi đảng viên tự soi, tự sửa trước chi bộ."),
		text("tu-soi", "Sinh hoat chuyen de", "Moi dang vien tu soi, tu sua truoc chi bo."), // typed without marks
		text("tư-sói", "Chuyện rừng", "Con sói thứ tư đi qua, sữa còn trong bát."),
		text("từ-sỏi", "Đường làng", "Đi từ bến sông rải sỏi lên đồi."),
		text("công-an", "Công an xã", "Lực lượng công an giữ gìn trật tự."),
		text("cộng-ăn", "Bữa cơm", "Cộng thêm người ăn, thêm án treo."),
		text("nghị-quyết", "Nghị quyết mới", "Chi bộ quán triệt nghị quyết của Đảng."),
		text("nghỉ", "Lịch nghỉ", "Cơ quan nghỉ hai ngày, quyết toán sau."),
		text("hoà", "Hoà giải", "Tổ hoà giải ở cơ sở, uỷ viên phụ trách, kỷ luật nghiêm."),
	)
}

func TestMarks(t *testing.T) {
	ix := marksCorpus(t)
	for _, tt := range []struct {
		query string
		want  string // ids by code point
		notes string
	}{
		// As typed, or without any marks in the document.
		{"tự soi", "tu-soi tự-soi", ""},
		{"TỰ SOI", "tu-soi tự-soi", ""},
		{"tu\u031b\u0323 soi", "tu-soi tự-soi", ""},
		{"thứ tư", "tư-sói", ""},
		// No mark typed: every form.
		{"tu soi", "tu-soi tư-sói từ-sỏi tự-soi", "restored"},
		{"quyet", "nghỉ nghị-quyết", ""},
		// Shapes without tones: the tones are open, unless the words stand so.
		{"nghi quyêt", "nghỉ nghị-quyết", "restored"},
		{"nghi quyêt cua dang", "nghị-quyết", "restored"}, // and those without any mark are open
		{`"nghi quyêt cua dang"`, "nghị-quyết", ""},
		{"công an", "công-an", ""},
		{"tư soi", "tu-soi tư-sói từ-sỏi tự-soi", "restored"},
		// Other marks only when nothing else is found.
		{"tự sòi", "tu-soi", ""}, // "tu soi" without marks is found; soi among words with marks is no sòi
		{"nghĩ quyết", "nghỉ nghị-quyết", "other_marks"},
		{`"nghĩ quyết"`, "nghị-quyết", "other_marks"},
		// One word, several spellings.
		{"hòa giải", "hoà", ""},
		{"hoà giải", "hoà", ""},
		{"ủy viên", "hoà", ""},
		{"kỉ luật", "hoà", ""},
		// Phrases: mixed forms, no gap at commas.
		{`"tự soi, tự sửa"`, "tu-soi tự-soi", ""},
		{`"Tự soi", "tự sửa"`, "tu-soi tự-soi", ""},
		{`"tu soi tu sua"`, "tu-soi tự-soi", ""},
		{`"soi tự"`, "tu-soi tự-soi", ""},
		{`"sửa soi"`, "", ""},
		{`"tu sỏi"`, "tu-soi", ""},
	} {
		r := search(t, ix, schema.Request{Query: tt.query})
		got := ids(r)
		slices.Sort(got)
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s finds %s, want %s", tt.query, s, tt.want)
		}
		if r.Total != len(got) {
			t.Errorf("%s: total %d, but %d hits", tt.query, r.Total, len(got))
		}
		if got := kinds(r); got != tt.notes {
			t.Errorf("%s: notes %q, want %q", tt.query, got, tt.notes)
		}
	}
}

// kinds lists the kinds of the notes.
func kinds(r schema.Results) string {
	var all []string
	for _, n := range r.Notes {
		all = append(all, string(n.Kind))
	}
	return strings.Join(all, " ")
}
