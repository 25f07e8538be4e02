package wrap

import (
	"strings"

	"publish/fonts"
	"publish/layout"
)

// The back: margins are parts of its width and height.
const (
	sideMargin = 8
	headMargin = 10
	footMargin = 14
	blurbLarge = 14 * layout.Point // the description is set at most so large
	blurbSmall = 8 * layout.Point  // and at least
)

// back adds the back: the description at the head; at the foot what tells of the
// edition, beside the barcode or, where that leaves no room, above it.
func (w *wrapper) back() {
	x, _, _ := w.leaves()
	p := w.newPanel()
	side := w.Width / sideMargin
	measure, foot := w.Width-2*side, w.Height-w.Height/footMargin
	top := foot
	beside := measure
	if code := w.barcode(); code != nil {
		left := side + measure - code.width
		if w.RightToLeft {
			left = side
		}
		code.draw(w, p, left, foot-code.height)
		top = foot - code.height
		if beside = measure - code.width - w.Width/sideMargin/2; beside < measure*2/5 {
			beside, foot = measure, top-w.Height/40
		}
	}
	if lines, depth := layout.Column(w.Family, w.meta.Language, beside, w.imprint()); len(lines) > 0 {
		left := side
		if w.RightToLeft {
			left += measure - beside
		}
		p.text(lines, left, foot-depth)
		top = min(top, foot-depth)
	}
	head := w.Height / headMargin
	p.text(w.blurb(measure, top-w.Height/25-head), side, head)
	w.place(&p.Page, x-p.left, -w.Bleed, 0)
}

// imprint returns series, publisher and rights.
func (w *wrapper) imprint() []layout.Passage {
	size := w.textSize().Scale(4, 5)
	series := w.meta.Series
	if series != "" && w.meta.SeriesNumber != "" {
		series += ", " + w.meta.SeriesNumber
	}
	return []layout.Passage{
		{Text: series, SmallCaps: true, Size: size, Ink: w.scheme.ink},
		{Text: w.meta.Publisher, Size: size, Ink: w.scheme.ink},
		{Text: w.meta.Rights, Style: fonts.Italic, Size: size, Ink: w.scheme.ink},
	}
}

// textSize returns the size of text on the back: 11 points on A5, in proportion on other
// pages.
func (w *wrapper) textSize() layout.Length {
	size := (11 * layout.Point).Scale(int64(w.Width), int64(layout.Millimetres(148_000)))
	return min(max(size, 9*layout.Point), blurbLarge) / (layout.Point / 2) * (layout.Point / 2)
}

// blurb sets the text of the back, or the description, in the largest size in which it has room. If even the
// smallest is too large it ends with the last word that has room, and an ellipsis. In the
// place of a description that is not there stand title and subtitle.
func (w *wrapper) blurb(measure, room layout.Length) []*layout.Line {
	paragraphs := w.Text
	if len(paragraphs) == 0 && w.meta.Description != "" {
		paragraphs = []string{w.meta.Description}
	}
	if len(paragraphs) == 0 {
		return w.names(measure, room)
	}
	plain := w.textSize()
	for size := plain.Scale(5, 4); size >= blurbSmall; size -= sizeStep {
		most := room
		if size > plain {
			most = room / 2 // only a short text is larger than others
		}
		if lines, depth := w.set(paragraphs, size, measure); depth <= most {
			return lines
		}
	}
	w.sheet.Cut = true
	words, most := countWords(paragraphs), 0
	for most < words { // the greatest number of words that fit
		n := (most + words + 1) / 2
		if _, depth := w.set(firstWords(paragraphs, n), blurbSmall, measure); depth <= room {
			most = n
		} else {
			words = n - 1
		}
	}
	lines, _ := w.set(firstWords(paragraphs, most), blurbSmall, measure)
	return lines
}

// names sets title and subtitle, as far as they have room.
func (w *wrapper) names(measure, room layout.Length) []*layout.Line {
	for size := w.textSize(); size >= blurbSmall; size -= sizeStep {
		lines, depth := layout.Column(w.Family, w.meta.Language, measure, []layout.Passage{
			{Text: w.meta.Title, Size: size.Scale(3, 2), Ink: w.scheme.ink},
			{Text: w.meta.Subtitle, Style: fonts.Italic, Size: size, Before: size / 2, Ink: w.scheme.ink},
		})
		if depth <= room {
			return lines
		}
	}
	return nil
}

func (w *wrapper) set(paragraphs []string, size, measure layout.Length) ([]*layout.Line, layout.Length) {
	var passages []layout.Passage
	for i, text := range paragraphs {
		p := layout.Passage{Text: text, Size: size, Leading: size.Scale(4, 3), Ink: w.scheme.ink}
		if i > 0 {
			p.Before = size / 2
		}
		passages = append(passages, p)
	}
	return layout.Column(w.Family, w.meta.Language, measure, passages)
}

func countWords(paragraphs []string) (n int) {
	for _, text := range paragraphs {
		n += len(strings.Fields(text))
	}
	return n
}

// firstWords returns paragraphs cut after n words, with an ellipsis.
func firstWords(paragraphs []string, n int) []string {
	var out []string
	for _, text := range paragraphs {
		words := strings.Fields(text)
		if len(words) >= n {
			if n > 0 {
				out = append(out, strings.TrimRight(strings.Join(words[:n], " "), ".,;:")+"…")
			}
			break
		}
		n -= len(words)
		out = append(out, text)
	}
	return out
}
