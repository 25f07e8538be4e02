package layout

import (
	"strconv"
	"strings"

	"publish/book"
)

// indexLine is a line of the index before columns are made of it.
type indexLine struct {
	line  composedLine
	kind  indexKind
	entry string // plain heading of the main entry that it belongs to
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
	words  words
	column Length
	out    []indexLine
	sect   *Element
}

// set makes the lines of the whole index.
func (s *indexSetter) set(ix *book.Index) {
	for _, group := range ix.Groups {
		if group.Letter != "" {
			style := roman(s.text.Size.Scale(13, 11), s.lang).smallCaps()
			p := s.compose(plainText(group.Letter), block{style: style, align: ragged, measure: s.column, element: s.sect.Add("P")})
			s.add(p, indexLetter, "")
		}
		for _, e := range group.Entries {
			s.entry(e, 0, book.PlainText(e.Heading))
		}
	}
}

func (s *indexSetter) entry(e *book.IndexEntry, depth int, main string) {
	em := s.text.Size
	indent := em * Length(depth)
	p := s.compose(s.entryText(e, depth), block{style: roman(em, s.lang), align: ragged,
		measure: s.column - 2*em, indent: 2 * em, first: indent - 2*em, element: s.sect.Add("P"), anchor: e.ID})
	kind := indexHead
	if depth > 0 {
		kind = indexSub
	}
	s.add(p, kind, main)
	for _, sub := range e.Sub {
		s.entry(sub, depth+1, main)
	}
}

func (s *indexSetter) add(p *paragraph, kind indexKind, main string) {
	v := s.variants(p)[0]
	for _, l := range s.lines(p, &v) {
		s.out = append(s.out, indexLine{line: l, kind: kind, entry: main})
		kind = indexTurn
	}
}

// entryText is heading, locators and references as they are printed (Chicago 18
// §15: see references after a full stop in italic).
func (s *indexSetter) entryText(e *book.IndexEntry, depth int) []book.Inline {
	inlines := append([]book.Inline(nil), e.Heading...)
	for _, l := range s.locators(e.Locators) {
		inlines = append(inlines, &book.Text{Value: ", "}, l)
	}
	inlines = s.references(inlines, e.See, s.words.see, depth)
	return s.references(inlines, e.SeeAlso, s.words.seeAlsoIndex, depth)
}

func (s *indexSetter) references(inlines []book.Inline, refs []book.IndexRef, word string, depth int) []book.Inline {
	for i, r := range refs {
		switch {
		case i > 0:
			inlines = append(inlines, &book.Text{Value: "; "})
		case depth > 0:
			inlines = append(inlines, &book.Text{Value: " ("}, &book.Emphasis{Inlines: plainText(word)}, &book.Text{Value: " "})
		default:
			inlines = append(inlines, &book.Text{Value: ". "}, &book.Emphasis{Inlines: plainText(capitalised(word))}, &book.Text{Value: " "})
		}
		inlines = append(inlines, &book.CrossRef{Target: r.Target, Inlines: r.Heading})
	}
	if depth > 0 && len(refs) > 0 {
		inlines = append(inlines, &book.Text{Value: ")"})
	}
	return inlines
}

