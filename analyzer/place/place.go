// Package place is the gazetteer: the provinces, districts and communes of
// Việt Nam before and since the mergers of 1 July 2025, found by their names
// with or without marks, their slugs and their codes.
//
// Names meet as words: capitals, kinds of hyphens, tone placement and i/y do
// not matter, and a word typed without any mark stands for each word that
// looks so ("hoa binh", "Hòa Binh", "Hoà Bình"). A word with other marks is
// another word: the district Thạnh Hóa is not the province Thanh Hóa.
package place

import (
	"slices"
	"strings"

	"soi/analyzer/viet"
)

// Merger is the day on which 63 provinces became 34 and the districts ended
// (Nghị quyết 202/2025/QH15; Luật Tổ chức chính quyền địa phương 2025).
const Merger = "2025-07-01"

// A Province is a province (tỉnh) or a city under the central government
// (thành phố trực thuộc Trung ương).
type Province struct {
	Name      string // without its type, NFC, old-style tones: "Hòa Bình"
	Slug      string // "hoa-binh"
	Type      string // "tỉnh" or "thành phố", the last it had
	CitySince string // first day as a city, where that is later than 1996: "2026-04-30"
	Code      string // code of the statistics office until 30 June 2025
	CodeNow   string // its code since 1 July 2025; "" if it ended
	Now       string // Name of the province it belongs to since 1 July 2025
	Until     string // last day of its being, "2025-06-30" or "2008-07-31", or "" if it is one today

	aliases []string
	heir    string // Name of the province that took over one that ended before 2025
}

// TypeOn returns the type that the province had on an ISO date; the empty
// date stands for today.
func (p Province) TypeOn(date string) string {
	if date != "" && p.CitySince != "" && date < p.CitySince {
		return "tỉnh"
	}
	return p.Type
}

// On returns the name of the province that p was, or was part of, on an ISO
// date. The empty date stands for the time of the map of 63, from August 2008
// to June 2025.
func (p Province) On(date string) string {
	switch {
	case p.Until == "", date == "" && p.heir == "", date != "" && date <= p.Until:
		return p.Name
	case date < Merger:
		return p.heir
	}
	return p.Now
}

// Former returns the provinces of the time before 1 July 2025 that p is made
// of, p's own predecessor among them, in Vietnamese order, and those that had
// become part of them before. It is nil if p itself ended then.
func (p Province) Former() []Province {
	if p.Until != "" {
		return nil
	}
	var former []Province
	for _, q := range gazetteer().provinces {
		if q.Now == p.Name {
			former = append(former, q)
		}
	}
	return former
}

// A District is a unit of the second level (huyện, quận, thị xã, thành phố
// thuộc tỉnh or thuộc thành phố), a level that ended on 30 June 2025.
type District struct {
	Name     string // without its type: "Tiên Phước", "1" for Quận 1
	Type     string // "huyện", "quận", "thị xã" or "thành phố"
	Province string // Name of its province, as it was until 30 June 2025; ProvinceOn tells the one before
	Code     string // code of the statistics office; "" in the history
	Until    string // last day under this name and type, "2025-06-30" for most
}

// A Commune is a unit of the third level.
type Commune struct {
	Name     string // without its type: "Long Bình"
	Type     string // "xã", "phường", "thị trấn" or "đặc khu"
	District string // Name of its district; "" for a commune since 1 July 2025
	Province string // Name of its province at its time
}

// ProvinceOn returns the name of the district's province on an ISO date, no
// later than June 2025: Ba Vì was in Hà Tây until July 2008. The empty date
// stands for the map of 63.
func (d District) ProvinceOn(date string) string {
	if date == "" {
		return d.Province
	}
	for _, m := range gazetteer().moved[d.Name] {
		if m.to == d.Province && date <= m.until {
			return m.from
		}
	}
	return d.Province
}

// WasIn reports whether the district lay in the province, given by its Name, at
// any time since 2003.
func (d District) WasIn(province string) bool {
	return d.Province == province || slices.ContainsFunc(gazetteer().moved[d.Name], func(m move) bool {
		return m.to == d.Province && m.from == province
	})
}

// Provinces returns every province there was on 30 June 2025 or is today,
// once each, in Vietnamese order. The slice is the caller's own.
func Provinces() []Province {
	return slices.DeleteFunc(slices.Clone(gazetteer().provinces), func(p Province) bool { return p.heir != "" })
}

// FindProvince returns the province that s names: its name with or without
// marks, with "tỉnh" or "TP" before it, its slug, its code or a usual short
// name such as "TP.HCM". A code stands for the unit that bears it since 1
// July 2025, and only where there is none for the earlier one (24 is Bắc Ninh,
// no longer Bắc Giang).
func FindProvince(s string) (Province, bool) {
	if len(s) > maxTyped {
		return Province{}, false
	}
	g := gazetteer()
	s = strings.TrimSpace(s)
	if i, ok := g.codes[strings.TrimLeft(s, "0")]; ok {
		return g.provinces[i], true
	}
	words := split(s)
	if n := len(words); n > 1 && words[n-1] == "cu" || n > 1 && words[n-1] == "cũ" {
		words = words[:n-1] // "Quảng Nam (cũ)"
	}
	for _, rest := range [][]string{words, trimType(words)} {
		if found := g.provinceNames.find(rest); len(found) > 0 {
			return g.provinces[found[0]], true
		}
	}
	if len(words) == 1 {
		if i, ok := g.joined[viet.Fold(words[0], viet.ASCII)]; ok {
			return g.provinces[i], true
		}
	}
	return Province{}, false
}

// maxTyped bounds what FindProvince looks at, in bytes; the longest name with
// its type takes less than half of it.
const maxTyped = 100

// trimType takes the type of a province off the words of its name.
func trimType(words []string) []string {
	for _, kind := range [][]string{{"tinh"}, {"thanh", "pho"}, {"tp"}, {"t", "p"}, {"thu", "do"}} {
		if len(words) <= len(kind) {
			continue
		}
		same := true
		for i, word := range kind {
			same = same && viet.Fold(words[i], viet.ASCII) == word
		}
		if same {
			return words[len(kind):]
		}
	}
	return nil
}

// Districts returns the districts of the name, given without its type, in
// Vietnamese order of their provinces. Those that were gone before 2025 come
// last.
func Districts(name string) []District {
	if len(name) > maxTyped {
		return nil
	}
	g := gazetteer()
	return pick(g.districts, g.districtNames.find(split(name)))
}

// Communes returns the communes of the name, given without its type, of the
// time before 1 July 2025 and since.
func Communes(name string) []Commune {
	if len(name) > maxTyped {
		return nil
	}
	g := communeTable()
	return pick(g.communes, g.names.find(split(name)))
}

func pick[T any](all []T, indices []int) []T {
	var out []T
	for _, i := range indices {
		out = append(out, all[i])
	}
	return out
}

// DistrictsOf returns the districts of a province, given by its Name, as
// they were on 30 June 2025, by their codes, and those of the history after
// them.
func DistrictsOf(province string) []District {
	var out []District
	for _, d := range gazetteer().districts {
		if d.Province == province {
			out = append(out, d)
		}
	}
	return out
}

// Slug returns the district's name as a part of an address, "tien-phuoc".
func (d District) Slug() string { return viet.Slug(d.Name) }
