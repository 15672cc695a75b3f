package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

const holderName = "writer"

// lockWait is how long a writer waits for another one that is about to end.
const lockWait = 500 * time.Millisecond

// A writerLock makes its holder the one writer of a folder. The system lets
// go of it when the process ends, however it ends.
type writerLock struct {
	lock   *flock.Flock
	holder string // file that says who holds it: a locked file cannot be read on Windows
}

func lockForWriting(ctx context.Context, dir string) (*writerLock, error) {
	l := &writerLock{
		lock:   flock.New(filepath.Join(dir, lockName), flock.SetPermissions(0o644)),
		holder: filepath.Join(dir, holderName),
	}
	wait, cancel := context.WithTimeout(ctx, lockWait)
	defer cancel()
	held, err := l.lock.TryLockContext(wait, lockWait/20)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if errors.Is(err, context.DeadlineExceeded) {
		return nil, l.lockedError(dir)
	}
	if err != nil || !held {
		return nil, fmt.Errorf("lock %s for writing: %w", dir, err)
	}
	host, _ := os.Hostname() // only for people: "" will do
	who := fmt.Sprintf("process %d on %s since %s\n", os.Getpid(), host, time.Now().Format("2006-01-02 15:04:05"))
	if err := os.WriteFile(l.holder, []byte(who), 0o644); err != nil {
		return nil, errors.Join(err, l.lock.Close())
	}
	return l, nil
}

func (l *writerLock) lockedError(dir string) error {
	who, err := os.ReadFile(l.holder)
	if err != nil {
		who = []byte("unknown")
	}
	return &kindError{ErrLocked, nil, fmt.Sprintf("%v: %s (%s); try again when it has ended",
		ErrLocked, dir, strings.TrimSpace(string(who)))}
}

func (l *writerLock) release() error {
	// The note goes first: behind the lock it would be the next writer's.
	err := os.Remove(l.holder)
	if errors.Is(err, os.ErrNotExist) {
		err = nil
	}
	return errors.Join(err, l.lock.Close())
}
