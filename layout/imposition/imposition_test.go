package imposition

import (
	"fmt"
	"reflect"
	"testing"

	"publish/layout"
)

var (
	a5     = size{layout.Millimetres(148_000), layout.Millimetres(210_000)}
	a4     = size{layout.Millimetres(210_000), layout.Millimetres(297_000)}
	a3     = size{layout.Millimetres(297_000), layout.Millimetres(420_000)}
	letter = size{layout.Millimetres(215_900), layout.Millimetres(279_400)}
)

func onSheet(s size, opt Options) Options {
	opt.SheetWidth, opt.SheetHeight = s.width, s.height
	return opt
}

// TestFolded folds every book of 1 to 200 pages, in every way, and reads it leaf by
// leaf.
func TestFolded(t *testing.T) {
	for n := 1; n <= 200; n++ {
		for _, opt := range foldedWays() {
			p, err := New(n, a5.width, a5.height, onSheet(a4, opt))
			if err != nil {
				t.Fatal(err)
			}
			t.Run(fmt.Sprintf("%d pages %+v", n, opt), func(t *testing.T) {
				checkRead(t, readFolded(t, p, opt.RightToLeft), n)
				if p.Scale != 1000 || p.Blanks != 4*len(p.Sheets)-n {
					t.Errorf("scale %d, %d blanks on %d sheets", p.Scale, p.Blanks, len(p.Sheets))
				}
			})
			if t.Failed() {
				return
			}
		}
	}
}

// foldedWays lists the ways of folding.
func foldedWays() []Options {
	var ways []Options
	for _, flip := range []Flip{FlipUpright, FlipShort, FlipLong} {
		for _, rtl := range []bool{false, true} {
			base := Options{Flip: flip, RightToLeft: rtl}
			ways = append(ways, base)
			for _, of := range []int{0, 4, 8, 16, 32, 64} {
				o := base
				o.Scheme, o.Signature, o.Thickness = Signatures, of, layout.Point/4
				ways = append(ways, o)
			}
		}
	}
	return ways
}

// checkRead holds what was read to the pages in order: the last page last, blanks
// before it only.
func checkRead(t *testing.T, read []int, n int) {
	t.Helper()
	want := 0
	for place, page := range read {
		switch {
		case page < 0 && n > 1 && want < n-1:
			t.Fatalf("place %d is blank before page %d", place+1, want+1)
		case page >= 0 && page != want:
			t.Fatalf("place %d has page %d, want %d", place+1, page+1, want+1)
		case page >= 0:
			want++
		}
	}
	if want != n {
		t.Fatalf("%d pages of %d", want, n)
	}
	if n > 1 && read[len(read)-1] != n-1 {
		t.Fatalf("the last place has page %d of %d", read[len(read)-1]+1, n)
	}
}

// readFolded folds the sheets of each signature in half, one in the other, and reads
// the leaves from the first to the last.
func readFolded(t *testing.T, p *Plan, rtl bool) []int {
	t.Helper()
	var read []int
	at := 0
	for _, sheets := range p.Signatures {
		var before, after []int
		for _, s := range p.Sheets[at : at+sheets] {
			front, back := halves(t, s.Front, false), halves(t, s.Back, turned(p, s.Front))
			checkBackToBack(t, s.Front.Width, front, back)
			if rtl {
				front[0], front[1], back[0], back[1] = front[1], front[0], back[1], back[0]
			}
			before = append(before, number(front[1]), number(back[0]))
			after = append([]int{number(back[1]), number(front[0])}, after...)
		}
		read = append(append(read, before...), after...)
		at += sheets
	}
	if at != len(p.Sheets) {
		t.Fatalf("%d sheets, %d in signatures", len(p.Sheets), at)
	}
	return read
}

// turned reports whether a sheet that is turned as the plan says shows its back head
// down: a wide one about its long edge, a high one about its short edge.
func turned(p *Plan, s Side) bool {
	wide := s.Width > s.Height
	return wide && p.Flip == FlipLong || !wide && p.Flip == FlipShort
}

