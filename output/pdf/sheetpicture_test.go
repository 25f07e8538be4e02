package pdf

import (
	"bytes"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"publish/layout"
	"publish/layout/imposition"
	"publish/output/validators"
)

// A printed side is a picture of one side of a sheet, with where the plan has pages. In
// what follows nothing but these places comes from the plan: which page stands in one,
// and which way up, is read from the picture.
type printedSide struct {
	picture *image.Gray
	side    imposition.Side
}

// sheetDPI makes a point of the page half a dot of the picture.
const sheetDPI = 36

// fingerprint is the mean grey of the fields of a page, row after row.
type fingerprint [fieldColumns * fieldRows]int

const fieldColumns, fieldRows = 15, 21

// TestSheetPictures draws the sheets of every scheme, turned both ways, recognises each
// page on them by its picture, unfolds the paper, and reads the pages from the first to
// the last.
func TestSheetPictures(t *testing.T) {
	const n = 11
	doc := bigNumbers(t, n)
	pages := fingerprints(t, doc)
	for _, test := range []struct {
		name  string
		opt   imposition.Options
		n     int
		sheet [2]layout.Length
		read  func(t *testing.T, sheets []readSheet, rtl bool) []int
	}{
		{"booklet", imposition.Options{}, n, [2]layout.Length{2, 1}, readBooklet},
		{"from right to left", imposition.Options{RightToLeft: true, Thickness: layout.Point}, n, [2]layout.Length{2, 1}, readBooklet},
		{"signatures", imposition.Options{Scheme: imposition.Signatures, Signature: 4, Marks: imposition.Marks{Fold: true}}, n, [2]layout.Length{2, 1}, readLeaves},
		{"two-up", imposition.Options{Scheme: imposition.TwoUp}, n, [2]layout.Length{2, 1}, readInOrder},
		{"four-up", imposition.Options{Scheme: imposition.FourUp}, n, [2]layout.Length{2, 2}, readInOrder},
		{"zine", imposition.Options{Scheme: imposition.Zine}, 8, [2]layout.Length{4, 2}, readZine},
		{"copies", imposition.Options{Copies: 2}, n, [2]layout.Length{2, 2}, readBooklet},
		{"smaller", imposition.Options{}, n, [2]layout.Length{1, 1}, readBooklet},
	} {
		for _, flip := range []imposition.Flip{imposition.FlipShort, imposition.FlipLong} {
			t.Run(fmt.Sprintf("%s, flip %d", test.name, flip), func(t *testing.T) {
				opt := test.opt
				opt.Flip = flip
				opt.SheetWidth, opt.SheetHeight = test.sheet[0]*testWidth, test.sheet[1]*testHeight
				plan, err := imposition.New(test.n, testWidth, testHeight, opt)
				if err != nil {
					t.Fatal(err)
				}
				copies := readSheets(t, plan, printSheets(t, doc, plan), pages, max(opt.Copies, 1))
				for _, sheets := range copies {
					if got := test.read(t, sheets, opt.RightToLeft); !inOrder(got, test.n) {
						t.Errorf("the pages are read in the order %v", got)
					}
				}
			})
		}
	}
}

// inOrder reports whether n pages were read in order, blanks, which are -1, before the
// last one or after it.
func inOrder(read []int, n int) bool {
	read = slices.DeleteFunc(slices.Clone(read), func(page int) bool { return page < 0 })
	for i, page := range read {
		if page != i {
			return false
		}
	}
	return len(read) == n
}

// bigNumbers returns a document whose pages carry their number large and off the middle.
func bigNumbers(t *testing.T, n int) *layout.Document {
	c := newComposer(t)
	for i := range n {
		c.newPage(strconv.Itoa(i + 1))
		c.y += 180 * layout.Point
		c.paragraph(strconv.Itoa(i+1), style{size: 260 * layout.Point})
		c.y += 60 * layout.Point
		c.paragraph("foot of the page", body)
	}
	return c.doc
}

