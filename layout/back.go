package layout

import (
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"publish/book"
	"publish/book/terms"
)

// The IDs of the sections that the layout adds to the book.
const (
	NotesID        = string(book.NotesSection)
	BibliographyID = string(book.BibliographySection)
	CitedID        = string(book.CitedSection)
	AddressesID    = string(book.AddressesSection)
	SourcesID      = string(book.SourcesSection)
	IndexID        = string(book.IndexSection)
	ContentsID     = string(book.ContentsSection)
)

// bindBack adds notes, bibliography and sources.
func (b *binder) bindBack(set chapterSets, root *Element) {
	if b.book.NotePlace == book.NotesBook {
		b.bindNotes(set, root)
	}
	b.bindWorks(b.book.Bibliography, b.words.Word(terms.Bibliography), BibliographyID, root)
	b.bindWorks(b.book.Cited, b.words.Word(terms.WorksCited), CitedID, root)
	b.bindAddresses(root)
	if len(b.book.Sources) > 0 {
		sect := root.section(b.words.Word(terms.Sources))
		g := newGalley(b.composer, b.spec, b.spec.Bibliography)
		open := newGalley(b.composer, b.spec, b.spec.Text).openingOf("", plainText(b.words.Word(terms.Sources)), SourcesID, sect)
		g.sources(b.book.Sources, sect)
		b.addGalley(g, open, b.words.Word(terms.Sources))
	}
}

// bindColophon adds the colophon on the last verso.
func (b *binder) bindColophon(root *Element) {
	b.padBody(verso)
	b.body = append(b.body, b.colophon(root.section(b.words.Word(terms.Colophon))))
}

// bindWorks adds a list of works under its title.
func (b *binder) bindWorks(list *book.Bibliography, title, id string, root *Element) {
	if list == nil || len(list.Entries) == 0 {
		return
	}
	sect := root.section(title)
	open := newGalley(b.composer, b.spec, b.spec.Text).openingOf("", plainText(title), id, sect)
	b.addGalley(bibliographyGalley(b.composer, b.spec, list, b.words, sect), open, title)
}

// addGalley makes pages of a galley of the back matter and adds them.
func (b *binder) addGalley(g *galley, open opening, title string) {
	if b.spec.OpenRecto {
		b.padBody(recto)
	}
	from := len(b.body)
	lines := int(b.spec.Depth() / g.text.Leading)
	// The sink is in steps of the text; the galley may have smaller ones.
	sink := int((Length(open.height)*b.spec.Text.Leading + g.text.Leading - 1) / g.text.Leading)
	sink = (sink + stepsPerLine - 1) / stepsPerLine * stepsPerLine
	sheets := g.pages(nextSide(b.body), sink, lines)
	if len(sheets) == 0 {
		return
	}
	open.crown(sheets[0], b.spec.Head)
	for _, s := range sheets {
		s.head = heads{verso: title, recto: title}
		s.numbers = arabicFolio
	}
	b.body = append(b.body, sheets...)
	b.locate(b.body, false, from)
}

// bindNotes adds the notes of all chapters, headed by the pages of their calls.
func (b *binder) bindNotes(set chapterSets, root *Element) {
	sect := root.section(b.words.Word(terms.Notes))
	g := newGalley(b.composer, b.spec, b.spec.Notes)
	open := newGalley(b.composer, b.spec, b.spec.Text).openingOf("", plainText(b.words.Word(terms.Notes)), NotesID, sect)
	for _, ch := range b.book.Chapters() {
		if n := set[ch].notes; len(n.units) > 0 {
			n.units[0].before = max(n.units[0].before, stepsPerLine)
			g.units = append(g.units, n.units...)
			adopt(sect, topElement(n.units[0].paragraph.element))
		}
	}
	if len(g.units) == 0 {
		root.Kids = root.Kids[:len(root.Kids)-1]
		return
	}
	from := len(b.body)
	b.addGalley(g, open, b.words.Word(terms.Notes))
	b.headNotes(b.body[from:])
}

func topElement(e *Element) *Element {
	for e.Parent != nil {
		e = e.Parent
	}
	return e
}

