package index

import (
	"slices"
	"strings"

	"soi/analyzer/cite"
	"soi/index/schema"
)

// nameless reports whether an identity is the name that relations give to a
// directive whose issuer is not known: "43-KH/?".
func nameless(identity string) bool { return strings.HasSuffix(identity, "/?") }

// issuerOf is the issuer in the code of an identity, and the tail behind it.
func issuerOf(identity string) (iss cite.Issuer, code cite.Reference, tail string) {
	written, tail := cite.ParseIdentity(identity)
	code, _, ok := cite.ParseCode(written)
	if !ok {
		return cite.Issuer{}, code, tail
	}
	if code.Kind == cite.KindPlenum {
		return cite.Issuer{Level: "central", Party: true}, code, tail
	}
	iss, _ = cite.FindIssuer(code.Issuer)
	return iss, code, tail
}

// levels are the levels of issuers.
var levels = map[string]schema.Level{
	"central": schema.LevelCentral, "province": schema.LevelProvince, "district": schema.LevelDistrict,
	"commune": schema.LevelCommune, "base": schema.LevelCommune,
}

// placeIn is the path of places in the tail of an identity: "quang-nam",
// "quang-nam/tien-phuoc", "da-nang/-/tien-phuoc".
func placeIn(tail string) string {
	for part := range strings.SplitSeq(tail, ":") {
		if part == "" || part == "quy-dinh" || part == "quyet-dinh" {
			continue
		}
		if part[0] >= 'a' && part[0] <= 'z' || strings.HasPrefix(part, cite.UnknownPlace) {
			return part
		}
	}
	return ""
}

// local are the levels of bodies that have a place, by the number of places
// above theirs.
var local = [...]schema.Level{schema.LevelProvince, schema.LevelDistrict, schema.LevelCommune}

// levelOf is the level of the body that issued a directive, as its identity
// tells. Places name a body more closely than its abbreviation, which the
// committees of a province and of its districts share; where the lowest place
// is not known, the abbreviation tells more: ĐU is a commune's.
func levelOf(identity string) schema.Level {
	iss, _, tail := issuerOf(identity)
	level := levels[iss.Level]
	place := placeIn(tail)
	if place == "" || iss.Level == "central" {
		return level
	}
	above := min(strings.Count(place, "/"), len(local)-1)
	return local[max(above, slices.Index(local[:], level))]
}

// isWhole reports whether a path of places names the one body: from the
// province down to the level of its abbreviation.
func isWhole(place string, iss cite.Issuer) bool {
	if place == "" || strings.HasPrefix(place, cite.UnknownPlace) || strings.HasSuffix(place, "/"+cite.UnknownPlace) {
		return false
	}
	return strings.Count(place, "/") >= slices.Index(local[:], levels[iss.Level])
}

// isOpen reports whether an identity leaves out what tells its directive from
// others of the same code: the term, the year or the place that its issuer's
// numbers are counted in.
func isOpen(identity string) bool {
	iss, code, tail := issuerOf(identity)
	switch {
	case nameless(identity):
		return true
	case code.Kind == cite.KindPlenum:
		return code.Term == "" // NQTW4
	case iss.Scope == cite.ScopePlace, iss.Scope == cite.ScopeBody && iss.Level != "central":
		return !isWhole(placeIn(tail), iss)
	case iss.Scope == cite.ScopeTerm:
		return tail == "" || tail == "quy-dinh" || tail == "quyet-dinh"
	case iss.Scope == cite.ScopeYear:
		return tail == "" && code.Year == 0 && !strings.HasPrefix(code.Issuer, "QH") && !strings.HasPrefix(code.Issuer, "UBTVQH")
	}
	return false
}
