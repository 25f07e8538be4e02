package main

import (
	"fmt"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"publish/book"
	"publish/fonts"
	"publish/layout"
)

func (p *program) buildCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "build [BOOK.yaml | DIR | FILE…]",
		Short: "Assemble a book and write its editions",
		Long: `Build assembles the book of a manifest and writes its editions. A folder or
a list of articles in place of the manifest makes a book of every article in
name order, titled after the folder.

Standard output is the path of each file written, one a line. Nothing in the
output folder is touched unless every edition is whole.

With --estimate nothing is written; standard output is what the book takes: pages,
blank ones, sheets, signatures, paper, and the width of the spine.`,
		Example: `  publish build                          the book of ./book.yaml
  publish build --sample -o /tmp/sample  the small book inside the program
  publish build -e pdf --trim 6x9 reader.yaml
  publish build --estimate reader.yaml   how many pages and sheets it will have
  publish build pages                    every article of a folder`,
		ValidArgsFunction: completeBooks,
		RunE:              func(_ *cobra.Command, args []string) error { return p.build(args) },
	}
	p.bookFlags(cmd)
	cmd.Flags().StringVarP(&p.flags.out, "out", "o", "", "folder of the editions (default: editions beside the manifest)")
	cmd.Flags().BoolVar(&p.flags.estimate, "estimate", false, "write no edition but print what the book takes: pages, sheets, paper, width of the spine")
	p.reportFlag(cmd)
	return cmd
}

func (p *program) reportFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&p.flags.report, "report", "", "file for a report as JSON: what was made, and the account of words of every article")
}

// completeBooks completes the argument of commands that read a book.
func completeBooks(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return []cobra.Completion{"yaml", "yml", "md"}, cobra.ShellCompDirectiveFilterFileExt
}

// build runs the stages in their order.
func (p *program) build(args []string) error {
	p.start(book.Warning)
	p.accounts = p.flags.report != ""
	w, err := p.prepare(args)
	if err != nil {
		return err
	}
	if err := p.judge(); err != nil {
		return err
	}
	if p.flags.estimate {
		return p.estimate(w)
	}
	return p.publish(w)
}

// prepare runs the stages up to the pages and returns what writes the editions.
func (p *program) prepare(args []string) (*writer, error) {
	src, err := p.open(args)
	if err != nil {
		return nil, err
	}
	src.keep = p.accounts
	orderEditions(src.manifest)
	b, err := p.assemble(src)
	if err != nil {
		return nil, err
	}
	family, err := src.faces.family(fonts.Default)
	if err != nil {
		return nil, err
	}
	w := &writer{book: b, doc: &layout.Document{}, family: family, source: src, jobs: p.flags.jobs}
	if err := p.setPages(w); err != nil {
		return nil, err
	}
	if p.accounts {
		err = p.closeAccount(w)
	}
	return w, err
}

// setPages sets the pages of the editions that have any.
func (p *program) setPages(w *writer) (err error) {
	m := w.source.manifest
	if needsPages(m) || p.flags.estimate {
		if w.doc, err = p.layOut(w.source, w.book, w.family); err != nil {
			return err
		}
		if err := p.checkBooklet(m, w.doc); err != nil {
			return err
		}
		if w.plainPages, err = p.countPlain(w); err != nil {
			return err
		}
	}
	if makes(m, editionLarge) {
		if w.large, err = p.layOutLarge(w.source, w.book); err != nil {
			return err
		}
	}
	if makes(m, editionWrap) {
		return p.layWrapCover(w)
	}
	return nil
}

// needsPages reports whether anything that a manifest asks for has pages or their
// numbers.
func needsPages(m *book.Manifest) bool {
	return makes(m, editionPDF, editionBooklet, editionWrap) || m.EPUB.Pages && makes(m, editionEPUB, editionKobo)
}

// start readies the program for a run that prints messages from a severity up.
func (p *program) start(least book.Severity) {
	p.least, p.progress = least, p.newProgress()
}

// publish writes the editions, puts them into their places together, and prints
// where they are.
func (p *program) publish(w *writer) error {
	dir := p.outFolder(w.source.manifest)
	p.progress.stage("writing the editions", len(w.source.manifest.Editions))
	defer p.progress.end()
	set, err := p.stage(dir)
	if err != nil {
		return err
	}
	defer set.close()
	if err := w.write(set); err != nil {
		return err
	}
	report, err := p.stageReport(w, set)
	if err != nil {
		return err
	}
	made := set.sorted()
	if err := set.finish(); err != nil {
		return err
	}
	if err := report.finish(); err != nil {
		return err
	}
	p.progress.end()
	for _, f := range made {
		fmt.Fprintln(p.stdout, filepath.ToSlash(f.place))
	}
	return nil
}

// outFolder returns the folder of the editions.
func (p *program) outFolder(m *book.Manifest) string {
	switch {
	case p.flags.out != "":
		return p.flags.out
	case p.flags.sample:
		return "editions"
	}
	return filepath.FromSlash(path.Join(m.Dir, "editions"))
}
