package web

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"soi/index/schema"
)

// show prints a layout as one line: parts as p( ) c( ) n( ), the title as
// t( ), matches as [1:words], references as <words>, anchors as ^id.
func show(l layout) string {
	var parts []string
	if len(l.title) > 0 {
		parts = append(parts, "t("+showLine(l.title)+")")
	}
	for _, b := range l.blocks {
		var lines []string
		for _, one := range b.Lines {
			lines = append(lines, showLine(one))
		}
		parts = append(parts, map[part]string{body: "p", caption: "c", noise: "n"}[b.Part]+"("+strings.Join(lines, "/")+")")
	}
	return strings.Join(parts, " ")
}

func showLine(l line) string {
	var b strings.Builder
	for _, r := range l {
		for _, id := range r.Anchors {
			b.WriteString("^" + id)
		}
		text := r.Text
		if r.Ref {
			text = "<" + text + ">"
		}
		switch {
		case r.First:
			text = fmt.Sprintf("[%d:%s]", r.Mark, text)
		case r.Mark != 0:
			text = "[" + text + "]"
		}
		b.WriteString(text)
	}
	return b.String()
}

// find is where words stand first in text.
func find(text, words string) schema.Span {
	i := strings.Index(text, words)
	return schema.Span{Start: i, End: i + len(words)}
}

