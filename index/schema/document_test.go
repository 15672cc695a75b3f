package schema

import (
	"encoding/json"
	"slices"
	"testing"
)

func TestDirectives(t *testing.T) {
	d := Document{
		Title: Span{0, 10}, Body: []Span{{12, 40}}, Captions: []Span{{42, 50}},
		References: []Reference{
			{Identity: "21-KL/TW@XIII", Start: 2, End: 8},
			{Identity: "", Start: 12, End: 15},              // unknown stays unknown
			{Identity: "37-QĐ/TW", Start: 20, End: 26},      // in the body
			{Identity: "21-KL/TW@XIII", Start: 30, End: 36}, // again
			{Identity: "05-CT/TW", Start: 43, End: 49},      // in a caption
			{Identity: "22-QĐ/TW", Start: 60, End: 66},      // in a related link
			{Identity: "18-NQ/TW", Start: 38, End: 45},      // across a border
		},
	}
	want := []string{"21-KL/TW@XIII", "37-QĐ/TW", "05-CT/TW"}
	if got := d.Directives(); !slices.Equal(got, want) {
		t.Errorf("Directives() = %q, want %q", got, want)
	}
}

func TestSpan(t *testing.T) {
	for _, tt := range []struct {
		span Span
		want string
	}{
		{Span{0, 4}, "tự"},
		{Span{4, 4}, ""},
		{Span{3, 9}, ""},  // behind the text
		{Span{-1, 2}, ""}, // before it
		{Span{3, 1}, ""},  // turned round
	} {
		if got := tt.span.Of("tự"); got != tt.want {
			t.Errorf("%v.Of = %q, want %q", tt.span, got, tt.want)
		}
	}
	b, err := json.Marshal(Span{3, 9})
	if err != nil || string(b) != "[3,9]" {
		t.Errorf("Marshal = %s, %v", b, err)
	}
	var back Span
	if err := json.Unmarshal(b, &back); err != nil || back != (Span{3, 9}) {
		t.Errorf("Unmarshal = %v, %v", back, err)
	}
	if err := json.Unmarshal([]byte(`"3-9"`), &back); err == nil {
		t.Error("a string is read as a span")
	}
}
