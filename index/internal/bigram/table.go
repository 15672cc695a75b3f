package bigram

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"

	"soi/analyzer/viet"
)

// A Table holds how often words, and pairs of them, come in some documents.
type Table struct {
	total       int      // words counted
	words       []string // by compareWords
	occurrences []uint32 // by word

	starts []uint32 // of a word's followers; one more than words
	next   []uint32 // the followers of each word, rising
	times  []uint32 // by follower
}

// compareWords orders words by what is left of them without marks, so that the
// forms of one stand together.
func compareWords(a, b string) int {
	return cmp.Or(strings.Compare(viet.Fold(a, viet.ASCII), viet.Fold(b, viet.ASCII)), strings.Compare(a, b))
}

// fill takes pairs, sorted by their words.
func (t *Table) fill(pairs []pair) {
	t.starts = make([]uint32, len(t.words)+1)
	for _, p := range pairs {
		t.starts[p.first+1]++
		t.next, t.times = append(t.next, p.second), append(t.times, p.times)
	}
	for i := range t.words {
		t.starts[i+1] += t.starts[i]
	}
}

// forms gives the numbers, from and up to, of the words that are bare without
// their marks.
func (t *Table) forms(bare string) (from, to int) {
	from = sort.Search(len(t.words), func(i int) bool { return viet.Fold(t.words[i], viet.ASCII) >= bare })
	for to = from; to < len(t.words) && viet.Fold(t.words[to], viet.ASCII) == bare; {
		to++
	}
	return from, to
}

// rest is how many occurrences of a word are left for followers that the table
// does not have, with what is discounted of those that it has.
func (t *Table) rest(word int) float64 {
	left := float64(t.occurrences[word])
	for _, n := range t.times[t.starts[word]:t.starts[word+1]] {
		left -= float64(n) - discount
	}
	return max(discount, left)
}

// follows is how often the word b comes after the word a.
func (t *Table) follows(a, b int) uint32 {
	from, to := t.starts[a], t.starts[a+1]
	i, ok := slices.BinarySearch(t.next[from:to], uint32(b))
	if !ok {
		return 0
	}
	return t.times[int(from)+i]
}

// Encode gives the table as bytes, numbers as uvarint:
//
//	numbers of words counted, of words in the table, of pairs
//	for each word in order: bytes it shares with the one before, bytes that
//	  it has else, those bytes, its occurrences
//	for each word in order: number of its followers, and for each of them in
//	  order the distance in words from the one before, and how often it comes
func (t *Table) Encode() []byte {
	b := binary.AppendUvarint(nil, uint64(t.total))
	b = binary.AppendUvarint(b, uint64(len(t.words)))
	b = binary.AppendUvarint(b, uint64(len(t.next)))
	before := ""
	for i, w := range t.words {
		shared := sharedBytes(before, w)
		b = binary.AppendUvarint(b, uint64(shared))
		b = binary.AppendUvarint(b, uint64(len(w)-shared))
		b = append(b, w[shared:]...)
		b = binary.AppendUvarint(b, uint64(t.occurrences[i]))
		before = w
	}
	for i := range t.words {
		from, to := t.starts[i], t.starts[i+1]
		b = binary.AppendUvarint(b, uint64(to-from))
		last := uint32(0)
		for j := from; j < to; j++ {
			b = binary.AppendUvarint(b, uint64(t.next[j]-last))
			b = binary.AppendUvarint(b, uint64(t.times[j]))
			last = t.next[j]
		}
	}
	return b
}

// sharedBytes is the number of bytes with which both begin.
func sharedBytes(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// Decode is the way back from Encode. Bytes that cannot be a table are an
// error; others give one that works, whatever it says. It takes 11 ms for half
// a million pairs.
func Decode(b []byte) (*Table, error) {
	d := &decoder{rest: b}
	t := &Table{total: int(d.number(1 << 40))}
	words, pairs := int(d.number(mostWords)), int(d.number(mostPairs))
	t.words, t.occurrences = make([]string, 0, words), make([]uint32, 0, words)
	before := ""
	for i := 0; i < words && d.err == nil; i++ {
		shared := d.number(uint64(len(before)))
		before = before[:shared] + string(d.bytes(d.number(uint64(len(d.rest)))))
		t.words, t.occurrences = append(t.words, before), append(t.occurrences, uint32(d.number(math.MaxUint32)))
	}
	t.starts = append(make([]uint32, 0, words+1), 0)
	t.next, t.times = make([]uint32, 0, pairs), make([]uint32, 0, pairs)
	for i := 0; i < words && d.err == nil; i++ {
		last := -1
		for n := d.number(uint64(words)); n > 0 && d.err == nil; n-- {
			last = max(0, last) + d.step(last, words)
			t.next, t.times = append(t.next, uint32(last)), append(t.times, uint32(d.number(math.MaxUint32)))
		}
		t.starts = append(t.starts, uint32(len(t.next)))
	}
	if d.err == nil && len(d.rest) > 0 {
		d.fail("%d bytes too many", len(d.rest))
	}
	if len(t.next) != pairs {
		d.fail("%d pairs, not %d", len(t.next), pairs)
	}
	if d.err != nil {
		return nil, d.err
	}
	return t, nil
}

// A decoder reads numbers and bytes; after an error it gives zeros.
type decoder struct {
	rest []byte
	err  error
}

var errShort = errors.New("bytes are missing")

func (d *decoder) fail(format string, args ...any) {
	if d.err == nil {
		d.err = fmt.Errorf(format, args...)
	}
}

// number reads a number of at most most.
func (d *decoder) number(most uint64) uint64 {
	if d.err != nil {
		return 0
	}
	n, size := binary.Uvarint(d.rest)
	if size <= 0 {
		d.err = errShort
		return 0
	}
	if d.rest = d.rest[size:]; n > most {
		d.fail("%d where at most %d can be", n, most)
		return 0
	}
	return n
}

// bytes reads n bytes.
func (d *decoder) bytes(n uint64) []byte {
	if n > uint64(len(d.rest)) {
		d.err = errShort
	}
	if d.err != nil {
		return nil
	}
	b := d.rest[:n]
	d.rest = d.rest[n:]
	return b
}

// step reads the distance from the follower last, -1 for none before, to the
// next one of so many words.
func (d *decoder) step(last, words int) int {
	n := int(d.number(uint64(words)))
	if last >= 0 && n == 0 || max(0, last)+n >= words {
		d.fail("follower %d behind %d of %d words", n, last, words)
		return 0
	}
	return n
}
