package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"soi/testdata"
	"soi/web/message"
)

func newDemoCmd(a *app) *cobra.Command {
	var opts serveOptions
	cmd := &cobra.Command{
		Use:   "demo",
		Short: a.Text(message.DemoShort),
		Long:  a.Text(message.DemoLong),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.runDemo(cmd.Context(), opts, !cmd.Flags().Changed("addr"))
		},
	}
	a.serveFlags(cmd, &opts)
	return cmd
}

// runDemo writes the sample reports into a temporary folder, indexes them and
// serves the index; the folder goes with the command. If the address is in use
// and anyPort is set, another port will do.
func (a *app) runDemo(ctx context.Context, opts serveOptions, anyPort bool) error {
	listener, err := a.listen(opts.Addr)
	if err != nil && anyPort {
		listener, err = a.listen("127.0.0.1:0")
	}
	if err != nil {
		return err
	}
	defer listener.Close()
	dir, err := os.MkdirTemp("", "soi-demo-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	reports := filepath.Join(dir, "reports")
	if err := os.CopyFS(reports, testdata.Samples); err != nil {
		return fmt.Errorf("write the sample reports: %w", err)
	}
	opts.IndexDir = filepath.Join(dir, "index")
	if err := a.runIndex(ctx, indexOptions{IndexDir: opts.IndexDir, Paths: []string{reports}}); err != nil {
		return err
	}
	fmt.Fprintln(a.out, a.Text(message.DemoReports, reports))
	return a.serve(ctx, listener, opts)
}