func number(p *Placement) int {
	if p == nil {
		return -1
	}
	return p.Page
}

// halves returns the pages of the left and right half of a side, which is looked at
// upright.
func halves(t *testing.T, s Side, headDown bool) (half [2]*Placement) {
	t.Helper()
	for _, pg := range s.Pages {
		if headDown {
			pg.X, pg.Y = s.Width-pg.X-pg.Width, s.Height-pg.Y-pg.Height
			pg.Turn = (pg.Turn + 2) % 4
		}
		if pg.Turn != Upright {
			t.Fatalf("page %d is turned by %d", pg.Page+1, pg.Turn)
		}
		i := 0
		if pg.X+pg.Width/2 > s.Width/2 {
			i = 1
		}
		if half[i] != nil {
			t.Fatalf("two pages in one half: %d and %d", half[i].Page+1, pg.Page+1)
		}
		half[i] = &pg
	}
	return half
}

// checkBackToBack holds the pages of both sides of a leaf to one another: they cover
// the same paper.
func checkBackToBack(t *testing.T, width layout.Length, front, back [2]*Placement) {
	t.Helper()
	for i, f := range front {
		b := back[1-i]
		if f == nil || b == nil {
			continue
		}
		if d := f.X - (width - b.X - b.Width); d < -2 || d > 2 || f.Y != b.Y {
			t.Fatalf("pages %d and %d are not back to back: %s, %s", f.Page+1, b.Page+1, f.X, width-b.X-b.Width)
		}
	}
}

// TestCreep holds inner sheets nearer to the spine by the paper around them, and all
// off it by the binding.
func TestCreep(t *testing.T) {
	thickness, binding := layout.Millimetres(100), layout.Millimetres(3_000)
	p, err := New(16, a5.width, a5.height, onSheet(a3, Options{Thickness: thickness, Binding: binding}))
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range p.Sheets {
		half := halves(t, s.Front, false)
		fold := s.Front.Width / 2
		want := binding - thickness*layout.Length(i)
		if got := half[1].X - fold; got != want {
			t.Errorf("sheet %d: the right page is %s off the fold, want %s", i, got, want)
		}
		if got := fold - half[0].X - half[0].Width; got != want {
			t.Errorf("sheet %d: the left page is %s off the fold, want %s", i, got, want)
		}
	}
}

// TestReading holds pages side by side to their order.
func TestReading(t *testing.T) {
	for _, test := range []struct {
		scheme Scheme
		flip   Flip
		rtl    bool
	}{{TwoUp, FlipUpright, false}, {TwoUp, FlipLong, false}, {FourUp, FlipShort, false}, {FourUp, FlipUpright, true}} {
		for n := 1; n <= 40; n++ {
			p, err := New(n, a5.width, a5.height, onSheet(a4, Options{Scheme: test.scheme, Flip: test.flip, RightToLeft: test.rtl}))
			if err != nil {
				t.Fatal(err)
			}
			next := 0
			for _, s := range p.Sheets {
				for i, side := range []Side{s.Front, s.Back} {
					next = checkInOrder(t, side, i == 1 && turned(p, side), test.rtl, next)
				}
			}
			if next != n {
				t.Errorf("%v: %d pages of %d", test, next, n)
			}
		}
	}
}

// checkInOrder reads a side row by row and returns the next page.
func checkInOrder(t *testing.T, s Side, headDown, rtl bool, next int) int {
	t.Helper()
	var lastX, lastY layout.Length
	for i, pg := range s.Pages {
		if headDown {
			pg.X, pg.Y, pg.Turn = s.Width-pg.X-pg.Width, s.Height-pg.Y-pg.Height, (pg.Turn+2)%4
		}
		if pg.Page != next || pg.Turn != Upright {
			t.Fatalf("page %d turned by %d, want page %d", pg.Page+1, pg.Turn, next+1)
		}
		if beside := (pg.X > lastX) != rtl; i > 0 && !(pg.Y > lastY || pg.Y == lastY && beside) {
			t.Fatalf("page %d stands before page %d", pg.Page+1, next)
		}
		lastX, lastY = pg.X, pg.Y
		next++
	}
	return next
}

