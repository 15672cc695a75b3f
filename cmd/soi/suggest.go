package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"soi/index/schema"
	"soi/web/message"
)

type suggestOptions struct {
	IndexDir string
	Text     string
	Limit    int
	JSON     bool
}

func newSuggestCmd(a *app) *cobra.Command {
	var opts suggestOptions
	cmd := &cobra.Command{
		Use:   "suggest TEXT...",
		Short: a.Text(message.SuggestShort),
		Long:  a.Text(message.SuggestLong),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.Text = strings.Join(args, " ")
			if opts.Limit < 1 || opts.Limit > 50 {
				return fmt.Errorf("--limit %d: %s", opts.Limit, a.Text(message.ErrorFifty))
			}
			return a.runSuggest(cmd.Context(), opts)
		},
	}
	a.indexFlag(cmd, &opts.IndexDir)
	a.jsonFlag(cmd, &opts.JSON)
	cmd.Flags().IntVar(&opts.Limit, "limit", 8, a.Text(message.FlagSuggestLimit))
	return cmd
}

// A suggestionsJSON is the one object that "soi suggest --json" prints.
type suggestionsJSON struct {
	Text        string           `json:"text"`
	Suggestions []suggestionJSON `json:"suggestions"`
}

type suggestionJSON struct {
	Text  string                `json:"text"`
	Kind  schema.SuggestionKind `json:"kind"`  // place, directive, phrase, title
	Count *int                  `json:"count"` // documents; null where they are not counted
	Query string                `json:"query"` // what to search for
}

func (a *app) runSuggest(ctx context.Context, opts suggestOptions) error {
	ix, err := a.openIndex(opts.IndexDir)
	if err != nil {
		return err
	}
	defer ix.Close()
	found, err := ix.Suggest(ctx, opts.Text, opts.Limit)
	if err != nil {
		return err
	}
	if opts.JSON {
		out := suggestionsJSON{Text: opts.Text, Suggestions: []suggestionJSON{}}
		for _, s := range found {
			out.Suggestions = append(out.Suggestions, suggestionJSON{s.Text, s.Kind, known(s.Count), s.Value})
		}
		err = printJSON(a.out, out)
	} else {
		a.printSuggestions(found)
	}
	if err == nil && len(found) == 0 {
		return errNothing
	}
	return err
}

// printSuggestions writes a line each: the query that a suggestion stands for,
// and what it is.
func (a *app) printSuggestions(found []schema.Suggestion) {
	for _, s := range found {
		about := ""
		switch s.Kind {
		case schema.SuggestPlace:
			about = s.Text + " · " + a.Text(message.SuggestPlace, s.Count)
		case schema.SuggestDirective:
			about = s.Text + " · " + a.Text(message.SuggestCited, s.Count)
		case schema.SuggestTitle:
			about = a.Text(message.SuggestTitle)
		}
		line := printable(s.Value)
		if about != "" {
			line += "  " + a.show(styleQuiet, printable(about))
		}
		fmt.Fprintln(a.out, line)
	}
}
