package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"maps"
	"slices"
	"strconv"
	"strings"

	"publish/book"
	"publish/book/assembly"
	"publish/book/citation"
	"publish/book/citation/address"
	"publish/book/citation/notes"
	"publish/book/index"
	"publish/book/names"
	"publish/book/outside"
	"publish/book/picture"
	"publish/book/typography"
	"publish/fonts"
	"publish/layout"
)

// assemble reads the articles and makes the book of them.
func (p *program) assemble(s *source) (*book.Book, error) {
	b, err := p.compile(s)
	if err != nil {
		return nil, err
	}
	typography.Set(b)
	return b, nil
}

// compile reads the articles and makes the book of them, with the characters of the
// source.
func (p *program) compile(s *source) (*book.Book, error) {
	g := p.progress
	g.stage(fmt.Sprintf("reading the articles (the folder has %d)", len(s.articles)), len(s.articles))
	articles, diags := s.read(p.flags.jobs, g.step)
	g.end()
	g.stage("assembling the book", 1)
	m := s.manifest
	pictures, found, err := p.pictures(s, articles)
	if err != nil {
		return nil, err
	}
	diags = append(diags, found...)
	b, found := assembly.Assemble(m, articles, pictures)
	s.hintPictures(found, articles)
	diags = append(diags, found...)
	p.flags.shape.packed(m, b)
	s.attribute(b)
	sortNames(b.Meta.Authors)
	diags = append(diags, citation.Gather(b, m.Bibliography)...)
	diags = append(diags, notes.Tie(b, m.Bibliography.WorksCited)...)
	citation.List(b)
	address.Set(b)
	diags = append(diags, index.Build(b, m.Index)...)
	if m.Links.Outside == book.OutsideList {
		outside.List(b)
	}
	found, err = p.findFaces(s, b)
	if err != nil {
		return nil, err
	}
	diags = append(diags, found...)
	b.Meta.Checksum = s.checksum(b)
	g.end()
	return b, p.report(withoutConsequences(unmatchedInPack(m, diags)))
}

// pictures loads the pictures that the articles of the book show, no larger than
// the pages of the book can show them.
func (p *program) pictures(s *source, articles []*book.Article) (map[string]*book.Picture, book.Diags, error) {
	m := s.manifest
	shown := assembly.Chosen(m, articles)
	if m.Study.QuestionSet != nil {
		shown = append(shown, m.Study.QuestionSet)
	}
	calls := assembly.PictureCalls(shown)
	width, height, err := figureRoom(m)
	if err != nil {
		return nil, nil, err
	}
	opt := picture.Options{Jobs: p.flags.jobs, Fonts: fonts.Default, Memory: allowMemory}
	opt.Print = image.Pt(width.Dots(picture.PrintResolution), height.Dots(picture.PrintResolution))
	pictures, diags, err := loadPictures(s.from, m.Path(m.Images), calls, opt)
	allowMemory(copiesMemory(pictures))
	return pictures, diags, err
}

// figureRoom returns the largest size in which the pages of any edition show a picture.
func figureRoom(m *book.Manifest) (width, height layout.Length, err error) {
	spec, err := pageDesign(m.PDF, m.Study)
	if err != nil {
		return 0, 0, err
	}
	width, height = spec.FigureRoom()
	if makes(m, editionLarge) {
		if spec, err = largeDesign(m); err != nil {
			return 0, 0, err
		}
		w, h := spec.FigureRoom()
		width, height = max(width, w), max(height, h)
	}
	return width, height, nil
}

// sortNames gives persons the form of their names by which catalogues sort them,
// where the manifest gives none. Groups are sorted as they are called.
func sortNames(people []book.Contributor) {
	lexicon := names.New()
	for i := range people {
		if p := &people[i]; p.Sort == "" {
			p.Sort = p.Name
			if lexicon.Person(p.Name) != names.No {
				p.Sort = lexicon.Parse(p.Name).Inverted()
			}
		}
	}
}

// attribute takes the editor's own matter out of the list of sources and of the
// topics of the index: it does not come from the wiki.
func (s *source) attribute(b *book.Book) {
	own := map[string]bool{}
	for _, f := range s.articles {
		own[f.path] = f.matter
	}
	b.Sources = slices.DeleteFunc(b.Sources, func(src book.Source) bool { return own[src.Chapter.File] })
	b.Topics = slices.DeleteFunc(b.Topics, func(t *book.Topic) bool { return t.Chapter != nil && own[t.Chapter.File] })
	for _, c := range b.Chapters() {
		if own[c.File] {
			c.Article = ""
		}
	}
}

