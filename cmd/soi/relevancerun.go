package main

import (
	"cmp"
	"fmt"
	"slices"

	"soi/web/message"
)

// A relevanceRun is what "soi eval relevance --save" stores and --against
// reads: how well each query was answered.
type relevanceRun struct {
	Queries []queryOutcome `json:"queries"`
}

// A queryOutcome is how well one query was answered, and by what.
type queryOutcome struct {
	ID      string   `json:"qid"`
	Query   string   `json:"query"` // as it was put to Soi, without marks if they were taken off
	NDCG    float64  `json:"ndcg@10"`
	MRR     float64  `json:"mrr@10"`
	Recall  float64  `json:"recall@10"`
	Ranking []string `json:"ranking"` // ids, the best first
}

// mean averages over the queries.
func (r relevanceRun) mean() relevance {
	each := make([]relevance, len(r.Queries))
	for i, q := range r.Queries {
		each[i] = relevance{Queries: 1, NDCG: q.NDCG, MRR: q.MRR, Recall: q.Recall}
	}
	return mean(each)
}

// A rankChange is a query that two runs answer differently well.
type rankChange struct {
	Before queryOutcome `json:"before"`
	After  queryOutcome `json:"after"`
}

// by is how much the query won.
func (c rankChange) by() float64 { return c.After.NDCG - c.Before.NDCG }

// A relevanceDifference is what a run wins and loses against an earlier one,
// query by query, the largest changes first.
type relevanceDifference struct {
	Gains  []rankChange `json:"gains"`
	Losses []rankChange `json:"losses"`
	Same   int          `json:"same"`  // queries answered as well as before
	Apart  int          `json:"apart"` // queries that only one of the runs has
}

// against compares r with an earlier run by nDCG@10.
func (r relevanceRun) against(before relevanceRun) relevanceDifference {
	old := map[string]queryOutcome{}
	for _, q := range before.Queries {
		old[q.ID] = q
	}
	d := relevanceDifference{Gains: []rankChange{}, Losses: []rankChange{}, Apart: len(old)}
	for _, q := range r.Queries {
		was, ok := old[q.ID]
		if !ok {
			d.Apart++
			continue
		}
		d.Apart--
		const same = 1e-9 // a sum in another order
		switch c := (rankChange{was, q}); {
		case c.by() > same:
			d.Gains = append(d.Gains, c)
		case c.by() < -same:
			d.Losses = append(d.Losses, c)
		default:
			d.Same++
		}
	}
	slices.SortStableFunc(d.Gains, func(a, b rankChange) int { return cmp.Compare(b.by(), a.by()) })
	slices.SortStableFunc(d.Losses, func(a, b rankChange) int { return cmp.Compare(a.by(), b.by()) })
	return d
}

// printRankChanges writes what was won and lost, a line a query.
func (a *app) printRankChanges(d relevanceDifference) {
	for _, part := range []struct {
		key     message.Key
		changes []rankChange
	}{{message.EvalGains, d.Gains}, {message.EvalLosses, d.Losses}} {
		fmt.Fprintln(a.out, "\n"+a.show(styleTitle, a.Text(part.key, len(part.changes))))
		for _, c := range part.changes {
			fmt.Fprintf(a.out, "  %+.4f  %.4f → %.4f  %s  %s\n", c.by(), c.Before.NDCG, c.After.NDCG,
				printable(c.After.ID), cut(printable(c.After.Query), a.columns-30))
		}
	}
	fmt.Fprintln(a.out, "\n"+a.Text(message.EvalSame, d.Same, d.Apart))
}
