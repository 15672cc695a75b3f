package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"soi/index/schema"
	"soi/ingest"
	"soi/web/message"
)

type evalExtractOptions struct {
	Gold      string // file of labels
	Documents string // folder of the files, or file of the records, that are labelled
	Half      string // of the labels, "dev" or "held"; "" all
	Against   string // stored run to compare with
	Save      string // where to store this run
	JSON      bool
}

func newEvalExtractCmd(a *app) *cobra.Command {
	var opts evalExtractOptions
	cmd := &cobra.Command{
		Use:   "extract GOLD.jsonl",
		Short: a.Text(message.EvalExtractShort),
		Long:  a.Text(message.EvalExtractLong),
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.Gold = args[0]
			return a.runEvalExtract(cmd.Context(), opts)
		},
	}
	cmd.Flags().StringVar(&opts.Documents, "documents", "", a.Text(message.FlagDocuments))
	cmd.Flags().StringVar(&opts.Half, "half", "", a.Text(message.FlagHalf))
	cmd.Flags().StringVar(&opts.Against, "against", "", a.Text(message.FlagAgainst))
	cmd.Flags().StringVar(&opts.Save, "save", "", a.Text(message.FlagSave))
	a.jsonFlag(cmd, &opts.JSON)
	return cmd
}

// An evalExtractJSON is the object that "soi eval extract --json" prints.
type evalExtractJSON struct {
	Documents int                  `json:"documents"`
	Fields    map[string]score     `json:"fields"` // title, published, …, references, identities
	Kinds     map[string]kindCount `json:"kinds"`  // labels by kind of reference
	Gains     []change             `json:"gains"`  // against the stored run
	Losses    []change             `json:"losses"`
}

// runEvalExtract extracts the labelled documents as "soi index" does and
// compares. Labels whose document is not there end the run: figures about a
// part would pass for the whole.
func (a *app) runEvalExtract(ctx context.Context, opts evalExtractOptions) error {
	gold, err := readGold(opts.Gold, opts.Half)
	if err != nil {
		return err
	}
	if len(gold) == 0 {
		return fmt.Errorf("%s: %s", opts.Gold, a.Text(message.ErrorNoLabels))
	}
	var before extractRun
	if opts.Against != "" { // before the work, and before --save may write over it
		if before, err = readRun[extractRun](opts.Against); err != nil {
			return err
		}
	}
	documents, err := a.labelledDocuments(ctx, gold, opts)
	if err != nil {
		return err
	}
	compared := newComparison()
	for _, g := range gold {
		d := documents[g.name()]
		if d == nil {
			return fmt.Errorf("%s: %s", g.name(), a.Text(message.ErrorUnlabelled))
		}
		compared.add(g, d)
	}
	result := evalExtractJSON{Documents: len(gold), Fields: scores(compared.outcomes), Kinds: compared.kinds}
	if opts.Against != "" {
		result.Gains, result.Losses = difference(before.Outcomes, compared.outcomes)
	}
	if opts.Save != "" {
		if err := saveRun(opts.Save, extractRun{compared.outcomes}); err != nil {
			return err
		}
	}
	if opts.JSON {
		result.Gains, result.Losses = list(result.Gains), list(result.Losses)
		return printJSON(a.out, result)
	}
	a.printEvalExtract(result, opts.Against != "")
	return nil
}

// labelledDocuments extracts the documents that gold names, by name.
func (a *app) labelledDocuments(ctx context.Context, gold []goldDocument, opts evalExtractOptions) (map[string]*schema.Document, error) {
	names := map[string]bool{}
	var paths []string
	for _, g := range gold {
		names[g.name()] = true
		path := opts.Documents
		if g.File != "" {
			path = opts.fileOf(g.File)
		}
		if path == "" {
			return nil, fmt.Errorf("%s: %s", g.name(), a.Text(message.ErrorDocuments))
		}
		if !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
	}
	documents := map[string]*schema.Document{}
	err := a.eachDocument(ctx, paths, func(d *schema.Document) {
		file := filepath.Base(d.Path)
		for _, name := range []string{file, file + "#" + d.ID, d.ID} {
			if names[name] {
				documents[name] = d
			}
		}
	})
	return documents, err
}

