package layout

import (
	"slices"

	"publish/book"
	"publish/book/terms"
)

// columns fills pages column by column.
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
		if len(rest) > 0 {
			for c := range page {
				page[c] = stretched(page[c], room)
			}
		}
		pages = append(pages, page)
	}
	return pages
}

// stretched returns a column that ends at a depth like its neighbours: what it lacks is
// blank lines above its letters, from the last one up, one more each. A column without
// letters stays short, and one that lacks more than one line a letter.
func stretched(column []indexLine, depth int) []indexLine {
	for at := len(column) - 1; at > 0 && len(column) < depth; at-- {
		if column[at].isBlank() {
			column = slices.Insert(column, at, indexLine{})
		}
	}
	return column
}

// isBlank reports whether a line is the blank above a letter.
func (l *indexLine) isBlank() bool { return len(l.line.words) == 0 }

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

// fillColumn takes lines for one column, as many as fit and may stand before its end.
// A nil line is a blank. Where an entry runs on, its heading is repeated on top.
func (s *indexSetter) fillColumn(rest []indexLine, room int) (column, left []indexLine) {
	if k := rest[0].kind; k == indexSub || k == indexTurn {
		column = s.continued(rest[0].entry)
	}
	take, depth, fits := 0, len(column), 0
	for take < len(rest) && depth < room {
		if rest[take].kind == indexLetter && depth > 0 {
			depth++ // a blank above
		}
		depth, take = depth+1, take+1
		if depth <= room && (take == len(rest) || mayBreak(rest, take)) {
			fits = take
		}
	}
	if fits == 0 {
		fits = max(1, min(take, room-len(column)))
	}
	for _, l := range rest[:fits] {
		if l.kind == indexLetter && len(column) > 0 {
			column = append(column, indexLine{})
		}
		column = append(column, l)
	}
	return column, rest[fits:]
}

// fewest is how many lines of an entry stand together before a break and behind it.
const fewest = 2

// fewestTurned is fewest where the break falls inside one entry or subentry, which is
// hard to read on under its heading repeated.
const fewestTurned = 4

// mayBreak reports whether a column may end before line at: not behind a letter, not
// with the first line of an entry alone, nor so that its last line or a line turned
// over begins the next column.
func mayBreak(lines []indexLine, at int) bool {
	next := lines[at].kind
	if next == indexLetter || next == indexHead {
		return lines[at-1].kind != indexLetter
	}
	before := at - lastOf(lines[:at], indexHead)
	behind := 0
	for at+behind < len(lines) && (lines[at+behind].kind == indexSub || lines[at+behind].kind == indexTurn) {
		behind++
	}
	if before < fewest || behind < fewest {
		return false
	}
	if next == indexSub {
		return hasSub(lines[at-before : at])
	}
	return turns(lines, at)
}

// hasSub reports whether a subentry stands among the lines of an entry: a heading of
// several lines is alone without the first of those under it.
func hasSub(lines []indexLine) bool {
	return slices.ContainsFunc(lines, func(l indexLine) bool { return l.kind == indexSub })
}

// turns reports whether a break may part the lines of one entry or subentry: not
// those of a short one.
func turns(lines []indexLine, at int) bool {
	start := max(lastOf(lines[:at], indexHead), lastOf(lines[:at], indexSub))
	end := at
	for end < len(lines) && lines[end].kind == indexTurn {
		end++
	}
	return at-start >= fewestTurned && end-at >= fewestTurned
}

// lastOf returns the index of the last line of a kind; 0 if there is none, for then
// the entry began before.
func lastOf(lines []indexLine, kind indexKind) int {
	for i, l := range slices.Backward(lines) {
		if l.kind == kind {
			return i
		}
	}
	return 0
}

// continued repeats the heading of an entry that runs over a column's end (Chicago
// 18, ch. 15, "Continued lines").
func (s *indexSetter) continued(entry string) []indexLine {
	inlines := []book.Inline{&book.Text{Value: entry + " ("}, &book.Emphasis{Inlines: plainText(s.words.Word(terms.Continued))}, &book.Text{Value: ")"}}
	em := s.text.Size
	p := s.compose(inlines, block{style: roman(em, s.lang), align: ragged, entry: true, measure: s.column - 2*em, indent: 2 * em, first: -2 * em})
	v := s.variants(p)[0]
	var out []indexLine
	for _, l := range s.lines(p, &v) {
		out = append(out, indexLine{line: l, kind: indexTurn})
	}
	return out
}

// fill makes columns under an opening. The opening gives up some lines, or takes
// some more, when that spares a last page with next to nothing on it.
func (s *indexSetter) fill(depth, sink int) (pages [][][]indexLine, taken int) {
	pages, taken = s.columns(depth, sink), sink
	for shift := 1; shift <= sink/3 && stub(pages); shift++ {
		for _, other := range [...]int{sink - shift, sink + shift} {
			if other < s.least {
				continue
			}
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
			sh.start = begin{at: open.at}
			top += Length(sink) * leading
		}
		for c, column := range page {
			dx := (s.column + s.spec.Gutter) * Length(c)
			for j := range column {
				sh.begins(column[j].begin())
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
