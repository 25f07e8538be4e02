package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"publish/book"
)

// initIndex writes index.yaml beside a book.yaml that is there.
func (p *program) initIndex(dir string, options book.ManifestOptions) error {
	s, diags, err := readManifest(disk{}, path.Join(filepath.ToSlash(dir), "book.yaml"), options)
	if err != nil {
		return err
	}
	if err := p.report(diags); err != nil {
		return err
	}
	named := s.manifest.Index.File != ""
	rules, err := p.rulesFor(s)
	if err != nil {
		return err
	}
	if err := p.writeFiles(dir, initFile{"index.yaml", rules}); err != nil || named {
		return err
	}
	_, err = fmt.Fprintf(p.stderr, "publish: %s does not name the file yet\n  hint: add the line  index: {file: index.yaml}\n", s.manifest.File)
	return err
}

// rulesFor returns a file of index rules for a book: all in comments, with the
// headings that its index has.
func (p *program) rulesFor(s *source) (func(io.Writer) error, error) {
	s.manifest.Index = book.IndexSpec{Depth: s.manifest.Index.Depth}
	if err := s.list(); err != nil {
		return nil, err
	}
	p.flags.jobs = max(p.flags.jobs, 1)
	b, err := p.assemble(s)
	if err != nil {
		return nil, err
	}
	return func(w io.Writer) error { return writeRules(w, b.Index) }, nil
}

// rulesForPlan is rulesFor for a manifest that is not on the disk yet.
func (p *program) rulesForPlan(plan *plan, dir string, options book.ManifestOptions) (func(io.Writer) error, error) {
	var text bytes.Buffer
	if err := plan.write(&text); err != nil {
		return nil, err
	}
	m, diags := book.ReadManifest(path.Join(filepath.ToSlash(dir), "book.yaml"), text.Bytes(), options)
	if err := p.report(diags); err != nil {
		return nil, err
	}
	return p.rulesFor(&source{manifest: m, text: text.Bytes(), from: disk{}})
}

const rulesHead = `# Your hand over the index that publish makes. To use a line, take the # and the
# blank behind it off, and put headings of your own. They are written as the
# index prints them (the list is below); case, accents and a leading article do not
# count. In brackets and braces a heading with a comma needs quotation marks.
# publish check tells which rules nothing answers to.

# exclude:                  # headings that get no entry
#   - Caslon, William
# rename:                   # another wording
#   printing: printing, letterpress
# merge:                    # a heading that takes in others, with their places
#   printing: [press work, "printing, early"]
# sort-as:                  # another place in the alphabet
#   "1905": nineteen hundred and five
# see:                      # headings that only lead to others
#   letterpress: printing
# see-also:
#   printing: [ink, paper]
# add:                      # a heading and the words of the text that call it
#   women, work of: [sorters, binders' wives]
# people:                   # names: true, false for what is none, or the form wanted
#   Mother Earth: false
#   Wynkyn de Worde: Worde, Wynkyn de
`

// writeRules writes a file of index rules that changes nothing yet.
func writeRules(w io.Writer, index *book.Index) error {
	out := bufio.NewWriter(w)
	fmt.Fprint(out, rulesHead)
	if index == nil {
		fmt.Fprint(out, "\n# The index of the book has no headings without rules.\n")
		return out.Flush()
	}
	fmt.Fprint(out, "\n# The headings without rules:\n")
	for _, group := range index.Groups {
		fmt.Fprint(out, "#\n")
		for _, e := range group.Entries {
			line := book.PlainText(e.Heading)
			if len(e.See) > 0 {
				line += "  (see " + book.PlainText(e.See[0].Heading) + ")"
			}
			fmt.Fprintf(out, "#   %s\n", line)
		}
	}
	return out.Flush()
}

// initFile is a file that init writes.
type initFile struct {
	name  string
	write func(io.Writer) error
}

// writeFiles writes files into a folder, all or none, and prints their paths.
func (p *program) writeFiles(dir string, list ...initFile) error {
	set, err := p.stage(dir)
	if err != nil {
		return err
	}
	defer set.close()
	for _, f := range list {
		if err := set.write(f.name, f.write); err != nil {
			return err
		}
	}
	if err := set.finish(); err != nil {
		return err
	}
	for _, f := range list {
		if _, err := fmt.Fprintln(p.stdout, filepath.ToSlash(filepath.Join(dir, f.name))); err != nil {
			return err
		}
	}
	return nil
}

// vacant reports a file that init would write and that is there already.
func vacant(dir, name string, force bool) error {
	place := filepath.Join(dir, name)
	if _, err := os.Lstat(place); force || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return usagef("%s is there already", filepath.ToSlash(place)).withHint("--force replaces it")
}