// eachDocument calls do with each document of the files, as "soi index" reads
// them. Files that cannot be read are reported.
func (a *app) eachDocument(ctx context.Context, paths []string, do func(*schema.Document)) error {
	for entry, err := range ingest.Walk(ctx, paths, ingest.Options{}) {
		if bad := (*ingest.FileError)(nil); errors.As(err, &bad) {
			a.reportFile(bad)
			continue
		} else if err != nil {
			return err
		}
		if entry.Document != nil {
			do(entry.Document)
		}
	}
	return nil
}

// fileOf is the path of a labelled file: in the folder that is given, else
// beside the labels, else in the folder "samples" beside the labels' folder.
func (o evalExtractOptions) fileOf(name string) string {
	if o.Documents != "" {
		return filepath.Join(o.Documents, name)
	}
	beside := filepath.Join(filepath.Dir(o.Gold), name)
	sample := filepath.Join(filepath.Dir(o.Gold), "..", "samples", name)
	if _, err := os.Stat(beside); err != nil {
		if _, err := os.Stat(sample); err == nil {
			return sample
		}
	}
	return beside
}

// printEvalExtract writes a table for people: a line a field, then the kinds
// of references, then what changed.
func (a *app) printEvalExtract(r evalExtractJSON, against bool) {
	fmt.Fprintln(a.out, a.Text(message.EvalDocuments, r.Documents))
	fmt.Fprintln(a.out, a.show(styleTitle, a.Text(message.EvalHeader)))
	for _, field := range append(slices.Clone(scoredFields), fieldReferences, fieldIdentities) {
		s, ok := r.Fields[string(field)]
		if !ok {
			continue
		}
		fmt.Fprintf(a.out, "%-13s %5d %5d %5d %5d %5d   %s  %s  %s\n", field, s.Gold, s.Found, s.Right, s.Abstained, s.Invented,
			rate(s.Precision, s.PrecisionRange), rate(s.Recall, s.RecallRange), rate(s.F1, nil))
	}
	for _, kind := range sortedKeys(r.Kinds) {
		fmt.Fprintln(a.out, a.Text(message.EvalKind, kind, r.Kinds[kind].Found, r.Kinds[kind].Gold))
	}
	if against {
		a.printChanges(a.Text(message.EvalGains, len(r.Gains)), r.Gains)
		a.printChanges(a.Text(message.EvalLosses, len(r.Losses)), r.Losses)
	}
}

// rate writes a share with its interval, "–" where there is none.
func rate(share *float64, around *interval) string {
	switch {
	case share == nil && around == nil:
		return "–    "
	case around == nil:
		return fmt.Sprintf("%.3f", *share)
	}
	return fmt.Sprintf("%.3f [%.3f %.3f]", *share, around[0], around[1])
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

func (a *app) printChanges(title string, changes []change) {
	fmt.Fprintln(a.out, "\n"+a.show(styleTitle, title))
	for _, c := range changes {
		o := c.After
		if o == nil {
			o = c.Before
		}
		where := strings.TrimSpace(o.Document + " " + o.Field + " " + o.Place)
		fmt.Fprintf(a.out, "  %s\n    %s: %s; %s → %s\n", printable(where),
			a.Text(message.EvalGold), quoted(o.Gold), quoted(c.Before.got()), quoted(c.After.got()))
	}
}

// got is what a run gave, "" where there is no outcome.
func (o *outcome) got() string {
	if o == nil {
		return ""
	}
	return o.Got
}

func quoted(s string) string {
	if s == "" {
		return "–"
	}
	return "“" + printable(s) + "”"
}
