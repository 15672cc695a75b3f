package column

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"soi/index/internal/docset"
)

// part makes a part of what stands in documents, each a string of letters.
func part(documents ...string) *Part {
	var values []Value
	for v := 'a'; v <= 'e'; v++ {
		var having []uint32
		for d, letters := range documents {
			for _, l := range letters {
				if l == v {
					having = append(having, uint32(d))
				}
			}
		}
		if having != nil {
			values = append(values, Value{string(v), having})
		}
	}
	return NewPart(len(documents), values)
}

func set(documents ...uint32) docset.Set {
	s := docset.New(64)
	s.AddAll(documents)
	return s
}

func TestColumn(t *testing.T) {
	c := New([]*Part{part("ab", "", "b", "cba", "d"), part(), part("e", "c")})
	vowels := c.Choose(func(v string) bool { return v == "a" || v == "e" })
	count := func(segment int, documents ...uint32) Counts {
		counts := make(Counts, len(c.Values()))
		c.Count(segment, set(documents...), counts)
		return counts
	}
	filled := func(segment int) []uint32 {
		s := docset.New(64)
		c.Fill(s, segment, vowels)
		return s.Append(nil)
	}
	for _, tt := range []struct {
		what      string
		got, want any
	}{
		{"values", c.Values(), "[a b c d e]"},
		{"has a value", []bool{c.Has(0, 0), c.Has(0, 1), c.Has(2, 1)}, "[true false true]"},
		{"first value", []int{c.First(0, 2), c.First(0, 1), c.First(2, 0)}, "[1 -1 4]"},
		{"ordinal", []int{c.Ordinal("d"), c.Ordinal("x")}, "[3 -1]"},
		{"documents with a vowel", [][]uint32{filled(0), filled(1), filled(2)}, "[[0 3] [] [0]]"},
		{"counts", count(0, 0, 1, 2, 3, 4), "[2 3 1 1 0]"},
		{"counts of some", count(0, 1, 2), "[0 1 0 0 0]"},
		{"counts of another segment", count(2, 0, 1), "[0 0 1 0 1]"},
		{"outside", c.Outside(0, set(0, 1, 2, 3, 4), vowels), "2"}, // b and d; the second has no value at all
		{"most", Most(count(0, 0, 1, 2, 3, 4), 3), "[1 0 2]"},
		{"most of few", Most(Counts{0, 1}, 3), "[1]"},
	} {
		if got := fmt.Sprint(tt.got); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.what, got, tt.want)
		}
	}
}

// Counting goes over a part once, however few of its documents are counted,
// and finds what looking at each by itself finds.
func TestCountRandom(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		documents := make([]string, 1+r.IntN(64))
		for d := range documents {
			for v := 'a'; v <= 'e'; v++ {
				if r.IntN(3) == 0 {
					documents[d] += string(v)
				}
			}
		}
		c := New([]*Part{part(documents...)})
		listed := c.Choose(func(string) bool { return r.IntN(2) == 0 })
		some, few := docset.New(64), 1+r.IntN(12)
		want, outside := make(Counts, len(c.Values())), 0
		for d, letters := range documents {
			if r.IntN(few) > 0 {
				continue
			}
			some.Add(uint32(d))
			isListed := false
			for _, v := range letters {
				want[c.Ordinal(string(v))]++
				isListed = isListed || listed[c.Ordinal(string(v))]
			}
			if letters != "" && !isListed {
				outside++
			}
		}
		got := make(Counts, len(want))
		if c.Count(0, some, got); !slices.Equal(got, want) {
			t.Errorf("%q in %v: counts %v, want %v", documents, some.Append(nil), got, want)
		}
		if n := c.Outside(0, some, listed); n != outside {
			t.Errorf("%q in %v: %d outside %v, want %d", documents, some.Append(nil), n, listed, outside)
		}
	}
}
