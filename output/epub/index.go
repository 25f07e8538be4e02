package epub

import (
	"strconv"

	"publish/book"
	"publish/book/terms"
)

// index returns the documents of the index; none if the book has none. A group
// (the entries under one letter) is divided only when it alone is too long.
func (e *edition) index() []*document {
	if e.Index == nil || len(e.Index.Groups) == 0 {
		return nil
	}
	var pieces []piece
	for i := range e.Index.Groups {
		pieces = append(pieces, e.groupPieces(&e.Index.Groups[i], letterID(i))...)
	}
	var docs []*document
	for i, portion := range portions(pieces, limit) {
		d := e.apparatus("index", e.terms.Word(terms.Index), i, landmarkIndex)
		if i > 0 {
			d.title = e.terms.Word(terms.Index) + ", " + lettersOf(portion)
		}
		e.pageBreaks(&d.markup, book.IndexSection, betweenBlocks)
		d.heading()
		if i == 0 {
			e.headnote(&d.markup)
			e.letters(&d.markup)
		}
		d.raw(`<section class="index" epub:type="index" role="doc-index" aria-labelledby="` + titleID + `">` + "\n")
		for j := range portion {
			d.add(&portion[j].markup)
		}
		d.close()
		docs = append(docs, d)
	}
	e.enter(docs[0], "", plainText(e.terms.Word(terms.Index)))
	return docs
}

// letterID returns the ID of the group with a number.
func letterID(group int) string { return "_letter-" + strconv.Itoa(group) }

// lettersOf returns the letters of a run of groups: "C–F".
func lettersOf(portion []piece) string {
	first, last := portion[0].letter, portion[len(portion)-1].letter
	if first == last {
		return first
	}
	return first + "–" + last
}

// fewLetters is how many groups an index may have without a line of links to them.
const fewLetters = 6

// letters writes a link to each group, for the way through a long index.
func (e *edition) letters(m *markup) {
	if len(e.Index.Groups) <= fewLetters {
		return
	}
	m.raw(`<p class="letters">`)
	for i, g := range e.Index.Groups {
		if i > 0 {
			m.raw(" ")
		}
		m.raw(`<a`)
		m.href(letterID(i), book.Pos{})
		if g.Letter == "" {
			m.attr("aria-label", e.terms.Word(terms.Symbols))
		}
		m.raw(`>`)
		m.text(orElse(g.Letter, "#"))
		m.raw(`</a>`)
	}
	m.raw("</p>\n")
}

// headnote says how to read the locators.
func (e *edition) headnote(m *markup) {
	m.raw(`<p class="headnote">`)
	if e.opt.Folios != nil {
		m.text(e.terms.Word(terms.IndexByPage))
	} else {
		m.text(e.terms.Word(terms.IndexByChapter))
	}
	m.raw("</p>\n")
}

// groupPieces renders the entries under one letter.
func (e *edition) groupPieces(g *book.IndexGroup, id string) []piece {
	entries := make([]piece, len(g.Entries))
	for i, entry := range g.Entries {
		e.indexEntry(&entries[i].markup, entry)
	}
	head := orElse(g.Letter, e.terms.Word(terms.Symbols))
	var out []piece
	for i, portion := range portions(entries, limit) {
		p := piece{opening: true, letter: head}
		title := head
		if i > 0 {
			title += " (" + e.terms.Word(terms.Continued) + ")"
		}
		p.raw(`<section epub:type="index-group"`)
		if i == 0 {
			p.id(id)
		}
		p.raw(">\n")
		if i == 0 {
			e.pageBreaks(&p.markup, g, betweenBlocks)
		}
		p.raw("<h2>")
		p.text(title)
		p.raw("</h2>\n<ul epub:type=\"index-entry-list\">\n")
		for j := range portion {
			p.add(&portion[j].markup)
		}
		p.raw("</ul>\n</section>\n")
		out = append(out, p)
	}
	return out
}

