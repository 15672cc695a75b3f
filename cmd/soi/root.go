package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"soi/web/message"
)

// newRootCmd is the command "soi" with all its commands.
func newRootCmd(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:           "soi",
		Short:         a.Text(message.RootShort),
		Long:          a.Text(message.RootLong),
		SilenceErrors: true, // run reports them
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return errors.New(a.Text(message.ErrorCommand, args[0]))
			}
			return cmd.Help()
		},
		Args: cobra.ArbitraryArgs,
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.PersistentFlags().String("lang", string(a.Lang()), a.Text(message.FlagLang)) // read by languageOf
	root.AddCommand(
		newIndexCmd(a), newRemoveCmd(a), newSearchCmd(a), newSuggestCmd(a), newShowCmd(a), newDirectivesCmd(a), newCoverageCmd(a),
		newServeCmd(a), newDemoCmd(a), newExtractCmd(a), newAnalyzeCmd(a), newEvalCmd(a),
		newVerifyCmd(a), newVersionCmd(a), newCompletionCmd(a),
	)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetUsageTemplate(usageTemplate(a))
	root.SetHelpCommand(&cobra.Command{
		Use:   "help [COMMAND]",
		Short: a.Text(message.HelpShort),
		RunE: func(_ *cobra.Command, args []string) error {
			if slices.Equal(args, []string{"query"}) {
				a.printQueryHelp()
				return nil
			}
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return errors.New(a.Text(message.ErrorCommand, strings.Join(args, " ")))
			}
			return cmd.Help()
		},
	})
	finish(a, root)
	return root
}

// finish gives a command and all below it a help flag and complaints about
// arguments in the language of the run.
func finish(a *app, cmd *cobra.Command) {
	cmd.Flags().BoolP("help", "h", false, a.Text(message.HelpFlag))
	if check := cmd.Args; check != nil {
		cmd.Args = func(cmd *cobra.Command, args []string) error {
			if check(cmd, args) != nil {
				return errors.New(a.Text(message.ErrorArgs, cmd.UseLine()))
			}
			return nil
		}
	}
	for _, sub := range cmd.Commands() {
		finish(a, sub)
	}
}

// usageTemplate is cobra's own, shortened, with its words in the language of
// the run.
func usageTemplate(a *app) string {
	return a.Text(message.HelpUsage) + `:
  {{if .HasAvailableSubCommands}}{{.CommandPath}} COMMAND{{else}}{{.UseLine}}{{end}}
{{- if .HasAvailableSubCommands}}

` + a.Text(message.HelpCommands) + `:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}
{{- if .HasAvailableLocalFlags}}

` + a.Text(message.HelpFlags) + `:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
{{- if .HasAvailableInheritedFlags}}

` + a.Text(message.HelpGlobalFlags) + `:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
{{- if .HasAvailableSubCommands}}

` + a.Text(message.HelpMore, "{{.CommandPath}}") + `{{end}}
`
}

// indexFlag gives a command the flag --index.
func (a *app) indexFlag(cmd *cobra.Command, dir *string) {
	cmd.Flags().StringVar(dir, "index", a.defaultIndex(), a.Text(message.FlagIndex))
}

// jsonFlag gives a command the flag --json.
func (a *app) jsonFlag(cmd *cobra.Command, asJSON *bool) {
	cmd.Flags().BoolVar(asJSON, "json", false, a.Text(message.FlagJSON))
}
