package copies

import "slices"

const (
	// sameRun is the length in words of the runs that copies share. Single
	// sentences are touched up in copies; their runs of three words stay.
	sameRun = 3

	// How much of the shorter and of the longer text the other must have. Of
	// most copies in 20,000 news articles it is 0.95 and more of the shorter
	// one, of articles that go on with the story of another up to 0.89
	// [measured].
	ofShorter = 0.9
	ofLonger  = 0.6

	// shortClause is the number of words up to which a clause may be an entry
	// of a list or a table: nothing in it tells what it is another's version
	// of.
	shortClause = 3
)

// Same reports whether a and b are one report.
func Same(a, b *Text) bool {
	if min(len(a.hashes), len(b.hashes)) < leastWords {
		return false
	}
	x, y := runSet(a), runSet(b)
	common := float64(shared(x, y))
	if common < ofShorter*float64(min(len(x), len(y))) || common < ofLonger*float64(max(len(x), len(y))) {
		return false
	}
	onlyA, onlyB := compare(a, b)
	if contradicts(onlyA, onlyB, b) || contradicts(onlyB, onlyA, a) {
		return false
	}
	return !(states(onlyA, onlyB, b) && states(onlyB, onlyA, a))
}

func runSet(t *Text) []uint64 {
	runs := t.runs(sameRun)
	slices.Sort(runs)
	return slices.Compact(runs)
}

// shared counts what two sorted lists have in common.
func shared(x, y []uint64) int {
	n := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] < y[j]:
			i++
		case x[i] > y[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return n
}

// compare gives the clauses that one text has more often than the other.
func compare(a, b *Text) (onlyA, onlyB []clause) {
	left := map[uint64]int{}
	for _, c := range b.clauses {
		left[c.hash]++
	}
	for _, c := range a.clauses {
		if left[c.hash] > 0 {
			left[c.hash]--
		} else {
			onlyA = append(onlyA, c)
		}
	}
	for _, c := range slices.Backward(b.clauses) { // of several the last are left
		if left[c.hash] > 0 {
			left[c.hash]--
			onlyB = append(onlyB, c)
		}
	}
	return onlyA, onlyB
}

// states reports whether clauses of one text state something that the other
// text does not. A clause that rewords one of others, those of its clauses that
// differ, must have its numbers as often and its names there; one that was put
// in, as below a picture, may repeat what is anywhere in the other text.
func states(clauses, others []clause, other *Text) bool {
	facts, names := map[uint64]int{}, nameSet{}
	for _, c := range others {
		for _, f := range c.facts {
			facts[f]++
		}
		names.add(c.words)
	}
	for _, c := range clauses {
		reworded := len(c.facts)+len(c.names) > 0 && c.rewords(others)
		for _, f := range c.facts {
			if facts[f]--; facts[f] < 0 && (reworded || !other.statesFact(f)) {
				return true
			}
		}
		for _, n := range c.names {
			if !names[n] && (reworded || !other.has(n)) {
				return true
			}
		}
	}
	return false
}

// contradicts reports whether one of clauses says another thing than the one of
// others, those of another text that differ, that it rewords. Here one side is
// enough: "chưa hoàn thành" and "hoàn thành" are no copies. A number may have
// moved to anywhere in the other text, but not made room for another.
func contradicts(clauses, others []clause, other *Text) bool {
	var all []uint64
	words := make([][]uint64, len(others))
	for i, c := range others {
		all = append(all, c.decisive...)
		words[i] = slices.Sorted(slices.Values(c.words))
	}
	for _, c := range clauses {
		if len(c.decisive)+len(c.ambiguous) == 0 {
			continue
		}
		best, near, found := version(slices.Sorted(slices.Values(c.words)), words)
		if !found {
			continue
		}
		said := all // the clauses may be cut in other places
		if near {
			o := others[best]
			said = o.decisive
			if differ(c.decisive, o.decisive) || differ(c.ambiguous, o.ambiguous) {
				return true
			}
		}
		for _, d := range c.decisive {
			if !slices.Contains(said, d) && !other.statesFact(d) {
				return true
			}
		}
	}
	return false
}

// differ reports whether each of two lists has something more often than the
// other.
func differ(x, y []uint64) bool { return lacks(x, y) && lacks(y, x) }

// lacks reports whether a list has something less often than another.
func lacks(list, other []uint64) bool {
	count := func(l []uint64, x uint64) (n int) {
		for _, y := range l {
			if x == y {
				n++
			}
		}
		return n
	}
	return slices.ContainsFunc(other, func(x uint64) bool { return count(list, x) < count(other, x) })
}

// version gives of others the one that has most of the words of a clause, if it
// has half of those of the longer one, and whether it is near: three quarters.
// The words of the clause and of each of others are sorted.
func version(words []uint64, others [][]uint64) (best int, near, found bool) {
	part := 0.5
	for i, o := range others {
		most := max(len(words), len(o))
		if float64(min(len(words), len(o))) < part*float64(most) {
			continue
		}
		if p := float64(shared(words, o)) / float64(most); p >= part {
			best, part, found = i, p, true
		}
	}
	return best, part >= 0.75, found
}

// rewords reports whether a clause may be another version of one of others: it
// has half of the words of the one or of the other.
func (c clause) rewords(others []clause) bool {
	if len(c.words) <= shortClause {
		return true
	}
	for _, o := range others {
		common := 0
		for _, w := range c.words {
			if slices.Contains(o.words, w) {
				common++
			}
		}
		if 2*common >= min(len(c.words), len(o.words)) {
			return true
		}
	}
	return false
}

// statesFact reports whether the text has a number, date or code.
func (t *Text) statesFact(fact uint64) bool {
	return slices.ContainsFunc(t.clauses, func(c clause) bool { return slices.Contains(c.facts, fact) })
}
