package acronym

import (
	"slices"
	"strings"

	"soi/index/schema"
)

// cueWords say that a short name follows or, with "của", a long one.
var cueWords = []string{"gọi tắt", "viết tắt", "sau đây gọi là"}

const (
	maxName = 120  // bytes of a declared name
	maxCues = 1000 // followed in a part of a document; real ones have 10 at most
)

// cues looks at each place of part that says that it shortens: "(sau đây gọi
// tắt là Đề án)", ", viết tắt là BTV", "BTV là viết tắt của Ban Thường vụ".
func (f *finder) cues(part schema.Span) {
	for _, cue := range cueWords {
		for at, n := part.Start, 0; n < maxCues; n++ {
			i := strings.Index(f.text[at:part.End], cue)
			if i < 0 {
				break
			}
			cueAt := schema.Span{Start: at + i, End: at + i + len(cue)}
			if d, ok := f.declared(part, cueAt); ok {
				f.add(d)
			}
			at = cueAt.End
		}
	}
}

// declared reads the definition that the cue makes.
func (f *finder) declared(part, cue schema.Span) (definition, bool) {
	name := f.nameAfter(part, cue.End)
	if name.Len() == 0 {
		return definition{}, false
	}
	before := f.beforeCue(part, cue.Start)
	if rest, ok := strings.CutPrefix(name.Of(f.text), "của "); ok {
		name.Start = name.End - len(rest)
		return f.declaredBackwards(part, before, name)
	}
	names := wordsBefore(f.text, name.Start, name.End, maxWords)
	if len(names) == 0 || directiveName(names) {
		return definition{}, false
	}
	long, ok := f.longOf(part, before, name, names)
	if !ok || strings.EqualFold(long.Of(f.text), name.Of(f.text)) {
		return definition{}, false
	}
	return definition{name, long, schema.AcronymDeclared}, true
}

// declaredBackwards reads "BTV là viết tắt của Ban Thường vụ".
func (f *finder) declaredBackwards(part schema.Span, before int, name schema.Span) (definition, bool) {
	at := wordBefore(f.text, part.Start, before)
	s, ok := parseShort(at.Of(f.text))
	if !ok {
		return definition{}, false
	}
	long, _, ok := byInitials(s, wordsBefore(f.text, name.Start, name.End, maxWords))
	if !ok || long.Start != name.Start {
		return definition{}, false
	}
	return definition{at, long, schema.AcronymDeclared}, true
}

// leads are the words that may stand between a long form and the cue.
var leads = []string{"sau đây", "dưới đây", "từ đây", "được", "xin", "tên", "là", "chữ", "cụm từ", "từ", "và", "hay", "còn", "có", "với"}

// beforeCue returns where the long form before a cue ends.
func (f *finder) beforeCue(part schema.Span, cue int) int {
	from := max(part.Start, cue-maxInside)
	for s := f.text[from:cue]; ; {
		cut := strings.TrimRight(s, blanks+"(,;:-–")
		for _, lead := range leads {
			if rest, ok := strings.CutSuffix(cut, lead); ok && runBefore(rest) == 0 {
				cut = rest
			}
		}
		if cut == s {
			return from + len(s)
		}
		s = cut
	}
}

// nameEnds are words that no declared name goes on with.
var nameEnds = set("do để gồm đã nhằm vào với trong theo tại cho thì sẽ bao có khi nên là này")

