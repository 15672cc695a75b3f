package suggest

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// A phrase is counted by documents, written as most write it, and does not
// end inside of another.
func TestPhrases(t *testing.T) {
	s := NewSample()
	for _, text := range []string{
		"Chi bộ thực hiện tự soi, tự sửa. Ban Thường vụ Huyện ủy giao việc; Nghị quyết số 21 được phổ biến.",
		"Tự soi, tự sửa là việc hằng ngày. Tự soi, tự sửa là việc khó. Ban Thường vụ Huyện ủy nhắc Nghị quyết số 18.",
		"Đảng viên tự soi, tự sửa và nêu gương. Nghị quyết số 4 và việc khó.",
		"Cơ quan xây dựng cơ sở, xây dựng cơ chế, nêu gương. Một thường lệ, một vụ việc.",
		"Xã xây dựng cơ sở; huyện xây dựng cơ chế. Nghị quyết số 37 của ban chấp hành.",
	} {
		s.Add([]string{text})
	}
	found := map[string]int{}
	for _, p := range s.Phrases() {
		found[p.Text] = p.Documents
	}
	for _, tt := range []struct {
		text string
		want int // documents; 0 absent
	}{
		{"tự soi, tự sửa", 3}, // twice in one document
		{"Ban Thường vụ Huyện ủy", 2},
		{"nêu gương", 2},
		{"tự soi, tự", 0},     // goes on
		{"soi, tự sửa", 0},    // begins before
		{"tự soi", 0},         // always goes on
		{"Nghị quyết số", 0},  // a number follows
		{"là việc", 0},        // begins with a word that ties
		{"xây dựng cơ", 0},    // half of cơ sở, half of cơ chế
		{"khó Ban Thường", 0}, // over the end of a sentence
	} {
		if got := found[tt.text]; got != tt.want {
			t.Errorf("%q is in %d documents, want %d; found %v", tt.text, got, tt.want, found)
		}
	}
}

// However long and strange a text, a sample takes so many words of it and
// cuts it between letters.
func TestSampleBounds(t *testing.T) {
	s := NewSample()
	s.Add([]string{strings.Repeat("ệ", 100_000), strings.Repeat("tự soi ", 100_000), "\xff\xfe tự soi"})
	s.Add([]string{"tự soi; \xff, tự soi"})
	s.Add([]string{strings.Repeat("tự soi. ", 1000)})
	s.Add([]string{strings.Repeat("sửa ", 1000)})
	for _, text := range s.texts {
		if len(text.words) > sampleWords {
			t.Errorf("%d words of a text", len(text.words))
		}
	}
	for _, p := range s.Phrases() {
		if !utf8.ValidString(p.Text) || p.Documents > len(s.texts) {
			t.Errorf("found %+v", p)
		}
	}
	if p := NewSample().Phrases(); p != nil {
		t.Errorf("an empty sample has %v", p)
	}
}

// Documents are taken out of what was counted as if they had not been there,
// but for phrases that only then become frequent or stand for themselves.
func TestTakeFrom(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	words := strings.Fields("chi bộ tự soi tự sửa nêu gương thường vụ huyện ủy và của nghị quyết")
	texts := make([][]string, 200)
	for i := range texts {
		var b strings.Builder
		for n := range 60 {
			b.WriteString(words[min(random.IntN(len(words)), random.IntN(len(words)))])
			b.WriteString([]string{" ", " ", " ", ", ", ". "}[random.IntN(5)])
			if n%20 == 19 {
				b.WriteString("\n")
			}
		}
		texts[i] = []string{"Tiêu đề", b.String()}
	}
	all, gone, left := NewSample(), NewSample(), NewSample()
	for i, parts := range texts {
		all.Add(parts)
		if i%10 == 0 {
			gone.Add(parts)
		} else {
			left.Add(parts)
		}
	}
	counted := all.Phrases()
	want := map[string]int{}
	for _, p := range left.Phrases() {
		want[p.Key] = p.Documents
	}
	compared := 0
	for _, p := range gone.TakeFrom(counted, left.Least()) {
		if n, ok := want[p.Key]; ok {
			if compared++; n != p.Documents {
				t.Errorf("%q is left in %d documents, want %d", p.Text, p.Documents, n)
			}
		}
	}
	if compared < 20 {
		t.Errorf("%d of %d phrases were compared", compared, len(counted))
	}
	for _, p := range all.TakeFrom(counted, 1) {
		t.Errorf("%q is left in %d documents of none", p.Text, p.Documents)
	}
}
