package postings

import (
	"math/rand/v2"
	"slices"
	"testing"

	bleveindex "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// A packed is a term in a document as a segment gives it back.
type packed struct{ *bleveindex.TokenFreq }

func (p packed) Number() uint64    { return 0 }
func (p packed) Frequency() uint64 { return uint64(p.TokenFreq.Frequency()) }
func (p packed) Norm() float64     { return 1 }
func (p packed) Size() int         { return 0 }

func (p packed) Locations() []segment.Location {
	var all []segment.Location
	for _, l := range p.TokenFreq.Locations {
		all = append(all, location{l})
	}
	return all
}

type location struct{ *bleveindex.TokenLocation }

func (l location) Field() string            { return "" }
func (l location) Start() uint64            { return uint64(l.TokenLocation.Start) }
func (l location) End() uint64              { return uint64(l.TokenLocation.End) }
func (l location) Pos() uint64              { return uint64(l.Position) }
func (l location) ArrayPositions() []uint64 { return l.TokenLocation.ArrayPositions }
func (l location) Size() int                { return 0 }

// Whatever positions are packed, the same come out, and as many.
func TestPacking(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	ps := &Places{starts: []uint32{0}}
	var all [][]uint32
	for range 500 {
		at := uint32(1)
		var positions []uint32
		for range 1 + r.IntN(1+r.IntN(12)) {
			at += uint32(r.IntN(3)) * uint32(r.IntN(1<<r.IntN(20))) // neighbours, the same place twice, far ones
			positions = append(positions, at)
		}
		term := &bleveindex.TokenFreq{}
		if len(positions) == 1 {
			term.SetFrequency(Once(int(at)))
		} else {
			l := &bleveindex.TokenLocation{}
			for _, p := range positions {
				l.ArrayPositions = append(l.ArrayPositions, uint64(p))
			}
			term.Locations = []*bleveindex.TokenLocation{l}
			Pack(term)
		}
		if n := Occurrences(uint64(term.Frequency())); n != uint64(len(positions)) || term.Frequency() == 1 {
			t.Errorf("%v: frequency %d stands for %d occurrences", positions, term.Frequency(), n)
		}
		ps.deltas = appendPacked(ps.deltas, packed{term})
		ps.starts = append(ps.starts, uint32(len(ps.deltas)))
		all = append(all, positions)
	}
	for i, want := range all {
		if got := ps.Append(nil, i); !slices.Equal(got, want) {
			t.Errorf("%v comes out as %v", want, got)
		}
	}
}
