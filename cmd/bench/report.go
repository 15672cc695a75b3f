package main

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"
)

// A report is the run in Markdown.
type report struct{ strings.Builder }

func (r *report) line(format string, args ...any) { fmt.Fprintf(&r.Builder, format+"\n", args...) }

// table writes a table; cells of a row are divided by "|".
func (r *report) table(head string, rows []string) {
	r.line("\n|%s|", head)
	r.line("|%s", strings.Repeat("---|", strings.Count(head, "|")+1))
	for _, row := range rows {
		r.line("|%s|", row)
	}
}

func (r *report) write(path string) error {
	if path == "" {
		_, err := os.Stdout.WriteString(r.String())
		return err
	}
	return os.WriteFile(path, []byte(r.String()), 0o666)
}

// names are the engines as the report calls them.
var names = map[string]string{"soi": "Soi", "bleve": "Bleve", "sqlite": "SQLite FTS5", "reading": "reading alone"}

func (r *report) head(ctx context.Context, b *bench) {
	r.line("# Benchmark of %s", time.Now().Format(time.DateOnly))
	r.line("\n%d documents: %d articles of %s taken %d times, all but once varied. %s, %s/%s, %d processors. SQLite %s.",
		b.documents, len(b.articles), b.Corpus, b.Copies, runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(),
		cmp.Or(sqliteVersion(ctx), "not installed"))
	r.line("Load of the machine at the start: %s. Seed %d.", load(), b.Seed)
}

// load is the load of the machine, where the system tells it.
func load() string {
	data, err := os.ReadFile("/proc/loadavg")
	if fields := strings.Fields(string(data)); err == nil && len(fields) > 0 {
		return fields[0]
	}
	return "unknown"
}

func (r *report) builds(documents int, text int64, built []building) {
	if len(built) == 0 {
		return
	}
	var rows []string
	for _, one := range built {
		rows = append(rows, fmt.Sprintf("%s|%.0f|%.0f|%.0f|%s|%s|%s", names[one.engine], one.wall.Seconds(),
			float64(documents)/one.wall.Seconds(), one.cpu.Seconds(), megabytes(one.peak), megabytes(one.size),
			share(float64(one.size), float64(text))))
	}
	r.line("\n## Building the index\n\n%s of text. Each builds in a process of its own and includes reading.", megabytes(text))
	r.table("engine|s|documents/s|CPU s|peak memory|index|index/text", rows)
}

func megabytes(n int64) string {
	if n == 0 {
		return "–"
	}
	return fmt.Sprintf("%.0f MB", float64(n)/1e6)
}

func share(n, of float64) string {
	if n == 0 || of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2f", n/of)
}

func milliseconds(d time.Duration) string { return fmt.Sprintf("%.2f", float64(d.Nanoseconds())/1e6) }

// others are the engines that were measured beside Soi.
func others(samples []*sample) []string {
	var all []string
	for _, e := range []string{"bleve", "sqlite"} {
		if len(samples) > 0 && len(samples[0].times[e]) > 0 {
			all = append(all, e)
		}
	}
	return all
}

// A group is the samples of one kind.
type group struct {
	kind    string
	samples []*sample
}

// groups divides samples by kind, in the order of their first.
func groups(samples []*sample, kind func(question) string) []group {
	var all []group
	at := map[string]int{}
	for _, s := range samples {
		k := kind(s.question)
		i, ok := at[k]
		if !ok {
			i = len(all)
			at[k] = i
			all = append(all, group{kind: k})
		}
		all[i].samples = append(all[i].samples, s)
	}
	return all
}

// times are all times of an engine.
func (g group) times(engine string) []time.Duration {
	var all []time.Duration
	for _, s := range g.samples {
		all = append(all, s.times[engine]...)
	}
	return all
}

// ratio is how many times as long as Soi an engine takes, at the median over
// the questions.
func (g group) ratio(engine string) float64 {
	var all []float64
	for _, s := range g.samples {
		if soi := s.typical("soi"); soi > 0 {
			all = append(all, float64(s.typical(engine))/float64(soi))
		}
	}
	return medianOf(all)
}

func medianOf(all []float64) float64 {
	if len(all) == 0 {
		return math.NaN()
	}
	slices.Sort(all)
	return (all[(len(all)-1)/2] + all[len(all)/2]) / 2
}

// hits is the median number of documents that Soi finds.
func (g group) hits() float64 {
	var all []float64
	for _, s := range g.samples {
		all = append(all, float64(s.answers["soi"].Total))
	}
	return medianOf(all)
}

