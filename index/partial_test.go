package index_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"soi/index/schema"
)

// An endingContext ends when it was asked for its error so many times.
type endingContext struct {
	context.Context
	mu   sync.Mutex
	left int
	done chan struct{}
}

func newEndingContext(questions int) *endingContext {
	return &endingContext{Context: context.Background(), left: questions, done: make(chan struct{})}
}

func (c *endingContext) Done() <-chan struct{} { return c.done }

func (c *endingContext) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.left > 0 {
		c.left--
		return nil
	}
	select {
	case <-c.done:
	default:
		close(c.done)
	}
	return context.DeadlineExceeded
}

// Wherever in a search the time runs out, from its first step to the last, the
// answer says so and has no more than the whole one.
func TestPartialAnywhere(t *testing.T) {
	ix := spellingCorpus(t)
	for _, query := range []string{
		"kiểm điểm",
		"kiễm điểm xyzzyq",       // a word that is nowhere: another spelling is looked for
		`"kiểm điểm" "luật mới"`, // nothing is found: parts are left out
		"kieemr ddieemr",         // keys of Telex
	} {
		req := schema.Request{Query: query, Limit: 5, Facets: true}
		whole, ends := search(t, ix, req), 0
		for ; ; ends++ {
			if ends == 100_000 {
				t.Fatalf("%s: the search never comes to its end", query)
			}
			r, err := ix.Reach(newEndingContext(ends), req)
			if err != nil {
				t.Fatalf("%s: ended at question %d: %v", query, ends, err)
			}
			if r.Total > whole.Total || len(r.Hits) > len(whole.Hits) {
				t.Fatalf("%s: ended at question %d: %d hits of %d, the whole has %d of %d", query, ends, len(r.Hits), r.Total, len(whole.Hits), whole.Total)
			}
			if said := strings.Count(notes(r), "partial"); said != 0 != r.Partial || said > 1 {
				t.Fatalf("%s: ended at question %d: partial %t, notes %q", query, ends, r.Partial, notes(r))
			}
			if !r.Partial {
				if notes(r) != notes(whole) || r.Total != whole.Total {
					t.Errorf("%s: %d found with %q, want %d with %q", query, r.Total, notes(r), whole.Total, notes(whole))
				}
				break
			}
		}
		if ends < 5 {
			t.Errorf("%s: the end of time is asked for %d times only", query, ends)
		}
	}
}
