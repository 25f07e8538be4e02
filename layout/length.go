package layout

import "fmt"

// Length is a distance in 1/65536 of a point (72 points are an inch).
type Length int64

// The units of lengths.
const (
	Point Length = 65536
	Inch         = 72 * Point
)

// Points returns the nearest Length to a number of points.
func Points(pt float64) Length {
	if pt < 0 {
		return -Points(-pt)
	}
	return Length(pt*float64(Point) + 0.5)
}

// Millimetres returns the nearest Length to thousandths of a millimetre.
func Millimetres(thousandths int64) Length {
	return Length((thousandths*int64(Inch) + 12700) / 25400)
}

// Points returns the length as a number of points, for writers.
func (l Length) Points() float64 { return float64(l) / float64(Point) }

// Dots returns how many dots the length has at so many to the inch, rounded up.
func (l Length) Dots(perInch int) int {
	return int((l*Length(perInch) + Inch - 1) / Inch)
}

// String returns the length in points with two decimals.
func (l Length) String() string { return fmt.Sprintf("%.2fpt", l.Points()) }

// Scale returns l*num/den, rounded towards zero.
func (l Length) Scale(num, den int64) Length { return Length(int64(l) * num / den) }
