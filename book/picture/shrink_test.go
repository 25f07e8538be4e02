package picture

import (
	"image"
	"math/rand"
	"testing"
)

func TestFit(t *testing.T) {
	tests := []struct{ size, box, want image.Point }{
		{image.Pt(40, 30), image.Pt(100, 100), image.Pt(40, 30)},
		{image.Pt(400, 300), image.Pt(100, 100), image.Pt(100, 75)},
		{image.Pt(300, 400), image.Pt(100, 100), image.Pt(75, 100)},
		{image.Pt(65535, 1), image.Pt(100, 100), image.Pt(100, 1)},
		{image.Pt(1, 65535), image.Pt(100, 100), image.Pt(1, 100)},
		{image.Pt(400, 300), image.Pt(0, 0), image.Pt(400, 300)},
		{image.Pt(400, 300), image.Pt(200, 0), image.Pt(200, 150)},
	}
	for _, test := range tests {
		if got := Fit(test.size, test.box); got != test.want {
			t.Errorf("Fit(%v, %v) = %v, want %v", test.size, test.box, got, test.want)
		}
	}
}

// TestShrink compares with a slow mean over every pair of pixels.
func TestShrink(t *testing.T) {
	dice := rand.New(rand.NewSource(1))
	for range 60 {
		from := image.Pt(1+dice.Intn(40), 1+dice.Intn(40))
		to := image.Pt(1+dice.Intn(from.X), 1+dice.Intn(from.Y))
		img := image.NewRGBA(image.Rectangle{Max: from})
		for i := range img.Pix {
			img.Pix[i] = uint8(dice.Intn(256))
			if i%4 == 3 {
				img.Pix[i] = 255
			}
		}
		got := Shrink(img, to)
		for y := range to.Y {
			for x := range to.X {
				if want := mean(img, to, x, y); got.Pix[got.PixOffset(x, y)] != want {
					t.Fatalf("%v to %v: red at %d, %d is %d, want %d", from, to, x, y, got.Pix[got.PixOffset(x, y)], want)
				}
			}
		}
	}
}

// Photographs become JPEG files and drawings PNG files, whatever they were.
func TestEncode(t *testing.T) {
	dice := rand.New(rand.NewSource(1))
	photo, drawing := image.NewRGBA(image.Rect(0, 0, 150, 150)), image.NewRGBA(image.Rect(0, 0, 150, 150))
	for i := range photo.Pix {
		photo.Pix[i] = uint8(dice.Intn(256)) | uint8(255*(i%4/3))
		drawing.Pix[i] = uint8(i/1200) | uint8(255*(i%4/3))
	}
	icon := photo.SubImage(image.Rect(0, 0, 20, 20)).(*image.RGBA)
	for _, test := range []struct {
		about, want string
		img         *image.RGBA
	}{
		{"a photograph", mimeJPEG, photo}, {"a drawing", mimePNG, drawing}, {"an icon", mimePNG, Shrink(icon, image.Pt(20, 20))},
	} {
		if f, err := Encode(test.img, false, 90); err != nil || f.MIME != test.want {
			t.Errorf("%s becomes %s: %v", test.about, f.MIME, err)
		}
	}
}

// mean returns the mean red of the area of a pixel of the shrunk picture.
func mean(img *image.RGBA, to image.Point, x, y int) uint8 {
	from := img.Rect.Size()
	sum, area := 0, from.X*from.Y
	for sy := range from.Y {
		for sx := range from.X {
			w := min((sx+1)*to.X, (x+1)*from.X) - max(sx*to.X, x*from.X)
			h := min((sy+1)*to.Y, (y+1)*from.Y) - max(sy*to.Y, y*from.Y)
			if w > 0 && h > 0 {
				sum += w * h * int(img.Pix[img.PixOffset(sx, sy)])
			}
		}
	}
	return uint8((sum + area/2) / area)
}
