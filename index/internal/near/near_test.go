package near

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// places reads words of single letters: "a.b" has b two positions behind a.
// A letter after "/" stands at the position of the one before.
func places(text string) []Place {
	var all []Place
	at := uint32(0)
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '/':
			at--
			continue
		case c != '.':
			all = append(all, Place{At: at, Word: int(c - 'a'), Of: i})
		}
		at++
	}
	return all
}

func TestAdd(t *testing.T) {
	places := Add(nil, []uint32{2, 5, 9}, 0, 0)
	places = Add(places, []uint32{1, 5, 6, 10}, 1, 3)
	places = Add(places, nil, 2, 7)
	places = Add(places, []uint32{5}, 3, 7)
	want := "[{1 1 3} {2 0 0} {5 0 1} {5 1 4} {5 3 7} {6 1 5} {9 0 2} {10 1 6}]"
	if got := fmt.Sprint(places); got != want {
		t.Errorf("places %s, want %s", got, want)
	}
}

func TestWindows(t *testing.T) {
	for _, tt := range []struct {
		text    string
		need    []int
		between int
		want    string
	}{
		{"ab", []int{1, 1}, 0, "0-1"},
		{"ba", []int{1, 1}, 0, "0-1"}, // in whatever order
		{"a.b", []int{1, 1}, 0, ""},
		{"a.b", []int{1, 1}, 1, "0-2"},
		{"a...b", []int{1, 1}, 2, ""},
		{"a.a.b", []int{1, 1}, 1, "2-4"}, // the least stretch
		{"abab", []int{1, 1}, 0, "0-1 2-3"},
		{"aba", []int{1, 1}, 0, "0-1"}, // no place in two windows
		{"a.ba", []int{2, 1}, 1, "0-3"},
		{"aab", []int{3, 1}, 9, ""},
		{"ab.c", []int{1, 1, 1}, 0, ""},
		{"ab.cab", []int{1, 1, 1}, 0, "3-5"},
		{"a/b", []int{1, 1}, 0, "0-2"}, // both words can stand there
		{"", []int{1}, 3, ""},
	} {
		var got []string
		for w := range Windows(places(tt.text), tt.need, tt.between) {
			got = append(got, fmt.Sprintf("%d-%d", w[0].Of, w[len(w)-1].Of))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("windows of %s, need %v, between %d: %v, want %s", tt.text, tt.need, tt.between, got, tt.want)
		}
	}
}

// There is a window exactly where a stretch of the width has all the words.
func TestWindowsAgainstPlain(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		var text []byte
		for range r.IntN(14) {
			text = append(text, "abc...."[r.IntN(7)])
		}
		need := []int{1 + r.IntN(2), 1 + r.IntN(2), 1}
		between := r.IntN(5)
		width := need[0] + need[1] + need[2] + between
		want := false
		for i := range text {
			part := string(text[i:min(len(text), i+width)])
			has := true
			for word, n := range need {
				has = has && strings.Count(part, string(rune('a'+word))) >= n
			}
			want = want || has
		}
		got := false
		for w := range Windows(places(string(text)), need, between) {
			got = true
			if int(w[len(w)-1].At-w[0].At) >= width {
				t.Fatalf("%s, need %v, between %d: window %v is too wide", text, need, between, w)
			}
		}
		if got != want {
			t.Fatalf("%s, need %v, between %d: found %v, want %v", text, need, between, got, want)
		}
	}
}
