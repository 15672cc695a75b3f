package index

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"soi/analyzer/viet"
	"soi/index/internal/postings"
	"soi/index/schema"
)

// acronymDigest is the kind of the digest that counts acronyms. Its file has
// a line a definition, sorted: short form, long form, number of documents,
// with a tab between.
const acronymDigest = "acronyms"

// A definition is a short form with one of its meanings, both as first
// written. It is told from others by its key.
type definition struct{ short, long string }

// key is how definitions are compared: case and the ways to place a tone do
// not count, marks do.
func (d definition) key() definition {
	return definition{exactWords(d.short), exactWords(d.long)}
}

// exactWords are the words of text as they are in the index, with a space
// between.
func exactWords(text string) string { return terms(text) }

// acronymCounts is the number of documents that declare each definition, by
// key.
type acronymCounts map[definition]*acronymCount

type acronymCount struct {
	definition // as written
	documents  int
}

func (a acronymCounts) add(_ uint32, d *schema.Document) {
	said := map[definition]bool{}
	for _, m := range d.Acronyms {
		written := definition{spaced(m.Short), spaced(m.Long)}
		if key := written.key(); !said[key] && key.short != "" && key.long != "" {
			said[key] = true
			a.count(written, 1)
		}
	}
}

// spaced is text with single spaces for all white space: no tab or line break
// is left in it.
func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }

// count adds so many documents. Of several ways to write a definition the first
// in the order of bytes stands, which has the most capitals, whatever the order
// of the documents.
func (a acronymCounts) count(written definition, documents int) {
	a.countKeyed(written.key(), written, documents)
}

// countKeyed is count for a definition whose key is known: taking words apart
// takes most of the time.
func (a acronymCounts) countKeyed(key, written definition, documents int) {
	c := a[key]
	if c == nil {
		c = &acronymCount{definition: written}
		a[key] = c
	}
	c.short, c.long = min(c.short, written.short), min(c.long, written.long)
	c.documents += documents
}

func (a acronymCounts) encode() ([]byte, error) {
	var b bytes.Buffer
	for _, c := range a.sorted() {
		fmt.Fprintf(&b, "%s\t%s\t%d\n", c.short, c.long, c.documents)
	}
	return b.Bytes(), nil
}

func (a acronymCounts) sorted() []*acronymCount {
	all := make([]*acronymCount, 0, len(a))
	for _, c := range a {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b *acronymCount) int {
		return cmp.Or(cmp.Compare(a.short, b.short), cmp.Compare(a.long, b.long))
	})
	return all
}

// decodeAcronyms is the way back from encode.
func decodeAcronyms(content []byte) (acronymCounts, error) {
	a := acronymCounts{}
	for line := range strings.Lines(string(content)) {
		parts := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(parts) != 3 {
			return nil, fmt.Errorf("line %q", line)
		}
		n, err := strconv.Atoi(parts[2])
		if err != nil {
			return nil, fmt.Errorf("line %q: %w", line, err)
		}
		a.count(definition{parts[0], parts[1]}, n)
	}
	return a, nil
}

// leastAgreed is the number of documents that must declare a short form
// before queries use it where it is not declared, and mostly the share of
// them that must mean the same: with less, it is shown with its meanings.
const (
	leastAgreed = 2
	mostly      = 0.8
)

// A meaning is a long form of an acronym, with the documents that declare it
// so.
type meaning struct {
	definition
	documents int
}

// acronyms are what the documents of a generation declare together.
type acronyms struct {
	meanings map[string][]meaning // by the words of the short form; the most declared first
	shorts   map[string][]string  // by the words of a long form, the acronyms that are agreed to mean it
	folded   map[string][]string  // the same, by the words without marks
	longest  int                  // words in a long form
}

// newAcronyms sums the counts of segments.
func newAcronyms(segments []acronymCounts) *acronyms {
	sum := acronymCounts{}
	for _, counts := range segments {
		for key, c := range counts {
			sum.countKeyed(key, c.definition, c.documents)
		}
	}
	a := &acronyms{meanings: map[string][]meaning{}, shorts: map[string][]string{}, folded: map[string][]string{}}
	for key, c := range sum {
		if !isAcronym(c.short) {
			continue
		}
		a.meanings[key.short] = append(a.meanings[key.short], meaning{c.definition, c.documents})
	}
	for short, list := range a.meanings {
		slices.SortFunc(list, func(a, b meaning) int {
			return cmp.Or(cmp.Compare(b.documents, a.documents), cmp.Compare(a.long, b.long))
		})
		if m, ok := a.agreed(short); ok {
			long := m.key().long
			bare := viet.Fold(long, viet.ASCII)
			a.shorts[long] = append(a.shorts[long], short)
			a.folded[bare] = append(a.folded[bare], short)
			a.longest = max(a.longest, strings.Count(long, " ")+1)
		}
	}
	return a
}

// acronyms sums what the segments of the view declare.
func (v *view) acronyms(segments []*postings.Segment) (*acronyms, error) {
	counts := make([]acronymCounts, len(segments))
	for i, s := range segments {
		var err error
		if counts[i], err = readDigest(v, s, acronymDigest, decodeAcronyms); err != nil {
			return nil, err
		}
	}
	return newAcronyms(counts), nil
}

// agreed gives what the documents that declare a short form mostly mean.
func (a *acronyms) agreed(short string) (meaning, bool) {
	list := a.meanings[short]
	if len(list) == 0 || list[0].documents < leastAgreed {
		return meaning{}, false
	}
	all, same := 0, 0
	for _, m := range list {
		all += m.documents
		if isWordier(m.key().long, list[0].key().long) {
			same += m.documents
		}
	}
	return list[0], float64(same) >= mostly*float64(all)
}

// isWordier reports whether one of two long forms has the words of the other
// in their order, and perhaps more: "Tập đoàn Dầu khí quốc gia Việt Nam" means
// what "Tập đoàn Dầu khí Việt Nam" does.
func isWordier(a, b string) bool {
	more, fewer := strings.Fields(a), strings.Fields(b)
	if len(more) < len(fewer) {
		more, fewer = fewer, more
	}
	for _, w := range more {
		if len(fewer) > 0 && fewer[0] == w {
			fewer = fewer[1:]
		}
	}
	return len(fewer) == 0
}