func capitalised(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// locators turns places into folios: one for each page, ranges where a
// discussion runs on, the principal ones first and bold.
func (s *indexSetter) locators(all []book.Locator) []book.Inline {
	var out []book.Inline
	seen := map[string]bool{}
	for _, l := range principalFirst(all) {
		text := s.locatorText(l)
		if text == "" || seen[text] {
			continue
		}
		seen[text] = true
		var in book.Inline = &book.CrossRef{Target: l.From, Inlines: plainText(text)}
		if l.Principal {
			in = &book.Strong{Inlines: []book.Inline{in}}
		}
		out = append(out, in)
	}
	return out
}

func principalFirst(all []book.Locator) []book.Locator {
	var out []book.Locator
	for _, principal := range []bool{true, false} {
		for _, l := range all {
			if l.Principal == principal {
				out = append(out, l)
			}
		}
	}
	return out
}

func (s *indexSetter) locatorText(l book.Locator) string {
	page, folio, ok := s.pageOf(l.From)
	if !ok {
		return ""
	}
	if l.Note > 0 {
		return folio + "n" + strconv.Itoa(l.Note)
	}
	if l.To == "" {
		return folio
	}
	lastPage, last, ok := s.pageOf(l.To)
	if !ok || lastPage <= page {
		return folio
	}
	return folio + "–" + shortenRange(folio, last)
}

// shortenRange returns the second number of a range as Chicago 18 §9.63 writes
// it: 71–72, 100–104, 107–8, 321–28, 1496–500.
func shortenRange(first, last string) string {
	a, errA := strconv.Atoi(first)
	b, errB := strconv.Atoi(last)
	if errA != nil || errB != nil || a < 100 || a%100 == 0 || b/100 != a/100 {
		return last
	}
	if a%100 < 10 {
		return strconv.Itoa(b % 100)
	}
	if b%100 < 10 {
		return last
	}
	return strconv.Itoa(b % 100)
}

// columns fills pages column by column. No column ends in a letter or begins with
// a subentry whose heading is not repeated.
func (s *indexSetter) columns(depth int, firstSink int) [][][]indexLine {
	var pages [][][]indexLine
	rest := s.out
	for len(rest) > 0 {
		room := depth
		if len(pages) == 0 {
			room -= firstSink
		}
		var page [][]indexLine
		if fair := s.fair(rest, room); fair < room {
			room = fair
		}
		for c := 0; c < s.spec.Columns && len(rest) > 0; c++ {
			var column []indexLine
			column, rest = s.fillColumn(rest, room)
			page = append(page, column)
		}
		pages = append(pages, page)
	}
	return pages
}

// fair returns the depth at which what is left fills the last page's columns
// evenly, or the room itself when more than a page is left.
func (s *indexSetter) fair(rest []indexLine, room int) int {
	if len(rest) > room*s.spec.Columns {
		return room
	}
	for depth := (len(rest) + s.spec.Columns - 1) / s.spec.Columns; depth < room; depth++ {
		left := rest
		for c := 0; c < s.spec.Columns && len(left) > 0; c++ {
			_, left = s.fillColumn(left, depth)
		}
		if len(left) == 0 {
			return depth
		}
	}
	return room
}

// fillColumn takes lines for one column. A nil line is a blank.
func (s *indexSetter) fillColumn(rest []indexLine, room int) (column, left []indexLine) {
	if k := rest[0].kind; (k == indexSub || k == indexTurn) && rest[0].entry != "" {
		column = append(column, s.continued(rest[0].entry))
	}
	for len(rest) > 0 && len(column) < room {
		take := 1
		switch rest[0].kind {
		case indexLetter:
			take = 2 // with the first entry below it
			if len(column) > 0 {
				take++ // and a blank above
			}
		case indexHead:
			if len(rest) > 1 && rest[1].kind == indexTurn {
				take = 2
			}
		}
		if len(column)+take > room {
			break
		}
		if rest[0].kind == indexLetter && len(column) > 0 {
			column = append(column, indexLine{})
		}
		column, rest = append(column, rest[0]), rest[1:]
	}
	if len(rest) > 0 && len(column) == 0 {
		column, rest = append(column, rest[0]), rest[1:]
	}
	return column, rest
}

// continued repeats the heading of an entry that runs over a column's end.
func (s *indexSetter) continued(entry string) indexLine {
	inlines := []book.Inline{&book.Text{Value: entry + ", "}, &book.Emphasis{Inlines: plainText(s.words.continued)}}
	p := s.compose(inlines, block{style: roman(s.text.Size, s.lang), align: ragged, measure: s.column})
	v := s.variants(p)[0]
	return indexLine{line: s.lines(p, &v)[0], kind: indexTurn}
}

// fill makes columns under an opening. The opening gives up some lines, or takes
// some more, when that spares a last page with next to nothing on it.
func (s *indexSetter) fill(depth, sink int) (pages [][][]indexLine, taken int) {
	pages, taken = s.columns(depth, sink), sink
	for shift := 1; shift <= sink/3 && stub(pages); shift++ {
		for _, other := range [...]int{sink - shift, sink + shift} {
			if again := s.columns(depth, other); !stub(again) {
				return again, other
			}
		}
	}
	return pages, taken
}

// stub reports whether the last page is a poor one: less than five lines deep.
func stub(pages [][][]indexLine) bool {
	return len(pages) > 1 && len(pages[len(pages)-1][0]) < 5
}

// sheets draws the columns.
func (s *indexSetter) sheets(open opening) []*sheet {
	leading := s.text.Leading
	depth := int(s.spec.Depth() / leading)
	sink := int((Length(open.height)*s.spec.Text.Leading/stepsPerLine + leading - 1) / leading)
	pages, sink := s.fill(depth, sink)
	var sheets []*sheet
	for i, page := range pages {
		sh := &sheet{numbers: arabicFolio, opening: i == 0}
		top := s.spec.Head
		if i == 0 {
			sh.placeSolid(open.solid, s.spec.Head)
			top += Length(sink) * leading
		}
		for c, column := range page {
			dx := (s.column + s.spec.Gutter) * Length(c)
			for j := range column {
				sh.place(&column[j].line, dx, top+Length(j)*leading+baseline(s.text))
			}
		}
		sh.head.first, sh.head.last = firstAndLast(page)
		sheets = append(sheets, sh)
	}
	return sheets
}

func firstAndLast(page [][]indexLine) (first, last string) {
	for _, column := range page {
		for _, l := range column {
			if l.entry != "" {
				if first == "" {
					first = l.entry
				}
				last = l.entry
			}
		}
	}
	return first, last
}
