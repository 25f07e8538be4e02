package layout

import (
	"publish/book"
	"publish/book/terms"
)

// indexLine is a line of the index before columns are made of it.
type indexLine struct {
	line  composedLine
	kind  indexKind
	entry string // plain heading of the main entry that it belongs to
	// at is what the line shows of the book, from a break of its paragraph on; 0
	// for its beginning.
	at        any
	paragraph *paragraph
	end       int
}

type indexKind uint8

const (
	indexLetter indexKind = iota
	indexHead             // first line of an entry
	indexSub              // first line of a subentry
	indexTurn             // a line turned over
)

// indexSetter sets the index when every folio of the text is known.
type indexSetter struct {
	*galley
	pageOf func(id string) (page int, folio string, ok bool)
	words  *terms.Terms
	column Length
	out    []indexLine
	index  *Element
	least  int // lines of the first page that are not the columns'
}

// set makes the lines of the whole index.
func (s *indexSetter) set(ix *book.Index) {
	for i := range ix.Groups {
		group := &ix.Groups[i]
		if group.Letter != "" {
			style := roman(s.text.Size.Scale(13, 11), s.lang).smallCaps()
			p := s.compose(plainText(group.Letter), block{style: style, align: ragged, entry: true, measure: s.column, element: s.index.Add("H2")})
			s.add(p, indexLetter, "", group)
		}
		list := s.index.Add("L")
		for _, e := range group.Entries {
			s.entry(e, 0, book.PlainText(e.Heading), list)
		}
	}
}

func (s *indexSetter) entry(e *book.IndexEntry, depth int, main string, list *Element) {
	body := list.Add("LI").Add("LBody")
	em := s.text.Size
	indent := em * Length(depth)
	p := s.compose(s.entryText(e, depth), block{style: roman(em, s.lang), align: ragged, entry: true,
		measure: s.column - 2*em, indent: 2 * em, first: indent - 2*em, element: body, anchor: e.ID})
	kind := indexHead
	if depth > 0 {
		kind = indexSub
	}
	s.add(p, kind, main, e)
	if len(e.Sub) > 0 {
		list = body.Add("L")
	}
	for _, sub := range e.Sub {
		s.entry(sub, depth+1, main, list)
	}
}

// add appends the lines of a paragraph. at is what it shows of the book.
func (s *indexSetter) add(p *paragraph, kind indexKind, main string, at any) {
	v := s.variants(p)[0]
	end := 0
	for i, l := range s.lines(p, &v) {
		s.out = append(s.out, indexLine{line: l, kind: kind, entry: main, at: at, paragraph: p, end: end})
		kind, end = indexTurn, v.breaks[i]
	}
}

// entryText is heading, locators and references as they are printed (Chicago 18
// §15: see references after a full stop in italic).
func (s *indexSetter) entryText(e *book.IndexEntry, depth int) []book.Inline {
	inlines := append([]book.Inline(nil), e.Heading...)
	gap := ",\u00a0" // no lone number is turned over
	for _, l := range s.locators(e.Locators) {
		inlines = append(inlines, &book.Text{Value: gap}, l)
		gap = ", "
	}
	inlines = s.references(inlines, e.See, terms.See, depth)
	return s.references(inlines, e.SeeAlso, terms.SeeAlso, depth)
}

func (s *indexSetter) references(inlines []book.Inline, refs []book.IndexRef, word terms.Key, depth int) []book.Inline {
	for i, r := range refs {
		switch {
		case i > 0:
			inlines = append(inlines, &book.Text{Value: "; "})
		case depth > 0:
			inlines = append(inlines, &book.Text{Value: " ("}, &book.Emphasis{Inlines: plainText(s.words.Word(word))}, &book.Text{Value: " "})
		default:
			inlines = append(inlines, &book.Text{Value: ". "}, &book.Emphasis{Inlines: plainText(s.words.Capital(word))}, &book.Text{Value: " "})
		}
		inlines = append(inlines, &book.CrossRef{Target: r.Target, Inlines: r.Heading})
	}
	if depth > 0 && len(refs) > 0 {
		inlines = append(inlines, &book.Text{Value: ")"})
	}
	return inlines
}

// locators turns places into links that read as pages, the principal ones bold.
func (s *indexSetter) locators(all []book.Locator) []book.Inline {
	var out []book.Inline
	for _, l := range book.PageLocators(all, s.folioOf) {
		var in book.Inline = &book.CrossRef{Target: l.From, Inlines: plainText(l.String())}
		if l.Principal {
			in = &book.Strong{Inlines: []book.Inline{in}}
		}
		out = append(out, in)
	}
	return out
}

func (s *indexSetter) folioOf(id string) string {
	_, folio, _ := s.pageOf(id)
	return folio
}
