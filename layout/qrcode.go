package layout

import "rsc.io/qr"

// Sizes of codes. A module of 0.39 mm is read from a hand's distance by any camera, and
// one of 0.32 mm by most; the room is that of the largest code with the smaller modules.
const (
	codeModule  = Point * 11 / 10
	codeLeast   = Point * 9 / 10
	codeRoom    = 62 * Point
	codeQuiet   = 4 // modules of white about a code (ISO/IEC 18004, 6.3.8)
	codeMargins = 2 * Point
)

// qrCode draws a code that leads to an address: a square of black boxes. Ok is false for
// an address that is too long to be read from paper. The code corrects errors of 15 per
// cent, or of 7 where a longer address needs the room (ISO/IEC 18004, 7.5.1).
func qrCode(address string) (d Drawing, ok bool) {
	for _, level := range []qr.Level{qr.M, qr.L} {
		code, err := qr.Encode(address, level)
		if err != nil {
			continue
		}
		module := min(codeModule, codeRoom/Length(code.Size))
		if module < codeLeast {
			continue
		}
		side := Length(code.Size) * module
		return Drawing{Width: side, Height: side, Boxes: codeBoxes(code, module)}, true
	}
	return Drawing{}, false
}

// codeBoxes returns the black boxes of a code: runs of modules, those of neighbouring
// rows made one where they are equal.
func codeBoxes(code *qr.Code, module Length) []Rule {
	var boxes []Rule
	above := map[[2]int]int{} // boxes that end in the row above, by their columns
	for y := range code.Size {
		here := map[[2]int]int{}
		for x := 0; x < code.Size; x++ {
			from := x
			for x < code.Size && code.Black(x, y) {
				x++
			}
			if x == from {
				continue
			}
			run := [2]int{from, x}
			i, ok := above[run]
			if !ok {
				i = len(boxes)
				boxes = append(boxes, Rule{X: Length(from) * module, Y: Length(y) * module, Width: Length(x-from) * module})
			}
			boxes[i].Height += module
			here[run] = i
		}
		above = here
	}
	return boxes
}
