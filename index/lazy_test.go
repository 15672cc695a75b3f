package index

import (
	"context"
	"errors"
	"testing"

	"github.com/blevesearch/bleve/v2"
)

// Who waits goes when his context ends; the value is made all the same, once,
// and the next has it.
func TestLazyMadeForTheNext(t *testing.T) {
	v := &view{}
	v.users.Store(1)
	var l lazy[int]
	ctx, cancel := context.WithCancel(context.Background())
	goOn := make(chan struct{})
	_, err := l.get(ctx, v, func(inner context.Context) (int, error) {
		cancel()
		<-goOn
		return 7, inner.Err()
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("waiting ended with %v, want context.Canceled", err)
	}
	close(goOn)
	n, err := l.get(context.Background(), v, func(context.Context) (int, error) { return 8, nil })
	if n != 7 || err != nil {
		t.Errorf("the next has %d, %v, want 7", n, err)
	}
}

func TestLazyFailureTriedAgain(t *testing.T) {
	v := &view{}
	v.users.Store(1)
	var l lazy[int]
	broken := errors.New("broken")
	if _, err := l.get(context.Background(), v, func(context.Context) (int, error) { return 0, broken }); !errors.Is(err, broken) {
		t.Errorf("got %v, want the failure", err)
	}
	if n, err := l.get(context.Background(), v, func(context.Context) (int, error) { return 7, nil }); n != 7 || err != nil {
		t.Errorf("tried again: %d, %v, want 7", n, err)
	}
}

func TestLazyOfClosedView(t *testing.T) {
	var l lazy[int]
	_, err := l.get(context.Background(), &view{}, func(context.Context) (int, error) { return 7, nil })
	if !errors.Is(err, bleve.ErrorIndexClosed) {
		t.Errorf("got %v, want ErrorIndexClosed", err)
	}
}
