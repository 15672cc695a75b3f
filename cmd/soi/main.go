package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() { os.Exit(run(systemStreams(), os.Args[1:])) }

// run runs one command line and returns the exit code. An interrupt cancels
// what is running, which then leaves the index as it was.
func run(s streams, args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := newApp(s, args)
	root := newRootCmd(a)
	root.SetArgs(args)
	return a.exitCode(root.ExecuteContext(ctx))
}
