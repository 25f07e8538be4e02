package pdf

import (
	"errors"
	"fmt"

	"publish/book"
	"publish/layout"
)

// drawer turns the pages of a layout into content streams and hands them to the
// canvas.
type drawer struct {
	doc    *layout.Document
	canvas *canvas
	fonts  *fontSet
	tags   *tagTree // nil for a document without structure
	links  []linkMark
	// pictures holds those that were checked; widths tells how large each is set.
	pictures map[string]book.PictureFile
	widths   map[string]layout.Length

	page   int
	height layout.Length // of the page
	text   textState
	ink    layout.Ink
	mark   *layout.Element // of the marked content that is open
	inMark bool
}

// linkMark is a link area with what the finishing pass needs to know of it. They
// are kept in the order of their annotations.
type linkMark struct {
	area *layout.LinkArea
	page int
}

// drawPage draws one page.
func (d *drawer) drawPage(index int, p *layout.Page) error {
	d.canvas.addPage(p.Width, p.Height)
	d.page, d.height = index, p.Height
	d.text, d.ink = textState{b: d.text.b[:0]}, layout.Ink{}
	for i, item := range p.Items {
		if err := d.drawItem(item, d.spacedAfter(index, i)); err != nil {
			return fmt.Errorf("page %d: %w", index+1, err)
		}
	}
	d.flush()
	return nil
}

// drawItem draws an item. spaced is the word before which a line ends with a blank, nil
// for none.
func (d *drawer) drawItem(item layout.Item, spaced *layout.Word) error {
	switch item := item.(type) {
	case *layout.Line:
		return d.drawLine(item, spaced)
	case *layout.Rule:
		return d.drawRule(item)
	case *layout.Picture:
		return d.drawPicture(item)
	case *layout.Drawing:
		return d.drawBoxes(item)
	case *layout.Shape:
		return d.drawShape(item)
	case *layout.LinkArea:
		return d.drawLink(item)
	}
	return fmt.Errorf("unknown item %T", item)
}

// spacedAfter returns the word by which the text of an item of a page goes on after a
// blank, in a later line of the page or of the page after it, nil for none. Notes at the
// foot and pictures may stand between. The blank is drawn at the end of the line before,
// where it takes no room.
func (d *drawer) spacedAfter(page, item int) *layout.Word {
	line, ok := d.doc.Pages[page].Items[item].(*layout.Line)
	if !ok || len(line.Words) == 0 {
		return nil
	}
	block := blockOf(line.Words[len(line.Words)-1].Element)
	if block == nil {
		return nil
	}
	item++
	for n := page; n <= page+1 && n < len(d.doc.Pages); n++ {
		for _, next := range d.doc.Pages[n].Items[item:] {
			line, ok := next.(*layout.Line)
			if ok && len(line.Words) > 0 && blockOf(line.Words[0].Element) == block {
				if line.Words[0].Space {
					return &line.Words[0]
				}
				return nil
			}
		}
		item = 0
	}
	return nil
}

// isInline reports whether elements of a role are part of a line of text (ISO 32000-1
// §14.8.4.4).
func isInline(role layout.Role) bool {
	switch role {
	case "Span", "Code", "Link", "Reference", "BibEntry":
		return true
	}
	return false
}

// blockOf returns the innermost element that is no part of a line of text, e
// included.
func blockOf(e *layout.Element) *layout.Element {
	for e != nil && isInline(e.Role) {
		e = e.Parent
	}
	return e
}

func (d *drawer) drawLine(line *layout.Line, spaced *layout.Word) error {
	started := false
	for i := range line.Words {
		w := &line.Words[i]
		if len(w.Run.Glyphs) == 0 {
			continue
		}
		if milli(w.Size) <= 0 {
			return fmt.Errorf("%q has no size", w.Run.Text)
		}
		if err := d.markWord(w, w.Space && started); err != nil {
			return err
		}
		d.setInk(line.Ink)
		if !started {
			d.text.newLine(centi(w.X), centi(d.height-line.Y))
			started = true
		}
		d.text.word(w, d.fonts.run(w.Run, w.SoftHyphen))
	}
	if spaced == nil || !started || d.mark == nil {
		return nil
	}
	if err := d.open(d.ownerOfBlank(spaced.Element)); err != nil {
		return err
	}
	d.text.space()
	return nil
}

// markWord opens the marked content of a word, and draws the blank before it in that of
// the element that it belongs to.
func (d *drawer) markWord(w *layout.Word, space bool) error {
	if space {
		if err := d.open(d.ownerOfBlank(w.Element)); err != nil {
			return err
		}
		d.blank(w)
	}
	return d.open(w.Element)
}

// ownerOfBlank returns the element that has the blank between the marked content that is
// open and that of next: the innermost that holds both, so that a link does not begin or
// end with a blank. Where they share no text, as a label and what it labels, it is the
// outermost of the first that is no more than a part of a line.
func (d *drawer) ownerOfBlank(next *layout.Element) *layout.Element {
	if !d.inMark || d.mark == nil || next == nil {
		return next
	}
	e := d.mark
	for e.Parent != nil && isInline(e.Role) && !isWithin(next, e) {
		if e.Role != "Link" && !isInline(e.Parent.Role) && !holdsText(e.Parent.Role) {
			break
		}
		e = e.Parent
	}
	return e
}

