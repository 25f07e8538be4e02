package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"publish/book"
)

func (p *program) checkCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check [BOOK.yaml | DIR | FILE…]",
		Short: "Report what an editor should mend",
		Long: `Check does everything that build does but write: it prints every message,
infos too, and how many there are of each code.`,
		Example: `  publish check
  publish check --strict reader.yaml
  publish check --diagnostics json reader.yaml`,
		ValidArgsFunction: completeBooks,
		RunE:              func(_ *cobra.Command, args []string) error { return p.check(args) },
	}
	p.bookFlags(cmd)
	return cmd
}

func (p *program) check(args []string) error {
	p.start(book.Info)
	if p.flags.quiet {
		p.least = book.Warning
	}
	if _, err := p.prepare(args); err != nil {
		return err
	}
	p.sumUp()
	return p.judge()
}

// sumUp prints how many messages there were.
func (p *program) sumUp() {
	if p.flags.quiet || p.flags.diagnostics != "text" {
		return
	}
	for _, severity := range []book.Severity{book.Error, book.Warning, book.Info} {
		if n := p.tally.severity[severity]; n > 0 {
			fmt.Fprintf(p.stderr, "publish: %d %ss (%s)\n", n, severity, p.tally.of(severity))
		}
	}
}
