package layout

import (
	"fmt"

	"publish/book"
)

// Spec is the design of the page. All lengths are of the trimmed page. The
// vertical unit of everything is the step, a quarter of a leading, so that text
// stands on one grid and tables may use parts of it.
type Spec struct {
	Name          string
	Width, Height Length
	Inner, Outer  Length // margins beside the type area
	Head          Length // from the page's head to the top of the first line
	Lines         int    // lines of text on a full page
	Text          Type   // body
	Notes         Type
	Bibliography  Type
	Index         Type
	Table         Type // its leading is three steps of Text's
	RunningHead   Length
	Sink          int // lines left free above the text of a chapter's first page, the title included
	Columns       int // of the index
	Gutter        Length
	OpenRecto     bool // chapters open on a recto
	LineNumbers   int  // every so manieth line of the text has its number; 0 for none
	LinesOn       bool // lines are counted through a chapter, not by pages
	Screen        bool // made for screens: no page is left blank, both margins are alike
	Ragged        bool // text is flush left and not hyphenated
	Level         bool // sizes lie near that of the text: none is smaller, titles are less larger
}

// Type is a size of letters and the distance between baselines.
type Type struct {
	Size, Leading Length
}

// Measure returns the length of a full line.
func (s *Spec) Measure() Length { return s.Width - s.Inner - s.Outer }

// Display returns the size of large letters, of titles above all: points are those of
// a book set in 11 points. In a level design those above 11 count half and none is
// below.
func (s *Spec) Display(points int64) Length {
	if s.Level {
		return s.Text.Size.Scale(max(11+points, 22), 22)
	}
	return s.Text.Size.Scale(points, 11)
}

// titleLeading returns the distance between the lines of a chapter's title.
func (s *Spec) titleLeading() Length {
	if s.Level {
		return s.Text.Leading * 3 / 2
	}
	return s.Text.Leading * 2
}

// typography returns the refinements of a book that a design has room for. A level one
// has no small capitals and no figures with ascenders and descenders: both are smaller.
func (s *Spec) typography(b *book.Book) book.Typography {
	if s.Level {
		return b.Typography.Without(book.SmallCapitals).Without(book.OldStyleFigures)
	}
	return b.Typography
}

// Depth returns the height of the type area.
func (s *Spec) Depth() Length { return s.Text.Leading * Length(s.Lines) }

// FigureRoom returns the largest size that a figure is set in: the measure, and so
// much of the depth that text stands on its page too.
func (s *Spec) FigureRoom() (width, height Length) { return s.Measure(), s.Depth() * 3 / 4 }

// Trims returns the names of the trim sizes that SpecFor knows.
func Trims() []string { return []string{"a5", "a6", "a4", "letter", "half-letter", "6x9", "e-reader"} }

// SpecFor returns the page design of a trim size. Margins follow page-making
// custom: the inner pair reads as one gutter, the foot is larger than the head,
// and the measure stays between 60 and 75 characters whatever the page. The page for
// screens has no room for either: its margins are what keeps letters off the edge, and
// its line has some 50 characters, that the letters may be as large as on paper.
func SpecFor(trim string) (Spec, error) {
	s := Spec{Name: trim, Columns: 2, Sink: 10, OpenRecto: true}
	switch trim {
	case "a5":
		s.page(148_000, 210_000, 18_000, 26_000, 18_000, 34)
		s.types(11*Point, 14*Point)
	case "a6":
		s.page(105_000, 148_000, 12_000, 15_000, 12_500, 28)
		s.types(9*Point, 11*Point+3*Point/4)
		s.Sink = 8
	case "e-reader":
		s.page(90_000, 122_000, 5_500, 5_500, 10_500, 22)
		s.types(10*Point+Point/2, 13*Point+Point/2)
		s.Sink, s.Screen, s.OpenRecto = 6, true, false
	case "half-letter":
		s.page(139_700, 215_900, 16_500, 23_000, 18_000, 35)
		s.types(11*Point, 14*Point)
	case "6x9":
		s.page(152_400, 228_600, 19_500, 27_000, 19_500, 37)
		s.types(11*Point, 14*Point)
	case "a4":
		s.page(210_000, 297_000, 34_000, 56_000, 27_000, 42)
		s.types(12*Point, 16*Point)
	case "letter":
		s.page(215_900, 279_400, 36_000, 59_000, 25_000, 39)
		s.types(12*Point, 16*Point)
	default:
		return Spec{}, fmt.Errorf("layout: unknown trim size %q", trim)
	}
	return s, nil
}

// page sets the page in thousandths of a millimetre.
func (s *Spec) page(width, height, inner, outer, head int64, lines int) {
	s.Width, s.Height = Millimetres(width), Millimetres(height)
	s.Inner, s.Outer, s.Head = Millimetres(inner), Millimetres(outer), Millimetres(head)
	s.Lines = lines
}

// types sets every size of letters from that of the text, in the proportions of
// the A5 page: notes 9/12, bibliography 10/14, index 8.5/11 beside text 11/14.
func (s *Spec) types(size, leading Length) {
	text := Type{size, leading}
	s.Text = text
	s.Notes = Type{text.Size.Scale(9, 11), text.Leading.Scale(12, 14)}
	s.Bibliography = Type{text.Size.Scale(10, 11), text.Leading}
	s.Index = Type{text.Size.Scale(17, 22), text.Leading.Scale(11, 14)}
	s.Table = Type{text.Size.Scale(9, 11), text.Leading.Scale(3, 4)}
	s.RunningHead = text.Size.Scale(9, 11)
	s.Gutter = text.Size.Scale(3, 2)
}

// WithTextSize returns the design with text of another size, in points; leading
// and the other sizes follow in proportion, and the number of lines so that the
// type area keeps its depth.
func (s Spec) WithTextSize(size Length) Spec {
	depth := s.Depth()
	s.types(size, s.Text.Leading.Scale(int64(size), int64(s.Text.Size)))
	s.Lines = int(depth / s.Text.Leading)
	return s
}

// Compact returns the design with smaller letters, 9.5 on 12 points where it had 11 on
// 14, and narrower margins, for long books. Letters do not go below 8 points.
func (s Spec) Compact() Spec {
	if size := max(s.Text.Size.Scale(19, 22), 8*Point); size < s.Text.Size {
		s.types(size, s.Text.Leading.Scale(12, 14))
	}
	foot := s.Height - s.Head - s.Depth()
	s.Inner, s.Outer = s.Inner.Scale(11, 12), s.Outer.Scale(5, 6)
	s.Head = s.Head.Scale(5, 6)
	s.fill(foot.Scale(5, 6))
	return s
}

// fill sets as many lines as leave a foot of some depth.
func (s *Spec) fill(foot Length) { s.Lines = int((s.Height - s.Head - foot) / s.Text.Leading) }
