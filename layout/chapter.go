package layout

import (
	"strconv"

	"publish/book"
	"publish/book/terms"
)

// section is a run of sheets that belong together and the outline entry that
// leads to it.
type section struct {
	// sheets by the side that the first one lies on; the same for both where a
	// section opens on a recto in any case.
	sheets  [2][]*sheet
	element *Element
	diags   book.Diags
}

// chapterJob is all that setting one chapter needs.
type chapterJob struct {
	chapter    *book.Chapter
	spec       *Spec
	bookTitle  string
	place      book.NotePlace
	inside     book.InsideLinks
	pages      *pageRefs
	words      *terms.Terms
	numbers    numbering
	paragraphs book.ParagraphNumbers
	study      book.StudyAids
}

// setChapter sets a chapter: opening, text, cross-references, and its notes when
// they stand at its end.
func setChapter(c *composer, job chapterJob) *section {
	ch := job.chapter
	sec := &section{element: &Element{Role: "Sect", Title: book.PlainText(ch.Title)}}
	g := newGalley(c, job.spec, job.spec.Text)
	opening := g.opening(ch, sec.element)
	root := g.root(sec.element)
	g.refs, g.numbers, g.counted = job.pages, job.paragraphs, job.spec.LineNumbers > 0
	g.leadIn(ch.Blocks, root)
	g.refs, g.counted = nil, false
	g.seeAlso(ch, root, job.words, job.inside)
	switch {
	case len(ch.Notes) == 0:
	case job.place == book.NotesChapter:
		g.chapterNotes(ch, root, job.words)
	case job.place == book.NotesFoot:
		g.foot = newGalley(c, job.spec, job.spec.Notes).footnotes(ch, sec.element.Add("Sect"))
	}
	g.questions(ch, root, job.words, job.pages)
	head := heads{verso: job.bookTitle, recto: ch.Short}
	if ch.Number == 0 {
		head.verso = ch.Short
	}
	for s := verso; s <= recto; s++ {
		if job.spec.OpenRecto && s == verso {
			continue
		}
		sheets := g.pages(s, opening.height, job.spec.Lines)
		if len(sheets) == 0 {
			sheets = []*sheet{{}}
		}
		opening.crown(sheets[0], job.spec.Head)
		sheets = append(sheets, g.notePages(&job, sec.element)...)
		for _, sh := range sheets {
			sh.head, sh.numbers = head, job.numbers
		}
		sec.sheets[s] = sheets
	}
	if job.spec.OpenRecto {
		sec.sheets[verso] = sec.sheets[recto]
	}
	sec.diags = c.diags
	c.diags = nil
	return sec
}

// opening is the head of a chapter's first page.
type opening struct {
	solid  *solid
	height int // steps down to the first line of text
	at     any // what it opens
}

// crown sets the opening at the top of a sheet, before what stands there already.
func (o opening) crown(s *sheet, top Length) {
	first := &sheet{}
	first.placeSolid(o.solid, top)
	s.items = append(first.items, s.items...)
	s.places = append(first.places, s.places...)
	s.opening = true
	s.start = begin{at: o.at}
}

// opening sets number and title of a chapter, ragged, in the sink.
func (g *galley) opening(ch *book.Chapter, e *Element) opening {
	number := ""
	if ch.Number > 0 {
		number = strconv.Itoa(ch.Number)
	}
	o := g.openingOf(number, ch.Title, ch.ID, e)
	o.at = ch
	return o
}

