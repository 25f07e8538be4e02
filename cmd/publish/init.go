package main

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"publish/book"
	"publish/book/assembly"
)

func (p *program) initCommand() *cobra.Command {
	var force, index bool
	cmd := &cobra.Command{
		Use:   "init DIR",
		Short: "Write a book.yaml for a folder of articles",
		Long: `Init reads the articles of a folder and writes a manifest for them, DIR/book.yaml,
in an order in which they can be read: overviews first, those that the others
lead to; then the rest in parts by category, each article near those that it
links to. Redirects, stubs and articles that another repeats are not chapters;
comments name them. The file is meant to be edited.

With --index it writes DIR/index.yaml too, the editor's rules for the index: an
example of each kind and the headings that the index has, all in comments. A
book.yaml that is there stays, and the headings are those of its book.`,
		Example: `  publish init pages
  publish init --index pages
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
		RunE: func(_ *cobra.Command, args []string) error { return p.init(args[0], force, index) },
	}
	cmd.Flags().BoolVar(&force, "force", false, "replace a book.yaml that is there; with --index, an index.yaml")
	cmd.Flags().BoolVar(&index, "index", false, "write rules for the index to edit, index.yaml, beside book.yaml")
	return cmd
}

func (p *program) init(dir string, force, index bool) error {
	p.start(book.Error)
	if info, err := os.Stat(dir); err != nil {
		return usagef("%s: %v", filepath.ToSlash(dir), cause(err))
	} else if !info.IsDir() {
		return usagef("%s is not a folder", filepath.ToSlash(dir))
	}
	options, err := manifestOptions()
	if err != nil {
		return err
	}
	if index {
		if err := vacant(dir, "index.yaml", force); err != nil {
			return err
		}
		if vacant(dir, "book.yaml", false) != nil {
			return p.initIndex(dir, options)
		}
	} else if err := vacant(dir, "book.yaml", force); err != nil {
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
	files := []initFile{{"book.yaml", plan.write}}
	if index {
		plan.index = true
		rules, err := p.rulesForPlan(plan, dir, options)
		if err != nil {
			return err
		}
		files = append(files, initFile{"index.yaml", rules})
	}
	return p.writeFiles(dir, files...)
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
