package book

import (
	"bufio"
	"fmt"
	"io"
	"sort"
	"strings"
)

// DumpArticle writes an article as text, one block a line, for reading and for
// tests. Each line starts with the place in the source; blocks inside others are
// indented. Running text is written in a notation of its own:
//
//	/emphasis/  *strong*  -strike-  ^{raised}  _{lowered}  sc{small caps}
//	`code`  |  (line break)  [^label]  (call of a note)
//	[[target#section|text]]  [text](URL)  <URL>  (bare address)
//	{lang:text}  img(source: text)  {ref id|text}  {#id}  (anchor)
//
// The form is meant for people and goldens; it cannot be read back.
func DumpArticle(w io.Writer, a *Article) error {
	d := &dumper{w: bufio.NewWriter(w)}
	d.printf("article %s\ntitle %s\nheading %s\n", a.Name, a.Title, dumpInlines(a.Heading))
	if r := a.Redirect; r != nil {
		d.printf("redirect %s\n", joinSection(r.Target, r.Fragment))
	}
	for _, key := range sortedKeys(a.Front) {
		d.printf("front %s: %s\n", key, a.Front[key])
	}
	d.blocks(0, a.Blocks)
	for _, n := range a.Notes {
		d.printf("%s note %s\n", place(n.Pos), n.Label)
		d.blocks(1, n.Blocks)
	}
	for _, name := range a.Categories {
		d.printf("category %s\n", name)
	}
	for _, x := range a.Dropped {
		d.printf("%s dropped %s: %s\n", place(x.Pos), x.Class, x.Text)
	}
	return d.w.Flush()
}

// DumpBlocks writes blocks in the notation of [DumpArticle].
func DumpBlocks(w io.Writer, blocks []Block) error {
	d := &dumper{w: bufio.NewWriter(w)}
	d.blocks(0, blocks)
	return d.w.Flush()
}

type dumper struct {
	w *bufio.Writer
}

func (d *dumper) printf(format string, args ...any) {
	fmt.Fprintf(d.w, format, args...) // Flush reports the first error
}

// line writes one line about a block at a depth of nesting.
func (d *dumper) line(depth int, p Pos, format string, args ...any) {
	d.printf("%s %s", place(p), strings.Repeat("  ", depth))
	d.printf(format+"\n", args...)
}

func place(p Pos) string { return fmt.Sprintf("%d:%d", p.Line, p.Col) }

func (d *dumper) blocks(depth int, blocks []Block) {
	for _, b := range blocks {
		d.block(depth, b)
	}
}

func (d *dumper) block(depth int, b Block) {
	switch b := b.(type) {
	case *Paragraph:
		d.line(depth, b.Pos, "p %s", dumpInlines(b.Inlines))
	case *Heading:
		id := ""
		if b.ID != "" {
			id = " #" + b.ID
		}
		d.line(depth, b.Pos, "h%d%s %s", b.Level, id, dumpInlines(b.Inlines))
	case *Quote:
		d.line(depth, b.Pos, "quote")
		d.blocks(depth+1, b.Blocks)
	case *List:
		d.list(depth, b)
	case *DefinitionList:
		d.line(depth, b.Pos, "definitions")
		for _, item := range b.Items {
			d.line(depth+1, item.Pos, "term %s", dumpInlines(item.Term))
			d.blocks(depth+2, item.Blocks)
		}
	case *Verse:
		d.line(depth, b.Pos, "verse")
		for _, l := range b.Lines {
			d.line(depth+1, l.Pos, "%s%s", strings.Repeat("> ", l.Indent), dumpInlines(l.Inlines))
		}
	case *Verbatim:
		d.line(depth, b.Pos, "verbatim %s", b.Language)
		for _, l := range strings.Split(b.Text, "\n") {
			d.printf("  | %s\n", l)
		}
	case *Table:
		d.table(depth, b)
	case *Figure:
		d.line(depth, b.Pos, "figure %s%s alt=%q %s", b.Source, dumpSize(b.Size), b.Alt, dumpInlines(b.Caption))
	case *Break:
		d.line(depth, b.Pos, "break")
	}
}

