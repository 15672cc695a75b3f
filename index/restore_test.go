package index_test

import (
	"fmt"
	"strings"
	"testing"

	"soi/index"
	"soi/index/schema"
)

// Of a query without marks every form is found, and what its words mean beside
// one another comes first, however often the others stand there.
func TestRestoredFirst(t *testing.T) {
	ix := corpus(t,
		text("a", "Chuyện rừng", "Con sói thứ tư sợ sói đàn; sói con, sói già, tư lợi, tư vấn."),
		text("b", "Sinh hoạt", "Mỗi đảng viên tự soi xét mình trước khi họp chi bộ."),
		text("c", "Việc làm", "Đảng viên tự mình soi lại việc đã làm."),
		text("d", "Sinh hoat", "Moi dang vien tu soi xet minh truoc khi hop."), // typed without marks, as the query
		text("e", "Nêu gương", "Ai cũng tự soi; tự soi mãi thành nếp."),
	)
	for _, tt := range []struct{ query, want string }{
		{"tu soi", "e d b c a"},
		{`"tu soi"`, "e d b"},
		{"tự soi", "e b c d"},
		{"tư soi", "e b c a d"}, // a tone is missing
		{"thu tu", "a"},
	} {
		if got := strings.Join(ids(search(t, ix, schema.Request{Query: tt.query})), " "); got != tt.want {
			t.Errorf("%s gives %s, want %s", tt.query, got, tt.want)
		}
	}
	r := search(t, ix, schema.Request{Query: "tu soi", Literal: true})
	if found(r) != "a b c d e" || note(r, schema.NoteRestored) != nil {
		t.Errorf("literally: %s with %s", found(r), notes(r))
	}
}

// What words mean is counted with each segment and summed: an update, in a
// segment of its own, is heard as well.
func TestRestoredFromSegments(t *testing.T) {
	dir := t.TempDir()
	write := func(docs ...*schema.Document) {
		w, err := index.OpenWriter(t.Context(), dir, index.WriterOptions{})
		if err != nil {
			t.Fatal(err)
		}
		defer w.Close()
		for _, d := range docs {
			if err := w.Put(t.Context(), d); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := w.Commit(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	var docs []*schema.Document
	for i := range 20 {
		docs = append(docs, text(fmt.Sprint(i), "Tin", "Bài khác về đường làng và trường học."))
	}
	write(docs...)
	write(text("soi", "Tin", "Đảng viên tự soi, tự sửa."))
	ix, err := index.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	for _, tt := range []struct{ query, want string }{
		{"duong lang", "duong lang, đường làng"},
		{"tu soi tu sua", "tu soi tu sua, tự soi tự sửa"},
		{"truong tu sua", ""}, // nothing tells what truong is beside tu
	} {
		got := ""
		if n := note(search(t, ix, schema.Request{Query: tt.query}), schema.NoteRestored); n != nil {
			got = strings.Join(n.Args, ", ")
		}
		if got != tt.want {
			t.Errorf("%s: note %q, want %q", tt.query, got, tt.want)
		}
	}
}

// Words that ask weigh little beside those that are asked for.
func TestAskingWordsWeighLittle(t *testing.T) {
	ix := corpus(t,
		text("a", "Hỏi đáp", "Bao nhiêu người hỏi bao nhiêu việc, bao nhiêu lần?"),
		text("b", "Đảng phí", "Mức đóng đảng phí theo quy định là một phần trăm tiền lương."),
		text("c", "Tin khác", "Chi bộ họp theo quy định."), text("d", "Tin nữa", "Mức tăng."), text("e", "Tin", "Chi bộ đóng cửa."),
	)
	for _, q := range []string{"mức đóng là bao nhiêu", "muc dong la bao nhieu", "bao nhiêu tiền phải đóng?"} {
		if got := ids(search(t, ix, schema.Request{Query: q})); len(got) == 0 || got[0] != "b" {
			t.Errorf("%s gives %v, want b first", q, got)
		}
	}
}

// Words near each other in the order of the query count as a pair does, for
// less.
func TestNearPairs(t *testing.T) {
	ix := corpus(t,
		text("apart", "Tin", "Chi thì nhiều mà thu lại không có bao nhiêu ở bộ."),
		text("reversed", "Tin", "Bộ thì nhiều mà thu lại không có bao nhiêu ở chi."),
		text("near", "Tin", "Chi đoàn bộ thì nhiều mà thu lại không có bao nhiêu."),
		text("beside", "Tin", "Chi bộ thì nhiều mà thu lại không có bao nhiêu ở."),
	)
	if got := strings.Join(ids(search(t, ix, schema.Request{Query: "chi bộ"})), " "); got != "beside near apart reversed" {
		t.Errorf("chi bộ gives %s", got)
	}
}
