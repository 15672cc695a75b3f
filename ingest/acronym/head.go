package acronym

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"soi/analyzer/cite"
	"soi/analyzer/viet"
	"soi/index/schema"
)

//go:embed heads.txt
var headsText string

// A class says what a line of heads.txt is good for.
type class string

const (
	bodyName    class = "body"     // begins the name of a body, a treaty, a meeting
	properName  class = "proper"   // does so with a capital, or before one
	capitalName class = "capital"  // does so with a capital
	outerName   class = "outer"    // takes the name behind it in: Trường Đại học
	termName    class = "term"     // begins a common noun: chỉ số giá tiêu dùng
	strictWord  class = "strict"   // stands before a common noun, commas and all, and is none of it: hình thức
	afterWord   class = "after"    // stands before a common noun, where no body does: công nghệ
	reverseName class = "reverse"  // begins a name that stands in parentheses behind its short form
	companyName class = "company"  // may be known by a name in one word: Petrolimex
	mediaName   class = "media"    // may be known by what else is a source's sign: VOV
	compound    class = "compound" // another word, that has a head's syllable in it
	placeName   class = "place"    // a short form that says where
	sourceName  class = "source"   // a short form that says who wrote or took it
)

// heads are the entries of heads.txt by class; exclusions are those that
// stand in the place of a short form.
var heads, exclusions = readHeads(headsText)

// firstWords are the words that any head begins with.
var firstWords = func() map[string]bool {
	first := map[string]bool{}
	for _, entries := range heads {
		for entry := range entries {
			word, _, _ := strings.Cut(entry, " ")
			first[word] = true
		}
	}
	return first
}()

func readHeads(text string) (map[class]map[string]bool, map[string]class) {
	heads, exclusions := map[class]map[string]bool{}, map[string]class{}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		name, entry, ok := strings.Cut(line, ": ")
		if !ok {
			panic(fmt.Sprintf("heads.txt: no class: %q", line))
		}
		c := class(name)
		if c == placeName || c == sourceName {
			exclusions[entry] = c
			continue
		}
		if heads[c] == nil {
			heads[c] = map[string]bool{}
		}
		heads[c][keys(entry)] = true
	}
	return heads, exclusions
}

// keys folds each word of a name as words are folded.
func keys(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		words[i] = viet.Key(w)
	}
	return strings.Join(words, " ")
}

const (
	maxHead = 4  // words of the longest head
	maxTerm = 8  // words of a common noun, with the one that it stands behind
	maxFull = 18 // words of a name; the longest real one of news-20k has as many
)

// headAt returns the number of words of the longest head of a class that
// begins at word i; 0 if none does.
func headAt(c class, words []word, i int) int {
	if !firstWords[words[i].exact] {
		return 0
	}
	for n := min(maxHead, len(words)-i); n > 0; n-- {
		if joined, ok := join(words[i : i+n]); ok && heads[c][joined] {
			return n
		}
	}
	return 0
}

// join joins words that only blanks part.
func join(words []word) (string, bool) {
	s := words[0].exact
	for _, w := range words[1:] {
		if w.gap != blank {
			return "", false
		}
		s += " " + w.exact
	}
	return s, true
}

// inCompound reports whether the n words from i on are a part of another word
// or of a longer head: báo of thông báo, công ty of tổng công ty.
func inCompound(words []word, i, n int) bool {
	for from := max(0, i-maxHead+1); from <= i; from++ {
		for _, c := range []class{compound, bodyName, properName} {
			if m := headAt(c, words, from); from+m > i && (from < i || m > n) {
				return true
			}
		}
	}
	return false
}

// byHead returns the name before a parenthesis, from the head word that says
// what it is, if the short form can be that of a foreign name.
func byHead(text string, s short, words []word) (schema.Span, bool) {
	words = s.withoutTail(words)
	if _, issuer := cite.FindIssuer(s.raw); issuer || !s.foreign() || s.place() || len(words) < 2 {
		return schema.Span{}, false
	}
	i, head := nearestHead(words)
	if i < 0 || !s.suits(words, head) {
		return schema.Span{}, false
	}
	return closed(text, schema.Span{Start: words[i].Start, End: words[len(words)-1].End}), true
}

// withoutTail cuts off what stands behind a name and is no part of it: a
// year, and "tại Việt Nam" where the short form has no letter of that.
func (s short) withoutTail(words []word) []word {
	n := len(words)
	if n > 0 && words[n-1].year() {
		n--
		if n > 1 && words[n-1].exact == "năm" {
			n--
		}
	}
	if n > 3 && words[n-3].exact == "tại" && words[n-2].exact == "việt" && !slices.Contains(s.units, "v") {
		n -= 3
	}
	return words[:n]
}

