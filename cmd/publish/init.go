package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"publish/book"
	"publish/book/assembly"
)

func (p *program) initCommand() *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use:   "init DIR",
		Short: "Write a book.yaml for a folder of articles",
		Long: `Init reads the articles of a folder and writes a manifest for them, DIR/book.yaml,
in an order in which they can be read: overviews first, those that the others
lead to; then the rest in parts by category, each article near those that it
links to. Redirects, stubs and articles that another repeats are not chapters;
comments name them. The file is meant to be edited.`,
		Example: `  publish init pages
  publish init --force pages`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("init takes one folder of articles").withHint("publish init pages")
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: func(_ *cobra.Command, args []string) error { return p.init(args[0], force) },
	}
	cmd.Flags().BoolVar(&force, "force", false, "replace a book.yaml that is there")
	return cmd
}

func (p *program) init(dir string, force bool) error {
	p.start(book.Error)
	if info, err := os.Stat(dir); err != nil {
		return usagef("%s: %v", filepath.ToSlash(dir), cause(err))
	} else if !info.IsDir() {
		return usagef("%s is not a folder", filepath.ToSlash(dir))
	}
	place := filepath.Join(dir, "book.yaml")
	if _, err := os.Lstat(place); err == nil && !force {
		return usagef("%s is there already", filepath.ToSlash(place)).withHint("--force replaces it")
	}
	options, err := manifestOptions()
	if err != nil {
		return err
	}
	s, err := folderBook(dir, options)
	if err != nil {
		return err
	}
	plan, err := p.plan(s)
	if err != nil {
		return err
	}
	set, err := p.stage(dir)
	if err != nil {
		return err
	}
	defer set.close()
	if err := set.write("book.yaml", func(w io.Writer) error { return plan.write(w) }); err != nil {
		return err
	}
	if err := set.finish(); err != nil {
		return err
	}
	_, err = fmt.Fprintln(p.stdout, filepath.ToSlash(place))
	return err
}

// plan reads the articles of a folder and puts them in order.
func (p *program) plan(s *source) (*plan, error) {
	if err := s.list(); err != nil {
		return nil, err
	}
	p.flags.jobs = max(p.flags.jobs, 1)
	articles, diags := s.read(p.flags.jobs, func(int, int) {})
	b, found := assembly.Assemble(s.manifest, articles, nil)
	if err := p.report(append(diags, found...)); err != nil {
		return nil, err
	}
	if len(b.Body()) == 0 {
		return nil, &hintedError{errors.New(s.manifest.Dir + ": the folder has redirects only"), "export the articles that they lead to as well"}
	}
	return newPlan(b, articles, found), nil
}
