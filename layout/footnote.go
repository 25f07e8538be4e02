package layout

import "publish/book"

// footnotes is the notes of a chapter, set row by row, that stand at the foot of
// the page that calls them, below a short rule. A note that does not fit goes on at
// the foot of the next page.
type footnotes struct {
	notes   map[string][]footRow // by the ID of the note's first call
	leading Length
	step    Length // of the text above
}

// footRow is a line of a note, or a table or figure in it that takes several rows.
type footRow struct {
	line  *composedLine
	solid *solid
}

// footnotes sets the notes of a chapter in rows. The elements go under sect.
func (g *galley) footnotes(ch *book.Chapter, sect *Element) *footnotes {
	f := &footnotes{notes: map[string][]footRow{}, leading: g.spec.Notes.Leading, step: g.spec.Text.Leading / stepsPerLine}
	indent := g.noteIndent(ch.Notes)
	for _, note := range ch.Notes {
		g.note(note, indent, sect)
		f.notes[note.Refs[0]] = g.rows()
		g.units = g.units[:0]
	}
	return f
}

// rows returns the rows of the units that the galley holds.
func (g *galley) rows() []footRow {
	var rows []footRow
	for i := range g.units {
		u := &g.units[i]
		if u.solid != nil {
			rows = append(rows, footRow{solid: u.solid})
			height := Length(u.solid.height) * g.step()
			for range (height - 1) / g.text.Leading {
				rows = append(rows, footRow{})
			}
			continue
		}
		lines := g.lines(u.paragraph, &u.variants[0])
		for j := range lines {
			rows = append(rows, footRow{line: &lines[j]})
		}
	}
	return rows
}

// height returns the steps that rows of notes take, the white with the rule above
// them included.
func (f *footnotes) height(rows int) int {
	if f == nil || rows == 0 {
		return 0
	}
	return int((f.leading*Length(rows)+f.step-1)/f.step) + stepsPerLine
}

// fit returns how many rows go into a number of steps.
func (f *footnotes) fit(steps int) int {
	return max(int(Length(steps-stepsPerLine)*f.step/f.leading), 0)
}

// called returns the rows of the notes that calls have for the first time.
func (f *footnotes) called(calls []string) []footRow {
	var rows []footRow
	for _, id := range calls {
		rows = append(rows, f.notes[id]...)
	}
	return rows
}

// rowsOfLine returns how many rows of notes line number line of a paragraph calls
// in all, and in the last of its notes.
func (f *footnotes) rowsOfLine(p *paragraph, v *variant, line int) (all, last int) {
	from := 0
	if line > 0 {
		from = v.breaks[line-1] + 1
	}
	for i := from; i < v.breaks[line]; i++ {
		s := &p.segments[p.atoms[i].segment]
		if a := p.atoms[i]; a.to > 0 && s.isCall() {
			if n := len(f.notes[s.thing.call]); n > 0 {
				all, last = all+n, n
			}
		}
	}
	return all, last
}

// rowsOfSolid returns how many rows of notes the lines of a solid call.
func (f *footnotes) rowsOfSolid(s *solid) int {
	rows := 0
	for i := range s.lines {
		rows += len(f.called(s.lines[i].line.calls))
	}
	return rows
}

// leastRows is how many rows of a note stand on the page that calls it.
const leastRows = 2

// set puts as many rows as fit on a sheet whose text ends at used steps of room,
// the last one on the last line of the room, and returns the rest.
func (f *footnotes) set(s *sheet, rows []footRow, spec *Spec, used, room int) []footRow {
	n := min(len(rows), f.fit(room-used))
	if n == 0 {
		return rows
	}
	last := spec.Head + Length(room)*f.step - spec.Text.Leading + baseline(spec.Text)
	first := last - Length(n-1)*f.leading
	above := first - baseline(spec.Notes) - spec.Text.Leading/2
	s.items = append(s.items, &Rule{Y: above, Width: spec.Measure() / 5, Height: Point / 2})
	for i, row := range rows[:n] {
		y := first + Length(i)*f.leading
		switch {
		case row.line != nil:
			s.place(row.line, 0, y)
		case row.solid != nil:
			s.placeSolid(row.solid, y-baseline(spec.Notes))
		}
	}
	return rows[n:]
}
