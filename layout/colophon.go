package layout

import (
	"slices"
	"strings"

	"publish/book"
	"publish/book/terms"
	"publish/fonts"
)

// colophon tells how the book was made.
func (b *binder) colophon(e *Element) *sheet {
	w, meta := b.words, &b.book.Meta
	d := newDisplay(b.composer, b.spec)
	line := d.text.Leading
	d.y = line * 8
	d.set(w.Word(terms.Colophon), d.sized(11).smallCaps(), centred, line, e.Add("H1"))
	d.y += line / 2
	d.width = d.width * 3 / 4
	inset := (b.spec.Measure() - d.width) / 2
	d.set(setIn(w, b.faces())+" "+w.Word(terms.MadeByPrint), d.sized(10), centred, line, e.Add("P"))
	if meta.Checksum != "" {
		d.y += line / 2
		d.set(w.Word(terms.Checksum)+": SHA-256 "+meta.Checksum[:min(16, len(meta.Checksum))]+"…", d.sized(8), centred, line, e.Add("P"))
	}
	for i := range d.solid.lines {
		words := d.solid.lines[i].line.words
		for j := range words {
			words[j].X += inset
		}
	}
	return d.sheet(arabicFolio, book.ColophonSection)
}

// faces returns the families in which the sheets so far are set, that of the text
// first: one face of each.
func (b *binder) faces() []*fonts.Face {
	used := map[*fonts.Face]bool{}
	var last *fonts.Face
	for _, s := range slices.Concat(b.front, b.body) {
		for _, item := range s.items {
			line, ok := item.(*Line)
			if !ok {
				continue
			}
			for i := range line.Words {
				if face := line.Words[i].Run.Face; face != last {
					used[face], last = true, face
				}
			}
		}
	}
	family := b.shaper.fonts.Family()
	list := []*fonts.Face{family.Text(fonts.Roman)} // of the colophon itself, and of all that comes after it
	for _, face := range family.Faces() {
		if used[face] && !slices.ContainsFunc(list, func(f *fonts.Face) bool { return f.Family == face.Family }) {
			list = append(list, face)
		}
	}
	return list
}

// setIn names faces with their licences, those of one licence together, and who drew
// the bundled face of the text.
func setIn(w *terms.Terms, faces []*fonts.Face) string {
	var licences []string
	families := map[string][]string{}
	for _, face := range faces {
		l := face.Licence()
		if families[l] == nil {
			licences = append(licences, l)
		}
		families[l] = append(families[l], face.Family)
	}
	var parts []string
	for _, l := range licences {
		part := strings.Join(families[l], ", ")
		if l != "" {
			part += " (" + l + ")"
		}
		parts = append(parts, part)
	}
	text := w.Phrase(terms.SetInPrint, "faces", strings.Join(parts, "; "))
	if slices.ContainsFunc(faces, func(f *fonts.Face) bool { return f.Family == garamond }) {
		text += " " + w.Word(terms.GaramondPrint)
	}
	return text
}

// garamond is the family of the bundled text face.
const garamond = "EB Garamond"