// headNotes writes over each page of notes the pages that call those of which it has a
// line, the one that goes on from the page before included.
func (b *binder) headNotes(sheets []*sheet) {
	call := map[string]string{}
	for _, ch := range b.book.Chapters() {
		for _, n := range ch.Notes {
			call[n.ID] = n.Refs[0]
		}
	}
	for _, s := range sheets {
		var first, last string
		for _, id := range s.notes() {
			if _, text, ok := b.pageOf(call[id]); ok {
				if first == "" {
					first = text
				}
				last = text
			}
		}
		switch {
		case first == "":
			continue
		case first == last:
			s.head.verso = b.words.Phrase(terms.NotesToPage, "pages", first)
		default:
			s.head.verso = b.words.Phrase(terms.NotesToPages, "pages", first+"–"+last)
		}
		s.head.recto = s.head.verso
	}
}

// sources lists where the articles came from.
func (g *galley) sources(sources []book.Source, sect *Element) {
	hang := g.text.Size.Scale(3, 2)
	list := sect.Add("L")
	for i := range sources {
		src := &sources[i]
		inlines := plainText(src.Title)
		if src.URL != "" {
			inlines = append(inlines, &book.Text{Value: ", "}, &book.Link{URL: src.URL, Bare: true, Inlines: plainText(readable(src.URL))})
		}
		p := g.compose(inlines, block{style: roman(g.text.Size, g.lang), align: ragged, entry: true, measure: g.width - hang,
			indent: hang, first: -hang, element: list.Add("LI").Add("LBody").Add("P")})
		g.push(p, unit{at: src})
	}
}

// readable returns an address as readers know it, letters of other alphabets not
// percent-encoded.
func readable(address string) string {
	if plain, err := url.PathUnescape(address); err == nil && utf8.ValidString(plain) && !strings.ContainsAny(plain, " \t\n%") {
		return plain
	}
	return address
}

// hasIndex reports whether the book has an index to print.
func (b *binder) hasIndex() bool { return b.book.Index != nil && len(b.book.Index.Groups) > 0 }

// bindIndex adds the index, for which every folio but those of the contents must be
// known, also of the front matter.
func (b *binder) bindIndex(root *Element) {
	if !b.hasIndex() {
		return
	}
	sect := root.section(b.words.Word(terms.Index))
	open := newGalley(b.composer, b.spec, b.spec.Text).openingOf("", plainText(b.words.Word(terms.Index)), IndexID, sect)
	s := &indexSetter{galley: newGalley(b.composer, b.spec, b.spec.Index), pageOf: b.pageOf, words: b.words}
	if b.book.Index.HasPrincipal() {
		s.headnote(&open, sect)
	}
	s.index = sect.Add("Index")
	s.column = (b.spec.Measure() - b.spec.Gutter*Length(b.spec.Columns-1)) / Length(b.spec.Columns)
	s.set(b.book.Index)
	if b.spec.OpenRecto {
		b.padBody(recto)
	}
	from := len(b.body)
	for _, sh := range s.sheets(open) {
		sh.head.verso, sh.head.recto = b.words.Word(terms.Index), b.words.Word(terms.Index)
		b.body = append(b.body, sh)
	}
	b.locate(b.body, false, from)
}

// contentsSpace is the pages of the front matter that are kept for the contents.
type contentsSpace struct {
	lines        []contentsLine
	start, count int
	sect         *Element // where the contents are read: before what follows them
}

// bindFront makes the front matter but for the contents, whose pages it leaves free.
func (b *binder) bindFront(set chapterSets, root *Element) contentsSpace {
	meta := &b.book.Meta
	front := &Element{Role: "Sect", Parent: root}
	root.Kids = append([]*Element{front}, root.Kids...)
	b.front = append(b.front, halfTitle(b.composer, b.spec, meta, front))
	b.padFront()
	b.front = append(b.front, titlePage(b.composer, b.spec, meta, front), imprint(b.composer, b.spec, meta, b.words, front))
	space := contentsSpace{lines: contentsOf(b.book, b.backContents()), start: len(b.front), sect: front.section(b.words.Word(terms.Contents))}
	none := func(string) string { return "" }
	space.count = len(b.contents(space.lines, none, &Element{}))
	for range space.count {
		b.front = append(b.front, &sheet{})
	}
	for _, ch := range b.book.Front {
		b.padFront()
		b.front = append(b.front, set[ch].section.sheets[recto]...)
		adopt(front, set[ch].section.element)
	}
	b.padFront()
	b.locate(b.front, true, 0)
	return space
}

