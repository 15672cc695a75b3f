package snippet

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"soi/analyzer/viet"
	"soi/index/internal/bare"
	"soi/index/schema"
)

// words makes one sequence a word, each matched at a level.
func words(level viet.Level, all ...string) []Sequence {
	var out []Sequence
	for _, w := range all {
		out = append(out, Sequence{{{Text: w, Level: level}}})
	}
	return out
}

// phrase makes one sequence of words, each matched exactly.
func phrase(all ...string) Sequence {
	var s Sequence
	for _, w := range all {
		s = append(s, []Term{{Text: w, Level: viet.Exact}})
	}
	return s
}

// marked shows a text with the spans in brackets.
func marked(text string, spans []schema.Span) string {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		b.WriteString(text[at:s.Start] + "[" + text[s.Start:s.End] + "]")
		at = s.End
	}
	return b.String() + text[at:]
}

func all(text string) []schema.Span { return []schema.Span{{Start: 0, End: len(text)}} }

func TestSpans(t *testing.T) {
	for _, tt := range []struct {
		sequences  []Sequence
		text, want string
	}{
		{words(viet.Exact, "soi"), "Tự soi, tự sói.", "Tự [soi], tự sói."},
		{words(viet.ASCII, "soi"), "Tự soi, tự sói.", "Tự [soi], tự [sói]."},
		{words(viet.Toneless, "tư"), "tư tự tu từ", "[tư] [tự] tu [từ]"},
		{words(viet.Exact, "hòa"), "Hoà bình, hòa hợp", "[Hoà] bình, [hòa] hợp"},                             // both places of the tone
		{words(viet.Exact, "tự"), "tu\u031b\u0323 do", "[tu\u031b\u0323] do"},                                // marks apart
		{[]Sequence{phrase("tự", "soi", "tự", "sửa")}, "Tự soi, tự sửa; tự soi", "[Tự soi, tự sửa]; tự soi"}, // only whole
		{[]Sequence{phrase("a", "a", "b")}, "a a a b", "a [a a b]"},
		{append(words(viet.Exact, "soi"), phrase("tự", "soi")), "tự soi", "[tự soi]"}, // overlaps become one
		{[]Sequence{phrase("21-kl/tw")}, "Kết luận 21 – KL/TW nêu", "Kết luận [21 – KL/TW] nêu"},
		{[]Sequence{phrase("21", "/kl", "/tw")}, "Kết luận 21-KL/TW nêu", "Kết luận [21-KL/TW] nêu"}, // by its parts
		{words(viet.ASCII, "tu"), "Kế hoạch 107-KH/TU, tự soi", "Kế hoạch 107-KH/TU, [tự] soi"},      // TU is no word
		{nil, "tự soi", "tự soi"},
	} {
		got := marked(tt.text, New(tt.sequences, nil).Find(Read(tt.text, all(tt.text), nil), 0).Spans())
		if got != tt.want {
			t.Errorf("%v in %q: %s, want %s", tt.sequences, tt.text, got, tt.want)
		}
	}
}

// A phrase does not reach from one part of the text into the next, and what
// lies between the parts is not looked at.
func TestParts(t *testing.T) {
	text := "tự soi trang chủ tự sửa"
	parts := []schema.Span{{Start: 0, End: len("tự soi")}, {Start: strings.Index(text, "tự sửa"), End: len(text)}}
	for _, tt := range []struct {
		sequences []Sequence
		want      string
	}{
		{words(viet.Exact, "chủ", "soi"), "tự [soi] trang chủ tự sửa"},
		{[]Sequence{phrase("soi", "tự")}, text},
	} {
		if got := marked(text, New(tt.sequences, nil).Find(Read(text, parts, nil), 0).Spans()); got != tt.want {
			t.Errorf("%v: %s, want %s", tt.sequences, got, tt.want)
		}
	}
}

