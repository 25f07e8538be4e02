package main

import (
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress tells how far a run is: a bar on a terminal, one line a stage elsewhere.
type progress struct {
	w    io.Writer
	mode progressMode
	mu   sync.Mutex
	bar  *progressbar.ProgressBar
}

type progressMode uint8

const (
	progressNone progressMode = iota
	progressPlain
	progressBar
)

// newProgress returns the progress that the flags ask for.
func (p *program) newProgress() *progress {
	mode := progressPlain
	switch {
	case p.flags.quiet || p.flags.progress == "none" || p.flags.diagnostics == "json":
		mode = progressNone
	case p.flags.progress == "auto" && isTerminal(p.stderr):
		mode = progressBar
	}
	return &progress{w: p.stderr, mode: mode}
}

// isTerminal reports whether what is written to w is read by a person at once.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// stage starts a stage that has total steps.
func (g *progress) stage(name string, total int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch g.mode {
	case progressPlain:
		fmt.Fprintln(g.w, name)
	case progressBar:
		g.clear()
		g.bar = progressbar.NewOptions(max(total, 1), progressbar.OptionSetWriter(g.w),
			progressbar.OptionSetDescription(name), progressbar.OptionSetWidth(30),
			progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(false))
	}
}

// step tells how much of a stage is done. It may be called by many goroutines.
func (g *progress) step(done, total int) {
	if g.mode != progressBar {
		return
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.bar != nil && g.bar.GetMax() != total {
		g.bar.ChangeMax(total)
	}
	if g.bar != nil {
		g.bar.Set(done)
	}
}

// end takes the bar away, so that messages start on a clean line.
func (g *progress) end() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.clear()
}

func (g *progress) clear() {
	if g.bar != nil {
		g.bar.Finish()
		g.bar.Clear()
		g.bar = nil
	}
}
