package layout

import "math"

// furnish adds running head and folio to a sheet and returns the finished page,
// everything moved to its place on a verso or recto.
func (b *binder) furnish(s *sheet, side side, folio string) *Page {
	page := &Page{Width: b.spec.Width, Height: b.spec.Height, Folio: folio}
	shift := b.spec.left(side)
	s.moveMargins(b.spec, side)
	if !s.bare && !s.blank {
		page.Items = b.heads(s, side, folio)
	}
	page.Items = append(append(page.Items, s.furniture...), s.items...)
	if s.ruled {
		page.Items = append(page.Items, b.spec.ruling(side)...)
	}
	for _, item := range page.Items {
		item.move(shift)
		if b.mirrored {
			item.mirror(page.Width)
		}
	}
	return page
}

func (l *Line) move(dx Length) {
	for i := range l.Words {
		l.Words[i].X += dx
	}
}
func (r *Rule) move(dx Length)     { r.X += dx }
func (p *Picture) move(dx Length)  { p.X += dx }
func (d *Drawing) move(dx Length)  { d.X += dx }
func (a *LinkArea) move(dx Length) { a.X += dx }

func (s *Shape) move(dx Length) {
	for i := range s.Path {
		for k := range s.Path[i].Points {
			s.Path[i].Points[k].X += dx
		}
	}
}

// mirror moves what is on a page to where it stands in a mirror. Nothing is turned
// over itself.
func (l *Line) mirror(width Length) {
	for i := range l.Words {
		w := &l.Words[i]
		w.X = width - w.X - w.width()
	}
}
func (r *Rule) mirror(width Length)     { r.X = width - r.X - r.Width }
func (p *Picture) mirror(width Length)  { p.X = width - p.X - p.Width }
func (d *Drawing) mirror(width Length)  { d.X = width - d.X - d.Width }
func (a *LinkArea) mirror(width Length) { a.X = width - a.X - a.Width }

func (s *Shape) mirror(width Length) {
	left, right := Length(math.MaxInt64), Length(math.MinInt64)
	for i := range s.Path {
		for _, p := range s.Path[i].Points {
			left, right = min(left, p.X), max(right, p.X)
		}
	}
	if left <= right {
		s.move(width - left - right)
	}
}

// heads draws the running head in the middle and the folio at the outer edge;
// on the first page of a chapter the folio alone, at the foot. On screens every page
// has its folio on the right of the head, where it is looked for.
func (b *binder) heads(s *sheet, side side, folio string) []Item {
	style := roman(b.spec.RunningHead, b.book.Meta.Language)
	number := roman(b.spec.Display(10), style.lang)
	measure := b.spec.Measure()
	if b.spec.Screen {
		side = recto
	}
	if s.opening && !b.spec.Screen {
		y := b.spec.Head + b.spec.Depth() + b.spec.Text.Leading*7/4
		return []Item{b.furniture(folio, number, y, func(w Length) Length { return (measure - w) / 2 })}
	}
	y := b.spec.Head - b.spec.Text.Leading
	edge := func(w Length) Length { return measure - w }
	text := s.head.recto
	if side == verso {
		edge = func(Length) Length { return 0 }
		text = s.head.verso
	}
	if s.head.first != "" {
		text = s.head.first
		if side == recto {
			text = s.head.last
		}
	}
	items := []Item{b.furniture(folio, number, y, edge)}
	if text != "" && !s.opening {
		if !b.spec.Level {
			style = style.allSmallCaps()
		}
		head := b.fitHead(text, style, measure-4*b.spec.Text.Size)
		items = append(items, b.furniture(head, style, y, func(w Length) Length { return (measure - w) / 2 }))
	}
	return items
}

// fitHead cuts a running head at a word so that it fits.
func (b *binder) fitHead(text string, style textStyle, room Length) string {
	for text != "" && b.headWidth(text, style) > room {
		cut := len(text) - 1
		for cut > 0 && text[cut] != ' ' {
			cut--
		}
		if cut == 0 {
			return text
		}
		text = trimHead(text[:cut])
	}
	return text
}
