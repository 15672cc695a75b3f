package viet

import (
	"strconv"
	"strings"
	"testing"

	"soi/testdata/shared"
)

// vectors reads a table of the shared specification: the tab-separated fields
// of each line, \uXXXX made into the character it names.
func vectors(t *testing.T, name string) [][]string {
	t.Helper()
	rows := shared.Rows(t, "vectors/"+name)
	for _, fields := range rows {
		for i, field := range fields {
			fields[i] = unescape(t, field)
		}
	}
	return rows
}

func unescape(t *testing.T, s string) string {
	t.Helper()
	out, err := strconv.Unquote(`"` + strings.ReplaceAll(s, `"`, `\"`) + `"`)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return out
}

func TestFoldVectors(t *testing.T) {
	for _, row := range vectors(t, "fold.tsv") {
		for level, want := range row[1:4] {
			if got := Fold(row[0], Level(level)); got != want {
				t.Errorf("Fold(%+q, %d) = %+q, want %+q", row[0], level, got, want)
			}
		}
	}
}

func TestSyllableVectors(t *testing.T) {
	for _, row := range vectors(t, "syllables.tsv") {
		if got, want := IsSyllable(row[0]), row[1] == "1"; got != want {
			t.Errorf("IsSyllable(%q) = %t, want %t", row[0], got, want)
		}
	}
}

func TestToneVectors(t *testing.T) {
	for _, row := range vectors(t, "tone_placement.tsv") {
		for _, in := range []string{row[0], row[1]} {
			if got := eachWord(in, CanonTone); got != row[1] {
				t.Errorf("CanonTone(%q) = %q, want %q", in, got, row[1])
			}
		}
		if got := eachWord(row[2], CanonTone); got != row[1] {
			t.Errorf("CanonTone(%q) = %q, want %q (from the new style)", row[2], got, row[1])
		}
	}
}

func TestIYVectors(t *testing.T) {
	for _, row := range vectors(t, "iy.tsv") {
		if got := CanonIY(row[0]); got != row[1] {
			t.Errorf("CanonIY(%q) = %q, want %q", row[0], got, row[1])
		}
	}
}

func eachWord(s string, f func(string) string) string {
	words := strings.Split(s, " ")
	for i, w := range words {
		words[i] = f(w)
	}
	return strings.Join(words, " ")
}
