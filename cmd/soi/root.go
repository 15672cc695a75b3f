package main

import (
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
		Args:          cobra.NoArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.PersistentFlags().String("lang", string(a.Lang()), a.Text(message.FlagLang)) // read by languageOf
	root.AddCommand(
		newIndexCmd(a), newRemoveCmd(a), newSearchCmd(a), newShowCmd(a), newDirectivesCmd(a),
		newServeCmd(a), newDemoCmd(a), newExtractCmd(a), newAnalyzeCmd(a), newEvalCmd(a),
		newVerifyCmd(a), newVersionCmd(a),
	)
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	return root
}

// indexFlag gives a command the flag --index.
func (a *app) indexFlag(cmd *cobra.Command, dir *string) {
	cmd.Flags().StringVar(dir, "index", a.defaultIndex(), a.Text(message.FlagIndex))
}

// jsonFlag gives a command the flag --json.
func (a *app) jsonFlag(cmd *cobra.Command, asJSON *bool) {
	cmd.Flags().BoolVar(asJSON, "json", false, a.Text(message.FlagJSON))
}