// holdsText reports whether elements of a role that is not part of a line may have text
// of their own.
func holdsText(role layout.Role) bool {
	switch role {
	case "TOC", "TOCI", "L", "LI", "Table", "TR", "Note", "Sect", "Part", "Div", "Document", "Index", "BlockQuote":
		return false
	}
	return true
}

// blank draws the blank before a word: where the word before ends, or to the right
// of a word that is read from there.
func (d *drawer) blank(w *layout.Word) {
	if w.Run.RTL && d.text.font != nil {
		width := w.Size.Scale(int64(w.Run.Advance), int64(w.Run.Face.UnitsPerEm))
		d.text.moveTo(penAt(w.X + width + width.Scale(int64(w.Expand), 100_000)))
	}
	d.text.space()
}

// isWithin reports whether e is outer or in it.
func isWithin(e, outer *layout.Element) bool {
	for ; e != nil; e = e.Parent {
		if e == outer {
			return true
		}
	}
	return outer == nil
}

// open makes what follows part of e, an artifact if e is nil (ISO 32000-1 §14.6
// and §14.8.2.2). Content of one element that is not interrupted is one sequence.
func (d *drawer) open(e *layout.Element) error {
	if d.tags == nil || d.inMark && d.mark == e {
		return nil
	}
	d.close()
	d.inMark, d.mark = true, e
	if e == nil {
		d.text.b = append(d.text.b, "/Artifact BMC\n"...)
		return nil
	}
	id, err := d.tags.addContent(e, d.page)
	if err != nil {
		return err
	}
	d.text.b = name(e.Role).write(d.text.b)
	d.text.b = fmt.Appendf(d.text.b, "<</MCID %d>>BDC\n", id)
	return nil
}

// close ends the marked content that is open.
func (d *drawer) close() {
	if d.inMark {
		d.text.closeArray()
		d.text.b = append(d.text.b, "EMC\n"...)
	}
	d.inMark, d.mark = false, nil
}

// leaveText ends the text object. Marked content and text objects must nest, so
// that the content ends too.
func (d *drawer) leaveText() {
	if d.text.open {
		d.close()
		d.text.end()
	}
}

// flush hands the content so far to the canvas.
func (d *drawer) flush() {
	d.close()
	d.text.end()
	d.canvas.content(d.text.b)
	d.text.b = d.text.b[:0]
}

func (d *drawer) drawRule(r *layout.Rule) error {
	d.leaveText()
	if err := d.open(nil); err != nil {
		return err
	}
	d.setInk(layout.Ink{})
	d.box(*r)
	d.text.b = append(d.text.b, "f\n"...)
	return nil
}

// box adds a rectangle to the path.
func (d *drawer) box(r layout.Rule) {
	left, right := centi(r.X), centi(r.X+r.Width)
	low, high := centi(d.height-r.Y-r.Height), centi(d.height-r.Y)
	for _, n := range []int64{left, low, right - left, high - low} {
		d.text.b = appendCenti(d.text.b, n)
		d.text.b = append(d.text.b, ' ')
	}
	d.text.b = append(d.text.b, "re "...)
}

// drawBoxes fills the boxes of a drawing as one path.
func (d *drawer) drawBoxes(p *layout.Drawing) error {
	d.leaveText()
	if err := d.open(p.Element); err != nil {
		return err
	}
	if d.tags != nil && p.Element != nil {
		d.tags.setBox(p.Element, box{centi(p.X), centi(d.height - p.Y - p.Height), centi(p.X + p.Width), centi(d.height - p.Y)})
	}
	d.setInk(layout.Ink{})
	for _, r := range p.Boxes {
		r.X, r.Y = r.X+p.X, r.Y+p.Y
		d.box(r)
	}
	d.text.b = append(d.text.b, "f\n"...)
	d.close()
	return nil
}

func (d *drawer) drawPicture(p *layout.Picture) error {
	picture, err := d.picture(p.Name)
	if err != nil {
		return err
	}
	d.leaveText()
	if err := d.open(p.Element); err != nil {
		return err
	}
	if d.tags != nil && p.Element != nil {
		d.tags.setBox(p.Element, box{
			centi(p.X), centi(d.height - p.Y - p.Height),
			centi(p.X + p.Width), centi(d.height - p.Y),
		})
	}
	d.canvas.content(d.text.b)
	d.text.b = d.text.b[:0]
	d.canvas.picture(picture, p)
	d.close()
	return nil
}

// drawLink puts a link area on the page. It is no content and interrupts none.
func (d *drawer) drawLink(a *layout.LinkArea) error {
	if a.Target == "" && a.URI == "" {
		return errors.New("link leads nowhere")
	}
	if _, ok := d.doc.Places[a.Target]; a.Target != "" && !ok {
		return fmt.Errorf("link to unknown place %q", a.Target)
	}
	if d.tags != nil && a.Element != nil {
		if err := d.tags.addAnnotation(a.Element, d.page, len(d.links)); err != nil {
			return err
		}
	}
	d.links = append(d.links, linkMark{a, d.page})
	if a.Target == "" {
		d.canvas.linkURI(a)
		return nil
	}
	d.canvas.linkPlace(a, d.doc.Places[a.Target])
	return nil
}
