package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"publish/book"
	"publish/book/assembly"
	"publish/book/typography"
	"publish/fonts"
	"publish/layout"
)

// dumpStages are the stages that can be printed, in their order.
func dumpStages() []string {
	return []string{"articles", "book", "notes", "bibliography", "index", "typography", "galley", "pages"}
}

func (p *program) dumpCommand() *cobra.Command {
	var stage, format string
	cmd := &cobra.Command{
		Use:   "dump --stage STAGE [BOOK.yaml | DIR | FILE…]",
		Short: "Print one stage of a book as text or JSON",
		Long: `Dump prints what one stage hands to the next: the articles as they were read,
the assembled book, its notes, bibliography and index, what the typography changes
in the text, the galley (lines before pages), or the pages with every line at its
place in points. Bibliography, book, index and notes can be had as JSON.`,
		Example: `  publish dump --stage pages reader.yaml | less
  publish dump --stage index --format json reader.yaml`,
		ValidArgsFunction: completeBooks,
		RunE: func(_ *cobra.Command, args []string) error {
			if err := checkDump(stage, format); err != nil {
				return err
			}
			return p.dump(stage, format, args)
		},
	}
	p.bookFlags(cmd)
	cmd.Flags().StringVar(&stage, "stage", "", "stage to print: "+strings.Join(dumpStages(), ", "))
	cmd.Flags().StringVar(&format, "format", "text", "form of the output: text or json")
	complete(cmd, "stage", dumpStages()...)
	complete(cmd, "format", "text", "json")
	return cmd
}

func checkDump(stage, format string) error {
	switch {
	case stage == "":
		return usagef("dump needs a stage").withHint("give --stage one of %s", strings.Join(dumpStages(), ", "))
	case format == "json" && slices.Contains([]string{"articles", "typography", "galley", "pages"}, stage):
		return usagef("the stage %s has no JSON form", stage).withHint("book, notes, bibliography and index have")
	}
	if err := oneOf("--stage", stage, dumpStages()...); err != nil {
		return err
	}
	return oneOf("--format", format, "text", "json")
}

func (p *program) dump(stage, format string, args []string) error {
	p.start(book.Warning)
	p.progress = &progress{w: p.stderr}
	src, err := p.open(args)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(p.stdout)
	if stage == "articles" {
		err = p.dumpArticles(out, src)
	} else {
		err = p.dumpBook(out, src, stage, format)
	}
	if err != nil {
		return err
	}
	if err := p.judge(); err != nil {
		return err
	}
	return out.Flush()
}

// dumpArticles prints the articles of the book as they were read.
func (p *program) dumpArticles(out io.Writer, src *source) error {
	articles, diags := src.read(p.flags.jobs, p.progress.step)
	if err := p.report(diags); err != nil {
		return err
	}
	for _, a := range assembly.Chosen(src.manifest, articles) {
		if err := book.DumpArticle(out, a); err != nil {
			return err
		}
	}
	return nil
}

