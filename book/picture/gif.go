package picture

import (
	"image"
	"image/color"
	"image/draw"
	"image/gif"
	"io"
)

// decodeGIF returns the first frame on its screen, which may be larger than the
// frame; what the frame leaves free is transparent.
func decodeGIF(h *header, r io.Reader) (image.Image, error) {
	frame, err := gif.Decode(r)
	if err != nil {
		return nil, err
	}
	screen := image.Rect(0, 0, h.width, h.height)
	if frame.Bounds() == screen {
		return frame, nil
	}
	p, ok := frame.(*image.Paletted)
	if !ok || len(p.Palette) > 255 {
		whole := image.NewNRGBA(screen)
		draw.Draw(whole, frame.Bounds(), frame, frame.Bounds().Min, draw.Src)
		return whole, nil
	}
	whole := image.NewPaletted(screen, append(p.Palette[:len(p.Palette):len(p.Palette)], color.NRGBA{}))
	for i := range whole.Pix {
		whole.Pix[i] = uint8(len(p.Palette))
	}
	for y := p.Rect.Min.Y; y < p.Rect.Max.Y; y++ {
		copy(whole.Pix[whole.PixOffset(p.Rect.Min.X, y):], p.Pix[p.PixOffset(p.Rect.Min.X, y):][:p.Rect.Dx()])
	}
	return whole, nil
}
