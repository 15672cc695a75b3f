package engine

import (
	"context"

	"soi/index/internal/docset"
	"soi/index/internal/postings"
)

// A line is where forms stand in a document: positions, rising, with the
// weight of what stands there.
type line struct {
	at      []uint32
	weights []float64

	run []uint32 // positions of the form at hand
}

func (l *line) reset() { l.at, l.weights = l.at[:0], l.weights[:0] }

// merge adds the run, which rises, with a weight. Where two forms stand at one
// position the heavier counts: a token may be there as a whole and as its
// first part. The time is that of going through the line once, whatever a
// hostile text repeats.
func (l *line) merge(weight float64) {
	old, add := len(l.at)-1, len(l.run)-1
	l.at = append(l.at, l.run...)
	for range l.run {
		l.weights = append(l.weights, weight)
	}
	for to := len(l.at) - 1; add >= 0 && old >= 0; to-- {
		if l.at[old] > l.run[add] {
			l.at[to], l.weights[to] = l.at[old], l.weights[old]
			old--
		} else {
			l.at[to], l.weights[to] = l.run[add], weight
			add--
		}
	}
	for ; add >= 0; add-- {
		l.at[add], l.weights[add] = l.run[add], weight
	}
	l.compact()
}

// compact makes one of what stands at one position.
func (l *line) compact() {
	n := 0
	for i := range l.at {
		if n > 0 && l.at[n-1] == l.at[i] {
			l.weights[n-1] = max(l.weights[n-1], l.weights[i])
			continue
		}
		l.at[n], l.weights[n] = l.at[i], l.weights[i]
		n++
	}
	l.at, l.weights = l.at[:n], l.weights[:n]
}

// follow keeps the positions of l after which, at a distance, one of next
// stands. A pair is as likely as the less likely of the two.
func (l *line) follow(next *line, distance uint32) {
	n, j := 0, 0
	for i, at := range l.at {
		for j < len(next.at) && next.at[j] < at+distance {
			j++
		}
		if j == len(next.at) {
			break
		}
		if next.at[j] == at+distance {
			l.at[n], l.weights[n] = at, min(l.weights[i], next.weights[j])
			n++
		}
	}
	l.at, l.weights = l.at[:n], l.weights[:n]
}

// sum is the weight of all positions.
func (l *line) sum() float64 {
	s := 0.0
	for _, w := range l.weights {
		s += w
	}
	return s
}

// A reader reads the positions of a slot, in documents that rise.
type reader struct{ forms []formReader }

type formReader struct {
	Form
	list   *postings.List
	places *postings.Places
	next   int // index in the list from which on to look
}

// newReader looks up the forms of a slot that a segment has.
func newReader(ctx context.Context, s *postings.Segment, slot Slot) (*reader, error) {
	r := &reader{}
	for _, f := range slot {
		list, err := s.List(ctx, f.Field, f.Text)
		if err != nil {
			return nil, err
		}
		if len(list.Docs) > 0 {
			r.forms = append(r.forms, formReader{Form: f, list: list})
		}
	}
	return r, nil
}

// open makes r ready to read positions in docs, which rise. Forms that none
// of them has are dropped: of the forty of an unmarked word most are rare.
func (r *reader) open(ctx context.Context, s *postings.Segment, docs []uint32) error {
	kept := r.forms[:0]
	for _, f := range r.forms {
		if !f.in(docs) {
			continue
		}
		var err error
		if f.places, err = s.Places(ctx, f.Field, f.Text); err != nil {
			return err
		}
		kept = append(kept, f)
	}
	r.forms = kept
	return nil
}

// in reports whether one of docs has the form.
func (f *formReader) in(docs []uint32) bool {
	for at, i := 0, 0; i < len(docs); i++ {
		at = f.list.Find(at, docs[i])
		if at == len(f.list.Docs) {
			return false
		}
		if f.list.Docs[at] == docs[i] {
			return true
		}
	}
	return false
}

// read puts the positions in a document into l.
func (r *reader) read(d uint32, l *line) {
	l.reset()
	for i := range r.forms {
		f := &r.forms[i]
		f.next = f.list.Find(f.next, d)
		if f.next == len(f.list.Docs) || f.list.Docs[f.next] != d {
			continue
		}
		l.run = f.places.Append(l.run[:0], f.next)
		l.merge(f.Weight)
	}
}

// phrase finds the documents of a segment that have slots one after the
// other.
func (w *matcher) phrase(slots []Slot) (*postings.Run, error) {
	readers, err := w.together(slots)
	if err != nil {
		return nil, err
	}
	return w.weigh(func(d uint32) float64 { return w.phraseIn(d, readers) })
}

// together finds the candidates: the documents of the segment that have all
// slots, wherever. The readers are ready to read them.
func (w *matcher) together(slots []Slot) ([]*reader, error) {
	readers := make([]*reader, len(slots))
	var docs docset.Set
	for i, slot := range slots {
		var err error
		if readers[i], err = newReader(w.ctx, w.segment, slot); err != nil {
			return nil, err
		}
		any := docset.New(w.segment.Size())
		for _, f := range readers[i].forms {
			f.list.AddTo(any)
		}
		if docs == nil {
			docs = any
		} else {
			docs.And(any)
		}
	}
	w.candidates = docs.Append(w.candidates[:0])
	for _, r := range readers {
		if err := r.open(w.ctx, w.segment, w.candidates); err != nil {
			return nil, err
		}
	}
	return readers, nil
}

// weigh keeps the candidates with a weight.
func (w *matcher) weigh(weight func(d uint32) float64) (*postings.Run, error) {
	found := &postings.Run{}
	for i, d := range w.candidates {
		if err := every(w.ctx, i); err != nil {
			return nil, err
		}
		if sum := weight(d); sum > 0 {
			found.Docs = append(found.Docs, d)
			found.Weights = append(found.Weights, sum)
		}
	}
	return found, nil
}

// phraseIn adds up the occurrences of a phrase in a document.
func (w *matcher) phraseIn(d uint32, readers []*reader) float64 {
	readers[0].read(d, &w.here)
	for i := 1; i < len(readers) && len(w.here.at) > 0; i++ {
		readers[i].read(d, &w.there)
		w.here.follow(&w.there, uint32(i))
	}
	return w.here.sum()
}
