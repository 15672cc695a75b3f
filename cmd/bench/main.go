// Command bench measures Soi beside what people would use in its place, on
// one corpus and in one run: Bleve's own search over its own index of the
// same documents, and SQLite's FTS5. It writes a report in Markdown.
//
//	go run ./cmd/bench -corpus ../shared/data/corpora/news-20k.jsonl.gz
//
// Each engine builds its index, and answers, in a process of its own, so that
// memory is told apart and no engine pays for another's garbage. Questions
// are drawn from the corpus by a fixed seed and put to all engines in turn, so
// that whatever else the machine does falls on all of them alike. Times are
// taken inside the engines' processes: nothing of the talk between processes
// is in them. SQLite is the command sqlite3 of the system; without it its
// columns are left out.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
)

// options are the flags.
type options struct {
	Corpus  string // JSONL, may be gzipped
	Copies  int    // the corpus once as it is, the others varied
	Queries int    // of each kind
	Rounds  int    // in which each is timed
	Cold    int    // of each kind, on files that are not in memory
	Known   int    // titles to be found; 0 none
	Codes   string // folder of party-2k; "" leaves code queries out
	Seed    uint64
	Engines string // names with commas between
	Parts   string // names with commas between
	Keep    string // folder to keep indexes in, and to take them from; "" a temporary one
	Out     string // file of the report; "" standard output
}

// parts are what can be measured.
var parts = []string{"build", "search", "cold", "page", "known", "codes"}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if len(args) > 0 {
		switch args[0] { // in a process of an engine
		case "build":
			return buildCommand(ctx, args[1:])
		case "answer":
			return answerCommand(ctx, args[1:])
		}
	}
	opts, err := parse(args)
	if err != nil {
		return err
	}
	dir, cleanUp, err := folder(opts.Keep)
	if err != nil {
		return err
	}
	defer cleanUp()
	b := &bench{options: opts, dir: dir}
	if err := b.run(ctx); err != nil {
		return err
	}
	return b.report.write(opts.Out)
}

func parse(args []string) (options, error) {
	var o options
	f := flag.NewFlagSet("bench", flag.ContinueOnError)
	f.StringVar(&o.Corpus, "corpus", "../shared/data/corpora/news-20k.jsonl.gz", "corpus, JSONL")
	f.StringVar(&o.Codes, "codes", "../shared/data/corpora", "folder of party-2k and its code queries")
	f.IntVar(&o.Copies, "copies", 1, "how many times the corpus is taken, all but once varied")
	f.IntVar(&o.Queries, "queries", 20, "queries of each kind")
	f.IntVar(&o.Rounds, "rounds", 3, "timed rounds, after one that is not")
	f.IntVar(&o.Cold, "cold", 2, "cold queries of each kind")
	f.IntVar(&o.Known, "known", 1000, "titles of the known-item run")
	f.Uint64Var(&o.Seed, "seed", 1, "seed of all that is drawn")
	f.StringVar(&o.Engines, "engines", "soi,bleve,sqlite", "engines to measure")
	f.StringVar(&o.Parts, "parts", strings.Join(parts, ","), "what to measure")
	f.StringVar(&o.Keep, "keep", "", "folder for the indexes, taken again by the next run")
	f.StringVar(&o.Out, "o", "", "file for the report")
	if err := f.Parse(args); err != nil {
		return o, err
	}
	for _, part := range strings.Split(o.Parts, ",") {
		if !slices.Contains(parts, part) {
			return o, fmt.Errorf("-parts %q: one of %s", part, strings.Join(parts, ", "))
		}
	}
	if f.NArg() > 0 || o.Copies < 1 || o.Queries < 1 || o.Rounds < 1 {
		return o, fmt.Errorf("cannot measure with %q", args)
	}
	return o, nil
}

// folder is where indexes are made.
func folder(keep string) (dir string, cleanUp func(), err error) {
	if keep != "" {
		keep, err = filepath.Abs(keep)
		return keep, func() {}, err
	}
	dir, err = os.MkdirTemp("", "soi-bench-")
	return dir, func() { _ = os.RemoveAll(dir) }, err
}
