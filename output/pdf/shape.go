package pdf

import (
	"fmt"

	"publish/layout"
)

// setInk chooses the colour of what is filled (ISO 32000-1 §8.6.8). Black is grey 0, so
// that it is printed with one ink; operators of colour may stand in a text object.
func (d *drawer) setInk(ink layout.Ink) {
	if ink == d.ink {
		return
	}
	d.ink = ink
	d.text.closeArray()
	if ink == (layout.Ink{}) {
		d.text.b = append(d.text.b, "0 g\n"...)
		return
	}
	for _, part := range []uint8{ink.R, ink.G, ink.B} {
		d.text.b = appendFixed(d.text.b, round(int64(part)*1000, 255), 3)
		d.text.b = append(d.text.b, ' ')
	}
	d.text.b = append(d.text.b, "rg\n"...)
}

// drawShape fills outlines by the nonzero rule (ISO 32000-1 §8.5.3.3.2).
func (d *drawer) drawShape(s *layout.Shape) error {
	d.leaveText()
	if err := d.open(nil); err != nil {
		return err
	}
	d.setInk(s.Ink)
	for _, step := range s.Path {
		points, operator := step.Points[:1], step.Op
		switch step.Op {
		case 'm', 'l':
		case 'c':
			points = step.Points[:3]
		default:
			return fmt.Errorf("unknown step %q of an outline", step.Op)
		}
		for _, p := range points {
			d.text.b = append(appendCenti(d.text.b, centi(p.X)), ' ')
			d.text.b = append(appendCenti(d.text.b, centi(d.height-p.Y)), ' ')
		}
		d.text.b = append(d.text.b, operator, '\n')
	}
	d.text.b = append(d.text.b, "f\n"...)
	return nil
}
