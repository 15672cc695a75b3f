package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"soi/index"
	"soi/web/message"
)

func newVerifyCmd(a *app) *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "verify",
		Short: a.Text(message.VerifyShort),
		Long:  a.Text(message.VerifyLong),
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return a.runVerify(cmd.Context(), dir) },
	}
	a.indexFlag(cmd, &dir)
	return cmd
}

func (a *app) runVerify(ctx context.Context, dir string) error {
	report, err := index.Verify(ctx, dir)
	if err != nil {
		return &indexError{dir, err}
	}
	for _, p := range report.Problems {
		fmt.Fprintf(a.err, "soi: %s: %s\n", printable(p.Path), printable(p.Err.Error()))
	}
	if len(report.Problems) > 0 {
		fmt.Fprintln(a.err, a.Text(message.VerifyBroken, len(report.Problems), dir))
		return errNothing
	}
	fmt.Fprintln(a.out, a.Text(message.VerifyFine, report.Generation, report.Documents, report.Files))
	return nil
}
