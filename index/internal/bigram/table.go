package bigram

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"soi/analyzer/viet"
)

// A Table holds how often words, and pairs of them, come in some documents.
type Table struct {
	total       int      // words counted
	words       []string // sorted
	occurrences []uint32 // by word

	starts []uint32 // of a word's followers; one more than words
	next   []uint32 // the followers of each word, rising
	times  []uint32 // by follower

	forms map[string][]uint32 // words by what is left of them without marks
	rest  []float64           // of each word, see model.go
}

// fill takes pairs, sorted by their words, and gathers the forms.
func (t *Table) fill(pairs []pair) {
	t.starts = make([]uint32, len(t.words)+1)
	for _, p := range pairs {
		t.starts[p.first+1]++
		t.next, t.times = append(t.next, p.second), append(t.times, p.times)
	}
	for i := range t.words {
		t.starts[i+1] += t.starts[i]
	}
	t.gather()
}

// gather works out what a Model needs beside the numbers.
func (t *Table) gather() {
	t.forms = make(map[string][]uint32, len(t.words))
	t.rest = make([]float64, len(t.words))
	for i, w := range t.words {
		bare := viet.Fold(w, viet.ASCII)
		t.forms[bare] = append(t.forms[bare], uint32(i))
		t.rest[i] = rest(t.occurrences[i], t.times[t.starts[i]:t.starts[i+1]])
	}
}

// number is that of a word, -1 if the table has none.
func (t *Table) number(word string) int {
	i, ok := slices.BinarySearch(t.words, word)
	if !ok {
		return -1
	}
	return i
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
//	number of words counted, number of words in the table
//	for each word in order: bytes it shares with the one before, bytes that
//	  it has else, those bytes, its occurrences
//	for each word in order: number of its followers, and for each of them in
//	  order the distance in words from the one before, and how often it comes
func (t *Table) Encode() []byte {
	b := binary.AppendUvarint(nil, uint64(t.total))
	b = binary.AppendUvarint(b, uint64(len(t.words)))
	before := ""
	for i, w := range t.words {
		shared := 0
		for shared < min(len(before), len(w)) && before[shared] == w[shared] {
			shared++
		}
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

// Decode is the way back from Encode. Bytes that no table has given are an
// error, whatever they are.
func Decode(b []byte) (*Table, error) {
	d := &decoder{rest: b}
	t := &Table{total: int(d.number(1 << 40))}
	words := int(d.number(mostWords))
	before := ""
	for i := 0; i < words && d.err == nil; i++ {
		shared := d.number(uint64(len(before)))
		w := before[:shared] + string(d.bytes(d.number(uint64(len(d.rest)))))
		if i > 0 && w <= before {
			d.fail("word %q after %q", w, before)
		}
		t.words, t.occurrences = append(t.words, w), append(t.occurrences, uint32(d.number(1<<32-1)))
		before = w
	}
	t.starts = append(t.starts, 0)
	for i := 0; i < words && d.err == nil; i++ {
		last := -1
		for n := d.number(uint64(words)); n > 0 && d.err == nil; n-- {
			last = max(0, last) + d.step(last, words)
			t.next, t.times = append(t.next, uint32(last)), append(t.times, uint32(d.number(1<<32-1)))
		}
		t.starts = append(t.starts, uint32(len(t.next)))
	}
	if d.err == nil && len(d.rest) > 0 {
		d.fail("%d bytes too many", len(d.rest))
	}
	if d.err != nil {
		return nil, d.err
	}
	t.gather()
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
