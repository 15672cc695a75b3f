package index

import "slices"

// sameAfter is the number of words that two titles must have in common behind
// one that only one of them has, to be the same title.
const sameAfter = 2

// mendSplit brings together votes that have n words in common and then part,
// where some have a word that the others have not: "làm theo tư tưởng, đạo
// đức", "làm tư tưởng, đạo đức". The title would else break off in mid-phrase.
// Those that go on like next are right if they are more; of as many the word was
// lost. It is false where that does not bring all together, and where a vote
// ends, for there the title may too.
func mendSplit(votes, next []titleVote, n int) (mended []titleVote, ok bool) {
	ends := func(v titleVote) bool { return len(v.words) == n }
	if n < leastTitle || len(next) == len(votes) || slices.ContainsFunc(votes, ends) {
		return nil, false
	}
	like := next[0]
	parts := func(v titleVote) bool { return v.words[n].key != next[0].words[n].key }
	if other := votes[slices.IndexFunc(votes, parts)]; 2*len(next) == len(votes) && sameWords(other.words, n+1, like.words, n) {
		like = other
	}
	for _, v := range votes {
		if v.words[n].key != like.words[n].key {
			words, ok := mendWords(v.words, like.words, n)
			if !ok {
				return nil, false
			}
			v.words, v.mended = words, true
		}
		mended = append(mended, v)
	}
	return mended, true
}

// mendWords gives words with the word at n that like has more, or without the
// one that it has less; false if that does not make them alike.
func mendWords(words, like []titleWord, n int) ([]titleWord, bool) {
	switch {
	case sameWords(words, n, like, n+1):
		return slices.Insert(slices.Clone(words), n, titleWord{like[n].key, words[n-1].end}), true
	case sameWords(words, n+1, like, n):
		return slices.Delete(slices.Clone(words), n, n+1), true
	}
	return nil, false
}

// sameWords reports whether sameAfter words of a from i on are those of b from j
// on.
func sameWords(a []titleWord, i int, b []titleWord, j int) bool {
	if len(a) < i+sameAfter || len(b) < j+sameAfter {
		return false
	}
	return slices.EqualFunc(a[i:i+sameAfter], b[j:j+sameAfter], func(x, y titleWord) bool { return x.key == y.key })
}
