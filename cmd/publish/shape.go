package main

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"go.yaml.in/yaml/v3"

	"publish/book"
	"publish/layout"
)

// shape is the flags that shape a book, as the command that runs got them. Each is
// a key of the manifest too; the flag wins.
type shape struct {
	set *pflag.FlagSet
}

// shapeFlag is one flag that shapes a book: the path of its key in the manifest,
// and how the value that the manifest's own reader made of it gets into place.
type shapeFlag struct {
	name, key, usage string
	kind             shapeKind
	words            []string // for completion
	take             func(to, from *book.Manifest)
}

// shapeKind is the type of a flag's value.
type shapeKind uint8

const (
	oneWord shapeKind = iota
	wordList
	yesNo
	filePath
)

func shapeFlags() []shapeFlag {
	return []shapeFlag{
		{name: "title", key: "title", usage: "title of the book", take: func(to, from *book.Manifest) { to.Meta.Title, to.Meta.Slug = from.Meta.Title, from.Meta.Slug }},
		{name: "subtitle", key: "subtitle", usage: "subtitle", take: func(to, from *book.Manifest) { to.Meta.Subtitle = from.Meta.Subtitle }},
		{name: "author", key: "authors", usage: "name of an author; may be given several times", kind: wordList, take: func(to, from *book.Manifest) { to.Meta.Authors = from.Meta.Authors }},
		{name: "language", key: "language", usage: "language of the text, such as en-GB", take: func(to, from *book.Manifest) { to.Meta.Language = from.Meta.Language }},
		{name: "identifier", key: "identifier", usage: "URN of the book, such as urn:isbn:…", take: func(to, from *book.Manifest) { to.Meta.Identifier = from.Meta.Identifier }},
		{name: "publisher", key: "publisher", usage: "publisher", take: func(to, from *book.Manifest) { to.Meta.Publisher = from.Meta.Publisher }},
		{name: "date", key: "date", usage: "date of the edition, such as 2026-03-01", take: func(to, from *book.Manifest) { to.Meta.Date = from.Meta.Date }},
		{name: "rights", key: "rights", usage: "licence of the text", take: func(to, from *book.Manifest) { to.Meta.Rights = from.Meta.Rights }},
		{name: "source", key: "source", usage: "address of the wiki", take: func(to, from *book.Manifest) { to.Meta.Source = from.Meta.Source }},
		{name: "description", key: "description", usage: "what the book is about", take: func(to, from *book.Manifest) { to.Meta.Description = from.Meta.Description }},
		{name: "cover", key: "cover", usage: "picture of the cover", kind: filePath, take: func(to, from *book.Manifest) { to.Meta.Cover = from.Meta.Cover }},
		{name: "articles", key: "articles", usage: "folder of the articles", kind: filePath, take: func(to, from *book.Manifest) { to.Articles = from.Articles }},
		{name: "images", key: "images", usage: "folder of the pictures", kind: filePath, take: func(to, from *book.Manifest) { to.Images = from.Images }},
		{name: "chapters", key: "chapters", usage: "make a book of these chapters alone: articles, titles, numbers or runs of them such as 2-4; may be given several times", kind: wordList, take: takeChapters},
		{name: "notes", key: "notes.place", usage: "place of the notes: book, chapter or foot", words: []string{"book", "chapter", "foot"}, take: func(to, from *book.Manifest) { to.Notes.Place = from.Notes.Place }},
		{name: "note-numbering", key: "notes.numbering", usage: "count of the notes: chapter or book", words: []string{"chapter", "book"}, take: func(to, from *book.Manifest) { to.Notes.Numbering = from.Notes.Numbering }},
		{name: "links-inside", key: "links.inside", usage: "links to chapters on paper: page or none", words: []string{"page", "none"}, take: func(to, from *book.Manifest) { to.Links.Inside = from.Links.Inside }},
		{name: "links-outside", key: "links.outside", usage: "links out of the book: text, note or list", words: []string{"text", "note", "list"}, take: func(to, from *book.Manifest) { to.Links.Outside = from.Links.Outside }},
		{name: "index", key: "index", usage: "make an index", kind: yesNo, take: func(to, from *book.Manifest) { to.Index.Omit = from.Index.Omit }},
		{name: "index-file", key: "index.file", usage: "the editor's file for the index", kind: filePath, take: func(to, from *book.Manifest) { to.Index.File = from.Index.File }},
		{name: "index-depth", key: "index.depth", usage: "depth of the index: 1, 2 or 3", words: []string{"1", "2", "3"}, take: func(to, from *book.Manifest) { to.Index.Depth = from.Index.Depth }},
		{name: "bibliography", key: "bibliography", usage: "make a bibliography", kind: yesNo, take: func(to, from *book.Manifest) { to.Bibliography.Omit = from.Bibliography.Omit }},
		{name: "works-cited", key: "bibliography.works-cited", usage: "list the works that the notes cite", kind: yesNo, take: func(to, from *book.Manifest) { to.Bibliography.WorksCited = from.Bibliography.WorksCited }},
		{name: "export", key: "bibliography.export", usage: "forms of the bibliography for other programs: csl-json, bibtex", kind: wordList, words: []string{"csl-json", "bibtex"}, take: func(to, from *book.Manifest) { to.Bibliography.Export = from.Bibliography.Export }},
		{name: "addresses", key: "bibliography.addresses", usage: "addresses of online works in print: entries, list or qr", words: []string{"entries", "list", "qr"}, take: func(to, from *book.Manifest) { to.Bibliography.Addresses = from.Bibliography.Addresses }},
		{name: "trim", key: "pdf.trim", usage: "size of the page: " + strings.Join(layout.Trims(), ", "), words: layout.Trims(), take: func(to, from *book.Manifest) { to.PDF.Trim = from.PDF.Trim }},
		{name: "opening", key: "pdf.opening", usage: "page on which chapters open: recto or any", words: []string{"recto", "any"}, take: func(to, from *book.Manifest) { to.PDF.Opening = from.PDF.Opening }},
		{name: "font-size", key: "pdf.font-size", usage: "size of the text, such as 11pt", take: func(to, from *book.Manifest) { to.PDF.FontSize = from.PDF.FontSize }},
		{name: "pages", key: "epub.pages", usage: "give the EPUB the page numbers of the PDF; without them an EPUB alone is made sooner", kind: yesNo, take: func(to, from *book.Manifest) { to.EPUB.Pages = from.EPUB.Pages }},
		{name: "compact", key: "pdf.compact", usage: "smaller letters and narrower margins, for long books", kind: yesNo, take: func(to, from *book.Manifest) { to.PDF.Compact = from.PDF.Compact }},
		{name: "attach", key: "pdf.attach", usage: "files that the PDF carries: manifest, epub; it is PDF/A-3 then", kind: wordList, words: []string{book.AttachManifest, book.AttachEPUB}, take: func(to, from *book.Manifest) { to.PDF.Attach = from.PDF.Attach }},
		{name: "paragraph-numbers", key: "study.paragraphs", usage: "number the paragraphs, alike in every edition", kind: yesNo, take: func(to, from *book.Manifest) { to.Study.Paragraphs = from.Study.Paragraphs }},
		{name: "line-numbers", key: "study.lines", usage: "number every so manieth line, such as 5", take: func(to, from *book.Manifest) { to.Study.Lines = from.Study.Lines }},
		{name: "margin", key: "study.margin", usage: "outer margin: plain, or wide for handwriting", words: []string{"plain", "wide"}, take: func(to, from *book.Manifest) { to.Study.WideMargin = from.Study.WideMargin }},
		{name: "questions", key: "study.questions", usage: "file of questions to the chapters", kind: filePath, take: func(to, from *book.Manifest) { to.Study.Questions = from.Study.Questions }},
		{name: "note-pages", key: "study.notes", usage: "pages for handwriting after each chapter", take: func(to, from *book.Manifest) { to.Study.NotePages = from.Study.NotePages }},
		{name: "edition", key: "editions", usage: "editions to make: epub, kepub, pdf, booklet, large-print, wrap-cover", kind: wordList, words: []string{"epub", "kepub", "pdf", "booklet", "large-print", "wrap-cover"}, take: func(to, from *book.Manifest) { to.Editions = from.Editions }},
	}
}

