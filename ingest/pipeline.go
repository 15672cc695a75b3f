package ingest

import (
	"context"
	"runtime"
	"sync"

	"golang.org/x/sync/semaphore"
)

const (
	// inFlight bounds the bytes of files that are read but not yet taken by
	// the consumer. Extraction needs a multiple of them, so this bounds the
	// memory of a run. A larger single document goes through alone.
	inFlight = 32 << 20

	// queued bounds the number of steps that wait for the consumer.
	queued = 256
)

// A step is what Walk yields at once.
type step struct {
	entry Entry
	err   error
}

// A job is a piece of work whose steps are yielded in the order of jobs.
type job struct {
	weight int64 // bytes held until the steps are taken
	work   func() []step
	steps  []step
	last   func() []step // steps that are only known when all jobs before are done
	done   chan struct{} // closed when steps are there
}

// A pipeline hands jobs from one reader to many workers and their steps to
// one consumer, in the reader's order.
type pipeline struct {
	ctx    context.Context
	order  chan *job // all jobs, for the consumer
	todo   chan *job // jobs with work, for the workers
	budget *semaphore.Weighted
}

// runInOrder runs read in a goroutine, its jobs' work in others, and yields
// their steps. All goroutines have ended when it returns.
func runInOrder(ctx context.Context, read func(context.Context, *pipeline), yield func(Entry, error) bool) {
	inner, cancel := context.WithCancel(ctx)
	p := &pipeline{ctx: inner, order: make(chan *job, queued), todo: make(chan *job), budget: semaphore.NewWeighted(inFlight)}
	var running sync.WaitGroup
	defer running.Wait()
	defer cancel()
	running.Go(func() {
		defer close(p.order)
		defer close(p.todo)
		read(inner, p)
	})
	for range runtime.GOMAXPROCS(0) {
		running.Go(p.worker)
	}
	if p.consume(yield) && ctx.Err() != nil {
		yield(Entry{}, ctx.Err())
	}
}

// consume yields the steps until there are no more or yield says stop.
func (p *pipeline) consume(yield func(Entry, error) bool) bool {
	for j := range p.order {
		select {
		case <-j.done:
		case <-p.ctx.Done():
			return true
		}
		if j.last != nil {
			j.steps = j.last()
		}
		for _, s := range j.steps {
			if !yield(s.entry, s.err) {
				return false
			}
		}
		p.budget.Release(j.weight)
	}
	return true
}

func (p *pipeline) worker() {
	for j := range p.todo {
		if p.ctx.Err() == nil {
			j.steps = j.work()
		}
		close(j.done)
	}
}

// put queues work on weight bytes; false when the run is over.
func (p *pipeline) put(weight int64, work func() []step) bool {
	weight = min(weight, inFlight)
	if p.budget.Acquire(p.ctx, weight) != nil {
		return false
	}
	j := &job{weight: weight, work: work, done: make(chan struct{})}
	return send(p.ctx, p.order, j) && send(p.ctx, p.todo, j)
}

// give queues a step that is there already; false when the run is over.
func (p *pipeline) give(s step) bool {
	return p.last(func() []step { return []step{s} })
}

// last queues steps that the consumer asks for when he has taken all before;
// false when the run is over.
func (p *pipeline) last(steps func() []step) bool {
	j := &job{last: steps, done: make(chan struct{})}
	close(j.done)
	return send(p.ctx, p.order, j)
}

func send(ctx context.Context, to chan<- *job, j *job) bool {
	select {
	case to <- j:
		return true
	case <-ctx.Done():
		return false
	}
}
