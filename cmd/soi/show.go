package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"soi/index/schema"
	"soi/web/message"
)

type showOptions struct {
	IndexDir string
	ID       string
	Request  schema.Request // its matches are marked
	JSON     bool
	Similar  bool // list copies and similar documents instead
}

func newShowCmd(a *app) *cobra.Command {
	var opts showOptions
	cmd := &cobra.Command{
		Use:   "show ID",
		Short: a.Text(message.ShowShort),
		Long:  a.Text(message.ShowLong),
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.ID = args[0]
			if opts.Similar {
				return a.runSimilar(cmd.Context(), opts)
			}
			return a.runShow(cmd.Context(), opts)
		},
	}
	a.indexFlag(cmd, &opts.IndexDir)
	a.jsonFlag(cmd, &opts.JSON)
	cmd.Flags().StringVar(&opts.Request.Query, "query", "", a.Text(message.FlagQuery))
	cmd.Flags().BoolVar(&opts.Similar, "similar", false, a.Text(message.FlagSimilar))
	cmd.Flags().BoolVar(&opts.Request.Literal, "literal", false, a.Text(message.FlagLiteral))
	return cmd
}

// A showJSON is the object that "soi show --json" prints: the document as it
// is stored, and where the query matches it.
type showJSON struct {
	extractJSON
	Path     string        `json:"path"`
	Text     string        `json:"text"`
	TitleAt  schema.Span   `json:"title_span"` // byte offsets into text, like all spans
	Body     []schema.Span `json:"body"`
	Captions []schema.Span `json:"captions"`
	Matches  []schema.Span `json:"matches"`
	Notes    []noteJSON    `json:"notes"` // how the query was read
	Source   schema.Source `json:"source"`
}

// documentError says that the index has no document of an id, if that is what
// err is, and gives any other error back.
func (a *app) documentError(err error, id string) error {
	if !errors.Is(err, schema.ErrNotFound) {
		return err
	}
	fmt.Fprintf(a.err, "soi: %s\n", printable(a.Text(message.ErrorMissing, id)))
	return errNothing
}

func (a *app) runShow(ctx context.Context, opts showOptions) error {
	ix, err := a.openIndex(opts.IndexDir)
	if err != nil {
		return err
	}
	defer ix.Close()
	d, matches, err := ix.Document(ctx, opts.ID, opts.Request)
	if err != nil {
		return a.documentError(err, opts.ID)
	}
	if opts.JSON {
		return printJSON(a.out, showJSON{
			newExtractJSON(&d), d.Path, d.Text, d.Title, list(d.Body), list(d.Captions),
			list(matches.Spans), a.newNotesJSON(matches.Notes), d.Source,
		})
	}
	a.printNotes(matches.Notes)
	a.printDocument(&d, &matches)
	return nil
}

// shownFields are the values that people are shown of a document, in order.
var shownFields = []schema.Field{
	schema.FieldProvince, schema.FieldProvinceNow, schema.FieldDistrict, schema.FieldCommune,
	schema.FieldLevel, schema.FieldPublished, schema.FieldKind, schema.FieldIssuer, schema.FieldSite,
}

func (a *app) printDocument(d *schema.Document, matches *schema.Matches) {
	fmt.Fprintln(a.out, a.wrap("", a.marked(styleTitle, d.TitleText(), within(matches.Spans, d.Title))))
	fmt.Fprintln(a.out)
	a.printMetadata(d)
	a.printReferences(d, matches.Labels)
	a.printRelations(d, matches.Labels)
	a.printAcronyms(d)
	a.printRatios(d)
	parts := append(slices.Clone(d.Body), d.Captions...)
	slices.SortFunc(parts, func(x, y schema.Span) int { return x.Start - y.Start })
	for _, part := range parts {
		fmt.Fprintln(a.out, "\n"+a.wrap("", a.marked(style{}, part.Of(d.Text), within(matches.Spans, part))))
	}
}

