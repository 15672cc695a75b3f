package cite

import (
	"slices"
	"strconv"
	"strings"
)

// ordinals are the folded words for the numbers of plenums, with what may stand
// behind mười.
var ordinals = map[string]int{
	"nhat": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "lam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
	"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
	"xi": 11, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15,
}

// heads are what the number of a plenum in words stands behind.
var heads = [...]string{"lần thứ", "Lần thứ", "LẦN THỨ", "lan thu", "rung ương", "RUNG ƯƠNG", "rung uong"}

// ordinalStarts returns the offsets at which the numbers of plenums may stand
// in words, in order.
func ordinalStarts(text string) []int {
	var starts []int
	for _, head := range heads {
		for i := 0; ; {
			n := strings.Index(text[i:], head)
			if n < 0 {
				break
			}
			i += n + len(head)
			start, end := wordAfter(text, i)
			if start > i && end > start && ordinals[fold(text[start:end])] > 0 {
				starts = append(starts, start)
			}
		}
	}
	slices.Sort(starts)
	return starts
}

// readOrdinal reads the number of a plenum at i, in digits, words ("mười một")
// or Roman.
func readOrdinal(text string, i int) (n, end int) {
	if end, ok := plenumNumber(text, i); ok {
		return number(text[i:end]), end
	}
	start, end := wordAfter(text, i)
	n = ordinals[fold(text[start:end])]
	if n != 10 || fold(text[start:end]) != "muoi" {
		return n, end
	}
	start, e := wordAfter(text, end)
	if unit := ordinals[fold(text[start:e])]; unit > 0 && unit < 10 && len(text[start:e]) > 1 {
		return 10 + unit, e
	}
	return n, end
}

// meetings adds what is named by the plenums whose numbers in words stand at
// the offsets before limit, and returns the further offsets.
func (f *finder) meetings(starts []int, limit int) []int {
	for len(starts) > 0 && starts[0] < limit {
		if starts[0] >= f.floor {
			f.meeting(starts[0])
		}
		starts = starts[1:]
	}
	return starts
}

// meeting adds the resolution of a plenum whose number at i is in words or
// stands behind "lần thứ": "Nghị quyết Hội nghị lần thứ tám Ban Chấp hành Trung
// ương khóa XI", "Nghị quyết Hội nghị Trung ương lần thứ 4 (khóa XII)". The
// congress must follow: other meetings have numbers too. It returns the
// reference's end, or i.
func (f *finder) meeting(i int) int {
	n, end := readOrdinal(f.text, i)
	if n == 0 {
		return i
	}
	p := skipBack(f.text, i, f.floor, "thu", "lan")
	central, named := centralBefore(f.text, p, f.floor)
	if named {
		p = central
	} else if p == i {
		return i
	} else if end, named = centralAfter(f.text, end); !named {
		return i
	}
	m, ok := plenumType(f.text, p, f.floor)
	if !ok || !named {
		return i
	}
	term, end := congressAfter(f.text, end)
	if term == "" {
		return i
	}
	return f.add(plenumReference(m.t, strconv.Itoa(n), term), m.start, end)
}

// centralAfter returns the end of "Ban Chấp hành Trung ương Đảng" at i, with a
// comma before it or none, in full or in short.
func centralAfter(text string, i int) (end int, ok bool) {
	if i < len(text) && text[i] == ',' {
		i++
	}
	if p, ok := skipWord(text, i, "bch"); ok {
		i = p
	} else if p, ok := skipWords(text, i, "ban", "chap", "hanh"); ok {
		i = p
	}
	start, _ := wordAfter(text, i)
	if end, ok = readCentral(text, start); !ok {
		if end, ok = skipWords(text, i, "trung", "uong"); !ok {
			return i, false
		}
	}
	for _, party := range [...][]string{{"dang", "cong", "san", "viet", "nam"}, {"dang"}} {
		if p, ok := skipWords(text, end, party...); ok {
			return p, true
		}
	}
	return end, true
}

// gluedPlenum reads the type of "NQTW4", where the number stands at i.
func gluedPlenum(text string, i, floor int) (typeMention, bool) {
	start, end := wordBefore(text, i)
	if end < i || start < floor {
		return typeMention{}, false
	}
	abbr, ok := strings.CutSuffix(strings.Replace(respell(text[start:end]), "TƯ", "TW", 1), "TW")
	if !ok || abbr != "NQ" && abbr != "KL" {
		return typeMention{}, false
	}
	return typeMention{t: typesByAbbr[abbr][0], start: start}, true
}
