package index_test

import (
	"context"
	"strings"
	"testing"

	"soi/index/schema"
)

func TestNear(t *testing.T) {
	ix := corpus(t,
		text("a", "Báo cáo", "Chi bộ tự soi, tự sửa mỗi tháng."),
		text("b", "Báo cáo", "Sửa xong mới soi lại từ đầu."),
		text("c", "Báo cáo", "Soi cho kỹ rồi hãy nói đến chuyện phải sửa."),
		text("d", "Bao cao", "Chi bo tu soi, tu sua."),
		text("e", "Tự soi", "Sửa sai theo Kết luận 21-KL/TW."),
	)
	for _, tt := range []struct{ query, want string }{
		{`"soi sửa"`, ""},
		{`"soi sửa"~1`, "a d"},     // one word between; a document without marks too
		{`"sửa soi"~1`, "a d"},     // in any order
		{`"sửa soi"~2`, "a b d"},   // xong, mới
		{`"soi sửa"~7`, "a b d"},   // c has eight between
		{`"soi sửa"~8`, "a b c d"}, // title and body are no neighbours
		{`"soi sua"~1`, "a d"},     // no mark typed
		{`"tự tự"~1`, "a d"},       // twice, at two places
		{`"tự tự tự"~9`, ""},
		{`"chi bộ sửa"~3 -"bo tu"~0`, "a"},
		{`"kết luận 21"~1`, "e"},
		{`"21-KL/TW"~5`, "e"}, // nothing stands near itself
		{`"soi"~5`, "a b c d e"},
	} {
		if got := found(search(t, ix, schema.Request{Query: tt.query})); got != tt.want {
			t.Errorf("%s finds %s, want %s", tt.query, got, tt.want)
		}
	}
}

// Words are marked where they stand near each other and nowhere else.
func TestNearMarked(t *testing.T) {
	const body = "Soi xét việc cũ, rồi thôi không làm gì nữa cả. Đảng viên tự soi, rồi tự sửa."
	ix := corpus(t, text("a", "Báo cáo", body))
	_, matches, err := ix.Document(context.Background(), "a", schema.Request{Query: `"sửa soi"~2`})
	if err != nil {
		t.Fatal(err)
	}
	var marked []string
	for _, s := range matches.Spans {
		marked = append(marked, s.Of("Báo cáo\n"+body))
	}
	if got := strings.Join(marked, " "); got != "soi sửa" {
		t.Errorf("marked: %s", got)
	}
}
