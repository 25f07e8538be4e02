package picture

import (
	"image"
	"image/color"
)

// rowReader reads the rows of a picture as red, green and blue, laid on white.
type rowReader struct {
	img  image.Image
	rect image.Rectangle
	// palette holds the colours of a picture that has them numbered.
	palette [256][3]uint8
}

func newRowReader(img image.Image) *rowReader {
	r := &rowReader{img: img, rect: img.Bounds()}
	if p, ok := img.(*image.Paletted); ok {
		for i, c := range p.Palette {
			if i < len(r.palette) {
				r.palette[i] = onWhite(color.NRGBA64Model.Convert(c).(color.NRGBA64))
			}
		}
	}
	return r
}

// read reads row y, from 0, into row, three bytes a pixel.
func (r *rowReader) read(y int, row []uint8) {
	x0, y := r.rect.Min.X, y+r.rect.Min.Y
	width := r.rect.Dx()
	switch img := r.img.(type) {
	case *image.YCbCr:
		readYCbCr(img, x0, y, width, row)
	case *image.NYCbCrA:
		readYCbCr(&img.YCbCr, x0, y, width, row)
		alphas := img.A[img.AOffset(x0, y):]
		for x := range width {
			p := row[3*x:][:3]
			p[0], p[1], p[2] = over(p[0], alphas[x]), over(p[1], alphas[x]), over(p[2], alphas[x])
		}
	case *image.Gray:
		for x, v := range img.Pix[img.PixOffset(x0, y):][:width] {
			row[3*x], row[3*x+1], row[3*x+2] = v, v, v
		}
	case *image.Paletted:
		for x, v := range img.Pix[img.PixOffset(x0, y):][:width] {
			copy(row[3*x:], r.palette[v][:])
		}
	case *image.RGBA:
		pix := img.Pix[img.PixOffset(x0, y):][:4*width]
		for x := range width { // premultiplied: what is left of white is added
			rest := 255 - pix[4*x+3]
			row[3*x], row[3*x+1], row[3*x+2] = pix[4*x]+rest, pix[4*x+1]+rest, pix[4*x+2]+rest
		}
	case *image.NRGBA:
		pix := img.Pix[img.PixOffset(x0, y):][:4*width]
		for x := range width {
			a := pix[4*x+3]
			row[3*x], row[3*x+1], row[3*x+2] = over(pix[4*x], a), over(pix[4*x+1], a), over(pix[4*x+2], a)
		}
	default:
		for x := range width {
			c := color.NRGBA64Model.Convert(img.At(x0+x, y)).(color.NRGBA64)
			p := onWhite(c)
			copy(row[3*x:], p[:])
		}
	}
}

func readYCbCr(img *image.YCbCr, x0, y, width int, row []uint8) {
	luma := img.Y[img.YOffset(x0, y):][:width]
	from := img.COffset(x0, y)
	if half := img.SubsampleRatio; x0 == 0 && (half == image.YCbCrSubsampleRatio420 || half == image.YCbCrSubsampleRatio422) {
		for x, v := range luma { // as most photographs are
			row[3*x], row[3*x+1], row[3*x+2] = color.YCbCrToRGB(v, img.Cb[from+x/2], img.Cr[from+x/2])
		}
		return
	}
	for x, v := range luma {
		ci := img.COffset(x0+x, y)
		row[3*x], row[3*x+1], row[3*x+2] = color.YCbCrToRGB(v, img.Cb[ci], img.Cr[ci])
	}
}

// over lays a sample of the given opacity on white.
func over(v, alpha uint8) uint8 {
	return uint8((uint32(v)*uint32(alpha) + 255*uint32(255-alpha) + 127) / 255)
}

func onWhite(c color.NRGBA64) [3]uint8 {
	mix := func(v uint16) uint8 {
		sum := uint64(v)*uint64(c.A) + 0xFFFF*uint64(0xFFFF-c.A)
		return uint8((sum/0xFFFF + 128) / 257)
	}
	return [3]uint8{mix(c.R), mix(c.G), mix(c.B)}
}
