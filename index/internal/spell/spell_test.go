package spell

import "testing"

func TestDistance(t *testing.T) {
	for _, tt := range []struct {
		typed, meant string
		want         int
	}{
		{"nghị", "nghị", 0},
		{"sữa", "sửa", 1},     // hỏi for ngã
		{"xử", "sử", 1},       // x for s
		{"chung", "trung", 1}, // ch for tr
		{"giải", "dải", 1},    // gi for d
		{"rải", "dải", 1},     // r for d
		{"lăm", "năm", 1},     // l for n
		{"bàng", "bàn", 1},    // ng for n
		{"mặc", "mặt", 1},     // c for t
		{"xữa", "sửa", 2},     // both
		{"nghành", "ngành", 1},
		{"gìn", "dìn", OneKey},     // the i is its vowel: not gi for d
		{"quyêt", "quyết", OneKey}, // a tone left out
		{"quết", "quyết", OneKey},  // a letter left out
		{"nghhị", "nghị", OneKey},  // twice
		{"ngihị", "nghiị", OneKey}, // too early
		{"đảnt", "đảng", OneKey},   // wrong
		{"luật", "lệnh", Far},
		{"a", "nghiêng", Far},
		{"", "ngh", Far},
		{"covd", "covid", OneKey},
	} {
		if got := New(tt.typed).Distance(New(tt.meant)); got != tt.want {
			t.Errorf("from %q to %q it is %d, want %d", tt.typed, tt.meant, got, tt.want)
		}
		if there, back := New(tt.typed).Distance(New(tt.meant)), New(tt.meant).Distance(New(tt.typed)); there != back {
			t.Errorf("from %q to %q it is %d, and %d back", tt.typed, tt.meant, there, back)
		}
	}
}
