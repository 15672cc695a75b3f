package legacy

import (
	"iter"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"soi/testdata/shared"
)

// articles yields real news, each as its title and body in lines.
func articles(t *testing.T) iter.Seq[string] {
	t.Helper()
	return func(yield func(string) bool) {
		for a := range shared.Articles(t, "news-20k") {
			if !yield(a.Title + "\n" + a.Body) {
				return
			}
		}
	}
}

// An encoder shows clean text as windows-1252 shows it in a legacy encoding.
type encoder func(string) string

// encoders are made from the specification's table, not from ours.
func encoders(t *testing.T) map[Encoding]encoder {
	var tables [3][]string // pairs for a Replacer
	for _, row := range vectors(t, "tables/legacy.tsv") {
		for i, seen := range []string{row[2], row[4], row[6]} {
			tables[i] = append(tables[i], row[0], seen)
		}
	}
	return map[Encoding]encoder{
		TCVN3:       strings.NewReplacer(tables[0]...).Replace,
		VNIWindows:  strings.NewReplacer(tables[1]...).Replace,
		Windows1258: strings.NewReplacer(tables[2]...).Replace,
		UTF8In1252: func(s string) string {
			var b strings.Builder
			for i := range len(s) {
				r := charmap.Windows1252.DecodeByte(s[i])
				if r == '\uFFFD' {
					r = rune(s[i])
				}
				b.WriteRune(r)
			}
			return b.String()
		},
	}
}

// TestCleanNewsStays looks at every paragraph for a false alarm.
func TestCleanNewsStays(t *testing.T) {
	docs, paragraphs := 0, 0
	for text := range articles(t) {
		for line := range strings.Lines(text) {
			paragraphs++
			if e, ok := detect(line); ok {
				t.Errorf("taken for %s: %q", e, line)
			}
		}
		if docs++; docs%5 == 0 {
			if got, e, n := Repair(text); got != text || e != "" || n != 0 {
				t.Errorf("article %d is repaired as %s", docs, e)
			}
		}
	}
	t.Logf("%d paragraphs of %d articles", paragraphs, docs)
}

// TestRoundTrip shows every twentieth article in each encoding and reads it
// back, case ignored because TCVN3 has no toned capitals.
func TestRoundTrip(t *testing.T) {
	const allowed = 0.005 // wrong characters
	encode := encoders(t)
	wrong, all := map[Encoding]int{}, 0
	docs := 0
	for text := range articles(t) {
		want := norm.NFC.String(text)
		if docs++; docs%20 != 0 || strings.Count(want, "\n") < 2 {
			continue
		}
		all += utf8.RuneCountInString(want)
		for _, e := range encodings {
			got, found, _ := Repair(encode[e](want))
			d := distance(strings.ToLower(got), strings.ToLower(want))
			wrong[e] += d
			if rate := float64(d) / float64(utf8.RuneCountInString(want)); found != e || rate > allowed {
				t.Errorf("article %d in %s is read as %q, %.2f %% wrong", docs, e, found, 100*rate)
			}
		}
	}
	for _, e := range encodings {
		t.Logf("%s: %d of %d characters wrong", e, wrong[e], all)
	}
}

// TestRecall shows short paragraphs in each encoding. The floors are the
// shares of the specification, which asks for two marked words.
func TestRecall(t *testing.T) {
	sizes := []int{2, 3, 5, 8, 15, 30} // words
	floors := map[Encoding][]float64{  // percent found
		UTF8In1252:  {58, 78, 91, 96, 98.1, 99.9},
		TCVN3:       {58, 79, 91, 96, 98.8, 99.7},
		VNIWindows:  {62, 83, 96, 99, 99.4, 99.7},
		Windows1258: {60, 78, 90, 94, 96.8, 97.5},
	}
	encode := encoders(t)
	found, all := map[Encoding]*[6]int{}, [6]int{}
	for _, e := range encodings {
		found[e] = new([6]int)
	}
	docs := 0
	for text := range articles(t) {
		if docs++; docs%20 != 0 {
			continue
		}
		for line := range strings.Lines(norm.NFC.String(text)) {
			for i, size := range sizes {
				p, ok := excerpt(line, size, docs)
				if !ok {
					continue
				}
				all[i]++
				for _, e := range encodings {
					if got, _ := detect(encode[e](p)); got == e {
						found[e][i]++
					}
				}
			}
		}
	}
	for _, e := range encodings {
		for i, size := range sizes {
			share := 100 * float64(found[e][i]) / float64(all[i])
			if share < floors[e][i] {
				t.Errorf("%s, %d words: %.1f %% found, want %.1f %%", e, size, share, floors[e][i])
			}
			t.Logf("%s, %d words: %.1f %% of %d", e, size, share, all[i])
		}
	}
}

// excerpt cuts size words from a line, somewhere that seed decides.
func excerpt(line string, size, seed int) (string, bool) {
	words := strings.Fields(line)
	if len(words) < size {
		return "", false
	}
	at := seed % (len(words) - size + 1)
	return strings.Join(words[at:at+size], " "), true
}

// distance is the number of characters that differ, counted word by word.
func distance(got, want string) int {
	a, b := strings.Fields(got), strings.Fields(want)
	if len(a) != len(b) {
		return levenshtein([]rune(got), []rune(want))
	}
	d := 0
	for i := range a {
		if a[i] != b[i] {
			d += levenshtein([]rune(a[i]), []rune(b[i]))
		}
	}
	return d
}

func levenshtein(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := 1
			if x == y {
				cost = 0
			}
			row[j+1], diagonal = min(row[j+1]+1, row[j]+1, diagonal+cost), row[j+1]
		}
	}
	return row[len(b)]
}