// bindContents makes the contents, last of all since they need every folio.
func (b *binder) bindContents(at contentsSpace) {
	toc := b.contents(at.lines, func(id string) string { _, f, _ := b.pageOf(id); return f }, at.sect)
	copy(b.front[at.start:at.start+at.count], toc)
	b.locate(b.front[:at.start+at.count], true, at.start)
}

// backContents lists the sections of the back matter that were made.
func (b *binder) backContents() []contentsLine {
	var out []contentsLine
	for _, l := range []contentsLine{
		{title: b.words.Word(terms.Notes), target: NotesID}, {title: b.words.Word(terms.Bibliography), target: BibliographyID}, {title: b.words.Word(terms.WorksCited), target: CitedID},
		{title: b.words.Word(terms.Addresses), target: AddressesID}, {title: b.words.Word(terms.Sources), target: SourcesID}, {title: b.words.Word(terms.Index), target: IndexID},
	} {
		if _, ok := b.where[l.target]; ok || l.target == IndexID && b.hasIndex() {
			out = append(out, l)
		}
	}
	return out
}

func (b *binder) contents(lines []contentsLine, folio func(string) string, sect *Element) []*sheet {
	if len(lines) == 0 {
		return nil
	}
	open := newGalley(b.composer, b.spec, b.spec.Text).openingOf("", plainText(b.words.Word(terms.Contents)), ContentsID, sect)
	g := contentsGalley(b.composer, b.spec, lines, folio, sect.Add("TOC"))
	sheets := g.pages(recto, open.height, b.spec.Lines)
	open.crown(sheets[0], b.spec.Head)
	for _, s := range sheets {
		s.head = heads{verso: b.words.Word(terms.Contents), recto: b.words.Word(terms.Contents)}
		s.start = begin{at: book.ContentsSection}
	}
	return sheets
}

// finish numbers and furnishes the pages and lists outline, starts and places.
func (b *binder) finish(doc *Document) {
	b.fillSlots(b.front)
	b.fillSlots(b.body)
	add := func(sheets []*sheet, front bool) {
		for i, s := range sheets {
			sd := recto
			if i%2 == 1 {
				sd = verso
			}
			doc.Pages = append(doc.Pages, b.furnish(s, sd, folio(front, i)))
			doc.Starts = append(doc.Starts, book.PageStart{Folio: folio(front, i), At: s.start.at, Offset: s.start.offset})
		}
	}
	add(b.front, true)
	add(b.body, false)
	doc.Places = make(map[string]Place, len(b.where))
	for id, at := range b.where {
		page := at.sheet
		if !at.front {
			page += len(b.front)
		}
		of := recto
		if at.sheet%2 == 1 {
			of = verso
		}
		x := at.x + b.spec.left(of)
		if b.mirrored {
			x = b.spec.Width - x
		}
		doc.Places[id] = Place{Page: page, X: x, Y: at.y}
	}
	for _, n := range b.book.ParagraphNumbers() {
		if _, ok := b.where[n.ID()]; ok {
			doc.Cited = append(doc.Cited, n.ID())
		}
	}
	slices.Sort(doc.Cited)
	doc.Outline = b.outline()
}

// outline lists parts, chapters and their sections.
func (b *binder) outline() []OutlineItem {
	var out []OutlineItem
	add := func(title, target string, level int) {
		if _, ok := b.where[target]; ok {
			out = append(out, OutlineItem{title, level, target})
		}
	}
	chapter := func(ch *book.Chapter, level int) {
		add(book.PlainText(ch.Title), ch.ID, level)
		for _, blk := range ch.Blocks {
			if h, ok := blk.(*book.Heading); ok && h.Level <= 3 {
				add(book.PlainText(h.Inlines), h.ID, level+h.Level-1)
			}
		}
	}
	add(b.words.Word(terms.Contents), ContentsID, 0)
	for _, ch := range b.book.Front {
		chapter(ch, 0)
	}
	for _, p := range b.book.Parts {
		level := 0
		if p.Title != "" {
			add(p.Title, p.ID, 0)
			level = 1
		}
		for _, ch := range p.Chapters {
			chapter(ch, level)
		}
	}
	for _, ch := range b.book.Back {
		chapter(ch, 0)
	}
	for _, l := range b.backContents() {
		add(l.title, l.target, 0)
	}
	return out
}
