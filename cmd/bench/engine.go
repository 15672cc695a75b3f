package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"os"
	"os/exec"
	"time"

	"soi/index/schema"
	"soi/ingest"
)

// An engine is one of those that are measured.
type engine struct {
	name  string
	build func(ctx context.Context, dir string, docs documents) error
	open  func(ctx context.Context, dir string) (answerer, error)
}

// documents are what an engine indexes, read as "soi index" reads them.
type documents iter.Seq2[*schema.Document, error]

// An answerer is an engine with its index open.
type answerer interface {
	answer(ctx context.Context, q question) (answer, error)
	peak() int64 // bytes of memory it has taken at most
	io.Closer
}

var engines = []engine{
	{"soi", buildSoi, openSoi},
	{"bleve", buildBleve, openBleve},
	{"sqlite", buildSQLite, openSQLite},
	// What reading and extraction take, which every engine's build includes.
	{"reading", buildNothing, nil},
}

func engineNamed(name string) (engine, error) {
	for _, e := range engines {
		if e.name == name {
			return e, nil
		}
	}
	return engine{}, fmt.Errorf("no engine %q", name)
}

// read reads a corpus.
func read(ctx context.Context, path string) documents {
	return func(yield func(*schema.Document, error) bool) {
		for entry, err := range ingest.Walk(ctx, []string{path}, ingest.Options{}) {
			var bad *ingest.FileError
			if errors.As(err, &bad) && bad.Warning {
				continue
			}
			if err == nil && entry.Document == nil {
				continue
			}
			if !yield(entry.Document, err) {
				return
			}
		}
	}
}

func buildNothing(_ context.Context, _ string, docs documents) error {
	for _, err := range docs {
		if err != nil {
			return err
		}
	}
	return nil
}

// engineFlags are those of the commands in an engine's process.
func engineFlags(args []string) (e engine, dir, corpus string, err error) {
	f := flag.NewFlagSet("engine", flag.ContinueOnError)
	name := f.String("engine", "", "name")
	f.StringVar(&dir, "dir", "", "folder of the index")
	f.StringVar(&corpus, "corpus", "", "corpus to index")
	if err = f.Parse(args); err != nil {
		return e, "", "", err
	}
	e, err = engineNamed(*name)
	return e, dir, corpus, err
}

// buildCommand builds an index, and says on standard output how much memory
// that took.
func buildCommand(ctx context.Context, args []string) error {
	e, dir, corpus, err := engineFlags(args)
	if err != nil {
		return err
	}
	if err := e.build(ctx, dir, read(ctx, corpus)); err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(answer{Peak: peakMemory(os.Getpid())})
}

// answerCommand answers questions that come on standard input, a JSON object
// a line, by answers on standard output. The first line of the output tells
// how long opening took, the last one how much memory everything.
func answerCommand(ctx context.Context, args []string) error {
	e, dir, _, err := engineFlags(args)
	if err != nil {
		return err
	}
	start := time.Now()
	open, err := e.open(ctx, dir)
	if err != nil {
		return err
	}
	defer open.Close()
	out := json.NewEncoder(os.Stdout)
	if err := out.Encode(answer{Nanos: time.Since(start).Nanoseconds()}); err != nil {
		return err
	}
	for in := json.NewDecoder(bufio.NewReader(os.Stdin)); ; {
		var q question
		if err := in.Decode(&q); errors.Is(err, io.EOF) {
			return out.Encode(answer{Peak: open.peak()})
		} else if err != nil {
			return err
		}
		start := time.Now()
		a, err := open.answer(ctx, q)
		a.Nanos = time.Since(start).Nanoseconds()
		if err != nil {
			a.Error = err.Error()
		}
		if err := out.Encode(a); err != nil {
			return err
		}
	}
}

// A worker is an engine that answers in a process of its own.
type worker struct {
	engine engine
	cmd    *exec.Cmd
	in     io.WriteCloser
	ask    *json.Encoder
	hear   *json.Decoder
	opened time.Duration
}

// start starts an engine on its index.
func (e engine) start(ctx context.Context, dir string) (*worker, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	w := &worker{engine: e, cmd: exec.CommandContext(ctx, self, "answer", "-engine", e.name, "-dir", dir)}
	w.cmd.Stderr = os.Stderr
	if w.in, err = w.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := w.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := w.cmd.Start(); err != nil {
		return nil, err
	}
	w.ask, w.hear = json.NewEncoder(w.in), json.NewDecoder(bufio.NewReader(out))
	var first answer
	if err := w.hear.Decode(&first); err != nil {
		return nil, errors.Join(fmt.Errorf("%s does not open: %w", e.name, err), w.cmd.Wait())
	}
	w.opened = time.Duration(first.Nanos)
	return w, nil
}

func (w *worker) answer(q question) (answer, error) {
	var a answer
	if err := w.ask.Encode(q); err != nil {
		return a, fmt.Errorf("%s: %w", w.engine.name, err)
	}
	if err := w.hear.Decode(&a); err != nil {
		return a, fmt.Errorf("%s: %s: %w", w.engine.name, q, err)
	}
	if a.Error != "" {
		return a, fmt.Errorf("%s: %s: %s", w.engine.name, q, a.Error)
	}
	return a, nil
}

// stop ends the process and tells how much memory it has taken at most.
func (w *worker) stop() (peak int64, err error) {
	if err := w.in.Close(); err != nil {
		return 0, err
	}
	var last answer
	if err := w.hear.Decode(&last); err != nil {
		return 0, errors.Join(fmt.Errorf("%s: %w", w.engine.name, err), w.cmd.Wait())
	}
	return last.Peak, w.cmd.Wait()
}