func TestLayOut(t *testing.T) {
	const text = "Menu\n\nTự soi\nBáo cáo nêu việc tự soi  theo 21-KL/TW.\nẢnh: họp\nCuối.\nChân trang"
	doc := func(change func(*schema.Document)) *schema.Document {
		d := &schema.Document{
			Text: text, Title: find(text, "Tự soi"),
			Body:     []schema.Span{find(text, "Báo cáo nêu việc tự soi  theo 21-KL/TW."), find(text, "Cuối.")},
			Captions: []schema.Span{find(text, "Ảnh: họp")},
		}
		change(d)
		return d
	}
	plain := func(*schema.Document) {}
	for _, tt := range []struct {
		name    string
		change  func(*schema.Document)
		matches []string
		anchors []anchor
		want    string
	}{
		{"parts", plain, nil, nil, "t(Tự soi) n(Menu) p(Báo cáo nêu việc tự soi  theo 21-KL/TW.) c(Ảnh: họp) p(Cuối.) n(Chân trang)"},
		{"matches", plain, []string{"Tự soi", "tự soi", "Cuối"}, nil, "t([1:Tự soi]) n(Menu) p(Báo cáo nêu việc [2:tự soi]  theo 21-KL/TW.) c(Ảnh: họp) p([3:Cuối].) n(Chân trang)"},
		{"words of a phrase", plain, []string{"nêu", "việc", "tự soi"}, nil, "t(Tự soi) n(Menu) p(Báo cáo [1:nêu việc tự soi]  theo 21-KL/TW.) c(Ảnh: họp) p(Cuối.) n(Chân trang)"},
		{"over two lines", plain, []string{"họp\nCuối"}, nil, "t(Tự soi) n(Menu) p(Báo cáo nêu việc tự soi  theo 21-KL/TW.) c(Ảnh: [1:họp]) p([Cuối].) n(Chân trang)"},
		{"match and reference", func(d *schema.Document) {
			s := find(text, "theo 21-KL/TW")
			d.References = []schema.Reference{{Start: s.Start, End: s.End}}
		}, []string{"21"}, []anchor{{find(text, "theo").Start, "r1"}}, "t(Tự soi) n(Menu) p(Báo cáo nêu việc tự soi  ^r1<theo >[1:<21>]<-KL/TW>.) c(Ảnh: họp) p(Cuối.) n(Chân trang)"},
		{"anchors in white space", plain, nil, []anchor{{len("Menu\n"), "a"}, {len("Menu\n"), "b"}}, "t(^a^bTự soi) n(Menu) p(Báo cáo nêu việc tự soi  theo 21-KL/TW.) c(Ảnh: họp) p(Cuối.) n(Chân trang)"},
		{"no spans at all", func(d *schema.Document) { d.Title, d.Body, d.Captions = schema.Span{}, nil, nil }, []string{"Cuối"}, nil,
			"n(Menu/Tự soi/Báo cáo nêu việc tự soi  theo 21-KL/TW./Ảnh: họp/[1:Cuối]./Chân trang)"},
		{"broken spans", func(d *schema.Document) {
			d.Title = schema.Span{Start: -4, End: 1 << 40}
			d.Body = []schema.Span{{Start: 9, End: 3}, {Start: 8, End: 9}, {Start: 0, End: len(text)}} // the second cuts a letter
			d.References = []schema.Reference{{Start: 9, End: 2}}
		}, nil, []anchor{{-1, "x"}, {8, "y"}, {1 << 40, "z"}}, "p(Menu) p(Tự soi) p(Báo cáo nêu việc tự soi  theo 21-KL/TW.) p(Ảnh: họp) p(Cuối.) p(Chân trang)"},
	} {
		var matches []schema.Span
		for _, words := range tt.matches {
			matches = append(matches, find(text, words))
		}
		if got := show(layOut(doc(tt.change), matches, tt.anchors)); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestPieces(t *testing.T) {
	for _, tt := range []struct {
		marks []schema.Span
		want  string
	}{
		{nil, "tự soi, tự sửa"},
		{[]schema.Span{{Start: 0, End: 4}, {Start: 5, End: 8}}, "[tự soi], tự sửa"},     // side by side
		{[]schema.Span{{Start: 10, End: 14}, {Start: 0, End: 4}}, "[tự] soi, [tự] sửa"}, // unsorted
		{[]schema.Span{{Start: 0, End: 8}, {Start: 5, End: 8}}, "[tự soi], tự sửa"},     // one in the other
		{[]schema.Span{{Start: 0, End: 4}, {Start: 10, End: 20}}, "[tự] soi, [tự sửa]"}, // up to the end
		{[]schema.Span{{Start: 2, End: 4}, {Start: -1, End: 4}}, "tự soi, tự sửa"},      // inside a letter, before the text
		{[]schema.Span{{Start: 5, End: 99}, {Start: 8, End: 5}, {}}, "tự soi, tự sửa"},  // behind it, the wrong way, empty
	} {
		var b strings.Builder
		for _, p := range pieces("tự soi, tự sửa", tt.marks) {
			if p.Mark {
				b.WriteString("[" + p.Text + "]")
			} else {
				b.WriteString(p.Text)
			}
		}
		if b.String() != tt.want {
			t.Errorf("%v: %s, want %s", tt.marks, b.String(), tt.want)
		}
	}
}

// Whatever the spans: no word of the text is lost or doubled, every match has
// its number once, and numbers rise in the order of the text.
func TestLayOutKeepsTheText(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 7))
	for range 2000 {
		var d schema.Document
		for range random.IntN(60) {
			d.Text += []string{"tự", "soi", " ", "\n", ", ", "Đảng", "21-KL/TW"}[random.IntN(7)]
		}
		span := func() schema.Span {
			a, b := random.IntN(len(d.Text)+2)-1, random.IntN(len(d.Text)+3)
			return schema.Span{Start: a, End: b}
		}
		var matches []schema.Span
		var at []anchor
		for i := range random.IntN(6) {
			d.Body = append(d.Body, span())
			d.Captions = append(d.Captions, span())
			matches = append(matches, span())
			s := span()
			d.References = append(d.References, schema.Reference{Start: s.Start, End: s.End})
			at = append(at, anchor{span().Start, fmt.Sprint(i)})
		}
		l := layOut(&d, matches, at)
		var text strings.Builder
		last := 0
		for _, b := range l.blocks {
			for _, one := range b.Lines {
				for _, r := range one {
					text.WriteString(r.Text)
					if r.First {
						if r.Mark != last+1 {
							t.Fatalf("match %d follows match %d in %q", r.Mark, last, d.Text)
						}
						last = r.Mark
					}
				}
			}
		}
		if got, want := squeeze(text.String()), squeeze(d.Text); got != want || !utf8.ValidString(text.String()) {
			t.Fatalf("text lost:\n got %q\nwant %q", got, want)
		}
	}
}

// squeeze takes the white space out.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// A document full of matches stays a page that a browser can show.
func TestMatchesAreCapped(t *testing.T) {
	d := schema.Document{Text: strings.Repeat("soi, ", 3*maxNumbered)}
	d.Body = []schema.Span{{Start: 0, End: len(d.Text)}}
	var matches []schema.Span
	for i := range 3 * maxNumbered {
		matches = append(matches, schema.Span{Start: 5 * i, End: 5*i + 3})
	}
	l := layOut(&d, matches, nil)
	numbered, marked := 0, 0
	for _, r := range l.blocks[0].Lines[0] {
		if r.First {
			numbered++
		}
		if r.Mark != 0 {
			marked++
		}
	}
	if numbered != maxNumbered || marked != 3*maxNumbered || l.matches != marked {
		t.Errorf("%d numbered, %d marked, %d counted", numbered, marked, l.matches)
	}
}