// takeChapters makes a book of chosen chapters, in the order in which they are named
// and without parts.
func takeChapters(to, from *book.Manifest) {
	to.Pack = &book.PackSpec{}
	for _, part := range from.Parts {
		for _, spec := range part.Chapters {
			spec.Pos = book.Pos{File: to.File}
			to.Pack.Chapters = append(to.Pack.Chapters, spec)
		}
	}
}

// addShapeFlags adds the flags that shape a book to a command.
func addShapeFlags(cmd *cobra.Command) {
	set := cmd.Flags()
	for _, f := range shapeFlags() {
		switch {
		case f.name == "edition":
			set.StringSliceP(f.name, "e", nil, f.usage)
		case f.name == "export", f.name == "attach":
			set.StringSlice(f.name, nil, f.usage)
		case f.kind == wordList:
			set.StringArray(f.name, nil, f.usage)
		case f.kind == yesNo:
			set.Bool(f.name, !slices.Contains([]string{"works-cited", "compact", "paragraph-numbers"}, f.name), f.usage)
		default:
			set.String(f.name, "", f.usage)
		}
		switch {
		case f.words != nil:
			complete(cmd, f.name, f.words...)
		case f.kind != filePath && f.kind != yesNo:
			complete(cmd, f.name)
		}
	}
}

