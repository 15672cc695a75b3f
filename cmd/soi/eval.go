package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"soi/analyzer/viet"
	"soi/index"
	"soi/index/schema"
	"soi/web/message"
)

func newEvalCmd(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "eval",
		Short: a.Text(message.EvalShort),
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newEvalRelevanceCmd(a), newEvalExtractCmd(a))
	return cmd
}

type relevanceOptions struct {
	Corpus, Queries string // files
	Strip           bool   // take the marks off the queries
	NoTitle         bool   // leave titles out of matching
	Against         string // stored run to compare with
	Save            string // where to store this run
	JSON            bool
}

func newEvalRelevanceCmd(a *app) *cobra.Command {
	var opts relevanceOptions
	cmd := &cobra.Command{
		Use:   "relevance --corpus FILE --queries FILE",
		Short: a.Text(message.RelevanceShort),
		Long:  a.Text(message.RelevanceLong),
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return a.runEvalRelevance(cmd.Context(), opts) },
	}
	cmd.Flags().StringVar(&opts.Corpus, "corpus", "", a.Text(message.FlagCorpus))
	cmd.Flags().StringVar(&opts.Queries, "queries", "", a.Text(message.FlagQueries))
	cmd.Flags().BoolVar(&opts.Strip, "strip", false, a.Text(message.FlagStrip))
	cmd.Flags().BoolVar(&opts.NoTitle, "no-title", false, a.Text(message.FlagNoTitle))
	cmd.Flags().StringVar(&opts.Against, "against", "", a.Text(message.FlagAgainst))
	cmd.Flags().StringVar(&opts.Save, "save", "", a.Text(message.FlagSave))
	a.jsonFlag(cmd, &opts.JSON)
	for _, name := range []string{"corpus", "queries"} {
		if err := cmd.MarkFlagRequired(name); err != nil {
			panic(err) // a flag that was not declared above
		}
	}
	return cmd
}

// runEvalRelevance indexes the corpus and searches it for every judged query,
// on the very path that "soi index" and "soi search" take, and says how well
// the answers do.
func (a *app) runEvalRelevance(ctx context.Context, opts relevanceOptions) error {
	queries, err := readJudgedQueries(opts.Queries)
	if err != nil {
		return err
	}
	if len(queries) == 0 {
		return fmt.Errorf("%s: %s", opts.Queries, a.Text(message.ErrorNoQueries))
	}
	var before relevanceRun
	if opts.Against != "" { // before the work, and before --save may write over it
		if before, err = readRun[relevanceRun](opts.Against); err != nil {
			return err
		}
	}
	run, err := a.relevanceRun(ctx, queries, opts)
	if err != nil {
		return err
	}
	if opts.Save != "" {
		if err := saveRun(opts.Save, run); err != nil {
			return err
		}
	}
	result := relevanceJSON{relevance: run.mean()}
	if opts.Against != "" {
		difference := run.against(before)
		result.relevanceDifference = &difference
	}
	if opts.JSON {
		return printJSON(a.out, result)
	}
	fmt.Fprintln(a.out, a.Text(message.RelevanceQueries, result.Queries))
	fmt.Fprintf(a.out, "nDCG@10    %.4f\nMRR@10     %.4f\nrecall@10  %.4f\n", result.NDCG, result.MRR, result.Recall)
	if result.relevanceDifference != nil {
		a.printRankChanges(*result.relevanceDifference)
	}
	return nil
}

// A relevanceJSON is the object that "soi eval relevance --json" prints; the
// difference is there only against a stored run.
type relevanceJSON struct {
	relevance
	*relevanceDifference
}

// relevanceRun indexes the corpus and searches it for every query.
func (a *app) relevanceRun(ctx context.Context, queries []judgedQuery, opts relevanceOptions) (relevanceRun, error) {
	dir, err := os.MkdirTemp("", "soi-eval-")
	if err != nil {
		return relevanceRun{}, err
	}
	defer os.RemoveAll(dir)
	quiet := *a
	quiet.out = a.err // stdout is for the figures
	err = quiet.runIndex(ctx, indexOptions{IndexDir: dir, Paths: []string{opts.Corpus}})
	if err != nil && !errors.Is(err, errSome) {
		return relevanceRun{}, err
	}
	ix, err := a.openIndex(dir)
	if err != nil {
		return relevanceRun{}, err
	}
	defer ix.Close()
	return evaluate(ctx, ix, queries, opts)
}

// evaluate searches for every query and measures the answers.
func evaluate(ctx context.Context, ix *index.Index, queries []judgedQuery, opts relevanceOptions) (relevanceRun, error) {
	var run relevanceRun
	for _, q := range queries {
		text := q.Query
		if opts.Strip {
			text = viet.Fold(text, viet.ASCII)
		}
		results, err := ix.Search(ctx, schema.Request{Query: text, Limit: depth, NoTitle: opts.NoTitle, Unfold: true})
		if err != nil {
			return run, fmt.Errorf("query %s: %w", q.ID, err)
		}
		ranking := make([]string, len(results.Hits))
		for i, hit := range results.Hits {
			ranking[i] = hit.ID
		}
		m := measure(ranking, q.Relevant)
		run.Queries = append(run.Queries, queryOutcome{q.ID, text, m.NDCG, m.MRR, m.Recall, ranking})
	}
	return run, nil
}
