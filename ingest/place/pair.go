package place

import (
	"slices"
	"strings"

	"soi/analyzer/place"
)

// pair lets a commune tell which of several districts of one name is meant that
// follows it: there are many Châu Thành, but xã Giục Tượng is in one.
func pair(text string, mentions []mention) {
	for i := 1; i < len(mentions); i++ {
		c, d := mentions[i-1], &mentions[i]
		if len(c.communes) == 0 || len(d.districts) < 2 || c.span.End > d.span.Start || !joins(text[c.span.End:d.span.Start]) {
			continue
		}
		both := slices.DeleteFunc(slices.Clone(d.districts), func(u place.District) bool {
			return !slices.ContainsFunc(c.communes, func(c place.Commune) bool { return c.District == u.Name && c.Province == u.Province })
		})
		if len(both) > 0 {
			d.districts = both
		}
	}
}

// joins reports whether nothing but a comma, a dash or a bracket stands between a
// commune and its district.
func joins(between string) bool {
	const longest = 4 // bytes
	return len(between) <= longest && strings.Trim(between, " ,(-–\u00a0") == ""
}
