package pdf

import (
	"errors"
	"fmt"
	"io"
	"runtime"

	"publish/layout"
	"publish/layout/imposition"
)

// WriteSheets writes the sides of sheets, each as a page, with the pages of the
// document where an imposition puts them. The file is for printing only: it has
// neither structure nor links nor an outline, and says so by claiming no standard. A
// page that stands on several sides is in the file once.
//
// The bytes depend on d, sides, opt.Producer and opt.Level only. It fails as Write
// does, and if a side has a page that the document has not.
func WriteSheets(w io.Writer, d *layout.Document, sides []imposition.Side, opt Options) error {
	if opt.Jobs <= 0 {
		opt.Jobs = runtime.GOMAXPROCS(0)
	}
	if opt.Level == 0 {
		opt.Level = defaultLevel
	}
	if len(d.Pages) == 0 || len(sides) == 0 {
		return errors.New("write PDF: there are no sheets")
	}
	f, err := drawDocument(inkOnly(d))
	if err == nil {
		f.opt = opt
		err = (&sheetWriter{finisher: f, sides: sides, forms: make([]ref, len(d.Pages))}).finish(w)
	}
	if err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	return nil
}

// inkOnly returns the document without what cannot be printed.
func inkOnly(d *layout.Document) *layout.Document {
	ink := &layout.Document{Meta: d.Meta, Pictures: d.Pictures, Pages: make([]*layout.Page, len(d.Pages))}
	for i, page := range d.Pages {
		p := &layout.Page{Width: page.Width, Height: page.Height, Items: make([]layout.Item, 0, len(page.Items))}
		for _, item := range page.Items {
			if _, link := item.(*layout.LinkArea); !link {
				p.Items = append(p.Items, item)
			}
		}
		ink.Pages[i] = p
	}
	return ink
}

// sheetWriter finishes a file of sheets.
type sheetWriter struct {
	*finisher
	sides []imposition.Side
	forms []ref // of the pages of the document, 0 for those that no side has
}

// finish writes the file.
func (s *sheetWriter) finish(w io.Writer) error {
	var err error
	if s.out, err = newFile(w, s.opt.Level, s.opt.Jobs); err != nil {
		return err
	}
	defer s.out.close()
	s.catalog, s.info, s.resources, s.pageRoot = s.out.alloc(), s.out.alloc(), s.out.alloc(), s.out.alloc()
	s.pages = s.out.allocMany(len(s.sides))
	if err := s.writeForms(); err != nil {
		return err
	}
	if err := s.writeResources(); err != nil {
		return err
	}
	for i := range s.sides {
		if err := s.writeSide(i); err != nil {
			return err
		}
	}
	if err := s.writePageNode(s.pageRoot, 0, s.pages, len(s.sides), len(s.sides)); err != nil {
		return err
	}
	metadata, err := s.writeMetadata()
	if err != nil {
		return err
	}
	catalog := append(dict{{"Type", name("Catalog")}, {"Pages", s.pageRoot}, s.printing()}, metadata...)
	if err := s.out.put(s.catalog, catalog); err != nil {
		return err
	}
	return s.out.finish(s.catalog, s.info)
}

// printing asks the viewer's dialogue not to scale the sheets (ISO 32000-1 §12.2).
func (s *sheetWriter) printing() entry {
	return entry{"ViewerPreferences", dict{{"DisplayDocTitle", token("true")}, {"PrintScaling", name("None")}}}
}

