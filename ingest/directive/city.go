package directive

import (
	"strings"

	"soi/analyzer/cite"
	"soi/analyzer/place"
	"soi/analyzer/viet"
	"soi/index/schema"
)

// settleCities gives the short forms of a Thành ủy their issuer where the city
// is under the Centre and its committee counts as a province's. The city is
// the one named beside the directive, else the document's own.
func settleCities(d *schema.Document, refs []cite.Reference) {
	own := underCentre(d.Province)
	for i := range refs {
		r := &refs[i]
		if r.Kind != cite.KindNumber || r.CityIssuer == "" || r.Issuer != "" {
			continue
		}
		if r.Place == "" && own || r.Place != "" && underCentre(r.Place) {
			r.SetIssuer(r.CityIssuer)
		}
	}
}

// underCentre reports whether a place is one of the cities that rank with
// provinces.
func underCentre(name string) bool {
	_, name = splitUnit(name)
	if strings.EqualFold(viet.Fold(name, viet.Exact), "tphcm") {
		name = "Hồ Chí Minh"
	}
	p, ok := place.FindProvince(name)
	return ok && name != "" && p.Type == "thành phố"
}
