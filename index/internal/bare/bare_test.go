package bare

import (
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	for _, tt := range []struct {
		parts string // with | between
		want  string // the passages, with | between parts and / between passages of one
	}{
		{"", ""},
		{"Tu soi", "Tu soi"}, // all there is
		{"Chi bo tu soi, tu sua.", "Chi bo tu soi, tu sua"}, // all there is
		{"Tu soi|Chi bo tu soi", "Tu soi|Chi bo tu soi"},    // a title and its body
		{"Kim Nhung|Chi bộ tự soi", "|"},                    // a caption
		{"Bà Kim Nhung, Thu Hoa nói", ""},                   // names
		{"Đảng bộ: chi bo tu soi nghiem tuc, đã nói", "chi bo tu soi nghiem tuc"},
		{"Bộ ket qua|tu soi nam truoc là", "ket qua|tu soi nam truoc"}, // goes on
		{"tu soi nghiem tuc nay không", ""},                            // five
		{"tu soi nghiem tuc nam nay không", "tu soi nghiem tuc nam nay"},
		{"TU SOI, NGHIEM TUC – NAM NAY Ở", "TU SOI, NGHIEM TUC – NAM NAY"},
		{"Em hoang mang sau khi chia tay anh ta và", ""}, // whole words
		{"Gồm Lan, Mai, Hoa, Nhung, Trang, Linh, Minh được", ""},
		{"Ông nói: He can go to the bank in the city, rồi", ""},
		{"Theo World Health Organization, Centers for Disease Control and Prevention in the United States of America, là", ""},
		{"The quick brown fox jumps over lazy dogs", ""}, // English as a whole
		{"tu so\u0301i tu sua", ""},                      // a mark of its own
		{"21-KL/TW 2025", ""},
		{"\xff tu soi \xff", "tu soi"},
	} {
		parts := strings.Split(tt.parts, "|")
		var got []string
		for i, passages := range Find(parts) {
			var texts []string
			for _, p := range passages {
				texts = append(texts, p.Of(parts[i]))
			}
			got = append(got, strings.Join(texts, "/"))
		}
		if g := strings.Join(got, "|"); g != tt.want {
			t.Errorf("%q has %q, want %q", tt.parts, g, tt.want)
		}
	}
}

func TestHolds(t *testing.T) {
	passages := []Passage{{Start: 2, End: 4}, {Start: 6, End: 9}}
	for at, want := range []bool{false, false, true, true, false, false, true, true, true, false} {
		if Holds(passages, at) != want {
			t.Errorf("Holds at %d = %t", at, !want)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	parts := []string{strings.Repeat("Chi bộ tự soi, tự sửa theo kết luận của Trung ương. ", 60)}
	b.SetBytes(int64(len(parts[0])))
	for b.Loop() {
		Find(parts)
	}
}
