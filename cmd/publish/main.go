package main

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"syscall"
)

func main() { os.Exit(run()) }

// run does what the command line asks and returns the exit status. A signal ends
// it at once; the files that are not in their places yet go. Among the signals is
// the one that tells that nobody reads the output any more: without it a run in
// front of head would die and leave its files behind.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGPIPE)
	defer stop()
	p := &program{stdout: os.Stdout, stderr: os.Stderr, fontFolders: fontFolders(runtime.GOOS, os.Getenv)}
	done := make(chan error, 1)
	go func() { done <- p.command().Execute() }()
	select {
	case err := <-done:
		p.abandon() // what a failure left unfinished
		return p.exitStatus(err)
	case <-ctx.Done():
		p.abandon()
		if p.serving.Load() {
			return exitDone // there is no other way to end it
		}
		return p.exitStatus(errInterrupted)
	}
}
