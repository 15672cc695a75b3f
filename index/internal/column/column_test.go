package column

import (
	"fmt"
	"testing"
)

// build makes a column of what stands in documents, each a string of letters.
func build(documents ...string) *Column {
	b := NewBuilder(len(documents))
	for v := 'a'; v <= 'e'; v++ {
		b.Value(string(v))
		for d, letters := range documents {
			for _, l := range letters {
				if l == v {
					b.Put(uint32(d))
				}
			}
		}
	}
	return b.Column()
}

func TestColumn(t *testing.T) {
	c := build("ab", "", "b", "cba", "d")
	all := []uint32{0, 1, 2, 3, 4}
	vowels := c.Choose(func(v string) bool { return v == "a" || v == "e" })
	for _, tt := range []struct {
		what      string
		got, want any
	}{
		{"values of a document", c.Of(3), []uint32{0, 1, 2}},
		{"values of a document without", len(c.Of(1)), 0},
		{"first value", c.First(2), 1},
		{"first value of none", c.First(1), -1},
		{"ordinal", c.Ordinal("d"), 3},
		{"ordinal of an unknown value", c.Ordinal("x"), -1},
		{"has", []bool{c.Has(0, vowels), c.Has(1, vowels), c.Has(2, vowels)}, []bool{true, false, false}},
		{"counts", c.Count(all), []int{2, 3, 1, 1, 0}},
		{"counts of some", c.Count([]uint32{1, 2}), []int{0, 1, 0, 0, 0}},
		{"outside", c.Outside(all, vowels), 2}, // b and d; the second has no value at all
		{"most", Most(c.Count(all), 3), []int{1, 0, 2}},
		{"most of few", Most([]int{0, 1}, 3), []int{1}},
	} {
		if fmt.Sprint(tt.got) != fmt.Sprint(tt.want) {
			t.Errorf("%s: %v, want %v", tt.what, tt.got, tt.want)
		}
	}
}
