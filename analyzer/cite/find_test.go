package cite

import (
	"bufio"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"soi/testdata/shared"
)

// line writes references as code|type|date|term joined by ";".
func line(refs []Reference) string {
	var out []string
	for _, r := range refs {
		out = append(out, strings.Join([]string{r.Code, r.Type, r.Date, r.Term}, "|"))
	}
	return strings.Join(out, ";")
}

var escape = regexp.MustCompile(`\\u[0-9a-fA-F]{4}`)

// vectors calls check with the two fields of each row of a table of vectors.
func vectors(t *testing.T, name string, check func(in, want string)) {
	t.Helper()
	file, err := os.Open(shared.Path(t, name))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	n := 0
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if lines.Text() == "" || strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		row := escape.ReplaceAllStringFunc(lines.Text(), func(s string) string {
			r, _ := strconv.ParseUint(s[2:], 16, 32)
			return string(rune(r))
		})
		in, want, _ := strings.Cut(row, "\t")
		check(in, want)
		n++
	}
	if err := lines.Err(); err != nil || n == 0 {
		t.Fatalf("%s: %d rows, %v", name, n, err)
	}
}

func TestFindVectors(t *testing.T) {
	vectors(t, "vectors/directives.tsv", func(in, want string) {
		if got := line(Find(in)); got != want {
			t.Errorf("Find(%q)\n got %s\nwant %s", in, got, want)
		}
	})
}

func TestTokenVectors(t *testing.T) {
	code := regexp.MustCompile(`\d+:(\S+)/code`)
	date := regexp.MustCompile(`\d+:(\S+)/date`)
	vectors(t, "vectors/tokens.tsv", func(in, want string) {
		var codes []string
		for i := range in {
			if r, ok := CodeAt(in, i); ok {
				codes = append(codes, Key(r.Code))
			}
		}
		var wantCodes []string
		for _, m := range code.FindAllStringSubmatch(want, -1) {
			wantCodes = append(wantCodes, Key(m[1]))
		}
		if got, want := strings.Join(codes, " "), strings.Join(wantCodes, " "); got != want {
			t.Errorf("codes of %q: %q, want %q", in, got, want)
		}
		var dates, wantDates []string
		for _, d := range FindDates(in) {
			dates = append(dates, d.ISO())
		}
		for _, m := range date.FindAllStringSubmatch(want, -1) {
			wantDates = append(wantDates, m[1])
		}
		if got, want := strings.Join(dates, " "), strings.Join(wantDates, " "); got != want {
			t.Errorf("dates of %q: %q, want %q", in, got, want)
		}
	})
}