// indexEntry writes one entry: heading, locators, references, subentries.
func (e *edition) indexEntry(m *markup, entry *book.IndexEntry) {
	m.raw(`<li`)
	m.id(entry.ID)
	m.raw(` epub:type="index-entry">`)
	from := len(m.buf)
	m.raw(`<span epub:type="index-term">`)
	e.inlines(m, entry.Heading)
	m.raw(`</span>`)
	for _, l := range e.locatorLabels(entry.Locators) {
		m.raw(", ")
		e.locator(m, l)
	}
	e.indexRefs(m, entry, entry.See, terms.See, "index-xref-preferred")
	e.indexRefs(m, entry, entry.SeeAlso, terms.SeeAlso, "index-xref-related")
	e.breakPages(m, from, entry)
	if len(entry.Sub) > 0 {
		m.raw("\n<ul epub:type=\"index-entry-list\">\n")
		for _, sub := range entry.Sub {
			e.indexEntry(m, sub)
		}
		m.raw("</ul>\n")
	}
	m.raw("</li>\n")
}

// locatorLabel is a locator with what is shown and what is spoken of it.
type locatorLabel struct {
	book.Locator
	shown, spoken string
}

func (e *edition) locator(m *markup, l locatorLabel) {
	m.raw(`<a epub:type="index-locator"`)
	if l.Principal {
		m.raw(` class="locator principal"`)
	} else {
		m.raw(` class="locator"`)
	}
	m.href(l.From, book.Pos{})
	m.attr("aria-label", l.spoken)
	m.raw(`>`)
	m.text(l.shown)
	m.raw(`</a>`)
}

// indexRefs writes See or See also with the headings that it leads to.
func (e *edition) indexRefs(m *markup, entry *book.IndexEntry, refs []book.IndexRef, word terms.Key, types string) {
	if len(refs) == 0 {
		return
	}
	m.raw(`. <span epub:type="` + types + `"><i>`)
	m.text(e.terms.Capital(word))
	m.raw(`</i> `)
	for i, ref := range refs {
		if i > 0 {
			m.raw("; ")
		}
		m.raw(`<a epub:type="index-term"`)
		m.href(ref.Target, book.Pos{})
		m.raw(`>`)
		e.flat(m, ref.Heading)
		m.raw(`</a>`)
	}
	m.raw(`</span>`)
}

// locatorLabels says how the locators of one entry are shown: by the folios of
// the print edition where they are known, else by chapter.
func (e *edition) locatorLabels(locators []book.Locator) []locatorLabel {
	if e.opt.Folios != nil {
		return e.folioLabels(locators)
	}
	return e.chapterLabels(locators)
}

// chapterLabels numbers locators by chapter. A letter follows where one chapter
// has several places in its text.
func (e *edition) chapterLabels(locators []book.Locator) []locatorLabel {
	places := make(map[*book.Chapter]int)
	for _, l := range locators {
		if l.Note == 0 {
			places[l.Chapter]++
		}
	}
	seen := make(map[*book.Chapter]int)
	out := make([]locatorLabel, 0, len(locators))
	for _, l := range locators {
		shown, spoken := e.chapterLabel(l.Chapter)
		switch {
		case l.Note > 0:
			note := strconv.Itoa(l.Note)
			shown, spoken = shown+"n"+note, spoken+", "+e.terms.Phrase(terms.Note, "note", note)
		case places[l.Chapter] > 1:
			mark := letter(seen[l.Chapter])
			seen[l.Chapter]++
			shown, spoken = shown+mark, spoken+", "+mark
		}
		out = append(out, locatorLabel{l, shown, spoken})
	}
	return out
}

// chapterLabel returns how a locator shows and says a chapter: by its number, or
// by its title where it has none.
func (e *edition) chapterLabel(c *book.Chapter) (shown, spoken string) {
	title := e.shortTitle(c)
	if c.Number == 0 {
		return title, title
	}
	shown = strconv.Itoa(c.Number)
	return shown, e.terms.Phrase(terms.Chapter, "number", shown) + ", " + title
}
