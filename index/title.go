package index

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"soi/analyzer/cite"
	"soi/analyzer/viet"
	"soi/index/schema"
)

const (
	leastTitle = 3 // words of a title, "về" counted
	wholeTitle = 5 // words from which a beginning tells something
	mostTitles = 8 // titles of a directive that are listed
)

// A titleVote is the title that one document gives a directive.
type titleVote struct {
	title   string // as the document has it
	written string // with the directives that it names written alike
	words   []titleWord
	mended  bool // words are those of another where it lacks one, or has one more
}

// A titleWord is a word of a title: folded, and where it ends in it.
type titleWord struct {
	key string
	end int
}

// newTitleVote cuts a title into words. Two ways to begin, "về" and "về
// việc", are one, and so are all ways to name a directive by its code, which
// counts as a word: no title ends within it.
func newTitleVote(title string) titleVote {
	v := titleVote{title: title}
	rest := 0
	for _, r := range cite.Find(title) {
		if r.Kind != cite.KindCode || r.Type == "" || r.Start < rest {
			continue
		}
		v.addWords(title[rest:r.Start])
		v.written += r.Type + " " + r.Code
		v.words = append(v.words, titleWord{r.Key, len(v.written)})
		rest = r.End
	}
	v.addWords(title[rest:])
	return v
}

// addWords adds the words of the next piece of a title.
func (v *titleVote) addWords(piece string) {
	from := len(v.written)
	v.written += piece
	start := -1
	for i, r := range piece + " " {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
		if letter && start < 0 {
			start = i
		}
		if letter || start < 0 {
			continue
		}
		word := titleWord{viet.Fold(piece[start:i], viet.ASCII), from + i}
		if len(v.words) == 1 && word.key == "viec" {
			v.words[0].end = word.end
		} else {
			v.words = append(v.words, word)
		}
		start = -1
	}
}

// agreedTitle is the title that documents agree on, and all titles with the
// documents that give them.
//
// Some documents go on behind the title ("về xử lý kỷ luật đảng viên vi phạm;
// xét tính chất …"), some stop short of its end. So it grows word by word, as
// long as most documents go on alike; where some end, those that go on must not
// merely copy each other.
func agreedTitle(titles []string) (string, []schema.Voice) {
	var all []titleVote
	for _, t := range titles {
		if v := newTitleVote(t); len(v.words) >= leastTitle {
			all = append(all, v)
		}
	}
	if len(all) == 0 {
		return "", nil
	}
	slices.SortFunc(all, func(a, b titleVote) int { return cmp.Compare(a.written, b.written) })
	agreed, n := all, 0
	for {
		next := mostAlike(agreed, n)
		if !goesOn(agreed, next, n) {
			mended, ok := mendSplit(agreed, next, n)
			if !ok {
				break
			}
			next = mended
		}
		agreed, n = next, n+1
	}
	if n < leastTitle || n < wholeTitle && !slices.ContainsFunc(agreed, func(v titleVote) bool { return clauseEnds(v, n) }) {
		// Nothing is agreed on, or no more than a beginning that says nothing,
		// "về tăng cường": the shortest is the least wrong.
		agreed = []titleVote{slices.MinFunc(all, func(a, b titleVote) int {
			return cmp.Or(cmp.Compare(len(a.words), len(b.words)), cmp.Compare(a.written, b.written))
		})}
		n = len(agreed[0].words)
	}
	best := spelling(agreed, n)
	return best, titleVoices(all, agreed, newTitleVote(best), best)
}

// mostAlike are those of votes, which have n words in common, with the most
// frequent word behind these.
func mostAlike(votes []titleVote, n int) []titleVote {
	groups := map[string][]titleVote{}
	best := ""
	for _, v := range votes {
		if n >= len(v.words) {
			continue
		}
		key := v.words[n].key
		groups[key] = append(groups[key], v)
		if more := len(groups[key]) - len(groups[best]); more > 0 || more == 0 && key < best {
			best = key
		}
	}
	return groups[best]
}

// goesOn reports whether the title that votes have n words of in common has
// the next word that some of them have.
func goesOn(votes, next []titleVote, n int) bool {
	ended, different := 0, map[string]bool{}
	for _, v := range votes {
		if n == len(v.words) {
			ended++
		}
	}
	for _, v := range next {
		different[v.written] = true
	}
	switch {
	case len(next) == 0:
		return false
	case len(different) == 1 && n >= leastTitle && clauseEnds(next[0], n):
		return false // one text, and its sentence goes on
	case ended == 0 && len(next) == len(votes):
		return true
	}
	if ended > 1 && strings.ContainsAny(between(next[0], n), ",;") {
		return false // two end where the others begin another clause
	}
	return 2*len(next) > len(votes) && (ended == 0 || len(different) > 1)
}

// clauseEnds reports whether the title, or a clause of it, ends with its first
// n words.
func clauseEnds(v titleVote, n int) bool {
	if n >= len(v.words) {
		return true
	}
	return strings.Contains(between(v, n), ";")
}

// between is what stands between word n and the one before it, and that word.
func between(v titleVote, n int) string { return v.written[v.words[n-1].end:v.words[n].end] }

// spelling is how most of votes write their first n words.
func spelling(agreed []titleVote, n int) string {
	written := votes{}
	whole := slices.ContainsFunc(agreed, func(v titleVote) bool { return !v.mended })
	for _, v := range agreed {
		if v.mended && whole {
			continue
		}
		s := v.written[:v.words[n-1].end]
		if n == len(v.words) {
			s = v.written // with the quote or bracket behind it
			if len(agreed) == 1 {
				s = v.title
			}
		}
		written.add(s, s)
	}
	best := written.most()
	words := strings.Fields(best)
	words[0] = viet.Fold(words[0], viet.Exact)
	for len(words) > leastTitle && leadsOn[words[len(words)-1]] && !goesWith(words) {
		words = words[:len(words)-1]
	}
	return strings.TrimRight(strings.ReplaceAll(strings.Join(words, " "), " ,", ","), ",;: ")
}

// leadsOn are words that no title ends with, wherever the agreement ends.
var leadsOn = map[string]bool{
	"và": true, "của": true, "với": true, "theo": true, "trong": true, "để": true, "là": true, "các": true, "cho": true, "tại": true, "về": true, "do": true, "gắn": true,
}

// goesWith reports whether the last of words is one that only seems to lead on:
// "những năm tiếp theo", "quy chế kèm theo".
func goesWith(words []string) bool {
	last, before := words[len(words)-1], words[len(words)-2]
	return last == "theo" && (before == "tiếp" || before == "kèm")
}

// titleVoices lists the best title with the documents that agree with it, as
// far as they go or but for a word, and the others as they are.
func titleVoices(all, agreed []titleVote, best titleVote, written string) []schema.Voice {
	others := votes{}
	documents := 0
	for _, v := range all {
		mended := func(a titleVote) bool { return a.mended && a.written == v.written }
		if alike(v, best) || slices.ContainsFunc(agreed, mended) {
			documents++
			continue
		}
		var key []string
		for _, w := range v.words {
			key = append(key, w.key)
		}
		others.add(strings.Join(key, " "), v.written)
	}
	list := append([]schema.Voice{{Value: written, Documents: documents}}, others.voices()...)
	return list[:min(len(list), mostTitles)]
}

// alike reports whether two titles have the same words up to the end of the
// shorter.
func alike(a, b titleVote) bool {
	n := min(len(a.words), len(b.words))
	return slices.EqualFunc(a.words[:n], b.words[:n], func(x, y titleWord) bool { return x.key == y.key })
}
