package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"soi/analyzer"
	"soi/analyzer/token"
	"soi/analyzer/viet"
	"soi/web/message"
)

type analyzeOptions struct {
	Text     string
	Analyzer string
	JSON     bool
}

// analyzers are the names that --analyzer takes, with the folding level of
// each.
var analyzers = []struct {
	name  string
	level viet.Level
}{
	{analyzer.Vi, viet.Exact},
	{"vi_toneless", viet.Toneless}, // no field of the index; for seeing what the level does
	{analyzer.ViFolded, viet.ASCII},
}

func newAnalyzeCmd(a *app) *cobra.Command {
	var opts analyzeOptions
	cmd := &cobra.Command{
		Use:   "analyze TEXT...",
		Short: a.Text(message.AnalyzeShort),
		Long:  a.Text(message.AnalyzeLong),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			opts.Text = strings.Join(args, " ")
			return a.runAnalyze(opts)
		},
	}
	a.jsonFlag(cmd, &opts.JSON)
	cmd.Flags().StringVar(&opts.Analyzer, "analyzer", analyzer.Vi, a.Text(message.FlagAnalyzer))
	return cmd
}

// A tokenJSON is one token that "soi analyze --json" prints.
type tokenJSON struct {
	Term     string `json:"term"`
	Entry    string `json:"entry,omitempty"` // the term in an index, where that is another: /kl
	Start    int    `json:"start"`           // bytes of the text
	End      int    `json:"end"`
	Position int    `json:"position"` // from 1; a whole and its first part share one
	Kind     string `json:"kind"`
}

func (a *app) runAnalyze(opts analyzeOptions) error {
	i := slices.IndexFunc(analyzers, func(known struct {
		name  string
		level viet.Level
	}) bool {
		return known.name == opts.Analyzer
	})
	if i < 0 {
		return fmt.Errorf("--analyzer %q: %s", opts.Analyzer, a.Text(message.ErrorAnalyzer))
	}
	tokens := []tokenJSON{}
	for t := range token.Tokens(opts.Text, analyzers[i].level) {
		entry := t.Entry()
		if entry == t.Term {
			entry = ""
		}
		tokens = append(tokens, tokenJSON{t.Term, entry, t.Start, t.End, t.Position, t.Kind.String()})
	}
	if opts.JSON {
		return printJSON(a.out, tokens)
	}
	for _, t := range tokens {
		fmt.Fprintf(a.out, "%4d  %s  %-8s %d-%d\n", t.Position, pad(cmp.Or(t.Entry, t.Term), 24), t.Kind, t.Start, t.End)
	}
	return nil
}
