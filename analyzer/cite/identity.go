package cite

import (
	"strings"

	"soi/analyzer/viet"
)

// UnknownPlace stands in the path of a place for a part that is not known, or
// is none: since 1 July 2025 communes have no district.
const UnknownPlace = "-"

// ParseIdentity splits the identity of a directive into its code and its
// tail, which is what follows "@". An identity names one directive of all, in
// the grammar
//
//	identity = code [ "@" part { ":" part } ]
//	part     = place | time | type
//	place    = slug { "/" slug }             province, district, commune; "-" is one not known, or none
//	time     = congress term | year          "XIII", "2021"
//	type     = "quy-dinh" | "quyet-dinh"     where the code leaves both open
//
// with its parts in this order. A part that is not known is left away with
// its colon, and the "@" where no part is known; the shapes of the parts tell
// them apart.
//
//	21-KL/TW@XIII               central Party: the congress term
//	37-QĐ/TW@XIII:quy-dinh      the Party's QĐ is Quy định or Quyết định
//	107-KH/TU@quang-nam         provincial Party; the body's term, when known, follows
//	64-KH/HU@quang-nam/tien-phuoc
//	05-KH/ĐU@da-nang/-/tien-phuoc   a commune without a district, or one that is not known
//	1600/QĐ-TTg@2009            state central: the year
//	12/QĐ-UBND@quang-nam:2021   state local: place and year
//	30/2020/NĐ-CP               the year is in the code
//	NQTW4-XII                   a plenum's resolution, the term in the code; KLTW4-XII its conclusion
//
// Typed as a filter, 21-KL/TW asks for every term of the code, and 21-KL/TW@
// for the directive whose term is not known; see MatchIdentity.
func ParseIdentity(s string) (code, tail string) {
	code, tail, _ = strings.Cut(s, "@")
	return strings.TrimSpace(code), strings.TrimSpace(tail)
}

// JoinIdentity makes an identity of a code and the parts that are not empty.
func JoinIdentity(code string, parts ...string) string {
	sep := "@"
	for _, part := range parts {
		if part != "" {
			code += sep + part
			sep = ":"
		}
	}
	return code
}

// MatchIdentity reports whether a directive's identity is one that typed asks
// for: the codes have the same key, and each part of typed's tail is a part
// of the identity's, or a place that contains it. So a code without "@"
// matches all its terms and places. A tail that is empty or ends in ":" is the
// whole one: 21-KL/TW@ matches only the identity that has no tail, and
// 37-QĐ/TW@quy-dinh: not that which has a term too.
func MatchIdentity(identity, typed string) bool {
	code, tail := ParseIdentity(identity)
	wanted, wantedTail := ParseIdentity(typed)
	if Key(code) != typedKey(wanted) {
		return false
	}
	if whole, ok := strings.CutSuffix(wantedTail, ":"); ok || wantedTail == "" && strings.Contains(typed, "@") {
		return slugTail(tail) == slugTail(whole)
	}
	parts := strings.Split(tail, ":")
	for want := range strings.SplitSeq(wantedTail, ":") {
		if path := slugPath(want); path != "" && !hasPart(parts, path) {
			return false
		}
	}
	return true
}

// ExactIdentity returns what to type for a directive's identity and for none
// of others, the identities of its code: the identity itself, or, where that
// matches another too, with a sign behind it that makes its tail the whole one.
func ExactIdentity(identity string, others []string) string {
	for _, other := range others {
		if other == identity || !MatchIdentity(other, identity) {
			continue
		}
		if code, tail := ParseIdentity(identity); tail == "" {
			return code + "@"
		}
		return identity + ":"
	}
	return identity
}

// hasPart reports whether one of the parts is path or lies within it.
func hasPart(parts []string, path string) bool {
	for _, part := range parts {
		if have := slugPath(part); have == path || strings.HasPrefix(have, path+"/") {
			return true
		}
	}
	return false
}

// slugTail folds a tail part by part.
func slugTail(tail string) string {
	parts := strings.Split(tail, ":")
	for i, part := range parts {
		parts[i] = slugPath(part)
	}
	return strings.Join(parts, ":")
}

// slugPath folds a part as typed: "Quảng Nam" is "quang-nam".
func slugPath(part string) string {
	elements := strings.Split(part, "/")
	for i, e := range elements {
		if e != UnknownPlace {
			elements[i] = viet.Slug(e)
		}
	}
	return strings.Trim(strings.Join(elements, "/"), "/")
}

// typedKey is the key of a code as a person types it.
func typedKey(code string) string {
	if r, _, ok := ParseCode(code); ok {
		return r.Key
	}
	return Key(code)
}

// ParseCode reads a code as a person types it into a filter: "21 - kl/tw",
// "21 KL TW", "Kết luận 21-KL/TW", "nqtw4-xii", each with or without a tail
// "@XIII", which is returned as term. ok is false if s is no code.
func ParseCode(s string) (ref Reference, term string, ok bool) {
	typed, tail := ParseIdentity(NewText(s).clean)
	if r, ok := CodeAt(typed, 0); ok && r.End == len(typed) {
		return r, tail, true
	}
	if r, ok := plenumCode(typed); ok {
		return r, tail, true
	}
	if f := strings.Fields(typed); len(f) == 3 {
		joined := f[0] + "-" + f[1] + "/" + f[2]
		if r, ok := CodeAt(joined, 0); ok && r.End == len(joined) {
			return r, tail, true
		}
	}
	if refs := Find(typed); len(refs) == 1 && refs[0].Code != "" {
		return refs[0], tail, true
	}
	return Reference{}, tail, false
}

// plenumCode reads Soi's own code of a plenum's resolution or conclusion:
// NQTW4-XII, KLTW4-XII.
func plenumCode(s string) (Reference, bool) {
	abbr, rest, ok := strings.Cut(Key(s), "TW")
	if !ok || abbr != "NQ" && abbr != "KL" {
		return Reference{}, false
	}
	num, term, _ := strings.Cut(rest, "-")
	end, ok := plenumNumber(num, 0)
	if !ok || end != len(num) {
		return Reference{}, false
	}
	if roman, e := readRoman(term, 0); roman == "" && term != "" || e != len(term) {
		return Reference{}, false
	}
	r := plenumReference(typesByAbbr[abbr][0], num, term)
	r.End, r.Raw = len(s), s
	return r, true
}
