package index_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"soi/index"
	"soi/index/schema"
)

func codesCorpus(t *testing.T) *index.Index {
	return corpus(t,
		text("kh", "Kế hoạch", "Thực hiện Kế hoạch số 107-KH/TU của Ban Thường vụ Tỉnh ủy."),
		text("kl", "Kết luận", "Quán triệt Kết luận số 21 – KL/TW của Trung ương."),
		text("nq", "Nghị quyết", "Theo Nghị quyết số 22-NQ/HU của Huyện ủy."),
		text("qđ", "Quyết định", "Ban hành kèm theo Quyết định số 12/QD-UBND, Quyết định 37-QĐ/TW."),
		text("tự", "Sinh hoạt", "Mỗi đảng viên tự soi, tự sửa."),
		text("tu", "Sinh hoat", "Moi dang vien tu soi, tu sua."),
	)
}

// The letters of a code are no words typed without marks, and yet they are
// found by who means a code.
func TestCodeLetters(t *testing.T) {
	ix := codesCorpus(t)
	for _, tt := range []struct{ query, want string }{
		// Words.
		{"tự", "tu tự"},
		{"tu", "tu tự"},
		{"từ", "tu"},
		{"tư", "tu"},
		{"tu soi", "tu tự"},
		{"TU SOI", "tu tự"}, // a whole query in capitals
		{`"tu soi"`, "tu tự"},
		{"hu", ""},
		{"hữu", ""},
		// Letters of codes: in capitals, as no word can be, behind a type.
		{"TU", "kh tu"},
		{"kế hoạch TU", "kh"},
		{"HU", "nq"},
		{"ke hoach TU", "kh"},
		{"kh tu", "kh"},
		{"107 kh tu", "kh"},
		{"107 KH TU", "kh"},
		{"107-KH/TU", "kh"},
		{"KH/TU", "kh"},
		{`"KH TU"`, "kh"},
		{`"kế hoạch số 107-KH/TU"`, "kh"},
		{"22 nq hu", "nq"},
		{"21 KL TW", "kl"},
		{"21 kl tw", "kl"},
		{"kl tw", "kl"},
		{"KL TW", "kl"},
		{`"kl tw"`, "kl"},
		{"tw", "kl qđ"},
		{"TƯ", "kl qđ"},
		{"qđ", "qđ"},
		{"qd", "qđ"},
		{"12 QĐ UBND", "qđ"}, // typed there without the stroke
		{"37 qd tw", "qđ"},
		{"37-QD/TW", "qđ"},
	} {
		r := search(t, ix, schema.Request{Query: tt.query, Literal: true})
		got := ids(r)
		slices.Sort(got)
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s finds %s, want %s", tt.query, s, tt.want)
		}
	}
}

// What is marked follows the same rule.
func TestCodeLettersMarked(t *testing.T) {
	ix := codesCorpus(t)
	for _, tt := range []struct{ query, id, want string }{
		{"tu", "kh", ""},
		{"tự", "kh", ""},
		{"TU", "kh", "TU"},
		{"kh tu", "kh", "KH TU"},
		{"KL TW", "kl", "KL TW"},
		{"21-KL/TW", "kl", "21 – KL/TW"},
	} {
		d, matches, err := ix.Document(context.Background(), tt.id, schema.Request{Query: tt.query})
		if err != nil {
			t.Fatal(err)
		}
		var marked []string
		for _, s := range matches.Spans {
			marked = append(marked, s.Of(d.Text))
		}
		if got := strings.Join(marked, " "); got != tt.want {
			t.Errorf("%s marks %q in %s, want %q", tt.query, got, tt.id, tt.want)
		}
	}
}