// suits reports whether a foreign short form can belong to a name with its
// head at word i. The sign of a source names no body but that of a medium; a
// name in one word, none but that of a company; and a short form stands for
// more than another one: "Tập đoàn SBIC (Vinashin)".
func (s short) suits(words []word, i int) bool {
	last := words[len(words)-1].raw
	again := upper(last) && len(last) > 2 && !isPlace(last)
	switch {
	case exclusions[viet.Fold(s.raw, viet.ASCII)] == sourceName:
		return headAt(mediaName, words, i) > 0
	case again && len(words)-i <= 3 && headAt(bodyName, words, i) == len(words)-i-1:
		return false
	case s.large > 1:
		return true
	case again || viet.IsSyllable(viet.Key(s.raw)):
		return false
	}
	return s.letters <= 3 || headAt(companyName, words, i) > 0
}

// closed takes the closing quotation mark into a name that has the opening
// one.
func closed(text string, name schema.Span) schema.Span {
	for _, pair := range []string{"“”", "\"\"", "‘’"} {
		open, end := pair[:len(pair)/2], pair[len(pair)/2:]
		if strings.Count(name.Of(text), open)%2 == 1 && strings.HasPrefix(text[name.End:], end) {
			name.End += len(end)
		}
	}
	return name
}

// nearestHead returns the index of the word at which the name that ends with
// words begins, and of the head that tells so; -1 if there is none. A body
// wins over a common noun within its name ("Cục Đầu tư nước ngoài"), unless
// that is written small.
func nearestHead(words []word) (from, head int) {
	from, head = -1, -1
	whole := true // no comma yet but those of a list
	for i := len(words) - 1; i >= max(0, len(words)-maxFull); i-- {
		w := words[i]
		if verbs[w.raw] || w.exact == "ông" {
			break
		}
		if n := headAt(strictWord, words, i); n > 0 && i+n < len(words) && from < 0 {
			return i + n, i
		}
		if whole && isBody(words, i) {
			return outer(words, i), i
		}
		if n := headAt(termName, words, i); whole && from < 0 && n > 0 && i+n <= len(words) && !inCompound(words, i, n) {
			from, head = i, i
			if i > 0 && headAt(termName, words, i-1) > 0 {
				from--
			}
			if !words[from].capital() {
				break
			}
		}
		if n := headAt(afterWord, words, i); whole && from < 0 && n > 0 && i+n < len(words) && len(words)-i <= maxTerm {
			from, head = i+n, i
		}
		whole = whole && (w.gap != comma || lists(words[i:]))
	}
	return from, head
}

// verbs are words, in small letters, that no name has in it.
var verbs = set("đã là sẽ đang bị được rằng khi nếu thì nhưng mà bà này đó có như phê chuyên cũng vẫn gồm hay hoặc để nhằm hôm ngày biết kiêm")

// lists reports whether words go on with an "và" before the next comma, as
// the end of "Giáo dục, Khoa học và Văn hóa" does.
func lists(words []word) bool {
	for i, w := range words {
		if i > 0 && w.gap == comma {
			return lists(words[i:])
		}
		if w.exact == "và" {
			return true
		}
	}
	return false
}

// isBody reports whether the head of a body's name begins at word i. A head
// of one syllable is a common word too: it counts with a capital, or before
// one.
func isBody(words []word, i int) bool {
	n, proper := headAt(bodyName, words, i), false
	if m := headAt(properName, words, i); m > n {
		n, proper = m, true
	}
	if m := headAt(capitalName, words, i); m > n && words[i].capital() {
		n = m
	}
	switch {
	case n == 0 || inCompound(words, i, n):
		return false
	case i+n == len(words):
		return n > 2 && words[i].capital()
	case n == 1 || proper:
		return words[i].capital() || words[i+n].capital()
	}
	return true
}

// fillers may stand between two heads of one name: Công ty cổ phần Tập đoàn.
var fillers = set("cổ phần tnhh mtv cp tmcp quản lý")

// outer returns the index of the head that takes in the name at word i: that
// of "Trường" for "Trường Đại học"; i if there is none.
func outer(words []word, i int) int {
	if headAt(bodyName, words, i) == maxHead {
		return i // as good as a name: Nhà nước Hồi giáo
	}
	at := i
	for at > 0 && fillers[words[at-1].exact] && words[at].gap == blank {
		at--
	}
	for _, end := range []int{at, i} {
		for n := 1; n <= min(maxHead, end); n++ {
			if j := end - n; headAt(outerName, words, j) == n && words[j].capital() && words[end].gap == blank && !inCompound(words, j, n) {
				return j
			}
		}
	}
	return i
}

// reversibleHead reports whether words begin like a name that may stand in
// parentheses behind its short form.
func reversibleHead(words []word) bool {
	n := headAt(reverseName, words, 0)
	if n == 0 || len(words) < n+2 {
		return false
	}
	for _, w := range words[1:] {
		if w.gap != blank || verbs[w.raw] || w.exact == "do" {
			return false
		}
	}
	return true
}
