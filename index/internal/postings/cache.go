package postings

import (
	"container/list"
	"sync"
)

// A Cache keeps what was decoded of terms, within a bound: what was not used
// for the longest time goes first. Many goroutines may use it at once.
type Cache struct {
	mu      sync.Mutex
	most    int // bytes
	used    int
	entries map[cacheKey]*list.Element
	order   list.List // of *cacheEntry, the last used in front
}

type cacheKey struct {
	segment     *facts
	field, term string
	places      bool
}

type cacheEntry struct {
	key   cacheKey
	value Sized
	size  int
}

// Sized is what a Cache can keep.
type Sized interface {
	Size() int // about what it takes in memory, in bytes
}

// overhead is about what an entry takes beside its postings, in bytes.
const overhead = 250

// NewCache returns a Cache that takes up to most bytes.
func NewCache(most int) *Cache {
	return &Cache{most: most, entries: map[cacheKey]*list.Element{}}
}

// Bound makes the cache take up to most bytes from now on; what is beyond them
// goes when the next entry comes.
func (c *Cache) Bound(most int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.most = most
}

func (c *Cache) get(key cacheKey) Sized {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.entries[key]
	if !ok {
		return nil
	}
	c.order.MoveToFront(e)
	return e.Value.(*cacheEntry).value
}

// Forget drops what is kept of old segments that are not among those in use:
// an entry holds all that is known of its segment in memory.
func (c *Cache) Forget(old, used []*Segment) {
	gone := map[*facts]bool{}
	for _, s := range old {
		gone[s.facts] = true
	}
	for _, s := range used {
		delete(gone, s.facts)
	}
	if len(gone) == 0 {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for key, e := range c.entries {
		if gone[key.segment] {
			c.drop(e)
		}
	}
}

// drop takes an entry out.
func (c *Cache) drop(e *list.Element) {
	entry := c.order.Remove(e).(*cacheEntry)
	delete(c.entries, entry.key)
	c.used -= entry.size
}

// put keeps value, unless it alone would take an eighth of the room.
func (c *Cache) put(key cacheKey, value Sized) {
	size := value.Size() + overhead + len(key.term)
	c.mu.Lock()
	defer c.mu.Unlock()
	if size > c.most/8 {
		return
	}
	if _, ok := c.entries[key]; ok {
		return // decoded twice at the same time
	}
	c.entries[key] = c.order.PushFront(&cacheEntry{key, value, size})
	c.used += size
	for c.used > c.most {
		c.drop(c.order.Back())
	}
}
