package index

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/viet"
	"soi/index/schema"
)

// votes counts values. Values with one key are one value, written as most
// write it.
type votes map[string]*ballot

// A ballot holds the votes for one value.
type ballot struct {
	n       int
	written map[string]int // by spelling
}

// add counts a value that is known.
func (v votes) add(key, value string) {
	if value == "" {
		return
	}
	b := v[key]
	if b == nil {
		b = &ballot{written: map[string]int{}}
		v[key] = b
	}
	b.n++
	b.written[value]++
}

// most gives the value with the most votes, of several the first in order, or
// "".
func (v votes) most() string {
	if all := v.voices(); len(all) > 0 {
		return all[0].Value
	}
	return ""
}

// voices are the values, those with the most votes first.
func (v votes) voices() []schema.Voice {
	var all []schema.Voice
	for _, b := range v {
		best := ""
		for value, n := range b.written {
			longer := cmp.Or(cmp.Compare(len(value), len(best)), cmp.Compare(best, value)) > 0 // spelled out, not BCH
			if n > b.written[best] || n == b.written[best] && longer {
				best = value
			}
		}
		all = append(all, schema.Voice{Value: best, Documents: b.n})
	}
	slices.SortFunc(all, byCount)
	return all
}

// byCount puts the values with the most documents first.
func byCount(a, b schema.Voice) int {
	return cmp.Or(cmp.Compare(b.Documents, a.Documents), cmp.Compare(a.Value, b.Value))
}

func byValue(a, b schema.Voice) int { return cmp.Compare(a.Value, b.Value) }

// byLevel goes from the top of the state downwards; the unknown comes last.
func byLevel(a, b schema.Voice) int {
	place := func(v schema.Voice) int {
		if i := slices.Index(schema.Levels, schema.Level(v.Value)); i >= 0 {
			return i
		}
		return len(schema.Levels)
	}
	return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a.Value, b.Value))
}

// A tally counts documents by a value of theirs, with the first date of each.
// The value "" stands for those without one.
type tally map[string]*schema.CoverageCell

func (t tally) add(value, published string) {
	c := t[value]
	if c == nil {
		c = &schema.CoverageCell{}
		t[value] = c
	}
	c.Documents++
	c.First = earlier(c.First, published)
}

// cell is what was counted of a value.
func (t tally) cell(value string) schema.CoverageCell {
	if c := t[value]; c != nil {
		return *c
	}
	return schema.CoverageCell{}
}

func (t tally) voices(order func(a, b schema.Voice) int) []schema.Voice {
	var all []schema.Voice
	for value, c := range t {
		all = append(all, schema.Voice{Value: value, Documents: c.Documents})
	}
	slices.SortFunc(all, order)
	return all
}

// spelledOut are the usual short forms in the names of bodies, folded.
var spelledOut = map[string]string{
	"bch": "ban chap hanh", "btv": "ban thuong vu", "bbt": "ban bi thu", "bct": "bo chinh tri", "tw": "trung uong",
	"ubkt": "uy ban kiem tra", "ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "ttg": "thu tuong",
}

// bodyKey is what the spellings of a body's name have in common: "BCH Trung
// ương Đảng" is the "Ban Chấp hành Trung ương".
func bodyKey(name string) string {
	words := strings.Fields(strings.ReplaceAll(viet.Fold(name, viet.ASCII), ",", " "))
	for i, w := range words {
		if w == "t.u" || w == "tu" && i > 0 && words[i-1] == spelledOut["bch"] {
			w = "tw" // "BCH TƯ"
		}
		if long, ok := spelledOut[w]; ok {
			words[i] = long
		}
	}
	return strings.ReplaceAll(strings.Join(words, " "), "trung uong dang", "trung uong")
}

// bodyName is the name of a body with a capital and without its congress, which
// stands apart: "ban Bí thư (khoá XI)" is "Ban Bí thư".
func bodyName(written string) string {
	words := strings.Fields(written)
	for i, w := range words {
		if i > 0 && viet.Fold(strings.TrimLeft(w, "("), viet.ASCII) == "khoa" {
			words = words[:i]
			break
		}
	}
	name := strings.TrimRight(strings.Join(words, " "), ",;( ")
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[size:]
}
