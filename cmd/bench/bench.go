package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A bench is one run.
type bench struct {
	options
	dir    string // for corpus and indexes
	report report

	articles  []article // as the corpus has them
	documents int
}

func (b *bench) run(ctx context.Context) error {
	var err error
	if b.articles, err = readArticles(b.Corpus); err != nil {
		return err
	}
	if err := b.makeCorpus(); err != nil {
		return err
	}
	b.report.head(ctx, b)
	steps := []struct {
		part string
		run  func(context.Context) error
	}{
		{"build", b.build}, {"search", b.search}, {"cold", b.cold}, {"page", b.page}, {"known", b.known}, {"codes", b.codes},
	}
	for _, step := range steps {
		if !b.measures(step.part) && (step.part != "build" || !b.compares()) {
			continue
		}
		start := time.Now()
		if err := step.run(ctx); err != nil {
			return fmt.Errorf("%s: %w", step.part, err)
		}
		progress("%s: %.0f s", step.part, time.Since(start).Seconds())
	}
	return nil
}

// measures reports whether a part is asked for.
func (b *bench) measures(part string) bool { return slices.Contains(strings.Split(b.Parts, ","), part) }

// compares reports whether a part is asked for that puts engines side by side:
// known items and codes have indexes of their own.
func (b *bench) compares() bool {
	return b.measures("search") || b.measures("cold") || b.measures("page")
}

// progress tells of the run, beside the report.
func progress(format string, args ...any) { fmt.Fprintf(os.Stderr, format+"\n", args...) }

func (b *bench) corpus() string { return filepath.Join(b.dir, "corpus.jsonl") }

func (b *bench) index(engine string) string { return filepath.Join(b.dir, engine) }

// makeCorpus writes the corpus that is indexed, unless one of as many documents
// is there: the report tells their number.
func (b *bench) makeCorpus() error {
	if err := os.MkdirAll(b.dir, 0o777); err != nil {
		return err
	}
	b.documents = b.Copies * len(b.articles)
	if _, err := os.Stat(b.corpus()); err == nil {
		kept, err := readArticles(b.corpus())
		if err == nil && len(kept) != b.documents {
			err = fmt.Errorf("%s holds %d documents: -copies %d makes %d", b.corpus(), len(kept), b.Copies, b.documents)
		}
		return err
	}
	return writeCorpus(b.corpus(), b.articles, b.Copies, b.Seed)
}

// measured lists the engines to measure, of those that are installed.
func (b *bench) measured(ctx context.Context) ([]engine, error) {
	var all []engine
	for _, name := range strings.Split(b.Engines, ",") {
		if name == "sqlite" && sqliteVersion(ctx) == "" {
			progress("no sqlite3 here: SQLite is left out")
			continue
		}
		e, err := engineNamed(name)
		if err != nil {
			return nil, err
		}
		all = append(all, e)
	}
	return all, nil
}

// build builds the index of each engine, but for those that are there.
func (b *bench) build(ctx context.Context) error {
	all, err := b.measured(ctx)
	if err != nil {
		return err
	}
	if b.measures("build") {
		all = append(all, engine{name: "reading"})
	}
	var built []building
	for _, e := range all {
		if _, err := os.Stat(b.index(e.name)); err == nil {
			continue
		}
		one, err := build(ctx, e.name, b.index(e.name), b.corpus())
		if err != nil {
			return err
		}
		built = append(built, one)
	}
	b.report.builds(b.documents, textBytes(b.corpus()), built)
	return nil
}

// A building is what the making of an index took.
type building struct {
	engine string
	wall   time.Duration
	cpu    time.Duration // of all processes
	peak   int64         // bytes of memory at most; 0 unknown
	size   int64         // bytes on disk
}

func build(ctx context.Context, engine, dir, corpus string) (building, error) {
	self, err := os.Executable()
	if err != nil {
		return building{}, err
	}
	cmd := exec.CommandContext(ctx, self, "build", "-engine", engine, "-dir", dir, "-corpus", corpus)
	cmd.Stderr = os.Stderr
	start := time.Now()
	out, err := cmd.Output()
	if err != nil {
		return building{}, fmt.Errorf("build %s: %w", engine, err)
	}
	var last answer
	if err := json.Unmarshal(out, &last); err != nil {
		return building{}, fmt.Errorf("build %s: %w", engine, err)
	}
	built := building{engine: engine, wall: time.Since(start), peak: last.Peak}
	built.cpu = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	built.size, err = sizeOf(dir)
	progress("built %s: %.0f s", engine, built.wall.Seconds())
	return built, err
}

// sizeOf is the bytes of the files below dir, 0 if there is none.
func sizeOf(dir string) (size int64, err error) {
	err = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return fs.SkipAll
		}
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			size += info.Size()
		}
		return err
	})
	return size, err
}

// textBytes is the text of a corpus: titles and bodies.
func textBytes(corpus string) (n int64) {
	articles, err := readArticles(corpus)
	if err != nil {
		return 0
	}
	for _, a := range articles {
		n += int64(len(a.Title) + len(a.Body))
	}
	return n
}

// dressed are the documents of the corpus as they were indexed.
func (b *bench) dressed() ([]article, error) { return readArticles(b.corpus()) }