func (d *dumper) list(depth int, b *List) {
	kind := "list"
	if b.Ordered {
		kind = fmt.Sprintf("list from %d", b.Start)
		if b.Style != Decimal {
			kind = "list from " + strings.TrimSuffix(b.Label(0), ".")
		}
	}
	if b.Tight {
		kind += " tight"
	}
	d.line(depth, b.Pos, "%s", kind)
	for _, item := range b.Items {
		d.line(depth+1, item.Pos, "item%s", item.Task.Box())
		d.blocks(depth+2, item.Blocks)
	}
}

func (d *dumper) table(depth int, b *Table) {
	d.line(depth, b.Pos, "table %s %s", dumpAlign(b.Align), dumpInlines(b.Caption))
	for i, rows := range [][]Row{b.Head, b.Body} {
		kind := [...]string{"head", "row"}[i]
		for _, row := range rows {
			d.line(depth+1, row.Pos, "%s", kind)
			for _, cell := range row.Cells {
				d.line(depth+2, cell.Pos, "%s", dumpCell(cell))
				d.blocks(depth+3, cell.Blocks)
			}
		}
	}
}

// dumpAlign writes the alignment of columns as letters.
func dumpAlign(columns []Align) string {
	var b strings.Builder
	for _, a := range columns {
		b.WriteByte("dlcr"[a])
	}
	return b.String()
}

func dumpCell(c Cell) string {
	kind := "cell"
	if c.Header {
		kind = "header cell"
	}
	if c.ColSpan > 1 || c.RowSpan > 1 {
		kind += fmt.Sprintf(" %dx%d", c.ColSpan, c.RowSpan)
	}
	return kind
}

func dumpInlines(inlines []Inline) string {
	var b strings.Builder
	for _, in := range inlines {
		dumpInline(&b, in)
	}
	return b.String()
}

func dumpInline(b *strings.Builder, in Inline) {
	inner := dumpInlines(Children(in))
	switch in := in.(type) {
	case *Text:
		b.WriteString(in.Value)
	case *Emphasis:
		fmt.Fprintf(b, "/%s/", inner)
	case *Strong:
		fmt.Fprintf(b, "*%s*", inner)
	case *Strike:
		fmt.Fprintf(b, "-%s-", inner)
	case *Superscript:
		fmt.Fprintf(b, "^{%s}", inner)
	case *Subscript:
		fmt.Fprintf(b, "_{%s}", inner)
	case *SmallCaps:
		fmt.Fprintf(b, "sc{%s}", inner)
	case *CodeSpan:
		fmt.Fprintf(b, "`%s`", in.Value)
	case *LineBreak:
		b.WriteString(" | ")
	case *Link:
		if in.Bare {
			fmt.Fprintf(b, "<%s>", in.URL)
			break
		}
		fmt.Fprintf(b, "[%s](%s)", inner, in.URL)
	case *WikiLink:
		fmt.Fprintf(b, "[[%s|%s]]", joinSection(in.Target, in.Fragment), inner)
	case *CrossRef:
		fmt.Fprintf(b, "{ref %s|%s}", in.Target, inner)
	case *PageRef:
		fmt.Fprintf(b, "{page %s%s%s}", in.Before, in.Target, in.After)
	case *NoteRef:
		switch {
		case in.Address:
			fmt.Fprintf(b, "[^[%d]]", in.Number)
		case in.Number > 0:
			fmt.Fprintf(b, "[^%d]", in.Number)
		default:
			fmt.Fprintf(b, "[^%s]", in.Label)
		}
	case *Anchor:
		fmt.Fprintf(b, "{#%s}", in.ID)
	case *Span:
		fmt.Fprintf(b, "{%s:%s}", in.Lang, inner)
	case *Image:
		fmt.Fprintf(b, "img(%s%s: %s)", in.Source, dumpSize(in.Size), in.Alt)
	}
}

func joinSection(target, fragment string) string {
	if fragment == "" {
		return target
	}
	return target + "#" + fragment
}

func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// dumpSize shows the size that a text asks for a picture after its name.
func dumpSize(s PictureSize) string {
	if s == (PictureSize{}) {
		return ""
	}
	return " " + s.String()
}
