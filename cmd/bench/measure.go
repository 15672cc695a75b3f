package main

import (
	"context"
	"errors"
	"slices"
	"strings"
	"time"
)

// A sample is what one question took, by engine.
type sample struct {
	question question
	times    map[string][]time.Duration // timed rounds
	answers  map[string]answer          // of the last round
}

// typical is the median time of an engine.
func (s *sample) typical(engine string) time.Duration { return quantile(s.times[engine], 0.5) }

// quantile is the smallest time that so large a share of times does not
// exceed; 0 of none.
func quantile(times []time.Duration, share float64) time.Duration {
	if len(times) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(times))
	return sorted[min(len(sorted)-1, int(share*float64(len(sorted))))]
}

// search puts every question to every engine, in turn, in several rounds, of
// which the first is not timed.
func (b *bench) search(ctx context.Context) error {
	articles, err := b.dressed()
	if err != nil {
		return err
	}
	questions, err := newDrawer(articles, b.Seed).questions(b.Queries)
	if err != nil {
		return err
	}
	samples := make([]*sample, len(questions))
	for i, q := range questions {
		samples[i] = &sample{question: q, times: map[string][]time.Duration{}, answers: map[string]answer{}}
	}
	workers, err := b.workers(ctx)
	if err != nil {
		return err
	}
	for round := range b.Rounds + 1 {
		progress("round %d of %d, %d questions", round, b.Rounds, len(samples))
		for i, s := range samples {
			for turn := range workers {
				w := workers[(turn+i)%len(workers)]
				a, err := w.answer(s.question)
				if err != nil {
					return err
				}
				s.answers[w.engine.name] = a
				if round > 0 {
					s.times[w.engine.name] = append(s.times[w.engine.name], time.Duration(a.Nanos))
				}
			}
		}
	}
	peaks := map[string]int64{}
	for _, w := range workers {
		if peaks[w.engine.name], err = w.stop(); err != nil {
			return err
		}
	}
	b.report.search(b, samples, peaks)
	return nil
}

// workers starts the engines.
func (b *bench) workers(ctx context.Context) ([]*worker, error) {
	all, err := b.measured(ctx)
	if err != nil {
		return nil, err
	}
	var workers []*worker
	for _, e := range all {
		w, err := e.start(ctx, b.index(e.name))
		if err != nil {
			return nil, err
		}
		workers = append(workers, w)
	}
	return workers, nil
}

// cold puts questions to engines that have just been started, with nothing
// of their files in memory.
func (b *bench) cold(ctx context.Context) error {
	all, err := b.measured(ctx)
	if err != nil {
		return err
	}
	articles, err := b.dressed()
	if err != nil {
		return err
	}
	var samples []*sample
	opened := map[string][]time.Duration{}
	questions, err := newDrawer(articles, b.Seed+1).questions(b.Cold)
	if err != nil {
		return err
	}
	for _, q := range questions {
		if !strings.HasSuffix(q.Kind, noFilter) {
			continue
		}
		s := &sample{question: q, times: map[string][]time.Duration{}}
		for _, e := range all {
			open, first, err := b.coldAnswer(ctx, e, q)
			if err != nil {
				return err
			}
			opened[e.name] = append(opened[e.name], open)
			s.times[e.name] = append(s.times[e.name], first)
		}
		samples = append(samples, s)
	}
	b.report.cold(b, samples, opened)
	return nil
}

func (b *bench) coldAnswer(ctx context.Context, e engine, q question) (open, first time.Duration, err error) {
	if err := evict(b.index(e.name)); err != nil {
		return 0, 0, err
	}
	w, err := e.start(ctx, b.index(e.name))
	if err != nil {
		return 0, 0, err
	}
	a, err := w.answer(q)
	_, stopped := w.stop()
	return w.opened, time.Duration(a.Nanos), errors.Join(err, stopped)
}
