package cover

import (
	"fmt"
	"strings"

	"publish/book"
	"publish/fonts"
)

// Width and Height are the size of a cover in pixels. A drawing of other
// proportions has the same width and another height.
const (
	Width  = 1600
	Height = 2560
)

// The lower half: margins of the text, and how far it stands from its edges.
const (
	margin   = 130
	titleGap = 110 // from the device to the title
	footGap  = 130 // from the lowest baseline to the foot
)

// Draw returns the cover of a book as a PNG file. The same meta and family give
// the same bytes.
func Draw(meta book.Meta, fam *fonts.Family) ([]byte, error) {
	data, err := Front(meta, fam, Height, 0).png()
	if err != nil {
		return nil, fmt.Errorf("cover: %w", err)
	}
	return data, nil
}

// Front returns the cover of a book on a page of this height, of which the width
// is Width. Its colours and its device go on beyond the edges by as much as bleed.
func Front(meta book.Meta, fam *fonts.Family, height, bleed int) *Drawing {
	dice := newDice(meta)
	c := dice.colours()
	d := &Drawing{Height: height, Colours: c}
	device(d, dice, c)
	d.stretch(bleed)
	d.rectangle(c.Paper, -bleed, d.Fold(), Width+bleed, height+bleed)
	d.rectangle(c.Accent, -bleed, d.Fold(), Width+bleed, d.Fold()+Stripe)
	lettering(d, c, meta, fam)
	return d
}

// lettering sets title, subtitle, authors and publisher.
func lettering(d *Drawing, c Colours, meta book.Meta, fam *fonts.Family) {
	set := setter{fonts.NewShaper(fam), meta.Language, book.RightToLeft(meta.Language)}
	bottom, titleTop := set.foot(d, c, meta), d.Fold()+titleGap
	room := bottom - titleTop
	subtitle := set.fit(meta.Subtitle, fonts.Italic, sizes{92, 56, 4}, room*2/5, 3)
	title := set.fit(meta.Title, fonts.Roman, sizes{250, 84, 6}, room-subtitle.height(), 5)
	y := titleTop + title.draw(d, c.Ink, titleTop)
	if meta.Subtitle != "" {
		subtitle.draw(d, c.Ink, y+30)
	}
}

// foot sets the authors and the publisher at the lower edge and returns where
// they begin.
func (s *setter) foot(d *Drawing, c Colours, meta book.Meta) int {
	y := d.Height - footGap
	if meta.Publisher != "" {
		line := s.fit(meta.Publisher, fonts.Italic, sizes{54, 36, 2}, 80, 1)
		line.draw(d, c.Ink, y-line.height())
		y -= line.height() + 24
	}
	names := Authors(meta)
	if names == "" {
		return y - 40
	}
	block := s.fit(names, fonts.Roman, sizes{84, 52, 4}, 300, 3)
	y -= block.height()
	block.draw(d, c.Ink, y)
	left := margin
	if s.flushRight {
		left = Width - margin - 160
	}
	d.rectangle(c.Accent, left, y-44, left+160, y-36)
	return y - 90
}

// Authors returns the names of the authors, or of whoever stands first if there
// is none.
func Authors(meta book.Meta) string {
	var list []string
	for _, a := range meta.Authors {
		if a.Role == "" || a.Role == "aut" {
			list = append(list, a.Name)
		}
	}
	if len(list) == 0 && len(meta.Authors) > 0 {
		list = []string{meta.Authors[0].Name}
	}
	return strings.Join(list, ", ")
}
