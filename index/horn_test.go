package index_test

import (
	"testing"

	"soi/index/schema"
)

// A horn left off ươ costs nothing: the word is searched for with both horns
// and as it was typed, and a note says so.
func TestHorn(t *testing.T) {
	ix := corpus(t,
		text("a", "Đường sắt", "Người dân ven đường sắt được hỗ trợ."),
		text("b", "Duong sat", "Nguoi dan duoc ho tro."), // typed without marks
		text("c", "Tiếng trống", "Dường như đương thời ngươi thuở ấy."),
		text("d", "Lỗi gõ", "Nguời dân đuợc mời."), // the same slip
	)
	for _, tt := range []struct{ query, want, note string }{
		{"đuờng sắt", "a b", "horn đuờng, đường"},
		{"trưòng", "", "horn trưòng, trường"},
		{"nguời dân", "a b d", "horn nguời, người"},
		{"Ngừoi DÂN", "a b", "horn Ngừoi, người"},
		{`"nguời dân"`, "a b d", "horn nguời, người"},
		{"đuợc nguời", "a b d", "horn đuợc, được horn nguời, người"},
		{"thuở", "c", ""}, // a word as it stands
		{"đuờng bộ OR thuở", "c", "horn đuờng, đường"},
		{"nguoi dan", "a b d", "restored nguoi dan, người dân"}, // nothing was typed wrong
	} {
		r := search(t, ix, schema.Request{Query: tt.query})
		if got := found(r); got != tt.want || notes(r) != tt.note {
			t.Errorf("%s finds %q with %q, want %q with %q", tt.query, got, notes(r), tt.want, tt.note)
		}
	}
	r := search(t, ix, schema.Request{Query: "nguời", Literal: true})
	if found(r) != "b d" || len(r.Notes) > 0 {
		t.Errorf("literally: %q with %q", found(r), notes(r))
	}
}
