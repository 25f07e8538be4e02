package epub

import (
	"strconv"
	"strings"

	"publish/book"
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
	e.enter(title, "", plainText(e.terms.titlePage))
	e.enter(imprint, "", plainText(e.terms.imprint))
	for _, c := range e.Front {
		docs = append(docs, e.chapter(c, "frontmatter")...)
	}
	return docs
}

// coverName is the file name of the cover picture.
func (e *edition) coverName() string { return "cover" + extension(e.opt.CoverMIME) }

// coverPage is the picture alone, as Kobo wants it.
func (e *edition) coverPage() *document {
	d := &document{name: e.names.take("cover", ".xhtml"), title: e.terms.cover, matter: "cover", part: landmarkCover}
	d.raw(`<p class="cover"><img`)
	d.attr("src", "../images/"+e.coverName())
	d.attr("alt", e.coverAlt())
	d.raw(` role="doc-cover"/></p>` + "\n")
	return d
}

// coverAlt says what the cover says.
func (e *edition) coverAlt() string {
	alt := e.terms.cover + ": " + e.Meta.Title
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
	e.pageBreaks(&d.markup, book.TitlePageSection)
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
		if word := roleWord(a.Role); word != "" {
			d.text(word + " ")
		}
		d.text(a.Name)
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

// roleWord returns what stands before the name of a contributor who is not an
// author.
func roleWord(role string) string {
	switch role {
	case "edt":
		return "Edited by"
	case "trl":
		return "Translated by"
	case "ill":
		return "Illustrated by"
	case "aui":
		return "Introduction by"
	case "com":
		return "Compiled by"
	}
	return ""
}

// imprint is the page that says which edition this is and what may be done with
// it.
func (e *edition) imprint() *document {
	d := &document{name: e.names.take("imprint", ".xhtml"), title: e.terms.imprint, matter: "frontmatter"}
	d.open("copyright-page", "", "", titleID)
	e.pageBreaks(&d.markup, book.ImprintSection)
	d.heading()
	d.raw("<dl>\n")
	d.term("Title", joinNonEmpty(": ", e.Meta.Title, e.Meta.Subtitle))
	d.term("Series", joinNonEmpty(", ", e.Meta.Series, e.Meta.SeriesNumber))
	for _, a := range e.Meta.Authors {
		d.term(roleNoun(a.Role), a.Name)
	}
	d.term("Publisher", e.Meta.Publisher)
	d.term("Edition", e.Meta.Date.UTC().Format("2 January 2006"))
	d.term("Identifier", e.Meta.Identifier)
	d.term("Licence", e.Meta.Rights)
	if e.Meta.Source != "" {
		d.raw("<dt>Source</dt>\n<dd>")
		d.webLink(e.Meta.Source)
		d.raw("</dd>\n")
	}
	d.term("Made", e.howMade())
	d.term("Typefaces", e.typefaces())
	d.term("Checksum of the sources", e.checksum())
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

func roleNoun(role string) string {
	switch role {
	case "", "aut":
		return "Author"
	case "edt":
		return "Editor"
	case "trl":
		return "Translator"
	case "ill":
		return "Illustrator"
	}
	return "Contributor"
}

// howMade says from what and with what the book was made.
func (e *edition) howMade() string {
	made := "from " + strconv.Itoa(len(e.Sources)) + " articles"
	switch len(e.Sources) {
	case 0:
		made = ""
	case 1:
		made = "from one article"
	}
	by := ""
	if e.opt.Generator != "" {
		by = "by " + e.opt.Generator
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
