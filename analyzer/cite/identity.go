package cite

import (
	"strings"

	"soi/analyzer/viet"
)

// ParseCode reads a code as a person types it into a filter: "21 - kl/tw",
// "21 KL TW", "Kết luận 21-KL/TW", "nqtw4-xii", each with or without a tail
// "@XIII", which is returned as term. ok is false if s is no code.
func ParseCode(s string) (ref Reference, term string, ok bool) {
	typed, tail := ParseIdentity(s)
	if r, ok := CodeAt(typed, 0); ok && r.End == len(typed) {
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

// ParseIdentity splits an identity into the code and what follows its "@".
func ParseIdentity(s string) (code, tail string) {
	code, tail, _ = strings.Cut(s, "@")
	return strings.TrimSpace(code), strings.TrimSpace(tail)
}

// MatchIdentity reports whether a directive's identity is one that typed asks
// for: the codes have the same key, and each part of typed's tail is a part
// of the identity's. So a code without "@" matches all its terms and places.
func MatchIdentity(identity, typed string) bool {
	code, tail := ParseIdentity(identity)
	wanted, parts := ParseIdentity(typed)
	if r, _, ok := ParseCode(wanted); ok {
		wanted = r.Code
	}
	if Key(code) != Key(wanted) {
		return false
	}
	if parts == "" {
		return true
	}
	have := map[string]bool{}
	for part := range strings.SplitSeq(tail, ":") {
		have[viet.Slug(part)] = true
	}
	for part := range strings.SplitSeq(parts, ":") {
		if slug := viet.Slug(part); slug != "" && !have[slug] {
			return false
		}
	}
	return true
}
