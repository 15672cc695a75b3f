package index

import (
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"maps"
	"slices"

	"soi/analyzer/viet"
	"soi/index/internal/postings"
	"soi/index/schema"
)

// wordDigest is the kind of the digest with what every search needs of a
// segment and its dictionaries only give as a whole: the order of ids and the
// words with marks. Reading them there took a third of the first search. The
// file is, in uvarints,
//
//	documents of the segment, deleted ones included
//	documents in the order of their ids
//	words with marks, and of each in order:
//	  bytes in common with the word before, bytes more, those, documents
const wordDigest = "words"

// A wordTable is what a wordDigest holds.
type wordTable struct {
	order []uint32
	forms segmentForms
}

// newWordTable reads the dictionaries of a segment.
func newWordTable(ctx context.Context, s *postings.Segment) (digest, error) {
	t := &wordTable{}
	var err error
	if t.order, err = s.Order(ctx); err != nil {
		return nil, err
	}
	t.forms, err = formsOf(ctx, s)
	return t, err
}

// add has nothing to do: dictionaries know all.
func (t *wordTable) add(uint32, *schema.Document) {}

func (t *wordTable) encode() ([]byte, error) {
	b := binary.AppendUvarint(nil, uint64(len(t.order)))
	for _, d := range t.order {
		b = binary.AppendUvarint(b, uint64(d))
	}
	var all []form
	for list := range maps.Values(t.forms) {
		all = append(all, list...)
	}
	slices.SortFunc(all, func(a, b form) int { return cmp.Compare(a.term, b.term) })
	b = binary.AppendUvarint(b, uint64(len(all)))
	before := ""
	for _, f := range all {
		same := 0
		for same < min(len(before), len(f.term)) && before[same] == f.term[same] {
			same++
		}
		for _, n := range []int{same, len(f.term) - same} {
			b = binary.AppendUvarint(b, uint64(n))
		}
		b = binary.AppendUvarint(append(b, f.term[same:]...), uint64(f.documents))
		before = f.term
	}
	return b, nil
}

// errWordTable says that a file is no wordTable of its segment.
var errWordTable = errors.New("it is cut off or another segment's")

// decodeWordTable is the way back from encode, for a segment of so many
// documents.
func decodeWordTable(content []byte, documents int) (*wordTable, error) {
	r := &uvarints{rest: content}
	if r.next() != uint64(documents) {
		return nil, errWordTable
	}
	t := &wordTable{order: r.list(documents), forms: segmentForms{}}
	seen := make([]bool, documents)
	for _, d := range t.order {
		if int(d) >= documents || seen[d] {
			return nil, errWordTable
		}
		seen[d] = true
	}
	term := []byte(nil)
	for range r.next() {
		same, more := r.next(), r.next()
		if r.failed || same > uint64(len(term)) || more > uint64(len(r.rest)) {
			return nil, errWordTable
		}
		term = append(term[:same], r.rest[:more]...)
		r.rest = r.rest[more:]
		s := string(term)
		t.forms.add(viet.Fold(s, viet.ASCII), s, int(r.next()))
	}
	if r.failed || len(r.rest) > 0 {
		return nil, errWordTable
	}
	return t, nil
}

// uvarints reads numbers; behind the last it fails and gives 0.
type uvarints struct {
	rest   []byte
	failed bool
}

func (r *uvarints) next() uint64 {
	v, n := binary.Uvarint(r.rest)
	if n <= 0 {
		r.rest, r.failed = nil, true
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

func (r *uvarints) list(n int) []uint32 {
	all := make([]uint32, n)
	for i := range all {
		all[i] = uint32(r.next())
	}
	return all
}

// recallWords gives segments what their digests hold.
func (v *view) recallWords(segments []*postings.Segment) error {
	for _, s := range segments {
		decode := func(content []byte) (*wordTable, error) { return decodeWordTable(content, s.Size()) }
		t, err := readDigest(v, s, wordDigest, decode)
		if err != nil {
			return err
		}
		s.Recall(t.order)
		if _, err := postings.Keep(s, keptForms, func() (segmentForms, error) { return t.forms, nil }); err != nil {
			return err
		}
	}
	return nil
}
