package directive

import (
	"slices"
	"strings"

	"soi/analyzer/cite"
	"soi/analyzer/place"
	"soi/analyzer/viet"
	"soi/index/schema"
)

// joinPlaces writes places from the province down as a path, with
// cite.UnknownPlace for one that is not known above one that is. What is not
// known at the end is left away, or, if the code alone would not tell that the
// body is of a lower level, stands as one such sign.
func joinPlaces(places []string, mark bool) string {
	known := len(places)
	for known > 0 && places[known-1] == "" {
		known--
	}
	path := make([]string, 0, len(places))
	for _, p := range places[:known] {
		path = append(path, orUnknown(viet.Slug(p)))
	}
	if mark && known > 0 && known < len(places) {
		for len(path) < len(places) {
			path = append(path, cite.UnknownPlace)
		}
	}
	return strings.Join(path, "/")
}

func orUnknown(slug string) string {
	if slug == "" {
		return cite.UnknownPlace
	}
	return slug
}

// ownPlaces are the places of a document from the province down, n of them.
func ownPlaces(d *schema.Document, n int) []string {
	return []string{d.Province, d.District, d.Commune}[:n]
}

// isCity reports whether a unit's word is one for a city, which is under the
// Centre or under a province.
func isCity(unit string) bool { return unit == "thành phố" || unit == "tp" }

// ownCity is the path of the city that a document speaks of without a name:
// "UBND thành phố".
func ownCity(d *schema.Document) string {
	isDistrict := slices.ContainsFunc(place.Districts(d.District), func(u place.District) bool { return u.Type == "thành phố" })
	switch {
	case d.District != "" && isDistrict:
		return joinPlaces(ownPlaces(d, 2), false)
	case underCentre(d.Province):
		return joinPlaces(ownPlaces(d, 1), false)
	}
	return joinPlaces([]string{d.Province, ""}, true)
}

// provincePath is the path of a place whose level is a province's, or that of
// a city in a province: UBND TP Tam Kỳ, Thành ủy Tam Kỳ.
func provincePath(unit, name string, d *schema.Document) string {
	if p, ok := place.FindProvince(name); ok {
		return p.Slug
	}
	if p, _, ok := place.ProvinceAt(name, 0); ok { // "tỉnh Bạc Liêu Dương Thành Trung": a person's name follows
		return p.Slug
	}
	if unit == "tỉnh" { // there is none but those of the table: it is a person's name
		return viet.Slug(d.Province)
	}
	name, isDistrict := districtName(name)
	if isCity(unit) || isDistrict {
		return joinPlaces([]string{provinceOf(name, d), name}, false)
	}
	return ""
}

// districtName is the district that a name begins with, and whether there is
// one; else the name itself. A person's name may follow: "Huyện ủy Tiên Phước
// Nguyễn Văn Hòa ký".
func districtName(name string) (string, bool) {
	if _, end := place.DistrictsAt(name, 0); end > 0 {
		return name[:end], true
	}
	return name, len(place.Districts(name)) > 0
}

// communeName is the commune that a name begins with, else the name itself.
func communeName(name string) string {
	if _, end := place.CommunesAt(name, 0); end > 0 {
		return name[:end]
	}
	return name
}

// provinceOf is the province of a district that a document names: the
// document's own if it has had one of the name, else the one that has become
// part of it, else the only one; "" where several could be meant.
func provinceOf(district string, d *schema.Document) string {
	var all, within []string
	for _, u := range place.Districts(district) {
		if u.WasIn(d.Province) {
			return d.Province
		}
		if slices.Contains(all, u.Province) {
			continue
		}
		all = append(all, u.Province)
		if isWithin(u.Province, d.Province) {
			within = append(within, u.Province)
		}
	}
	switch {
	case len(within) == 1:
		return within[0]
	case len(within) > 1 || len(all) == 0:
		return d.Province
	case len(all) == 1:
		return all[0]
	}
	return ""
}

// communePlaces are the places of a commune that a document names beside a
// directive of a date, ISO or "": the gazetteer tells its district where the
// province had only one of the name.
func communePlaces(name, date string, d *schema.Document) []string {
	if date == "" {
		date = d.Published
	}
	var all []place.Commune
	for _, c := range place.Communes(name) {
		if (c.District == "") == (date >= place.Merger) && (d.Province == "" || isWithin(c.Province, d.Province)) {
			all = append(all, c)
		}
	}
	inOwn := slices.ContainsFunc(all, func(c place.Commune) bool { return c.District == d.District })
	switch {
	case d.Province != "" && d.District != "" && (inOwn || len(all) == 0):
		return []string{d.Province, d.District, name}
	case len(all) == 1:
		return []string{all[0].Province, all[0].District, name}
	}
	return []string{d.Province, "", name}
}

// isWithin reports whether one province is the other or has become part of it.
func isWithin(province, now string) bool {
	p, ok := place.FindProvince(province)
	return ok && (p.Name == now || p.Now == now)
}
