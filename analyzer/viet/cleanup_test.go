package viet

import (
	"strings"
	"testing"
)

// cleanUp is the specification's table of what is not only put in lower case,
// and the raised and lowered digits, written out once more: each line is a stretch of code points and what all of
// them become at every level, but that đ is d at ASCII. The full-width forms,
// which become their ASCII, are apart.
var cleanUp = []struct {
	first, last rune
	want        string
}{
	{'\u00D0', '\u00D0', "đ"}, // Eth
	{'\u00F0', '\u00F0', "đ"},
	{'\u0189', '\u0189', "đ"}, // African D
	{'\u0256', '\u0256', "đ"},
	{'\u0130', '\u0131', "i"},
	{'\u00AD', '\u00AD', ""},
	{'\u200B', '\u200F', ""},
	{'\u202A', '\u202E', ""},
	{'\u2060', '\u2064', ""},
	{'\u2066', '\u2069', ""},
	{'\uFEFF', '\uFEFF', ""},
	{'\u00A0', '\u00A0', " "},
	{'\u2000', '\u200A', " "},
	{'\u2028', '\u2029', " "},
	{'\u202F', '\u202F', " "},
	{'\u205F', '\u205F', " "},
	{'\u3000', '\u3000', " "},
	{'\u00B4', '\u00B4', "'"},
	{'\u02BC', '\u02BC', "'"},
	{'\u2018', '\u201B', "'"},
	{'\u2032', '\u2032', "'"},
	{'\u00AB', '\u00AB', `"`},
	{'\u00BB', '\u00BB', `"`},
	{'\u201C', '\u201F', `"`},
	{'\u2033', '\u2033', `"`},
	{'\u2010', '\u2015', "-"},
	{'\u2212', '\u2212', "-"},
	{'\u00B2', '\u00B2', "2"}, // raised and lowered digits are not in the specification's table
	{'\u00B3', '\u00B3', "3"},
	{'\u00B9', '\u00B9', "1"},
	{'\u2070', '\u2070', "0"},
	{'\u2074', '\u2074', "4"},
	{'\u2075', '\u2075', "5"},
	{'\u2076', '\u2076', "6"},
	{'\u2077', '\u2077', "7"},
	{'\u2078', '\u2078', "8"},
	{'\u2079', '\u2079', "9"},
	{'\u2080', '\u2080', "0"},
	{'\u2081', '\u2081', "1"},
	{'\u2082', '\u2082', "2"},
	{'\u2083', '\u2083', "3"},
	{'\u2084', '\u2084', "4"},
	{'\u2085', '\u2085', "5"},
	{'\u2086', '\u2086', "6"},
	{'\u2087', '\u2087', "7"},
	{'\u2088', '\u2088', "8"},
	{'\u2089', '\u2089', "9"},
	{'\uFB00', '\uFB00', "ff"},
	{'\uFB01', '\uFB01', "fi"},
	{'\uFB02', '\uFB02', "fl"},
	{'\uFB03', '\uFB03', "ffi"},
	{'\uFB04', '\uFB04', "ffl"},
}

// cleanForm is what cleanUp says of r, and false if it does not name r.
func cleanForm(r rune) (string, bool) {
	if r >= '\uFF01' && r <= '\uFF5E' {
		return strings.ToLower(string(r - '\uFF01' + '!')), true
	}
	for _, row := range cleanUp {
		if r >= row.first && r <= row.last {
			return row.want, true
		}
	}
	return "", false
}

// TestCleanUp folds each character of the clean-up table, between letters.
func TestCleanUp(t *testing.T) {
	check := func(in, want string) {
		t.Helper()
		for level := range Level(levels) {
			if level == ASCII {
				want = strings.ReplaceAll(want, "đ", "d")
			}
			if got := Fold("x"+in+"y", level); got != "x"+want+"y" {
				t.Errorf("Fold(x%+qy, %d) = %+q, want %+q", in, level, got, "x"+want+"y")
			}
		}
	}
	for _, row := range cleanUp {
		for r := row.first; r <= row.last; r++ {
			check(string(r), row.want)
		}
	}
	for r := '!'; r <= '~'; r++ {
		check(string(r-'!'+'\uFF01'), strings.ToLower(string(r))) // full width
	}
	for _, stroke := range []string{"\u0335", "\u0336", "\u0338"} {
		check("d"+stroke, "đ")
		check("D"+stroke, "đ")
	}
	if got := Fold("d\u0337", Exact); got != "d\u0337" { // the stroke beside them is none of đ
		t.Errorf("d with a short solidus is folded to %+q", got)
	}
	check("i\u0307", "i")
	check("I\u0307", "i")
}