func (g *galley) openingOf(number string, title []book.Inline, id string, e *Element) opening {
	s := &solid{}
	leading := g.text.Leading
	h1 := e.Add("H1")
	y := leading * 3
	if number != "" {
		style := roman(g.spec.Display(16), g.lang).heading()
		p := g.compose(plainText(number), block{style: style, align: ragged, measure: g.width, element: h1})
		s.add(g.composer, p, y, leading)
		y += leading / 2
	}
	style := roman(g.spec.Display(20), g.lang).heading().italic()
	step, kids := g.spec.titleLeading(), len(h1.Kids)
	var p *paragraph
	for range titleSizes {
		h1.Kids = h1.Kids[:kids]
		p = g.compose(title, block{style: style, align: ragged, measure: g.width.Scale(9, 10), element: h1, whole: true, anchor: id})
		if y+step*Length(len(g.raggedBreaks(p))+2) <= g.spec.Depth()*2/3 {
			break
		}
		style.size, step = style.size.Scale(3, 4), step.Scale(3, 4)
	}
	g.balance(p)
	y = s.add(g.composer, p, y+leading*2, step)
	height := int((y+leading*2)/leading) + 1
	return opening{s, max(height, g.spec.Sink) * stepsPerLine, book.Section(id)}
}

// titleSizes is how many sizes are tried, each three quarters of the one before, for
// a title that would fill the page of its chapter.
const titleSizes = 6

// add sets a paragraph in a solid, the first baseline at y, and returns where the
// last one lies. A word space parts it from a paragraph of the same element before
// it, such as the number from the title of a heading.
func (s *solid) add(c *composer, p *paragraph, y, leading Length) Length {
	v := c.variants(p)[0]
	for i, l := range c.lines(p, &v) {
		if i > 0 {
			y += leading
		} else if n := len(s.lines); n > 0 && len(l.words) > 0 && s.lines[n-1].line.endsIn(l.words[0].Element) {
			l.words[0].Space = true
		}
		s.lines = append(s.lines, solidLine{y, l})
	}
	return y
}

// endsIn reports whether the last word of a line is of an element.
func (l *composedLine) endsIn(e *Element) bool {
	return e != nil && len(l.words) > 0 && l.words[len(l.words)-1].Element == e
}

// leadWords is how many words of a chapter's first paragraph stand in small
// capitals.
const leadWords = 3

// leadIn sets the blocks, the first words of a first paragraph in small capitals.
func (g *galley) leadIn(blocks []book.Block, n nest) {
	if len(blocks) == 0 {
		return
	}
	first, ok := blocks[0].(*book.Paragraph)
	if !ok || !startsWithWords(first) {
		g.blocks(blocks, n)
		return
	}
	g.numbered(first)
	p := g.compose(first.Inlines, block{style: n.style, measure: g.width, element: n.element.Add("P"), abbreviations: g.abbr, lead: leadWords, pages: g.refs})
	g.push(p, unit{})
	g.plain = false
	g.blocks(blocks[1:], n)
}

// startsWithWords reports whether a paragraph is prose long enough for small
// capitals at its start: a lone line with a link or a picture is not.
func startsWithWords(p *book.Paragraph) bool {
	_, picture := lonePicture(p)
	return !picture && len(book.PlainText(p.Inlines)) > 120
}

// seeAlso sets the cross-references of a chapter to others, with their pages if
// links inside the book show them.
func (g *galley) seeAlso(ch *book.Chapter, n nest, w *terms.Terms, inside book.InsideLinks) {
	if len(ch.SeeAlso) == 0 {
		return
	}
	inlines := []book.Inline{&book.Emphasis{Inlines: plainText(w.Capital(terms.SeeAlso))}, &book.Text{Value: " "}}
	for i, ref := range ch.SeeAlso {
		if i > 0 {
			inlines = append(inlines, &book.Text{Value: "; "})
		}
		inlines = append(inlines, ref)
		if inside == book.InsidePage {
			inlines = append(inlines, &book.PageRef{Pos: ref.Pos, Target: ref.Target, Before: " (" + w.Word(terms.PageShort) + "\u00a0", After: ")"})
		}
	}
	inlines = append(inlines, &book.Text{Value: "."})
	p := g.compose(inlines, block{style: n.style, align: ragged, measure: g.width - g.text.Size*2, indent: g.text.Size,
		first: -g.text.Size, element: n.element.Add("P")})
	g.push(p, unit{before: stepsPerLine, whole: true, at: ch.SeeAlso[0]})
}
