package place

import (
	"math/rand/v2"
	"slices"
	"testing"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

func TestCompareNames(t *testing.T) {
	ordered := []string{
		"An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bến Tre", "Bình Dương", "Bình Định",
		"Cà Mau", "Cao Bằng", "Cần Thơ", "Dĩ An", "Đà Nẵng", "Đắk Lắk", "Điện Biên",
		"hoa", "hòa", "hỏa", "hõa", "hóa", "họa", "Ia Pa", "Ô Môn", "Ơ Đu", "Ưng Hòa", "Yên Bái",
	}
	shuffled := slices.Clone(ordered)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	slices.SortFunc(shuffled, CompareNames)
	if !slices.Equal(shuffled, ordered) {
		t.Errorf("got  %q\nwant %q", shuffled, ordered)
	}
}

// The order of all names of districts is that of Unicode's collation for
// Vietnamese, which also puts letters before tones.
func TestCompareNamesAgainstCollation(t *testing.T) {
	c := collate.New(language.Vietnamese, collate.IgnoreCase)
	var names []string
	for _, d := range gazetteer().districts {
		if d.Name[0] > '9' && len(split(d.Name)) == 2 {
			names = append(names, d.Name)
		}
	}
	slices.SortFunc(names, CompareNames)
	for i := 1; i < len(names); i++ {
		if a, b := names[i-1], names[i]; c.CompareString(a, b) > 0 {
			t.Errorf("%q stands before %q", a, b)
		}
	}
}
