package legacy

import (
	"testing"
	"unicode/utf8"
)

// FuzzRepair holds that whatever comes in, the result is UTF-8 and clean:
// repairing it again changes nothing. Clean text comes back as it was.
func FuzzRepair(f *testing.F) {
	for _, s := range []string{longTCVN3, longVNI, longClear, "hoá\n" + longVNI, "thÃ nh phá»‘ lÃ tá»‰nh", "Ðaòng viên", "\xff\xc3\n\r"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once, e, fixed := Repair(s)
		if !utf8.ValidString(once) {
			t.Errorf("Repair(%q) = %q is not UTF-8", s, once)
		}
		if (e == "") != (fixed == 0) || fixed == 0 && utf8.ValidString(s) && once != s {
			t.Errorf("Repair(%q) = %q, %q, %d", s, once, e, fixed)
		}
		if twice, _, again := Repair(once); twice != once || again != 0 {
			t.Errorf("Repair(%q) gives %q, then %q", s, once, twice)
		}
		if text, _, ok := Bytes([]byte(s)); ok && !utf8.ValidString(text) {
			t.Errorf("Bytes(%q) = %q is not UTF-8", s, text)
		}
		if text, ok := UTF16([]byte(s)); ok && !utf8.ValidString(text) {
			t.Errorf("UTF16(%q) = %q is not UTF-8", s, text)
		}
	})
}
