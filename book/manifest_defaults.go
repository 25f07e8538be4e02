package book

import (
	"path"
	"slices"
	"strings"

	"github.com/gofrs/uuid/v5"
	"go.yaml.in/yaml/v3"
)

// setDefaults fills in what a manifest need not say.
func (m *Manifest) setDefaults(opt ManifestOptions) {
	m.Meta.Language = "en"
	m.Meta.Date = opt.Now.UTC()
	m.Articles, m.Images = ".", "images"
	m.Index.Depth = 2
	m.Booklet = BookletSpec{Paper: 100, Copies: 1}
	m.WrapCover = WrapCoverSpec{Paper: m.Booklet.Paper, Spine: -1, Bleed: 3000, Marks: []string{"crop", "fold"}}
	m.LargePrint = LargePrintSpec{FontSize: "18pt"}
	m.Fonts = FontsSpec{System: true}
	m.PDF = PDFSpec{Trim: "a5", Opening: "recto"}
	m.EPUB = EPUBSpec{Pages: true}
	m.Editions = []string{"epub", "pdf"}
}

// complete fills in what follows from the rest.
func (m *Manifest) complete() {
	if m.Meta.Slug = Slug(m.Meta.Title); m.Meta.Slug == "" {
		m.Meta.Slug = "book"
	}
	if m.Meta.Identifier == "" {
		m.Meta.Identifier = identifier(m.Meta)
	}
	if len(m.Parts) == 0 {
		m.Parts = []PartSpec{{Pos: m.Pos}}
	}
}

// identifier returns a URN that is always the same for a title, its authors and
// language: a UUID of version 5 (RFC 9562) in the name space of URLs.
func identifier(meta Meta) string {
	words := []string{"publish", meta.Title, meta.Subtitle}
	for _, a := range meta.Authors {
		words = append(words, a.Name)
	}
	words = append(words, meta.Language)
	return "urn:uuid:" + uuid.NewV5(uuid.NamespaceURL, strings.Join(words, "\n")).String()
}

// checkWhole reports what a manifest must say and does not.
func (r *manifestReader) checkWhole(root *yaml.Node) {
	start := r.at(root)
	places := map[string]*yaml.Node{}
	for i := 0; i+1 < len(root.Content); i += 2 {
		if !isNull(r.resolve(root.Content[i+1])) {
			places[root.Content[i].Value] = root.Content[i]
		}
	}
	if places["title"] == nil {
		r.diags.Add(ManifestMissing, start, "the manifest has no title").Hint("begin it with title: and the book's name")
	}
	chapters, parts := places["chapters"], places["parts"]
	switch {
	case chapters != nil && parts != nil:
		r.diags.Add(ManifestKey, r.at(later(chapters, parts)), `a book has either "chapters" or "parts"`).
			Hint("put the chapters into parts")
	case chapters == nil && parts == nil:
		r.diags.Add(ManifestMissing, start, `the manifest has neither "chapters" nor "parts"`).
			Hint("name the articles of the book, chapters: [First, Second], or let publish init write a manifest")
	case !r.hasChapters() && r.diags.Worst() < Error:
		r.diags.Add(ManifestMissing, r.at(later(chapters, parts)), "the book has no chapters")
	}
}

func later(a, b *yaml.Node) *yaml.Node {
	if a == nil || b != nil && b.Line > a.Line {
		return b
	}
	return a
}

func (r *manifestReader) hasChapters() bool {
	return slices.ContainsFunc(r.m.Parts, func(p PartSpec) bool { return len(p.Chapters) > 0 })
}

// FolderManifest returns the manifest of a book of every named article in a folder,
// in the order of their names and titled after the folder. Redirects among them
// make no chapters.
func FolderManifest(dir string, names []string, opt ManifestOptions) *Manifest {
	m := &Manifest{Pos: Pos{File: dir}, Dir: dir, Folder: true}
	m.setDefaults(opt)
	sorted := slices.Clone(names)
	slices.SortFunc(sorted, func(a, b string) int {
		if c := strings.Compare(FoldTitle(a), FoldTitle(b)); c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	part := PartSpec{Pos: m.Pos}
	for _, name := range sorted {
		file := path.Join(dir, strings.TrimSuffix(name, ".md")+".md")
		part.Chapters = append(part.Chapters, ChapterSpec{Pos: Pos{File: file, Line: 1, Col: 1}, Article: name})
	}
	m.Parts = []PartSpec{part}
	m.Meta.Title = WikiTitle(path.Base(path.Clean(dir)))
	if m.Meta.Title == "." || m.Meta.Title == "/" || m.Meta.Title == ".." {
		m.Meta.Title = "Articles"
	}
	m.complete()
	return m
}

// Path returns a path that the manifest names as one that can be opened: relative
// to the folder of the manifest unless it is absolute.
func (m *Manifest) Path(name string) string {
	if path.IsAbs(name) {
		return path.Clean(name)
	}
	return path.Join(m.Dir, name)
}