// fingerprints returns those of the pages of a document, drawn alone.
func fingerprints(t *testing.T, doc *layout.Document) []fingerprint {
	path := filepath.Join(t.TempDir(), "pages.pdf")
	var b bytes.Buffer
	if err := Write(&b, doc, Options{}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	var list []fingerprint
	for i, page := range doc.Pages {
		list = append(list, fingerprintOf(validators.Picture(t, path, i+1, sheetDPI), 0, 0, page.Width, page.Height))
	}
	return list
}

// fingerprintOf returns the fingerprint of a part of a picture.
func fingerprintOf(im *image.Gray, x, y, width, height layout.Length) (f fingerprint) {
	dot := func(l layout.Length) int { return int((l*sheetDPI + layout.Inch/2) / layout.Inch) }
	for row := range layout.Length(fieldRows) {
		for column := range layout.Length(fieldColumns) {
			left, right := dot(x+width*column/fieldColumns), dot(x+width*(column+1)/fieldColumns)
			head, foot := dot(y+height*row/fieldRows), dot(y+height*(row+1)/fieldRows)
			sum, n := 0, 0
			for v := max(head, 0); v < min(foot, im.Rect.Dy()); v++ {
				for u := max(left, 0); u < min(right, im.Rect.Dx()); u++ {
					sum += int(im.Pix[v*im.Stride+u])
					n++
				}
			}
			f[int(row)*fieldColumns+int(column)] = sum / max(n, 1)
		}
	}
	return f
}

// distance is the mean difference of two fingerprints, in hundredths of a grey.
func (f *fingerprint) distance(g *fingerprint) int {
	sum := 0
	for i := range f {
		sum += max(f[i]-g[i], g[i]-f[i])
	}
	return sum * 100 / len(f)
}

// recognise returns which page a fingerprint is of, and whether it stands on its head.
// No other page may be half as like.
func (f *fingerprint) recognise(t *testing.T, pages []fingerprint) (page int, headDown bool) {
	t.Helper()
	least, second := 1<<30, 1<<30
	for i := range pages {
		for _, down := range []bool{false, true} {
			p := pages[i]
			if down {
				slices.Reverse(p[:])
			}
			switch d := f.distance(&p); {
			case d < least:
				least, second = d, least
				page, headDown = i, down
			case d < second:
				second = d
			}
		}
	}
	if least > 300 || second < 2*least {
		t.Fatalf("no page is recognised: %d is like by %d, another one by %d", page+1, least, second)
	}
	return page, headDown
}

// printSheets returns pictures of both sides of every sheet, the backs as one sees them
// after turning the sheet like a leaf of a book: head down if the printer turned it
// about the other edge.
func printSheets(t *testing.T, doc *layout.Document, plan *imposition.Plan) [][2]printedSide {
	t.Helper()
	path, _ := sheetsFile(t, doc, plan)
	var sheets [][2]printedSide
	for i, s := range plan.Sheets {
		front := printedSide{validators.Picture(t, path, 2*i+1, sheetDPI), s.Front}
		back := printedSide{validators.Picture(t, path, 2*i+2, sheetDPI), s.Back}
		if wide := s.Front.Width > s.Front.Height; wide == (plan.Flip == imposition.FlipLong) {
			back = back.turned()
		}
		sheets = append(sheets, [2]printedSide{front, back})
	}
	return sheets
}

// turned returns a side that stands on its head.
func (p printedSide) turned() printedSide {
	im := &image.Gray{Pix: slices.Clone(p.picture.Pix), Stride: p.picture.Stride, Rect: p.picture.Rect}
	slices.Reverse(im.Pix)
	pages := slices.Clone(p.side.Pages)
	for i := range pages {
		pg := &pages[i]
		pg.X, pg.Y = p.side.Width-pg.X-pg.Width, p.side.Height-pg.Y-pg.Height
	}
	p.side.Pages = pages
	return printedSide{im, p.side}
}

// readSheet is what stands in the rooms of both sides of a sheet, row after row.
type readSheet struct{ front, back []readPage }

// readPage is a page that was recognised; number is -1 for an empty room.
type readPage struct {
	number   int
	headDown bool
}

// readSheets reads the pictures of all sheets, those of each copy by themselves. Copies
// stand one above the other.
func readSheets(t *testing.T, plan *imposition.Plan, printed [][2]printedSide, pages []fingerprint, copies int) [][]readSheet {
	t.Helper()
	rows, columns := copies, 2
	perCopy := 1
	if max := mostPages(plan) / copies; max > 2 {
		columns = max / 2
		rows, perCopy = 2*copies, 2
	}
	out := make([][]readSheet, copies)
	for _, sheet := range printed {
		front, back := sheet[0].rooms(t, columns, rows, pages), sheet[1].rooms(t, columns, rows, pages)
		for i := range out {
			from, to := i*perCopy*columns, (i+1)*perCopy*columns
			out[i] = append(out[i], readSheet{front[from:to], back[from:to]})
		}
	}
	return out
}

// mostPages is how many pages the fullest side has.
func mostPages(plan *imposition.Plan) (most int) {
	for _, s := range plan.Sheets {
		most = max(most, len(s.Front.Pages), len(s.Back.Pages))
	}
	return most
}

// rooms recognises the pages of a side. Every page lies in a room of its own, and there
// is hardly any ink outside the pages.
func (p printedSide) rooms(t *testing.T, columns, rows int, pages []fingerprint) []readPage {
	t.Helper()
	rooms := make([]readPage, columns*rows)
	for i := range rooms {
		rooms[i].number = -1
	}
	inside := 0
	for _, pg := range p.side.Pages {
		f := fingerprintOf(p.picture, pg.X, pg.Y, pg.Width, pg.Height)
		column, row := int((pg.X+pg.Width/2)*layout.Length(columns)/p.side.Width), int((pg.Y+pg.Height/2)*layout.Length(rows)/p.side.Height)
		room := &rooms[row*columns+column]
		if room.number >= 0 {
			t.Fatalf("two pages in the room %d, %d", column, row)
		}
		room.number, room.headDown = f.recognise(t, pages)
		inside += ink(p.picture, pg.X, pg.Y, pg.Width, pg.Height)
	}
	all := ink(p.picture, 0, 0, p.side.Width, p.side.Height)
	if marks := 80 * len(p.side.Marks); all-inside > marks+all/50 {
		t.Errorf("%d dots of ink outside the pages, %d in all", all-inside, all)
	}
	return rooms
}

// ink counts the dark dots of a part of a picture.
func ink(im *image.Gray, x, y, width, height layout.Length) (n int) {
	dot := func(l layout.Length) int { return int(l * sheetDPI / layout.Inch) }
	for v := dot(y); v < min(dot(y+height)+1, im.Rect.Dy()); v++ {
		for u := dot(x); u < min(dot(x+width)+1, im.Rect.Dx()); u++ {
			if im.Pix[v*im.Stride+u] < 128 {
				n++
			}
		}
	}
	return n
}

// upright holds pages to standing upright and returns their numbers.
func upright(t *testing.T, pages ...readPage) (numbers []int) {
	t.Helper()
	for _, p := range pages {
		if p.headDown {
			t.Errorf("page %d stands on its head", p.number+1)
		}
		numbers = append(numbers, p.number)
	}
	return numbers
}

// readBooklet lays the sheets on one another, folds them together and reads the leaves.
func readBooklet(t *testing.T, sheets []readSheet, rtl bool) []int {
	t.Helper()
	var before, after []int
	for _, s := range sheets {
		front, back := upright(t, s.front...), upright(t, s.back...)
		if rtl {
			slices.Reverse(front)
			slices.Reverse(back)
		}
		before = append(before, front[1], back[0])
		after = append([]int{back[1], front[0]}, after...)
	}
	return append(before, after...)
}

// readLeaves folds every sheet by itself.
func readLeaves(t *testing.T, sheets []readSheet, rtl bool) (read []int) {
	t.Helper()
	for i := range sheets {
		read = append(read, readBooklet(t, sheets[i:i+1], rtl)...)
	}
	return read
}

// readInOrder reads side after side, row after row.
func readInOrder(t *testing.T, sheets []readSheet, _ bool) (read []int) {
	t.Helper()
	for _, s := range sheets {
		read = append(append(read, upright(t, s.front...)...), upright(t, s.back...)...)
	}
	return read
}

// readZine folds the one sheet along its length, slits it, and pushes it into a book: of
// the lower row, which stands upright, the last page is the first of the book; the upper
// row, which stands on its head, is read from its end.
func readZine(t *testing.T, sheets []readSheet, _ bool) []int {
	t.Helper()
	front := sheets[0].front
	for _, p := range front[:4] {
		if !p.headDown {
			t.Errorf("page %d of the upper row stands upright", p.number+1)
		}
	}
	lower := upright(t, front[4:]...)
	return []int{lower[3], front[3].number, front[2].number, front[1].number, front[0].number, lower[0], lower[1], lower[2]}
}
