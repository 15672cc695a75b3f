package directive

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"soi/analyzer/cite"
	"soi/analyzer/viet"
)

const (
	maxAliases  = 16  // aliases followed in one document
	maxAlias    = 80  // length in bytes of one
	maxAliasGap = 500 // bytes between a directive and the alias declared for it
	confAliased = 0.90
)

// declares are the words that declare an alias.
var declares = [...]string{"gọi tắt là", "sau đây gọi là", "viết tắt là"}

// An alias is a name that the document declares for a directive.
type alias struct {
	name  string
	from  int // where it holds from: the end of its declaration
	means cite.Reference
}

// withAliases adds the mentions of declared names to refs: after "… Kết luận
// số 21-KL/TW … (gọi tắt là Kết luận 21)" a plain "Kết luận 21" is one. Names
// that hold a code need no alias, and a bare type word ("Nghị quyết") is too
// common to be one.
func withAliases(text string, refs []cite.Reference) []cite.Reference {
	var added []cite.Reference
	for _, a := range aliases(text, refs) {
		added = append(added, a.mentions(text, refs)...)
	}
	if len(added) == 0 {
		return refs
	}
	refs = append(added, refs...) // of two at one place the alias wins
	slices.SortStableFunc(refs, func(a, b cite.Reference) int { return a.Start - b.Start })
	return disjoint(refs)
}

// disjoint drops the references that begin before the one kept before them
// ends: one name may hold another.
func disjoint(refs []cite.Reference) []cite.Reference {
	kept, end := refs[:0], 0
	for _, r := range refs {
		if r.Start >= end {
			kept, end = append(kept, r), r.End
		}
	}
	return kept
}

// aliases finds the declarations, of each name the first. Each belongs to the
// last directive with a code before it.
func aliases(text string, refs []cite.Reference) []alias {
	var found []alias
	for from := 0; len(found) < maxAliases; {
		declared, end := nextDeclaration(text, from)
		if declared < 0 {
			break
		}
		from = end
		name, start := quoted(text, from)
		n, _ := slices.BinarySearchFunc(refs, declared, func(r cite.Reference, at int) int { return r.Start - at })
		if n == 0 || name == "" || slices.ContainsFunc(found, func(a alias) bool { return a.name == name }) {
			continue
		}
		last := refs[n-1]
		if last.Code == "" || !isTelling(name, last) || declared-last.End > maxAliasGap || strings.Contains(text[last.End:declared], "\n") {
			continue
		}
		found = append(found, alias{name, start + len(name), last})
	}
	return found
}

// isTelling reports whether a name tells its directive from others: it has a
// number, or more than the directive's type, "Quy định nêu gương". What begins
// with another type is not the directive before it.
func isTelling(name string, r cite.Reference) bool {
	if strings.ContainsAny(name, "0123456789") {
		return strings.Contains(name, " ")
	}
	rest, ok := strings.CutPrefix(viet.Key(name), viet.Key(r.Type)+" ")
	return ok && r.Type != "" && len(strings.Fields(rest)) > 1
}

// nextDeclaration returns where the next words that declare an alias begin and
// end, from byte i on; −1 if there are none.
func nextDeclaration(text string, i int) (start, end int) {
	start = -1
	for _, words := range declares {
		if n := strings.Index(text[i:], words); n >= 0 && (start < 0 || i+n < start) {
			start, end = i+n, i+n+len(words)
		}
	}
	return start, end
}

// quoted reads the name after "gọi tắt là": up to a quote, bracket, comma or
// full stop.
func quoted(text string, i int) (name string, start int) {
	rest := strings.TrimLeft(text[i:], " \u00a0:\"“'‘")
	start = len(text) - len(rest)
	end := strings.IndexAny(rest[:min(len(rest), maxAlias)], ")\"”'’,.;\n")
	if end < 0 {
		return "", start
	}
	name = strings.TrimSpace(rest[:end])
	if refs := cite.Find(name); len(refs) > 0 && refs[0].Kind == cite.KindCode {
		return "", start
	}
	return name, start
}

// mentions finds where the alias is used outside of other references. refs
// are sorted, and so is the answer.
func (a alias) mentions(text string, refs []cite.Reference) []cite.Reference {
	var found []cite.Reference
	for from := a.from; ; {
		i := strings.Index(text[from:], a.name)
		if i < 0 {
			return found
		}
		start, end := from+i, from+i+len(a.name)
		from = end
		if inWord(text, start, end) || overlaps(refs, start, end) && !a.settles(refs, start, end) {
			continue
		}
		r := a.means
		r.Start, r.End, r.Raw = start, end, text[start:end]
		r.Kind, r.Confidence = cite.KindAlias, confAliased
		found = append(found, r)
	}
}

// settles reports whether the short form at the span is the alias; it then
// takes its meaning, and its own is dropped.
func (a alias) settles(refs []cite.Reference, start, end int) bool {
	n, _ := slices.BinarySearchFunc(refs, start, func(r cite.Reference, at int) int { return r.Start - at })
	return n < len(refs) && refs[n].Start == start && refs[n].End == end && refs[n].Kind == cite.KindNumber
}

// inWord reports whether the span begins or ends inside a word or number.
func inWord(text string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	return wordRune(before) || wordRune(after) || after == '-' || after == '/'
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// overlaps reports whether a reference shares a byte with the span.
func overlaps(refs []cite.Reference, start, end int) bool {
	n, _ := slices.BinarySearchFunc(refs, end, func(r cite.Reference, at int) int { return r.Start - at })
	return n > 0 && refs[n-1].End > start
}