// TestZine folds the sheet: along its length, so that each page of the upper row has
// one of the lower row at its back, and pulled open at the slit, so that of the four
// pages there the two of each row are back to back.
func TestZine(t *testing.T) {
	p, err := New(8, a5.width, a5.height, onSheet(a4, Options{Scheme: Zine}))
	if err != nil {
		t.Fatal(err)
	}
	var grid [2][4]Placement
	side := p.Sheets[0].Front
	for _, pg := range side.Pages {
		column, row := int(pg.X*4/side.Width), int(pg.Y*2/side.Height)
		grid[row][column] = pg
	}
	at := func(row, column int) int { return grid[row][column].Page + 1 }
	leaves := [][2]int{{at(1, 3), at(0, 3)}, {at(0, 2), at(0, 1)}, {at(0, 0), at(1, 0)}, {at(1, 1), at(1, 2)}}
	if want := [][2]int{{1, 2}, {3, 4}, {5, 6}, {7, 8}}; fmt.Sprint(leaves) != fmt.Sprint(want) {
		t.Errorf("the leaves are %v, want %v", leaves, want)
	}
	for column := range 4 {
		if grid[0][column].Turn != UpsideDown || grid[1][column].Turn != Upright {
			t.Errorf("column %d: turned by %d and %d", column, grid[0][column].Turn, grid[1][column].Turn)
		}
	}
	if len(p.Sheets[0].Back.Pages) != 0 {
		t.Error("a zine has a back")
	}
}

// TestSignatures holds auto to sizes that leave no thin last signature.
func TestSignatures(t *testing.T) {
	for n := 1; n <= 1000; n++ {
		p, err := New(n, a5.width, a5.height, onSheet(a4, Options{Scheme: Signatures}))
		if err != nil {
			t.Fatal(err)
		}
		if p.Blanks > 3 {
			t.Errorf("%d pages: %d blanks", n, p.Blanks)
		}
		last := p.Signatures[len(p.Signatures)-1]
		if len(p.Signatures) > 1 && last*2 < p.Signatures[0] {
			t.Errorf("%d pages: signatures of %v sheets", n, p.Signatures)
		}
	}
}

// TestCopies holds each side to as many copies as are asked for, none over another.
func TestCopies(t *testing.T) {
	a6 := size{layout.Millimetres(105_000), layout.Millimetres(148_000)}
	for copies := 1; copies <= 8; copies++ {
		p, err := New(12, a6.width, a6.height, onSheet(a3, Options{Copies: copies, Marks: Marks{Crop: true, Fold: true, Sewing: true}}))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range p.Sheets {
			for _, side := range []Side{s.Front, s.Back} {
				seen := map[int]int{}
				for i, pg := range side.Pages {
					seen[pg.Page]++
					for _, other := range side.Pages[:i] {
						if overlap(pg, other) {
							t.Fatalf("%d copies: pages %d and %d overlap", copies, pg.Page+1, other.Page+1)
						}
					}
					if pg.X < -2 || pg.Y < -2 || pg.X+pg.Width > side.Width+2 || pg.Y+pg.Height > side.Height+2 {
						t.Fatalf("%d copies: page %d sticks out", copies, pg.Page+1)
					}
				}
				for page, n := range seen {
					if n != copies {
						t.Errorf("page %d stands %d times, want %d", page+1, n, copies)
					}
				}
			}
		}
	}
}

func overlap(a, b Placement) bool {
	const bit = 4 // of rounding
	return a.X+a.Width > b.X+bit && b.X+b.Width > a.X+bit && a.Y+a.Height > b.Y+bit && b.Y+b.Height > a.Y+bit
}

