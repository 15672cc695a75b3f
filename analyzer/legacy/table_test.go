package legacy

import (
	"bufio"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"soi/testdata/shared"
)

// TestLetters demands what the head of letters.txt promises.
func TestLetters(t *testing.T) {
	seen := map[string]bool{}
	for line := range strings.Lines(letterRules) {
		f := strings.Fields(line)
		if f[0] == "#" {
			continue
		}
		if len(f) != 4 || seen[f[0]] || !norm.NFC.IsNormalString(f[0]) {
			t.Errorf("bad line %q", line)
		}
		seen[f[0]] = true
	}
	if len(seen) != 134 {
		t.Errorf("%d letters, want 134", len(seen))
	}
}

// TestTable compares letters.txt with the specification's table.
func TestTable(t *testing.T) {
	for _, row := range vectors(t, "tables/legacy.tsv") {
		letter := row[0]
		for _, tt := range []struct {
			e    Encoding
			seen string
			want string
		}{
			{TCVN3, row[2], letter},
			{VNIWindows, row[4], letter},
			{Windows1258, row[6], letter},
		} {
			if tt.e == TCVN3 && strings.HasSuffix(row[1], "(small)") {
				tt.want = strings.ToLower(letter)
			}
			var got []byte
			switch tt.e {
			case TCVN3:
				got, _ = tcvn3.decode(nil, tt.seen)
			case VNIWindows:
				got, _ = vni.decode(nil, tt.seen)
			case Windows1258:
				got, _ = cp1258.decode(nil, tt.seen)
			}
			if string(got) != tt.want {
				t.Errorf("%s: %q is %q, want %q", tt.e, tt.seen, got, tt.want)
			}
		}
	}
}

// TestCharsets compares letters.txt with a second, independent table.
func TestCharsets(t *testing.T) {
	f, err := os.Open(shared.Path(t, "data/encodings/vn_charsets.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want := map[string][2]string{} // bytes of TCVN3 and VNI
	scanner := bufio.NewScanner(f)
	for scanner.Scan() {
		if row := strings.Split(scanner.Text(), "\t"); strings.HasPrefix(row[1], "U+") {
			want[row[0]] = [2]string{row[3], row[6]}
		}
	}
	rows := 0
	for line := range strings.Lines(letterRules) {
		f := strings.Fields(line)
		if f[0] == "#" {
			continue
		}
		rows++
		w := want[f[0]]
		for i, bytes := range f[1:3] {
			if given := strings.ToLower(strings.ReplaceAll(w[i], " ", "")); bytes != "-" && given != bytes {
				t.Errorf("%s is %s, elsewhere %s", f[0], bytes, given)
			}
		}
	}
	if rows != len(want) {
		t.Errorf("%d letters, elsewhere %d", rows, len(want))
	}
}