// writeForms writes every page that a side has as a form, so that several sides may
// draw it (ISO 32000-1 §8.10).
func (s *sheetWriter) writeForms() error {
	kids, err := lookup[array](s.src, s.src.trailer, "Root", "Pages", "Kids")
	if err != nil {
		return err
	}
	for _, side := range s.sides {
		for _, pg := range side.Pages {
			if pg.Page < 0 || pg.Page >= len(kids) {
				return fmt.Errorf("a sheet has page %d of %d", pg.Page+1, len(kids))
			}
			if s.forms[pg.Page] != 0 {
				continue
			}
			contents, err := lookup[*stream](s.src, kids[pg.Page], "Contents")
			if err != nil {
				return err
			}
			page := s.doc.Pages[pg.Page]
			s.forms[pg.Page] = s.out.alloc()
			err = s.out.putStream(s.forms[pg.Page], dict{
				{"Type", name("XObject")}, {"Subtype", name("Form")},
				{"BBox", array{integer(0), integer(0), coordinate(centi(page.Width)), coordinate(centi(page.Height))}},
				{"Resources", s.resources},
			}, contents.data)
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// writeSide writes a side of a sheet as a page.
func (s *sheetWriter) writeSide(index int) error {
	side := &s.sides[index]
	var forms dict
	named := map[int]bool{}
	var b []byte
	for _, pg := range side.Pages {
		form := fmt.Sprintf("P%d", pg.Page+1)
		if !named[pg.Page] {
			named[pg.Page] = true
			forms = append(forms, entry{name(form), s.forms[pg.Page]})
		}
		b = s.appendPage(b, side, pg, form)
	}
	b = appendMarks(b, side)
	content := s.out.alloc()
	if err := s.out.putStream(content, dict{}, b); err != nil {
		return err
	}
	page := dict{{"Type", name("Page")}, {"Parent", s.pageRoot}}
	page = append(page, pageBoxes(side)...)
	return s.out.put(s.page(index), append(page, entry{"Resources", dict{{"XObject", forms}}}, entry{"Contents", content}))
}

// pageBoxes returns the boxes of a side (ISO 32000-1 §14.11.2).
func pageBoxes(side *imposition.Side) dict {
	whole := imposition.Box{Width: side.Width, Height: side.Height}
	trim := side.Trim
	if trim == (imposition.Box{}) {
		trim = whole
	}
	boxes := dict{{"MediaBox", pageBox(side, whole)}, {"TrimBox", pageBox(side, trim)}}
	if side.Bleed != (imposition.Box{}) {
		boxes = append(boxes, entry{"BleedBox", pageBox(side, side.Bleed)})
	}
	return boxes
}

// pageBox returns a rectangle by its lower left and its upper right corner.
func pageBox(side *imposition.Side, b imposition.Box) array {
	return array{coordinate(centi(b.X)), coordinate(centi(side.Height - b.Y - b.Height)),
		coordinate(centi(b.X + b.Width)), coordinate(centi(side.Height - b.Y))}
}

// appendPage draws a page: its form moved to where the upper left corner of the page
// comes to lie, turned and scaled (ISO 32000-1 §8.3.4).
func (s *sheetWriter) appendPage(b []byte, side *imposition.Side, pg imposition.Placement, form string) []byte {
	page := s.doc.Pages[pg.Page]
	wide := page.Width
	if pg.Turn%2 == 1 {
		wide = page.Height
	}
	scale := float64(pg.Width) / float64(wide)
	left, low := centi(pg.X), centi(side.Height-pg.Y-pg.Height)
	right, high := centi(pg.X+pg.Width), centi(side.Height-pg.Y)
	cos, sin, x, y := 1.0, 0.0, left, low
	switch pg.Turn {
	case imposition.QuarterRight:
		cos, sin, x, y = 0, -1, left, high
	case imposition.UpsideDown:
		cos, sin, x, y = -1, 0, right, high
	case imposition.QuarterLeft:
		cos, sin, x, y = 0, 1, right, low
	}
	b = fmt.Appendf(b, "q %.5g %.5g %.5g %.5g ", scale*cos, scale*sin, -scale*sin, scale*cos)
	b = append(appendCenti(b, x), ' ')
	b = appendCenti(b, y)
	return fmt.Appendf(b, " cm/%s Do Q\n", form)
}

// appendMarks draws the marks of a side.
func appendMarks(b []byte, side *imposition.Side) []byte {
	for _, m := range side.Marks {
		b = append(appendCenti(b, centi(m.Weight)), " w "...)
		b = append(appendCenti(b, centi(m.X1)), ' ')
		b = append(appendCenti(b, centi(side.Height-m.Y1)), " m "...)
		b = append(appendCenti(b, centi(m.X2)), ' ')
		b = append(appendCenti(b, centi(side.Height-m.Y2)), " l S\n"...)
	}
	return b
}
