package layout

import "fmt"

// LargePrintTrims returns the names of the trim sizes that LargePrint knows.
func LargePrintTrims() []string { return []string{"a4", "letter"} }

// LargePrint returns the design of a large-print page: letters of a size on a third
// more, ragged, not hyphenated, every size near that of the text (American Council of
// the Blind, Best Practices and Guidelines for Large Print Documents, 2011). From 22
// points on the index has one column, for two would have few words to the line.
func LargePrint(trim string, size Length) (Spec, error) {
	s := Spec{Name: trim, Columns: 2, Ragged: true, Level: true}
	switch trim {
	case "a4":
		s.page(210_000, 297_000, 22_000, 20_000, 24_000, 0)
	case "letter":
		s.page(215_900, 279_400, 24_000, 22_000, 23_000, 0)
	default:
		return Spec{}, fmt.Errorf("layout: no large print on the trim size %q", trim)
	}
	s.Text = Type{size, size.Scale(4, 3)}
	s.Notes, s.Bibliography, s.Index = s.Text, s.Text, s.Text
	s.Table = Type{size, size.Scale(7, 6)}
	s.RunningHead = size
	s.Gutter = size * 3 / 2
	if size >= 22*Point {
		s.Columns = 1
	}
	s.fill(Millimetres(26_000))
	s.Sink = s.Lines / 4
	return s, nil
}
