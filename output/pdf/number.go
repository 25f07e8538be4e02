package pdf

import (
	"strconv"

	"publish/layout"
)

// centi rounds a length to hundredths of a point, the unit of all coordinates in
// the file. Callers round absolute positions only, so that errors do not add up.
func centi(l layout.Length) int64 { return round(int64(l)*100, int64(layout.Point)) }

// milli rounds a length to thousandths of a point, the unit of font sizes.
func milli(l layout.Length) int64 { return round(int64(l)*1000, int64(layout.Point)) }

// round returns num/den to the nearest integer, halves away from zero. den is
// positive.
func round(num, den int64) int64 {
	if num < 0 {
		return -round(-num, den)
	}
	return (num + den/2) / den
}

// appendFixed appends n/10^decimals in the shortest form that PDF allows: no
// exponent, no zeros at the end.
func appendFixed(b []byte, n int64, decimals int) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	scale := int64(1)
	for range decimals {
		scale *= 10
	}
	if whole := n / scale; whole > 0 || n == 0 {
		b = strconv.AppendInt(b, whole, 10)
	}
	rest := n % scale
	if rest == 0 {
		return b
	}
	b = append(b, '.')
	for rest > 0 {
		scale /= 10
		b = append(b, byte('0'+rest/scale))
		rest %= scale
	}
	return b
}

// appendCenti appends a number of hundredths.
func appendCenti(b []byte, n int64) []byte { return appendFixed(b, n, 2) }
