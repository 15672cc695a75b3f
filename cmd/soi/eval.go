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
	a.jsonFlag(cmd, &opts.JSON)
	for _, name := range []string{"corpus", "queries"} {
		if err := cmd.MarkFlagRequired(name); err != nil {
			panic(err) // a flag that was not declared above
		}
	}
	return cmd
}

// runEvalRelevance indexes the corpus and searches it for every judged query,
// on the very path that "soi index" and "soi search" take.
func (a *app) runEvalRelevance(ctx context.Context, opts relevanceOptions) error {
	queries, err := readJudgedQueries(opts.Queries)
	if err != nil {
		return err
	}
	if len(queries) == 0 {
		return fmt.Errorf("%s: %s", opts.Queries, a.Text(message.ErrorNoQueries))
	}
	dir, err := os.MkdirTemp("", "soi-eval-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	quiet := *a
	quiet.out = a.err // stdout is for the figures
	err = quiet.runIndex(ctx, indexOptions{IndexDir: dir, Paths: []string{opts.Corpus}})
	if err != nil && !errors.Is(err, errSome) {
		return err
	}
	ix, err := a.openIndex(dir)
	if err != nil {
		return err
	}
	defer ix.Close()
	result, err := evaluate(ctx, ix, queries, opts)
	if err != nil {
		return err
	}
	if opts.JSON {
		return printJSON(a.out, result)
	}
	fmt.Fprintln(a.out, a.Text(message.RelevanceQueries, result.Queries))
	fmt.Fprintf(a.out, "nDCG@10    %.4f\nMRR@10     %.4f\nrecall@10  %.4f\n", result.NDCG, result.MRR, result.Recall)
	return nil
}

// evaluate searches for every query and averages how well the answers do.
func evaluate(ctx context.Context, ix *index.Index, queries []judgedQuery, opts relevanceOptions) (relevance, error) {
	each := make([]relevance, 0, len(queries))
	for _, q := range queries {
		text := q.Query
		if opts.Strip {
			text = viet.Fold(text, viet.ASCII)
		}
		results, err := ix.Search(ctx, schema.Request{Query: text, Limit: depth, NoTitle: opts.NoTitle})
		if err != nil {
			return relevance{}, fmt.Errorf("query %s: %w", q.ID, err)
		}
		ranking := make([]string, len(results.Hits))
		for i, hit := range results.Hits {
			ranking[i] = hit.ID
		}
		each = append(each, measure(ranking, q.Relevant))
	}
	return mean(each), nil
}
