package epub

import (
	"strings"

	"publish/book"
	"publish/book/terms"
)

// front returns the documents before the first chapter, the contents left out:
// cover, title page, imprint, and the book's own front matter.
func (e *edition) front() []*document {
	var docs []*document
	if len(e.opt.Cover) > 0 {
		docs = append(docs, e.coverPage())
	}
	title := e.titlePage()
	imprint := e.imprint()
	docs = append(docs, title, imprint)
	e.enter(title, "", plainText(e.terms.Word(terms.TitlePage)))
	e.enter(imprint, "", plainText(e.terms.Word(terms.Imprint)))
	for _, c := range e.Front {
		docs = append(docs, e.chapter(c, "frontmatter")...)
	}
	return docs
}

// coverName is the file name of the cover picture.
func (e *edition) coverName() string { return "cover" + extension(e.opt.CoverMIME) }

// coverPage is the picture alone, as Kobo wants it.
func (e *edition) coverPage() *document {
	d := &document{name: e.names.take("cover", ".xhtml"), title: e.terms.Word(terms.Cover), matter: "cover", part: landmarkCover}
	d.raw(`<p class="cover"><img`)
	d.attr("src", "../images/"+e.coverName())
	d.attr("alt", e.coverAlt())
	d.raw(` role="doc-cover"/></p>` + "\n")
	return d
}

// coverAlt says what the cover says.
func (e *edition) coverAlt() string {
	alt := e.terms.Word(terms.Cover) + ": " + e.Meta.Title
	if e.Meta.Subtitle != "" {
		alt += ". " + e.Meta.Subtitle
	}
	if by := e.authors(); by != "" {
		alt += ". " + by
	}
	return alt
}

// authors returns the names of the authors, joined.
func (e *edition) authors() string {
	var list []string
	for _, a := range e.Meta.Authors {
		if isAuthor(a) {
			list = append(list, a.Name)
		}
	}
	return strings.Join(list, ", ")
}

func isAuthor(c book.Contributor) bool { return c.Role == "" || c.Role == "aut" }

func (e *edition) titlePage() *document {
	d := &document{name: e.names.take("titlepage", ".xhtml"), title: e.Meta.Title, matter: "frontmatter", part: landmarkTitlePage}
	d.open("titlepage", "", "", titleID)
	e.pageBreaks(&d.markup, book.TitlePageSection, betweenBlocks)
	d.raw("<hgroup>\n<h1 id=\"" + titleID + `">`)
	d.text(e.Meta.Title)
	d.raw("</h1>\n")
	if e.Meta.Subtitle != "" {
		d.raw(`<p role="doc-subtitle">`)
		d.text(e.Meta.Subtitle)
		d.raw("</p>\n")
	}
	d.raw("</hgroup>\n")
	for _, a := range e.Meta.Authors {
		d.raw(`<p class="author">`)
		d.text(e.by(a))
		d.raw("</p>\n")
	}
	if e.Meta.Publisher != "" {
		d.raw(`<p class="publisher">`)
		d.text(e.Meta.Publisher)
		d.raw("</p>\n")
	}
	d.close()
	return d
}

// by returns the name of a contributor with what they did, but for an author.
func (e *edition) by(c book.Contributor) string {
	did := map[string]terms.Key{
		"edt": terms.EditedBy, "trl": terms.TranslatedBy, "ill": terms.IllustratedBy,
		"aui": terms.IntroductionBy, "com": terms.CompiledBy,
	}
	if k, ok := did[c.Role]; ok {
		return e.terms.Phrase(k, "name", c.Name)
	}
	return c.Name
}

// imprint is the page that says which edition this is and what may be done with
// it.
func (e *edition) imprint() *document {
	d := &document{name: e.names.take("imprint", ".xhtml"), title: e.terms.Word(terms.Imprint), matter: "frontmatter"}
	d.open("copyright-page", "", "", titleID)
	e.pageBreaks(&d.markup, book.ImprintSection, betweenBlocks)
	d.heading()
	d.raw("<dl>\n")
	d.term(e.terms.Word(terms.Title), joinNonEmpty(": ", e.Meta.Title, e.Meta.Subtitle))
	d.term(e.terms.Word(terms.Series), joinNonEmpty(", ", e.Meta.Series, e.Meta.SeriesNumber))
	for _, a := range e.Meta.Authors {
		d.term(e.terms.Word(roleNoun(a.Role)), a.Name)
	}
	d.term(e.terms.Word(terms.Publisher), e.Meta.Publisher)
	d.term(e.terms.Word(terms.Edition), e.terms.Date(e.Meta.Date))
	for _, id := range append([]string{e.Meta.Identifier}, e.Meta.Identifiers...) {
		d.term(e.terms.Word(terms.Identifier), id)
	}
	d.term(e.terms.Word(terms.Licence), e.Meta.Rights)
	if e.Meta.Source != "" {
		d.raw("<dt>")
		d.text(e.terms.Word(terms.Source))
		d.raw("</dt>\n<dd>")
		d.webLink(e.Meta.Source)
		d.raw("</dd>\n")
	}
	d.term(e.terms.Word(terms.Made), e.howMade())
	d.term(e.terms.Word(terms.Typefaces), e.typefaces())
	d.term(e.terms.Word(terms.Checksum), e.checksum())
	d.raw("</dl>\n")
	d.close()
	return d
}

// term writes one line of the imprint; nothing where there is nothing to say.
func (m *markup) term(name, value string) {
	if value == "" {
		return
	}
	m.raw("<dt>")
	m.text(name)
	m.raw("</dt>\n<dd>")
	m.text(value)
	m.raw("</dd>\n")
}

// webLink writes an address as a link to itself.
func (m *markup) webLink(url string) {
	m.raw(`<a class="url"`)
	m.attr("href", address(url))
	m.raw(`>`)
	breakable(m, url)
	m.raw(`</a>`)
}

func joinNonEmpty(sep string, parts ...string) string {
	var list []string
	for _, p := range parts {
		if p != "" {
			list = append(list, p)
		}
	}
	return strings.Join(list, sep)
}

// roleNoun returns the word for the part that a contributor had.
func roleNoun(role string) terms.Key {
	switch role {
	case "", "aut":
		return terms.Author
	case "edt":
		return terms.Editor
	case "trl":
		return terms.Translator
	case "ill":
		return terms.Illustrator
	}
	return terms.Contributor
}

// howMade says from what and with what the book was made.
func (e *edition) howMade() string {
	made, by := "", ""
	switch n := len(e.Sources); n {
	case 0:
	case 1:
		made = e.terms.Word(terms.FromOneArticle)
	default:
		made = e.terms.Phrase(terms.FromArticles, "count", e.terms.Number(n))
	}
	if e.opt.Generator != "" {
		by = e.terms.Phrase(terms.ByProgram, "program", e.opt.Generator)
	}
	return joinNonEmpty(" ", made, by)
}

// typefaces lists the embedded families with their licences.
func (e *edition) typefaces() string {
	var list []string
	seen := make(map[string]bool)
	for _, f := range e.opt.Fonts {
		if seen[f.Family] {
			continue
		}
		seen[f.Family] = true
		name := f.Family
		if f.Licence != "" {
			name += " (" + f.Licence + ")"
		}
		list = append(list, name)
	}
	return strings.Join(list, "; ")
}

func (e *edition) checksum() string {
	if e.Meta.Checksum == "" {
		return ""
	}
	return "SHA-256 " + e.Meta.Checksum
}
