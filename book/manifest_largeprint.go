package book

import (
	"fmt"
	"strconv"
	"strings"
)

// LargePrintSpec is the choices of the large-print edition.
type LargePrintSpec struct {
	FontSize string // "18pt"
	Trim     string // a4 or letter; "" for the one that is nearer to that of the book
}

// largePrintTrims returns the pages that large print has room on.
func largePrintTrims() []string { return []string{"a4", "letter"} }

// largePrintKeys returns the keys of the section that tells how large print is set.
func (r *manifestReader) largePrintKeys() []manifestKey {
	trims := largePrintTrims()
	return []manifestKey{
		r.checked("font-size", r.largeSize),
		r.choice("trim", trims, func(i int) { r.m.LargePrint.Trim = trims[i] }),
	}
}

// largeSize reads the size of large print: 16 points are the least that is called so.
func (r *manifestReader) largeSize(s string) (problem, hint string) {
	points, unit := strings.CutSuffix(s, "pt")
	points = strings.TrimSpace(points)
	size, err := strconv.ParseFloat(points, 64)
	if !unit || err != nil || !(size >= 16 && size <= 30) {
		return fmt.Sprintf("large print cannot have the size %q", s), "write 16pt to 30pt; 18pt and 24pt are common"
	}
	r.m.LargePrint.FontSize = points + "pt"
	return "", ""
}