// apply puts the flags that were given over the keys of a manifest. Their values
// go through the reader of manifests, so that they obey the same rules.
func (s *shape) apply(m *book.Manifest) error {
	derived := m.Meta.Identifier == identifierOf(m.Meta)
	for _, f := range shapeFlags() {
		if !s.set.Changed(f.name) {
			continue
		}
		from, err := s.read(f, m.Dir)
		if err != nil {
			return err
		}
		f.take(m, from)
	}
	if derived && !s.set.Changed("identifier") {
		m.Meta.Identifier = identifierOf(m.Meta)
	}
	return nil
}

// read returns a manifest that holds nothing but the value of one flag.
func (s *shape) read(f shapeFlag, dir string) (*book.Manifest, error) {
	var value any
	switch f.kind {
	case wordList:
		value = s.list(f.name)
	case yesNo:
		value, _ = s.set.GetBool(f.name)
	case filePath:
		text, _ := s.set.GetString(f.name)
		value = relativeTo(dir, text)
	default:
		value, _ = s.set.GetString(f.name)
	}
	keys := strings.Split(f.key, ".")
	for i := len(keys) - 1; i >= 0; i-- {
		value = map[string]any{keys[i]: value}
	}
	m, diags := readValues(value.(map[string]any))
	for _, d := range diags {
		if d.Severity == book.Error {
			e := usagef("--%s: %s", f.name, d.Text)
			if len(d.Hints) > 0 {
				e.hint = d.Hints[0]
			}
			return nil, e
		}
	}
	return m, nil
}

func (s *shape) list(name string) []string {
	if list, err := s.set.GetStringSlice(name); err == nil {
		return list
	}
	list, _ := s.set.GetStringArray(name)
	return list
}

// readValues reads a manifest that is made of values alone.
func readValues(values map[string]any) (*book.Manifest, book.Diags) {
	if values["title"] == nil {
		values["title"] = "-"
	}
	if values["chapters"] == nil {
		values["chapters"] = []string{"-"}
	}
	src, err := yaml.Marshal(values)
	if err != nil {
		panic(err) // strings, lists and maps of strings
	}
	return book.ReadManifest("flags", src, book.ManifestOptions{})
}

// identifierOf returns the identifier that a manifest without one would get.
func identifierOf(meta book.Meta) string {
	names := []string{}
	for _, a := range meta.Authors {
		names = append(names, a.Name)
	}
	m, _ := readValues(map[string]any{
		"title": meta.Title, "subtitle": meta.Subtitle, "authors": names, "language": meta.Language,
	})
	return m.Meta.Identifier
}

// relativeTo returns a path given on the command line as a manifest in the folder
// dir would name it.
func relativeTo(dir, path string) string {
	if filepath.IsAbs(path) {
		return filepath.ToSlash(path)
	}
	if rel, err := filepath.Rel(filepath.FromSlash(dir), path); err == nil {
		return filepath.ToSlash(rel)
	}
	if abs, err := filepath.Abs(path); err == nil {
		return filepath.ToSlash(abs)
	}
	return filepath.ToSlash(path)
}