// printMetadata writes each known value with the evidence for it.
func (a *app) printMetadata(d *schema.Document) {
	line := func(name, value, why string) {
		if value == "" {
			return
		}
		fmt.Fprintf(a.out, "%-*s %s", 18+len(name)-cells(name), name, printable(value))
		if why != "" {
			fmt.Fprint(a.out, "  "+a.show(styleQuiet, cut(printable(why), max(20, a.columns-21-cells(value)))))
		}
		fmt.Fprintln(a.out)
	}
	for _, f := range shownFields {
		why := ""
		if e, ok := d.Evidence[f]; ok {
			why = a.evidence(e)
		}
		line(a.Field(f), a.documentValue(d, f), why)
	}
	if d.Published == "" && d.NotBefore != "" {
		line(a.Text(message.DocNotBefore), a.Date(d.NotBefore), "")
	}
	if d.Encoding != "" {
		line(a.Text(message.DocEncoding), a.Encoding(d.Encoding), "")
	}
	line("URL", d.URL, "")
	line(a.Text(message.ShowFile), d.Path, "")
}

// evidence says why a value was taken: the rule, the words, how sure it is.
func (a *app) evidence(e schema.Evidence) string {
	why := a.Rule(e.Rule)
	if e.Quote != "" {
		why += ": “" + e.Quote + "”"
	}
	return why + " (" + a.Percent(e.Confidence) + ")"
}

// documentValue is the value of a field as people read it, "" if unknown.
func (a *app) documentValue(d *schema.Document, f schema.Field) string {
	value := map[schema.Field]string{
		schema.FieldProvince: d.Province, schema.FieldProvinceNow: d.ProvinceNow,
		schema.FieldDistrict: d.District, schema.FieldCommune: d.Commune,
		schema.FieldLevel: string(d.Level), schema.FieldKind: string(d.Kind),
		schema.FieldIssuer: d.Issuer, schema.FieldSite: d.Site,
	}[f]
	switch {
	case f == schema.FieldPublished && d.Published != "":
		return a.Date(d.Published)
	case value == "":
		return ""
	}
	return a.Value(f, value)
}

// printAcronyms writes the short forms that the document declares, with what
// they stand for.
func (a *app) printAcronyms(d *schema.Document) {
	if len(d.Acronyms) == 0 {
		return
	}
	fmt.Fprintln(a.out, "\n"+a.show(styleTitle, a.Text(message.DocAcronyms)))
	for _, s := range d.Acronyms {
		line := fmt.Sprintf("%s: %s · %s", s.Short, s.Long, a.AcronymKind(s.Kind))
		fmt.Fprintln(a.out, a.wrap("  ", printable(line)))
	}
}

// printRatios offers the quantities whose quotient and percentage do not
// agree to be looked at again: the sum and the sentence. Which of them is
// wrong, or whether either is, is for the reader to say.
func (a *app) printRatios(d *schema.Document) {
	title := "\n" + a.show(styleTitle, a.Text(message.ShowRatios))
	for _, r := range d.Ratios {
		if r.Holds {
			continue
		}
		if title != "" {
			fmt.Fprintln(a.out, title)
			title = ""
		}
		sum := a.Text(message.ShowRatio, r.Quotient.Of(d.Text), r.Sum, r.Stated.Of(d.Text))
		fmt.Fprintln(a.out, a.wrap("  ", printable(sum)))
		fmt.Fprintln(a.out, a.wrap("    ", a.show(styleQuiet, "“"+printable(r.Sentence.Of(d.Text))+"”")))
	}
}

// within returns the spans that lie in part, as offsets into it.
func within(spans []schema.Span, part schema.Span) []schema.Span {
	var out []schema.Span
	for _, s := range spans {
		if part.Start <= s.Start && s.End <= part.End {
			out = append(out, schema.Span{Start: s.Start - part.Start, End: s.End - part.Start})
		}
	}
	return out
}
