package ingest

import (
	"path/filepath"
	"slices"
	"testing"

	"soi/testdata/shared"
)

// What the notes of the gold file say that the real reports declare, and no
// more. The file names begin with the report's number.
func TestSeedsDeclareAcronyms(t *testing.T) {
	for _, tt := range []struct {
		number string
		want   []string
	}{
		{"000", nil}, // BCH and UBKT are used, never declared
		{"001", []string{"BTV=Ban Thường vụ", "LHPN=Liên hiệp Phụ nữ"}}, // BTV twice
		{"002", nil},
		{"003", []string{"TCĐ=tổ chức đảng", "TCCSĐ=tổ chức cơ sở đảng"}},
		{"004", nil},
	} {
		files, err := filepath.Glob(shared.Path(t, "seeds") + "/" + tt.number + "_*.txt")
		if err != nil || len(files) != 1 {
			t.Fatalf("report %s: %v, %v", tt.number, files, err)
		}
		d := readOne(t, files[0])
		var got []string
		for _, a := range d.Acronyms {
			got = append(got, a.Short+"="+a.Long)
			if a.ShortSpan.Of(d.Text) != a.Short || a.LongSpan.Of(d.Text) != a.Long {
				t.Errorf("report %s: %+v is not where it says", tt.number, a)
			}
		}
		slices.Sort(got)
		slices.Sort(tt.want)
		if !slices.Equal(got, tt.want) {
			t.Errorf("report %s declares %q, want %q", tt.number, got, tt.want)
		}
	}
}
