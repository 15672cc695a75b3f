package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/cli/browser"
	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"soi/index"
	"soi/web"
	"soi/web/message"
)

type serveOptions struct {
	IndexDir string
	Addr     string   // host:port listened on
	Hosts    []string // further host names answered
	Open     bool     // open the browser
}

func newServeCmd(a *app) *cobra.Command {
	var opts serveOptions
	cmd := &cobra.Command{
		Use:   "serve",
		Short: a.Text(message.ServeShort),
		Long:  a.Text(message.ServeLong),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.runServe(cmd.Context(), opts)
		},
	}
	a.indexFlag(cmd, &opts.IndexDir)
	a.serveFlags(cmd, &opts)
	return cmd
}

// defaultAddr is where the page is served unless another place is given.
const defaultAddr = "127.0.0.1:8080"

// serveFlags gives a command the flags of a server.
func (a *app) serveFlags(cmd *cobra.Command, opts *serveOptions) {
	cmd.Flags().StringVar(&opts.Addr, "addr", defaultAddr, a.Text(message.FlagAddr))
	cmd.Flags().StringArrayVar(&opts.Hosts, "host", nil, a.Text(message.FlagHost))
	cmd.Flags().BoolVar(&opts.Open, "open", false, a.Text(message.FlagOpen))
}

// runServe serves the index until the context is done, then lets the requests
// that are running end.
func (a *app) runServe(ctx context.Context, opts serveOptions) error {
	listener, err := a.listen(opts.Addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	return a.serve(ctx, listener, opts)
}

func (a *app) listen(addr string) (net.Listener, error) {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, errors.New(a.Text(message.ErrorAddr, addr, err.Error()))
	}
	return listener, nil
}

// serve answers on a listener, which it closes.
func (a *app) serve(ctx context.Context, listener net.Listener, opts serveOptions) error {
	ix, err := a.openIndex(opts.IndexDir)
	if err != nil {
		return err
	}
	defer ix.Close()
	address := addressOf(listener)
	fmt.Fprintln(a.out, a.Text(message.ServeReady, ix.Info().Documents, address))
	if opts.Open {
		if err := browser.OpenURL(address); err != nil {
			fmt.Fprintln(a.err, a.Text(message.ServeNoBrowser, err.Error()))
		}
	}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		return web.Serve(ctx, listener, web.Handler(ix, web.Options{Addr: listener.Addr().String(), Hosts: opts.Hosts}))
	})
	group.Go(func() error { return a.follow(ctx, ix) })
	return group.Wait()
}

// addressOf is the address at which a browser on this machine reaches a
// listener, which may listen on all of its addresses.
func addressOf(listener net.Listener) string {
	host, port, err := net.SplitHostPort(listener.Addr().String())
	if err != nil {
		return "http://" + listener.Addr().String() + "/"
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}

// follow makes the tables of the index, so that nobody waits for them, and looks
// ten times a second for a new generation of it, which costs the reading of one
// small file. One that cannot be opened is reported once; the old one goes on
// answering.
func (a *app) follow(ctx context.Context, ix *index.Index) error {
	const pause = 100 * time.Millisecond
	_ = ix.Warm(ctx) // what is wrong with an index, the searches tell
	ticker := time.NewTicker(pause)
	defer ticker.Stop()
	reported := ""
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
		}
		changed, err := ix.Refresh(ctx)
		switch {
		case err == nil && changed:
			fmt.Fprintln(a.err, a.Text(message.ServeRefreshed, ix.Info().Documents))
			reported = ""
		case err != nil && !errors.Is(err, context.Canceled) && err.Error() != reported:
			reported = err.Error()
			fmt.Fprintln(a.err, a.Text(message.ServeStale, printable(reported)))
		}
	}
}
