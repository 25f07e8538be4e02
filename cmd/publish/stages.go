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
	diags = append(diags, found...)
	s.attribute(b)
	sortNames(b.Meta.Authors)
	diags = append(diags, citation.Gather(b, m.Bibliography)...)
	diags = append(diags, notes.Tie(b, m.Bibliography.WorksCited)...)
	citation.List(b)
	address.Set(b)
	diags = append(diags, index.Build(b, m.Index)...)
	b.Meta.Checksum = s.checksum(b)
	g.end()
	return b, p.report(withoutConsequences(diags))
}

// pictures loads the pictures that the articles of the book show, no larger than
// the pages of the book can show them.
func (p *program) pictures(s *source, articles []*book.Article) (map[string]*book.Picture, book.Diags, error) {
	m := s.manifest
	spec, err := pageDesign(m.PDF)
	if err != nil {
		return nil, nil, err
	}
	calls := assembly.PictureCalls(assembly.Chosen(m, articles))
	width, height := spec.FigureRoom()
	opt := picture.Options{Jobs: p.flags.jobs, Fonts: fonts.Default, Memory: allowMemory}
	opt.Print = image.Pt(width.Dots(picture.PrintResolution), height.Dots(picture.PrintResolution))
	pictures, diags, err := loadPictures(s.from, m.Path(m.Images), calls, opt)
	allowMemory(copiesMemory(pictures))
	return pictures, diags, err
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
// manifest, the rules of the index, the files of the chapters in reading order, the pictures by name.
func (s *source) checksum(b *book.Book) string {
	h := sha256.New()
	add := func(name string, sum [32]byte) { fmt.Fprintf(h, "%x  %s\n", sum, name) }
	add("manifest", sha256.Sum256(s.text))
	if s.rules != nil {
		add("index", sha256.Sum256(s.rules))
	}
	for _, c := range b.Chapters() {
		add(c.Article, s.sums[c.File])
	}
	for _, name := range slices.Sorted(maps.Keys(b.Pictures)) {
		add(name, b.Pictures[name].Sum)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// layOut sets the pages of the printed book.
func (p *program) layOut(s *source, b *book.Book, family *fonts.Family) (*layout.Document, error) {
	spec, err := pageDesign(s.manifest.PDF)
	if err != nil {
		return nil, err
	}
	g := p.progress
	g.stage("setting the pages", len(b.Chapters()))
	doc, diags := layout.Layout(b, layout.Options{Spec: spec, Fonts: family, Jobs: p.flags.jobs, Done: g.step})
	g.end()
	s.placeGlyphs(diags)
	return doc, p.report(diags)
}

// pageDesign returns the design of the page that a manifest asks for.
func pageDesign(pdf book.PDFSpec) (layout.Spec, error) {
	spec, err := layout.SpecFor(pdf.Trim)
	if err != nil {
		return spec, err
	}
	spec.OpenRecto = pdf.Opening == "recto"
	if pdf.FontSize != "" {
		size, err := strconv.ParseFloat(strings.TrimSuffix(pdf.FontSize, "pt"), 64)
		if err != nil {
			return spec, fmt.Errorf("font size %q: %w", pdf.FontSize, err)
		}
		spec = spec.WithTextSize(layout.Points(size))
	}
	return spec, nil
}
