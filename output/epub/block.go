package epub

import (
	"fmt"
	"strconv"

	"publish/book"
)

// blocks writes blocks one after the other.
func (e *edition) blocks(m *markup, list []book.Block) {
	for _, b := range list {
		e.block(m, b)
	}
}

// block writes one block and a line end.
func (e *edition) block(m *markup, b book.Block) {
	e.numbered(b)
	switch b := b.(type) {
	case *book.Paragraph:
		m.raw(`<p`)
		e.direct(m, b.Inlines)
		m.raw(`>`)
		e.paragraphNumber(m)
		e.inlines(m, b.Inlines)
		m.raw("</p>\n")
	case *book.Heading:
		e.heading(m, b)
	case *book.Quote:
		m.raw("<blockquote>\n")
		e.blocks(m, b.Blocks)
		m.raw("</blockquote>\n")
	case *book.List:
		e.list(m, b)
	case *book.DefinitionList:
		e.definitions(m, b)
	case *book.Verse:
		e.verse(m, b)
	case *book.Verbatim:
		m.raw(`<pre>`)
		e.paragraphNumber(m)
		from := len(m.buf)
		m.text(b.Text)
		e.breakPages(m, from, b)
		m.raw("</pre>\n")
	case *book.Table:
		e.table(m, b)
	case *book.Figure:
		e.figure(m, b)
	case *book.Break:
		e.pageBreaks(m, b, betweenBlocks)
		m.raw("<hr/>\n")
	default:
		panic(fmt.Sprintf("epub: unknown block %T", b))
	}
}

// heading writes the heading of a section. HTML has six levels.
func (e *edition) heading(m *markup, h *book.Heading) {
	if len(h.Inlines) > 0 {
		e.pageBreaks(m, h.Inlines[0], betweenBlocks)
	}
	level := min(h.Level, 6)
	m.raw(`<h`)
	m.number(level)
	m.id(h.ID)
	e.direct(m, h.Inlines)
	m.raw(`>`)
	e.inlines(m, h.Inlines)
	m.raw(`</h`)
	m.number(level)
	m.raw(">\n")
}

func (e *edition) list(m *markup, l *book.List) {
	tag := "ul"
	if l.Ordered {
		tag = "ol"
	}
	m.raw("<" + tag)
	if l.Ordered && l.Style != book.Decimal {
		m.raw(` type="` + l.Style.String() + `"`)
	}
	if l.Ordered && l.Start != 1 {
		m.raw(` start="`)
		m.number(l.Start)
		m.raw(`"`)
	}
	if !l.Tight {
		m.raw(` class="loose"`)
	}
	m.raw(">\n")
	for i, item := range l.Items {
		box := item.Task.Box()
		if box != "" {
			m.raw(`<li class="task">`)
		} else {
			m.raw(`<li>`)
		}
		e.numbered(&l.Items[i])
		e.paragraphNumber(m)
		if box != "" {
			m.raw(`<span class="box">` + box + `</span> `)
		}
		e.inner(m, item.Blocks)
		m.raw("</li>\n")
	}
	m.raw("</" + tag + ">\n")
}

// inner writes the blocks of an item or cell; a first paragraph needs no element
// of its own when no other follows it.
func (e *edition) inner(m *markup, list []book.Block) {
	if len(list) > 0 {
		if p, ok := list[0].(*book.Paragraph); ok && !hasParagraph(list[1:]) {
			e.inlines(m, p.Inlines)
			list = list[1:]
		}
	}
	if len(list) > 0 {
		m.raw("\n")
	}
	e.blocks(m, list)
}

func hasParagraph(list []book.Block) bool {
	for _, b := range list {
		if _, ok := b.(*book.Paragraph); ok {
			return true
		}
	}
	return false
}

func (e *edition) definitions(m *markup, l *book.DefinitionList) {
	m.raw("<dl>\n")
	for i, item := range l.Items {
		m.raw(`<dt>`)
		e.numbered(&l.Items[i])
		e.paragraphNumber(m)
		e.inlines(m, item.Term)
		m.raw("</dt>\n<dd>")
		e.inner(m, item.Blocks)
		m.raw("</dd>\n")
	}
	m.raw("</dl>\n")
}

// verse writes a poem: a paragraph for each stanza, a span and a break for each
// line, so that lines stay apart even without the style sheet.
func (e *edition) verse(m *markup, v *book.Verse) {
	m.raw("<div class=\"verse\">\n")
	open := false
	for _, line := range v.Lines {
		if len(line.Inlines) == 0 {
			if open {
				m.raw("</p>\n")
			}
			open = false
			continue
		}
		if open {
			m.raw("<br/>\n")
		} else {
			m.raw("<p>")
		}
		e.paragraphNumber(m)
		open = true
		e.verseLine(m, line)
	}
	if open {
		m.raw("</p>\n")
	}
	m.raw("</div>\n")
}

// deepest is the greatest indent that the style sheet has a class for.
const deepest = 9

func (e *edition) verseLine(m *markup, line book.VerseLine) {
	m.raw(`<span`)
	if line.Indent > 0 {
		m.raw(` class="in`)
		m.number(min(line.Indent, deepest))
		m.raw(`"`)
	}
	m.raw(`>`)
	e.inlines(m, line.Inlines)
	m.raw(`</span>`)
}

// figure writes a picture that stands by itself. Where the source says nothing
// of the picture, its caption does.
func (e *edition) figure(m *markup, f *book.Figure) {
	alt := f.Alt
	if alt == "" {
		alt = book.PlainText(f.Caption)
	}
	e.pageBreaks(m, f, betweenBlocks)
	m.raw(`<figure>`)
	e.picture(m, f.Pos, f.Source, alt, f.Size, "")
	if len(f.Caption) > 0 {
		m.raw("\n<figcaption>")
		e.inlines(m, f.Caption)
		m.raw(`</figcaption>`)
	}
	m.raw("</figure>\n")
}

// picture writes the element of a picture. An empty alt says that the picture
// adds nothing to the text; the summary of accessibility tells how many there
// are.
func (e *edition) picture(m *markup, pos book.Pos, source, alt string, size book.PictureSize, class string) {
	name, ok := e.pictures[source]
	if !ok {
		e.fail(pos, "picture %q is not in the book", source)
		return
	}
	m.raw(`<img`)
	if class != "" {
		m.attr("class", class)
	}
	m.attr("src", "../images/"+name)
	m.attr("alt", alt)
	if width := e.pictureWidth(source, size); width != "" && class == "" {
		m.attr("style", "width: "+width)
	}
	m.raw(`/>`)
}

// pictureWidth returns the width that the text asks for a picture as CSS has it, ""
// for none. Pixels are of letters' sizes, so that a picture grows with the text.
func (e *edition) pictureWidth(source string, size book.PictureSize) string {
	if size.Share > 0 {
		return strconv.Itoa(min(size.Share, 100)) + "%"
	}
	p := e.Pictures[source]
	if p == nil {
		return ""
	}
	pixels := size.In(p)
	if pixels == 0 {
		return ""
	}
	return strconv.FormatFloat(float64(pixels)/16, 'f', -1, 64) + "em"
}
