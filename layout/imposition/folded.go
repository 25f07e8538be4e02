package imposition

import (
	"slices"

	"publish/layout"
)

// folded makes signatures: sheets one in the other, folded once.
func (p *planner) folded(n int) {
	p.plan.Signatures = p.gather(n)
	total := 0
	for _, sheets := range p.plan.Signatures {
		total += 4 * sheets
	}
	p.plan.Blanks = total - n
	first := 0
	for number, sheets := range p.plan.Signatures {
		for i := range sheets {
			p.plan.Sheets = append(p.plan.Sheets, p.foldedSheet(first, sheets, i, number))
		}
		first += 4 * sheets
	}
}

// commonSheets is how many sheets a signature has by custom: sixteen pages, which fold
// well and are thick enough to sew.
const commonSheets = 4

// gather returns how many sheets each signature has. Of its own choice it makes
// signatures as alike as can be, so that none is thin. The last of those of a size that
// is asked for has the sheets that are left: no page is wasted but on the last sheet.
func (p *planner) gather(n int) []int {
	sheets := (n + 3) / 4
	switch {
	case p.Scheme == Booklet:
		return []int{sheets}
	case p.Signature > 0:
		of := p.Signature / 4
		list := slices.Repeat([]int{of}, (sheets+of-1)/of)
		list[len(list)-1] = (sheets-1)%of + 1
		return list
	}
	list := make([]int, max((sheets+commonSheets/2)/commonSheets, 1))
	for i := range sheets {
		list[i%len(list)]++
	}
	return list
}

// foldedSheet returns sheet i, from the outermost, of a signature that begins with
// the page of index first.
func (p *planner) foldedSheet(first, sheets, i, number int) Sheet {
	last := first + 4*sheets - 1
	outer := p.spread(last-2*i, first+2*i, i)
	inner := p.spread(first+2*i+1, last-2*i-1, i)
	front, back := p.side(outer), p.side(inner)
	p.mark(&front, &back, signatureSheet{number, i, sheets})
	return Sheet{front, p.back(back)}
}

// spread returns the two pages of a side of a folded sheet, the left one first for a
// book that is read from left to right.
func (p *planner) spread(left, right, depth int) []placed {
	if p.RightToLeft {
		left, right = right, left
	}
	// Inner sheets are nearer to the edge by what the outer ones are thick.
	shift := p.Binding - p.Thickness*layout.Length(depth)
	var pages []placed
	for column, page := range []int{left, right} {
		if at := p.pageAt(page); at >= 0 {
			pages = append(pages, placed{cell: cell{column, 0}, page: at, shift: shift * layout.Length(2*column-1)})
		}
	}
	return pages
}

// pageAt returns the page of the book that stands at a place of the folded book, -1
// for a blank one. Blanks come before the last page, so that it stays the last.
func (p *planner) pageAt(place int) int {
	last := p.plan.Pages + p.plan.Blanks - 1
	switch {
	case p.plan.Pages == 1:
		return max(-place, -1)
	case place == last:
		return p.plan.Pages - 1
	case place >= p.plan.Pages-1:
		return -1
	}
	return place
}
