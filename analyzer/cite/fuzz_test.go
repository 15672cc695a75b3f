package cite

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzFind: references are sorted and disjoint, lie between runes, hold the
// text that they cover, and have the key of their code.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"Kết luận số 21-KL/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương Đảng khóa XIII",
		"Nghị quyết số 10, 11 và 12-NQ/TW; NQ TW4 khóa XI, XII",
		"Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương 5, 6 (khóa XIII)",
		"37 – QÐ/T.Ư 1836 QĐ/TWĐTN 2015/VPCP-V.I 26/2015/TTLT-BYT - BNV",
		"Tỉnh ủy đã ban hành Kế hoạch số 43 ngày 23/3/2022, Nghị định 100/2019",
		"1,1,1,1,1 và số 1;\u00a01 & 2\u031b-KL/TU\u031b \xff21-KL/TW\xcc",
		"\ufeff２１－ＫＬ/\u200bＴＷ\u00ad, ngày\u3000２５/１０/２０２１\u2060",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, r := range Find(text) {
			if r.Start < end || r.End <= r.Start || r.End > len(text) {
				t.Fatalf("%q: span %d-%d after %d", text, r.Start, r.End, end)
			}
			if r.Raw != text[r.Start:r.End] {
				t.Errorf("%q: Raw %q, text %q", text, r.Raw, text[r.Start:r.End])
			}
			if !utf8.RuneStart(text[r.Start]) || r.End < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[r.End]) {
				t.Errorf("%q: span %d-%d cuts a rune", text, r.Start, r.End)
			}
			if r.Key != Key(r.Code) {
				t.Errorf("%q: key %q of code %q", text, r.Key, r.Code)
			}
			end = r.End
		}
	})
}

// FuzzParseCode: the canonical form of a code is its own canonical form, and
// finding it does not depend on the spelling that it came from.
func FuzzParseCode(f *testing.F) {
	for _, s := range []string{
		"21 - kl/tw", "37-QÐ/TW", "33/NQ - TƯ", "646/QĐ/QUTW", "19-2018/NQ-CP", "22-LCT/HĐNN8", "1014/ubnd-nc",
		"26/2015/TTLT-BYT - BNV", "2015/VPCP-V.III", "43/CP", "41/2024/qh15", "24a-NQ/TW", "nqtw4-xii", "00001-QĐ/ABC", "1CĐ/CB@", "NĐ 00",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, _, ok := ParseCode(s)
		if !ok {
			return
		}
		again, _, ok := ParseCode(r.Code)
		if !ok || again.Code != r.Code {
			t.Errorf("ParseCode(%q) = %q, which parses to %q, %v", s, r.Code, again.Code, ok)
		}
		own := r.Code // of an unknown term, which is all that a sign without a tail asks for
		if !strings.Contains(s, "@") {
			own += "@XIII"
		}
		if !MatchIdentity(own, s) && tailOf(s) == "" {
			t.Errorf("%q does not match its own code %q", s, own)
		}
	})
}

// tailOf is the tail of an identity as typed.
func tailOf(s string) string {
	_, tail := ParseIdentity(s)
	return tail
}
