package epub

import (
	"strings"

	"publish/book"
	"publish/book/terms"
)

// traits are what the accessibility metadata says, derived from the content.
type traits struct {
	pictures int // in the text, the cover left out
	silent   int // of them without alternative text
	index    bool
	tables   bool
}

// traits looks at everything that the book shows.
func (e *edition) traits() traits {
	t := traits{index: e.Index != nil && len(e.Index.Groups) > 0}
	for _, c := range e.Chapters() {
		t.inlines(c.Title)
		t.blocks(c.Blocks)
		for _, n := range c.Notes {
			t.blocks(n.Blocks)
		}
		t.blocks(c.Questions)
	}
	return t
}

func (t *traits) blocks(list []book.Block) {
	book.WalkBlocks(list, func(b book.Block) bool {
		switch b := b.(type) {
		case *book.Figure:
			t.picture(b.Alt != "" || book.PlainText(b.Caption) != "")
		case *book.Table:
			t.tables = true
		}
		return true
	})
	book.EachText(list, t.inlines)
}

func (t *traits) inlines(list []book.Inline) {
	book.WalkInlines(list, func(in book.Inline) bool {
		if im, ok := in.(*book.Image); ok {
			t.picture(im.Alt != "")
		}
		return true
	})
}

func (t *traits) picture(said bool) {
	t.pictures++
	if !said {
		t.silent++
	}
}

// accessibility writes the metadata of EPUB Accessibility 1.1 §2. Nothing is
// claimed that the content does not bear out; conformance only if the publisher
// vouches for it and no picture lacks its text.
func (e *edition) accessibility(m *markup, t traits) {
	visual := t.pictures > 0 || len(e.opt.Cover) > 0
	m.property("schema:accessMode", "textual")
	if visual {
		m.property("schema:accessMode", "visual")
	}
	if t.silent == 0 {
		m.property("schema:accessModeSufficient", "textual")
	} else {
		m.property("schema:accessModeSufficient", "textual,visual")
	}
	for _, f := range e.features(t, visual) {
		m.property("schema:accessibilityFeature", f)
	}
	m.property("schema:accessibilityHazard", "none")
	m.property("schema:accessibilitySummary", e.summary(t))
	if e.opt.ConformsTo != "" && t.silent == 0 {
		m.raw(`<meta property="dcterms:conformsTo" id="conformance">`)
		m.text(e.opt.ConformsTo)
		m.raw("</meta>\n")
		m.refine("conformance", "a11y:certifiedBy", e.opt.CertifiedBy, "")
	}
}

func (e *edition) features(t traits, visual bool) []string {
	list := []string{"ARIA", "displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents", "unlocked"}
	if visual && t.silent == 0 {
		list = append(list, "alternativeText")
	}
	if t.index {
		list = append(list, "index")
	}
	if len(e.pages) > 0 {
		list = append(list, "pageBreakMarkers", "pageNavigation")
	}
	return list
}

// summary says in words what a reader can expect.
func (e *edition) summary(t traits) string {
	say := []string{e.terms.Word(terms.AccessText)}
	add := func(when bool, k terms.Key) {
		if when {
			say = append(say, e.terms.Word(k))
		}
	}
	add(t.index, terms.AccessIndex)
	add(len(e.pages) > 0, terms.AccessPages)
	add(t.tables, terms.AccessTables)
	switch t.silent {
	case 0:
		add(t.pictures == 0, terms.AccessNoPictures)
		add(t.pictures > 0, terms.AccessAllDescribed)
	case t.pictures:
		add(true, terms.AccessNoneDescribed)
	default:
		say = append(say, e.terms.Phrase(terms.AccessSomeDescribed,
			"count", e.terms.Number(t.pictures), "silent", e.terms.Number(t.silent)))
	}
	add(e.opt.ConformsTo == "" || t.silent > 0, terms.AccessUnclaimed)
	return strings.Join(say, " ")
}
