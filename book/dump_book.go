package book

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// DumpBook writes the chapters of a book in reading order, each block in the
// notation of [DumpArticle], without notes, bibliography and index.
func DumpBook(w io.Writer, b *Book) error {
	d := &dumper{w: bufio.NewWriter(w)}
	d.printf("book %s\n", b.Meta.Title)
	for _, c := range b.Front {
		d.chapter(c)
	}
	for _, p := range b.Parts {
		if p.Title != "" {
			d.printf("part %d #%s %s\n", p.Number, p.ID, p.Title)
		}
		for _, c := range p.Chapters {
			d.chapter(c)
		}
	}
	for _, c := range b.Back {
		d.chapter(c)
	}
	for _, s := range b.Sources {
		d.printf("source %s: %s %s\n", s.Chapter.ID, s.Title, s.URL)
	}
	for _, x := range b.Dropped {
		d.printf("%s dropped %s: %s\n", x.Pos, x.Class, x.Text)
	}
	return d.w.Flush()
}

func (d *dumper) chapter(c *Chapter) {
	d.printf("chapter %d #%s %s\n", c.Number, c.ID, dumpInlines(c.Title))
	d.printf("short %s\nwords %d\n", c.Short, c.Words)
	d.blocks(0, c.Blocks)
	if len(c.Questions) > 0 {
		d.printf("questions\n")
		d.blocks(1, c.Questions)
	}
	for _, ref := range c.SeeAlso {
		d.printf("see also #%s %s\n", ref.Target, dumpInlines(ref.Inlines))
	}
}

// DumpNotes writes the notes of every chapter with the calls that lead to them.
func DumpNotes(w io.Writer, b *Book) error {
	d := &dumper{w: bufio.NewWriter(w)}
	for _, c := range b.Chapters() {
		if len(c.Notes) == 0 {
			continue
		}
		d.printf("chapter %d #%s %s\n", c.Number, c.ID, dumpInlines(c.Title))
		for _, n := range c.Notes {
			d.printf("note %d #%s from %s\n", n.Number, n.ID, strings.Join(n.Refs, " "))
			d.blocks(1, n.Blocks)
		}
	}
	return d.w.Flush()
}

// DumpBibliography writes the entries of the bibliography, each behind its key, with what
// was understood of it and the chapters that recommend it; and those of the works cited,
// under a heading.
func DumpBibliography(w io.Writer, b *Book) error {
	d := &dumper{w: bufio.NewWriter(w)}
	if b.Bibliography != nil {
		for _, e := range b.Bibliography.Entries {
			d.entry(e)
		}
	}
	if b.Cited != nil {
		d.printf("== works cited\n")
		for _, e := range b.Cited.Entries {
			d.entry(e)
		}
	}
	return d.w.Flush()
}

func (d *dumper) entry(e *Entry) {
	d.printf("%s\n", strings.TrimSpace(e.Key+" "+dumpInlines(e.Text)))
	for _, f := range e.Work.Fields() {
		d.printf("  %s: %s\n", f.Name, f.Value)
	}
	var chapters []string
	for _, c := range e.In {
		chapters = append(chapters, c.ID)
	}
	if len(chapters) > 0 {
		d.printf("  chapters: %s\n", strings.Join(chapters, " "))
	}
	for _, p := range e.Merged {
		d.printf("  merged: %s\n", p)
	}
}

// DumpIndex writes the index with the places that its locators lead to.
func DumpIndex(w io.Writer, b *Book) error {
	d := &dumper{w: bufio.NewWriter(w)}
	if b.Index != nil {
		for _, g := range b.Index.Groups {
			d.printf("[%s]\n", g.Letter)
			for _, e := range g.Entries {
				d.indexEntry(0, e)
			}
		}
	}
	return d.w.Flush()
}

func (d *dumper) indexEntry(depth int, e *IndexEntry) {
	d.printf("%s%s", strings.Repeat("  ", depth), dumpInlines(e.Heading))
	for _, l := range e.Locators {
		d.printf(", %s", dumpLocator(l))
	}
	dumpRefs := func(word string, refs []IndexRef) {
		for _, ref := range refs {
			d.printf(". %s %s", word, dumpInlines(ref.Heading))
		}
	}
	dumpRefs("See", e.See)
	dumpRefs("See also", e.SeeAlso)
	d.printf("\n")
	for _, sub := range e.Sub {
		d.indexEntry(depth+1, sub)
	}
}

func dumpLocator(l Locator) string {
	s := fmt.Sprintf("%d#%s", l.Chapter.Number, l.From)
	if l.To != "" {
		s += "-#" + l.To
	}
	if l.Note != 0 {
		s += fmt.Sprintf("n%d", l.Note)
	}
	if l.Principal {
		s += "*"
	}
	return s
}