// nameAfter returns the name that stands behind a cue: up to a bracket, quote
// or stop, or to a word that goes on with the sentence.
func (f *finder) nameAfter(part schema.Span, from int) schema.Span {
	rest := f.text[from:min(part.End, from+maxName)]
	skipped := strings.TrimLeft(rest, blanks+quotes+":")
	if after, ok := strings.CutPrefix(skipped, "là"); ok && strings.HasPrefix(strings.TrimLeft(after, ":"+quotes), " ") {
		skipped = strings.TrimLeft(after, blanks+quotes+":")
	}
	name := schema.Span{Start: from + len(rest) - len(skipped)}
	end := strings.IndexAny(skipped, "()[]\"“”‘’«»,;.\n")
	switch {
	case end >= 0:
	case from+len(rest) == part.End || f.text[from+len(rest)] == '\n':
		end = len(skipped)
	default:
		return schema.Span{}
	}
	name.End = name.Start + end
	for i, w := range wordsBefore(f.text, name.Start, name.End, maxWords) {
		if i > 0 && nameEnds[w.exact] {
			name.End = w.Start
			break
		}
	}
	return trim(f.text, name)
}

// directiveTypes begin the names of directives, which package directive
// follows.
var directiveTypes = []string{
	"kết luận", "nghị quyết", "chỉ thị", "quy định", "quyết định", "kế hoạch", "hướng dẫn", "thông báo",
	"thông tri", "nghị định", "thông tư", "công văn", "pháp lệnh", "luật", "bộ luật", "đề án số",
}

// directiveName reports whether a name is that of a directive.
func directiveName(words []word) bool {
	for _, typ := range directiveTypes {
		n := len(strings.Fields(typ))
		if len(words) < n {
			continue
		}
		if joined, ok := join(words[:n]); ok && joined == keys(typ) {
			return true
		}
	}
	return false
}

// longOf finds what a declared name is short for: the words that end at
// before.
func (f *finder) longOf(part schema.Span, before int, name schema.Span, names []word) (schema.Span, bool) {
	words := wordsBefore(f.text, part.Start, before, maxDeclared)
	if s, ok := parseShort(name.Of(f.text)); ok {
		if long, kind, ok := byInitials(s, words); ok {
			if outer, ok := f.beforeBracket(part, long, s); kind == schema.AcronymForeign && ok {
				return outer, true
			}
			return long, true
		}
		if long, _, ok := byTrailing(s, words); ok {
			return long, true
		}
		return byHead(f.text, s, words)
	}
	i := sameStart(words, names)
	if i < 0 {
		i = headOf(words, names)
	}
	if i < 0 {
		return schema.Span{}, false
	}
	return closed(f.text, schema.Span{Start: words[i].Start, End: words[len(words)-1].End}), true
}

// beforeBracket returns the Vietnamese name before the bracket that a foreign
// one stands in: "Tổ chức Thương mại Thế giới (tiếng Anh: World Trade
// Organization, viết tắt là WTO)".
func (f *finder) beforeBracket(part, foreign schema.Span, s short) (schema.Span, bool) {
	from := max(part.Start, foreign.Start-maxInside)
	open := strings.LastIndexAny(f.text[from:foreign.Start], "()\n")
	if open < 0 || f.text[from+open] != '(' {
		return schema.Span{}, false
	}
	return byHead(f.text, s, wordsBefore(f.text, part.Start, from+open, maxWords))
}

// sameStart returns the index of the last words that begin as the name does,
// with two words where it has two, and are more than the name; -1 if there
// are none.
func sameStart(words, name []word) int {
	n := min(2, len(name))
	for i := len(words) - n - 1; i >= 0; i-- {
		if same(words[i:i+n], name[:n]) && !same(words[i:], name) {
			return i
		}
	}
	return -1
}

// headOf returns the index of the head of a name that ends as the declared
// one does: "Công ty cổ phần Sao Mai (gọi tắt là Sao Mai)"; -1 if there is
// none.
func headOf(words, name []word) int {
	rest := len(words) - len(name)
	if rest < 1 || !name[0].capital() || !same(words[rest:], name) {
		return -1
	}
	i, _ := nearestHead(words[:rest+1])
	return i
}

// same reports whether two runs of words are equal but for case and place of
// tone marks.
func same(a, b []word) bool {
	return slices.EqualFunc(a, b, func(v, w word) bool { return v.exact == w.exact })
}
