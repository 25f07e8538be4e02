package layout

import (
	"strings"

	"publish/book"
	"publish/book/terms"
)

// display sets lines of large type on a page of their own: half title, title
// page, part pages.
type display struct {
	*galley
	solid *solid
	y     Length
}

func newDisplay(c *composer, spec *Spec) *display {
	return &display{galley: newGalley(c, spec, spec.Text), solid: &solid{}}
}

// set adds a paragraph: size in points of an 11-point book, leading in lines.
func (d *display) set(text string, style textStyle, align alignment, leading Length, e *Element) {
	if text == "" {
		return
	}
	p := d.compose(plainText(text), block{style: style, align: align, measure: d.width, element: e, whole: true})
	d.balance(p)
	if align == centred {
		p.indent = (d.width - p.measure) / 2
	}
	d.y = d.solid.add(d.composer, p, d.y+leading, leading)
}

// sheet returns the page. at is what it shows of the book.
func (d *display) sheet(n numbering, at any) *sheet {
	s := &sheet{bare: true, numbers: n, start: begin{at: at}}
	s.placeSolid(d.solid, d.spec.Head)
	return s
}

// sized returns a style in proportion to the text: points are those of a book
// set in 11 points.
func (d *display) sized(points int64) textStyle {
	return roman(d.spec.Display(points), d.lang)
}

func halfTitle(c *composer, spec *Spec, meta *book.Meta, e *Element) *sheet {
	d := newDisplay(c, spec)
	d.y = d.text.Leading * 8
	d.set(meta.Title, d.sized(14).heading().smallCaps(), centred, d.text.Leading*3/2, e.Add("P"))
	return d.sheet(romanFolio, book.TitlePageSection)
}

func titlePage(c *composer, spec *Spec, meta *book.Meta, e *Element) *sheet {
	d := newDisplay(c, spec)
	line := d.text.Leading
	d.y = line * Length(spec.Sink/2)
	d.set(strings.Join(authorNames(meta), ", "), d.sized(12).smallCaps(), centred, line*3/2, e.Add("P"))
	d.y += line * 2
	d.set(meta.Title, d.sized(28).heading(), centred, line*5/2, e.Add("P"))
	d.y += line / 2
	d.set(meta.Subtitle, d.sized(15).heading().italic(), centred, line*3/2, e.Add("P"))
	d.y = max(spec.Depth()-line*4, d.y+line)
	d.set(meta.Publisher, d.sized(11).smallCaps(), centred, line, e.Add("P"))
	d.set(meta.Date.Format("2006"), d.sized(11), centred, line, e.Add("P"))
	return d.sheet(romanFolio, book.TitlePageSection)
}

func authorNames(meta *book.Meta) []string {
	var names []string
	for _, a := range meta.Authors {
		if a.Role == "" || a.Role == "aut" {
			names = append(names, a.Name)
		}
	}
	return names
}

// imprint is what the verso of the title page tells of the edition.
func imprint(c *composer, spec *Spec, meta *book.Meta, w *terms.Terms, e *Element) *sheet {
	d := newDisplay(c, spec)
	style := d.sized(9)
	style.features.Figures = roman(0, "").features.Figures
	leading := d.text.Leading * 6 / 7
	paragraphs := imprintText(meta, w)
	// Set from the foot upwards: measure first.
	height := Length(0)
	for pass := range 2 {
		d.solid, d.y = &solid{}, 0
		if pass == 1 {
			d.y = spec.Depth() - height - leading/2
		}
		for _, text := range paragraphs {
			d.set(text, style, ragged, leading, imprintElement(e, pass))
			d.y += leading / 2
		}
		height = d.y
	}
	return d.sheet(romanFolio, book.ImprintSection)
}

// imprintElement keeps the measuring pass out of the structure tree.
func imprintElement(e *Element, pass int) *Element {
	if pass == 0 {
		return (&Element{}).Add("P")
	}
	return e.Add("P")
}

func imprintText(meta *book.Meta, w *terms.Terms) []string {
	var out []string
	title := meta.Title
	if meta.Subtitle != "" {
		title += ": " + meta.Subtitle
	}
	out = append(out, title)
	if s := meta.Series; s != "" {
		if meta.SeriesNumber != "" {
			s += ", " + meta.SeriesNumber
		}
		out = append(out, s)
	}
	out = append(out, w.Phrase(terms.EditionOf, "date", w.Date(meta.Date)))
	if meta.Rights != "" {
		out = append(out, meta.Rights)
	}
	if meta.Source != "" {
		out = append(out, w.Phrase(terms.TakenFrom, "source", meta.Source, "sources", w.Word(terms.Sources)))
	}
	if meta.Identifier != "" {
		out = append(out, meta.Identifier)
	}
	return out
}

// partPage opens a part.
func partPage(c *composer, spec *Spec, part *book.Part, w *terms.Terms, e *Element) *sheet {
	d := newDisplay(c, spec)
	line := d.text.Leading
	d.y = line * 9
	h1 := e.Add("H1")
	if part.Number > 0 {
		d.set(w.Phrase(terms.Part, "number", book.Roman(part.Number)), d.sized(11).heading().smallCaps(), centred, line, h1)
		d.y += line
	}
	d.set(part.Title, d.sized(20).heading().italic(), centred, line*2, h1)
	s := d.sheet(arabicFolio, part)
	s.places = append(s.places, placeOnSheet{part.ID, 0, spec.Head + d.solid.lines[0].y - d.solid.lines[0].line.tallest()})
	return s
}
