// Package suggest completes what is being typed: by names, and by the phrases
// that are frequent in a collection. It knows texts, not the index they come
// from.
package suggest

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"soi/index/schema"
)

// An Entry is something that can be suggested.
type Entry struct {
	schema.Suggestion
	Names []string // what finds it; each is found from each of its words on
	Keys  []string // further names that are cut into words already, see Phrase.Key
}

// A Table finds entries by the beginning of any of their words. It takes about
// 24 bytes a word and the names twice.
type Table struct {
	entries []Entry
	names   []name
	starts  []start // by rest
}

type name struct {
	exact string // its words, a space behind each
	entry uint32
}

// A start is where a word of a name begins.
type start struct {
	rest string // the words from here on, folded to ASCII
	name uint32
	at   uint16 // byte of the name's exact form
}

// longestName bounds a name, in words.
const longestName = 40

// NewTable returns the table of entries.
func NewTable(entries []Entry) *Table {
	t := &Table{entries: entries}
	for i, e := range entries {
		for _, n := range e.Names {
			t.add(n, uint32(i))
		}
		for _, k := range e.Keys {
			t.addKey(k+" ", ascii(k)+" ", uint32(i))
		}
	}
	slices.SortFunc(t.starts, func(a, b start) int { return strings.Compare(a.rest, b.rest) })
	return t
}

func (t *Table) add(text string, entry uint32) {
	words := wordsOf(text)
	words = words[:min(len(words), longestName)]
	if len(words) == 0 {
		return
	}
	t.addKey(key(words, same), key(words, ascii), entry)
}

// addKey adds a name by its words, exact and folded to ASCII.
func (t *Table) addKey(exact, folded string, entry uint32) {
	number := uint32(len(t.names))
	t.names = append(t.names, name{exact, entry})
	for at, from := 0, 0; from < len(folded); {
		t.starts = append(t.starts, start{folded[from:], number, uint16(at)})
		from += strings.IndexByte(folded[from:], ' ') + 1
		at += strings.IndexByte(exact[at:], ' ') + 1
	}
}

// inner is how much less an entry counts that is found by a word inside a
// name.
const inner = 4

// Find gives for each kind at most limit entries that what was typed can be
// completed to, those with the most documents first.
func (t *Table) Find(typed Typed, limit int) []schema.Suggestion {
	if typed.Len() == 0 || limit < 1 {
		return nil
	}
	best := map[schema.SuggestionKind]*ranking{}
	for _, prefix := range typed.prefixes {
		from := sort.Search(len(t.starts), func(i int) bool { return t.starts[i].rest >= prefix })
		for _, s := range t.starts[from:] {
			if !strings.HasPrefix(s.rest, prefix) {
				break
			}
			n := t.names[s.name]
			e := &t.entries[n.entry]
			weight := inner * e.Count
			if s.at > 0 {
				weight = e.Count
			}
			r := best[e.Kind]
			if r == nil {
				r = &ranking{}
				best[e.Kind] = r
			}
			if r.takes(weight, limit) && typed.agrees(n.exact[s.at:]) {
				r.put(ranked{n.entry, weight}, limit, t.before)
			}
		}
	}
	return t.list(best)
}

func (t *Table) list(best map[schema.SuggestionKind]*ranking) []schema.Suggestion {
	var all []ranked
	for _, r := range best {
		all = append(all, *r...)
	}
	slices.SortFunc(all, t.before)
	var found []schema.Suggestion
	for _, r := range all {
		found = append(found, t.entries[r.entry].Suggestion)
	}
	return found
}

// before orders entries: the heavier first, of equals by their texts.
func (t *Table) before(a, b ranked) int {
	return cmp.Or(
		cmp.Compare(b.weight, a.weight),
		cmp.Compare(t.entries[a.entry].Text, t.entries[b.entry].Text),
		cmp.Compare(a.entry, b.entry),
	)
}

// A ranking holds the best entries of a kind, each once, in order.
type ranking []ranked

type ranked struct {
	entry  uint32
	weight int
}

// takes reports whether an entry of a weight may be among the best limit.
func (r ranking) takes(weight, limit int) bool {
	return len(r) < limit || weight >= r[len(r)-1].weight
}

func (r *ranking) put(e ranked, limit int, before func(a, b ranked) int) {
	if i := slices.IndexFunc(*r, func(other ranked) bool { return other.entry == e.entry }); i >= 0 {
		if (*r)[i].weight >= e.weight {
			return
		}
		*r = slices.Delete(*r, i, i+1)
	}
	i, _ := slices.BinarySearchFunc(*r, e, before)
	*r = slices.Insert(*r, i, e)
	*r = (*r)[:min(len(*r), limit)]
}