// TestScale shrinks pages that the sheet has no room for, and no others.
func TestScale(t *testing.T) {
	for _, test := range []struct {
		page, sheet size
		least, most int64
	}{
		{a5, a4, 1000, 1000}, {a4, a4, 705, 708}, {a4, a3, 1000, 1000},
		{size{letter.height / 2, letter.width}, letter, 1000, 1000}, {a5, letter, 940, 948},
	} {
		p, err := New(8, test.page.width, test.page.height, onSheet(test.sheet, Options{}))
		if err != nil {
			t.Fatal(err)
		}
		if p.Scale < test.least || p.Scale > test.most {
			t.Errorf("%v on %v: scale %d", test.page, test.sheet, p.Scale)
		}
	}
}

// TestTestSheet puts the test sheet before the book, its sides back to back.
func TestTestSheet(t *testing.T) {
	for _, opt := range []Options{{}, {Flip: FlipLong}, {Scheme: Signatures, RightToLeft: true}, {Scheme: TwoUp}, {Scheme: Zine}} {
		opt.TestSheet = true
		p, err := New(8, a5.width, a5.height, onSheet(a4, opt))
		if err != nil {
			t.Fatal(err)
		}
		opt.TestSheet = false
		plain, err := New(8, a5.width, a5.height, onSheet(a4, opt))
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(p.Book(), plain.Sheets) || len(p.Sheets) != len(plain.Sheets)+1 || p.Blanks != plain.Blanks {
			t.Errorf("%+v: the test sheet changes the book", opt)
		}
		test := p.Sheets[0]
		if opt.Scheme == Zine {
			continue
		}
		front, back := halves(t, test.Front, false), halves(t, test.Back, turned(p, test.Back))
		checkBackToBack(t, test.Front.Width, front, back)
		for i := range front {
			if (front[i] == nil) != (back[1-i] == nil) {
				t.Errorf("%+v: the sides of the test sheet are not back to back", opt)
			}
		}
	}
}

// TestMistakes refuses what cannot be printed.
func TestMistakes(t *testing.T) {
	for _, test := range []struct {
		n   int
		opt Options
	}{
		{0, onSheet(a4, Options{})}, {4, Options{}}, {4, onSheet(a4, Options{Scheme: Signatures, Signature: 6})},
		{4, onSheet(a4, Options{Scheme: Signatures, Signature: 68})}, {9, onSheet(a4, Options{Scheme: Zine})},
	} {
		if _, err := New(test.n, a5.width, a5.height, test.opt); err == nil {
			t.Errorf("%d pages %+v: no error", test.n, test.opt)
		}
	}
}

// TestMarks holds crop marks off the pages and steps of signatures below one another.
func TestMarks(t *testing.T) {
	opt := onSheet(a3, Options{Scheme: Signatures, Signature: 8, Marks: Marks{Crop: true, Fold: true, Collation: true, Sewing: true}})
	p, err := New(32, a5.width, a5.height, opt)
	if err != nil {
		t.Fatal(err)
	}
	var steps []layout.Length
	stations := 0
	for _, s := range p.Sheets {
		for _, side := range []Side{s.Front, s.Back} {
			for _, m := range side.Marks {
				switch {
				case m.Weight == stepWidth:
					steps = append(steps, m.Y1)
				case m.Y1 == m.Y2 && m.X1 < side.Width/2 && m.X2 > side.Width/2:
					stations++
				case m.X1 != side.Width/2 && onPage(side, m):
					t.Errorf("mark %v lies on a page", m)
				}
			}
		}
	}
	if len(steps) != 4 || stations != 4*5 {
		t.Fatalf("%d steps and %d stations, want 4 and 20", len(steps), stations)
	}
	for i := 1; i < len(steps); i++ {
		if steps[i] != steps[i-1]+stepLen {
			t.Errorf("step %d stands at %s after %s", i, steps[i], steps[i-1])
		}
	}
}

func onPage(s Side, m Mark) bool {
	for _, pg := range s.Pages {
		if m.X1 > pg.X && m.X1 < pg.X+pg.Width && m.Y1 > pg.Y && m.Y1 < pg.Y+pg.Height {
			return true
		}
	}
	return false
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New(300, a5.width, a5.height, onSheet(a4, Options{Scheme: Signatures})); err != nil {
			b.Fatal(err)
		}
	}
}
