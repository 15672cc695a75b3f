package index

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"soi/index/internal/postings"
)

// An Index answers searches from the live generation of a folder. Its
// methods may be called from many goroutines at once.
type Index struct {
	dir   string
	cache *postings.Cache

	refresh sync.Mutex // one Refresh at a time
	mu      sync.Mutex // of what follows
	live    *view
	closed  bool
}

// Info says what an open index holds.
type Info struct {
	Dir        string    // the index folder
	Generation string    // name of the live generation, "gen-000012"
	Documents  int       // documents in it
	TextBytes  int64     // bytes of UTF-8 of all documents' texts
	Size       int64     // bytes of the generation's files on disk
	Created    time.Time // when it was committed
	Analyzer   string    // version of the analyzer that made it
}

// Open opens the index in dir for reading; the caller closes it. It answers
// from the generation that is live now, undisturbed by writers, until Refresh.
// The error wraps ErrNoIndex, with fs.ErrNotExist where dir or the index in it
// is missing, ErrStale or ErrDamaged.
func Open(dir string) (*Index, error) {
	cache := postings.NewCache(cacheBytes(0))
	v, err := openView(dir, cache, nil)
	if err != nil {
		return nil, fmt.Errorf("open index: %w", err)
	}
	return &Index{dir: dir, cache: cache, live: v}, nil
}

// Refresh goes over to the generation that is live now, if it is another one
// than before, once it has the tables that were made of that: the old one
// answers until then, and no search waits. Searches in flight end on the one
// they began with. After an error the index answers as before. While nothing has changed it costs the
// reading of one small file.
func (ix *Index) Refresh(ctx context.Context) (changed bool, err error) {
	ix.refresh.Lock()
	defer ix.refresh.Unlock()
	if err := ctx.Err(); err != nil {
		return false, err
	}
	old, release := ix.acquire()
	defer release()
	moved, err := old.generation.Moved()
	if err != nil || !moved {
		return false, err
	}
	next, err := openView(ix.dir, ix.cache, old.tables.segments())
	if err != nil {
		return false, fmt.Errorf("refresh index: %w", err)
	}
	if err := next.warmLike(ctx, old); err != nil {
		return false, fmt.Errorf("refresh index: %w", errors.Join(err, next.release()))
	}
	ix.mu.Lock()
	if ix.closed {
		ix.mu.Unlock()
		return false, next.release()
	}
	ix.live = next
	ix.mu.Unlock()
	return true, old.release()
}

// Info says what the index holds now.
func (ix *Index) Info() Info {
	v, release := ix.acquire()
	defer release()
	return Info{
		Dir:        ix.dir,
		Generation: v.generation.Name,
		Documents:  v.manifest.Documents,
		TextBytes:  v.manifest.TextBytes,
		Size:       v.manifest.Size(),
		Created:    v.manifest.Created,
		Analyzer:   v.manifest.Analyzer,
	}
}

// Close ends the use of the index once the searches in flight have ended.
// Later searches fail with bleve.ErrorIndexClosed.
func (ix *Index) Close() error {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	if ix.closed {
		return nil
	}
	ix.closed = true
	return ix.live.release()
}

// acquire gives the live view, which stays open until release is called,
// whatever Refresh and Close do meanwhile. After Close the view is closed:
// its bleve answers every question with bleve.ErrorIndexClosed.
func (ix *Index) acquire() (v *view, release func()) {
	ix.mu.Lock()
	defer ix.mu.Unlock()
	v = ix.live
	if ix.closed {
		return v, func() {}
	}
	v.users.Add(1)
	return v, func() { _ = v.release() } // nothing was written that closing could lose
}