func (p *program) dumpBook(out io.Writer, src *source, stage, format string) error {
	if stage == "typography" {
		return p.dumpTypography(out, src)
	}
	b, err := p.assemble(src)
	if err != nil {
		return err
	}
	switch stage {
	case "galley":
		return p.dumpGalley(out, src, b)
	case "pages":
		return p.dumpPages(out, src, b)
	}
	if format == "json" {
		e := json.NewEncoder(out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(outlineOf(b, stage))
	}
	return dumpText(out, b, stage)
}

// dumpTypography prints every place at which the text is set otherwise than the
// source has it. ⍽ stands for a space that does not break.
func (p *program) dumpTypography(out io.Writer, src *source) error {
	b, err := p.compile(src)
	if err != nil {
		return err
	}
	shown := strings.NewReplacer("\u00a0", "⍽", "\u202f", "⍽")
	for _, c := range typography.Changes(b) {
		fmt.Fprintf(out, "%s: %s: %s → %s\n", c.Pos, c.Rule, shown.Replace(c.Before), shown.Replace(c.After))
	}
	return nil
}

func (p *program) dumpGalley(out io.Writer, src *source, b *book.Book) error {
	family, err := src.faces.family(fonts.Default)
	if err != nil {
		return err
	}
	spec, err := pageDesign(src.manifest.PDF, src.manifest.Study)
	if err != nil {
		return err
	}
	return layout.DumpGalley(out, b, layout.Options{Spec: spec, Fonts: family})
}

func (p *program) dumpPages(out io.Writer, src *source, b *book.Book) error {
	family, err := src.faces.family(fonts.Default)
	if err != nil {
		return err
	}
	doc, err := p.layOut(src, b, family)
	if err != nil {
		return err
	}
	return doc.Dump(out)
}

// dumpText prints a stage of the assembled book as text.
func dumpText(out io.Writer, b *book.Book, stage string) error {
	switch stage {
	case "book":
		return dumpChapters(out, b)
	case "notes":
		for _, c := range b.Chapters() {
			for _, n := range c.Notes {
				fmt.Fprintf(out, "note %s %d in %s, called at %s\n", n.ID, n.Number, c.ID, strings.Join(n.Refs, " "))
				if err := book.DumpBlocks(out, n.Blocks); err != nil {
					return err
				}
				dumpTies(out, n)
			}
		}
	case "bibliography":
		return book.DumpBibliography(out, b)
	case "index":
		for _, group := range groupsOf(b) {
			fmt.Fprintf(out, "== %s\n", group.Letter)
			dumpIndex(out, group.Entries, "")
		}
	default:
		panic("publish: unknown stage " + stage)
	}
	return nil
}

// dumpTies prints what became of the short citations of a note.
func dumpTies(out io.Writer, n *book.Note) {
	for _, tie := range n.Ties {
		fmt.Fprintf(out, "  tied %q", tie.Was)
		if tie.Now != "" {
			fmt.Fprintf(out, " as %q", tie.Now)
		}
		if tie.Target != "" {
			fmt.Fprintf(out, " to %s", tie.Target)
		}
		fmt.Fprintln(out)
	}
}

// dumpChapters prints parts and chapters with their blocks.
func dumpChapters(out io.Writer, b *book.Book) error {
	fmt.Fprintf(out, "title %s\nidentifier %s\nlanguage %s\n", b.Meta.Title, b.Meta.Identifier, b.Meta.Language)
	parts := map[*book.Chapter]*book.Part{}
	for _, part := range b.Parts {
		if part.Title != "" && len(part.Chapters) > 0 {
			parts[part.Chapters[0]] = part
		}
	}
	for _, c := range b.Chapters() {
		if part := parts[c]; part != nil {
			fmt.Fprintf(out, "part %s %d %s\n", part.ID, part.Number, part.Title)
		}
		fmt.Fprintf(out, "chapter %s %d %s\n", c.ID, c.Number, book.PlainText(c.Title))
		if err := book.DumpBlocks(out, c.Blocks); err != nil {
			return err
		}
		if len(c.Questions) > 0 {
			fmt.Fprintln(out, "questions")
			if err := book.DumpBlocks(out, c.Questions); err != nil {
				return err
			}
		}
		for _, ref := range c.SeeAlso {
			fmt.Fprintf(out, "see also %s %s\n", ref.Target, book.PlainText(ref.Inlines))
		}
	}
	for _, a := range b.Addresses {
		fmt.Fprintf(out, "address %d #%s %s\n", a.Number, a.ID, a.URL)
	}
	return nil
}

func dumpIndex(out io.Writer, list []*book.IndexEntry, indent string) {
	for _, e := range list {
		fmt.Fprintf(out, "%s%s", indent, book.PlainText(e.Heading))
		for _, l := range e.Locators {
			fmt.Fprintf(out, " [%s]", strings.TrimSuffix(l.From+"–"+l.To, "–"))
		}
		for _, ref := range e.See {
			fmt.Fprintf(out, "; see %s", book.PlainText(ref.Heading))
		}
		for _, ref := range e.SeeAlso {
			fmt.Fprintf(out, "; see also %s", book.PlainText(ref.Heading))
		}
		if len(e.Why) > 0 {
			fmt.Fprintf(out, " | %s", strings.Join(e.Why, ", "))
		}
		fmt.Fprintln(out)
		dumpIndex(out, e.Sub, indent+"  ")
	}
}

func groupsOf(b *book.Book) []book.IndexGroup {
	if b.Index == nil {
		return nil
	}
	return b.Index.Groups
}

func idsOf(chapters []*book.Chapter) []string {
	var ids []string
	for _, c := range chapters {
		ids = append(ids, c.ID)
	}
	return ids
}
