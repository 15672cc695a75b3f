package postings

import (
	"strconv"
	"testing"
	"time"
)

// pile is a value of a size.
type pile int

func (p pile) Size() int { return int(p) }

func TestCache(t *testing.T) {
	c := NewCache(100_000)
	a, b := &Segment{facts: newFacts(Key{}, 1), cache: c}, &Segment{facts: newFacts(Key{}, 1), cache: c}
	made := 0
	ask := func(s *Segment, name string, size int) {
		if _, err := Cached(s, name, func() (pile, error) { made++; return pile(size), nil }); err != nil {
			t.Fatal(err)
		}
	}
	ask(a, "x", 1000)
	ask(a, "x", 1000)
	ask(b, "x", 1000)
	if made != 2 {
		t.Errorf("made %d times, want once for each segment", made)
	}
	ask(a, "large", 50_000) // never kept: more than an eighth
	ask(a, "large", 50_000)
	if made != 4 {
		t.Errorf("made %d times, want the large one each time", made)
	}
	for i := range 200 {
		ask(b, strconv.Itoa(i), 1000)
	}
	if c.used > c.most {
		t.Errorf("%d bytes are kept, %d may be", c.used, c.most)
	}
	c.Forget([]*Segment{a, b}, []*Segment{a})
	made = 0
	ask(a, "x", 1000) // the oldest: it went to make room
	ask(b, "199", 1000)
	if made != 2 || len(c.entries) != 2 || c.order.Len() != 2 || c.used != 2*(1000+overhead)+len("x")+len("199") {
		t.Errorf("made %d, %d entries of %d bytes, want what was asked for last alone", made, len(c.entries), c.used)
	}
}

// A boundary is a value whose size is asked for while another goroutine
// changes the bound.
type boundary struct{ cache *Cache }

func (b boundary) Size() int {
	go b.cache.Bound(50_000)
	time.Sleep(10 * time.Millisecond) // no channel, which would put the two in order
	return 1000
}

// A server changes the bound while others search: put reads it under the lock,
// as the race detector sees.
func TestBound(t *testing.T) {
	c := NewCache(100_000)
	s := &Segment{facts: newFacts(Key{}, 1), cache: c}
	for i := range 75 {
		c.put(cacheKey{segment: s.facts, term: strconv.Itoa(i)}, pile(1000))
	}
	if c.used < 90_000 {
		t.Fatalf("%d bytes are kept of 75 entries", c.used)
	}
	c.put(cacheKey{segment: s.facts, term: "one"}, boundary{c})
	c.Bound(50_000)
	c.put(cacheKey{segment: s.facts, term: "last"}, pile(1000))
	if c.used > 50_000 || c.used < 45_000 {
		t.Errorf("%d bytes are kept, want next to the 50000 that may be", c.used)
	}
}
