package cite

import (
	"strings"
	"testing"
	"unicode/utf8"

	"soi/analyzer/viet"
)

// Codes and dates with wide or invisible characters are the plain ones, and
// their spans are those of the text as it stands.
func TestFindUnclean(t *testing.T) {
	for _, tt := range []struct{ in, code, raw string }{
		{"theo ２１-ＫＬ/ＴＷ, xã", "21-KL/TW", "２１-ＫＬ/ＴＷ"},
		{"theo 21－KL／TW.", "21-KL/TW", "21－KL／TW"},
		{"21-KL\u200b/TW", "21-KL/TW", "21-KL\u200b/TW"},
		{"21-KL/\u00adTW\u00ad", "21-KL/TW", "21-KL/\u00adTW"}, // the last one is outside
		{"\ufeff21\u2060-\u2060KL/TW\u200b và", "21-KL/TW", "21\u2060-\u2060KL/TW"},
		{"Kết\u3000luận\u2009số ２１\u00a0-\u202fKL/TW", "21-KL/TW", "Kết\u3000luận\u2009số ２１\u00a0-\u202fKL/TW"},
		{"３０/２０２０/ＮĐ-ＣＰ", "30/2020/NĐ-CP", "３０/２０２０/ＮĐ-ＣＰ"},
		{"１６００/ＱĐ-ＴＴｇ", "1600/QĐ-TTg", "１６００/ＱĐ-ＴＴｇ"},
		{"a\u200b21-KL/TW", "", ""}, // in a word
	} {
		var code, raw string
		if refs := Find(tt.in); len(refs) > 0 {
			code, raw = refs[0].Code, refs[0].Raw
		}
		if code != tt.code || raw != tt.raw {
			t.Errorf("Find(%+q) gives %q, %+q, want %q, %+q", tt.in, code, raw, tt.code, tt.raw)
		}
	}
	in := "Đ ngày ２５/１０/\u200b２０２１\u200b."
	dates := FindDates(in)
	if len(dates) != 1 || dates[0].ISO() != "2021-10-25" || in[dates[0].Start:dates[0].End] != "２５/１０/\u200b２０２１" {
		t.Errorf("FindDates(%+q) = %v", in, dates)
	}
	if r, term, ok := ParseCode("２１－ＫＬ/ＴＷ@XIII"); !ok || r.Code != "21-KL/TW" || term != "XIII" {
		t.Errorf("ParseCode gives %v, %q, %t", r, term, ok)
	}
}

// TestUnclean compares the clean copy of every character with what Fold makes
// of it: it is read as it stands only where codes know it so.
func TestUnclean(t *testing.T) {
	for r := rune(0); r <= 0xFFFF; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		text, folded := NewText("1"+string(r)+"2"), viet.Fold(string(r), viet.Exact)
		cleaned := folded == "" || folded != string(r) && folded[0] < utf8.RuneSelf
		if r < utf8.RuneSelf || strings.ContainsRune("\u00a0\u2028\u2029", r) || // spaces and line ends of their own
			strings.ContainsAny(folded, "-'\"") && r < 0x3000 || // dashes and quotes
			strings.ContainsAny(folded, "0123456789") && r < 0x3000 || // footnotes
			strings.ContainsRune("\u0130\u0131\u037e\u1fef\u212aﬀﬁﬂﬃﬄ", r) { // no letters of codes
			cleaned = false
		}
		if got := text.clean != text.raw; got != cleaned {
			t.Errorf("%U in a text: cleaned is %t, want %t", r, got, cleaned)
		}
		if want := "1" + folded + "2"; cleaned && !strings.EqualFold(text.clean, want) {
			t.Errorf("%U is cleaned to %q, want %q", r, text.clean, want)
		}
		if got := text.endOf(len(text.clean)); got != len(text.raw) {
			t.Errorf("%U: the end of the text is at %d, want %d", r, got, len(text.raw))
		}
		if got := text.startOf(text.cleanAt(len(text.raw) - 1)); got != len(text.raw)-1 {
			t.Errorf("%U: the last digit is at %d, want %d", r, got, len(text.raw)-1)
		}
	}
}