// search reports the warm questions.
func (r *report) search(b *bench, samples []*sample, peaks map[string]int64) {
	r.line("\n## Questions, warm\n\nEach question asks for the best 10 documents with snippets and for the counts of %d facets, each under all"+
		" filters but its own. %d questions a kind, each in %d timed rounds; milliseconds inside the engine; × is how many times as long as"+
		" Soi, at the median over the questions.", len(facetFields), b.Queries, b.Rounds)
	engines := others(samples)
	head := "kind|hits|Soi p50|p99"
	for _, e := range engines {
		head += "|" + names[e] + " p50|p99|×"
	}
	var rows []string
	for _, g := range groups(samples, func(q question) string { return q.Kind }) {
		rows = append(rows, row(g, engines))
	}
	r.summary(samples, engines)
	r.table(head, rows)
	r.line("\nPeak memory while answering:")
	for _, e := range append([]string{"soi"}, engines...) {
		r.line("- %s: %s", names[e], megabytes(peaks[e]))
	}
}

func row(g group, engines []string) string {
	times := g.times("soi")
	row := fmt.Sprintf("%s|%.0f|%s|%s", g.kind, g.hits(), milliseconds(quantile(times, 0.5)), milliseconds(quantile(times, 0.99)))
	for _, e := range engines {
		times := g.times(e)
		row += fmt.Sprintf("|%s|%s|%.1f", milliseconds(quantile(times, 0.5)), milliseconds(quantile(times, 0.99)), g.ratio(e))
	}
	return row
}

// summary reports the mix as a whole, and what was asked of it.
func (r *report) summary(samples []*sample, engines []string) {
	is := func(part string) func(*sample) bool {
		return func(s *sample) bool { return strings.Contains(s.question.Kind, part) }
	}
	not := func(f func(*sample) bool) func(*sample) bool { return func(s *sample) bool { return !f(s) } }
	var rows []string
	for _, part := range []struct {
		name string
		in   func(*sample) bool
	}{
		{"the mix: every kind, without filters and with 2", not(is(multiSelect))},
		{"phrases of them", func(s *sample) bool { return s.question.Join == phrase && !is(multiSelect)(s) }},
		{"multi-select", is(multiSelect)},
		{"with marks", func(s *sample) bool { return s.question.Marked }},
		{"without marks", func(s *sample) bool { return !s.question.Marked }},
	} {
		var in []*sample
		for _, s := range samples {
			if part.in(s) {
				in = append(in, s)
			}
		}
		rows = append(rows, row(group{part.name, in}, engines))
	}
	head := "over|hits|Soi p50|p99"
	for _, e := range engines {
		head += "|" + names[e] + " p50|p99|×"
	}
	r.table(head, rows)
	r.checks(samples, engines)
}

// checks reports what holds over all kinds.
func (r *report) checks(samples []*sample, engines []string) {
	worst, kind := 0.0, ""
	for _, g := range groups(samples, func(q question) string { return q.Kind }) {
		times := g.times("soi")
		if spread := float64(quantile(times, 0.99)) / float64(max(1, quantile(times, 0.5))); spread > worst {
			worst, kind = spread, g.kind
		}
	}
	r.line("\n- Largest p99/p50 of Soi within a kind: %.1f (%s).", worst, kind)
	for _, e := range engines {
		slower, all := 0, 0
		for _, g := range groups(samples, func(q question) string { return q.Kind }) {
			all++
			if g.ratio(e) < 1 {
				slower++
			}
		}
		r.line("- Kinds in which %s is faster than Soi: %d of %d.", names[e], slower, all)
	}
	var nanos, hits float64
	same, compared := 0, 0
	for _, s := range samples {
		if strings.HasPrefix(s.question.Kind, "frequent term") && s.question.Filters == nil {
			nanos += float64(s.typical("soi"))
			hits += float64(s.answers["soi"].Total)
		}
		if bleve, ok := s.answers["bleve"]; ok && s.question.Filters == nil {
			compared++
			if bleve.Total == s.answers["soi"].Total {
				same++
			}
		}
	}
	r.line("- A frequent term with five facets takes Soi %.0f ns a hit.", nanos/max(1, hits))
	r.line("- Soi and Bleve find the same number of documents for %d of %d questions without filters; with marks Soi also"+
		" takes words that a document writes without any.", same, compared)
}

// cold reports the cold questions.
func (r *report) cold(b *bench, samples []*sample, opened map[string][]time.Duration) {
	engines := append([]string{"soi"}, others(samples)...)
	head, opening := "kind", "opening the index"
	for _, e := range engines {
		head += "|" + names[e]
		opening += "|" + milliseconds(quantile(opened[e], 0.5))
	}
	rows := []string{opening}
	for _, g := range groups(samples, func(q question) string { return q.Kind }) {
		row := g.kind
		for _, e := range engines {
			row += "|" + milliseconds(quantile(g.times(e), 0.5))
		}
		rows = append(rows, row)
	}
	r.line("\n## Questions, cold\n\nThe first question to a process just started, its files not in memory; median of %d, milliseconds.", b.Cold)
	r.table(head, rows)
}
