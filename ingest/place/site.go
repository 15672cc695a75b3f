package place

import (
	"net/url"
	"strings"

	"soi/analyzer/place"
	"soi/index/schema"
)

// hostNames are names of provinces in hosts that differ from their slugs.
var hostNames = map[string]string{
	"tphcm": "Hồ Chí Minh", "hcm": "Hồ Chí Minh", "hcmcpv": "Hồ Chí Minh", "hochiminhcity": "Hồ Chí Minh",
	"hcmcity": "Hồ Chí Minh", "tphochiminh": "Hồ Chí Minh",
	"thuathienhue": "Huế", "hue": "Huế", "huecity": "Huế",
	"brvt": "Bà Rịa - Vũng Tàu", "baria": "Bà Rịa - Vũng Tàu",
}

// hostPrefixes stand before a province's name in hosts: baobacgiang.com.vn.
var hostPrefixes = []string{
	"bao", "dangbo", "tinhuy", "thanhuy", "ubnd", "hdnd", "dbqh", "mttq", "tinhdoan", "congan", "congdoan", "tuyengiao", "truongchinhtri",
}

// siteHost returns the host of the document's address.
func siteHost(d *schema.Document) string {
	if d.Site != "" {
		return strings.ToLower(d.Site)
	}
	u, err := url.Parse(d.URL)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Hostname())
}

// voteSite counts the province that the host names.
func (l *location) voteSite(b *ballot) {
	if p := l.host(); p.Name != "" {
		l.voteFor(b, p, "site ", weightSite, schema.Evidence{Rule: schema.RuleSite, Quote: siteHost(l.doc)})
	}
}

// host returns the province that the document's host names, if it names one.
func (l *location) host() place.Province {
	host := siteHost(l.doc)
	if host == "" {
		return place.Province{}
	}
	p, _ := hostProvince(host)
	return p
}

// hostProvince returns the province that a label of the host names: as a
// whole, after a usual prefix, or at its beginning or end.
func hostProvince(host string) (place.Province, bool) {
	labels := strings.Split(host, ".")
	for i := len(labels) - 1; i >= 0; i-- {
		if p, ok := labelProvince(labels[i]); ok {
			return p, true
		}
	}
	return place.Province{}, false
}

func labelProvince(label string) (place.Province, bool) {
	label = strings.ReplaceAll(label, "-", "")
	bare := label
	for _, head := range hostPrefixes {
		if rest, ok := strings.CutPrefix(label, head); ok && rest != "" {
			bare = rest
		}
	}
	if name, ok := hostNames[bare]; ok {
		return place.FindProvince(name)
	}
	var best place.Province
	longest := 0
	for _, p := range place.Provinces() {
		slug := strings.ReplaceAll(p.Slug, "-", "")
		if len(slug) < 5 || slug == "hochiminh" { // hue and a person's name need a whole label
			continue
		}
		if len(slug) > longest && (strings.HasPrefix(bare, slug) || strings.HasSuffix(label, slug)) {
			best, longest = p, len(slug)
		}
	}
	return best, longest > 0
}

// hostDistrict returns the district of the province that a label of the host
// names: tienphuoc.quangnam.gov.vn.
func hostDistrict(host, province string) (place.District, bool) {
	for label := range strings.SplitSeq(host, ".") {
		label = strings.ReplaceAll(label, "-", "")
		for _, head := range []string{"huyenuy", "thixa", "huyen", "quan"} {
			label = strings.TrimPrefix(label, head)
		}
		if len(label) < 4 {
			continue
		}
		for _, d := range place.DistrictsOf(province) {
			if strings.ReplaceAll(d.Slug(), "-", "") == label {
				return d, true
			}
		}
	}
	return place.District{}, false
}
