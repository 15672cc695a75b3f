package docset

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Sets do what sets of numbers do, over random ones of awkward sizes.
func TestSet(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		size := 1 + r.IntN(300)
		draw := func() (Set, map[uint32]bool) {
			s, has := New(size), map[uint32]bool{}
			for range r.IntN(size + 1) {
				d := uint32(r.IntN(size))
				s.Add(d)
				has[d] = true
			}
			return s, has
		}
		a, inA := draw()
		b, inB := draw()
		c, inC := draw()
		check := func(what string, s Set, in func(d uint32) bool) {
			t.Helper()
			var want []uint32
			for d := range uint32(size) {
				if in(d) {
					want = append(want, d)
				}
			}
			if got := s.Append(nil); !slices.Equal(got, want) || s.Count() != len(want) || s.Any() != (len(want) > 0) {
				t.Fatalf("%s of %d: %v, count %d, any %v; want %v", what, size, got, s.Count(), s.Any(), want)
			}
		}
		with := func(change func(Set)) Set {
			s := slices.Clone(a)
			change(s)
			return s
		}
		check("drawn", a, func(d uint32) bool { return inA[d] })
		check("and", with(func(s Set) { s.And(b) }), func(d uint32) bool { return inA[d] && inB[d] })
		check("or", with(func(s Set) { s.Or(b) }), func(d uint32) bool { return inA[d] || inB[d] })
		check("and not", with(func(s Set) { s.AndNot(b) }), func(d uint32) bool { return inA[d] && !inB[d] })
		check("all", with(func(s Set) { s.Fill(size) }), func(uint32) bool { return true })
		check("added", with(func(s Set) { s.AddAll(b.Append(nil)) }), func(d uint32) bool { return inA[d] || inB[d] })
		min := 1 + r.IntN(3)
		atLeast := New(size)
		atLeast.AtLeast(min, []Set{a, b, c})
		check("at least", atLeast, func(d uint32) bool {
			n := 0
			for _, in := range []map[uint32]bool{inA, inB, inC} {
				if in[d] {
					n++
				}
			}
			return n >= min
		})
		both := with(func(s Set) { s.And(b) })
		if n := a.CountAnd(b); n != both.Count() {
			t.Fatalf("%d in both, want %d", n, both.Count())
		}
	}
}