// checksum returns the SHA-256 of everything that the book is made of: the
// manifest, the rules of the index, the files of the chapters in reading order, the
// pictures by name, the fonts from outside the program.
func (s *source) checksum(b *book.Book) string {
	h := sha256.New()
	add := func(name string, sum [32]byte) { fmt.Fprintf(h, "%x  %s\n", sum, name) }
	add("manifest", sha256.Sum256(s.text))
	if s.rules != nil {
		add("index", sha256.Sum256(s.rules))
	}
	if s.questions != nil {
		add("questions", sha256.Sum256(s.questions))
	}
	for _, c := range b.Chapters() {
		add(c.Article, s.sums[c.File])
	}
	for _, name := range slices.Sorted(maps.Keys(b.Pictures)) {
		add(name, b.Pictures[name].Sum)
	}
	for _, f := range s.faces.foreign {
		add(f.face.Name, f.sum)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// layOut sets the pages of the printed book.
func (p *program) layOut(s *source, b *book.Book, family *fonts.Family) (*layout.Document, error) {
	spec, err := pageDesign(s.manifest.PDF, s.manifest.Study)
	if err != nil {
		return nil, err
	}
	doc, diags := p.setBook("setting the pages", b, spec, family)
	s.placeGlyphs(diags)
	return doc, p.report(diags)
}

// layOutLarge sets the pages of the large-print edition. Where the printed book is made
// too, it has told of missing characters.
func (p *program) layOutLarge(s *source, b *book.Book) (*layout.Document, error) {
	family, err := s.faces.family(fonts.LargePrint)
	if err != nil {
		return nil, err
	}
	spec, err := largeDesign(s.manifest)
	if err != nil {
		return nil, err
	}
	doc, diags := p.setBook("setting the pages in large print", b, spec, family)
	if needsPages(s.manifest) {
		diags = slices.DeleteFunc(diags, func(d book.Diag) bool { return d.Code == book.GlyphMissing })
	}
	s.placeGlyphs(diags)
	return doc, p.report(diags)
}

// setBook sets the pages of a book in a design.
func (p *program) setBook(stage string, b *book.Book, spec layout.Spec, family *fonts.Family) (*layout.Document, book.Diags) {
	g := p.progress
	g.stage(stage, len(b.Chapters()))
	defer g.end()
	return layout.Layout(b, layout.Options{Spec: spec, Fonts: family, Jobs: p.flags.jobs, Done: g.step})
}

// pageDesign returns the design of the page that a manifest asks for.
func pageDesign(pdf book.PDFSpec, study book.StudySpec) (layout.Spec, error) {
	spec, err := layout.SpecFor(pdf.Trim)
	if err != nil {
		return spec, err
	}
	spec.OpenRecto = pdf.Opening == "recto" && !spec.Screen
	if pdf.Compact {
		spec = spec.Compact()
	}
	if pdf.FontSize != "" {
		size, err := points(pdf.FontSize)
		if err != nil {
			return spec, err
		}
		spec = spec.WithTextSize(size)
	}
	if study.WideMargin && !spec.Screen {
		spec = spec.WithWideMargin()
	}
	if !spec.Screen {
		spec.LineNumbers, spec.LinesOn = study.Lines, study.LinesOn
	}
	return spec, nil
}

// largeDesign returns the design of the large-print page that a manifest asks for.
func largeDesign(m *book.Manifest) (layout.Spec, error) {
	size, err := points(m.LargePrint.FontSize)
	if err != nil {
		return layout.Spec{}, err
	}
	spec, err := layout.LargePrint(largeTrim(m), size)
	spec.OpenRecto = m.PDF.Opening == "recto"
	return spec, err
}

// points returns the length of a size such as "11pt".
func points(s string) (layout.Length, error) {
	size, err := strconv.ParseFloat(strings.TrimSuffix(s, "pt"), 64)
	if err != nil {
		return 0, fmt.Errorf("font size %q: %w", s, err)
	}
	return layout.Points(size), nil
}
