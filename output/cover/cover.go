package cover

import (
	"fmt"
	"strings"

	"publish/book"
	"publish/fonts"
)

// Width and Height are the size of a cover in pixels.
const (
	Width  = 1600
	Height = 2560
)

// The lower half: margins of the text, and the lines between which it stands.
const (
	margin   = 130
	fold     = 1280 // where the device ends
	titleTop = fold + 110
	foot     = Height - 130 // lowest baseline
)

// Draw returns the cover of a book as a PNG file. The same meta and family give
// the same bytes.
func Draw(meta book.Meta, fam *fonts.Family) ([]byte, error) {
	dice := newDice(meta)
	c := dice.colours()
	d := &drawing{paper: c.paper}
	device(d, dice, c)
	d.rectangle(c.paper, 0, fold, Width, Height)
	d.rectangle(c.accent, 0, fold, Width, fold+22)
	lettering(d, c, meta, fam)
	data, err := d.png()
	if err != nil {
		return nil, fmt.Errorf("cover: %w", err)
	}
	return data, nil
}

// lettering sets title, subtitle, authors and publisher.
func lettering(d *drawing, c colours, meta book.Meta, fam *fonts.Family) {
	set := setter{shaper: fonts.NewShaper(fam), lang: meta.Language}
	bottom := set.foot(d, c, meta)
	room := bottom - titleTop
	subtitle := set.fit(meta.Subtitle, fonts.Italic, sizes{92, 56, 4}, room*2/5, 3)
	title := set.fit(meta.Title, fonts.Roman, sizes{250, 84, 6}, room-subtitle.height(), 5)
	y := titleTop + title.draw(d, c.ink, titleTop)
	if meta.Subtitle != "" {
		subtitle.draw(d, c.ink, y+30)
	}
}

// foot sets the authors and the publisher at the lower edge and returns where
// they begin.
func (s *setter) foot(d *drawing, c colours, meta book.Meta) int {
	y := foot
	if meta.Publisher != "" {
		line := s.fit(meta.Publisher, fonts.Italic, sizes{54, 36, 2}, 80, 1)
		line.draw(d, c.ink, y-line.height())
		y -= line.height() + 24
	}
	names := authors(meta)
	if names == "" {
		return y - 40
	}
	block := s.fit(names, fonts.Roman, sizes{84, 52, 4}, 300, 3)
	y -= block.height()
	block.draw(d, c.ink, y)
	d.rectangle(c.accent, margin, y-44, margin+160, y-36)
	return y - 90
}

// authors returns the names of the authors, or of whoever stands first if there
// is none.
func authors(meta book.Meta) string {
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
