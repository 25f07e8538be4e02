package book

import (
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// BookletSpec says how the booklet is printed. Lengths are thousandths of a
// millimetre.
type BookletSpec struct {
	Scheme                  BookletScheme
	Sheet                   string // as the manifest names it; "" for the one that the pages need
	SheetWidth, SheetHeight int64  // of Sheet, either way round
	Signature               int    // pages of one; 0 for what wastes fewest
	Flip                    BookletFlip
	Paper                   int64 // thickness of a leaf
	Binding                 int64 // kept free at the spine
	Copies                  int   // on each sheet
	Marks                   []string
	SpineRight              bool // the book is read from right to left
	TestSheet               bool // the first sheet tells how to feed, turn and fold
}

// BookletScheme is how pages stand on sheets.
type BookletScheme uint8

// Pages are folded into one booklet or into signatures, or stand side by side in
// reading order, or fill one side of one sheet.
const (
	SchemeBooklet BookletScheme = iota
	SchemeSignatures
	SchemeTwoUp
	SchemeFourUp
	SchemeZine
)

// String returns the name of the scheme in a manifest.
func (s BookletScheme) String() string { return bookletSchemes()[s] }

// BookletFlip is how sheets are turned over.
type BookletFlip uint8

// Sheets turn about the edge that keeps the back upright, about the short or the long
// one; or fronts and backs come as two files, for printers that print one side.
const (
	FlipUpright BookletFlip = iota
	FlipShort
	FlipLong
	FlipSeparate
)

func bookletSchemes() []string {
	return []string{"booklet", "signatures", "two-up", "four-up", "zine"}
}

func bookletFlips() []string { return []string{"upright", "short", "long", "separate"} }

func bookletMarks() []string { return []string{"crop", "fold", "collation", "sewing"} }

// bookletKeys returns the keys of the section that tells how the booklet is printed.
func (r *manifestReader) bookletKeys() []manifestKey {
	b := &r.m.Booklet
	return []manifestKey{
		r.choice("scheme", bookletSchemes(), func(i int) { b.Scheme = BookletScheme(i) }),
		r.checked("sheet", r.sheet),
		r.checked("signature", r.signature),
		r.choice("flip", bookletFlips(), func(i int) { b.Flip = BookletFlip(i) }),
		r.thickness("paper", &r.leaf),
		r.bulk("bulk", &r.leaf),
		r.length("binding", "a width", 50_000, &b.Binding),
		r.checked("copies", r.copies),
		{name: "marks", read: func(n *yaml.Node) { b.Marks = r.subset(n, "marks", bookletMarks()) }},
		r.choice("spine", []string{"left", "right"}, func(i int) { b.SpineRight, r.spine = i == 1, true }),
		r.boolean("test-sheet", func(on bool) { b.TestSheet = on }),
	}
}

// sheet reads the size of a sheet: a name, or two sides in millimetres.
func (r *manifestReader) sheet(s string) (problem, hint string) {
	b := &r.m.Booklet
	if width, height, ok := SheetSize(s); ok {
		b.Sheet, b.SheetWidth, b.SheetHeight = s, width, height
		return "", ""
	}
	short, long, found := strings.Cut(strings.TrimSuffix(strings.ReplaceAll(s, " ", ""), "mm"), "x")
	width, ok1 := millimetres(short)
	height, ok2 := millimetres(long)
	if !found || !ok1 || !ok2 || width < 50_000 || height < 50_000 || width > 2_000_000 || height > 2_000_000 {
		return fmt.Sprintf("the sheet cannot be %q", s), "name one of " + strings.Join(sheetNames(), ", ") + ", or write its sides such as 320x450mm"
	}
	b.Sheet, b.SheetWidth, b.SheetHeight = s, width, height
	return "", ""
}

func sheetNames() []string { return []string{"a3", "a4", "a5", "letter", "legal", "tabloid"} }

// SheetSize returns the sides of a sheet of a common name, in thousandths of a
// millimetre (ISO 216, ANSI Y14.1).
func SheetSize(name string) (width, height int64, ok bool) {
	switch name {
	case "a3":
		return 297_000, 420_000, true
	case "a4":
		return 210_000, 297_000, true
	case "a5":
		return 148_000, 210_000, true
	case "letter":
		return 215_900, 279_400, true
	case "legal":
		return 215_900, 355_600, true
	case "tabloid":
		return 279_400, 431_800, true
	}
	return 0, 0, false
}

// signature reads the number of pages of a signature.
func (r *manifestReader) signature(s string) (problem, hint string) {
	if s == "auto" {
		r.m.Booklet.Signature = 0
		return "", ""
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 4 || n > 64 || n%4 != 0 {
		return fmt.Sprintf("a signature cannot have %q pages", s), "write auto, or 4 to 64 by fours, such as 16"
	}
	r.m.Booklet.Signature = n
	return "", ""
}

func (r *manifestReader) copies(s string) (problem, hint string) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 64 {
		return fmt.Sprintf("there cannot be %q copies on a sheet", s), "write 1 to 64"
	}
	r.m.Booklet.Copies = n
	return "", ""
}

// length is a length in millimetres, of at most so many thousandths.
func (r *manifestReader) length(name, what string, most int64, to *int64) manifestKey {
	return r.checked(name, func(s string) (problem, hint string) {
		number, unit := strings.CutSuffix(s, "mm")
		n, ok := millimetres(strings.TrimSpace(number))
		if !unit || !ok || n > most {
			return fmt.Sprintf("%q is not %s", s, what), fmt.Sprintf("write 0mm to %gmm", float64(most)/1000)
		}
		*to = n
		return "", ""
	})
}

// millimetres reads a number of millimetres, in thousandths.
func millimetres(s string) (n int64, ok bool) {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || !(f >= 0 && f < 1e6) {
		return 0, false
	}
	return int64(f*1000 + 0.5), true
}
