package profile

import (
	"math"
	"strings"
	"testing"

	"soi/index/schema"
)

func of(text string) *Profile { return New(text, []schema.Span{{End: len(text)}}) }

// rarity is that of a collection in which these words are everywhere.
func rarity(word string) float64 {
	if strings.Contains(" chi bộ của là và các một trong đảng viên ", " "+word+" ") {
		return 0.1
	}
	return 2
}

const corner = "Chi bộ lập góc nhắc trong phòng họp, mỗi tháng treo một điều; đảng viên bàn tình huống có thật."

func TestLike(t *testing.T) {
	a := of(corner)
	if l := a.Like(a, rarity); math.Abs(l-1) > 1e-9 {
		t.Errorf("a text is like itself by %g", l)
	}
	other := of("Đảng viên và chi bộ của các thôn là một trong những nơi trồng xoài.")
	if l := a.Like(other, rarity); l > 0.01 {
		t.Errorf("texts with ordinary words in common are alike by %g", l)
	}
	near := of("Xã cũng lập góc nhắc trong phòng họp; cuối tháng treo một điều mới.")
	if ab, ba := a.Like(near, rarity), near.Like(a, rarity); ab < 0.2 || ab > 0.9 || math.Abs(ab-ba) > 0.15 {
		t.Errorf("alike by %g and %g", ab, ba)
	}
	if empty := of("…"); a.Like(empty, rarity) != 0 || empty.Like(a, rarity) != 0 {
		t.Error("a text is like an empty one")
	}
}

// Pairs do not reach over signs, and numbers are no words.
func TestPairs(t *testing.T) {
	p := of("góc, nhắc 12 phòng họp")
	if len(p.pairs) != 1 || !p.pairs[pair{"phòng", "họp"}] {
		t.Errorf("pairs %v", p.pairs)
	}
}

func TestShared(t *testing.T) {
	near := of("Ở xã An Lão, Góc Nhắc trong phòng họp của chi bộ; họ cũng bàn tình huống có thật.")
	got := strings.Join(near.Shared(of(corner), rarity, 4), " | ")
	if want := "Góc Nhắc | phòng họp | bàn tình huống có thật"; got != want {
		t.Errorf("shared %q, want %q", got, want)
	}
	if got := near.Shared(of(corner), rarity, 1); len(got) != 1 {
		t.Errorf("%q, want one piece", got)
	}
}

func TestTelling(t *testing.T) {
	p := of("góc nhắc góc nhắc và phòng họp của chi bộ")
	if got := strings.Join(p.Telling(rarity, 3), " "); got != "góc nhắc họp" {
		t.Errorf("telling %q", got)
	}
	if got := p.Telling(func(string) float64 { return 0 }, 3); len(got) != 0 {
		t.Errorf("words that tell nothing: %q", got)
	}
}
