package layout

import (
	"strconv"

	"publish/book"
	"publish/book/terms"
)

// noteGalley sets the notes of one chapter under its number and title. It adds
// nothing when the chapter has none.
func noteGalley(c *composer, spec *Spec, ch *book.Chapter) *galley {
	g := newGalley(c, spec, spec.Notes)
	if len(ch.Notes) == 0 {
		return g
	}
	sect := &Element{Role: "Sect"}
	title := book.PlainText(ch.Title)
	if ch.Number > 0 {
		title = strconv.Itoa(ch.Number) + ". " + title
	}
	style := roman(spec.Notes.Size.Scale(10, 9), c.lang).smallCaps()
	p := g.compose(plainText(title), block{style: style, align: ragged, measure: g.width, element: sect.Add("H2"), whole: true})
	g.balance(p)
	g.push(p, unit{before: stepsPerLine, after: 0, keep: true, whole: true, at: ch.Notes[0]})
	g.notes(ch.Notes, sect)
	return g
}

// chapterNotes sets the notes of a chapter at its own end, on its own grid.
func (g *galley) chapterNotes(ch *book.Chapter, n nest, w *terms.Terms) {
	text := g.text
	g.text.Size = g.spec.Notes.Size
	style := roman(g.text.Size.Scale(10, 9), g.lang).smallCaps()
	p := g.compose(plainText(w.Word(terms.Notes)), block{style: style, align: ragged, measure: g.width, element: n.element.Add("H2"), whole: true})
	g.push(p, unit{before: 2 * stepsPerLine, keep: true, whole: true, at: ch.Notes[0]})
	g.notes(ch.Notes, n.element.Add("Sect"))
	g.text = text
}

// notes sets notes, their numbers hanging and leading back to the calls.
func (g *galley) notes(notes []*book.Note, sect *Element) {
	indent := g.noteIndent(notes)
	for _, note := range notes {
		g.note(note, indent, sect)
	}
}

// noteIndent returns the indent of notes: that of the widest number.
func (g *galley) noteIndent(notes []*book.Note) Length {
	last := strconv.Itoa(notes[len(notes)-1].Number) + "."
	return max(g.word(last, roman(g.text.Size, g.lang).tabular()).width, g.text.Size) + g.text.Size.Scale(1, 2)
}

func (g *galley) note(note *book.Note, indent Length, sect *Element) {
	e := sect.Add("Note")
	e.ID = note.ID
	style := roman(g.text.Size, g.lang)
	number := strconv.Itoa(note.Number) + "."
	back := &linkSpan{target: note.Refs[0], text: "back to note " + number, element: e.Add("Lbl").Add("Link")}
	g.plain = true
	g.label = &label{text: number, indent: indent, style: style, element: back.element, link: back}
	g.anchor = note.ID
	g.labelled(note.Blocks, nest{left: indent, element: e, style: style, item: true})
}

// notes returns the IDs of the notes that have a line on a sheet, in order.
func (s *sheet) notes() []string {
	var ids []string
	for _, item := range s.items {
		line, ok := item.(*Line)
		if !ok || len(line.Words) == 0 {
			continue
		}
		if id := line.Words[0].Element.note(); id != "" && (len(ids) == 0 || ids[len(ids)-1] != id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// note returns the ID of the note that an element is in, "" for none.
func (e *Element) note() string {
	for ; e != nil; e = e.Parent {
		if e.Role == "Note" {
			return e.ID
		}
	}
	return ""
}
