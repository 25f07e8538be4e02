package layout

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"publish/book"
	"publish/book/terms"
)

// Dump writes the document as text, for reading and for tests: each page with its
// number from 1, its folio and size, then its items in reading order. Lengths are
// points from the upper left corner: of a line x and y of its first letter's
// origin, of other items x, y, width and height. The text of furniture stands
// after an asterisk.
func (d *Document) Dump(w io.Writer) error {
	out := bufio.NewWriter(w)
	for i, page := range d.Pages {
		fmt.Fprintf(out, "page %d folio %s size %s %s\n", i+1, page.Folio, page.Width, page.Height)
		for _, item := range page.Items {
			dumpItem(out, item)
		}
	}
	return out.Flush()
}

func dumpItem(out *bufio.Writer, item Item) {
	switch item := item.(type) {
	case *Line:
		if len(item.Words) == 0 {
			return
		}
		mark := " "
		if item.Words[0].Element == nil {
			mark = "*"
		}
		fmt.Fprintf(out, "%8s %8s %s%s\n", item.Words[0].X, item.Y, mark, lineText(item.Words))
	case *Rule:
		fmt.Fprintf(out, "%8s %8s rule %s %s\n", item.X, item.Y, item.Width, item.Height)
	case *Picture:
		fmt.Fprintf(out, "%8s %8s picture %s %s %s\n", item.X, item.Y, item.Width, item.Height, item.Name)
	case *Drawing:
		fmt.Fprintf(out, "%8s %8s drawing %s %s of %d boxes\n", item.X, item.Y, item.Width, item.Height, len(item.Boxes))
	case *LinkArea:
		fmt.Fprintf(out, "%8s %8s link %s %s %s%s\n", item.X, item.Y, item.Width, item.Height, item.Target, item.URI)
	default:
		panic(fmt.Sprintf("layout: unknown item %T", item))
	}
}

// lineText returns the words of a line as copied text has them, but for a hyphen
// that is not in the text: that shows.
func lineText(words []Word) string {
	var b strings.Builder
	for _, w := range words {
		if w.Space {
			b.WriteByte(' ')
		}
		b.WriteString(w.Run.Text)
	}
	return b.String()
}

// DumpGalley writes the galley of every chapter as text: each paragraph with its
// best breaks, a line of the book on a line of its own, before pages are made. In
// front of the text stand its x and its width in points. A solid, which no page
// may divide, has its height in leadings.
func DumpGalley(w io.Writer, b *book.Book, opt Options) error {
	out := bufio.NewWriter(w)
	s := newShaper(opt.Fonts, opt.Spec.typography(b))
	c := newComposer(s, b, &opt.Spec)
	for _, ch := range b.Chapters() {
		g := newGalley(c, &opt.Spec, opt.Spec.Text)
		root := g.root(&Element{Role: "Sect"})
		g.leadIn(ch.Blocks, root)
		g.seeAlso(ch, root, terms.For(b.Meta.Language), b.InsideLinks)
		fmt.Fprintf(out, "galley %s\n", ch.ID)
		for i := range g.units {
			g.dumpUnit(out, &g.units[i])
		}
	}
	return out.Flush()
}

func (g *galley) dumpUnit(out *bufio.Writer, u *unit) {
	if u.solid != nil {
		fmt.Fprintf(out, "solid %d/%d\n", u.solid.height, stepsPerLine)
		for _, l := range u.solid.lines {
			dumpLine(out, &l.line)
		}
		for _, p := range u.solid.pictures {
			fmt.Fprintf(out, "%8s %8s picture %s\n", p.X, p.Width, p.Name)
		}
		return
	}
	fmt.Fprintf(out, "paragraph %d lines\n", u.lines(0))
	lines := g.lines(u.paragraph, &u.variants[0])
	for i := range lines {
		dumpLine(out, &lines[i])
	}
}

func dumpLine(out *bufio.Writer, l *composedLine) {
	if len(l.words) > 0 {
		x := l.words[0].X
		fmt.Fprintf(out, "%8s %8s  %s\n", x, l.right-x, lineText(l.words))
	}
}
