// Package place is the gazetteer: the provinces, districts and communes of
// Việt Nam before and since the mergers of 1 July 2025, found by their names
// with or without marks, their slugs and their codes.
package place

// A Province is a province (tỉnh) or a city under the central government
// (thành phố trực thuộc Trung ương).
type Province struct {
	Name    string // without its type, NFC, old-style tones: "Hòa Bình"
	Slug    string // "hoa-binh"
	Type    string // "tỉnh" or "thành phố", the last it had
	Code    string // code of the statistics office until 30 June 2025
	CodeNow string // its code since 1 July 2025; "" if it ended
	Now     string // Name of the province it belongs to since 1 July 2025
	Until   string // last day of its being, "2025-06-30", or "" if it is one today
}

// A District is a unit of the second level (huyện, quận, thị xã, thành phố
// thuộc tỉnh), a level that ended on 30 June 2025.
type District struct {
	Name     string // without its type: "Tiên Phước", "1" for Quận 1
	Type     string // "huyện", "quận", "thị xã" or "thành phố"
	Province string // Name of its province
	Code     string // code of the statistics office
}

// A Commune is a unit of the third level (xã, phường, thị trấn, đặc khu).
type Commune struct {
	Name     string // without its type: "Long Bình"
	Type     string // "xã", "phường", "thị trấn" or "đặc khu"
	District string // Name of its district; "" for a commune since 1 July 2025
	Province string // Name of its province at its time
	Code     string // code of the statistics office
}

// FindProvince returns the province that s names: its name with or without
// marks, with "tỉnh" or "TP" before it, its slug, its code or a usual short
// name such as "TP.HCM".
func FindProvince(s string) (Province, bool) { return Province{}, false }

// Provinces returns every province there was before or is since 1 July 2025,
// once each, in Vietnamese order.
func Provinces() []Province { return nil }

// Former returns the provinces that were merged into p on 1 July 2025, p's
// own predecessor among them, in Vietnamese order; nil if p ended then.
func (p Province) Former() []Province { return nil }

// Districts returns the districts of the name, in the order of their
// provinces.
func Districts(name string) []District { return nil }

// Communes returns the communes of the name.
func Communes(name string) []Commune { return nil }

// CompareNames compares two names in Vietnamese order: -1, 0 or 1.
func CompareNames(a, b string) int { return 0 }
