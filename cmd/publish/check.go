package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"publish/book"
)

func (p *program) checkCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check [BOOK.yaml | DIR | FILE…]",
		Short: "Report what an editor should mend",
		Long: `Check does everything that build does but write: it prints every message,
infos too, and how many there are of each code. Then it closes the account of
words: how many the articles have, how many of these stand in the book, and how
many were left out on purpose, in each class. With --dropped it prints the place of
every piece that was left out.`,
		Example: `  publish check
  publish check --strict reader.yaml
  publish check --dropped markup,note-mark reader.yaml
  publish check --diagnostics json reader.yaml`,
		ValidArgsFunction: completeBooks,
		RunE:              func(_ *cobra.Command, args []string) error { return p.check(args) },
	}
	p.bookFlags(cmd)
	p.reportFlag(cmd)
	cmd.Flags().StringSliceVar(&p.flags.dropped, "dropped", nil, "classes of what is left out whose places are printed, or all: "+strings.Join(dropClasses(), ", "))
	complete(cmd, "dropped", append(dropClasses(), "all")...)
	return cmd
}

func (p *program) check(args []string) error {
	if err := p.checkDropped(); err != nil {
		return err
	}
	p.start(book.Info)
	if p.flags.quiet {
		p.least = book.Warning
	}
	p.accounts = true
	w, err := p.prepare(args)
	if err != nil {
		return err
	}
	if err := p.report(p.droppedPlaces(w.book)); err != nil {
		return err
	}
	p.sumUp()
	if p.flags.diagnostics == "text" && !p.flags.quiet {
		writeAccount(p.stderr, w.account)
	}
	report, err := p.stageReport(w, nil)
	if err == nil {
		err = report.finish()
	}
	if err != nil {
		return err
	}
	return p.judge()
}

// sumUp prints how many messages there were.
func (p *program) sumUp() {
	if p.flags.quiet || p.flags.diagnostics != "text" {
		return
	}
	for _, severity := range []book.Severity{book.Error, book.Warning, book.Info} {
		if n := p.tally.severity[severity]; n > 0 {
			fmt.Fprintf(p.stderr, "publish: %s (%s)\n", counted(n, severity.String()), p.tally.of(severity))
		}
	}
}