func TestBest(t *testing.T) {
	filler := strings.Repeat("Các chi bộ tiếp tục thực hiện nhiệm vụ thường xuyên. ", 12)
	for _, tt := range []struct {
		why, text, want string
		sequences       []Sequence
		size            int
	}{
		{"the sentence with both words wins over those with one",
			"Hội nghị bàn về tự do. " + filler + "Đảng viên tự soi việc làm. " + filler,
			"Đảng viên [tự] [soi] việc làm.", words(viet.Exact, "tự", "soi"), 42},
		{"without a match: the beginning",
			"  Báo cáo kết quả. " + filler, "Báo cáo kết quả.", words(viet.Exact, "kiểm"), 25},
		{"a full stop in an abbreviation ends nothing",
			filler + "Đảng bộ TP. Hồ Chí Minh tự soi nghiêm. " + filler,
			"Đảng bộ TP. Hồ Chí Minh tự [soi] nghiêm.", words(viet.Exact, "soi"), 60},
		{"a line break begins a sentence",
			filler + "\nkết quả tự soi\n" + filler, "kết quả tự [soi]", words(viet.Exact, "soi"), 27},
		{"a long sentence begins between words",
			strings.Repeat("thực hiện ", 60) + "tự soi " + strings.Repeat("thường xuyên ", 60),
			"hiện tự [soi] thường xuyên thường", words(viet.Exact, "soi"), 48},
		{"a text shorter than the passage", "tự soi", "tự [soi]", words(viet.Exact, "soi"), 0},
		{"no text", "", "", words(viet.Exact, "soi"), 0},
	} {
		s := New(tt.sequences, nil).Find(Read(tt.text, all(tt.text), nil), 0).Best(tt.size)
		if got := marked(s.Text, s.Spans); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
		if !strings.HasPrefix(tt.text[s.Start:], s.Text) {
			t.Errorf("%s: the passage does not stand at byte %d", tt.why, s.Start)
		}
	}
}

// The words of a query side by side show more than the same words apart.
func TestWholePreferred(t *testing.T) {
	text := "Xã đã soi xét việc tự phê bình.\n" + strings.Repeat("Các chi bộ thực hiện nhiệm vụ. ", 9) + "\nCán bộ tự soi."
	m := New(words(viet.Exact, "tự", "soi"), phrase("tự", "soi"))
	found := m.Find(Read(text, all(text), nil), 0)
	if got := found.Best(60).Text; got != "Cán bộ tự soi." {
		t.Errorf("passage %q, want the last line", got)
	}
	if len(found.Whole) != 1 || found.Whole[0].Of(text) != "tự soi" {
		t.Errorf("the whole query stands at %v, want once", found.Whole)
	}
}

// A text that never ends a word is cut between letters, and never before a
// mark.
func TestCutsBetweenLetters(t *testing.T) {
	text := strings.Repeat("u\u031b\u0323", 500)
	for size := 1; size < 40; size++ {
		s := New(nil, nil).Find(Read(text, all(text), nil), 0).Best(size)
		if !utf8.ValidString(s.Text) || len(s.Text)%5 != 0 {
			t.Errorf("size %d: %q is cut inside a letter", size, s.Text)
		}
	}
}

// A text of more different words than can be numbered is read as it stands.
func TestTakeApartTooManyWords(t *testing.T) {
	var b strings.Builder
	for i := range 70_000 {
		fmt.Fprintf(&b, "x%d ", i)
	}
	text := &Text{text: b.String()}
	text.join(schema.Span{End: b.Len()}, 0)
	text.parts, text.bare = []schema.Span{{End: b.Len()}}, make([][]bare.Passage, 1)
	text.takeApart()
	if text.words != nil || text.Size() != 0 {
		t.Errorf("%d bytes of words", text.Size())
	}
	m := New([]Sequence{{{{Text: "x69999", Level: viet.Exact}}}}, nil)
	if spans := m.Find(text, 0).Spans(); len(spans) != 1 || spans[0].Of(text.text) != "x69999" {
		t.Errorf("found %v", spans)
	}
}
