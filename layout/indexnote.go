package layout

import "publish/book/terms"

// headnote sets under the title of the index what its bold numbers and its n say,
// and notes how many lines of the index the two take.
func (s *indexSetter) headnote(open *opening, sect *Element) {
	lines := open.solid.lines
	leading := s.spec.Text.Leading
	p := s.compose(plainText(s.words.Word(terms.IndexInPrint)), block{
		style: roman(s.text.Size, s.lang).italic(), align: ragged, measure: s.width, element: sect.Add("P"),
	})
	y := open.solid.add(s.composer, p, lines[len(lines)-1].y+2*leading, s.text.Leading)
	open.height = max(open.height, (int(y/leading)+3)*stepsPerLine)
	s.least = int((y+2*leading)/s.text.Leading) + 1
}
